import type { Row } from '../../engine';
import { figureIn, numberIn, textIn, useStatus } from '../../frame/answers';
import type { Asked } from '../../frame/measure';
import { useAsked } from '../../frame/measure';
import { periodName } from '../../frame/period-name';
import { useBeyondTargets, useWhyNoTarget } from '../../frame/target-filters';
import type { Answered, MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { pipelineHeadline } from './headline';

/** What became of the pipeline, and what is still forecast. */
export function Head({ waterfall }: { waterfall: Asked }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const period = usePeriod();
  const forecast = useAsked('forecast');
  const coverage = useAboutTarget();
  const whyNoTarget = useWhyNoTarget();
  useStatus(waterfall.answer, { metric: 'pipeline-waterfall', question: waterfall.question }, 'status.openDeals', null);
  const { answer } = waterfall;
  if (!answer) return <div className="answer-head answer-waiting" />;
  const rows = answer.grid.rows;
  const sumOf = (...buckets: readonly string[]): string | null => {
    const sums = rows.filter((row) => buckets.includes(textIn(row, 'bucket') ?? ''));
    const total = sums.reduce((all, row) => all + Math.abs(numberIn(row, 'amount_money') ?? 0), 0);
    return total > 0 ? formats.money(total, answer.currency) : null;
  };
  const sentences = pipelineHeadline({
    opened: sumOf('open_start'),
    left: sumOf('open_end'),
    added: sumOf('new', 'reopened', 'pulled_in'),
    won: sumOf('won'),
    gone: sumOf('lost', 'no_decision', 'disqualified'),
  });
  const known = rows.some((row) => row['value'] !== null);
  const expected = figureIn(forecast.answer?.grid.rows[0]);
  const money = { currency: answer.currency, compact: true };
  return (
    <div className={`answer-head ${waterfall.stale ? 'stale' : ''}`}>
      <h1>{known ? sentences.map(({ key, args }) => t(key, args)).join(' ') : t('pipeline.headUnknown')}</h1>
      <p>
        {t('pipeline.about', { period: periodName(period, words) })}{' '}
        {expected.value !== null &&
          expected.lower !== expected.upper &&
          t('pipeline.forecast', {
            value: formats.money(expected.value, answer.currency),
            range: formats.range('money', expected.lower, expected.upper, money),
          })}{' '}
        {whyNoTarget ?? <Target row={coverage.answer?.grid.rows[0]} currency={answer.currency} />}
      </p>
    </div>
  );
}

// Not asked while filters divide what no target can be divided by.
function useAboutTarget(): Answered<MetricAnswer> {
  const beyond = useBeyondTargets();
  const question = useQuestionAbout(usePeriod());
  return useMetric('pipeline-coverage', beyond === '' ? question : undefined);
}

function Target({ row, currency }: { row: Row | undefined; currency: string }) {
  const { t } = useWords();
  const formats = useFormat();
  const target = numberIn(row, 'target_money');
  if (target === null || target <= 0) return t('pipeline.noTarget');
  const written = formats.money(target, currency);
  if (textIn(row, 'reason') === 'target_met') return t('pipeline.targetMet', { target: written });
  const cover = numberIn(row, 'value');
  if (cover === null) return null;
  return cover < 1
    ? t('pipeline.coveredPart', { target: written, share: formats.of('ratio', cover, { decimals: 0 }) })
    : t('pipeline.covered', { target: written, times: formats.of('score', cover) });
}
