/* Incentive plans: one that pays only the top, then a flat and simple one. */
import { dayOf } from './calendar';
import type { Results } from './results';
import { isPresent, roleOn, roster, type Rep } from './roster';
import { quarters, type Target } from './targets';

type Measure = 'attainment' | 'bookings' | 'count';

export interface Tier {
  readonly measure: Measure;
  readonly from: number;
  readonly to: number | null;
  readonly rate: number | null;
  readonly fixed: number | null;
}

export interface Plan {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly tiers: readonly Tier[];
}

const tier = (measure: Measure, from: number, to: number | null, rate: number | null, fixed: number | null): Tier => ({
  measure,
  from,
  to,
  rate,
  fixed,
});

/** Both plans; `to` is not included. Rates are ringgit for one unit of the measure, for a quarter. */
export const plans: readonly Plan[] = [
  {
    id: 'PL1',
    name: 'Top Achievers Club',
    from: dayOf('2024-04-01'),
    to: dayOf('2026-01-01'),
    tiers: [
      tier('attainment', 1.3, 1.5, 9000, null),
      tier('attainment', 1.5, 1.7, 16_000, 2500),
      tier('attainment', 1.7, null, 24_000, 5000),
      tier('bookings', 290_000, 380_000, 0.02, null),
      tier('bookings', 380_000, null, 0.035, 3000),
    ],
  },
  {
    id: 'PL2',
    name: 'Everyone Shares',
    from: dayOf('2026-01-01'),
    to: dayOf('2027-01-01'),
    tiers: [tier('attainment', 0.5, null, null, 700), tier('attainment', 0.8, null, null, 700)],
  },
];

export interface Payout {
  readonly rep: Rep;
  readonly plan: Plan;
  readonly from: number;
  readonly to: number;
  readonly amount: number;
  readonly salary: number;
}

const monthlySalary: Readonly<Record<Rep['role'], number>> = {
  sdr: 3400,
  ae: 5200,
  specialist: 6800,
  cs: 4300,
  manager: 9500,
};

/** Monthly salary in ringgit. */
export function salaryOf(rep: Rep): number {
  const factor = rep.level === 'senior' ? 1.2 : rep.level === 'junior' ? 0.88 : 1;
  return Math.round((monthlySalary[rep.role] * factor) / 50) * 50;
}

/** Quarterly payouts of everyone but managers, zeros included, computed from the tiers. */
export function payOut(results: Results, targets: readonly Target[]): readonly Payout[] {
  return quarters.flatMap((quarter) => {
    const [first, , last] = quarter;
    if (!first || !last) return [];
    const plan = plans.find((one) => first.from >= one.from && first.from < one.to);
    if (!plan) return [];
    const people = roster.filter(
      (rep) =>
        rep.role !== 'manager' &&
        rep.started < last.to - 30 &&
        (rep.ended ?? last.to) >= first.from &&
        isPaid(rep, first.from, last.to),
    );
    return people.map((rep): Payout => {
      const bookings = quarter.reduce((sum, month) => sum + results.bookings(rep, month), 0);
      const measures: Readonly<Record<Measure, number>> = {
        attainment: attainment(results, targets, rep, first.from, last.to),
        bookings,
        count: 0,
      };
      const amount = plan.tiers.reduce((sum, one) => sum + tierPay(one, measures[one.measure]), 0);
      return {
        rep,
        plan,
        from: first.from,
        to: last.to,
        amount: Math.round(amount * 100) / 100,
        salary: 3 * salaryOf(rep),
      };
    });
  });
}

function isPaid(rep: Rep, from: number, to: number): boolean {
  return [from, from + 45, to - 1].some((day) => isPresent(rep, day));
}

function tierPay(one: Tier, value: number): number {
  if (value < one.from) return 0;
  return (one.rate ?? 0) * (Math.min(value, one.to ?? Infinity) - one.from) + (one.fixed ?? 0);
}

/** Share of the targets of a span that was reached; 0 without a target. */
function attainment(results: Results, targets: readonly Target[], rep: Rep, from: number, to: number): number {
  let done = 0;
  let wanted = 0;
  for (const target of targets) {
    if (target.rep !== rep || target.from < from || target.to > to) continue;
    wanted += target.value;
    const month = quarters.flat().find((one) => one.from === target.from);
    if (!month) continue;
    const role = roleOn(rep, month.from + 14);
    if (role === 'ae') done += results.bookings(rep, month);
    else if (role === 'sdr') done += results.leads(rep, month);
    else if (role === 'cs') done += results.renewed(rep, month);
    else done += results.complexWins(rep, month);
  }
  return wanted > 0 ? done / wanted : 0;
}
