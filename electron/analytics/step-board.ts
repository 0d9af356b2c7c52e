/** How many journeys went from one rung to another, and how long it took them: gathered from the board of rungs reached. */
import type { Table } from '../model/table';
import { quantileCont } from '../stats/quantile';
import type { Asked } from './board';
import { gathered, quickWay } from './board';
import { lifeColumns, lifeCounts } from './life-counts';
import type { ReachBoard, Split } from './reach-board';
import { coversSteps, reachPlan, splitOf } from './reach-board';
import type { Slot } from './step-kinds';
import { slot, slots } from './step-kinds';
import type { Lines, StepRows } from './step-rows';
import { linesOf, stepOf, stepRows } from './step-rows';

/** Most groups that are counted in memory. */
const mostGroups = 250_000;

/** What a question about a step counts: its rows, the group of each, and what is in each group. */
interface Counted {
  readonly rows: StepRows;
  readonly lines: Lines;
  /** Slots one beside the other, group after group. */
  readonly tally: Int32Array;
}

function countedIn(board: ReachBoard, asked: Asked, split: Split): Counted {
  const step = stepOf(asked);
  const rows = stepRows(board, step);
  const lines = linesOf(board, step.from, asked, split);
  return { rows, lines, tally: tallyOf(rows, lines, split.count) };
}

// By kind first, of which each stands for some of the slots.
function tallyOf({ kind, kinds }: StepRows, { first, group }: Lines, groups: number): Int32Array {
  const counts = new Int32Array(groups * kinds.length);
  for (let at = 0; at < group.length; at++)
    if (group[at]! >= 0) counts[group[at]! * kinds.length + kind[first + at]!]!++;
  const tally = new Int32Array(groups * slots.length);
  for (let each = 0; each < groups; each++)
    for (let own = 0; own < kinds.length; own++) {
      const n = counts[each * kinds.length + own]!;
      if (n > 0) for (const place of kinds[own]!) tally[each * slots.length + place]! += n;
    }
  return tally;
}

/** What the groups have in some of their slots. */
function sumsOf(tally: Int32Array, groups: Int32Array, names: readonly Slot[]): Float64Array {
  const sums = new Float64Array(groups.length);
  for (const name of names) {
    const place = slot[name];
    for (let at = 0; at < groups.length; at++) sums[at]! += tally[groups[at]! * slots.length + place]!;
  }
  return sums;
}

const judgedIn: readonly Slot[] = ['hit', 'lost', 'noDecision', 'disqualified', 'stillOpen'];
const any: readonly Slot[] = [...judgedIn, 'young', 'youngHit', 'stageUnknown', 'badDates'];

/** Rows of the statement of steps. */
function gatherSteps(board: ReachBoard, asked: Asked): Table | null {
  const { from, window } = stepOf(asked);
  const split = splitOf(board, from, asked);
  if (split.count > mostGroups) return null;
  const { rows, lines, tally } = countedIn(board, asked, split);
  const everyGroup = Int32Array.from({ length: split.count }, (_, group) => group);
  const all = sumsOf(tally, everyGroup, any);
  const groups = everyGroup.filter((group) => all[group]! > 0);
  const of = (...names: readonly Slot[]) => sumsOf(tally, groups, names);
  const count = (...names: readonly Slot[]) => ['count', of(...names)] as const;
  const medians = mediansOf(rows, lines, tally, split.count);
  const [by = Array.from(groups, () => null), ...further] = labelsOf(split, groups, asked);
  const absent = of('absent');
  return gathered(
    by,
    {
      numerator: count('hit'),
      denominator: count(...judgedIn),
      immature: count('young', 'youngHit'),
      immature_hits: count('youngHit'),
      reached_from: ['count', of(...any).map((n, at) => n - absent[at]!)],
      reached_to: count('hit', 'youngHit', 'cameElse'),
      window_days: ['days', new Float64Array(groups.length).fill(window)],
      median_days: ['days', Float64Array.from(groups, (group) => medians[group]!)],
      ended_lost: count('lost'),
      ended_no_decision: count('noDecision'),
      ended_disqualified: count('disqualified'),
      still_open: count('stillOpen'),
      other_bound: ['score', otherBounds(of)],
      from_flags: count('fromFlags'),
      excluded_stage_unknown: count('stageUnknown'),
      excluded_bad_dates: count('badDates'),
      excluded_not_mature: count('young', 'youngHit'),
    },
    further,
  );
}

// The share of hits if all that may have come so far did.
function otherBounds(of: (...names: readonly Slot[]) => Float64Array): Float64Array {
  const [judged, unknown, hits] = [
    of(...judgedIn, 'stageUnknown', 'badDates'),
    of('rungsUnknown'),
    of('hit', 'doubtful'),
  ];
  return hits.map((n, at) => (unknown[at]! > 0 && judged[at]! > 0 ? n / judged[at]! : NaN));
}

// Labels of each dimension, one a row.
function labelsOf(split: Split, groups: Int32Array, { question: { by } }: Asked): (string | null)[][] {
  const labels = Array.from(groups, split.labelsOf);
  return by.map((_, at) => labels.map((row) => row[at] ?? null));
}

// Days of those that came so far in time, counted into the place of their group: they stand in the order of their days.
function mediansOf({ hits }: StepRows, { first, group }: Lines, tally: Int32Array, groups: number): Float64Array {
  const starts = new Int32Array(groups + 1);
  for (let at = 0; at < groups; at++) starts[at + 1] = starts[at]! + tally[at * slots.length + slot.hit]!;
  const next = starts.slice();
  const placed = new Float64Array(starts[groups]!);
  for (let hit = 0; hit < hits.row.length; hit++) {
    const at = hits.row[hit]! - first;
    if (at >= 0 && at < group.length && group[at]! >= 0) placed[next[group[at]!]!++] = hits.days[hit]!;
  }
  return Float64Array.from(
    { length: groups },
    (_, at) => quantileCont(placed.subarray(starts[at], starts[at + 1]), 0.5) ?? NaN,
  );
}

/** Rows of the statement's further half: whole days to each end, of groups of which more than a tenth is too young. */
function gatherLives(board: ReachBoard, asked: Asked): Table | null {
  const { from, window } = stepOf(asked);
  const split = splitOf(board, from, asked);
  if (split.count > mostGroups) return null;
  const { rows, lines, tally } = countedIn(board, asked, split);
  const young = youngOf(tally, split.count);
  const room = lifeCounts(young.groups.length, Number.isNaN(window) ? Infinity : window, rows.longest);
  // Null where the lives of so many groups would take too much memory.
  if (room === null) return null;
  const { counts, width } = room;
  for (let at = 0; at < lines.group.length; at++) {
    const [group, row] = [lines.group[at]!, lines.first + at];
    const place = group < 0 ? -1 : young.place[group]!;
    if (place >= 0 && rows.life[row]! >= 0) counts[place * width + rows.life[row]! * 3 + rows.cause[row]!]!++;
  }
  const lives = room.rows();
  const groups = Int32Array.from(lives, ({ group }) => young.groups[group]!);
  const [by = lives.map(() => null), ...further] = labelsOf(split, groups, asked);
  return gathered(by, lifeColumns(lives), further);
}

/** Groups of which more than a tenth is too young, and the place of each group among them, -1 for the others. */
interface Young {
  readonly groups: readonly number[];
  readonly place: Int32Array;
}

function youngOf(tally: Int32Array, count: number): Young {
  const every = Int32Array.from({ length: count }, (_, group) => group);
  const [all, absent] = [sumsOf(tally, every, any), sumsOf(tally, every, ['absent'])];
  const young = sumsOf(tally, every, ['young', 'youngHit']);
  const groups = Array.from(every).filter((at) => 10 * young[at]! > all[at]! - absent[at]!);
  const place = new Int32Array(count).fill(-1);
  groups.forEach((at, order) => (place[at] = order));
  return { groups, place };
}

export const stepsQuickly = quickWay({
  plan: reachPlan,
  spans: null,
  covers: coversSteps,
  gather: gatherSteps,
  more: gatherLives,
});
