import { Pick } from '../../../ui/pick';
import { useWords } from '../../../ui/words';
import type { PlanInHand } from './use-plan';

/** Which plan is looked at; the same wherever it stands in the view. */
export function PickPlan({ hand: { plan, plans, setPlan } }: { hand: PlanInHand }) {
  const { t } = useWords();
  return (
    <Pick
      label={t('targets.plan')}
      items={plans.map((each) => ({ id: each.plan, text: each.plan }))}
      selected={plan?.plan ?? ''}
      onChange={setPlan}
    />
  );
}
