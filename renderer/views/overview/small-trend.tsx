import { useCallback, useMemo } from 'react';
import { sparkline, sparklineHeight } from '../../charts/sparkline';
import type { Table } from '../../charts/table';
import type { Marks } from '../../charts/theme';
import type { Row } from '../../engine';
import { numberIn } from '../../frame/answers';
import { chartTable } from '../../frame/chart-table';
import { Picture, useChartWords } from '../../frame/picture';
import type { MetricAnswer } from '../../state/use-metric';
import { useWords } from '../../ui/words';
import { askedIn } from './use-overview';

interface SmallTrendProps {
  readonly title: string;
  readonly metric: string;
  /** Column of the answer that is drawn. */
  readonly column: string;
  readonly options: Readonly<Record<string, string>>;
  /** What the figures are multiplied by. */
  readonly times: number;
  readonly answer: MetricAnswer | undefined;
  /** A row a quarter, oldest first. */
  readonly rows: readonly Row[];
}

/** How a further measure of a pillar went over the last quarters. */
export function SmallTrend({ title, metric, column, options, times, answer, rows }: SmallTrendProps) {
  const { t, locale } = useWords();
  const chartWords = useChartWords();
  const table = useMemo(() => drawnTable(answer, rows, column, times), [answer, rows, column, times]);
  // Of the answer that is drawn: the figure's own may still be on its way.
  const currency = answer?.currency ?? '';
  const draw = useCallback(
    (marks: Marks) => sparkline(table, { period: 'quarter', small: true, currency }, chartWords, locale, marks),
    [table, currency, chartWords, locale],
  );
  const explained = useMemo(() => answer && { metric, question: askedIn(answer, options) }, [metric, answer, options]);
  return (
    <Picture
      className="pillar-spark"
      name={t('overview.trend', { metric: title })}
      height={sparklineHeight.small}
      table={table}
      draw={draw}
      explained={explained}
    />
  );
}

/** What the trend and its table tell. */
const told: ReadonlySet<string> = new Set(['quarter', 'value', 'n', 'state']);
const interval: ReadonlySet<string> = new Set(['lower', 'upper']);

// The interval is that of the answer's value: no other column has it.
function drawnTable(answer: MetricAnswer | undefined, rows: readonly Row[], column: string, times: number): Table {
  const own = column === 'value';
  const columns = (answer?.grid.columns ?? []).filter(({ name }) => told.has(name) || (own && interval.has(name)));
  const scaled = (row: Row, name: string): number | null => {
    const figure = numberIn(row, name);
    return figure === null ? null : figure * times;
  };
  return chartTable(
    columns,
    rows.map((row) => ({
      ...row,
      value: scaled(row, column),
      ...(own && { lower: scaled(row, 'lower'), upper: scaled(row, 'upper') }),
    })),
  );
}
