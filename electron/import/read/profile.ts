import { isTyped, kindOf, meansNothing } from './kinds';
import type { Kind } from './kinds';

/** What the rows of a table usually look like, learned from a sample. */
export interface Profile {
  width: number;
  /** Kind of each column that has one; undefined for free text. */
  kinds: (Kind | undefined)[];
  /** Columns with a kind, by index. */
  typed: number[];
  /** A column of numbers or dates that never start with a letter; -1 when there is none. */
  sentinel: number;
  /** First column that is hardly ever empty; -1 when there is none. */
  anchor: number;
  /** Columns that are hardly ever empty. */
  filled: number[];
  /** Number of non-empty cells that nearly every row reaches. */
  usualFill: number;
}

/** A profile that knows nothing but the width. */
export function blankProfile(width: number): Profile {
  return { width, kinds: [], typed: [], sentinel: -1, anchor: -1, filled: [], usualFill: 0 };
}

const SAMPLE = 400;
const DIGITS: ReadonlySet<Kind> = new Set<Kind>(['number', 'date', 'phone']);

/** Learns the profile of a table from rows of the right width. */
export function profileOf(rows: readonly (readonly string[])[], width: number): Profile {
  const sample = spread(rows.filter((row) => row.length === width));
  if (sample.length < 2) return blankProfile(width);
  const kinds: (Kind | undefined)[] = [];
  const filled: number[] = [];
  for (let column = 0; column < width; column++) {
    const cells = sample.map((row) => row[column] ?? '');
    const present = cells.filter((cell) => cell.trim() !== '').length;
    if (present >= sample.length * 0.98 || (sample.length >= 4 && present >= sample.length - 1)) filled.push(column);
    kinds.push(columnKind(cells));
  }
  const fills = sample.map((row) => countFilled(row)).sort((a, b) => a - b);
  return {
    width,
    kinds,
    typed: kinds.flatMap((kind, i) => (kind === undefined ? [] : [i])),
    sentinel: kinds.findIndex((kind, column) => kind !== undefined && DIGITS.has(kind) && startsPlain(sample, column)),
    anchor: filled[0] ?? -1,
    filled,
    usualFill: fills[Math.floor(fills.length * 0.2)] ?? 0,
  };
}

/** The kind that nearly all cells with content share; undefined when there is none or too few cells. */
export function columnKind(cells: readonly string[]): Kind | undefined {
  const counts = new Map<Kind, number>();
  let present = 0;
  for (const cell of cells) {
    if (meansNothing(cell)) continue;
    present++;
    const kind = kindOf(cell);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  if (present < 2) return undefined;
  const digits = (counts.get('number') ?? 0) + (counts.get('phone') ?? 0);
  if (isMost(digits, present)) return (counts.get('phone') ?? 0) > (counts.get('number') ?? 0) ? 'phone' : 'number';
  for (const [kind, count] of counts) if (isTyped(kind) && isMost(count, present)) return kind;
  return undefined;
}

/** True when hardly a cell of a column starts with a letter. */
function startsPlain(rows: readonly (readonly string[])[], column: number): boolean {
  const lettered = rows.filter((row) => startsWithLetter(row[column] ?? '') && !meansNothing(row[column] ?? '')).length;
  return lettered <= 1 || lettered <= rows.length * 0.02;
}

/** True when a text starts with a letter, in ASCII or beyond it. */
export function startsWithLetter(text: string): boolean {
  return isLetterCode(text.charCodeAt(0));
}

/** As startsWithLetter, of the first character or byte. */
export function isLetterCode(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || code >= 0xc0;
}

/** Nine of ten, or all but one of a few. */
function isMost(count: number, all: number): boolean {
  return count >= all * 0.9 || (all >= 4 && count >= all - 1);
}

/** How many cells of a row speak for and against the columns they stand in; empty cells speak for neither. */
export function fitOf(cells: readonly string[], profile: Profile): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (const column of profile.typed) {
    const cell = cells[column];
    if (cell === undefined || meansNothing(cell)) continue;
    if (matches(kindOf(cell), profile.kinds[column])) good++;
    else bad++;
  }
  return { good, bad };
}

/** Number of cells that are not blank. */
export function countFilled(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') count++;
  return count;
}

function matches(kind: Kind, wanted: Kind | undefined): boolean {
  if (kind === wanted) return true;
  return (kind === 'number' && wanted === 'phone') || (kind === 'phone' && wanted === 'number');
}

function spread<T>(rows: readonly T[]): readonly T[] {
  if (rows.length <= SAMPLE) return rows;
  const step = rows.length / SAMPLE;
  return Array.from({ length: SAMPLE }, (_, i) => rows[Math.floor(i * step)]).filter((row) => row !== undefined);
}
