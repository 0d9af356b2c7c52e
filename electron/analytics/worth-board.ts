/** What deals won are worth: gathered from the board of deals. */
import type { Table } from '../model/table';
import { quantileCont } from '../stats/quantile';
import type { Asked } from './board';
import { filled, gathered, quickWay } from './board';
import { sightOf } from './board-sight';
import { filledOf, inOrder, tallyOf } from './board-tally';
import type { DealBoard } from './deal-board';
import { coversDeals, dealPlan } from './deal-board';
import { periodDays } from './board-spans';

/** Kinds of the statement the deals were read by. */
const kinds = 5;

/** Rows of the deal value's statement. */
function gatherWorth({ members, valued, worth }: DealBoard, asked: Asked): Table | null {
  if (valued === null) return null;
  const sight = sightOf(members, asked);
  const { groups } = sight;
  const counts = tallyOf(valued, kinds, asked.question, sight);
  const sizes = groups.labels.map((_, group) => counts[group * kinds]!);
  const rows = inOrder(worth, asked.question, sight, sizes);
  const shown = filledOf(counts, kinds, groups);
  const all = shown.map((group) => summaryOf(worth, rows[group]!));
  const money = (of: (summary: Summary) => number | null) => ['money', all.map(of)] as const;
  const count = (kind: number) => ['count', shown.map((group) => counts[group * kinds + kind]!)] as const;
  return gathered(
    shown.map((group) => groups.labels[group] ?? null),
    {
      n: count(0),
      mean_money: money(({ mean }) => mean),
      spread_money: money(({ spread }) => spread),
      median_money: money(({ median }) => median),
      p75_money: money(({ p75 }) => p75),
      log_mean: ['score', all.map(({ logMean }) => logMean)],
      excluded_bad_dates: count(1),
      excluded_no_amount: count(2),
      excluded_negative: count(3),
      excluded_no_fx: count(4),
    },
  );
}

type Summary = ReturnType<typeof summaryOf>;

// Sums of whole numbers, exact; the spread by Welford's steps in the order of the amounts, as the database takes them.
function summaryOf({ money, score }: DealBoard['worth'], rows: Int32Array) {
  const amounts = filled(new Float64Array(rows.length), (at) => money[rows[at]!]! / 10_000);
  let [sum, mean, squares] = [0, 0, 0];
  const logs = new WideSum();
  for (let at = 0; at < rows.length; at++) {
    const [amount, before] = [amounts[at]!, mean];
    sum += money[rows[at]!]!;
    mean += (amount - before) / (at + 1);
    squares += (amount - mean) * (amount - before);
    logs.add(score[rows[at]!]!);
  }
  const n = rows.length;
  return {
    mean: n === 0 ? null : sum / 10_000 / n,
    spread: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    median: quantileCont(amounts, 0.5),
    p75: quantileCont(amounts, 0.75),
    logMean: logs.count === 0 ? null : logs.total() / logs.count,
  };
}

const [million, scale] = [1e6, 10n ** 12n];

/** Sum of millionths of millionths beyond what a double holds, exact until it is told. */
class WideSum {
  count = 0;
  private high = 0;
  private low = 0;

  add(value: number): void {
    if (Number.isNaN(value)) return;
    const high = Math.trunc(value / million);
    this.high += high;
    this.low += value - high * million;
    this.count++;
  }

  // As the database makes a double of a decimal.
  total(): number {
    const sum = BigInt(this.high) * BigInt(million) + BigInt(this.low);
    if (Number.isSafeInteger(Number(sum))) return Number(sum) / Number(scale);
    return Number(sum / scale) + Number(sum % scale) / Number(scale);
  }
}

export const worthQuickly = quickWay({
  plan: dealPlan,
  spans: periodDays,
  keepsPeriods: true,
  covers: coversDeals,
  gather: gatherWorth,
});
