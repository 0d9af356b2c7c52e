import { useMemo } from 'react';
import type { Cell } from '../../electron/model/table';
import type { Unit } from '../../electron/model/units';
import type { FormatOptions, Printable } from '../i18n/format';
import { currencySign, format, formatPeriod, formatRange } from '../i18n/format';
import type { Locale } from '../i18n';
import { useWords } from './words';

export interface Formats {
  readonly locale: Locale;
  /** Any unit. */
  of(this: void, unit: Unit, value: Printable, options?: FormatOptions): string;
  range(this: void, unit: Unit, lower: Printable, upper: Printable, options?: FormatOptions): string;
  ratio(this: void, value: Printable): string;
  count(this: void, value: Printable): string;
  days(this: void, value: Printable): string;
  /** Short money with its currency: `RM 486K`. */
  money(this: void, value: Printable, currency: string): string;
  /** A difference of two ratios in points, signed: `−9.3`. */
  points(this: void, value: Printable): string;
  instant(this: void, value: Printable, timeZone?: string): string;
  date(this: void, value: Printable): string;
  /** A label of time as the engine writes it. */
  period(this: void, label: string, short?: boolean): string;
  /** A cell of a table, with that many decimals where its column needs them alike. */
  cell(this: void, unit: Unit, value: Cell, decimals?: number): string;
  sign(this: void, currency: string): string;
}

/** Numbers, dates and ranges as text in the language on screen. */
export function useFormat(): Formats {
  const { locale } = useWords();
  return useMemo(() => formatsOf(locale), [locale]);
}

/** The same for a language, outside of a component. */
export function formatsOf(locale: Locale): Formats {
  return {
    locale,
    of: (unit, value, options) => format(unit, value, locale, options),
    range: (unit, lower, upper, options) => formatRange(unit, lower, upper, locale, options),
    ratio: (value) => format('ratio', value, locale),
    count: (value) => format('count', value, locale),
    days: (value) => format('days', value, locale, { bare: true }),
    money: (value, currency) => format('money', value, locale, { currency: currency || undefined, compact: true }),
    points: (value) => format('ratio', value, locale, { bare: true, sign: true }),
    instant: (value, timeZone) => format('instant', value, locale, { timeZone }),
    date: (value) => format('date', value, locale),
    period: (label, short = false) => formatPeriod(label, locale, { short }),
    cell: (unit, value, decimals) => format(unit, value, locale, { bare: true, decimals }),
    sign: (currency) => (currency === '' ? '' : currencySign(currency)),
  };
}
