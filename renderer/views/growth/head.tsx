import { figureIn, numberIn, useStatus } from '../../frame/answers';
import { againstOf, changeIn } from '../../frame/change';
import { useAsked } from '../../frame/measure';
import { periodName, shortPeriodName } from '../../frame/period-name';
import { useQuestion } from '../../state/question';
import { useMetric } from '../../state/use-metric';
import { comparedPeriod, usePeriod, useQuestionAbout } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { growthHeadline } from './headline';

/** The share of new customers that came by recommendation, and what that is worth. */
export function Head() {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const period = usePeriod();
  const asked = useAsked('referral-yield');
  useStatus(asked.answer, { metric: 'referral-yield', question: asked.question }, 'status.newCustomers');
  const comparison = useQuestion((history) => history.asked.comparisons[0]);
  const against = comparison ? comparedPeriod(period, comparison) : null;
  const options = { of: 'referral-yield', against: comparison ? againstOf(comparison) : 'previous' };
  const about = useQuestionAbout(period, [], options);
  const changed = useMetric('measured-change', against ? about : undefined);
  if (!asked.answer) return <div className="answer-head answer-waiting" />;
  const row = asked.answer.grid.rows[0];
  const figure = figureIn(row);
  const change = changeIn(changed.answer?.grid.rows[0]);
  const sentence = growthHeadline({
    share: figure.value === null ? null : formats.ratio(figure.value),
    range: formats.range('ratio', figure.lower, figure.upper),
    change,
    against: against ? shortPeriodName(against, words) : '',
    before: formats.ratio(change.before),
  });
  return (
    <div className={`answer-head ${asked.stale || changed.stale ? 'stale' : ''}`}>
      <h1>{t(sentence.key, sentence.args)}</h1>
      <p>
        {figure.value !== null &&
          t('growth.about', {
            period: periodName(period, words),
            referred: numberIn(row, 'numerator') ?? 0,
            n: figure.n ?? 0,
            money: formats.money(numberIn(row, 'referred_money'), asked.answer.currency),
          })}
      </p>
    </div>
  );
}
