import { because } from '../../model/evidence';
import type { Evidence } from '../../model/evidence';
import type { Mask } from './masks';
import { filledIn, isMissing } from './masks';
import { currencyNames } from './words';

/** How a column of numbers is read. */
export interface NumberReading {
  readonly kind: 'numbers';
  /** True when every value is digits with at most a point, so that a cast alone reads it. */
  readonly plain: boolean;
  /** True when some values carry marks beyond digits, points and commas that would be misread: `Rs. 5`, `1'200.-`, `−5`. */
  readonly dressed: boolean;
  readonly decimal: '.' | ',';
  readonly evidence: Evidence;
  /** True when the texts allow both readings and a person must say. */
  readonly open: boolean;
  /** True when some values carry a percent sign. */
  readonly percentSign: boolean;
  /** Currency code that stands in the values; null when none or several do. */
  readonly currency: string | null;
  readonly largest: number | null;
  /** True when some value lies strictly between 0 and 1. */
  readonly fractions: boolean;
  readonly missing: readonly string[];
}

/** Names of currencies as they stand beside digits. */
const beside = '\\p{Sc}|Rp|Rs|Fr|kr|zł|Kč|Ft|lei|лв|руб|р|円|元|원';

/** Pattern of a written number, for this language and the database; `digit` stands for a digit. */
export function writtenNumber(digit: string): string {
  const before = `(?:[A-Z]{0,3}\\p{Sc}|[A-Z]{1,3}|${beside})[.]?\\s?`;
  const after = `(?:%|[KMBkmb]|[A-Z]{3}|${beside})[.]?`;
  const sign = '[-+−–]';
  const body = `[${digit}.,'’\\x{a0}\\x{202f} ]*${digit}[${digit}.,]*`;
  return `(?:${sign}|[(])?\\s?(?:${before})?(?:${sign}|[(])?${body}(?:[eE][-+]?${digit}+)?(?:[-–—]+)?\\s?(?:${after})?[)]?\\s?-?`;
}

const plainNumber = /^[-+]?(9+([.]9*)?|[.]9+)([eE][-+]?9+)?$/;
const anyNumber = new RegExp(`^${writtenNumber('9').replace(/\\x\{([0-9a-f]+)\}/g, '\\u{$1}')}$`, 'u');

/** Share of a column's values that are numbers, 0 to 1; null without values. */
export function numberShare(masks: readonly Mask[]): number | null {
  const filled = filledIn(masks);
  if (filled === 0) return null;
  const numbers = masks.filter((mask) => plainNumber.test(mask.mask) || anyNumber.test(mask.mask));
  return numbers.reduce((sum, mask) => sum + mask.count, 0) / filled;
}

const codeOfSign = new Map(
  Object.entries(currencyNames).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
);

// Code or sign beside the digits; a sign that several currencies share says nothing.
function currencyIn(text: string): string | null {
  const sign = /[^\d\s.,'’()+−–—-]+/u.exec(text)?.[0] ?? '';
  return codeOfSign.get(sign.toLowerCase()) ?? (/^[A-Z]{3}$/.test(sign) ? sign : null);
}

/** What a file says of its numbers beside the values: a told mark, the usual one, and whether it is separated by semicolons, as where commas are decimal. */
interface NumberHabits {
  readonly decimal: '.' | ',' | undefined;
  readonly usualDecimal?: '.' | ',' | undefined;
  readonly semicolons: boolean;
}

/** Decides decimal mark and dress of a column of numbers. */
export function readingOfNumbers(masks: readonly Mask[], habits: NumberHabits): NumberReading {
  const present = masks.filter((mask) => !isMissing(mask));
  const numbers = present.filter((mask) => plainNumber.test(mask.mask) || anyNumber.test(mask.mask));
  const mark = markOf(numbers, habits);
  const missing = masks.filter(isMissing).map((mask) => mask.example);
  const codes = new Set(numbers.map((mask) => currencyIn(mask.example)));
  const known = numbers.flatMap((mask) => (mask.largest === null ? [] : [mask.largest]));
  return {
    kind: 'numbers',
    dressed: numbers.some((mask) => /\p{L}[.]|[−–—]|[.,]-/u.test(mask.mask)),
    plain: mark.decimal === '.' && missing.length === 0 && numbers.every((mask) => plainNumber.test(mask.mask)),
    ...mark,
    percentSign: numbers.some((mask) => mask.mask.includes('%')),
    currency: codes.size === 1 ? ([...codes][0] ?? null) : null,
    largest: known.length > 0 ? Math.max(...known) : null,
    fractions: numbers.some((mask) => /^0?[.,]\d*[1-9]/.test(mask.example)),
    missing,
  };
}

function markOf(numbers: readonly Mask[], habits: NumberHabits): Pick<NumberReading, 'decimal' | 'evidence' | 'open'> {
  if (habits.decimal) return { decimal: habits.decimal, evidence: because('told'), open: false };
  const judged = judgeMark(numbers, habits.semicolons);
  if (!judged.open || !habits.usualDecimal) return judged;
  return { decimal: habits.usualDecimal, evidence: because('as_before'), open: false };
}

function bareDigits(mask: string): string {
  return mask
    .replace(/[eE][-+]?9+$/, '')
    .replace(/\p{L}+[.]/gu, '')
    .replace(/[.,][-–—]+/g, '')
    .replace(/[^9.,]/g, '');
}

function judgeMark(
  numbers: readonly Mask[],
  semicolons: boolean,
): Pick<NumberReading, 'decimal' | 'evidence' | 'open'> {
  const bare = numbers.map((mask) => ({ text: bareDigits(mask.mask), count: mask.count }));
  const count = (pattern: RegExp) => bare.reduce((sum, { text, count }) => sum + (pattern.test(text) ? count : 0), 0);
  // A mark that stands once and not before exactly three digits can only be the decimal one; so can the last of two kinds.
  const point = count(
    /^[9,]*[.](9{1,2}|9{4,})$|^9*[.]9{0,2}$|^9{1,3}(,999)+[.]9*$|^9{1,3}(,999){2,}$|^9{4,}[.]9+$|^0?[.]9+$/,
  );
  const comma = count(/^[9.]*,(9{1,2}|9{4,})$|^9{1,3}([.]999)+,9*$|^9{1,3}([.]999){2,}$|^9{4,},9+$|^,9+$/);
  const says = (n: number) => because('no_other_way', { n });
  if (comma > point) return { decimal: ',', evidence: says(comma), open: false };
  if (point > 0) return { decimal: '.', evidence: says(point), open: false };
  const commaGroups = count(/^9{1,3},999$/);
  const pointGroups = count(/^9{1,3}[.]999$/);
  const below1 = numbers.some((mask) => /^[^\d]*0[.]/.test(mask.example));
  if (commaGroups > 0) return { decimal: '.', evidence: because('commas_at_thousands'), open: semicolons };
  if (pointGroups > 0)
    return {
      decimal: semicolons ? ',' : '.',
      evidence: because('points_at_thousands'),
      open: semicolons && (below1 || pointGroups < 2),
    };
  return { decimal: '.', evidence: because('whole_numbers'), open: false };
}
