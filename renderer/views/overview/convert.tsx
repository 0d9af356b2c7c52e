import { sparkline, sparklineHeight } from '../../charts/sparkline';
import { chartTable } from '../../frame/chart-table';
import { figureIn, useStatus } from '../../frame/answers';
import { verdictWords } from '../../frame/change';
import { FigureButton } from '../../frame/figure-button';
import { shortPeriodName } from '../../frame/period-name';
import { Picture, useChartWords } from '../../frame/picture';
import { showView } from '../../state/question';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { Button } from '../../ui/button';
import { ProblemBlock } from '../../ui/problem';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { useAgainst, useChange, useTrend } from './use-overview';

/** The pillar Convert: the share of prospects won, how it went, what changed, and the measures beside it. */
export function Convert({ metric }: { metric: string }) {
  const { t } = useWords();
  const others = metric === 'win-rate' ? ['cycle-length', 'bookings'] : ['win-rate', 'cycle-length', 'bookings'];
  return (
    <section className="pillar" aria-label={t('overview.convert')}>
      <div className="panel-head">
        <h2>
          <Button kind="link" className="pillar-title" onPress={() => showView('funnel')}>
            {t('overview.convert')}
          </Button>
        </h2>
        <span className="small">{t('overview.convertNote')}</span>
      </div>
      <Main metric={metric} />
      <div className="pillar-rows" role="list" aria-label={t('overview.rows')}>
        {others.map((other) => (
          <MeasureRow key={other} metric={other} />
        ))}
      </div>
    </section>
  );
}

function Main({ metric }: { metric: string }) {
  const words = useWords();
  const formats = useFormat();
  const question = useQuestionAbout(usePeriod());
  const { answer, stale, problem } = useMetric(metric, question);
  const { change } = useChange(metric);
  const against = useAgainst();
  const figure = figureIn(answer?.grid.rows[0]);
  const title = words.find(`metric.${metric}.title`) ?? metric;
  const verdict = against ? verdictWords(change, 'ratio', against.period, words, formats) : null;
  useStatus(answer, { metric, question }, metric === 'win-rate' ? 'status.deals' : 'status.prospects');
  if (problem) return <ProblemBlock {...problem} />;
  return (
    <div className={`pillar-main ${stale ? 'stale' : ''}`}>
      <div className="pillar-figure">
        <div className="small quiet">{title}</div>
        <FigureButton
          metric={metric}
          question={question}
          large
          text={formats.ratio(figure.value)}
          thin={figure.state === 'thin'}
        />
        <div className="caption num">
          {figure.value === null
            ? (words.find(`reason.${figure.reason}`) ?? words.t('common.missing'))
            : words.t('overview.figureNote', {
                range: formats.range('ratio', figure.lower, figure.upper),
                n: formats.count(figure.n),
              })}
        </div>
        {verdict && answer && (
          <div className="pillar-verdict">
            <div className={verdict.said ? 'verdict' : 'verdict quiet'}>{verdict.text}</div>
            <div className="caption">{verdict.detail}</div>
          </div>
        )}
      </div>
      <Trend metric={metric} title={title} />
    </div>
  );
}

function Trend({ metric, title }: { metric: string; title: string }) {
  const { t, locale } = useWords();
  const chartWords = useChartWords();
  const { answer, rows, stale } = useTrend(metric);
  const table = chartTable(answer?.grid.columns ?? [], rows);
  return (
    <Picture
      className={`pillar-trend ${stale ? 'stale' : ''}`}
      name={t('overview.trend', { metric: title })}
      height={sparklineHeight.large + 40}
      table={table}
      draw={(marks) => sparkline(table, { period: 'quarter' }, chartWords, locale, marks)}
      explained={answer && { metric, question: { ...answerQuestion(answer), by: ['quarter'] } }}
    />
  );
}

function answerQuestion(answer: {
  readonly period: { readonly start: string | null; readonly end: string | null };
  readonly filters: Readonly<Record<string, readonly string[]>>;
}) {
  return { from: answer.period.start, to: answer.period.end, asOf: null, by: [], filters: answer.filters, options: {} };
}

function MeasureRow({ metric }: { metric: string }) {
  const words = useWords();
  const { locale } = words;
  const formats = useFormat();
  const chartWords = useChartWords();
  const period = usePeriod();
  const question = useQuestionAbout(period);
  const against = useAgainst();
  const before = useQuestionAbout(against?.period ?? period);
  const { answer, stale } = useMetric(metric, question);
  const compared = useMetric(metric, against ? before : undefined);
  const trend = useTrend(metric);
  const table = chartTable(trend.answer?.grid.columns ?? [], trend.rows);
  const text = (value: number | null): string => {
    if (metric === 'bookings') return formats.money(value, answer?.currency ?? '');
    return metric === 'cycle-length' ? formats.days(value) : formats.ratio(value);
  };
  const title =
    metric === 'cycle-length' ? words.t('overview.daysMedian') : (words.find(`metric.${metric}.title`) ?? metric);
  const value = figureIn(answer?.grid.rows[0]);
  return (
    <div className={`pillar-row ${stale ? 'stale' : ''}`} role="listitem">
      <span>{title}</span>
      <Picture
        className="pillar-spark"
        name={words.t('overview.trend', { metric: title })}
        height={sparklineHeight.small}
        table={table}
        draw={(marks) =>
          sparkline(table, { period: 'quarter', small: true, currency: answer?.currency }, chartWords, locale, marks)
        }
        plain
      />
      <FigureButton metric={metric} question={question} text={text(value.value)} thin={value.state === 'thin'} />
      <span className="pillar-compared num">
        {against &&
          words.t('overview.compared', {
            period: shortPeriodName(against.period, words),
            value: text(figureIn(compared.answer?.grid.rows[0]).value),
          })}
      </span>
    </div>
  );
}
