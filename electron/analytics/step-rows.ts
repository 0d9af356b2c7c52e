/** The journeys of one step by the day each counts on: what no period, filter or split changes is worked out once a step. */
import type { Asked, Stretches } from './board';
import { daysAsked, filled, firstFrom, noDay, orderByDay, stretches } from './board';
import type { Reached, ReachBoard, Split } from './reach-board';
import { chosenAt, ending } from './reach-board';
import { placeOf, reasons, slot } from './step-kinds';

/** The step asked for. */
export interface Step {
  readonly from: number;
  readonly to: number;
  /** Days it may take; NaN without an end. */
  readonly window: number;
}

export function stepOf({ parameters }: Asked): Step {
  const { from_rank: from, to_rank: to, window_days: window } = parameters;
  return { from: Number(from), to: Number(to), window: window === null ? NaN : Number(window) };
}

/** Journeys that count on some day at a rung, the oldest day first. */
interface Standing {
  readonly place: Int32Array;
  readonly day: Int32Array;
}

/** What became of those that stand on the first rung of a step, in their order. */
export interface StepRows {
  /** Place of each among the kinds. */
  readonly kind: Uint8Array;
  /** Slots that one of a kind is counted in. */
  readonly kinds: readonly (readonly number[])[];
  /** Rows that came so far in time, with their days, the shortest first. */
  readonly hits: { readonly row: Int32Array; readonly days: Float64Array };
  /** Whole days to the other rung (cause 1), to any other end (2), or to the as-of or beyond the window (0); -1 where nobody knows. */
  readonly life: Int32Array;
  readonly cause: Uint8Array;
  readonly longest: number;
}

/** The group of each row from the first on; -1 where the filters leave it out. */
export interface Lines {
  readonly first: number;
  readonly group: Int32Array;
}

interface Known {
  readonly standing: Map<number, Standing>;
  readonly steps: Stretches<StepRows>;
  readonly lines: Stretches<Lines>;
}

/** Most steps kept, a funnel or two, and most groupings: each step asks for its first rung's, twice. */
const [mostSteps, mostLines] = [12, 2];

const known = new WeakMap<ReachBoard, Known>();

function knownOf(board: ReachBoard): Known {
  const found = known.get(board) ?? { standing: new Map(), steps: stretches(mostSteps), lines: stretches(mostLines) };
  known.set(board, found);
  return found;
}

function reachedIn({ rungs }: ReachBoard, rank: number): Reached {
  const reached = rungs.get(rank);
  if (!reached) throw new Error(`no rung ${rank}`);
  return reached;
}

function standingOn(board: ReachBoard, rank: number): Standing {
  const { standing } = knownOf(board);
  const found = standing.get(rank);
  if (found) return found;
  const { countedOn } = reachedIn(board, rank);
  const order = new Int32Array(orderByDay(countedOn));
  const day = filled(new Int32Array(order.length), (at) => countedOn[order[at]!]!);
  const length = firstFrom(day, noDay);
  const now = { place: order.slice(0, length), day: day.slice(0, length) };
  standing.set(rank, now);
  return now;
}

/** The groups of the journeys a question is about. */
export function linesOf(board: ReachBoard, rank: number, asked: Asked, split: Split): Lines {
  const { from, to, by, filters } = asked.question;
  const key = JSON.stringify([rank, from, to, by, filters]);
  return knownOf(board).lines.of(key, () => grouped(board, rank, asked, split));
}

function grouped(board: ReachBoard, rank: number, { question }: Asked, split: Split): Lines {
  const { place, day } = standingOn(board, rank);
  const { low, high } = daysAsked(question);
  const [first, end] = [firstFrom(day, low), firstFrom(day, high)];
  const { owners, byDay, byPerson, byMember, firstDay } = split;
  const chosen = chosenAt(board, rank, question);
  const group = new Int32Array(Math.max(0, end - first));
  for (let at = 0; at < group.length; at++) {
    const who = place[first + at]!;
    const ofPerson = owners === null ? 0 : byPerson[owners[who]!]!;
    const ofMember = byMember === null ? 0 : byMember[who]!;
    const line = byDay[day[first + at]! - firstDay]! + ofPerson + ofMember;
    group[at] = chosen === null || chosen[who] === 1 ? line : -1;
  }
  return { first, group };
}

/** What became of the journeys of a step. */
export function stepRows(board: ReachBoard, step: Step): StepRows {
  return knownOf(board).steps.of(`${step.from} ${step.to} ${step.window}`, () => worked(board, step));
}

/** A step of a board: the two rungs, and the days it may take. */
interface Pair {
  readonly board: ReachBoard;
  readonly step: Step;
  readonly first: Reached;
  readonly second: Reached;
  readonly window: number;
}

function worked(board: ReachBoard, step: Step): StepRows {
  const { place } = standingOn(board, step.from);
  const window = Number.isNaN(step.window) ? Infinity : step.window;
  const pair = { board, step, first: reachedIn(board, step.from), second: reachedIn(board, step.to), window };
  const days = filled(new Float64Array(place.length), (row) => daysOf(pair, place[row]!));
  const { kind, kinds } = kindsOf(pair, place, days);
  return { kind, kinds, hits: hitsOf(kind, kinds, days), ...livesOf(pair, place, days) };
}

// Days from one rung to the other; NaN where a journey never came so far.
function daysOf({ board, first, second }: Pair, who: number): number {
  return board.dateOnly[who] ? daysTo(second.on[who]!, first.on[who]!) : (second.at[who]! - first.at[who]!) / 86_400e6;
}

function daysTo(end: number, start: number): number {
  return end === noDay || start === noDay ? NaN : end - start;
}

function hitsOf(kind: Uint8Array, kinds: StepRows['kinds'], days: Float64Array): StepRows['hits'] {
  const isHit = Uint8Array.from(kinds, (counted) => Number(counted.includes(slot.hit)));
  const rows = new Int32Array(kind.length);
  let count = 0;
  // A row is written whether it is a hit or not, and overwritten where it was not: no branch to guess wrong.
  for (let row = 0; row < kind.length; row++) {
    rows[count] = row;
    count += isHit[kind[row]!]!;
  }
  const row = rows.slice(0, count).sort((a, b) => days[a]! - days[b]!);
  return { row, days: filled(new Float64Array(count), (at) => days[row[at]!]!) };
}

function kindsOf(pair: Pair, place: Int32Array, days: Float64Array) {
  const kind = new Uint8Array(place.length);
  const kinds: (readonly number[])[] = [];
  const places = new Map<number, number>();
  for (let row = 0; row < place.length; row++) {
    const counted = slotsOf(pair, place[row]!, days[row]!);
    let own = places.get(counted);
    if (own === undefined) {
      own = kinds.push(Object.values(slot).filter((at) => counted & (1 << at))) - 1;
      places.set(counted, own);
    }
    kind[row] = own;
  }
  return { kind, kinds };
}

// The slots a journey is counted in, a bit each.
function slotsOf({ board, step, first, second, window }: Pair, who: number, days: number): number {
  const why = reasonOf(board, first, who, step.window);
  const came = !Number.isNaN(second.at[who]!);
  const place = placeOf(why, came && (window === Infinity || days <= window), board.ending[who]!);
  const isHit = place === slot.hit || place === slot.youngHit;
  const isFromFlags = board.fromFlags[who] === 1 && (step.to < 7 || why === reasons.unknown);
  const isUnknown = board.rungsUnknown[who] === 1;
  const isDoubtful = isUnknown && why !== reasons.young && step.to <= 5 && place !== slot.hit;
  return (
    (1 << place) |
    (Number(came && !isHit) << slot.cameElse) |
    (Number(Number.isNaN(first.at[who]!)) << slot.absent) |
    (Number(isFromFlags) << slot.fromFlags) |
    (Number(isUnknown) << slot.rungsUnknown) |
    (Number(isDoubtful) << slot.doubtful)
  );
}

function reasonOf(board: ReachBoard, first: Reached, who: number, window: number): number {
  if (board.closedWithoutDate[who]) return reasons.badDates;
  const at = first.at[who]!;
  if (Number.isNaN(at)) return reasons.unknown;
  if (Number.isNaN(window)) return board.ending[who] === ending.open ? reasons.young : reasons.none;
  const age = board.dateOnly[who] ? board.nowOn - first.on[who]! : (board.nowAt - at) / 86_400e6;
  return age < window ? reasons.young : reasons.none;
}

function livesOf(pair: Pair, place: Int32Array, days: Float64Array) {
  const { board, first, second, window } = pair;
  const [life, cause] = [new Int32Array(place.length).fill(-1), new Uint8Array(place.length)];
  let longest = 0;
  for (let row = 0; row < place.length; row++) {
    const who = place[row]!;
    if (board.closedWithoutDate[who] || Number.isNaN(first.at[who]!)) continue;
    const came = !Number.isNaN(second.at[who]!);
    const own = Math.max(0, came ? days[row]! : daysWatched(pair, who));
    life[row] = Math.ceil(Math.min(own, window + 1));
    cause[row] = own > window ? 0 : came ? 1 : isOver(pair, who) ? 2 : 0;
    longest = Math.max(longest, life[row]!);
  }
  return { life, cause, longest };
}

function isOver({ board, step }: Pair, who: number): boolean {
  const end = board.ending[who]!;
  return end >= ending.reversed || (end === ending.won && step.to < 7);
}

// Days to the end of what never came so far, or to the as-of.
function daysWatched({ board, step, first }: Pair, who: number): number {
  const isDated = !Number.isNaN(board.closedAt[who]!) && (board.ending[who] !== ending.won || step.to < 7);
  if (board.dateOnly[who]) return daysTo(isDated ? board.closedOn[who]! : board.nowOn, first.on[who]!);
  return ((isDated ? board.closedAt[who]! : board.nowAt) - first.at[who]!) / 86_400e6;
}
