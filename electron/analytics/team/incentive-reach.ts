import { summarise, wilson } from '../../stats/intervals';
import type { Table } from '../../model/table';
import type { Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext, ParameterValues } from '../metric';
import type { Plan, Results, Step } from './plan-pay';
import { planPay, plansIn } from './plan-pay';
import type { Earner } from './quarters';
import { earnersOf } from './quarters';

export const reachColumns = {
  in_reach: 'count',
  people: 'count',
  pay_now_money: 'money',
  marginal_money: 'money',
  next_step: 'score',
  next_measure: 'label',
  plan: 'label',
} as const;

const fewestQuarters = 3;

/** What a little better would pay somebody. */
export interface Reach {
  readonly payNow: number;
  /** Added pay of a rise by one own standard deviation in every measure of the steps. */
  readonly added: number;
  readonly next: { readonly measure: string; readonly from: number } | null;
}

/** Pay of all these steps at a person's results, and at results a little better. Source: domain specification M65. */
export function reachOf(steps: readonly Step[], now: Results, before: readonly Results[]): Reach {
  const measures = [...new Set(steps.map((step) => step.measure))].filter((name) => now[name] !== undefined);
  const better = Object.fromEntries(
    measures.map((name) => {
      const history = before.flatMap((results) => results[name] ?? []);
      const spread = history.length >= fewestQuarters ? Math.sqrt(summarise(history).variance) : 0;
      return [name, now[name]! + (spread > 0 ? spread : 0.1 * Math.abs(now[name]!))] as const;
    }),
  );
  const payNow = planPay(steps, now);
  const ahead = steps.filter((step) => (now[step.measure] ?? Infinity) < step.from);
  const [next] = [...ahead].sort((a, b) => a.from / (now[a.measure] || 1) - b.from / (now[b.measure] || 1));
  return {
    payNow,
    added: planPay(steps, { ...now, ...better }) - payNow,
    next: next ? { measure: next.measure, from: next.from } : null,
  };
}

/** The plans in force for a role on a day, those made for all among them: who is under several is paid by each. */
function plansFor(plans: readonly Plan[], role: string, day: number): readonly Plan[] {
  return plans.filter((plan) => plan.startOn <= day && day < plan.endOn && (plan.role === null || plan.role === role));
}

/** One line a group: share of people for whom a little better would pay more. For one person alone, what it would pay and the next step. */
export function incentiveReach(raw: Table, { extra }: FinishContext): Table {
  const plans = plansIn(extra);
  const lines = groupsOf(raw).map((group) => ({ by: group.by, line: lineOf(earnersOf(raw, group.rows), plans) }));
  return tableOf(lines, { ...envelopeUnits('ratio'), ...reachColumns, excluded_no_plan: 'count' });
}

/** Who would be paid more for doing a little better, for the rows behind the share. */
export function inReach(raw: Table, { extra }: Pick<FinishContext, 'extra'>): ParameterValues {
  const plans = plansIn(extra);
  const people = groupsOf(raw).flatMap(({ rows }) => earnersOf(raw, rows));
  const reached = people.filter((one) => isInReach(reachNow(one, plans)));
  return { in_reach: reached.map(({ rep }) => rep) };
}

type ReachNow = Reach & { readonly plan: string };

function isInReach(reach: Reach | null): boolean {
  return reach !== null && reach.added > 1e-9;
}

// Null without a plan in force.
function reachNow({ role, quarters }: Earner, plans: readonly Plan[]): ReachNow | null {
  const now = quarters.find((quarter) => quarter.isNow);
  const own = now ? plansFor(plans, role, now.startOn) : [];
  if (!now || own.length === 0) return null;
  const before = quarters.filter((quarter) => !quarter.isNow && quarter.isComplete).map(({ results }) => results);
  const names = own.map(({ plan }) => plan).join(', ');
  const steps = own.flatMap((plan) => plan.steps);
  return { plan: names, ...reachOf(steps, now.results, before) };
}

function lineOf(all: readonly Earner[], plans: readonly Plan[]): Line {
  const people = all.filter(({ quarters }) => quarters.some((quarter) => quarter.isNow));
  const found = people.flatMap((one) => reachNow(one, plans) ?? []);
  const n = found.length;
  const inReach = found.filter(isInReach).length;
  const limits = wilson(inReach, n);
  const [only] = found.length === 1 ? found : [];
  return {
    value: n > 0 ? inReach / n : null,
    numerator: inReach,
    denominator: n,
    n,
    lower: n > 1 ? limits?.lower : null,
    upper: n > 1 ? limits?.upper : null,
    method: n > 1 ? 'wilson' : null,
    state: 'ok',
    reason: n > 0 ? null : people.length > 0 ? 'no_plan' : 'empty',
    in_reach: inReach,
    people: n,
    pay_now_money: n > 0 ? found.reduce((sum, { payNow }) => sum + payNow, 0) : null,
    marginal_money: n > 0 ? found.reduce((sum, { added }) => sum + added, 0) : null,
    next_step: only?.next?.from,
    next_measure: only?.next?.measure,
    plan: only?.plan,
    excluded_no_plan: people.length - n,
  };
}
