/* How evenly payouts are spread. */
import { plans, type Payout } from './pay';

export interface PlanTruth {
  readonly plan_id: string;
  readonly name: string;
  readonly reps: number;
  readonly total: number;
  /** Share of the money that went to the top fifth, the Lorenz curve being linear between people. */
  readonly top20_share: number;
  readonly gini: number;
  readonly share_paid: number;
}

/** Spread of each plan's money over people, sums over the plan's whole life. */
export function payoutSpread(payouts: readonly Payout[]): readonly PlanTruth[] {
  return plans.map((plan) => {
    const sums = new Map<string, number>();
    for (const one of payouts) if (one.plan === plan) sums.set(one.rep.id, (sums.get(one.rep.id) ?? 0) + one.amount);
    const values = [...sums.values()].sort((a, b) => a - b);
    const total = values.reduce((sum, value) => sum + value, 0);
    const n = values.length;
    const weighted = values.reduce((sum, value, i) => sum + (2 * (i + 1) - n - 1) * value, 0);
    return {
      plan_id: plan.id,
      name: plan.name,
      reps: n,
      total: Math.round(total),
      top20_share: round3(1 - lorenz(values, total, 0.8)),
      gini: round3(total === 0 ? 0 : weighted / (n * total)),
      share_paid: round3(values.filter((value) => value > 0).length / n),
    };
  });
}

function lorenz(sorted: readonly number[], total: number, q: number): number {
  const at = q * sorted.length;
  const whole = Math.floor(at);
  const below = sorted.slice(0, whole).reduce((sum, value) => sum + value, 0);
  return total === 0 ? q : (below + (at - whole) * (sorted[whole] ?? 0)) / total;
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
