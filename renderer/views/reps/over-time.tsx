import { trend } from '../../charts/trend';
import { AnswerPlace } from '../../frame/answer-place';
import { numberIn, textIn } from '../../frame/answers';
import { chartTable, inOrder } from '../../frame/chart-table';
import { moneyUnit } from '../../frame/money-unit';
import { Picture, useChartWords } from '../../frame/picture';
import type { Row } from '../../engine';
import { lastQuarterOf, quartersTo, rangeOf } from '../../state/period';
import { useQuestion } from '../../state/question';
import type { MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import { useAsOfDay, useCalendar, usePeriod, useQuestionOver } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { MeasureModel } from './measures';
import { comparable } from './people';
import { Shape } from './shape';
import { isPeople, nameIn } from './unit';

interface OverTimeProps {
  readonly model: MeasureModel;
  readonly people: readonly string[];
  readonly slots: readonly number[];
}

const height = 104;

/** Each person over eight quarters, one below the other on one axis: quarters with too few cases hollow, what all people had dashed. */
export function OverTime({ model, people, slots }: OverTimeProps) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const { unit } = useQuestion((history) => history.asked.reps);
  const calendar = useCalendar();
  const last = lastQuarterOf(usePeriod(), calendar, useAsOfDay());
  const quarters = quartersTo(last, 8);
  const range = { from: rangeOf(quarters[0] ?? last, calendar).from, to: rangeOf(last, calendar).to };
  const question = useQuestionOver(range, [unit, 'quarter'], model.options);
  const asked = useMetric(model.metric, question);
  const labels = quarters.map(({ year, quarter }) => `${year}Q${quarter}`);
  const all = asked.answer?.grid.rows ?? [];
  const own = people.map((name) =>
    inOrder(
      all.filter((row) => row[unit] === name),
      'quarter',
      labels,
    ).map((row) => ({ ...row, [unit]: name })),
  );
  const means = isPeople(unit) ? labels.map((label) => meanOf(all, unit, label)) : [];
  const axis = [...own.flat().flatMap(reach), ...means.filter((mean) => !Number.isNaN(mean))];
  return (
    <AnswerPlace answered={asked} isEmpty={() => own.flat().every((row) => numberIn(row, 'value') === null)}>
      {(answer) => (
        <>
          {model.kind === 'money' && <p className="caption">{moneyUnit(axis, answer.currency, words, formats)}</p>}
          {model.kind === 'days' && <p className="caption">{t(model.note)}</p>}
          {people.map((name, at) => (
            <One
              key={name}
              {...{ model, name, answer, axis, means }}
              rows={own[at] ?? []}
              slot={slots[at] ?? at}
              explained={{ metric: model.metric, question }}
            />
          ))}
          <p className="caption">
            {t('reps.trendNote')} {means.some((mean) => !Number.isNaN(mean)) && t('reps.trendMean')}
          </p>
        </>
      )}
    </AnswerPlace>
  );
}

interface OneProps {
  readonly model: MeasureModel;
  readonly name: string;
  readonly answer: MetricAnswer;
  readonly axis: readonly number[];
  readonly means: readonly number[];
  readonly rows: readonly Row[];
  readonly slot: number;
  readonly explained: Parameters<typeof Picture>[0]['explained'];
}

function One({ model, name, answer, axis, means, rows, slot, explained }: OneProps) {
  const words = useWords();
  const chartWords = useChartWords();
  const { unit } = useQuestion((history) => history.asked.reps);
  const table = chartTable(answer.grid.columns, rows);
  const text = nameIn(unit, name, words);
  const options = {
    ...{ period: 'quarter', series: unit, slots: [slot], intervals: 'whisker' as const },
    ...{ currency: answer.currency, axis, reference: means },
  };
  return (
    <section className="reps-trend">
      <h4 className="small">
        <Shape slot={slot} /> {text}
      </h4>
      <Picture
        name={`${words.t(model.title)}, ${text}`}
        height={height}
        table={table}
        draw={(marks) => trend(table, options, { ...chartWords, nameOf: () => text }, words.locale, marks)}
        explained={explained}
      />
    </section>
  );
}

// The axis is made for figures with enough evidence; a wider interval of a few cases ends with it.
function reach(row: Row): readonly number[] {
  const value = numberIn(row, 'value');
  const ends = firm(row) ? [numberIn(row, 'lower'), numberIn(row, 'upper')] : [];
  return [value, ...ends].filter((each) => each !== null);
}

function firm(row: Row): boolean {
  return textIn(row, 'state') === 'ok' && numberIn(row, 'value') !== null;
}

/** Fewest people whose mean is drawn. */
const fewest = 3;

// The mean figure of everybody with enough cases in a quarter; NaN of too few.
function meanOf(all: readonly Row[], unit: string, quarter: string): number {
  const there = all.filter((row) => row['quarter'] === quarter && firm(row));
  const named = new Set(comparable(there, unit));
  const values = there.flatMap((row) => (named.has(textIn(row, unit) ?? '') ? (numberIn(row, 'value') ?? []) : []));
  return values.length < fewest ? NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
