/**
 * Boards: what several metrics count, kept in memory as columns of numbers once it has been read, so that another filter is a walk over them instead of a statement over the tables.
 * A board changes nothing of what a metric means: its rows come out of the metric's own scope, and what it gathers is what the metric's statement would, number for number.
 * What a board does not cover is asked of the statement.
 */
import type { LaterTable } from '../model/derived';
import type { Question } from '../model/question';
import type { Column, Table, TextColumn } from '../model/table';
import { emptyTable, numberColumn, numbersOf, textColumn } from '../model/table';
import type { Unit } from '../model/units';
import type { Calendar } from './board-spans';
import type { Options, ParameterValues } from './metric';

/** How a board is read. Each statement takes the parameters every metric shares. */
export interface BoardPlan<Board> {
  /** Metric whose scope has the members. */
  readonly of: string;
  /** Derived tables its statements read beside those of the metric. */
  readonly uses?: readonly LaterTable[];
  /** One row with `rows` (how many there are to keep) and `fits` (whether the board can tell them exactly). */
  readonly size: string;
  /** Columns of the scope that are kept of each member beside its dimensions: name → SQL. */
  readonly members: Readonly<Record<string, string>>;
  /** What the members stand in the order of; no two are alike. */
  readonly order: string;
  /** Further statements; `place` in them is a member's place in that order, from 0. */
  readonly parts: Readonly<Record<string, string>>;
  /** True where the rows that the metric's own statement gathers of everything are read as well. */
  readonly whole?: true;
  readonly build: (members: Table, parts: Readonly<Record<string, Table>>, whole?: Table) => Board;
}

/** What is asked of a board. */
export interface Asked {
  readonly question: Question;
  readonly options: Options;
  readonly parameters: ParameterValues;
  /** What the quick way wants to know of the period; no rows where it wants nothing. */
  readonly spans: Table;
}

/** A quicker way to the rows a metric's statement gathers. */
export interface Quick {
  readonly plan: BoardPlan<unknown>;
  /** What is to be known of the asked period: counted from the calendar, or a statement asked once a period; null where the board needs nothing of it. */
  readonly spans: ((question: Question, calendar: Calendar) => Table) | string | null;
  /** True where what it makes of a period stays with the board, so that it can be made before anybody asks. */
  readonly keepsPeriods?: true;
  /** Whether the board can tell this. */
  readonly covers: (question: Question, options: Options) => boolean;
  /** Null where this board cannot tell it after all. */
  readonly gather: (board: unknown, asked: Asked) => Table | null;
  /** The same for the statement's further half; null where the board has none of it. */
  readonly more: ((board: unknown, asked: Asked) => Table | null) | null;
}

/** A quick way over a board of its own kind. */
export function quickWay<Board>(
  way: Omit<Quick, 'plan' | 'gather' | 'more'> & {
    readonly plan: BoardPlan<Board>;
    readonly gather: (board: Board, asked: Asked) => Table | null;
    readonly more?: (board: Board, asked: Asked) => Table | null;
  },
): Quick {
  const { gather, more } = way;
  return {
    ...way,
    gather: (board, asked) => gather(board as Board, asked),
    more: more ? (board, asked) => more(board as Board, asked) : null,
  };
}

/** What was made of a board for the stretches of days asked for last: no filter changes it. */
export interface Stretches<T> {
  /** What is known of a stretch, else what is made of it now; those longest unused go where room is short. */
  readonly of: (stretch: string, make: () => T) => T;
}

/** Most memory that what was made of stretches of one kind takes, in bytes. */
let usualRoom = 120_000_000;

/** Tells how much memory there is for what is made of stretches of one kind, in bytes. */
export function giveRoom(bytes: number): void {
  usualRoom = bytes;
}

let isAhead = false;

/** Work that nobody has asked for: nothing that is kept of a stretch goes for what it makes. */
export function madeAhead<T>(work: () => T): T {
  isAhead = true;
  try {
    return work();
  } finally {
    isAhead = false;
  }
}

/** Keeps so many stretches of one kind, and no more than there is room for where their size in bytes is told: going back to a period is quick, and so is one that was made before anybody chose it. */
export function stretches<T>(most: number, sizeOf: (made: T) => number = () => 0, own?: number): Stretches<T> {
  const known = new Map<string, T>();
  const room = own ?? usualRoom;
  let size = 0;
  const forget = (stretch: string): void => {
    const found = known.get(stretch);
    if (found !== undefined) size -= sizeOf(found);
    known.delete(stretch);
  };
  return {
    of: (stretch, make) => {
      const found = known.get(stretch) ?? make();
      forget(stretch);
      if (isAhead && (known.size >= most || size + sizeOf(found) > room)) return found;
      known.set(stretch, found);
      size += sizeOf(found);
      for (const oldest of known.keys()) {
        if (known.size <= most && size <= room) break;
        forget(oldest);
      }
      return found;
    },
  };
}

/** More than the members of any board: a small whole number and a place go into one exact number below 2^53. */
export const mostMembers = 2 ** 24;

/** Day of what has none: after all others. */
export const noDay = 2 ** 31 - 1;

/** Rows of a part by their day, oldest first and those without one last. */
export interface ByDay {
  readonly length: number;
  readonly day: Int32Array;
  /** Numbers of a column in that order; missing ones are NaN, or 0 in whole numbers. */
  readonly of: <A extends Int32Array | Uint8Array | Float64Array>(name: string, kind: new (length: number) => A) => A;
}

/** A part in the order of its column `on_day`: counted into place, in a tenth of the time the database sorts in. */
export function byDay(part: Table = emptyTable): ByDay {
  const days = daysIn(numbersOf(part, 'on_day'), noDay);
  const order = orderByDay(days);
  const { length } = part;
  const day = new Int32Array(length);
  for (let at = 0; at < length; at++) day[at] = days[order[at]!]!;
  return {
    length,
    day,
    of: (name, kind) => {
      const [values, out] = [numbersOf(part, name), new kind(length)];
      for (let at = 0; at < length; at++) out[at] = values[order[at]!]!;
      return out;
    },
  };
}

/** Places of days, the oldest day first and those without one last; of one day in their order. */
export function orderByDay(days: Int32Array): Uint32Array {
  let [first, last] = [noDay, -noDay];
  for (const day of days) {
    if (day === noDay) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const places = new Uint32Array(Math.max(0, last - first + 1) + 2);
  const slot = (day: number) => (day === noDay ? places.length - 2 : day - first);
  for (const day of days) places[slot(day) + 1]!++;
  for (let at = 1; at < places.length; at++) places[at]! += places[at - 1]!;
  const order = new Uint32Array(days.length);
  for (let row = 0; row < days.length; row++) order[places[slot(days[row]!)]!++] = row;
  return order;
}

/** A bound of a period in days since 1970; `open` where there is none. */
export function dayAsked(date: string | null, open: number): number {
  return date === null ? open : Date.parse(date) / 86_400_000;
}

/** The days of a period that have a number: from the first to before the end. */
export function daysAsked({ from, to }: Question): { readonly low: number; readonly high: number } {
  return { low: dayAsked(from, -noDay), high: Math.min(dayAsked(to, noDay), noDay) };
}

/** Days as whole numbers, with another in place of those missing. */
export function daysIn(values: Float64Array, missing: number): Int32Array {
  const days = new Int32Array(values);
  for (let at = 0; at < days.length; at++) if (Number.isNaN(values[at])) days[at] = missing;
  return days;
}

/** Fills numbers place by place: `from` with a function takes many times as long. */
export function filled<A extends Float64Array | Int32Array | Uint16Array | Uint8Array>(
  out: A,
  of: (at: number) => number,
): A {
  for (let at = 0; at < out.length; at++) out[at] = of(at);
  return out;
}

/** Places below a length of which something is true, in order. */
export function placesWhere(length: number, holds: (at: number) => boolean): Int32Array {
  const places = new Int32Array(length);
  let count = 0;
  for (let at = 0; at < length; at++) if (holds(at)) places[count++] = at;
  return places.slice(0, count);
}

/** Place of the first of ascending numbers that is not below a limit. */
export function firstFrom(sorted: Int32Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Gathered = Readonly<Record<string, readonly [unit: Unit, values: ArrayLike<number | null>]>>;

/** Place of the first of ascending numbers that is above a limit. */
export function firstAbove(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Gathered rows as the statement gives them: three labels, of which those not given say nothing, then numbers. */
export function gathered(
  labels: readonly (string | null)[],
  columns: Gathered,
  further: readonly (readonly (string | null)[])[] = [],
): Table {
  return labelled(textColumn('by_1', 'label', labels), columns, further);
}

/** The same, of so many rows of each label. */
export function gatheredRuns(
  labels: readonly (readonly [label: string | null, rows: number])[],
  columns: Gathered,
): Table {
  const { dictionary, codes } = textColumn(
    'by_1',
    'label',
    labels.map(([label]) => label),
  );
  const all = new Int32Array(labels.reduce((sum, [, rows]) => sum + rows, 0));
  let first = 0;
  labels.forEach(([, rows], at) => all.fill(codes[at]!, first, (first += rows)));
  return labelled({ kind: 'text', name: 'by_1', unit: 'label', dictionary, codes: all }, columns);
}

function labelled(
  first: TextColumn,
  columns: Gathered,
  [second, third]: readonly (readonly (string | null)[])[] = [],
): Table {
  const { length } = first.codes;
  const none = (name: string): Column => ({ ...first, name, dictionary: [], codes: new Int32Array(length).fill(-1) });
  const other = (name: string, labels: readonly (string | null)[] | undefined) =>
    labels ? textColumn(name, 'label', labels) : none(name);
  const numbers = Object.entries(columns).map(([name, [unit, values]]): Column =>
    values instanceof Float64Array ? { kind: 'number', name, unit, values } : numberColumn(name, unit, values),
  );
  return { length, columns: [first, other('by_2', second), other('by_3', third), ...numbers] };
}
