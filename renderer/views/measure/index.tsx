import { AnswerPlace } from '../../frame/answer-place';
import { AnswerTable } from '../../frame/answer-table';
import { figureIn, useStatus } from '../../frame/answers';
import { FigureButton } from '../../frame/figure-button';
import { BeforeEach, figureText, unitIn, useAsked } from '../../frame/measure';
import { valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { periodName } from '../../frame/period-name';
import { useChoice } from '../../state/choices';
import { useMetricList } from '../../state/reads';
import { alongPath, stepsIn } from '../../state/path';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { Pick } from '../../ui/pick';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { Decomposition } from './decomposition';
import { groupsSaid } from './groups-said';

// What the head and the explanation say in words.
const frame = new Set(['level', 'method', 'state', 'reason', 'excluded']);

/** Any measure on its own: its figure, split by any dimension it knows, and the whole answer as a table. A typed question leads here. */
export function Measure() {
  const { t, find } = useWords();
  const [metric, setMetric] = useChoice('measure.metric');
  const { answer: every = [] } = useMetricList(true);
  const dimensions = every.find(({ id }) => id === metric)?.dimensions ?? [];
  const items = every.map(({ id, title }) => ({ id, text: find(`metric.${id}.title`) ?? title }));
  return (
    <div className="view">
      <Head metric={metric} dimensions={dimensions} />
      <Panel
        title={t('measure.all')}
        end={<Pick label={t('measure.which')} items={items} selected={metric} onChange={setMetric} />}
      >
        <Whole metric={metric} />
      </Panel>
      {dimensions.length > 0 && <Decomposition metric={metric} dimensions={dimensions} />}
    </div>
  );
}

function Head({ metric, dimensions }: { metric: string; dimensions: readonly string[] }) {
  const words = useWords();
  const { t, find } = words;
  const formats = useFormat();
  const period = usePeriod();
  const asked = useAsked(metric);
  useStatus(asked.answer, { metric, question: asked.question }, 'status.cases');
  const row = asked.answer?.grid.rows[0];
  const { value, lower, upper } = figureIn(row);
  const unit = unitIn(asked.answer, 'value');
  const money = { currency: asked.answer?.currency ?? '', compact: true };
  const title = find(`metric.${metric}.title`) ?? metric;
  const groups = useGroupsSaid(metric, dimensions);
  return (
    <div className={`answer-head ${asked.stale ? 'stale' : ''}`}>
      <h1>
        {t('measure.sentence', { measure: title, period: periodName(period, words) })}{' '}
        <FigureButton
          metric={metric}
          question={asked.question}
          text={figureText(unit, value, money.currency, formats)}
          thin={false}
        />
        {groups !== null && `; ${groups}`}
      </h1>
      <p className="measure-befores">
        {lower !== null && <span>{formats.range(unit, lower, upper, money)}</span>}
        <BeforeEach model={{ metric }} />
      </p>
    </div>
  );
}

// The split on screen, its path included, in words.
function useGroupsSaid(metric: string, dimensions: readonly string[]): string | null {
  const words = useWords();
  const formats = useFormat();
  const [by] = useChoice('measure.by');
  const [kept] = useChoice('measure.path');
  const plain = useQuestionAbout(usePeriod(), [by]);
  const steps = stepsIn(kept).filter(({ dimension }) => dimensions.includes(dimension));
  const question = { ...plain, filters: alongPath(plain.filters, steps) };
  const { answer } = useMetric(metric, dimensions.includes(by) ? question : undefined);
  if (!answer) return null;
  return groupsSaid({ by, rows: answer.grid.rows, verdict: answer.homogeneity?.verdict ?? null }, words, {
    value: (value) => figureText(unitIn(answer, 'value'), value, answer.currency, formats),
    name: (name) => formats.period(valueName(name, words)),
  });
}

function Whole({ metric }: { metric: string }) {
  const { t } = useWords();
  const asked = useAsked(metric);
  return (
    <AnswerPlace answered={asked} isEmpty={(answer) => answer.grid.rows.length === 0}>
      {(answer) => (
        <AnswerTable
          label={t('measure.all')}
          answer={answer}
          names={answer.grid.columns.map(({ name }) => name).filter((name) => !frame.has(name))}
          rows={answer.grid.rows.slice(0, 500)}
        />
      )}
    </AnswerPlace>
  );
}
