import { useMemo } from 'react';
import type { Question } from '../../electron/model/question';
import type { Calendar, DateRange, Period } from './period';
import { maturePeriod, quarterAt, rangeOf, shifted, yearBefore } from './period';
import type { Asked, Comparison, ViewId } from './question';
import { useQuestion } from './question';
import { useShown } from './shown';
import { asOfDay, calendarOf, useWorkspace } from './workspace';

/** The workspace's fiscal calendar. */
export function useCalendar(): Calendar {
  return useWorkspace((store) => calendarOf(store.workspace));
}

/** The day everything is computed as of. */
export function useAsOfDay(): string {
  return useWorkspace((store) => asOfDay(store.workspace));
}

const peopleViews: ReadonlySet<ViewId> = new Set<ViewId>(['reps', 'skills', 'role-card', 'seats', 'targets']);

/** The period the view is drawn for; where none was chosen the fiscal quarter of the as-of, and for people four of them, because a quarter says little of one. */
export function usePeriod(): Period {
  const chosen = useShown(({ asked }) => asked.period);
  return usePeriodOf(
    chosen,
    useShown(({ asked }) => asked.view),
  );
}

/** The same of what was asked last, for which the view may not be drawn yet. */
export function useAskedPeriod(): Period {
  const chosen = useQuestion(({ asked }) => asked.period);
  return usePeriodOf(
    chosen,
    useQuestion(({ asked }) => asked.view),
  );
}

function usePeriodOf(chosen: Period | null, view: ViewId): Period {
  const people = peopleViews.has(view);
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

/** How something follows from the chosen period. */
type Follows<T> = (chosen: Period) => T;

/** How periods and questions follow from the chosen period, so that they can be told for another choice before the page is drawn for it. */
const periodsFollow = new WeakMap<Period, Follows<Period>>();
const rangesFollow = new WeakMap<Question, Follows<DateRange>>();

/** A period that follows from the chosen one, which may be its like. */
export function following(period: Period, follows: Follows<Period>): Period {
  const own = { ...period };
  periodsFollow.set(own, follows);
  return own;
}

/** The range a period stands for under another choice; undefined where the period does not follow from the chosen one. */
export function useRangeFollowing(period: Period, of: Follows<DateRange>): Follows<DateRange> | undefined {
  const chosen = usePeriod();
  const follows = followsFrom(period, chosen);
  return follows && ((other) => of(follows(other)));
}

/** The period that one is compared with, which follows from the chosen one if that does; null where there is none. */
export function comparedFollowing(period: Period, comparison: Comparison, chosen: Period): Period | null {
  const compared = comparedPeriod(period, comparison);
  const follows = followsFrom(period, chosen);
  return compared && follows
    ? following(compared, (other) => comparedPeriod(follows(other), comparison) ?? other)
    : compared;
}

function followsFrom(period: Period, chosen: Period): Follows<Period> | undefined {
  return periodsFollow.get(period) ?? (period === chosen ? same : undefined);
}

function same(chosen: Period): Period {
  return chosen;
}

/** The question under another choice of period and filters; null where nobody knows how it follows from them. */
export function askedUnder(question: Question, now: Asked, before: Asked): Question | null {
  if (question.filters !== before.filters) return null;
  if (now.period === before.period) return { ...question, filters: now.filters };
  const range = now.period && rangesFollow.get(question)?.(now.period);
  return range ? { ...question, ...range, filters: now.filters } : null;
}

/** What is asked of a metric over a range, with the filters in force; the range may follow from the chosen period. */
export function useQuestionOver(
  range: DateRange,
  by: readonly string[] = [],
  options: Readonly<Record<string, string>> = {},
  follows?: Follows<DateRange>,
): Question {
  const filters = useShown((shown) => shown.asked.filters);
  const question = { ...range, asOf: null, by, filters, options };
  if (follows) rangesFollow.set(question, follows);
  return question;
}

/** Question about a period, with the filters in force. */
export function useQuestionAbout(
  period: Period,
  by: readonly string[] = [],
  options: Readonly<Record<string, string>> = {},
): Question {
  const calendar = useCalendar();
  const follows = useRangeFollowing(period, (other) => rangeOf(other, calendar));
  return useQuestionOver(rangeOf(period, calendar), by, options, follows);
}
