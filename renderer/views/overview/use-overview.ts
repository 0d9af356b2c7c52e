import { useMemo } from 'react';
import type { Row } from '../../engine';
import { inOrder } from '../../frame/chart-table';
import type { Calendar, DateRange, Period } from '../../state/period';
import { lastQuarterOf, maturePeriod, quartersTo, rangeOf } from '../../state/period';
import type { Answered, MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import {
  following,
  useAsOfDay,
  useCalendar,
  usePeriod,
  useQuestionAbout,
  useQuestionOver,
  useRangeFollowing,
} from '../../state/use-period';
import { shownQuarters } from './use-targets';

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
  const mature = useMemo(() => {
    const judged = (period: Period) => maturePeriod(period, calendar, day, days ?? 0);
    return days === undefined ? chosen : following(judged(chosen), judged);
  }, [chosen, calendar, day, days]);
  const { answer } = useMetric(metric, useQuestionAbout(mature));
  return answer?.grid.rows[0]?.['n'] === 0 ? chosen : mature;
}

/** A measure by quarter over the eight that end with its period, a row for each. */
export function useTrend(
  metric: string,
  options: Readonly<Record<string, string>> = {},
): Answered<MetricAnswer> & { readonly rows: readonly Row[] } {
  const calendar = useCalendar();
  const day = useAsOfDay();
  const judged = useJudgedPeriod(metric);
  const quartersOf = (period: Period) => quartersTo(lastQuarterOf(period, calendar, day), shownQuarters);
  const rangeTo = (period: Period) => wholeRange(quartersOf(period), calendar);
  const quarters = quartersOf(judged);
  const follows = useRangeFollowing(judged, rangeTo);
  const answered = useMetric(metric, useQuestionOver(rangeTo(judged), ['quarter'], options, follows));
  const grid = answered.answer?.grid;
  const labels = quarters.map(({ year, quarter }) => `${year}Q${quarter}`).join();
  // The same rows as long as they say the same, so that a picture is drawn again for other ones alone.
  const rows = useMemo(() => inOrder(grid?.rows ?? [], 'quarter', labels.split(',')), [grid, labels]);
  return { ...answered, rows };
}

// From the first of several quarters to the end of the last.
function wholeRange(quarters: readonly Period[], calendar: Calendar): DateRange {
  const [first, last] = [quarters.at(0), quarters.at(-1)].map((quarter) => quarter && rangeOf(quarter, calendar));
  return { from: first?.from ?? null, to: last?.to ?? null };
}

interface Frame {
  readonly period: { readonly start: string | null; readonly end: string | null };
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly by: readonly string[];
}

/** The question an answer was given to. */
export function askedIn({ period, filters, by }: Frame, options: Readonly<Record<string, string>> = {}) {
  return { from: period.start, to: period.end, asOf: null, by, filters, options };
}
