import type { Words } from '../../../renderer/i18n';
import { format, formatPeriod, formatRange } from '../../../renderer/i18n/format';
import type { FormatOptions, Printable } from '../../../renderer/i18n/format';
import type { Deck, Over, Slide } from '../../model/deck';
import type { Answer, Question } from '../../model/question';
import type { Settings } from '../../model/settings';
import type { Table } from '../../model/table';
import { textsOf } from '../../model/table';
import type { Unit } from '../../model/units';
import type { Facts } from '../headline/facts';
import type { Quarter } from '../quarter';
import { plusDays, quarterDays, quarterLabel, quarterPlus } from '../quarter';
import type { GridCell, Picture, SideNote } from './content';

/** What the workspace is, as far as a review speaks of it. */
export interface ReviewFrame {
  readonly workspace: string;
  readonly settings: Settings;
  /** Local day of the as-of; null in an empty workspace. */
  readonly asOfDay: string | null;
  readonly sources: readonly { readonly importId: string; readonly file: string; readonly table: string }[];
  readonly metrics: ReadonlySet<string>;
}

/** Everything a slide is made from. */
export interface Context {
  readonly deck: Deck;
  readonly frame: ReviewFrame;
  readonly words: Words;
  /** Order of persons and groups in a list, by the names they will bear: the alphabet of names that are masked would tell who is who. */
  readonly byName: (a: string | null | undefined, b: string | null | undefined) => number;
  readonly ask: (metric: string, question: Question) => Promise<Answer>;
  /** Rows of a query of the person's own, under the guard. Throws `query_refused`, `query_failed`, `query_too_long`. */
  readonly query: (text: string) => Promise<Table>;
  /** The deck as it was kept, whose numbers are held against today's; null where there is none. */
  readonly earlier: Deck | null;
  /** What stands behind a change of an earlier number, newest files first. */
  readonly arrivals: (question: Question, metric: string) => Promise<readonly Arrival[]>;
}

/** Rows behind a figure that came or changed after a deck was kept. */
export interface Arrival {
  readonly kind: 'late' | 'corrected';
  readonly file: string;
  readonly ids: readonly string[];
}

/** A slide made, before its headline is checked and its number known. */
export interface Made {
  readonly headline: string;
  readonly shown: string;
  readonly picture: Picture;
  readonly notes: readonly SideNote[];
  readonly facts: Facts;
  readonly answer: Answer | null;
  readonly question: Question | null;
  /** Units behind the slide where no column says so; null where the picture has no one number of them. */
  readonly n?: number | null;
  /** True where the picture says more than the answer's own table: the table behind the slide is then the picture's. */
  readonly isWhole?: true;
  /** Answers beside the main one whose figures are to be kept. */
  readonly more?: readonly { readonly question: Question; readonly answer: Answer }[];
}

/** Why a slide cannot be made, in words. */
export interface Missing {
  readonly missing: string;
}

/** The slide's question in the deck's quarter. What lies after the quarter is not looked at. */
export function questionOf(slide: Slide, { deck, frame }: Context): Question {
  const { by, filters, options } = slide;
  const end = quarterDays(deck, 1, frame.settings).to;
  const asOf = frame.asOfDay !== null && frame.asOfDay >= end ? plusDays(end, -1) : null;
  return { ...daysOf(slide.over, deck, frame), asOf, by, filters, options };
}

function daysOf(
  over: Over,
  deck: Quarter,
  { settings, asOfDay }: ReviewFrame,
): { from: string | null; to: string | null } {
  const whole = quarterDays(deck, 1, settings);
  if (over.kind === 'quarters') return quarterDays(quarterPlus(deck, -over.back), over.count, settings);
  if (over.kind === 'history') return { from: null, to: null };
  if (over.kind === 'days') return { from: over.from, to: over.to };
  const asOf = asOfDay === null || asOfDay >= whole.to ? plusDays(whole.to, -1) : asOfDay;
  for (let back = 0; back < 12; back++) {
    const days = quarterDays(quarterPlus(deck, -back), over.count, settings);
    if (plusDays(days.to, over.days - 1) <= asOf) return days;
  }
  return quarterDays(deck, over.count, settings);
}

/** The same question over so many quarters that end so many earlier. */
export function overQuarters(question: Question, { deck, frame }: Context, count: number, back = 0): Question {
  return { ...question, ...quarterDays(quarterPlus(deck, -back), count, frame.settings) };
}

/** Name of the deck's quarter, or of one so many before it: `Q3 FY26`. */
export function quarterName({ deck, words }: Context, back = 0, short = false): string {
  return formatPeriod(quarterLabel(quarterPlus(deck, -back)), words.locale, { short });
}

/** A metric's title in this language. */
export function titleOf(metric: string, { find }: Words): string {
  return find(`metric.${metric}.title`) ?? metric;
}

/** Name of a value as a person reads it: the engine's own buckets in words, periods in their form. */
export function nameIn({ find, locale }: Words, value: string | null): string {
  if (value === null) return find('label.Unknown') ?? '–';
  return find(`label.${value}`) ?? formatPeriod(value, locale);
}

/** Text of a value; money short. */
export function textOf(context: Context, unit: Unit, value: Printable, options: FormatOptions = {}): string {
  const { words, frame } = context;
  return format(unit, Number.isNaN(value) ? null : value, words.locale, {
    currency: frame.settings.currency,
    compact: true,
    ...options,
  });
}

/** A cell of a table that prints a number. */
export function figureCell(context: Context, unit: Unit, value: number | null, options: FormatOptions = {}): GridCell {
  const text = textOf(context, unit, value, options);
  return value === null || Number.isNaN(value) ? { text } : { text, figure: { unit, value } };
}

/** The same cell with a sign before or after its number. */
export function signed(
  { text, figure }: GridCell,
  { before = '', after = '' }: { readonly before?: string; readonly after?: string },
): GridCell {
  return { text: `${before}${text}${after}`, ...(figure && { figure: { ...figure, before, after } }) };
}

/** Text of an interval; empty where there is none. */
export function rangeOf(
  context: Context,
  unit: Unit,
  lower: number,
  upper: number,
  options: FormatOptions = {},
): string {
  if (Number.isNaN(lower) || Number.isNaN(upper)) return '';
  const { words, frame } = context;
  return formatRange(unit, lower, upper, words.locale, {
    currency: frame.settings.currency,
    compact: true,
    ...options,
  });
}

/** Why an answer says nothing, in words; null where it says something. */
export function nothingIn(answer: Answer, words: Words): string | null {
  const { table } = answer;
  const states = textsOf(table, 'state');
  const reasons = textsOf(table, 'reason');
  const said = Array.from({ length: table.length }, (_, row) => row).filter((row) => states[row] !== 'unavailable');
  if (said.length > 0) return null;
  return reasonText(reasons[0] ?? 'empty', words);
}

/** A reason in words. */
export function reasonText(reason: string, { t, find }: Words): string {
  if (reason.startsWith('missing:')) {
    const table = reason.slice('missing:'.length);
    return t('reason.missing', { table: find(`table.${table}`) ?? table.replaceAll('_', ' ') });
  }
  return find(`reason.${reason}`) ?? t('reason.no_data');
}

/** The unit of an answer's value. */
export function unitOfValue(table: Table): Unit {
  return table.columns.find((column) => column.name === 'value')?.unit ?? 'score';
}
