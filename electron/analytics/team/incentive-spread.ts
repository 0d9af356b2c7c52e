import { gini, lorenz, spread, topShare } from '../../stats/gini';
import { wilson } from '../../stats/intervals';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import { exactSum } from '../exact-sum';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';

export const spreadColumns = {
  gini: 'ratio',
  gini_small_sample: 'ratio',
  top20_share: 'ratio',
  share_paid: 'ratio',
  share_paid_lower: 'ratio',
  share_paid_upper: 'ratio',
  share_over_5_percent: 'ratio',
  gini_as_paid: 'ratio',
  paid_money: 'money',
  negative_money: 'money',
  people: 'count',
  part_period: 'count',
  bookings_gini: 'ratio',
  bookings_top20_share: 'ratio',
} as const;

/** Share of base pay from which an incentive is felt; source: domain specification M66. */
const felt = 0.05;

/** Below so many people the small-sample Gini is shown beside the plain one; source: domain specification 5.16. */
const small = 30;

/** One line a group, and a plan where asked: how evenly incentives are paid, those there for part of the time scaled up to all of it, and how evenly bookings are spread. Source: domain specification M66. */
export function incentiveSpread(raw: Table, { extra }: FinishContext): Table {
  const plans = textsOf(raw, 'plan');
  const curves: Record<string, unknown>[] = [];
  const lines = groupsOf(raw).flatMap((group) => {
    const found = [...new Set(group.rows.map((row) => plans[row] ?? null))];
    return (found.length > 0 ? found : [null]).map((plan) => {
      const rows = group.rows.filter((row) => (plans[row] ?? null) === plan);
      curves.push(curveOf(raw, rows, group, plan));
      return { by: group.by, line: { plan, ...lineOf(raw, rows) } };
    });
  });
  extra['lorenz'] = curves;
  const left = {
    excluded_negative: 'count',
    excluded_no_amount: 'count',
    excluded_no_fx: 'count',
    excluded_future: 'count',
  } as const;
  return tableOf(lines, { ...envelopeUnits('ratio'), plan: 'label', ...spreadColumns, ...left });
}

interface Paid {
  readonly amounts: readonly number[];
  readonly scaled: readonly number[];
}

function paidOf(raw: Table, rows: readonly number[]): Paid & { readonly inside: readonly number[] } {
  const left = textsOf(raw, 'left_out');
  const [amount, days, all] = ['amount_money', 'days', 'all_days'].map((name) => numbersOf(raw, name));
  const inside = rows.filter((row) => left[row] === null);
  const scale = (row: number) => Math.max(1, (all?.[row] ?? 1) / Math.max(1, days?.[row] ?? 1));
  return {
    inside,
    amounts: inside.map((row) => amount?.[row] ?? 0),
    scaled: inside.map((row) => (amount?.[row] ?? 0) * scale(row)),
  };
}

function lineOf(raw: Table, rows: readonly number[]): Line {
  const left = textsOf(raw, 'left_out');
  const { inside, amounts, scaled } = paidOf(raw, rows);
  const found = spread(scaled);
  const n = inside.length;
  // Whoever had money taken back is no part of the spread, but somebody who was not paid.
  const everyone = rows.filter((row) => left[row] === null || left[row] === 'negative');
  const paid = amounts.filter((amount) => amount > 0).length;
  const limits = wilson(paid, everyone.length);
  const based = everyone.filter((row) => numbersOf(raw, 'base_money')[row]! > 0);
  const over = based.filter((row) => numbersOf(raw, 'amount_money')[row]! >= felt * numbersOf(raw, 'base_money')[row]!);
  const bookings = inside.flatMap((row) => Math.max(0, numbersOf(raw, 'booked_money')[row] || 0) || []);
  const count = (reason: string) => rows.filter((row) => left[row] === reason).length;
  return {
    value: found.gini,
    n,
    state: 'ok',
    reason: n === 0 ? 'empty' : found.gini === null ? 'nothing_paid' : null,
    gini: found.gini,
    gini_small_sample: n < small ? found.smallSample : null,
    top20_share: found.topFifth,
    share_paid: everyone.length > 0 ? paid / everyone.length : null,
    share_paid_lower: limits?.lower,
    share_paid_upper: limits?.upper,
    share_over_5_percent: based.length > 0 ? over.length / based.length : null,
    gini_as_paid: gini(amounts),
    paid_money: exactSum(amounts),
    negative_money: exactSum(
      rows.filter((row) => left[row] === 'negative').map((row) => numbersOf(raw, 'amount_money')[row]!),
    ),
    people: n,
    part_period: inside.filter((row) => numbersOf(raw, 'days')[row]! < numbersOf(raw, 'all_days')[row]!).length,
    bookings_gini: gini(bookings),
    bookings_top20_share: topShare(bookings),
    excluded_negative: count('negative'),
    excluded_no_amount: count('no_amount'),
    excluded_no_fx: count('no_fx'),
    excluded_future: count('future'),
  };
}

// The two curves for a picture: cumulative shares from the one paid least.
function curveOf(raw: Table, rows: readonly number[], { by }: Group, plan: string | null): Record<string, unknown> {
  const { inside, scaled } = paidOf(raw, rows);
  const [names, booked] = [textsOf(raw, 'rep'), numbersOf(raw, 'booked_money')];
  const nameOf = (row: number): string => names[row] ?? '';
  const paid = inside.map((row, i): Held => [nameOf(row), scaled[i] ?? 0]);
  const bookings = inside.flatMap((row): Held[] => {
    const amount = Math.max(0, booked[row] || 0);
    return amount > 0 ? [[nameOf(row), amount]] : [];
  });
  const asked = by.filter((label) => label !== null);
  return { ...(asked.length > 0 ? { by: asked } : {}), plan, paid: pointsOf(paid), bookings: pointsOf(bookings) };
}

type Held = readonly [rep: string, amount: number];

/** The points of a curve, and who holds how much in their order. */
function pointsOf(held: readonly Held[]): Record<string, unknown> | null {
  const curve = lorenz(held.map(([, amount]) => amount));
  const inOrder = [...held].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  return curve && { people: [...curve.people], share: [...curve.amount], held: inOrder };
}
