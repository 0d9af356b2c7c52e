import { funnelBars } from '../../charts/funnel-bars';
import { rateLanes } from '../../charts/rate-lanes';
import type { Table } from '../../charts/table';
import { numberColumn, tableOf, textColumn } from '../../charts/table';
import { comparedName, periodName } from '../../frame/period-name';
import { Picture, useChartWords } from '../../frame/picture';
import { useWords } from '../../ui/words';
import type { Shown } from './shown';
import type { FunnelStep } from './steps';

interface PictureProps {
  readonly shown: Shown;
  readonly onSelect: (rung: string) => void;
}

/** A bar for each step. */
export function Bars({ shown, onSelect }: PictureProps) {
  const words = useWords();
  const { t, locale } = words;
  const table = barsTable(shown);
  const compared = shown.compared.map(({ period }) => t('funnel.tick', { period: periodName(period, words) }));
  const options = { step: 'rung', compared: shown.compared.map(({ kind }) => kind), currency: shown.currency };
  const nameOf = (rung: string | null): string => words.find(`rung.${rung}`) ?? rung ?? '';
  return (
    <Picture
      className="lanes-bars"
      name={t(shown.unit === 'money' ? 'funnel.reachedMoney' : 'funnel.reached')}
      table={table}
      draw={(marks) => funnelBars(table, options, { nameOf, young: t('funnel.hatched'), compared }, locale, marks)}
      behind={(where) => shown.behind(where['rung'] ?? '')}
      onChoose={(where) => onSelect(where['rung'] ?? '')}
    />
  );
}

function barsTable({ unit, steps, compared }: Shown): Table {
  return tableOf(
    textColumn(
      'rung',
      steps.map((step) => step.rung),
    ),
    numberColumn(
      'reached',
      unit,
      steps.map((step) => step.reached),
    ),
    numberColumn(
      'young',
      unit,
      steps.map((step) => step.young),
    ),
    ...compared.map(({ kind, steps: before }) =>
      numberColumn(
        kind,
        unit,
        steps.map((_, i) => before[i]?.reached ?? null),
      ),
    ),
  );
}

/** The share of the step before, on one axis. */
export function Rates({ shown, onSelect }: PictureProps) {
  const words = useWords();
  const chartWords = useChartWords();
  const { t, locale } = words;
  const { steps, compared } = shown;
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
      explained={shown.rates}
      keys={{ rung: 'to_rung' }}
      onChoose={(where) => onSelect(where['rung'] ?? '')}
    />
  );
}
