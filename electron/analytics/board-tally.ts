/** Rows of a board added up by what they are and by group: one walk over the rows of the asked days, whatever the filters and the split. */
import type { Question } from '../model/question';
import type { Stretches } from './board';
import { daysAsked, filled, firstFrom, noDay, placesWhere, stretches } from './board';
import type { Groups, Stretch } from './board-groups';
import { writingOf } from './board-members';

/** Rows by day, oldest first, those without a day last. */
export interface Entries {
  readonly place: Int32Array;
  readonly day: Int32Array;
  /** What each is, a small whole number. */
  readonly kind: Uint8Array;
}

/** Rows one after the other of which time says one group, or none. */
export interface Run {
  readonly group: number;
  readonly first: number;
  readonly end: number;
}

/** The rows of the asked days by group of time; with those that have no day, where time does not split. */
export function runsOf({ day }: Pick<Entries, 'day'>, question: Question, { stretches }: Groups): readonly Run[] {
  const { low, high } = daysAsked(question);
  if (stretches === null) {
    const dated = { group: 0, first: firstFrom(day, low), end: firstFrom(day, high) };
    return [dated, { group: 0, first: firstFrom(day, noDay), end: day.length }];
  }
  return stretches.map(({ group, first, end }) => ({
    group,
    first: firstFrom(day, Math.max(low, first)),
    end: firstFrom(day, Math.min(high, end)),
  }));
}

/** How many of the chosen rows are of each kind: kinds one beside the other, group after group. */
export function tallyOf(
  entries: Entries,
  kinds: number,
  question: Question,
  groups: Groups,
  chosen: Uint8Array | null,
): Int32Array {
  // The first line is of members in no group.
  const counts = new Int32Array((groups.labels.length + 1) * kinds);
  for (const run of runsOf(entries, question, groups)) {
    if (groups.codes === null) addRun(counts, (run.group + 1) * kinds, entries, kinds, run, chosen);
    else addByMember(counts, kinds, entries, run, groups.codes, chosen);
  }
  return counts.subarray(kinds);
}

/** So many rows are added up once for one choice: a period, the one before and the trend hold the same ones. */
const pieceRows = 128;

/** What pieces of rows add up to under one choice. */
interface Pieces {
  readonly writing: number;
  readonly counts: Int32Array;
  readonly isAdded: Uint8Array;
}

const addedUp = new WeakMap<Entries, Pieces>();

function addRun(
  counts: Int32Array,
  base: number,
  entries: Entries,
  kinds: number,
  { first, end }: Run,
  chosen: Uint8Array | null,
): void {
  const [begin, stop] = [Math.ceil(first / pieceRows), Math.floor(end / pieceRows)];
  const pieces = stop > begin ? piecesOf(entries, kinds, writingOf(chosen)) : null;
  if (pieces === null) return addRows(counts, base, entries, first, end, chosen);
  addRows(counts, base, entries, first, begin * pieceRows, chosen);
  for (let piece = begin; piece < stop; piece++) {
    if (pieces.isAdded[piece] === 0)
      addRows(pieces.counts, piece * kinds, entries, piece * pieceRows, (piece + 1) * pieceRows, chosen);
    pieces.isAdded[piece] = 1;
    for (let kind = 0; kind < kinds; kind++) counts[base + kind]! += pieces.counts[piece * kinds + kind]!;
  }
  addRows(counts, base, entries, stop * pieceRows, end, chosen);
}

// The pieces kept of these rows, begun anew under another choice.
function piecesOf(entries: Entries, kinds: number, writing: number | null): Pieces | null {
  if (writing === null) return null;
  const known = addedUp.get(entries);
  if (known?.writing === writing) return known;
  const number = Math.ceil(entries.day.length / pieceRows);
  const pieces = { writing, counts: new Int32Array(number * kinds), isAdded: new Uint8Array(number) };
  addedUp.set(entries, pieces);
  return pieces;
}

function addRows(
  counts: Int32Array,
  base: number,
  { kind, place }: Entries,
  first: number,
  end: number,
  chosen: Uint8Array | null,
): void {
  if (chosen === null) for (let row = first; row < end; row++) counts[base + kind[row]!]!++;
  else for (let row = first; row < end; row++) counts[base + kind[row]!]! += chosen[place[row]!]!;
}

function addByMember(
  counts: Int32Array,
  kinds: number,
  { kind, place }: Entries,
  { first, end }: Run,
  codes: Uint16Array | Int32Array,
  chosen: Uint8Array | null,
): void {
  if (chosen === null) for (let row = first; row < end; row++) counts[codes[place[row]!]! * kinds + kind[row]!]!++;
  else
    for (let row = first; row < end; row++) {
      const who = place[row]!;
      counts[codes[who]! * kinds + kind[row]!]! += chosen[who]!;
    }
}

/** What the numbers of the chosen rows add up to by group. */
export function sumsOf(
  entries: Entries,
  numbers: Float64Array,
  question: Question,
  groups: Groups,
  chosen: Uint8Array | null,
): Float64Array {
  const { place } = entries;
  const { codes } = groups;
  const sums = new Float64Array(groups.labels.length + 1);
  for (const { group, first, end } of runsOf(entries, question, groups)) {
    for (let row = first; row < end; row++) {
      const who = place[row]!;
      const line = codes === null ? group + 1 : codes[who]!;
      if (chosen === null || chosen[who] === 1) sums[line]! += numbers[row]!;
    }
  }
  return sums.subarray(1);
}

/** Rows in an order of their own, of days each. */
export interface Ordered {
  readonly place: Int32Array;
  readonly day: Int32Array;
  /** What is kept of stretches of days. */
  readonly within: Stretches<Within>;
}

/** The rows of a stretch of days in their order, with what each is looked up by. */
interface Within {
  readonly rows: Int32Array;
  readonly place: Int32Array;
  readonly day: Int32Array;
}

/** Most stretches that are remembered: those a person is offered, each with the one before and its trend. */
const mostWithin = 120;

/** Rows in an order of their own. */
export function ordered(place: Int32Array, day: Int32Array): Ordered {
  return { place, day, within: stretches(mostWithin, ({ rows }) => 3 * rows.byteLength) };
}

/** The chosen rows of the asked days that have one, group after group, in each in their own order; `sizes` says how many a group has. */
export function inOrder(
  all: Ordered,
  question: Question,
  { codes, stretches: times }: Groups,
  chosen: Uint8Array | null,
  sizes: readonly number[],
): readonly Int32Array[] {
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, group) => (starts[group + 1] = starts[group]! + size));
  const [next, out] = [starts.slice(), new Int32Array(starts[sizes.length]!)];
  const { low, high } = daysAsked(question);
  const { rows, place, day } = all.within.of(`${low} ${high}`, () => withinOf(all, low, high));
  const byDay = times === null ? null : groupsByDay(times);
  for (let at = 0; at < rows.length; at++) {
    const who = place[at]!;
    if (chosen !== null && chosen[who] === 0) continue;
    const group = byDay !== null ? byDay.groups[day[at]! - byDay.first]! : codes === null ? 0 : codes[who]! - 1;
    if (group >= 0) out[next[group]!++] = rows[at]!;
  }
  return sizes.map((_, group) => out.subarray(starts[group], starts[group + 1]));
}

function withinOf({ place, day }: Ordered, low: number, high: number): Within {
  const rows = placesWhere(day.length, (row) => day[row]! >= low && day[row]! < high);
  const pick = (values: Int32Array) => filled(new Int32Array(rows.length), (at) => values[rows[at]!]!);
  return { rows, place: pick(place), day: pick(day) };
}

function groupsByDay(stretches: readonly Stretch[]): { readonly first: number; readonly groups: Int32Array } {
  const first = stretches[0]?.first ?? 0;
  const groups = new Int32Array((stretches.at(-1)?.end ?? first) - first);
  for (const { group, first: begin, end } of stretches) groups.fill(group, begin - first, end - first);
  return { first, groups };
}

/** Groups that anything was counted in. */
export function filledOf(counts: Int32Array, kinds: number, { labels }: Groups): readonly number[] {
  return labels.flatMap((_, group) =>
    counts.subarray(group * kinds, (group + 1) * kinds).some((n) => n > 0) ? [group] : [],
  );
}
