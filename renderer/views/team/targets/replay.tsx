import { AnswerPlace } from '../../../frame/answer-place';
import { useAsked } from '../../../frame/measure';
import { Panel } from '../../../frame/panel';
import { Assumption } from '../../../ui/assumption';
import { Button } from '../../../ui/button';
import { useWords } from '../../../ui/words';
import { Outcome } from './outcome';
import { PerPerson } from './per-person';
import type { Step, StepField } from './plan';
import { isShare, typedFigure, withFigure } from './plan';
import { PickPlan } from './pick-plan';
import type { PlanInHand } from './use-plan';

/** Another plan: every figure of its steps can be assumed, and what it would have paid stands beside what the plan as it is would have. */
export function Replay({ hand }: { hand: PlanInHand }) {
  const { t } = useWords();
  const { plan, plans, changed } = hand;
  const options = { ...(changed !== '' && { steps: changed }), ...(plan && { like: plan.plan }) };
  const whole = useAsked('plan-complexity', options);
  return (
    <Panel
      title={t('targets.replay')}
      note={t('targets.replayNote')}
      stale={whole.stale}
      className="below"
      end={plans.length > 1 && <PickPlan hand={hand} />}
    >
      <AnswerPlace answered={whole} isEmpty={() => plan === undefined}>
        {() => (
          <div className="beside targets-replay">
            <div className="stack">
              <Steps hand={hand} />
              <Outcome asked={whole} plan={plan?.plan ?? ''} />
            </div>
            <PerPerson options={options} plan={plan?.plan ?? ''} isChanged={changed !== ''} />
          </div>
        )}
      </AnswerPlace>
    </Panel>
  );
}

const fields: readonly StepField[] = ['from', 'to', 'rate', 'fixed'];

function Steps({ hand }: { hand: PlanInHand }) {
  const { t, find } = useWords();
  const { plan, steps, changed, setSteps } = hand;
  const put = (at: number, step: Step): void => setSteps(steps.map((each, i) => (i === at ? step : each)));
  const last = steps.at(-1);
  return (
    <div>
      <div role="list" aria-label={t('targets.replay')}>
        {steps.map((step, at) => {
          const name = t('targets.stepOf', {
            number: at + 1,
            measure: find(`targets.measure.${step.measure}`) ?? step.measure,
          });
          return (
            <div key={at} className="targets-step" role="listitem" aria-label={name}>
              <span className="small">{name}</span>
              {fields.map((field) => (
                <StepFigure
                  key={field}
                  step={step}
                  own={plan?.steps[at]}
                  field={field}
                  onChange={(next) => put(at, next)}
                />
              ))}
              <Button
                kind="link"
                onPress={() => setSteps(steps.filter((_, i) => i !== at))}
                {...(steps.length === 1 && { refused: t('targets.removeStep') })}
              >
                {t('targets.removeStep')}
              </Button>
            </div>
          );
        })}
      </div>
      <div className="targets-actions">
        <Button kind="quiet" onPress={() => last && setSteps([...steps, last])}>
          {t('targets.addStep')}
        </Button>
        {changed !== '' && (
          <Button kind="quiet" onPress={() => setSteps(plan?.steps ?? [])}>
            {t('targets.asItWas')}
          </Button>
        )}
      </div>
    </div>
  );
}

// The plan's own figure stands in grey until another is typed; emptying the field puts it back, 0 takes it away.
function StepFigure({
  step,
  own,
  field,
  onChange,
}: {
  step: Step;
  own: Step | undefined;
  field: StepField;
  onChange: (step: Step) => void;
}) {
  const { t } = useWords();
  const before = own ? typedFigure(own, field) : '';
  const typed = typedFigure(step, field);
  const label = field === 'rate' && isShare(step, 'from') ? t('targets.ratePoint') : t(`targets.${field}`);
  return (
    <Assumption
      label={label}
      value={typed === before ? '' : typed === '' ? '0' : typed}
      own={before === '' ? t('targets.without') : before}
      unit={isShare(step, field) ? '%' : ''}
      most={1e9}
      onChange={(value) =>
        onChange(withFigure(step, field, value === '' ? before : field === 'to' && value === '0' ? '' : value))
      }
    />
  );
}
