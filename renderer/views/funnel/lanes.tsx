import type { KeyboardEvent } from 'react';
import { funnelBars } from '../../charts/funnel-bars';
import { rateLanes } from '../../charts/rate-lanes';
import type { Table } from '../../charts/table';
import { numberColumn, tableOf, textColumn } from '../../charts/table';
import type { Words } from '../../i18n';
import { FigureButton } from '../../frame/figure-button';
import { comparedName, periodMonths, periodName, shortPeriodName } from '../../frame/period-name';
import { Picture, useChartWords } from '../../frame/picture';
import { setFunnel, useQuestion } from '../../state/question';
import { useCalendar } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { Legend } from './legend';
import type { FunnelStep, Others } from './steps';
import type { FunnelData } from './use-funnel';
import { windowDays } from './use-funnel';

/** The lane table: a row a step with its bar, both percents, the rate lane and the median days. Arrow keys walk the steps and switch reached and not reached. */
export function Lanes({ funnel }: { funnel: FunnelData }) {
  const words = useWords();
  const { t } = words;
  const calendar = useCalendar();
  const { step, side } = useQuestion((history) => history.asked.funnel);
  const months = periodMonths(funnel.period, calendar, words);
  const select = (rung: string): void => setFunnel({ step: rung }, 'selection');
  const walk = (event: KeyboardEvent): void => {
    const at = funnel.rungs.indexOf(step);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = funnel.rungs[at + by];
    if (by !== 0 && next !== undefined) select(next);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      setFunnel({ side: side === 'lost' ? 'reached' : 'lost' }, 'selection');
    else return;
    event.preventDefault();
  };
  return (
    <section className="lanes-panel">
      <div className="panel-head">
        <h2>{t('funnel.title')}</h2>
        <span className="small">{months === null ? t('funnel.enteredAll') : t('funnel.entered', { months })}</span>
      </div>
      <div className="lanes">
        <div className="lane lane-heads">
          <span />
          <span>{t('funnel.reached')}</span>
          <span className="lane-right">{t('funnel.ofFirst')}</span>
          <span className="lane-right">{t('funnel.ofPrevious')}</span>
          <span />
          <span className="lane-right">{t('funnel.median')}</span>
        </div>
        <div
          className="lane-rows"
          role="grid"
          aria-label={t('funnel.title')}
          tabIndex={0}
          aria-activedescendant={`step-${step}`}
          onKeyDown={walk}
        >
          {funnel.steps.map((entry) => (
            <Lane
              key={entry.rung}
              step={entry}
              funnel={funnel}
              selected={entry.rung === step}
              onSelect={() => select(entry.rung)}
            />
          ))}
        </div>
        <Bars funnel={funnel} onSelect={select} />
        <Rates funnel={funnel} onSelect={select} />
      </div>
      <Legend against={funnel.compared.map((each) => comparedName(each, words))} />
    </section>
  );
}

interface LaneProps {
  readonly step: FunnelStep;
  readonly funnel: FunnelData;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

function Lane({ step, funnel, selected, onSelect }: LaneProps) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const pairWhere = { from_rung: step.from, to_rung: step.rung };
  const under = othersText(step.others, words);
  return (
    <div id={`step-${step.rung}`} role="row" aria-selected={selected} className="lane" onClick={onSelect}>
      <span role="rowheader">
        <span className="lane-name">{words.find(`rung.${step.rung}`) ?? step.rung}</span>
        <span className="caption">
          {step.from === null
            ? t('funnel.enteredIn', { period: shortPeriodName(funnel.period, words) })
            : t('funnel.window', { days: windowDays })}
        </span>
      </span>
      <span role="gridcell" className="lane-under caption" title={under ?? undefined}>
        <span className="for-reader">{formats.count(step.reached)} </span>
        {under}
      </span>
      <Share
        figure={step.ofFirst}
        first={step.from === null}
        metric="cohort-conversion"
        question={funnel.questionTo(step.rung)}
      />
      <Share
        figure={step.ofPrevious}
        first={false}
        metric="stage-conversion"
        question={funnel.pairs.question}
        where={pairWhere}
      />
      <span role="gridcell" />
      <span role="gridcell" className="lane-right num">
        {step.medianDays === null
          ? ''
          : t('funnel.days', { days: formats.of('days', step.medianDays, { bare: true, decimals: 0 }) })}
      </span>
    </div>
  );
}

interface ShareProps {
  readonly figure: FunnelStep['ofFirst'];
  /** The first step is all of itself. */
  readonly first: boolean;
  readonly metric: string;
  readonly question: FunnelData['pairs']['question'];
  readonly where?: Readonly<Record<string, string | null>>;
}

function Share({ figure, first, metric, question, where }: ShareProps) {
  const { ratio, range, of } = useFormat();
  if (first)
    return (
      <span role="gridcell" className="lane-right lane-figure num">
        {of('ratio', 1, { decimals: 0 })}
      </span>
    );
  if (!figure) return <span role="gridcell" />;
  return (
    <span role="gridcell" className="lane-right num">
      <FigureButton
        metric={metric}
        question={question}
        {...(where && { where })}
        text={ratio(figure.value)}
        thin={figure.state === 'thin'}
      />
      <span className="caption">{figure.lower === null ? '' : range('ratio', figure.lower, figure.upper)}</span>
    </span>
  );
}

function Bars({ funnel, onSelect }: { funnel: FunnelData; onSelect: (rung: string) => void }) {
  const words = useWords();
  const { t, locale } = words;
  const table = barsTable(funnel);
  const compared = funnel.compared.map(({ period }) => t('funnel.tick', { period: periodName(period, words) }));
  const options = { step: 'rung', compared: funnel.compared.map(({ kind }) => kind) };
  const nameOf = (rung: string | null): string => words.find(`rung.${rung}`) ?? rung ?? '';
  return (
    <Picture
      className="lanes-bars"
      name={t('funnel.reached')}
      table={table}
      draw={(marks) => funnelBars(table, options, { nameOf, young: t('funnel.hatched'), compared }, locale, marks)}
      onChoose={(where) => onSelect(where['rung'] ?? '')}
    />
  );
}

function barsTable({ steps, compared }: FunnelData): Table {
  return tableOf(
    textColumn(
      'rung',
      steps.map((step) => step.rung),
    ),
    numberColumn(
      'reached',
      'count',
      steps.map((step) => step.reached),
    ),
    numberColumn(
      'young',
      'count',
      steps.map((step) => step.young),
    ),
    ...compared.map(({ kind, steps: before }) =>
      numberColumn(
        kind,
        'count',
        steps.map((_, i) => before[i]?.reached ?? null),
      ),
    ),
  );
}

/** Where the others went, such as `402 disqualified · 68 open`; null where nobody was lost. */
function othersText(others: Others | null, { t }: Words): string | null {
  if (!others) return null;
  const parts = (['lost', 'no_decision', 'disqualified', 'open'] as const)
    .filter((name) => others[name] > 0)
    .map((name) => t('funnel.others', { n: others[name], what: t(`label.${name}`).toLocaleLowerCase() }));
  return parts.length > 0 ? parts.join(' · ') : null;
}

function Rates({ funnel, onSelect }: { funnel: FunnelData; onSelect: (rung: string) => void }) {
  const words = useWords();
  const chartWords = useChartWords();
  const { t, locale } = words;
  const { steps, compared } = funnel;
  const of = (list: readonly FunnelStep[], name: 'value' | 'lower' | 'upper'): (number | null)[] =>
    steps.map((_, i) => list[i]?.ofPrevious?.[name] ?? null);
  const table = tableOf(
    textColumn(
      'rung',
      steps.map((step) => step.rung),
    ),
    numberColumn('value', 'ratio', of(steps, 'value')),
    numberColumn('lower', 'ratio', of(steps, 'lower')),
    numberColumn('upper', 'ratio', of(steps, 'upper')),
    numberColumn(
      'n',
      'count',
      steps.map((step) => step.ofPrevious?.n ?? null),
    ),
    textColumn(
      'state',
      steps.map((step) => step.ofPrevious?.state ?? null),
    ),
    ...compared.flatMap(({ kind, steps: before }) => [
      numberColumn(kind, 'ratio', of(before, 'value')),
      numberColumn(`${kind}_lower`, 'ratio', of(before, 'lower')),
      numberColumn(`${kind}_upper`, 'ratio', of(before, 'upper')),
    ]),
  );
  const nameOf = (rung: string | null): string => words.find(`rung.${rung}`) ?? rung ?? '';
  const periods = compared.map((each) => comparedName(each, words));
  const options = { step: 'rung', compared: compared.map(({ kind }) => kind) };
  return (
    <Picture
      className="lanes-rates"
      name={t('funnel.rate')}
      table={table}
      draw={(marks) => rateLanes(table, options, { ...chartWords, nameOf, compared: periods }, locale, marks)}
      explained={{ metric: 'stage-conversion', question: funnel.pairs.question }}
      keys={{ rung: 'to_rung' }}
      onChoose={(where) => onSelect(where['rung'] ?? '')}
    />
  );
}
