import { comparedName, shortPeriodName } from '../../frame/period-name';
import { changeIn } from '../../frame/change';
import { Verdicts } from '../../frame/compared';
import { useStatus } from '../../frame/answers';
import { setFunnel, useQuestion } from '../../state/question';
import { useMetric } from '../../state/use-metric';
import { Button } from '../../ui/button';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { figureIn } from '../../frame/answers';
import { funnelHeadline } from './headline';
import type { Shown } from './shown';
import type { FunnelData } from './use-funnel';
import { windowDays } from './use-funnel';

/** The answer as a sentence, and why this period is on screen. */
export function Head({ funnel, shown }: { funnel: FunnelData; shown: Shown }) {
  const words = useWords();
  const { t } = words;
  const { of, count, points, range, ratio } = useFormat();
  const { changes, unit, told } = funnel;
  const [first, ...further] = changes;
  const change = first?.change ?? changeIn(undefined);
  const { answer } = useMetric(told.metric, told.question);
  useStatus(unit === 'count' ? funnel.answer : answer, shown.rates, 'status.journeys');
  const now = figureIn(answer?.grid.rows[0]);
  const hundred = (value: number | null): string =>
    unit === 'count'
      ? of('ratio', value, { decimals: 0, bare: true })
      : of('money', value === null ? null : 100 * value, { currency: answer?.currency, decimals: 0 });
  if (!answer) return <div className="answer-head answer-waiting" />;
  const sentence = funnelHeadline({
    unit,
    change,
    now: now.value === null || now.state === 'thin' ? null : hundred(now.value),
    before: hundred(change.before),
    hundred: hundred(1),
    against: first ? comparedName(first, words) : null,
  });
  const said = now.state !== 'thin' && ['higher', 'lower', 'no_clear_change'].includes(change.kind);
  return (
    <div className="answer-head">
      <h1>{t(sentence.key, sentence.args)}</h1>
      <p>
        {now.value !== null &&
          t(said && change.lower !== null ? 'funnel.toldChange' : 'funnel.told', {
            rate: ratio(now.value),
            n: count(now.n),
            range: range('ratio', now.lower, now.upper),
            difference: points(change.difference),
            between: range('ratio', change.lower, change.upper, { sign: true }),
          })}{' '}
        <Verdicts changes={further} /> <Youth funnel={funnel} />
      </p>
    </div>
  );
}

function Youth({ funnel }: { funnel: FunnelData }) {
  const words = useWords();
  const { t } = words;
  const young = useQuestion((history) => history.asked.funnel.young);
  const [chosen, shown] = [shortPeriodName(funnel.chosen, words), shortPeriodName(funnel.period, words)];
  if (young) {
    return (
      <>
        {t('funnel.youngNote', { chosen })}{' '}
        <Button kind="link" onPress={() => setFunnel({ young: false })}>
          {t('funnel.showMature')}
        </Button>
      </>
    );
  }
  if (!funnel.youth) return null;
  const { n, judged } = funnel.youth;
  return (
    <>
      {t('funnel.mature', { shown, chosen, judged, n, days: windowDays })}{' '}
      <Button kind="link" onPress={() => setFunnel({ young: true })}>
        {t('funnel.showYoung', { period: chosen })}
      </Button>
    </>
  );
}
