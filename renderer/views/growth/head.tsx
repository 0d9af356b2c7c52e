import { figureIn, numberIn, useStatus } from '../../frame/answers';
import { changeIn } from '../../frame/change';
import { useChanges, Verdicts } from '../../frame/compared';
import { useAsked } from '../../frame/measure';
import { isMissing, reasonText } from '../../frame/names';
import { comparedName, periodName } from '../../frame/period-name';
import { usePeriod } from '../../state/use-period';
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
  const [first, ...further] = useChanges('referral-yield', period);
  if (!asked.answer) return <div className="answer-head answer-waiting" />;
  const row = asked.answer.grid.rows[0];
  const figure = figureIn(row);
  const change = first?.change ?? changeIn(undefined);
  const untold = isMissing(figure.reason) ? figure.reason : null;
  const sentence = growthHeadline({
    untold: untold !== null,
    share: figure.value === null ? null : formats.ratio(figure.value),
    range: formats.range('ratio', figure.lower, figure.upper),
    change,
    against: first ? comparedName(first, words) : '',
    before: formats.ratio(change.before),
  });
  return (
    <div className={`answer-head ${asked.stale || first?.stale ? 'stale' : ''}`}>
      <h1>{t(sentence.key, sentence.args)}</h1>
      <p>
        {untold !== null && reasonText(untold, words)}
        {figure.value !== null &&
          t('growth.about', {
            period: periodName(period, words),
            referred: numberIn(row, 'numerator') ?? 0,
            n: figure.n ?? 0,
            money: formats.money(numberIn(row, 'referred_money'), asked.answer.currency),
          })}{' '}
        {figure.value !== null && <Verdicts changes={further} />}
      </p>
    </div>
  );
}
