import { useCallback, useMemo } from 'react';
import { sparkline, sparklineHeight } from '../../charts/sparkline';
import type { Marks } from '../../charts/theme';
import type { Row } from '../../engine';
import { figureIn, numberIn } from '../../frame/answers';
import type { Against } from '../../frame/compared';
import { useAgainst } from '../../frame/compared';
import { chartTable } from '../../frame/chart-table';
import { FigureButton } from '../../frame/figure-button';
import { figureText, unitIn } from '../../frame/measure';
import { comparedName, shortPeriodName } from '../../frame/period-name';
import { Picture, useChartWords } from '../../frame/picture';
import { useMetric, useMetricUnless } from '../../state/use-metric';
import type { Period } from '../../state/period';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import type { Formats } from '../../ui/use-format';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { useJudgedPeriod, useTrend } from './use-overview';

/** A further measure of a pillar. */
export interface RowModel {
  readonly metric: string;
  readonly title?: string;
  readonly column?: string;
  readonly options?: Readonly<Record<string, string>>;
  /** How the value is written where its unit does not say. */
  readonly show?: (value: number | null, formats: Formats) => string;
}

/** One further measure of a pillar: name, how it went, value, and what it was in the compared period. */
export function MeasureRow({ row: model }: { row: RowModel }) {
  const { metric, column = 'value', options = {} } = model;
  const words = useWords();
  const { t, locale } = words;
  const formats = useFormat();
  const chartWords = useChartWords();
  const period = useJudgedPeriod(metric);
  const moved = JSON.stringify(usePeriod()) !== JSON.stringify(period);
  const question = useQuestionAbout(period, [], options);
  const against = useAgainst(period);
  const { answer, stale } = useMetric(metric, question);
  const trend = useTrend(metric, options);
  const { rows, answer: drawn } = trend;
  const table = useMemo(
    () =>
      chartTable(
        drawn?.grid.columns ?? [],
        rows.map((each) => ({ ...each, value: each[column] ?? null })),
      ),
    [drawn, rows, column],
  );
  const currency = answer?.currency ?? '';
  // Of the answer that is drawn: the figure's own may still be on its way.
  const drawnCurrency = drawn?.currency ?? '';
  const draw = useCallback(
    (marks: Marks) =>
      sparkline(table, { period: 'quarter', small: true, currency: drawnCurrency }, chartWords, locale, marks),
    [table, drawnCurrency, chartWords, locale],
  );
  const text = (value: number | null): string =>
    model.show ? model.show(value, formats) : figureText(unitIn(answer, column), value, currency, formats);
  const title = model.title ?? words.find(`metric.${metric}.title`) ?? metric;
  const figure = figureIn(answer?.grid.rows[0]);
  return (
    <div className={`pillar-row ${stale ? 'stale' : ''}`} role="listitem">
      <span>
        {title}
        {moved && <span className="pillar-period num"> {shortPeriodName(period, words)}</span>}
      </span>
      <Picture
        className="pillar-spark"
        name={t('overview.trend', { metric: title })}
        height={sparklineHeight.small}
        table={table}
        draw={draw}
        plain
      />
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
