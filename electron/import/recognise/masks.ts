import { meansNothing } from '../read/kinds';

/**
 * The make of a column's values: each distinct mask (digits written as 9) with how often it occurs. A sample and a whole column give the same kind of answer,
 * so what was decided from a sample can be checked against the whole.
 */
export interface Mask {
  readonly mask: string;
  readonly count: number;
  /** How many of them are at midnight. */
  readonly midnight: number;
  /** Of dates in three numbers: how many have a first, or second, number above 12. */
  readonly firstOver12: number;
  readonly secondOver12: number;
  /** One value of this make. */
  readonly example: string;
  /** Largest number among them when they are plain numbers; null otherwise. */
  readonly largest: number | null;
}

const threeNumbers = /^(\d{1,2})[/. -](\d{1,2})[/. -]\d{2,4}/;
export const midnightText = /[T ]0{1,2}:00(:00([.]0+)?)?($|[^\d:.])/;

const wrapped = /^="([^"]*)"$/;

/** A text written as a formula that gives it, `="001"`, as spreadsheets keep leading zeros; any other text as it stands. */
function unwrapped(text: string): string {
  return text.startsWith('="') ? text.replace(wrapped, '$1') : text;
}

/** True for a text written as a formula that gives it. */
export function isWrapped(text: string): boolean {
  return text.startsWith('="') && wrapped.test(text);
}

/** Masks of values held in memory; empty values are left out. */
export function masksOf(values: readonly string[]): Mask[] {
  const found = new Map<string, { -readonly [K in keyof Mask]: Mask[K] }>();
  for (const raw of values) {
    const value = unwrapped(raw.trim());
    if (value === '') continue;
    const mask = value.replace(/\d/g, '9');
    let entry = found.get(mask);
    if (!entry) {
      entry = { mask, count: 0, midnight: 0, firstOver12: 0, secondOver12: 0, example: value, largest: null };
      found.set(mask, entry);
    }
    entry.count++;
    if (midnightText.test(value)) entry.midnight++;
    const parts = threeNumbers.exec(value);
    const [first, second] = [Number(parts?.[1] ?? 0), Number(parts?.[2] ?? 0)];
    if (isDayAlone(first) && second <= 12) entry.firstOver12++;
    if (isDayAlone(second) && first <= 12) entry.secondOver12++;
    const number = /^-?\d+([.]\d+)?$/.test(value) ? Number(value) : NaN;
    if (!Number.isNaN(number)) entry.largest = Math.max(entry.largest ?? number, number);
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

// A number that a day can be and a month cannot: 32/13 is no date either way and tells nothing.
const isDayAlone = (number: number): boolean => number > 12 && number <= 31;

/** True for a make of value that stands for "nothing here". */
export function isMissing(mask: Mask): boolean {
  return !/\d/.test(mask.mask) && meansNothing(mask.example);
}

/** Number of values that stand for something. */
export function filledIn(masks: readonly Mask[]): number {
  return masks.reduce((sum, mask) => sum + (isMissing(mask) ? 0 : mask.count), 0);
}
