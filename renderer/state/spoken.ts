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

/** What a text asks, as far as it names a measure: with the words that mean nothing here, as they were typed. */
export interface Heard extends Spoken {
  readonly unknown: readonly string[];
}

/** What a text asks; null when it names no measure, or holds a word that means nothing here. */
export function spoken(text: string, vocabulary: Vocabulary, calendar: Calendar, asOf: string): Spoken | null {
  const found = heard(text, vocabulary, calendar, asOf);
  if (!found || found.unknown.length > 0) return null;
  const { unknown: _, ...asked } = found;
  return asked;
}

/** The same where some of it is not understood; null when no measure is named. */
export function heard(text: string, vocabulary: Vocabulary, calendar: Calendar, asOf: string): Heard | null {
  let rest = wordsOf(text);
  const measure = longest(rest, vocabulary.measures);
  if (!measure) return null;
  rest = measure.rest;
  const period = periodIn(rest, calendar, asOf);
  rest = period?.rest ?? rest;
  const by = after(rest, splitters, vocabulary.dimensions);
  rest = by?.rest ?? rest;
  const only = after(rest, openers, vocabulary.values) ?? longest(rest, vocabulary.values);
  rest = only?.rest ?? rest;
  const [dimension = '', ...value] = only?.id.split(':') ?? [];
  return {
    measure: measure.id,
    by: by?.id ?? null,
    period: period?.period ?? null,
    only: only ? { dimension, value: value.join(':') } : null,
    unknown: rest.filter((word) => !quiet.has(word)),
  };
}

const splitters = ['by', 'per', 'each', 'every', 'across', 'mengikut', 'ikut', 'setiap', 'tiap'];
const openers = ['for', 'of', 'in', 'bagi', 'untuk', 'di', 'oleh'];

const quiet: ReadonlySet<string> = new Set(
  (
    'the a an what what’s how is are was were our my me us we show give tell please in for of on at during over and to ' +
    'apa apakah berapa berapakah bagaimana tunjuk tunjukkan beri kita kami saya pada dalam bagi untuk sila tolong ialah adalah'
  ).split(' '),
);

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase()
      .replaceAll("'", '’')
      .match(/[\p{L}\p{N}\p{M}_&’-]+/gu) ?? []
  );
}

// "rates" is "rate", "Siti’s" is "Siti"; no Malay word is another without its s.
function isSame(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && singular(a) === singular(b));
}

function singular(word: string): string {
  return word.replace(/’s$/, '').replace(/(?<=[a-z]{3}[a-rt-z])s$/, '');
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
function after(text: readonly string[], before: readonly string[], named: readonly Named[]): Found | null {
  for (const [i, word] of text.entries()) {
    if (!before.includes(word)) continue;
    const found = named
      .flatMap(({ id, names }) => names.map((name) => ({ id, words: wordsOf(name) })))
      .filter(({ words }) => words.length > 0 && words.every((part, k) => isSame(part, text[i + 1 + k])))
      .sort((a, b) => b.words.length - a.words.length)[0];
    if (found) return { id: found.id, rest: [...text.slice(0, i), ...text.slice(i + 1 + found.words.length)] };
  }
  return null;
}

function placeOf(words: readonly string[], text: readonly string[]): number {
  if (words.length === 0) return -1;
  return text.findIndex((_, i) => words.every((word, k) => isSame(word, text[i + k])));
}

const numberWords = {
  2: ['two', 'dua'],
  3: ['three', 'tiga'],
  4: ['four', 'empat'],
  6: ['six', 'enam'],
  8: ['eight', 'lapan'],
};

type Place = readonly [string, readonly string[], (calendar: Calendar, asOf: string) => Period | null];

const ahead = (period: Period, by: number): Period | null => shifted(period, by);
const [this_, last] = [
  ['this', 'current'],
  ['last', 'previous', 'prior', 'past'],
];
const english = (which: readonly string[], unit: string): string[] => which.map((word) => `${word} ${unit}`);
const malay = (which: readonly string[], unit: string): string[] => which.map((word) => `${unit} ${word}`);
const [ini, lepas] = [
  ['ini', 'semasa'],
  ['lepas', 'lalu', 'sebelum ini', 'sebelumnya'],
];

const places: readonly Place[] = [
  [
    'quarter',
    [...english(last, 'quarter'), ...malay(lepas, 'suku'), ...malay(lepas, 'suku tahun')],
    (calendar, day) => ahead(quarterAt(day, calendar), -1),
  ],
  [
    'quarter',
    [...english(this_, 'quarter'), 'quarter to date', 'qtd', ...malay(ini, 'suku'), ...malay(ini, 'suku tahun')],
    (calendar, day) => quarterAt(day, calendar),
  ],
  [
    'month',
    [...english(last, 'month'), ...malay(lepas, 'bulan')],
    (calendar, day) => ahead(monthAt(day, calendar), -1),
  ],
  ['month', [...english(this_, 'month'), ...malay(ini, 'bulan')], (calendar, day) => monthAt(day, calendar)],
  [
    'year',
    [
      ...english(last, 'year'),
      ...english(last, 'fiscal year'),
      ...malay(lepas, 'tahun'),
      ...malay(lepas, 'tahun kewangan'),
    ],
    (calendar, day) => ahead(yearAt(day, calendar), -1),
  ],
  [
    'year',
    [
      ...english(this_, 'year'),
      ...english(this_, 'fiscal year'),
      'year to date',
      'ytd',
      ...malay(ini, 'tahun'),
      ...malay(ini, 'tahun kewangan'),
    ],
    (calendar, day) => yearAt(day, calendar),
  ],
  ...([2, 3, 4, 6, 8] as const).map((count): Place => [
    'quarters',
    [
      ...english(last, `${count} quarters`),
      ...english(last, `${numberWords[count][0]} quarters`),
      ...malay(lepas, `${count} suku`),
      ...malay(lepas, `${numberWords[count][1]} suku`),
    ],
    (calendar, day) => ({ ...quarterAt(day, calendar), kind: 'quarters', count }),
  ]),
  ['all', ['all time', 'ever', 'since the beginning', 'sepanjang masa', 'semua masa'], () => ({ kind: 'all' })],
];

interface PeriodFound {
  readonly period: Period;
  /** The words that are left. */
  readonly rest: readonly string[];
}

function periodIn(text: readonly string[], calendar: Calendar, asOf: string): PeriodFound | null {
  const named = places.map(([, names], i) => ({ id: String(i), names }));
  const found = longest(text, named);
  const period = found ? places[Number(found.id)]?.[2](calendar, asOf) : null;
  if (found && period) return { period, rest: found.rest };
  return monthIn(text, asOf) ?? numbered(text) ?? quarterIn(text, calendar, asOf);
}

// `Q3 FY26`, `S3 TK26`, `Q3 2026`, `FY26`, `2026`.
function numbered(text: readonly string[]): PeriodFound | null {
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

const months: readonly (readonly string[])[] = [
  ['january', 'jan', 'januari'],
  ['february', 'feb', 'februari'],
  ['march', 'mar', 'mac'],
  ['april', 'apr'],
  ['may', 'mei'],
  ['june', 'jun'],
  ['july', 'jul', 'julai'],
  ['august', 'aug', 'ogos'],
  ['september', 'sep', 'sept'],
  ['october', 'oct', 'oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec', 'disember', 'dis'],
];

// `March`, `Mac 2026`: without a year the latest one that has begun.
function monthIn(text: readonly string[], asOf: string): PeriodFound | null {
  const at = text.findIndex((word) => months.some((names) => names.includes(word)));
  if (at < 0) return null;
  const month = months.findIndex((names) => names.includes(text[at] ?? '')) + 1;
  const year = Number(/^(?:19|20)\d{2}$/.exec(text[at + 1] ?? '')?.[0] ?? 0);
  const [nowYear = 0, nowMonth = 0] = asOf.split('-').map(Number);
  const period: Period = { kind: 'month', year: year || (month <= nowMonth ? nowYear : nowYear - 1), month };
  return { period, rest: [...text.slice(0, at), ...text.slice(at + (year > 0 ? 2 : 1))] };
}

// `Q3`, `S3`: the latest one that has begun.
function quarterIn(text: readonly string[], calendar: Calendar, asOf: string): PeriodFound | null {
  const at = text.findIndex((word) => /^[qs][1-4]$/.test(word));
  if (at < 0) return null;
  const now = quarterAt(asOf, calendar);
  const quarter = Number(text[at]?.slice(1));
  const period: Period = { kind: 'quarter', year: quarter <= now.quarter ? now.year : now.year - 1, quarter };
  return { period, rest: text.filter((_, i) => i !== at) };
}
