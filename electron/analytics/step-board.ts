/** How many journeys went from one rung to another, and how long it took them: gathered from the board of rungs reached. */
import type { Table } from '../model/table';
import { quantileCont } from '../stats/quantile';
import type { Asked } from './board';
import { dayAsked, gathered, noDay, quickWay } from './board';
import type { Life } from './life-counts';
import { lifeColumns, lifeCounts } from './life-counts';
import type { ReachBoard, Split } from './reach-board';
import { chosenAt, coversSteps, ending, reachPlan, splitOf } from './reach-board';

/** Most groups that are counted in memory. */
const mostGroups = 500_000;

/** Why a journey is not judged. */
const reasons = { none: 0, badDates: 1, unknown: 2, young: 3 } as const;

/** The step asked for. */
interface Step {
  readonly from: number;
  readonly to: number;
  /** Days it may take; NaN without an end. */
  readonly window: number;
}

function stepOf({ parameters }: Asked): Step {
  const { from_rank: from, to_rank: to, window_days: window } = parameters;
  return { from: Number(from), to: Number(to), window: window === null ? NaN : Number(window) };
}

/** The journeys a question is about: place, group, days from one rung to the other (NaN where it never came so far), and why each is not judged. */
interface Taken {
  readonly key: string;
  readonly length: number;
  readonly who: Int32Array;
  readonly group: Int32Array;
  readonly days: Float64Array;
  readonly reason: Uint8Array;
}

const lastTaken = new WeakMap<ReachBoard, Taken>();

// In the order of their numbers. What was taken last is kept: the further half of an answer asks for the same.
function taken(board: ReachBoard, asked: Asked, step: Step, split: Split): Taken {
  const { from, to, by, filters } = asked.question;
  const key = JSON.stringify([from, to, by, filters, step]);
  const known = lastTaken.get(board);
  if (known?.key === key) return known;
  const size = board.ending.length;
  const room = known ?? {
    who: new Int32Array(size),
    group: new Int32Array(size),
    days: new Float64Array(size),
    reason: new Uint8Array(size),
  };
  const length = take(board, asked, step, room, split);
  const now = { ...room, key, length };
  lastTaken.set(board, now);
  return now;
}

function take(
  board: ReachBoard,
  asked: Asked,
  { from, to, window }: Step,
  room: Omit<Taken, 'key' | 'length'>,
  split: Split,
): number {
  const [first, second] = [reachedIn(board, from), reachedIn(board, to)];
  const chosen = chosenAt(board, from, asked.question);
  const low = dayAsked(asked.question.from, -noDay);
  const high = Math.min(dayAsked(asked.question.to, noDay), noDay);
  const { countedOn } = first;
  const { owners, byDay, byPerson, byMember, firstDay } = split;
  let length = 0;
  for (let who = 0; who < countedOn.length; who++) {
    const on = countedOn[who]!;
    if (on < low || on >= high || (chosen !== null && !chosen[who])) continue;
    const person = owners === null ? 0 : byPerson[owners[who]!]!;
    room.group[length] = byDay[on - firstDay]! + person + (byMember === null ? 0 : byMember[who]!);
    const days = board.dateOnly[who]
      ? daysTo(second.on[who]!, first.on[who]!)
      : (second.at[who]! - first.at[who]!) / 86_400e6;
    room.days[length] = days;
    room.reason[length] = reasonOf(board, first, who, window);
    room.who[length++] = who;
  }
  return length;
}

function reasonOf(board: ReachBoard, first: ReturnType<typeof reachedIn>, who: number, window: number): number {
  if (board.closedWithoutDate[who]) return reasons.badDates;
  const at = first.at[who]!;
  if (Number.isNaN(at)) return reasons.unknown;
  if (Number.isNaN(window)) return board.ending[who] === ending.open ? reasons.young : reasons.none;
  const age = board.dateOnly[who] ? board.nowOn - first.on[who]! : (board.nowAt - at) / 86_400e6;
  return age < window ? reasons.young : reasons.none;
}

function reachedIn({ rungs }: ReachBoard, rank: number) {
  const reached = rungs.get(rank);
  if (!reached) throw new Error(`no rung ${rank}`);
  return reached;
}

function daysTo(end: number, start: number): number {
  return end === noDay || start === noDay ? NaN : end - start;
}

/** What is counted of each group, one beside the other: what became of a journey, one of these each, then what is true of some. */
const slots = [
  'hit',
  'lost',
  'noDecision',
  'disqualified',
  'stillOpen',
  'young',
  'youngHit',
  'stageUnknown',
  'badDates',
  'cameElse',
  'absent',
  'fromFlags',
  'rungsUnknown',
  'doubtful',
] as const;
type Slot = (typeof slots)[number];
const slot = Object.fromEntries(slots.map((name, at) => [name, at])) as Readonly<Record<Slot, number>>;

/** Where those that did not come so far are counted, by how they ended. */
const endedIn: readonly number[] = [
  slot.stillOpen,
  slot.stillOpen,
  slot.lost,
  slot.lost,
  slot.noDecision,
  slot.disqualified,
];

/** Rows of the statement of steps. */
function gatherSteps(board: ReachBoard, asked: Asked): Table | null {
  const step = stepOf(asked);
  const split = splitOf(board, step.from, asked);
  if (split.count > mostGroups) return null;
  const all = taken(board, asked, step, split);
  const tally = tallyOf(board, step, all, split.count);
  const medians = mediansOf(all, tally, board, step);
  const sum = (group: number, names: readonly Slot[]) =>
    names.reduce((total, name) => total + tally[group * slots.length + slot[name]]!, 0);
  const groups = Array.from({ length: split.count }, (_, group) => group).filter((group) => sum(group, any) > 0);
  const count = (...names: readonly Slot[]) =>
    ['count', Float64Array.from(groups, (group) => sum(group, names))] as const;
  const otherBound = (group: number) => {
    const judged = sum(group, [...judgedIn, 'stageUnknown', 'badDates']);
    return sum(group, ['rungsUnknown']) > 0 && judged > 0 ? sum(group, ['hit', 'doubtful']) / judged : NaN;
  };
  const [by = groups.map(() => null), ...further] = labelsOf(split, groups, asked);
  return gathered(
    by,
    {
      numerator: count('hit'),
      denominator: count(...judgedIn),
      immature: count('young', 'youngHit'),
      immature_hits: count('youngHit'),
      reached_from: ['count', Float64Array.from(groups, (group) => sum(group, any) - sum(group, ['absent']))],
      reached_to: count('hit', 'youngHit', 'cameElse'),
      window_days: ['days', new Float64Array(groups.length).fill(step.window)],
      median_days: ['days', Float64Array.from(groups, (group) => medians[group]!)],
      ended_lost: count('lost'),
      ended_no_decision: count('noDecision'),
      ended_disqualified: count('disqualified'),
      still_open: count('stillOpen'),
      other_bound: ['score', Float64Array.from(groups, otherBound)],
      from_flags: count('fromFlags'),
      excluded_stage_unknown: count('stageUnknown'),
      excluded_bad_dates: count('badDates'),
      excluded_not_mature: count('young', 'youngHit'),
    },
    further,
  );
}

const judgedIn: readonly Slot[] = ['hit', 'lost', 'noDecision', 'disqualified', 'stillOpen'];
const any: readonly Slot[] = [...judgedIn, 'young', 'youngHit', 'stageUnknown', 'badDates'];

// Labels of each dimension, one a row.
function labelsOf(split: Split, groups: readonly number[], { question: { by } }: Asked): (string | null)[][] {
  const labels = groups.map(split.labelsOf);
  return by.map((_, at) => labels.map((row) => row[at] ?? null));
}

function tallyOf(
  board: ReachBoard,
  step: Step,
  { length, who, group, days, reason }: Taken,
  groups: number,
): Int32Array {
  const { rungsUnknown, fromFlags } = board;
  const [first, second] = [reachedIn(board, step.from).at, reachedIn(board, step.to).at];
  const tally = new Int32Array(groups * slots.length);
  for (let at = 0; at < length; at++) {
    const journey = who[at]!;
    const base = group[at]! * slots.length;
    const why = reason[at]!;
    const came = !Number.isNaN(second[journey]!);
    const hit = came && isWithin(days[at]!, step);
    const place = placeOf(why, hit, board.ending[journey]!);
    tally[base + place]!++;
    if (came && place !== slot.hit && place !== slot.youngHit) tally[base + slot.cameElse]!++;
    if (Number.isNaN(first[journey]!)) tally[base + slot.absent]!++;
    if (fromFlags[journey] && (step.to < 7 || why === reasons.unknown)) tally[base + slot.fromFlags]!++;
    if (!rungsUnknown[journey]) continue;
    tally[base + slot.rungsUnknown]!++;
    if (why !== reasons.young && step.to <= 5 && place !== slot.hit) tally[base + slot.doubtful]!++;
  }
  return tally;
}

function isWithin(days: number, { window }: Step): boolean {
  return Number.isNaN(window) || days <= window;
}

function placeOf(why: number, hit: boolean, end: number): number {
  if (why === reasons.none) return hit ? slot.hit : endedIn[end]!;
  if (why === reasons.young) return hit ? slot.youngHit : slot.young;
  return why === reasons.unknown ? slot.stageUnknown : slot.badDates;
}

// Durations of those that came so far, counted into the place of their group, and each group sorted.
function mediansOf(
  { length, who, group, days, reason }: Taken,
  tally: Int32Array,
  board: ReachBoard,
  step: Step,
): Float64Array {
  const groups = tally.length / slots.length;
  const starts = new Int32Array(groups + 1);
  for (let at = 0; at < groups; at++) starts[at + 1] = starts[at]! + tally[at * slots.length + slot.hit]!;
  const next = starts.slice();
  const placed = new Float64Array(starts[groups]!);
  const { at: second } = reachedIn(board, step.to);
  for (let at = 0; at < length; at++) {
    if (reason[at] !== reasons.none || Number.isNaN(second[who[at]!]!) || !isWithin(days[at]!, step)) continue;
    placed[next[group[at]!]!++] = days[at]!;
  }
  return Float64Array.from(
    { length: groups },
    (_, at) => quantileCont(placed.subarray(starts[at], starts[at + 1]).sort(), 0.5) ?? NaN,
  );
}

/** Rows of the statement's further half: whole days to each end, of groups of which more than a tenth is too young. */
function gatherLives(board: ReachBoard, asked: Asked): Table | null {
  const step = stepOf(asked);
  const split = splitOf(board, step.from, asked);
  if (split.count > mostGroups) return null;
  const all = taken(board, asked, step, split);
  const young = youngOf(all, reachedIn(board, step.from).at, split.count);
  const rows = livesOf(board, step, all, young);
  if (rows === null) return null;
  const labels = labelsOf(
    split,
    rows.map(({ group }) => young.groups[group]!),
    asked,
  );
  const [by = rows.map(() => null), ...further] = labels;
  return gathered(by, lifeColumns(rows), further);
}

// Null where the lives of so many groups would take too much memory.
function livesOf(board: ReachBoard, step: Step, all: Taken, { place, groups }: Young): readonly Life[] | null {
  const { at: first } = reachedIn(board, step.from);
  const window = Number.isNaN(step.window) ? Infinity : step.window;
  const each = (add: (group: number, life: number, cause: number) => void): void => {
    for (let at = 0; at < all.length; at++) {
      const [who, group] = [all.who[at]!, place[all.group[at]!]!];
      if (group < 0 || board.closedWithoutDate[who] || Number.isNaN(first[who]!)) continue;
      const { life, cause } = lifeOf(board, step, who, all.days[at]!);
      add(group, life, cause);
    }
  };
  let longest = 0;
  if (window === Infinity) each((_, life) => (longest = Math.max(longest, life)));
  const counts = lifeCounts(groups.length, window, window === Infinity ? longest : window + 1);
  if (counts === null) return null;
  each(counts.add);
  return counts.rows();
}

/** Groups of which more than a tenth is too young, and the place of each group among them, -1 for the others. */
interface Young {
  readonly groups: readonly number[];
  readonly place: Int32Array;
}

function youngOf({ length, who, group, reason }: Taken, first: Float64Array, count: number): Young {
  const [all, young] = [new Int32Array(count), new Int32Array(count)];
  for (let at = 0; at < length; at++) {
    if (Number.isNaN(first[who[at]!]!)) continue;
    all[group[at]!]!++;
    if (reason[at] === reasons.young) young[group[at]!]!++;
  }
  const groups = Array.from(all.keys()).filter((at) => 10 * young[at]! > all[at]!);
  const place = new Int32Array(count).fill(-1);
  groups.forEach((at, order) => (place[at] = order));
  return { groups, place };
}

// Days to the other rung (cause 1), to any other end (2), or to the as-of (0).
function lifeOf(board: ReachBoard, { from, to }: Step, who: number, days: number): { life: number; cause: number } {
  if (!Number.isNaN(reachedIn(board, to).at[who]!)) return { life: Math.max(0, days), cause: 1 };
  const { at, on } = reachedIn(board, from);
  const end = board.ending[who]!;
  const isOver = end >= ending.reversed || (end === ending.won && to < 7);
  const isDated = !Number.isNaN(board.closedAt[who]!) && (end !== ending.won || to < 7);
  const [lastAt, lastOn] = isDated ? [board.closedAt[who]!, board.closedOn[who]!] : [board.nowAt, board.nowOn];
  const life = board.dateOnly[who] ? daysTo(lastOn, on[who]!) : (lastAt - at[who]!) / 86_400e6;
  return { life: Math.max(0, life), cause: isOver ? 2 : 0 };
}

export const stepsQuickly = quickWay({
  plan: reachPlan,
  spans: null,
  covers: coversSteps,
  gather: gatherSteps,
  more: gatherLives,
});
