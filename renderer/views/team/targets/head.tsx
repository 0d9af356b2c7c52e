import { numberIn, textIn, useStatus } from '../../../frame/answers';
import { useAsked } from '../../../frame/measure';
import { periodName } from '../../../frame/period-name';
import { usePeriod } from '../../../state/use-period';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import { planTold, targetsHeadline } from './headline';

/** Whom the plans pay; a plan that pays the top alone is named. */
export function Head() {
  const words = useWords();
  const { t, find } = words;
  const { ratio } = useFormat();
  const period = periodName(usePeriod(), words);
  const spread = useAsked('incentive-spread', { per: 'plan' });
  const met = useAsked('attainment');
  useStatus(met.answer, { metric: 'attainment', question: met.question }, 'status.targets');
  if (!spread.answer || !met.answer) return <div className="answer-head answer-waiting" />;
  const { rows } = spread.answer.grid;
  const nameOf = (measure: string): string => find(`targets.measure.${measure}`) ?? measure;
  const { key, args } = targetsHeadline(rows, met.answer.grid.rows[0], ratio, nameOf);
  const plan = planTold(rows);
  const booked = numberIn(plan, 'bookings_top20_share');
  return (
    <div className={`answer-head ${spread.stale || met.stale ? 'stale' : ''}`}>
      <h1>{t(key, args)}</h1>
      <p>
        {booked === null
          ? t('targets.aboutPlain', { period })
          : t('targets.about', { period, plan: textIn(plan, 'plan') ?? '', booked: ratio(booked) })}
      </p>
    </div>
  );
}
