/** What was booked and taken off again, by day, a line for everybody credited with a deal: for any period and any filter. */
import type { Table } from '../model/table';
import { numbersOf } from '../model/table';
import type { Asked, BoardPlan } from './board';
import { daysIn, filled, gathered, noDay, orderByDay, quickWay } from './board';
import type { Members } from './board-members';
import { membersOf } from './board-members';
import { sightOf } from './board-sight';
import { periodDays } from './board-spans';
import type { Entries } from './board-tally';
import { filledOf, sumsOf, tallyOf } from './board-tally';
import bookingSize from './booking-size.sql?raw';
import { coversDeals } from './deal-board';

/** What an entry of a line is; those without a date, an amount or a rate, or below nothing, count where they are the deal's main line alone. */
const kinds = { counted: 0, undated: 1, noAmount: 2, negative: 3, noRate: 4, added: 5, beside: 6 } as const;
const kindCount = 7;

interface BookingBoard {
  readonly members: Members;
  readonly entries: Entries;
  /** Ten-thousandths of what is added; 0 for the others. */
  readonly money: Float64Array;
}

const plan: BoardPlan<BookingBoard> = {
  of: 'bookings',
  size: bookingSize,
  members: {
    is_main: 'cast(is_main as integer)',
    is_won: "cast(outcome = 'won' as integer)",
    is_undated: 'cast(closed_without_date as integer)',
    won_on: 'won_on',
    closed_on: 'closed_on',
    note: `case money_note when 'no_amount' then ${kinds.noAmount} when 'negative' then ${kinds.negative} when 'no_fx' then ${kinds.noRate} else 0 end`,
    money: 'cast(amount_money * 10000 as bigint)',
  },
  order: 'journey_no, is_main desc, rep_at_close',
  parts: {},
  build: (members) => ({ members: membersOf(members), ...entriesOf(members) }),
};

// Booked on the day it was won, and taken off on the day it was lost after all; oldest first.
function entriesOf(lines: Table): Pick<BookingBoard, 'entries' | 'money'> {
  const [isMain, isWon, isUndated, note, money] = ['is_main', 'is_won', 'is_undated', 'note', 'money'].map((name) =>
    numbersOf(lines, name),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const [wonOn, closedOn] = ['won_on', 'closed_on'].map((name) => daysIn(numbersOf(lines, name), noDay)) as [
    Int32Array,
    Int32Array,
  ];
  const most = 2 * lines.length;
  const all = { place: new Int32Array(most), day: new Int32Array(most), kind: new Uint8Array(most) };
  const sums = new Float64Array(most);
  let length = 0;
  const add = (place: number, day: number, left: number, sum: number): void => {
    const isAdded = left === kinds.counted;
    const counts = isMain[place] === 1 && !(isAdded && sum < 0);
    all.place[length] = place;
    all.day[length] = day;
    all.kind[length] = counts ? left : isAdded ? kinds.added : kinds.beside;
    sums[length++] = isAdded ? sum : 0;
  };
  for (let place = 0; place < lines.length; place++) {
    const [undated, sum, left] = [isUndated[place] === 1, money[place] || 0, note[place]!];
    if (undated && isWon[place] === 1) add(place, noDay, kinds.undated, sum);
    else if (wonOn[place] !== noDay) add(place, wonOn[place]!, undated ? kinds.undated : left, sum);
    if (isWon[place] === 0 && closedOn[place] !== noDay) add(place, closedOn[place]!, left, -sum);
  }
  const order = orderByDay(all.day.subarray(0, length));
  return {
    entries: {
      place: filled(new Int32Array(length), (at) => all.place[order[at]!]!),
      day: filled(new Int32Array(length), (at) => all.day[order[at]!]!),
      kind: filled(new Uint8Array(length), (at) => all.kind[order[at]!]!),
    },
    money: filled(new Float64Array(length), (at) => sums[order[at]!]!),
  };
}

/** Rows of the bookings' statement. */
function gatherBookings({ members, entries, money }: BookingBoard, asked: Asked): Table {
  const sight = sightOf(members, asked);
  const { groups } = sight;
  const counts = tallyOf(entries, kindCount, asked.question, sight);
  const sums = sumsOf(entries, money, asked.question, sight);
  const rows = filledOf(counts, kindCount, groups);
  const kind = (group: number, own: number) => counts[group * kindCount + own]!;
  const count = (own: number) => ['count', rows.map((group) => kind(group, own))] as const;
  const isKnown = (group: number) => kind(group, kinds.counted) + kind(group, kinds.added) > 0;
  return gathered(
    rows.map((group) => groups.labels[group] ?? null),
    {
      value: ['score', rows.map((group) => (isKnown(group) ? sums[group]! / 10_000 : null))],
      n: count(kinds.counted),
      excluded_bad_dates: count(kinds.undated),
      excluded_no_amount: count(kinds.noAmount),
      excluded_negative: count(kinds.negative),
      excluded_no_fx: count(kinds.noRate),
    },
  );
}

/** The money booked, also where several are credited with a deal. */
export const bookingsQuickly = quickWay({ plan, spans: periodDays, covers: coversDeals, gather: gatherBookings });
