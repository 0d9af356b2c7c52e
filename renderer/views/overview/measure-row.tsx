import { sparkline, sparklineHeight } from '../../charts/sparkline';
import { figureIn } from '../../frame/answers';
import { chartTable } from '../../frame/chart-table';
import { FigureButton } from '../../frame/figure-button';
import { shortPeriodName } from '../../frame/period-name';
import { Picture, useChartWords } from '../../frame/picture';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { useAgainst, useTrend } from './use-overview';

/** One further measure of a pillar: name, how it went, value, and what it was in the compared period. */
export function MeasureRow({ metric }: { metric: string }) {
  const words = useWords();
  const { t, locale } = words;
  const formats = useFormat();
  const chartWords = useChartWords();
  const period = usePeriod();
  const question = useQuestionAbout(period);
  const against = useAgainst(metric);
  const before = useQuestionAbout(against?.period ?? period);
  const { answer, stale } = useMetric(metric, question);
  const compared = useMetric(metric, against ? before : undefined);
  const trend = useTrend(metric);
  const table = chartTable(trend.answer?.grid.columns ?? [], trend.rows);
  const currency = answer?.currency;
  const text = (value: number | null): string => {
    if (metric === 'bookings') return formats.money(value, currency ?? '');
    return metric === 'cycle-length' ? formats.days(value) : formats.ratio(value);
  };
  const title = metric === 'cycle-length' ? t('overview.daysMedian') : (words.find(`metric.${metric}.title`) ?? metric);
  const figure = figureIn(answer?.grid.rows[0]);
  const was = compared.answer ? text(figureIn(compared.answer.grid.rows[0]).value) : '';
  return (
    <div className={`pillar-row ${stale ? 'stale' : ''}`} role="listitem">
      <span>{title}</span>
      <Picture
        className="pillar-spark"
        name={t('overview.trend', { metric: title })}
        height={sparklineHeight.small}
        table={table}
        draw={(marks) => sparkline(table, { period: 'quarter', small: true, currency }, chartWords, locale, marks)}
        plain
      />
      <FigureButton
        metric={metric}
        question={question}
        text={answer ? text(figure.value) : ''}
        thin={figure.state === 'thin'}
      />
      <span className="pillar-compared num">
        {against && t('overview.compared', { period: shortPeriodName(against.period, words), value: was })}
      </span>
    </div>
  );
}
