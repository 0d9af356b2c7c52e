import { changeIn } from '../../frame/change';
import type { Change } from '../../frame/change';
import { againstOf } from '../../frame/change';
import type { Row } from '../../engine';
import { inOrder } from '../../frame/chart-table';
import type { Period } from '../../state/period';
import { lastQuarterOf, quartersTo, rangeOf } from '../../state/period';
import { useQuestion } from '../../state/question';
import type { Answered, MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import {
  comparedPeriod,
  useAsOfDay,
  useCalendar,
  usePeriod,
  useQuestionAbout,
  useQuestionOver,
} from '../../state/use-period';

/** The first comparison in force and the period it means; null where nothing is compared. */
export function useAgainst(): { readonly option: string; readonly period: Period } | null {
  const period = usePeriod();
  const comparison = useQuestion((history) => history.asked.comparisons[0]);
  const compared = comparison ? comparedPeriod(period, comparison) : null;
  return comparison && compared ? { option: againstOf(comparison), period: compared } : null;
}

/** How a measure changed against the compared period. */
export function useChange(metric: string): { readonly change: Change; readonly stale: boolean } {
  const against = useAgainst();
  const about = useQuestionAbout(usePeriod(), [], { of: metric, against: against?.option ?? 'previous' });
  const { answer, stale } = useMetric('measured-change', against ? about : undefined);
  return { change: changeIn(answer?.grid.rows[0]), stale };
}

/** A measure by quarter over the eight that end with the period, a row for each. */
export function useTrend(metric: string): Answered<MetricAnswer> & { readonly rows: readonly Row[] } {
  const calendar = useCalendar();
  const last = lastQuarterOf(usePeriod(), calendar, useAsOfDay());
  const quarters = quartersTo(last, 8);
  const [first = last] = quarters;
  const range = { from: rangeOf(first, calendar).from, to: rangeOf(last, calendar).to };
  const answered = useMetric(metric, useQuestionOver(range, ['quarter']));
  const labels = quarters.map(({ year, quarter }) => `${year}Q${quarter}`);
  return { ...answered, rows: inOrder(answered.answer?.grid.rows ?? [], 'quarter', labels) };
}
