import type { Slide } from '../../model/deck';
import { UserError } from '../../model/errors';
import type { Column, Table } from '../../model/table';
import { noFacts } from '../headline/facts';
import type { GridCell, GridPicture } from './content';
import type { Context, Made, Missing } from './context';
import { textOf } from './context';

/** As many columns and rows as a slide has room for. */
const mostColumns = 6;
const mostRows = 8;

/** What a query of the person's own gives, as a table. It reads the tables as they are, whatever the deck's quarter. */
export async function querySlide({ options }: Slide, context: Context): Promise<Made | Missing> {
  const { words } = context;
  const text = options['sql'] ?? '';
  const table = await context.query(text).catch(refusal);
  if ('code' in table) return { missing: words.find(`error.${table.code}`, table.args) ?? words.t('reason.no_data') };
  if (table.length === 0) return { missing: words.t('reason.empty') };
  return {
    headline: words.t('review.head.query', { n: table.length }),
    shown: words.t('review.shown.query'),
    picture: gridOf(table, context),
    notes: [{ head: words.t('review.queryHead'), lines: [text.replaceAll(/\s+/g, ' ').trim().slice(0, 400)] }],
    facts: { ...noFacts, figures: [table.length, ...table.columns.flatMap(figuresOf)] },
    answer: null,
    question: null,
  };
}

// What the guard or the database says against a query is said of its slide; what else goes wrong is no fault of the query.
function refusal(error: unknown): { code: string; args: Readonly<Record<string, string | number>> } {
  if (error instanceof UserError && /^query_(refused|failed|too_long)$/.test(error.code))
    return { code: error.code, args: error.args };
  throw error;
}

function figuresOf(column: Column): readonly number[] {
  return column.kind === 'number' ? [...column.values.slice(0, mostRows)].filter((value) => !Number.isNaN(value)) : [];
}

function gridOf(table: Table, context: Context): GridPicture {
  const columns = table.columns.slice(0, mostColumns);
  const beyond = table.length - mostRows;
  return {
    kind: 'grid',
    columns: columns.map((column) => ({
      title: column.name,
      align: column.kind === 'number' ? 'right' : 'left',
      width: 1 / columns.length,
    })),
    rows: Array.from({ length: Math.min(mostRows, table.length) }, (_, row) =>
      columns.map((column) => cellOf(column, row, context)),
    ),
    rest: beyond > 0 ? context.words.t('common.more', { n: beyond }) : null,
    from: 'cells',
  };
}

// Nobody said what a query's numbers count: dates apart, they are written as they came.
function cellOf(column: Column, row: number, context: Context): GridCell {
  if (column.kind === 'text') return { text: column.dictionary[column.codes[row] ?? -1] ?? '–' };
  const value = column.values[row] ?? NaN;
  if (Number.isNaN(value)) return { text: '–' };
  if (column.unit === 'date' || column.unit === 'instant') return { text: textOf(context, column.unit, value) };
  return { text: new Intl.NumberFormat(context.words.locale, { maximumFractionDigits: 6 }).format(value) };
}
