import { sparkline } from '../../charts/sparkline';
import { figureIn, useStatus } from '../../frame/answers';
import { verdictWords } from '../../frame/change';
import { chartTable } from '../../frame/chart-table';
import { FigureButton } from '../../frame/figure-button';
import { reasonText } from '../../frame/names';
import { periodName, shortPeriodName } from '../../frame/period-name';
import { Picture, useChartWords } from '../../frame/picture';
import { showView } from '../../state/question';
import { askAgain, useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { Button } from '../../ui/button';
import { ProblemBlock } from '../../ui/problem';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { MeasureRow } from './measure-row';
import { useAgainst, useChange, useJudgedPeriod, useTrend } from './use-overview';

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
  const judged = useJudgedPeriod(metric);
  const question = useQuestionAbout(judged);
  const { answer, stale, problem } = useMetric(metric, question);
  const figure = figureIn(answer?.grid.rows[0]);
  const title = words.find(`metric.${metric}.title`) ?? metric;
  useStatus(answer, { metric, question }, metric === 'win-rate' ? 'status.deals' : 'status.prospects');
  if (problem) return <ProblemBlock {...problem} onRepeat={askAgain} />;
  const note =
    figure.value === null
      ? reasonText(figure.reason, words)
      : words.t('overview.figureNote', {
          range: formats.range('ratio', figure.lower, figure.upper),
          n: formats.count(figure.n),
        });
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
        <div className="caption num">{answer && note}</div>
        {answer && <Verdict metric={metric} />}
      </div>
      <Trend metric={metric} title={title} />
    </div>
  );
}

function Verdict({ metric }: { metric: string }) {
  const words = useWords();
  const formats = useFormat();
  const { change, known } = useChange(metric);
  const against = useAgainst(metric);
  const [chosen, judged] = [usePeriod(), useJudgedPeriod(metric)];
  const moved = JSON.stringify(chosen) !== JSON.stringify(judged);
  const verdict = known && against && verdictWords(change, 'ratio', against.period, words, formats);
  return (
    <div className="pillar-verdict">
      {verdict && (
        <>
          <div className={verdict.said ? 'verdict' : 'verdict quiet'}>{verdict.text}</div>
          <div className="caption">{verdict.detail}</div>
        </>
      )}
      {moved && (
        <div className="caption">
          {words.t('overview.mature', { shown: periodName(judged, words), chosen: shortPeriodName(chosen, words) })}
        </div>
      )}
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
      table={table}
      draw={(marks) => sparkline(table, { period: 'quarter' }, chartWords, locale, marks)}
      explained={answer && { metric, question: askedIn(answer) }}
    />
  );
}

interface Frame {
  readonly period: { readonly start: string | null; readonly end: string | null };
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly by: readonly string[];
}

/** The question an answer was given to. */
export function askedIn({ period, filters, by }: Frame) {
  return { from: period.start, to: period.end, asOf: null, by, filters, options: {} };
}
