import type { Words } from '../i18n';
import { words as wordsOf } from '../i18n';
import type { Named, Spoken, Vocabulary } from '../state/spoken';
import { heard } from '../state/spoken';
import { alsoCalled } from '../state/also-called';
import { useMetricList, useValues } from '../state/reads';
import { change, useQuestion } from '../state/question';
import { useAsOfDay, useCalendar, useAskedPeriod } from '../state/use-period';
import { useDimensions } from './filters';
import { dimensionName, valueName } from './names';
import { periodName } from './period-name';

/** A typed question: as the page would say what was understood of it, what shows that, and which words were not understood. */
export interface AskedInWords {
  readonly text: string;
  readonly unknown: readonly string[];
  readonly run: () => void;
}

/** What a typed text asks of the measures, in either language; null where it names none. */
export function useAskedInWords(text: string, open: boolean, words: Words): AskedInWords | null {
  const vocabulary = useVocabulary(open);
  const calendar = useCalendar();
  const day = useAsOfDay();
  const own = useAskedPeriod();
  const filters = useQuestion((history) => history.asked.filters);
  const choices = useQuestion((history) => history.asked.choices);
  const found = open && text.trim() !== '' ? heard(text, vocabulary, calendar, day) : null;
  if (!found) return null;
  const { measure, by, period, only } = found;
  const run = (): void =>
    change(
      { kind: 'view', view: 'measure' },
      {
        view: 'measure',
        ...(period && { period }),
        filters: only ? { ...filters, [only.dimension]: [only.value] } : filters,
        choices: {
          ...choices,
          'measure.metric': measure,
          'measure.path': '',
          ...(by !== null && { 'measure.by': by }),
        },
      },
    );
  return { text: sentence(found, periodName(period ?? own, words), words), unknown: found.unknown, run };
}

function sentence({ measure, by, only }: Spoken, period: string, words: Words): string {
  const parts = [
    words.find(`metric.${measure}.title`) ?? measure,
    ...(by === null
      ? []
      : [words.t('funnel.by', { dimension: dimensionName(by, words).toLocaleLowerCase() }).toLocaleLowerCase()]),
    ...(only ? [valueName(only.value, words)] : []),
    period,
  ];
  return parts.join(' · ');
}

// Both languages are understood whichever is on screen.
function useVocabulary(open: boolean): Vocabulary {
  const { answer: metrics = [] } = useMetricList(open);
  const { answer: reps = [] } = useValues(open ? 'rep' : null);
  const { answer: teams = [] } = useValues(open ? 'team' : null);
  const { answer: segments = [] } = useValues(open ? 'segment' : null);
  const { answer: sources = [] } = useValues(open ? 'source' : null);
  const { answer: products = [] } = useValues(open ? 'product' : null);
  const { answer: regions = [] } = useValues(open ? 'region' : null);
  const dimensions = [...useDimensions(), 'month', 'quarter'];
  const spoken = [wordsOf('en'), wordsOf('ms')];
  return {
    measures: metrics.map(({ id, title }) => ({
      id,
      names: [
        title,
        id.replaceAll('-', ' '),
        ...spoken.flatMap(({ find }) => find(`metric.${id}.title`) ?? []),
        ...(alsoCalled[id] ?? []),
      ],
    })),
    dimensions: dimensions.map((id) => ({ id, names: spoken.map((words) => dimensionName(id, words)) })),
    // Of one name the first is meant.
    values: [
      ...named('team', teams),
      ...named('rep', reps),
      ...named('segment', segments),
      ...named('source', sources),
      ...named('product', products),
      ...named('region', regions),
      ...byFirstName(reps),
    ],
  };
}

function named(dimension: string, values: readonly { readonly value: string }[]): readonly Named[] {
  return values.map(({ value }) => ({ id: `${dimension}:${value}`, names: [value] }));
}

// The first name alone, where one person has it.
function byFirstName(reps: readonly { readonly value: string }[]): readonly Named[] {
  const firstOf = (name: string): string => name.split(' ')[0] ?? '';
  const count = new Map<string, number>();
  for (const { value } of reps) count.set(firstOf(value), (count.get(firstOf(value)) ?? 0) + 1);
  return reps.flatMap(({ value }) => {
    const first = firstOf(value);
    return first.length > 2 && count.get(first) === 1 ? [{ id: `rep:${value}`, names: [first] }] : [];
  });
}
