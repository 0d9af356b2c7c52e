import type { Row } from '../engine';
import { numberIn } from './answers';

export interface ShownRows {
  readonly shown: readonly Row[];
  /** How many are left out. */
  readonly more: number;
}

/** Rows of a breakdown as drawn: those with something to judge, the largest where there are too many; people by name, all else by value. */
export function breakdownRows(rows: readonly Row[], dimension: string, most: number): ShownRows {
  const judged = rows.filter((row) => (numberIn(row, 'n') ?? 0) > 0 || (numberIn(row, 'value') ?? 0) > 0);
  const by = (name: string) => (a: Row, b: Row) => (numberIn(b, name) ?? 0) - (numberIn(a, name) ?? 0);
  const largest = [...judged].sort(by('n')).slice(0, most);
  const people = dimension === 'rep' || dimension === 'team';
  const text = (row: Row): string => String(row[dimension] ?? '');
  const shown = largest.sort(people ? (a, b) => text(a).localeCompare(text(b)) : by('value'));
  return { shown, more: judged.length - shown.length };
}
