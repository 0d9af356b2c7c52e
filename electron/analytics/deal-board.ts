/** Deals with how and when each ended: what was won, and for how much, for any period and any filter. */
import { dimensions, isTimeDimension } from '../model/question';
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { numbersOf } from '../model/table';
import type { Asked, BoardPlan, Stretches } from './board';
import { byDay, dayAsked, filled, firstFrom, gathered, noDay, quickWay, stretches } from './board';
import type { Members } from './board-members';
import { chosenOf, membersOf } from './board-members';
import type { Cells } from './board-cells';
import { byPlace, filledOf, tally } from './board-cells';
import type { Groups } from './board-groups';
import { canGroup, groupsOf, isTimed } from './board-groups';
import type { CycleStretch } from './cycle-board';
import dealBookings from './deal-bookings.sql?raw';
import dealCycles from './deal-cycles.sql?raw';
import dealLives from './deal-lives.sql?raw';
import dealOutcomes from './deal-outcomes.sql?raw';
import dealSize from './deal-size.sql?raw';
import dealTotals from './deal-totals.sql?raw';
import type { Options } from './metric';
import periodDays from './period-days.sql?raw';

/** Entries by day, oldest first, those without a day last. `kind` says what each is; see the statement it was read by. */
export interface Entries {
  readonly place: Int32Array;
  readonly day: Int32Array;
  readonly kind: Uint8Array;
  readonly number: Float64Array;
}

export interface DealBoard {
  readonly members: Members;
  readonly outcomes: Entries;
  /** Null where the statement has to be asked: credit is shared, or sums are too large to be exact. */
  readonly bookings: Entries | null;
  /** How long each took; `again` is 1 where it was reopened. */
  readonly cycles: Entries & { readonly again: Uint8Array };
  /** What became of each, by the day it began. */
  readonly lives: Entries;
  readonly ended: Stretches<Cells>;
  readonly took: Stretches<CycleStretch>;
  /** Places of those begun. */
  readonly begun: Stretches<Int32Array>;
}

/** Most periods kept of each kind. */
const mostPeriods = 6;

/** How deals are read. */
export const dealPlan: BoardPlan<DealBoard> = {
  of: 'win-rate',
  size: dealSize,
  members: {},
  order: 'journey_no',
  parts: { outcomes: dealOutcomes, totals: dealTotals, bookings: dealBookings, cycles: dealCycles, lives: dealLives },
  build: (members, parts) => ({
    members: membersOf(members),
    outcomes: entriesOf(parts['outcomes']),
    bookings: parts['totals'] && numbersOf(parts['totals'], 'fits')[0] === 1 ? entriesOf(parts['bookings']) : null,
    cycles: entriesOf(parts['cycles']),
    lives: entriesOf(parts['lives']),
    ended: stretches(mostPeriods),
    took: stretches(mostPeriods),
    begun: stretches(mostPeriods),
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
  entries: Entries,
  asked: Asked,
  groups: Groups,
  take: (row: number, group: number) => void,
): void {
  const chosen = chosenOf(members, asked.question.filters);
  eachOf(entries, asked.question, groups.timed, (row) => {
    const who = entries.place[row]!;
    const group = chosen !== null && chosen[who] === 0 ? -1 : groups.of(who, entries.day[row]!);
    if (group >= 0) take(row, group);
  });
}

/** Goes over the entries of the asked period, and those without a day unless time splits. */
export function eachOf({ day }: Entries, question: Question, timed: boolean, take: (row: number) => void): void {
  const { from, to } = daysAsked(question);
  const end = firstFrom(day, Math.min(to, noDay));
  for (let row = firstFrom(day, from); row < end; row++) take(row);
  if (!timed) for (let row = firstFrom(day, noDay); row < day.length; row++) take(row);
}

/** Name of the asked period among stretches, with what splits it by time. */
export function stretchOf({ from, to, by }: Question, { timed }: Groups): string {
  return `${from} ${to} ${timed ? by[0] : ''}`;
}

/** Entries of the asked period in the order of their deals, each with the cell it counts in; those in no group of time are left out. */
export function cellsOf(
  { members }: DealBoard,
  entries: Entries,
  { question }: Asked,
  groups: Groups,
  kinds: number,
  counts: (row: number) => boolean = () => true,
): Cells & { readonly rows: Int32Array } {
  const groupOf = (row: number) => (groups.timed ? groups.of(-1, entries.day[row]!) : 0);
  const { rows, place } = byPlace(entries.place, members.length, (take) => {
    eachOf(entries, question, groups.timed, (row) => {
      if (groupOf(row) >= 0 && counts(row)) take(row);
    });
  });
  const cell = filled(new Uint16Array(rows.length), (at) => groupOf(rows[at]!) * kinds + entries.kind[rows[at]!]!);
  return { rows, place, cell };
}

// Days of the period as numbers; without an end all there are.
function daysAsked({ from, to }: Question): { readonly from: number; readonly to: number } {
  return { from: dayAsked(from, -Infinity), to: dayAsked(to, Infinity) };
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
  const groups = groupsOf(board.members, asked);
  const cells = board.ended.of(stretchOf(asked.question, groups), () => {
    const { to } = daysAsked(asked.question);
    const { day, number } = board.outcomes;
    // What is not closed counts from the day it began.
    const counts = (row: number) => day[row] !== noDay || number[row]! < to;
    const { place, cell } = cellsOf(board, board.outcomes, asked, groups, 5, counts);
    return { place, cell };
  });
  const counts = tally(cells, 5, groups, chosenOf(board.members, asked.question.filters));
  const rows = filledOf(counts, 5, groups);
  const judgesAll = asked.parameters['disqualified'] === 'counted';
  const count = (of: (kind: (kind: number) => number) => number) =>
    ['count', rows.map((group) => of((kind) => counts[group * 5 + kind]!))] as const;
  return gathered(
    rows.map((group) => groups.labels[group] ?? null),
    {
      numerator: count((kind) => kind(1)),
      denominator: count((kind) => kind(0) + kind(1) + (judgesAll ? kind(3) : 0)),
      excluded_open: count((kind) => kind(2)),
      excluded_disqualified: count((kind) => (judgesAll ? 0 : kind(3))),
      excluded_bad_dates: count((kind) => kind(4)),
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
