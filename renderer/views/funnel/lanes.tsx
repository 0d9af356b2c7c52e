import type { KeyboardEvent } from 'react';
import type { Words } from '../../i18n';
import { FigureButton } from '../../frame/figure-button';
import type { Explained } from '../../state/screen';
import { comparedName, periodMonths, shortPeriodName } from '../../frame/period-name';
import { useChoice } from '../../state/choices';
import { setFunnel, useQuestion } from '../../state/question';
import { useCalendar } from '../../state/use-period';
import { Segmented } from '../../ui/segmented';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { Bars, Rates } from './lane-pictures';
import { Legend } from './legend';
import type { Shown } from './shown';
import type { FunnelStep, Others } from './steps';
import type { FunnelData } from './use-funnel';
import { windowDays } from './use-funnel';

/** The lane table, in journeys or in their money: a row a step with its bar, both percents, the rate lane and the median days. Arrow keys walk the steps and switch reached and not reached. */
export function Lanes({ funnel, shown }: { funnel: FunnelData; shown: Shown }) {
  const words = useWords();
  const { t } = words;
  const calendar = useCalendar();
  const { step } = useQuestion((history) => history.asked.funnel);
  const waiting = shown.stale || shown.unit !== funnel.unit;
  const months = periodMonths(funnel.period, calendar, words);
  const { select, walk } = useSteps(funnel);
  return (
    <section className={`lanes-panel ${waiting ? 'stale' : ''}`}>
      <div className="panel-head">
        <h2>{t('funnel.title')}</h2>
        <span className="small">{months === null ? t('funnel.enteredAll') : t('funnel.entered', { months })}</span>
        <span className="end">
          <CountOrValue />
        </span>
      </div>
      <div className="lanes">
        <Heads unit={shown.unit} />
        <div
          className="lane-rows"
          role="grid"
          aria-label={t('funnel.title')}
          tabIndex={0}
          aria-activedescendant={`step-${step}`}
          onKeyDown={walk}
        >
          {shown.steps.map((entry) => (
            <Lane
              key={entry.rung}
              step={entry}
              shown={shown}
              period={shortPeriodName(funnel.period, words)}
              selected={entry.rung === step}
              onSelect={() => select(entry.rung)}
            />
          ))}
        </div>
        <Bars shown={shown} onSelect={select} />
        <Rates shown={shown} onSelect={select} />
      </div>
      <Legend
        against={funnel.compared.map((each) => comparedName(each, words))}
        young={shown.steps.some((each) => each.young > 0)}
      />
      {shown.unit === 'count' && (
        <p className="caption lanes-note">
          {t('funnel.populations', { period: shortPeriodName(funnel.period, words) })}
        </p>
      )}
    </section>
  );
}

function CountOrValue() {
  const { t } = useWords();
  const [unit, setUnit] = useChoice('funnel.shows', 'count', 'value');
  return (
    <Segmented
      label={t('funnel.shows')}
      items={[
        { id: 'count', text: t('funnel.byCount') },
        { id: 'value', text: t('funnel.byValue') },
      ]}
      selected={unit}
      onChange={setUnit}
    />
  );
}

function Heads({ unit }: { unit: Shown['unit'] }) {
  const { t } = useWords();
  return (
    <div className="lane lane-heads">
      <span />
      <span>{t(unit === 'money' ? 'funnel.reachedMoney' : 'funnel.reached')}</span>
      <span className="lane-right">{t('funnel.ofFirst')}</span>
      <span className="lane-right">{t('funnel.ofPrevious')}</span>
      <span />
      <span className="lane-right">{t('funnel.median')}</span>
    </div>
  );
}

// Choosing a step, by pointer or by keys.
function useSteps(funnel: FunnelData) {
  const { step, side } = useQuestion((history) => history.asked.funnel);
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
  return { select, walk };
}

interface LaneProps {
  readonly step: FunnelStep;
  readonly shown: Shown;
  readonly period: string;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

function Lane({ step, shown, period, selected, onSelect }: LaneProps) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const under = underText(step, shown.unit, words);
  return (
    <div id={`step-${step.rung}`} role="row" aria-selected={selected} className="lane" onClick={onSelect}>
      <span role="rowheader">
        <span className="lane-name">{words.find(`rung.${step.rung}`) ?? step.rung}</span>
        <span className="caption">
          {step.from === null ? t('funnel.enteredIn', { period }) : t('funnel.window', { days: windowDays })}
        </span>
      </span>
      <span role="gridcell" className="lane-under caption" title={under ?? undefined}>
        <span className="for-reader">
          {formats.of(shown.unit, step.reached, { currency: shown.currency, compact: true })}{' '}
        </span>
        {under}
      </span>
      <Share
        figure={step.ofFirst}
        whole={step.from === null && !(shown.unit === 'money' && step.reached === null)}
        explained={shown.ofFirst(step)}
      />
      <Share figure={step.ofPrevious} whole={false} withN={shown.unit === 'count'} explained={shown.ofPrevious(step)} />
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
  readonly whole: boolean;
  /** Its own n is told, being that of no bar. */
  readonly withN?: boolean;
  readonly explained: Explained;
}

function Share({ figure, whole, withN = false, explained }: ShareProps) {
  const { t } = useWords();
  const { ratio, range, of, count } = useFormat();
  if (whole)
    return (
      <span role="gridcell" className="lane-right lane-figure num">
        {of('ratio', 1, { decimals: 0 })}
      </span>
    );
  if (!figure) return <span role="gridcell" />;
  const between = figure.lower === null ? '' : range('ratio', figure.lower, figure.upper);
  const said = withN && between !== '' ? t('overview.figureNote', { range: between, n: count(figure.n) }) : between;
  return (
    <span role="gridcell" className="lane-right num">
      <FigureButton {...explained} text={ratio(figure.value)} thin={figure.state === 'thin'} />
      <span className="caption">{said}</span>
    </span>
  );
}

// Below a bar: where the others went, or what its money lacks.
function underText(step: FunnelStep, unit: Shown['unit'], words: Words): string | null {
  if (unit === 'count') return othersText(step.others, words);
  if (step.from === null && step.reached === null) return words.t('funnel.leadsNoMoney');
  return step.withoutMoney ? words.t('funnel.withoutMoney', { n: step.withoutMoney }) : null;
}

/** Where the others went, such as `402 disqualified · 68 open`; null where nobody was lost. */
function othersText(others: Others | null, { t }: Words): string | null {
  if (!others) return null;
  const parts = (['lost', 'no_decision', 'disqualified', 'open'] as const)
    .filter((name) => others[name] > 0)
    .map((name) => t('funnel.others', { n: others[name], what: t(`label.${name}`).toLocaleLowerCase() }));
  return parts.length > 0 ? parts.join(' · ') : null;
}
