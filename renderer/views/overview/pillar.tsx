import { useCallback, useMemo } from 'react';
import { Fault } from '../../frame/fault';
import { sparkline } from '../../charts/sparkline';
import type { Marks } from '../../charts/theme';
import { figureIn, useStatus } from '../../frame/answers';
import { verdictWords } from '../../frame/change';
import type { Compared } from '../../frame/compared';
import { useChanges } from '../../frame/compared';
import { chartTable } from '../../frame/chart-table';
import { FigureButton } from '../../frame/figure-button';
import { useWhyNothing } from '../../frame/nothing';
import { comparedName, periodName, shortPeriodName } from '../../frame/period-name';
import { Picture, useChartWords } from '../../frame/picture';
import type { Period } from '../../state/period';
import type { ViewId } from '../../state/question';
import { showView } from '../../state/question';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { Button } from '../../ui/button';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { RowModel } from './measure-row';
import { MeasureRow } from './measure-row';
import { askedIn, useJudgedPeriod, useTrend } from './use-overview';

interface PillarProps {
  readonly title: string;
  readonly note: string;
  /** The view its title leads to. */
  readonly view: ViewId;
  /** The figure at its head, a share. */
  readonly metric: string;
  readonly name?: string;
  readonly rows: readonly RowModel[];
  /** The pillar whose n and interval stand on the status line. */
  readonly first?: boolean;
}

/** One pillar: its figure with interval and trend, what may be said of its change, and further measures below. */
export function Pillar({ title, note, view, metric, name, rows, first = false }: PillarProps) {
  const { t } = useWords();
  return (
    <section className="pillar" aria-label={title}>
      <div className="panel-head">
        <h2>
          <Button kind="link" className="pillar-title" onPress={() => showView(view)}>
            {title}
          </Button>
        </h2>
        <span className="small">{note}</span>
      </div>
      {first && <StatusOf metric={metric} />}
      <Main metric={metric} name={name} />
      <div className="pillar-rows" role="list" aria-label={t('overview.rows')}>
        {rows.map((row) => (
          <MeasureRow key={`${row.metric}${row.column ?? ''}`} row={row} />
        ))}
      </div>
    </section>
  );
}

function StatusOf({ metric }: { metric: string }) {
  const question = useQuestionAbout(useJudgedPeriod(metric));
  const { answer } = useMetric(metric, question);
  useStatus(answer, { metric, question }, metric === 'win-rate' ? 'status.deals' : 'status.prospects');
  return null;
}

function Main({ metric, name }: { metric: string; name: string | undefined }) {
  const words = useWords();
  const formats = useFormat();
  const judged = useJudgedPeriod(metric);
  const question = useQuestionAbout(judged);
  const { answer, stale, problem } = useMetric(metric, question);
  const whyNothing = useWhyNothing();
  const figure = figureIn(answer?.grid.rows[0]);
  const title = name ?? words.find(`metric.${metric}.title`) ?? metric;
  if (problem) return <Fault problem={problem} />;
  const note =
    figure.value === null
      ? whyNothing(figure.reason)
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
      </div>
      <Trend metric={metric} title={title} />
      {answer && <Verdict metric={metric} judged={judged} />}
    </div>
  );
}

function Verdict({ metric, judged }: { metric: string; judged: Period }) {
  const words = useWords();
  const changes = useChanges(metric, judged);
  const chosen = usePeriod();
  const moved = JSON.stringify(chosen) !== JSON.stringify(judged);
  return (
    <div className="pillar-verdict">
      {changes.map((compared) => (
        <OneVerdict key={compared.kind} compared={compared} />
      ))}
      {moved && (
        <div className="caption">
          {words.t('overview.mature', { shown: periodName(judged, words), chosen: shortPeriodName(chosen, words) })}
        </div>
      )}
    </div>
  );
}

function OneVerdict({ compared }: { compared: Compared }) {
  const words = useWords();
  const formats = useFormat();
  if (!compared.known) return null;
  const verdict = verdictWords(compared.change, 'ratio', comparedName(compared, words), words, formats);
  return (
    <>
      <div className={verdict.said ? 'verdict' : 'verdict quiet'}>{verdict.text}</div>
      <div className="caption">{verdict.detail}</div>
    </>
  );
}

function Trend({ metric, title }: { metric: string; title: string }) {
  const { t, locale } = useWords();
  const chartWords = useChartWords();
  const { answer, rows, stale } = useTrend(metric);
  const table = useMemo(() => chartTable(answer?.grid.columns ?? [], rows), [answer, rows]);
  const draw = useCallback(
    (marks: Marks) => sparkline(table, { period: 'quarter' }, chartWords, locale, marks),
    [table, chartWords, locale],
  );
  const explained = useMemo(() => answer && { metric, question: askedIn(answer) }, [metric, answer]);
  return (
    <Picture
      className={`pillar-trend ${stale ? 'stale' : ''}`}
      name={t('overview.trend', { metric: title })}
      table={table}
      draw={draw}
      explained={explained}
    />
  );
}
