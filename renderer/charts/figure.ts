import type { Locale, Unit } from '../i18n/format';
import { format, formatRange } from '../i18n/format';
import type { Table } from './table';
import { numbersOf, textsOf } from './table';

/** A value with its evidence; NaN where missing. */
export interface Figure {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly n: number;
  /** Below the evidence rule, or too young to judge: drawn hollow and grey. */
  readonly weak: 'thin' | 'immature' | null;
}

export interface FigureWords {
  /** Stands before a count: `n`. */
  readonly n: string;
  readonly thin: string;
  readonly immature: string;
}

/** One figure a row from the envelope's columns `value`, `lower`, `upper`, `n`, `state`, or others named instead. */
export function figuresOf(table: Table, names: { value?: string; lower?: string; upper?: string } = {}): Figure[] {
  const value = numbersOf(table, names.value ?? 'value');
  const lower = numbersOf(table, names.lower ?? 'lower');
  const upper = numbersOf(table, names.upper ?? 'upper');
  const n = numbersOf(table, 'n');
  const states = textsOf(table, 'state');
  return Array.from(value, (each, i) => ({
    value: each,
    lower: lower[i] ?? NaN,
    upper: upper[i] ?? NaN,
    n: n[i] ?? NaN,
    weak: states[i] === 'thin' || states[i] === 'immature' ? states[i] : null,
  }));
}

/** True where both ends of the interval are known. */
export function hasInterval({ lower, upper }: Figure): boolean {
  return !Number.isNaN(lower) && !Number.isNaN(upper);
}

/** What a tooltip says of a figure: value, interval, and n with the word for weak evidence; only what is known. */
export function figureLines(
  figure: Figure,
  unit: Unit,
  words: FigureWords,
  locale: Locale,
  currency?: string,
): string[] {
  const money = { currency, compact: true };
  const evidence = evidenceText(figure, words, locale);
  return [
    format(unit, figure.value, locale, money),
    ...(hasInterval(figure) ? [formatRange(unit, figure.lower, figure.upper, locale, money)] : []),
    ...(evidence === '' ? [] : [evidence]),
  ];
}

/** `n 67`, `thin, n 12`; empty where nothing is known. */
export function evidenceText({ n, weak }: Figure, words: FigureWords, locale: Locale): string {
  const count = Number.isNaN(n) ? [] : [`${words.n} ${format('count', n, locale)}`];
  return [...(weak ? [words[weak]] : []), ...count].join(', ');
}
