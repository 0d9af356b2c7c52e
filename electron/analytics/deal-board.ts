/** Deals with how and when each ended: what was won, and for how much, for any period and any filter. */
import { dimensions, isTimeDimension } from '../model/question';
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { numbersOf } from '../model/table';
import type { Asked, BoardPlan } from './board';
import { byDay, chosenOf, firstFrom, gathered, noDay, quickWay } from './board';
import type { Groups } from './board-groups';
import { canGroup, groupsOf, isTimed } from './board-groups';
import dealBookings from './deal-bookings.sql?raw';
import dealCycles from './deal-cycles.sql?raw';
import dealLives from './deal-lives.sql?raw';
import dealOutcomes from './deal-outcomes.sql?raw';
import dealSize from './deal-size.sql?raw';
import dealTotals from './deal-totals.sql?raw';
import type { Options } from './metric';
import periodDays from './period-days.sql?raw';

/** Entries by day, oldest first, those without a day last. `kind` says what each is; see the statement it was read by. */
interface Entries {
  readonly place: Int32Array;
  readonly day: Int32Array;
  readonly kind: Uint8Array;
  readonly number: Float64Array;
}

export interface DealBoard {
  readonly members: Table;
  readonly outcomes: Entries;
  /** Null where the statement has to be asked: credit is shared, or sums are too large to be exact. */
  readonly bookings: Entries | null;
  /** How long each took; `again` is 1 where it was reopened. */
  readonly cycles: Entries & { readonly again: Uint8Array };
  /** What became of each, by the day it began. */
  readonly lives: Entries;
}

/** How deals are read. */
export const dealPlan: BoardPlan<DealBoard> = {
  of: 'win-rate',
  size: dealSize,
  members: {},
  order: 'journey_no',
  parts: { outcomes: dealOutcomes, totals: dealTotals, bookings: dealBookings, cycles: dealCycles, lives: dealLives },
  build: (members, parts) => ({
    members,
    outcomes: entriesOf(parts['outcomes']),
    bookings: parts['totals'] && numbersOf(parts['totals'], 'fits')[0] === 1 ? entriesOf(parts['bookings']) : null,
    cycles: entriesOf(parts['cycles']),
    lives: entriesOf(parts['lives']),
  }),
};

function entriesOf(part: Table | undefined): Entries & { readonly again: Uint8Array } {
  const rows = byDay(part);
  return {
    place: rows.of('place', Int32Array),
    day: rows.day,
    kind: rows.of('kind', Uint8Array),
    number: rows.of('number', Float64Array),
    again: rows.of('again', Uint8Array),
  };
}

const memberNames = dimensions.filter((name) => !isTimeDimension(name));

/** True for deals judged at their closing, split by time in a closed period alone. */
export function coversDeals({ from, to, by, filters }: Question, options: Options): boolean {
  const known = (name: string) => memberNames.some((each) => each === name);
  const whole = from !== null && to !== null ? from < to : !isTimed(by);
  return (
    options['attribution'] === 'at_close' && whole && canGroup(by, memberNames) && Object.keys(filters).every(known)
  );
}

/** Goes over the entries of the asked period, and those without a day, that the filters choose. */
export function walk(
  { members }: DealBoard,
  { place, day }: Entries,
  asked: Asked,
  groups: Groups,
  take: (row: number, group: number) => void,
): void {
  const chosen = chosenOf(members, asked.question.filters);
  const { from, to } = daysAsked(asked.question);
  const visit = (first: number, end: number): void => {
    for (let row = first; row < end; row++) {
      const on = day[row]!;
      if (on === noDay && groups.timed) continue;
      const who = place[row]!;
      if (chosen !== null && !chosen[who]) continue;
      const group = groups.of(who, on);
      if (group >= 0) take(row, group);
    }
  };
  visit(firstFrom(day, from), firstFrom(day, Math.min(to, noDay)));
  visit(firstFrom(day, noDay), day.length);
}

// Days of the period as numbers; without an end all there are.
function daysAsked({ from, to }: Question): { readonly from: number; readonly to: number } {
  const dayOf = (date: string) => Date.parse(date) / 86_400_000;
  return { from: from === null ? -Infinity : dayOf(from), to: to === null ? Infinity : dayOf(to) };
}

/** Counts of each group by kind; a group nothing was found for has none. */
function counted(
  groups: Groups,
  kinds: number,
): { readonly tally: readonly Float64Array[]; readonly filled: () => readonly number[] } {
  const tally = groups.labels.map(() => new Float64Array(kinds));
  return { tally, filled: () => tally.flatMap((counts, group) => (counts.some((n) => n > 0) ? [group] : [])) };
}

/** Rows of the win rate's statement. Kinds: 0 not won, 1 won, 2 open, 3 disqualified, 4 without a date. */
function gatherOutcomes(board: DealBoard, asked: Asked): Table {
  const { outcomes } = board;
  const groups = groupsOf(board.members, asked);
  const { tally, filled } = counted(groups, 5);
  const { to: end } = daysAsked(asked.question);
  walk(board, outcomes, asked, groups, (row, group) => {
    // What is not closed counts from the day it began.
    if (outcomes.day[row] === noDay && outcomes.number[row]! >= end) return;
    tally[group]![outcomes.kind[row]!]!++;
  });
  const rows = filled();
  const judgesAll = asked.parameters['disqualified'] === 'counted';
  const count = (of: (counts: Float64Array) => number) => ['count', rows.map((group) => of(tally[group]!))] as const;
  return gathered(
    rows.map((group) => groups.labels[group] ?? null),
    {
      numerator: count((counts) => counts[1]!),
      denominator: count((counts) => counts[0]! + counts[1]! + (judgesAll ? counts[3]! : 0)),
      excluded_open: count((counts) => counts[2]!),
      excluded_disqualified: count((counts) => (judgesAll ? 0 : counts[3]!)),
      excluded_bad_dates: count((counts) => counts[4]!),
    },
  );
}

export const winRateQuickly = quickWay({
  plan: dealPlan,
  spans: periodDays,
  covers: coversDeals,
  gather: gatherOutcomes,
});

/** Rows of the bookings' statement. Kinds: 0 counted, 1 without a date, 2 without an amount, 3 negative, 4 without a rate. */
function gatherBookings(board: DealBoard, asked: Asked): Table | null {
  const { bookings } = board;
  if (bookings === null) return null;
  const groups = groupsOf(board.members, asked);
  const { tally, filled } = counted(groups, 7);
  walk(board, bookings, asked, groups, (row, group) => {
    const counts = tally[group]!;
    const [kind, money] = [bookings.kind[row]!, bookings.number[row]!];
    counts[kind]!++;
    if (kind !== 0 || Number.isNaN(money)) return;
    counts[5]! += money;
    if (money >= 0) counts[6]!++;
  });
  const rows = filled();
  const count = (kind: number) => ['count', rows.map((group) => tally[group]![kind]!)] as const;
  return gathered(
    rows.map((group) => groups.labels[group] ?? null),
    {
      value: ['score', rows.map((group) => (tally[group]![0]! > 0 ? tally[group]![5]! / 10_000 : null))],
      n: count(6),
      excluded_bad_dates: count(1),
      excluded_no_amount: count(2),
      excluded_negative: count(3),
      excluded_no_fx: count(4),
    },
  );
}

export const bookingsQuickly = quickWay({
  plan: dealPlan,
  spans: periodDays,
  covers: coversDeals,
  gather: gatherBookings,
});
