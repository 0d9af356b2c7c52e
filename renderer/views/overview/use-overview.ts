import type { Row } from '../../engine';
import type { Change } from '../../frame/change';
import { againstOf, changeIn } from '../../frame/change';
import { inOrder } from '../../frame/chart-table';
import type { Period } from '../../state/period';
import { lastQuarterOf, maturePeriod, quartersTo, rangeOf } from '../../state/period';
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

/** Days after its end that a period needs before the measure says enough: those a prospect has to be won, or one, so that the period is over. */
const windowDays: Readonly<Record<string, number>> = {
  'conversation-conversion': 90,
  'logo-retention': 1,
  'revenue-retention': 1,
  'referral-rate': 1,
};

/** The period a measure is shown for: the chosen one, or the latest before it that is old enough to judge and holds anything. */
export function useJudgedPeriod(metric: string): Period {
  const chosen = usePeriod();
  const calendar = useCalendar();
  const day = useAsOfDay();
  const days = windowDays[metric];
  const mature = days === undefined ? chosen : maturePeriod(chosen, calendar, day, days);
  const { answer } = useMetric(metric, useQuestionAbout(mature));
  return answer?.grid.rows[0]?.['n'] === 0 ? chosen : mature;
}

/** The first comparison in force and the period it means for a measure; null where nothing is compared. */
export function useAgainst(metric: string): { readonly option: string; readonly period: Period } | null {
  const period = useJudgedPeriod(metric);
  const comparison = useQuestion((history) => history.asked.comparisons[0]);
  const compared = comparison ? comparedPeriod(period, comparison) : null;
  return comparison && compared ? { option: againstOf(comparison), period: compared } : null;
}

/** How a measure changed against the compared period; `known` once that has been asked, or where nothing is compared. */
export function useChange(metric: string): {
  readonly change: Change;
  readonly stale: boolean;
  readonly known: boolean;
} {
  const against = useAgainst(metric);
  const options = { of: metric, against: against?.option ?? 'previous' };
  const about = useQuestionAbout(useJudgedPeriod(metric), [], options);
  const { answer, stale, problem } = useMetric('measured-change', against ? about : undefined);
  const known = against === null || answer !== undefined || problem !== undefined;
  return { change: changeIn(answer?.grid.rows[0]), stale, known };
}

/** A measure by quarter over the eight that end with its period, a row for each. */
export function useTrend(
  metric: string,
  options: Readonly<Record<string, string>> = {},
): Answered<MetricAnswer> & { readonly rows: readonly Row[] } {
  const calendar = useCalendar();
  const last = lastQuarterOf(useJudgedPeriod(metric), calendar, useAsOfDay());
  const quarters = quartersTo(last, 8);
  const [first = last] = quarters;
  const range = { from: rangeOf(first, calendar).from, to: rangeOf(last, calendar).to };
  const answered = useMetric(metric, useQuestionOver(range, ['quarter'], options));
  const labels = quarters.map(({ year, quarter }) => `${year}Q${quarter}`);
  return { ...answered, rows: inOrder(answered.answer?.grid.rows ?? [], 'quarter', labels) };
}
