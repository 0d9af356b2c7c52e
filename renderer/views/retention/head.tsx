import { figureIn, useStatus } from '../../frame/answers';
import { useChanges, Verdicts } from '../../frame/compared';
import { useAsked } from '../../frame/measure';
import { periodName, shortPeriodName } from '../../frame/period-name';
import { usePeriod, useSettledPeriod } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { retentionHeadline } from './headline';
import type { QuietCustomers } from './use-quiet';

/** The answer as a sentence, then how many were kept, and why this period is on screen. */
export function Head({ quiet }: { quiet: QuietCustomers }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const period = useSettledPeriod();
  const chosen = usePeriod();
  const kept = useAsked('logo-retention', {}, [], period);
  useStatus(kept.answer, { metric: 'logo-retention', question: kept.question }, 'status.customers');
  if (!quiet.answer) return <div className="answer-head answer-waiting" />;
  const sentences = retentionHeadline({
    left: quiet.left,
    silent: quiet.silent,
    watch: quiet.watch,
    basis: quiet.basis,
    money: quiet.watchMoney > 0 ? formats.money(quiet.watchMoney, quiet.answer.currency) : null,
  });
  const figure = figureIn(kept.answer?.grid.rows[0]);
  const moved = JSON.stringify(period) !== JSON.stringify(chosen);
  return (
    <div className={`answer-head ${quiet.stale || kept.stale ? 'stale' : ''}`}>
      <h1>{sentences.map(({ key, args }) => t(key, args)).join(' ')}</h1>
      <p>
        {figure.value !== null && (
          <>
            {t('retention.kept', {
              value: formats.ratio(figure.value),
              range: formats.range('ratio', figure.lower, figure.upper),
              period: periodName(period, words),
            })}{' '}
            <Changed />{' '}
          </>
        )}
        {moved &&
          t('retention.settled', { shown: shortPeriodName(period, words), chosen: shortPeriodName(chosen, words) })}
      </p>
    </div>
  );
}

function Changed() {
  return <Verdicts changes={useChanges('logo-retention', useSettledPeriod())} />;
}
