/** How long deals took to be won, and what became of those begun: gathered from the board of deals. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { quantileContOf } from '../stats/quantile';
import type { Asked } from './board';
import { firstAbove, gathered, quickWay } from './board';
import type { Sight } from './board-sight';
import { sightOf } from './board-sight';
import { filledOf, inOrder, tallyOf, tallyRuns } from './board-tally';
import type { DealBoard } from './deal-board';
import { coversDeals, dealPlan } from './deal-board';
import { lifeColumns, lifeCounts } from './life-counts';
import { addLives } from './life-tally';
import type { Options } from './metric';
import { periodDays } from './board-spans';

/** Creation to won by the calendar: another start or other days are asked of the statement. */
function covers(question: Question, options: Options): boolean {
  return options['start'] === 'created' && options['days'] === 'calendar' && coversDeals(question, options);
}

/** Kinds of deals beside those open; see the statement they were read by. */
const [kinds, won, badDates, wonAgain] = [4, 0, 1, 3];
const causes = 3;

/** Rows of the cycle length's statement. */
function gatherCycles(board: DealBoard, asked: Asked): Table {
  const { members, cycles, lives } = board;
  const { question } = asked;
  const sight = sightOf(members, asked);
  const { groups } = sight;
  const counts = tallyOf(cycles, kinds, question, sight);
  const kind = (group: number, own: number) => counts[group * kinds + own]!;
  const sizes = groups.labels.map((_, group) => kind(group, won) + kind(group, wonAgain));
  const took = inOrder(board.took, question, sight, sizes);
  // A deal begun in the period makes its group one of the answer, where time does not split.
  const begun = groups.stretches === null ? filledOf(tallyOf(lives, causes, question, sight), causes, groups) : [];
  const any = new Set([...filledOf(counts, kinds, groups), ...begun]);
  const shown = [...any].sort((a, b) => a - b);
  const all = shown.map((group) => summaryOf(board.took.number, took[group]!));
  const older = olderOf(board, sight, new Map(shown.map((group, at) => [group, all[at]!.p75])));
  const days = (of: (summary: Summary) => number | null) => ['days', all.map(of)] as const;
  const count = (of: (group: number) => number) => ['count', shown.map(of)] as const;
  return gathered(
    shown.map((group) => groups.labels[group] ?? null),
    {
      median_days: days(({ median }) => median),
      p25_days: days(({ p25 }) => p25),
      p75_days: days(({ p75 }) => p75),
      mean_days: days(({ mean }) => mean),
      lower: days(({ lower }) => lower),
      upper: days(({ upper }) => upper),
      n: ['count', all.map(({ n }) => n)],
      reopened: count((group) => kind(group, wonAgain)),
      open_older: count((group) => older[group]!),
      survivor_bias: ['flag', all.map(({ n }, at) => Number(10 * older[shown[at]!]! > n && n > 0))],
      excluded_bad_dates: count((group) => kind(group, badDates)),
    },
  );
}

type Summary = ReturnType<typeof summaryOf>;

// Of rows in the order of their numbers.
function summaryOf(number: Float64Array, rows: Int32Array) {
  const n = rows.length;
  const half = 0.979982 * Math.sqrt(n);
  const at = (place: number) => number[rows[place]!]!;
  return {
    n,
    median: quantileContOf(n, at, 0.5),
    p25: quantileContOf(n, at, 0.25),
    p75: quantileContOf(n, at, 0.75),
    mean: n === 0 ? null : sumOf(number, rows) / n,
    lower: n === 0 ? null : at(Math.max(0, Math.floor(n / 2 - half))),
    upper: n === 0 ? null : at(Math.min(n, Math.ceil(n / 2 + half)) - 1),
  };
}

function sumOf(number: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at++) sum += number[rows[at]!]!;
  return sum;
}

// Open deals, of whatever period, that are older than the upper quartile of their group; they belong to no time.
function olderOf({ open }: DealBoard, sight: Sight, p75: ReadonlyMap<number, number | null>): Int32Array {
  const { groups } = sight;
  const older = new Int32Array(groups.labels.length);
  if (groups.stretches !== null) return older;
  for (const [group, limit] of p75) {
    if (limit === null) continue;
    const first = firstAbove(open.age, limit);
    older[group] = tallyRuns(open, 1, [{ group: 0, first, end: open.age.length }], sight)[group]!;
  }
  return older;
}

/** Rows of the statement's further half: whole days to each end, of the deals begun in the period. */
function gatherLives({ members, lives }: DealBoard, asked: Asked): Table | null {
  const sight = sightOf(members, asked);
  const { groups } = sight;
  const window = Number(asked.parameters['window_days'] ?? Infinity);
  if (groups.stretches !== null || (Number.isFinite(window) && !Number.isInteger(window))) return null;
  const counts = lifeCounts(groups.labels.length, window, lives.longest);
  if (counts === null) return null;
  addLives(counts, lives, asked.question, sight);
  const rows = counts.rows();
  return gathered(
    rows.map(({ group }) => groups.labels[group] ?? null),
    lifeColumns(rows),
  );
}

export const cyclesQuickly = quickWay({
  plan: dealPlan,
  spans: periodDays,
  keepsPeriods: true,
  covers,
  gather: gatherCycles,
  more: gatherLives,
});
