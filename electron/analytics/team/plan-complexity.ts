import { spread } from '../../stats/gini';
import type { Table } from '../../model/table';
import type { Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';
import { reachOf } from './incentive-reach';
import type { Plan, Step } from './plan-pay';
import { planPay, plansIn, stepPay, stepsOf } from './plan-pay';
import type { Earner, Quarter } from './quarters';
import { earnersOf } from './quarters';

export const complexityColumns = {
  measures: 'count',
  steps: 'count',
  extras: 'count',
  measures_touched: 'count',
  steps_touched: 'count',
  extras_touched: 'count',
  cost_money: 'money',
  share_paid: 'ratio',
  reach: 'ratio',
  top20_share: 'ratio',
  gini: 'ratio',
  people: 'count',
} as const;

/** Name of the plan that a person typed in. */
const edited = 'edited';

/** One line a plan, the edited one last: its parts, and what it would have paid everybody in the last four complete quarters. Source: domain specification M67. */
export function planComplexity(raw: Table, { extra, options }: FinishContext): Table {
  const steps = stepsOf(options['steps'] ?? '');
  const plans = plansIn(extra);
  const all: readonly Plan[] = steps
    ? [...plans, { plan: edited, role: roleOf(plans, options['like']), startOn: -Infinity, endOn: Infinity, steps }]
    : plans;
  const lines = groupsOf(raw).flatMap((group) => {
    const people = earnersOf(raw, group.rows);
    return all.map((plan) => ({ by: group.by, line: lineOf(plan, people) }));
  });
  return tableOf(lines, { ...envelopeUnits('count'), plan: 'label', ...complexityColumns });
}

// An edited plan is for whom the plan was that it is made like.
function roleOf(plans: readonly Plan[], like: string | undefined): string | null {
  return plans.find(({ plan }) => plan === like)?.role ?? null;
}

function lineOf(plan: Plan, people: readonly Earner[]): Line {
  const meant = people.filter(({ role }) => plan.role === null || plan.role === role);
  // A plan made for later, or typed in, touches what it would have touched in the replayed quarters.
  const own = meant.flatMap(({ quarters }) =>
    quarters.filter(({ startOn }) => startOn >= plan.startOn && startOn < plan.endOn),
  );
  const touched = plan.steps.filter((step) => own.some(({ results }) => reaches(step, results)));
  const paid = meant.flatMap(({ quarters }) => paidOf(plan, quarters));
  const found = spread(paid.map(({ pay }) => pay));
  const inReach = paid.filter(({ added }) => added > 1e-9).length;
  const extras = (steps: readonly Step[]) => steps.filter(({ rate, fixed }) => rate !== 0 && fixed !== 0).length;
  const measures = (steps: readonly Step[]) => new Set(steps.map(({ measure }) => measure)).size;
  return {
    plan: plan.plan,
    value: measures(touched) + touched.length + extras(touched),
    n: paid.length,
    method: 'simulated',
    state: paid.length > 0 ? 'derived' : 'ok',
    reason: null,
    measures: measures(plan.steps),
    steps: plan.steps.length,
    extras: extras(plan.steps),
    measures_touched: measures(touched),
    steps_touched: touched.length,
    extras_touched: extras(touched),
    cost_money: paid.length > 0 ? paid.reduce((sum, { pay }) => sum + pay, 0) : null,
    share_paid: paid.length > 0 ? paid.filter(({ pay }) => pay > 0).length / paid.length : null,
    reach: paid.length > 0 ? inReach / paid.length : null,
    top20_share: found.topFifth,
    gini: found.gini,
    people: paid.length,
  };
}

function reaches(step: Step, results: Quarter['results']): boolean {
  return stepPay(step, results[step.measure] ?? -Infinity) > 0;
}

function paidOf(plan: Plan, quarters: readonly Quarter[]): readonly { pay: number; added: number }[] {
  const complete = quarters.filter(({ isLastYear }) => isLastYear);
  if (complete.length === 0) return [];
  const pay = complete.reduce((sum, { results }) => sum + planPay(plan.steps, results), 0);
  const added = complete.reduce(
    (sum, { results }) =>
      sum +
      reachOf(
        plan.steps,
        results,
        quarters.map((other) => other.results),
      ).added,
    0,
  );
  return [{ pay, added }];
}
