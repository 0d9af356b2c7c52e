/** How long deals took to be won, and what became of those begun: gathered from the board of deals. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { quantileCont } from '../stats/quantile';
import type { Asked } from './board';
import { filled, firstFrom, gathered, noDay, quickWay } from './board';
import type { Groups } from './board-groups';
import { groupsOf } from './board-groups';
import { chosenOf } from './board-members';
import { filledOf, inOrder, tallyOf } from './board-tally';
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

/** Kinds of deals; see the statement they were read by. */
const [kinds, won, badDates, open, wonAgain] = [4, 0, 1, 2, 3];
const causes = 3;

/** Rows of the cycle length's statement. */
function gatherCycles(board: DealBoard, asked: Asked): Table {
  const { members, cycles, lives } = board;
  const { question } = asked;
  const groups = groupsOf(members, asked);
  const chosen = chosenOf(members, question.filters);
  const counts = tallyOf(cycles, kinds, question, groups, chosen);
  const kind = (group: number, own: number) => counts[group * kinds + own]!;
  const sizes = groups.labels.map((_, group) => kind(group, won) + kind(group, wonAgain));
  const took = inOrder(board.took, question, groups, chosen, sizes);
  // A deal begun in the period makes its group one of the answer, where time does not split.
  const begun =
    groups.stretches === null ? filledOf(tallyOf(lives, causes, question, groups, chosen), causes, groups) : [];
  const any = new Set([...filledOf(counts, kinds, groups), ...begun]);
  const shown = [...any].sort((a, b) => a - b);
  const all = shown.map((group) => summaryOf(daysOf(board.took.number, took[group]!)));
  const older = olderOf(board, groups, chosen, new Map(shown.map((group, at) => [group, all[at]!.p75])));
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

function daysOf(number: Float64Array, rows: Int32Array): Float64Array {
  return filled(new Float64Array(rows.length), (at) => number[rows[at]!]!);
}

type Summary = ReturnType<typeof summaryOf>;

function summaryOf(sorted: Float64Array) {
  const n = sorted.length;
  const half = 0.979982 * Math.sqrt(n);
  return {
    n,
    median: quantileCont(sorted, 0.5),
    p25: quantileCont(sorted, 0.25),
    p75: quantileCont(sorted, 0.75),
    mean: n === 0 ? null : sumOf(sorted) / n,
    lower: sorted[Math.max(0, Math.floor(n / 2 - half))] ?? null,
    upper: sorted[Math.min(n, Math.ceil(n / 2 + half)) - 1] ?? null,
  };
}

function sumOf(numbers: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) sum += numbers[at]!;
  return sum;
}

// Open deals, of whatever period, that are older than the upper quartile of their group; they belong to no time.
function olderOf(
  { cycles: { place, day, kind, number } }: DealBoard,
  { codes, labels, stretches }: Groups,
  chosen: Uint8Array | null,
  p75: ReadonlyMap<number, number | null>,
): Int32Array {
  const older = new Int32Array(labels.length);
  if (stretches !== null) return older;
  const limits = Float64Array.from(labels, (_, group) => p75.get(group) ?? NaN);
  for (let row = firstFrom(day, noDay); row < day.length; row++) {
    const who = place[row]!;
    if (kind[row] !== open || (chosen !== null && chosen[who] === 0)) continue;
    const group = codes === null ? 0 : codes[who]! - 1;
    if (group >= 0 && number[row]! > limits[group]!) older[group]!++;
  }
  return older;
}

/** Rows of the statement's further half: whole days to each end, of the deals begun in the period. */
function gatherLives({ members, lives }: DealBoard, asked: Asked): Table | null {
  const groups = groupsOf(members, asked);
  const window = Number(asked.parameters['window_days'] ?? Infinity);
  if (groups.stretches !== null || (Number.isFinite(window) && !Number.isInteger(window))) return null;
  const counts = lifeCounts(groups.labels.length, window, lives.longest);
  if (counts === null) return null;
  addLives(counts, lives, asked.question, groups, chosenOf(members, asked.question.filters));
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
