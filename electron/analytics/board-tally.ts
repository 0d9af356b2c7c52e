/** Rows of a board added up by what they are and by group: what lies between two bounds of their cube is told by it, the rest walked over. */
import type { Question } from '../model/question';
import type { Stretches } from './board';
import { daysAsked, firstFrom, noDay, stretches } from './board';
import type { Cube, Kinds } from './board-cube';
import { cubeOf, partsOf, sumCubeOf } from './board-cube';
import type { Groups, Stretch } from './board-groups';
import type { Sight } from './board-sight';
import { placesIn } from './board-sight';

/** Rows by day, oldest first, those without a day last. */
export interface Entries extends Kinds {
  readonly day: Int32Array;
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
export function tallyOf(entries: Entries, kinds: number, question: Question, sight: Sight): Int32Array {
  return tallyRuns(entries, kinds, runsOf(entries, question, sight.groups), sight);
}

/** The same of these runs of rows. */
export function tallyRuns(rows: Kinds, kinds: number, runs: readonly Run[], sight: Sight): Int32Array {
  const { groups, lens } = sight;
  // The first line is of members in no group.
  const counts = new Int32Array((groups.labels.length + 1) * kinds);
  for (const { group, first, end } of runs) {
    const into = groups.codes === null ? counts.subarray((group + 1) * kinds) : counts;
    const cube = lens && end - first >= lens.cells.length ? cubeOf(rows, kinds, lens) : null;
    const { inner, outer } = partsOf(cube?.bounds, first, end);
    for (const [from, to] of outer) addRows(into, kinds, rows, from, to, sight);
    if (cube && inner) addBetween(into, kinds, cube, inner, sight);
  }
  return counts.subarray(kinds);
}

function addBetween(
  counts: Int32Array,
  kinds: number,
  cube: Cube,
  [low, high]: readonly [number, number],
  { groups: { codes }, chosenCells }: Sight,
): void {
  for (const kind of cube.kinds) {
    if (codes === null && chosenCells === null) {
      counts[kind]! += cube.totals[high]![kind]! - cube.totals[low]![kind]!;
      continue;
    }
    const [before, after] = [cube.counts[low]![kind]!, cube.counts[high]![kind]!];
    const length = chosenCells?.length ?? after.length;
    for (let at = 0; at < length; at++) {
      const cell = chosenCells === null ? at : chosenCells[at]!;
      counts[codes === null ? kind : codes[cell]! * kinds + kind]! += after[cell]! - before[cell]!;
    }
  }
}

function addRows(counts: Int32Array, kinds: number, rows: Kinds, first: number, end: number, sight: Sight): void {
  const { kind } = rows;
  const { chosen, groups } = sight;
  if (groups.codes !== null) return addByMember(counts, kinds, rows, first, end, sight, groups.codes);
  if (chosen === null) {
    for (let row = first; row < end; row++) counts[kind[row]!]!++;
    return;
  }
  const seen = placesIn(rows.place, sight);
  for (let row = first; row < end; row++) counts[kind[row]!]! += chosen[seen[row]!]!;
}

function addByMember(
  counts: Int32Array,
  kinds: number,
  { kind, place }: Kinds,
  first: number,
  end: number,
  sight: Sight,
  codes: Uint16Array | Int32Array,
): void {
  const { chosen } = sight;
  const seen = placesIn(place, sight);
  for (let row = first; row < end; row++) {
    const who = seen[row]!;
    counts[codes[who]! * kinds + kind[row]!]! += chosen === null ? 1 : chosen[who]!;
  }
}

/** What the numbers of the chosen rows, whole ones, add up to by group. */
export function sumsOf(entries: Entries, numbers: Float64Array, question: Question, sight: Sight): Float64Array {
  return sumRuns(entries, numbers, runsOf(entries, question, sight.groups), sight);
}

/** The same of these runs of rows. */
export function sumRuns(rows: Kinds, numbers: Float64Array, runs: readonly Run[], sight: Sight): Float64Array {
  const { groups, lens } = sight;
  const sums = new Float64Array(groups.labels.length + 1);
  const seen = placesIn(rows.place, sight);
  for (const { group, first, end } of runs) {
    const cube = lens && end - first >= lens.cells.length ? sumCubeOf(rows, numbers, lens) : null;
    const { inner, outer } = partsOf(cube?.bounds, first, end);
    for (const [from, to] of outer) addNumbers(sums, group + 1, seen, numbers, from, to, sight);
    if (cube && inner) addSums(sums, group + 1, cube.sums[inner[1]]!, cube.sums[inner[0]]!, sight);
  }
  return sums.subarray(1);
}

function addNumbers(
  sums: Float64Array,
  line: number,
  seen: Int32Array | Uint16Array,
  numbers: Float64Array,
  first: number,
  end: number,
  { groups: { codes }, chosen }: Sight,
): void {
  for (let row = first; row < end; row++) {
    const who = seen[row]!;
    if (chosen === null || chosen[who] === 1) sums[codes === null ? line : codes[who]!]! += numbers[row]!;
  }
}

function addSums(
  sums: Float64Array,
  line: number,
  after: Float64Array,
  before: Float64Array,
  { groups: { codes }, chosenCells }: Sight,
): void {
  const length = chosenCells?.length ?? after.length;
  for (let at = 0; at < length; at++) {
    const cell = chosenCells === null ? at : chosenCells[at]!;
    sums[codes === null ? line : codes[cell]!]! += after[cell]! - before[cell]!;
  }
}

/** Rows in an order of their own, of days each. */
export interface Ordered {
  readonly place: Int32Array;
  readonly day: Int32Array;
  /** The rows of stretches of days, in their order. */
  readonly within: Stretches<Int32Array>;
}

/** Most stretches that are remembered: those a person is offered, each with the one before and its trend. */
const mostWithin = 120;

/** Rows in an order of their own. */
export function ordered(place: Int32Array, day: Int32Array): Ordered {
  return { place, day, within: stretches(mostWithin, ({ byteLength }) => byteLength) };
}

/** The chosen rows of the asked days that have one, group after group, in each in their own order, until more are asked for; `sizes` says how many a group has. */
export function inOrder(
  all: Ordered,
  question: Question,
  sight: Sight,
  sizes: readonly number[],
): readonly Int32Array[] {
  const { groups, chosen } = sight;
  const { codes, stretches: times } = groups;
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, group) => (starts[group + 1] = starts[group]! + size));
  const { low, high } = daysAsked(question);
  const rows = all.within.of(`${low} ${high}`, () => withinOf(all, low, high));
  const [next, out] = [starts.slice(), spareFor(rows.length + 1)];
  const byDay = times === null ? null : groupsByDay(times);
  const [seen, { day }] = [placesIn(all.place, sight), all];
  if (byDay === null && codes === null) takeChosen(rows, seen, chosen, out);
  else
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      const who = seen[row]!;
      if (chosen !== null && chosen[who] === 0) continue;
      const group = byDay !== null ? byDay.groups[day[row]! - byDay.first]! : codes![who]! - 1;
      if (group >= 0) out[next[group]!++] = row;
    }
  return sizes.map((_, group) => out.subarray(starts[group], starts[group + 1]));
}

// A row is written whether it is chosen or not, and overwritten where it was not: no branch to guess wrong.
function takeChosen(
  rows: Int32Array,
  seen: Int32Array | Uint16Array,
  chosen: Uint8Array | null,
  out: Int32Array,
): void {
  if (chosen === null) return out.set(rows);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    out[count] = row;
    count += chosen[seen[row]!]!;
  }
}

let spare = new Int32Array(0);

/** Room to write in that is not made anew for every question; nothing in it is kept. */
export function spareFor(length: number): Int32Array {
  if (spare.length < length) spare = new Int32Array(length);
  return spare;
}

function withinOf({ day }: Ordered, low: number, high: number): Int32Array {
  const rows = spareFor(day.length + 1);
  let count = 0;
  for (let row = 0; row < day.length; row++) {
    rows[count] = row;
    count += Number(day[row]! >= low && day[row]! < high);
  }
  return rows.slice(0, count);
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
