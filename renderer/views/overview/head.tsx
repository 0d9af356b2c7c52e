import type { Row } from '../../engine';
import { excludedOf, figureIn, numberIn } from '../../frame/answers';
import { useChanges, Verdicts } from '../../frame/compared';
import { changeIn } from '../../frame/change';
import { comparedName, periodName, shortPeriodName } from '../../frame/period-name';
import type { MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { overviewHeadline } from './headline';
import { useJudgedPeriod } from './use-overview';
import { useCoverage } from './use-targets';

/** The answer of the page as a sentence. */
export function Headline({ metric }: { metric: string }) {
  const words = useWords();
  const formats = useFormat();
  const period = usePeriod();
  const judged = useJudgedPeriod(metric);
  const rate = useMetric(metric, useQuestionAbout(judged));
  const bookings = useMetric('bookings', useQuestionAbout(period));
  const coverage = useCoverage(period).answer;
  const [first, ...further] = useChanges(metric, judged);
  const change = first?.change ?? changeIn(undefined);
  const value = figureIn(rate.answer?.grid.rows[0]).value;
  const money = figureIn(bookings.answer?.grid.rows[0]).value;
  if (!rate.answer || !bookings.answer || first?.known === false) return <div className="answer-head answer-waiting" />;
  const share = shareOfTarget(money, bookings.answer, coverage);
  const title = words.find(`metric.${metric}.title`) ?? metric;
  const moved = JSON.stringify(judged) !== JSON.stringify(period);
  const sentences = overviewHeadline({
    bookings: money === null ? null : formats.money(money, bookings.answer.currency),
    unpriced: leftOut(bookings.answer.grid.rows[0]),
    ofTarget: share === null ? null : formats.of('ratio', share, { decimals: 0 }),
    period: periodName(period, words),
    metric: moved ? words.t('overview.metricIn', { metric: title, period: shortPeriodName(judged, words) }) : title,
    value: value === null ? null : formats.ratio(value),
    change,
    against: first ? comparedName(first, words) : '',
    before: formats.ratio(change.before),
  });
  return (
    <div className={`answer-head ${rate.stale || bookings.stale || first?.stale ? 'stale' : ''}`}>
      <h1>{sentences.map(({ key, args }) => words.t(key, args)).join(' ')}</h1>
      {value !== null && further.length > 0 && (
        <p>
          <Verdicts changes={further} />
        </p>
      )}
    </div>
  );
}

// An answer of another period, still on screen while the next is on its way, has another target.
function shareOfTarget(
  money: number | null,
  bookings: MetricAnswer,
  coverage: MetricAnswer | undefined,
): number | null {
  const target = numberIn(coverage?.grid.rows[0], 'target_money') ?? 0;
  const same = JSON.stringify(coverage?.period) === JSON.stringify(bookings.period);
  return money !== null && target > 0 && same ? money / target : null;
}

// What is left out of the bookings are deals won without an amount that can be added up.
function leftOut(row: Row | undefined): number {
  return Object.values(row ? excludedOf(row) : {}).reduce((sum, n) => sum + n, 0);
}
