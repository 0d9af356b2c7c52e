import { dotInterval, dotIntervalHeight } from '../../charts/dot-interval';
import { trend } from '../../charts/trend';
import { AnswerPlace } from '../../frame/answer-place';
import { figureIn, numberIn } from '../../frame/answers';
import { breakdownRows } from '../../frame/breakdown';
import { chartTable } from '../../frame/chart-table';
import { figureText, unitIn } from '../../frame/measure';
import { dimensionName, valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { Picture, useChartWords } from '../../frame/picture';
import type { Row } from '../../engine';
import { useChoice } from '../../state/choices';
import type { PathStep } from '../../state/path';
import { alongPath, splitAlong, stepsIn } from '../../state/path';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { Chip } from '../../ui/chip';
import { Pick } from '../../ui/pick';
import { Segmented } from '../../ui/segmented';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import './measure.css';
import { Multiples } from './multiples';

const inTime: ReadonlySet<string> = new Set(['week', 'month', 'quarter']);
const most = 20;

/** A measure split by a dimension, highest first, and any of its groups split again: the way there as chips. */
export function Decomposition({ metric, dimensions }: { metric: string; dimensions: readonly string[] }) {
  const words = useWords();
  const { t } = words;
  const [by] = useChoice('measure.by');
  const [kept] = useChoice('measure.path');
  const [shape, setShape] = useChoice('measure.shape', 'groups', 'multiples');
  const steps = stepsIn(kept).filter(({ dimension }) => dimensions.includes(dimension));
  const free = dimensions.filter((dimension) => !steps.some((step) => step.dimension === dimension));
  const named = (dimension: string): string => dimensionName(dimension, words).toLocaleLowerCase();
  const items = free.map((id) => ({ id, text: t('funnel.by', { dimension: named(id) }) }));
  const title = t('overview.byDimension', {
    metric: words.find(`metric.${metric}.title`) ?? metric,
    dimension: named(by),
  });
  const grouped = !inTime.has(by);
  return (
    <Panel
      className="below split"
      title={title}
      note={people(by) ? undefined : t('split.order')}
      end={
        <>
          {grouped && (
            <Segmented
              label={t('split.shape')}
              items={(['groups', 'multiples'] as const).map((id) => ({ id, text: t(`split.${id}`) }))}
              selected={shape}
              onChange={setShape}
            />
          )}
          <Pick label={t('funnel.byWhat')} items={items} selected={by} onChange={(next) => splitAlong(steps, next)} />
        </>
      }
    >
      <Path steps={steps} hint={grouped && shape === 'groups'} />
      {grouped && shape === 'multiples' ? (
        <Multiples metric={metric} by={by} steps={steps} />
      ) : (
        <Groups name={title} metric={metric} by={by} steps={steps} free={free} />
      )}
    </Panel>
  );
}

function people(dimension: string): boolean {
  return dimension === 'rep' || dimension === 'team';
}

function Path({ steps, hint }: { steps: readonly PathStep[]; hint: boolean }) {
  const words = useWords();
  if (steps.length === 0) return hint ? <p className="caption">{words.t('split.hint')}</p> : null;
  const back = (at: number): void => splitAlong(steps.slice(0, at), steps[at]?.dimension ?? '');
  return (
    <div className="split-path" role="group" aria-label={words.t('split.path')}>
      {steps.map(({ dimension, value }, at) => (
        <Chip
          key={dimension}
          field={dimensionName(dimension, words)}
          value={valueName(value, words)}
          removeLabel={words.t('split.back', { dimension: dimensionName(dimension, words) })}
          onPress={() => back(at)}
          onRemove={() => back(at)}
        />
      ))}
    </div>
  );
}

interface GroupsProps {
  readonly name: string;
  readonly metric: string;
  readonly by: string;
  readonly steps: readonly PathStep[];
  readonly free: readonly string[];
}

function Groups({ name, metric, by, steps, free }: GroupsProps) {
  const words = useWords();
  const { t, locale } = words;
  const formats = useFormat();
  const chartWords = useChartWords(metric);
  const plain = useQuestionAbout(usePeriod(), [by]);
  const question = { ...plain, filters: alongPath(plain.filters, steps) };
  const asked = useMetric(metric, question);
  const whole = useMetric(metric, { ...question, by: [] });
  const overall = numberIn(whole.answer?.grid.rows[0], 'value');
  const currency = asked.answer?.currency ?? '';
  const { shown, more } = breakdownRows(asked.answer?.grid.rows ?? [], by, most);
  const rows = inTime.has(by) ? [...(asked.answer?.grid.rows ?? [])].sort(inTimeOrder(by)) : shown;
  const table = chartTable(asked.answer?.grid.columns ?? [], rows);
  const wordsOfMarks = { ...chartWords, nameOf: (value: string | null) => valueName(value, words) };
  const next = free.find((dimension) => dimension !== by && !inTime.has(dimension));
  const goInto = (value: string | null): void => {
    if (next !== undefined) splitAlong([...steps, { dimension: by, value: value ?? 'Unknown' }], next);
  };
  return (
    <div className={asked.stale ? 'stale' : ''}>
      <p className="caption">
        {overall !== null &&
          t('measure.dashed', { value: figureText(unitIn(whole.answer, 'value'), overall, currency, formats) })}
        {evidence(shown, t('split.thin'))}
      </p>
      <AnswerPlace answered={asked} isEmpty={() => rows.length === 0}>
        {() => (
          <Picture
            name={name}
            height={inTime.has(by) ? 240 : dotIntervalHeight(rows.length)}
            table={table}
            draw={(marks) =>
              inTime.has(by)
                ? trend(table, { period: by, intervals: 'whisker', currency }, wordsOfMarks, locale, marks)
                : dotInterval(
                    table,
                    { category: by, reference: overall, labelWidth: 168, currency },
                    wordsOfMarks,
                    locale,
                    marks,
                  )
            }
            explained={{ metric, question }}
            {...(next !== undefined && !inTime.has(by) && { onChoose: (where) => goInto(where[by] ?? null) })}
          />
        )}
      </AnswerPlace>
      {more > 0 && !inTime.has(by) && <p className="caption">{t('common.more', { n: more })}</p>}
    </div>
  );
}

function inTimeOrder(by: string) {
  return (a: Row, b: Row): number => String(a[by] ?? '').localeCompare(String(b[by] ?? ''));
}

// Said once where groups are too small to be told apart from chance.
function evidence(rows: readonly Row[], text: string): string {
  const thin = rows.filter((row) => figureIn(row).state === 'thin').length;
  return rows.length > 0 && thin === rows.length ? ` · ${text}` : '';
}
