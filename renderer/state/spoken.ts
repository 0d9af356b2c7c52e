/**
 * A typed question over the measures, in English or Malay: a measure, and in any order `by` a dimension, a period, `for` a value.
 * "win rate by team last quarter", "kadar kemenangan mengikut pasukan suku lepas". Pure: what can be said is given as a vocabulary.
 */
import type { Calendar, Period } from './period';
import { monthAt, quarterAt, shifted, yearAt } from './period';

/** One thing that can be named, with every name it goes by. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

export interface Vocabulary {
  readonly measures: readonly Named[];
  readonly dimensions: readonly Named[];
  /** Values one may ask for, such as people and teams: `rep:Aminah`. */
  readonly values: readonly Named[];
}

export interface Spoken {
  readonly measure: string;
  readonly by: string | null;
  readonly period: Period | null;
  /** Dimension and value, where one was asked for. */
  readonly only: { readonly dimension: string; readonly value: string } | null;
}

/** What a text asks; null when it names no measure, or holds a word that means nothing here. */
export function spoken(text: string, vocabulary: Vocabulary, calendar: Calendar, asOf: string): Spoken | null {
  let rest = wordsOf(text);
  const measure = longest(rest, vocabulary.measures);
  if (!measure) return null;
  rest = measure.rest;
  const period = periodIn(rest, calendar, asOf);
  rest = period?.rest ?? rest;
  const by = after(rest, ['by', 'per', 'mengikut', 'ikut', 'setiap'], vocabulary.dimensions);
  rest = by?.rest ?? rest;
  const only =
    after(rest, ['for', 'of', 'in', 'bagi', 'untuk', 'di'], vocabulary.values) ?? longest(rest, vocabulary.values);
  rest = (only?.rest ?? rest).filter((word) => !quiet.has(word));
  if (rest.length > 0) return null;
  const [dimension = '', ...value] = only?.id.split(':') ?? [];
  return {
    measure: measure.id,
    by: by?.id ?? null,
    period: period?.period ?? null,
    only: only ? { dimension, value: value.join(':') } : null,
  };
}

const quiet = new Set([
  'the',
  'what',
  'is',
  'was',
  'our',
  'show',
  'in',
  'apa',
  'apakah',
  'tunjuk',
  'kita',
  'pada',
  'dalam',
]);

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase()
      .match(/[\p{L}\p{N}\p{M}_&'’-]+/gu) ?? []
  );
}

interface Found {
  readonly id: string;
  /** The words that are left. */
  readonly rest: readonly string[];
}

// The longest name that stands in the text, so that "win rate by value" is not read as "win rate".
function longest(text: readonly string[], named: readonly Named[]): Found | null {
  let best: (Found & { readonly length: number }) | null = null;
  for (const { id, names } of named) {
    for (const name of names) {
      const words = wordsOf(name);
      const at = placeOf(words, text);
      if (at < 0 || words.length <= (best?.length ?? 0)) continue;
      best = { id, length: words.length, rest: [...text.slice(0, at), ...text.slice(at + words.length)] };
    }
  }
  return best;
}

// A name right behind one of these words.
function after(text: readonly string[], openers: readonly string[], named: readonly Named[]): Found | null {
  for (const [i, word] of text.entries()) {
    if (!openers.includes(word)) continue;
    const found = named
      .flatMap(({ id, names }) => names.map((name) => ({ id, words: wordsOf(name) })))
      .filter(({ words }) => words.length > 0 && words.every((part, k) => part === text[i + 1 + k]))
      .sort((a, b) => b.words.length - a.words.length)[0];
    if (found) return { id: found.id, rest: [...text.slice(0, i), ...text.slice(i + 1 + found.words.length)] };
  }
  return null;
}

function placeOf(words: readonly string[], text: readonly string[]): number {
  if (words.length === 0) return -1;
  return text.findIndex((_, i) => words.every((word, k) => word === text[i + k]));
}

type Place = readonly [string, readonly string[], (calendar: Calendar, asOf: string) => Period | null];

const ahead = (period: Period, by: number): Period | null => shifted(period, by);

const places: readonly Place[] = [
  [
    'quarter',
    ['last quarter', 'suku lepas', 'suku tahun lepas', 'suku lalu'],
    (calendar, day) => ahead(quarterAt(day, calendar), -1),
  ],
  ['quarter', ['this quarter', 'suku ini', 'suku tahun ini'], (calendar, day) => quarterAt(day, calendar)],
  ['month', ['last month', 'bulan lepas', 'bulan lalu'], (calendar, day) => ahead(monthAt(day, calendar), -1)],
  ['month', ['this month', 'bulan ini'], (calendar, day) => monthAt(day, calendar)],
  ['year', ['last year', 'tahun lepas', 'tahun lalu'], (calendar, day) => ahead(yearAt(day, calendar), -1)],
  ['year', ['this year', 'tahun ini'], (calendar, day) => yearAt(day, calendar)],
  [
    'quarters',
    ['last four quarters', 'last 4 quarters', 'empat suku lepas', '4 suku lepas'],
    (calendar, day) => ({ ...quarterAt(day, calendar), kind: 'quarters', count: 4 }),
  ],
  ['all', ['all time', 'ever', 'sepanjang masa'], () => ({ kind: 'all' })],
];

function periodIn(
  text: readonly string[],
  calendar: Calendar,
  asOf: string,
): { readonly period: Period; readonly rest: readonly string[] } | null {
  const named = places.map(([, names], i) => ({ id: String(i), names }));
  const found = longest(text, named);
  const period = found ? places[Number(found.id)]?.[2](calendar, asOf) : null;
  return found && period ? { period, rest: found.rest } : numbered(text);
}

// `Q3 FY26`, `S3 TK26`, `Q3 2026`, `FY26`, `2026`.
function numbered(text: readonly string[]): { readonly period: Period; readonly rest: readonly string[] } | null {
  for (const [i, word] of text.entries()) {
    const quarter = /^[qs]([1-4])$/.exec(word)?.[1];
    const year = yearOf(text[quarter ? i + 1 : i] ?? '');
    if (year === null) continue;
    const period: Period = quarter ? { kind: 'quarter', year, quarter: Number(quarter) } : { kind: 'year', year };
    return { period, rest: [...text.slice(0, i), ...text.slice(i + (quarter ? 2 : 1))] };
  }
  return null;
}

function yearOf(word: string): number | null {
  const short = /^(?:fy|tk)(\d{2})$/.exec(word)?.[1];
  const long = /^(?:fy|tk)?(20\d{2}|19\d{2})$/.exec(word)?.[1];
  return short ? 2000 + Number(short) : long ? Number(long) : null;
}
