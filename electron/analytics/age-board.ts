/** Open deals with how long each stands on its rung: how they age, under any filter. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { numbersOf, textColumn, textsOf } from '../model/table';
import { quantileCont } from '../stats/quantile';
import ageSize from './age-size.sql?raw';
import type { Asked, BoardPlan } from './board';
import { filled, gathered, mostMembers, placesWhere, quickWay } from './board';
import type { Members } from './board-members';
import { chosenOf, membersOf } from './board-members';
import { canGroup, dealTraits, groupsOf, isFilteredBy, isTimed } from './board-groups';
import type { Options } from './metric';

/** Open deals by their rungs, from the first on, and on each by how long they stand there. */
interface AgeBoard {
  readonly members: Members;
  /** Names of the rungs, and of each deal the place of its own among them. */
  readonly rungs: readonly string[];
  readonly rung: Uint8Array;
  readonly stay: Float64Array;
  /** Days since somebody touched it; NaN where nobody did. */
  readonly quiet: Float64Array;
  /** Places of those touched, those touched last first. */
  readonly byQuiet: Int32Array;
  /** Ten-thousandths; NaN where nobody knows. */
  readonly money: Float64Array;
  /** What the deals of a rung are judged by, one entry a rung; NaN where there is nothing to judge by. */
  readonly p75: Float64Array;
  readonly p90: Float64Array;
  readonly reference: Float64Array;
}

const plan: BoardPlan<AgeBoard> = {
  of: 'ageing',
  size: ageSize,
  members: {
    rung: 'rung_of(rung_rank)',
    stay: 'cast(stay_days as double)',
    quiet: 'cast(quiet_days as double)',
    money: 'cast(cast(amount_money as decimal(18, 4)) * 10000 as bigint)',
    p75: 'cast(p75_days as double)',
    p90: 'cast(p90_days as double)',
    reference: 'reference',
  },
  order: 'rung_rank, stay_days, journey_no',
  parts: {},
  build: (members) => {
    const texts = textsOf(members, 'rung').map((name) => name ?? '');
    const rungs = [...new Set(texts)];
    const places = new Map(rungs.map((name, at) => [name, at] as const));
    const firsts = rungs.map((name) => texts.indexOf(name));
    const ofRung = (name: string) => Float64Array.from(firsts, (first) => numbersOf(members, name)[first]!);
    const quiet = numbersOf(members, 'quiet');
    return {
      members: membersOf(members, ['rung']),
      rungs,
      rung: Uint8Array.from(texts, (name) => places.get(name)!),
      stay: numbersOf(members, 'stay'),
      quiet,
      byQuiet: inOrder(quiet),
      money: numbersOf(members, 'money'),
      p75: ofRung('p75'),
      p90: ofRung('p90'),
      reference: ofRung('reference'),
    };
  },
};

// Days and place as one number, for numbers alone are sorted fast.
function inOrder(days: Float64Array): Int32Array {
  const known = placesWhere(days.length, (at) => !Number.isNaN(days[at]));
  const keys = filled(
    new Float64Array(known.length),
    (at) => (days[known[at]!]! + mostDays) * mostMembers + known[at]!,
  ).sort();
  return filled(new Int32Array(keys.length), (at) => keys[at]! % mostMembers);
}

/** More days than a date lies from another. */
const mostDays = 2 ** 27;

function covers({ by, filters }: Question, options: Options): boolean {
  return (
    options['attribution'] === 'current' &&
    !isTimed(by) &&
    canGroup(by, dealTraits) &&
    isFilteredBy(dealTraits, filters)
  );
}

/** What is counted of the deals of each cell, a group on one rung: groups one after the other, in each its rungs. */
interface Counted {
  readonly open: Int32Array;
  readonly aged: Int32Array;
  readonly stale: Int32Array;
  /** Ten-thousandths; NaN where no amount is known. */
  readonly agedMoney: Float64Array;
  /** Ascending. */
  readonly stays: readonly Float64Array[];
  readonly quiet: readonly Float64Array[];
}

/** Rows of the statement of ageing. */
function gatherAges(board: AgeBoard, asked: Asked): Table {
  const { members, rungs, rung, byQuiet } = board;
  const { labels, codes } = groupsOf(members, asked);
  const chosen = chosenOf(members, asked.question.filters);
  const cells = labels.length * rungs.length;
  // No cell has those not chosen.
  const cell = filled(new Int32Array(rung.length), (place) =>
    chosen === null || chosen[place] === 1
      ? (codes === null ? 0 : codes[place]! - 1) * rungs.length + rung[place]!
      : -1,
  );
  const counted = {
    ...countedIn(board, cell, cells),
    stays: inCells(cell, cells, board.stay, null),
    quiet: inCells(cell, cells, board.quiet, byQuiet),
  };
  return tableOf(board, labels, counted);
}

function countedIn({ rung, stay, money, p75, p90 }: AgeBoard, cell: Int32Array, cells: number) {
  const [open, aged, stale] = [new Int32Array(cells), new Int32Array(cells), new Int32Array(cells)];
  const agedMoney = new Float64Array(cells).fill(NaN);
  for (let place = 0; place < cell.length; place++) {
    const at = cell[place]!;
    if (at < 0) continue;
    open[at]!++;
    const [days, own] = [stay[place]!, rung[place]!];
    if (days > p90[own]!) stale[at]!++;
    if (!(days > p75[own]!)) continue;
    aged[at]!++;
    if (!Number.isNaN(money[place])) agedMoney[at] = (agedMoney[at]! || 0) + money[place]!;
  }
  return { open, aged, stale, agedMoney };
}

// The numbers of each cell in an order of places, in their own where none is given; missing ones are left out.
function inCells(cell: Int32Array, cells: number, values: Float64Array, order: Int32Array | null): Float64Array[] {
  const ends = new Int32Array(cells + 1);
  for (let place = 0; place < cell.length; place++)
    if (cell[place]! >= 0 && !Number.isNaN(values[place])) ends[cell[place]! + 1]!++;
  for (let at = 1; at <= cells; at++) ends[at]! += ends[at - 1]!;
  const [next, out] = [ends.slice(), new Float64Array(ends[cells]!)];
  const { length } = order ?? cell;
  for (let at = 0; at < length; at++) {
    const place = order === null ? at : order[at]!;
    if (cell[place]! >= 0 && !Number.isNaN(values[place])) out[next[cell[place]!]!++] = values[place]!;
  }
  return Array.from({ length: cells }, (_, at) => out.subarray(ends[at], ends[at + 1]));
}

function tableOf(
  { rungs, p75, p90, reference }: AgeBoard,
  labels: readonly (string | null)[],
  { open, aged, stale, agedMoney, stays, quiet }: Counted,
): Table {
  const shown = placesWhere(open.length, (cell) => open[cell]! > 0);
  const rungAt = (cell: number) => cell % rungs.length;
  const of = (value: (cell: number) => number | null) => Array.from(shown, value);
  const count = (value: (cell: number) => number) => ['count', of(value)] as const;
  const days = (value: (cell: number) => number | null) => ['days', of(value)] as const;
  const isJudged = (cell: number) => !Number.isNaN(p75[rungAt(cell)]);
  const numbers = gathered(
    Array.from(shown, (cell) => labels[Math.floor(cell / rungs.length)] ?? null),
    {
      numerator: count((cell) => aged[cell]!),
      denominator: count((cell) => (isJudged(cell) ? open[cell]! : 0)),
      stale: count((cell) => stale[cell]!),
      open: count((cell) => open[cell]!),
      median_days: days((cell) => quantileCont(stays[cell]!, 0.5)),
      p75_days: days((cell) => p75[rungAt(cell)]!),
      p90_days: days((cell) => p90[rungAt(cell)]!),
      reference: count((cell) => reference[rungAt(cell)]! || 0),
      quiet_days: days((cell) => quantileCont(quiet[cell]!, 0.5)),
      never_touched: count((cell) => open[cell]! - quiet[cell]!.length),
      aged_money: ['money', of((cell) => agedMoney[cell]! / 10_000)],
      excluded_no_reference: count((cell) => (isJudged(cell) ? 0 : open[cell]!)),
    },
  );
  const names = Array.from(shown, (cell) => rungs[rungAt(cell)]!);
  return { ...numbers, columns: [...numbers.columns, textColumn('rung', 'label', names)] };
}

/** How open deals age. */
export const agesQuickly = quickWay({ plan, spans: null, covers, gather: gatherAges });
