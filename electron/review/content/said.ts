import { metricOf } from '../../analytics';
import type { SaidSlide } from '../../model/deck';
import type { Answer, Question } from '../../model/question';
import { numbersOf, textsOf } from '../../model/table';

export type SaidFigure = SaidSlide['figures'][number];

const mostFigures = 400;

/** Columns that tell rows apart in answers of several lists, which bear them whatever was asked by. */
const listed = ['list', 'skill'];

/** Names of the columns that tell an answer's rows apart: the asked dimensions, what its rows bear themselves, then its own keys. */
export function keyColumns({ metric, by, columns }: Pick<Answer, 'metric' | 'by' | 'columns'>): readonly string[] {
  const { carries, keys } = metricOf(metric);
  const borne = [...carries, ...keys, ...listed].filter((name) => columns.some((column) => column.name === name));
  return [...new Set([...by, ...borne])];
}

/** What an answer says, row by row, to be held against what it says later. */
export function figuresSaid(answer: Answer): readonly SaidFigure[] {
  const keys = keyColumns(answer);
  const texts = keys.map((name) => labelsOf(answer, name));
  const values = numbersOf(answer.table, 'value');
  const n = numbersOf(answer.table, 'n');
  return Array.from({ length: Math.min(mostFigures, answer.table.length) }, (_, row) => ({
    key: texts.map((column) => column[row] ?? '').join(' · '),
    value: finite(values[row]),
    n: finite(n[row]),
  }));
}

function labelsOf({ table }: Answer, name: string): readonly (string | null)[] {
  const column = table.columns.find((each) => each.name === name);
  if (column?.kind === 'number')
    return Array.from(column.values, (value) => (Number.isNaN(value) ? null : String(value)));
  return textsOf(table, name);
}

function finite(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** The record of one slide: its question and what was answered. */
export function saidSlide(
  slide: string,
  question: Question,
  answer: Answer,
  figures: readonly SaidFigure[],
): SaidSlide {
  const unit = answer.table.columns.find((column) => column.name === 'value')?.unit ?? 'score';
  return {
    slide,
    metric: answer.metric,
    unit,
    from: question.from,
    to: question.to,
    asOf: question.asOf ?? answer.as_of,
    by: [...question.by],
    filters: Object.fromEntries(Object.entries(question.filters).map(([name, values]) => [name, [...values]])),
    options: { ...question.options },
    figures: [...figures],
  };
}
