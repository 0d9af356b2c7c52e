import type { Row } from '../../engine';
import { figureIn, numberIn } from '../../frame/answers';
import type { Against } from '../../frame/compared';
import { useAgainst } from '../../frame/compared';
import { FigureButton } from '../../frame/figure-button';
import { figureText, unitIn } from '../../frame/measure';
import { comparedName, shortPeriodName } from '../../frame/period-name';
import { useMetric, useMetricUnless } from '../../state/use-metric';
import type { Period } from '../../state/period';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { SmallTrend } from './small-trend';
import { useJudgedPeriod, useTrend } from './use-overview';

/** A further measure of a pillar. */
export interface RowModel {
  readonly metric: string;
  readonly title?: string;
  readonly column?: string;
  readonly options?: Readonly<Record<string, string>>;
  /** What a score is multiplied by to be told as people know it: a net promoter score of 0.28 as 28. */
  readonly times?: number;
}

const none = {};

/** One further measure of a pillar: name, how it went, value, and what it was in the compared period. */
export function MeasureRow({ row: model }: { row: RowModel }) {
  const { metric, column = 'value', options = none, times = 1 } = model;
  const words = useWords();
  const formats = useFormat();
  const period = useJudgedPeriod(metric);
  const moved = JSON.stringify(usePeriod()) !== JSON.stringify(period);
  const question = useQuestionAbout(period, [], options);
  const against = useAgainst(period);
  const { answer, stale } = useMetric(metric, question);
  const trend = useTrend(metric, options);
  const currency = answer?.currency ?? '';
  const text = (value: number | null): string =>
    times === 1
      ? figureText(unitIn(answer, column), value, currency, formats)
      : formats.of('score', value === null ? null : value * times, { decimals: 0 });
  const title = model.title ?? words.find(`metric.${metric}.title`) ?? metric;
  const figure = figureIn(answer?.grid.rows[0]);
  return (
    <div className={`pillar-row ${stale ? 'stale' : ''}`} role="listitem">
      <span>
        {title}
        {moved && <span className="pillar-period num"> {shortPeriodName(period, words)}</span>}
      </span>
      <SmallTrend {...{ title, metric, column, options, times }} answer={trend.answer} rows={trend.rows} />
      <FigureButton
        metric={metric}
        question={question}
        text={answer ? text(numberIn(answer.grid.rows[0], column)) : ''}
        thin={figure.state === 'thin'}
      />
      <span className="pillar-compared num">
        {against.map((each) => (
          <Before key={each.kind} against={each} model={model} trend={trend} text={text} />
        ))}
      </span>
    </div>
  );
}

// The row of the trend for a period; undefined where the trend has none.
function quarterIn(rows: readonly Row[], period: Period): Row | undefined {
  if (period.kind !== 'quarter') return undefined;
  return rows.find((row) => row['quarter'] === `${period.year}Q${period.quarter}`);
}

// Whether the trend tells the period before another one.
function isQuarter(period: Period): boolean {
  return period.kind === 'quarter';
}

interface BeforeProps {
  readonly against: Against;
  readonly model: RowModel;
  readonly trend: ReturnType<typeof useTrend>;
  readonly text: (value: number | null) => string;
}

function Before({ against, model: { metric, column = 'value', options = {} }, trend, text }: BeforeProps) {
  const words = useWords();
  // A quarter of the trend says what the quarter alone would.
  const drawn = quarterIn(trend.rows, against.period);
  const question = useQuestionAbout(against.period, [], options);
  const alone = useMetricUnless(drawn !== undefined, metric, question, isQuarter);
  const row = drawn ? trend.answer && drawn : alone.answer?.grid.rows[0];
  const value = row ? text(numberIn(row, column)) : '';
  return <span>{words.t('overview.compared', { period: comparedName(against, words), value })}</span>;
}
