/**
 * The only way a number, a date or a range becomes text: one rounding (half away from zero, on the decimal digits a person would see),
 * a true minus sign, an en dash for what is missing. Pure Intl, so the window, the command and the review deck print the same.
 */
import type { AnswerMessage } from '../../electron/contract';

export type Unit = AnswerMessage['columns'][number]['unit'];

export type Locale = 'en' | 'ms';

/** A cell to print; dates as days or `YYYY-MM-DD`, instants as milliseconds or ISO 8601. */
export type Printable = number | string | boolean | null | undefined;

/** How a value is written; what is left out follows the unit. */
export interface FormatOptions {
  /** ISO 4217 code put before money; without it money is a plain number. */
  readonly currency?: string | undefined;
  /** From 10,000 on three significant digits and a word: `486K`, `4.86 juta`. Money and counts. */
  readonly compact?: boolean | undefined;
  /** Exactly that many decimals. */
  readonly decimals?: number | undefined;
  /** Leaves out decimals that are zero: `31%` for exactly 31. */
  readonly trim?: boolean | undefined;
  /** Writes `+` before what is above zero. */
  readonly sign?: boolean | undefined;
  /** Only the figure, without %, currency or `d`. */
  readonly bare?: boolean | undefined;
  /** Dates without the year, quarters without the fiscal year. */
  readonly short?: boolean | undefined;
  /** IANA zone in which an instant is read; UTC when left out. */
  readonly timeZone?: string | undefined;
}

/** What stands for a missing value. */
export const missing = '–';

const language = {
  en: { to: 'to', yes: 'yes', no: 'no', day: 'd', quarter: 'Q', month: 'P', week: 'W', fiscal: 'FY' },
  ms: { to: 'hingga', yes: 'ya', no: 'tidak', day: 'hari', quarter: 'S', month: 'B', week: 'M', fiscal: 'TK' },
} as const;

/** Text of a value of that unit; an en dash where it is missing or not a number. */
export function format(unit: Unit, value: Printable, locale: Locale, options: FormatOptions = {}): string {
  switch (unit) {
    case 'label':
      return value === null || value === undefined || value === '' ? missing : String(value);
    case 'flag':
      return flagText(value, locale);
    case 'date':
      return dateText(typeof value === 'number' ? value * 86_400_000 : value, locale, { ...options, timeZone: 'UTC' });
    case 'instant':
      return instantText(value, locale, options);
    case 'ratio':
    case 'count':
    case 'days':
    case 'money':
    case 'score':
    case 'index':
      return typeof value === 'number' && Number.isFinite(value) ? numberText(unit, value, locale, options) : missing;
  }
}

/** Text of an interval: `28.3–40.0`, `RM 127K–495K`; with a word between when a bound is negative or signed: `−16.9 to −1.4`. An en dash where a bound is missing. */
export function formatRange(
  unit: Unit,
  lower: Printable,
  upper: Printable,
  locale: Locale,
  options: FormatOptions = {},
): string {
  const plain = {
    ...sharedDecimals(unit, [lower, upper]),
    ...((unit === 'ratio' || unit === 'days') && { bare: true }),
    ...alike(lower, upper, options),
  };
  const from = format(unit, lower, locale, plain);
  const to = format(unit, upper, locale, { ...plain, ...(unit === 'money' && { bare: true }) });
  if (from === missing || to === missing) return missing;
  if (options.sign || from.startsWith('−') || to.startsWith('−')) return `${from} ${language[locale].to} ${to}`;
  return `${sharedWordDropped(from, to)}–${to}`;
}

/** Units written without a decimal that is zero have one all the same where another figure beside them needs it. */
export function sharedDecimals(unit: Unit, values: Iterable<Printable>): Pick<FormatOptions, 'decimals'> {
  if (!trimsByItself.has(unit)) return {};
  const isBroken = (value: Printable): boolean =>
    typeof value === 'number' && Number.isFinite(value) && Math.round(value * 10) % 10 !== 0;
  return [...values].some(isBroken) ? { decimals: usualDecimals[unit] } : {};
}

/** Text of a label of time as the engine writes it (`2026Q3`, `2026-04`, `2026P07` for a month of whole weeks, `2026-W14`); any other text unchanged. */
export function formatPeriod(label: string, locale: Locale, options: Pick<FormatOptions, 'short'> = {}): string {
  const words = language[locale];
  const [, year = '', letter = '', part = ''] = timeLabel.exec(label) ?? [];
  if (letter === 'Q' || letter === 'P') {
    const name = `${letter === 'Q' ? words.quarter : words.month}${Number(part)}`;
    return options.short ? name : `${name} ${words.fiscal}${year.slice(2)}`;
  }
  if (letter !== '') return `${words.week}${Number(part)}${options.short ? '' : ` ${year}`}`;
  if (part === '') return label;
  const month = monthName(Date.UTC(Number(year), Number(part) - 1), locale, 'UTC');
  return options.short ? month : `${month} ${year}`;
}

const timeLabel = /^(\d{4})(?=Q[1-4]$|P(?:0[1-9]|1[0-2])$|-[WS]\d{2}$|-(?:0[1-9]|1[0-2])$)-?([QPWS]?)(\d{1,2})$/;

/** The sign money of that currency begins with: `RM`, `$`, `SGD`. */
export function currencySign(currency: string): string {
  if (currency === 'MYR') return 'RM';
  const parts = numberFormat('en', { style: 'currency', currency }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

function numberText(unit: Unit, value: number, locale: Locale, options: FormatOptions): string {
  const figure = numberFormat(locale, {
    signDisplay: options.sign ? 'exceptZero' : 'negative',
    ...digitsOf(unit, value, locale, options),
  }).format(unit === 'ratio' ? pointsOf(value) : value);
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(figure) ?? [];
  return `${sign === '-' ? '−' : sign}${withMark(unit, digits, locale, options)}`;
}

function withMark(unit: Unit, digits: string, locale: Locale, options: FormatOptions): string {
  if (options.bare) return digits;
  if (unit === 'ratio') return `${digits}%`;
  if (unit === 'days') return `${digits} ${language[locale].day}`;
  if (unit !== 'money' || options.currency === undefined) return digits;
  const sign = currencySign(options.currency);
  return /[A-Za-z]$/.test(sign) ? `${sign} ${digits}` : `${sign}${digits}`;
}

// Times 100 in decimal, because 0.285 * 100 is 28.499999999999996 and would round to the wrong side.
function pointsOf(ratio: number): number {
  const [mantissa = '0', exponent = '0'] = String(ratio).split('e');
  return Number(`${mantissa}e${Number(exponent) + 2}`);
}

function digitsOf(unit: Unit, value: number, locale: Locale, options: FormatOptions): Intl.NumberFormatOptions {
  const { decimals } = options;
  const compact = options.compact && Math.abs(Math.round(value)) >= 10_000 && (unit === 'money' || unit === 'count');
  if (compact) {
    const digits =
      decimals === undefined
        ? { maximumSignificantDigits: 3 }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return { notation: 'compact', compactDisplay: locale === 'ms' ? 'long' : 'short', ...digits };
  }
  const most = decimals ?? usualDecimals[unit];
  const trimmed = options.trim || (decimals === undefined && trimsByItself.has(unit));
  return { minimumFractionDigits: trimmed ? 0 : most, maximumFractionDigits: most };
}

const usualDecimals: Readonly<Partial<Record<Unit, number>>> = {
  ratio: 1,
  count: 0,
  days: 1,
  money: 0,
  score: 1,
  index: 2,
};

const trimsByItself: ReadonlySet<Unit> = new Set<Unit>(['days', 'score']);

// `8,460–10,291`: where the lower bound is written in full, the upper one is, too, as long as it is not many times as large.
function alike(lower: Printable, upper: Printable, options: FormatOptions): FormatOptions {
  const sizes = [lower, upper].map((bound) => Math.abs(Math.round(Number(bound ?? NaN))));
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return options.compact && least < 10_000 && most < 100_000 ? { ...options, compact: false } : options;
}

// `127–495 ribu`: a word that both bounds end with is written once; English letters stay on both (`127K–495K`).
function sharedWordDropped(from: string, to: string): string {
  const word = / (?:ribu|juta|bilion|trilion)$/.exec(to)?.[0];
  return word !== undefined && from.endsWith(word) ? from.slice(0, -word.length) : from;
}

function flagText(value: Printable, locale: Locale): string {
  if (value === null || value === undefined || Number.isNaN(value)) return missing;
  return value ? language[locale].yes : language[locale].no;
}

function instantText(value: Printable, locale: Locale, options: FormatOptions): string {
  const date = dateText(value, locale, options);
  if (date === missing) return missing;
  const time = dateFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: options.timeZone ?? 'UTC',
  }).format(millisecondsOf(value));
  return `${date}, ${time}`;
}

function dateText(value: Printable, locale: Locale, options: FormatOptions): string {
  const time = millisecondsOf(value);
  if (!Number.isFinite(time)) return missing;
  const timeZone = options.timeZone ?? 'UTC';
  const day = dateFormat('en', { day: 'numeric', timeZone }).format(time);
  const dayAndMonth = `${day} ${monthName(time, locale, timeZone)}`;
  return options.short ? dayAndMonth : `${dayAndMonth} ${dateFormat('en', { year: 'numeric', timeZone }).format(time)}`;
}

function monthName(time: number, locale: Locale, timeZone: string): string {
  return dateFormat(locale, { month: 'short', timeZone }).format(time);
}

function millisecondsOf(value: Printable): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? Date.parse(value) : NaN;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormats.set(key, known);
  return known;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, known);
  return known;
}
