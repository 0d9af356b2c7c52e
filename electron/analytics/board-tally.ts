/** Rows of a board added up by what they are and by group: one walk over the rows of the asked days, whatever the filters and the split. */
import type { Question } from '../model/question';
import { daysAsked, firstFrom, noDay } from './board';
import type { Groups, Stretch } from './board-groups';

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
    if (groups.codes === null) addRun(counts, (run.group + 1) * kinds, entries, run, chosen);
    else addByMember(counts, kinds, entries, run, groups.codes, chosen);
  }
  return counts.subarray(kinds);
}

function addRun(
  counts: Int32Array,
  base: number,
  { kind, place }: Entries,
  { first, end }: Run,
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
type Ordered = Pick<Entries, 'place' | 'day'>;

/** The chosen rows of the asked days that have one, group after group, in each in their own order; `sizes` says how many a group has. */
export function inOrder(
  { place, day }: Ordered,
  question: Question,
  { codes, stretches }: Groups,
  chosen: Uint8Array | null,
  sizes: readonly number[],
): readonly Int32Array[] {
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, group) => (starts[group + 1] = starts[group]! + size));
  const [next, rows] = [starts.slice(), new Int32Array(starts[sizes.length]!)];
  const { low, high } = daysAsked(question);
  const times = stretches === null ? null : groupsByDay(stretches);
  for (let row = 0; row < day.length; row++) {
    const on = day[row]!;
    if (on < low || on >= high) continue;
    const who = place[row]!;
    if (chosen !== null && chosen[who] === 0) continue;
    const group = times !== null ? times.groups[on - times.first]! : codes === null ? 0 : codes[who]! - 1;
    if (group >= 0) rows[next[group]!++] = row;
  }
  return sizes.map((_, group) => rows.subarray(starts[group], starts[group + 1]));
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
