import { meansNothing } from '../read/kinds';
import type { ColumnFacts } from '../table-plan';
import { readingOfDates } from './dates';
import type { DateOrder } from './dates';
import { isWrapped, masksOf } from './masks';
import type { Mask } from './masks';
import { readingOfNumbers } from './numbers';

/** How the file as a whole writes dates and numbers. */
export interface Habits {
  readonly order: DateOrder;
  readonly decimal: '.' | ',' | undefined;
  /** How an earlier file of the same header wrote them; settles what this one leaves open. */
  readonly usualDecimal?: '.' | ',' | undefined;
  readonly semicolons: boolean;
}

/** Values of one column of a sample. */
export function columnOf(sample: readonly (readonly string[])[], index: number): string[] {
  return sample.map((row) => row[index] ?? '');
}

/** What a column's values are like; `masks` of the whole column replace those of the sample where they are known. */
export function factsOf(
  values: readonly string[],
  habits: Habits,
  masks: readonly Mask[] = masksOf(values),
): ColumnFacts {
  const distinct = new Map<string, number>();
  for (const value of values) if (value !== '') distinct.set(value, (distinct.get(value) ?? 0) + 1);
  const ordered = [...distinct].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  const filled = values.filter((value) => value.trim() !== '');
  return {
    masks,
    values: ordered,
    dates: readingOfDates(masks, habits.order),
    numbers: readingOfNumbers(masks, habits),
    padded:
      filled.some((value) => value !== value.trim()) || values.some((value) => value !== '' && value.trim() === ''),
    wrapped: values.some(isWrapped),
    missingIds: ordered.filter(isMissingId),
    floatIds: filled.length > 0 && filled.every((value) => /^\d+[.]0+$/.test(value)),
  };
}

// An id of zeros is how one system writes an empty look-up; "unassigned" is how many write a missing owner.
function isMissingId(value: string): boolean {
  return (
    meansNothing(value) ||
    /^0{12,}(AAA)?$/.test(value) ||
    /^(unassigned|no owner|not assigned|tiada pemilik)$/i.test(value.trim())
  );
}
