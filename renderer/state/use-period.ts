import { useMemo } from 'react';
import type { Question } from '../../electron/model/question';
import type { Calendar, DateRange, Period } from './period';
import { maturePeriod, quarterAt, rangeOf, shifted, yearBefore } from './period';
import type { Comparison, ViewId } from './question';
import { useQuestion } from './question';
import { asOfDay, calendarOf, useWorkspace } from './workspace';

/** The workspace's fiscal calendar. */
export function useCalendar(): Calendar {
  const workspace = useWorkspace((store) => store.workspace);
  return useMemo(() => calendarOf(workspace), [workspace]);
}

/** The day everything is computed as of. */
export function useAsOfDay(): string {
  return useWorkspace((store) => asOfDay(store.workspace));
}

const peopleViews: ReadonlySet<ViewId> = new Set<ViewId>(['reps', 'skills', 'role-card', 'seats', 'targets']);

/** The period asked about; where none was chosen the fiscal quarter of the as-of, and for people four of them, because a quarter says little of one. */
export function usePeriod(): Period {
  const chosen = useQuestion((history) => history.asked.period);
  const people = useQuestion((history) => peopleViews.has(history.asked.view));
  const calendar = useCalendar();
  const day = useAsOfDay();
  return useMemo(() => {
    if (chosen) return chosen;
    const quarter = quarterAt(day, calendar);
    return people ? { ...quarter, kind: 'quarters', count: 4 } : quarter;
  }, [chosen, people, day, calendar]);
}

/** The latest period that is over at the as-of, no later than the chosen one; what a period that still runs says can still change. */
export function useSettledPeriod(): Period {
  const chosen = usePeriod();
  const calendar = useCalendar();
  const day = useAsOfDay();
  return useMemo(() => maturePeriod(chosen, calendar, day, 1), [chosen, calendar, day]);
}

/** The period a comparison means; null where there is none, as for all of history. */
export function comparedPeriod(period: Period, comparison: Comparison): Period | null {
  return comparison === 'previous' ? shifted(period, -1) : yearBefore(period);
}

/** What is asked of a metric over a range, with the filters in force. */
export function useQuestionOver(
  range: DateRange,
  by: readonly string[] = [],
  options: Readonly<Record<string, string>> = {},
): Question {
  const filters = useQuestion((history) => history.asked.filters);
  return { ...range, asOf: null, by, filters, options };
}

/** Question about a period, with the filters in force. */
export function useQuestionAbout(
  period: Period,
  by: readonly string[] = [],
  options: Readonly<Record<string, string>> = {},
): Question {
  return useQuestionOver(rangeOf(period, useCalendar()), by, options);
}
