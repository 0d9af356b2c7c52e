import type { Row } from '../../../engine';
import { numberIn, textIn } from '../../../frame/answers';
import { FigureButton } from '../../../frame/figure-button';
import type { Asked } from '../../../frame/measure';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';

/** Every plan that paid anything in the period: the share of its money that went to the top fifth, and how many it reached. */
export function ByPlan({ asked: { answer, question } }: { asked: Asked }) {
  const { t } = useWords();
  const { ratio } = useFormat();
  const plans = (answer?.grid.rows ?? []).filter((row) => numberIn(row, 'top20_share') !== null);
  if (plans.length === 0) return null;
  return (
    <div className="measure-lines" role="list" aria-label={t('targets.byPlan')}>
      {plans.map((row) => {
        const plan = textIn(row, 'plan');
        return (
          <div key={plan} className="measure-line" role="listitem">
            <div className="measure-name">{plan}</div>
            <div className="measure-said">
              <FigureButton
                metric="incentive-spread"
                question={question}
                where={{ plan }}
                text={ratio(numberIn(row, 'top20_share'))}
              />
              <span className="caption num">{t('targets.planPaid', { paid: paidOf(row), n: peopleOf(row) })}</span>
            </div>
          </div>
        );
      })}
    </div>
  );
}

function peopleOf(row: Row): number {
  return numberIn(row, 'people') ?? 0;
}

/** How many people a plan paid anything. */
export function paidOf(row: Row): number {
  return Math.round((numberIn(row, 'share_paid') ?? 0) * peopleOf(row));
}
