import { metricOf } from '../../analytics';
import type { Slide } from '../../model/deck';
import type { Answer } from '../../model/question';
import { numbersOf, textsOf } from '../../model/table';
import { plusDays, quarterDays } from '../quarter';
import type { Context, Made } from './context';
import { dimensionText } from './rates';
import { textOf } from './context';

/** The line under every slide: what is counted, filters, n, as-of, files. */
export function footerOf(slide: Slide, { answer, n }: Made, context: Context): string {
  const { words } = context;
  const parts = [
    ...(answer ? [definitionOf(answer.metric, context)] : []),
    filtersText(slide, context),
    ...(answer && n !== null
      ? [words.t('review.n', { n: textOf(context, 'count', n ?? unitsIn(answer), { compact: false }) })]
      : []),
    words.t('review.asOf', { day: textOf(context, 'date', asOfDay(context)) }),
    sourcesText(answer?.metric ?? null, context, 3),
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

function asOfDay({ deck, frame }: Context): string | null {
  const end = quarterDays(deck, 1, frame.settings).to;
  return frame.asOfDay !== null && frame.asOfDay >= end ? plusDays(end, -1) : frame.asOfDay;
}

function definitionOf(metric: string, { words }: Context): string {
  const text = words.find(`metric.${metric}.definition`) ?? '';
  return /^.*?[.](?=\s|$)/.exec(text)?.[0] ?? text;
}

function filtersText({ filters }: Slide, context: Context): string {
  const { words } = context;
  const entries = Object.entries(filters).filter(([, values]) => values.length > 0);
  if (entries.length === 0) return words.t('review.noFilters');
  const said = entries.map(([name, values]) => {
    const shown = values.slice(0, 3).join(', ');
    return `${dimensionText(context, name)} ${shown}${values.length > 3 ? ` ${words.t('common.more', { n: values.length - 3 })}` : ''}`;
  });
  return words.t('review.filters', { filters: said.join(', ') });
}

// Units behind the whole picture; curves and cohorts repeat theirs on every row, so the largest stands for all.
function unitsIn({ table, by }: Answer): number | null {
  const n = Array.from(numbersOf(table, 'n')).filter((value) => !Number.isNaN(value));
  if (n.length === 0) return null;
  return by.length > 0 ? n.reduce((sum, value) => sum + value, 0) : Math.max(...n);
}

// The files that the figure rests on come first.
function sourcesText(metric: string | null, { frame, words }: Context, most: number): string {
  const needed = new Set<string>(metric === null ? [] : metricOf(metric).needs.flat());
  const own = frame.sources.filter(({ table }) => needed.has(table));
  const files = [...new Set([...own, ...frame.sources].map(({ file }) => file))];
  const shown = files.slice(0, most).join(', ');
  const rest = files.length > most ? ` ${words.t('review.moreFiles', { n: files.length - most })}` : '';
  return files.length === 0 ? '' : words.t('review.sources', { files: `${shown}${rest}` });
}

/** What the speaker needs beside the slide: definition whole, method, what was left out, all files, the person's note. */
export function speechOf(slide: Slide, { answer, shown, notes }: Made, context: Context): string {
  const { words } = context;
  const whole = answer ? (words.find(`metric.${answer.metric}.definition`) ?? '') : '';
  const without = answer ? (words.find(`metric.${answer.metric}.excluded`) ?? '') : '';
  const method = answer ? methodText(answer, context) : '';
  const lines = [
    slide.note.trim(),
    shown,
    ...notes.flatMap(({ lines }) => lines),
    whole,
    ...(without === '' ? [] : [words.t('review.excludes', { what: without })]),
    method,
    filtersText(slide, context),
    sourcesText(answer?.metric ?? null, context, 1_000),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function methodText({ table }: Answer, { words }: Context): string {
  const method = textsOf(table, 'method').find((name) => name !== null);
  return method === undefined || method === null
    ? ''
    : words.t('review.method', { method: words.find(`methodLong.${method}`) ?? method });
}
