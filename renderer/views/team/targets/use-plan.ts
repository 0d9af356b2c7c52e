import type { MetricAnswer } from '../../../state/use-metric';
import { useChoice } from '../../../state/choices';
import type { Plan, Step } from './plan';
import { plansOf, stepsIn, stepsText } from './plan';

/** The plan looked at and its steps as they are assumed; each change is a step that undo takes back. */
export interface PlanInHand {
  readonly plans: readonly Plan[];
  readonly plan: Plan | undefined;
  readonly steps: readonly Step[];
  /** Empty while nothing is changed; else the steps as the engine reads them. */
  readonly changed: string;
  readonly setPlan: (plan: string) => void;
  readonly setSteps: (steps: readonly Step[]) => void;
}

const apart = '\n';

/** The plan in hand from an answer that tells the plans: the last one until another is chosen. */
export function usePlan(answer: MetricAnswer | undefined): PlanInHand {
  const [chosen, setPlan] = useChoice('targets.plan');
  const [kept, keep] = useChoice('targets.steps');
  const plans = plansOf(answer);
  const plan = plans.find((each) => each.plan === chosen) ?? plans.at(-1);
  const [of, text = ''] = kept.split(apart);
  const own = stepsText(plan?.steps ?? []);
  const changed = of === plan?.plan && text !== own ? text : '';
  return {
    plans,
    plan,
    steps: changed === '' ? (plan?.steps ?? []) : stepsIn(changed),
    changed,
    setPlan,
    setSteps: (steps) => keep([plan?.plan ?? '', stepsText(steps)].join(apart)),
  };
}
