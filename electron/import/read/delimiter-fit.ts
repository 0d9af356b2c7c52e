import { isTyped, kindOf } from './kinds';
import type { Dialect } from './lines';
import type { SampleRecord } from './sample';

const MOST_CELLS = 4000;

/** How much the cells look like values that a delimiter cut cleanly: 0.05 to 1. */
export function cellQuality(rows: readonly SampleRecord[], dialect: Dialect): number {
  let total = 0;
  let count = 0;
  for (const { cells } of rows) {
    for (const [i, cell] of cells.entries()) {
      total += cellPoints(cell, dialect, i);
      if (++count >= MOST_CELLS) return Math.max(0.05, total / count);
    }
  }
  return count === 0 ? 0.05 : Math.max(0.05, total / count);
}

function cellPoints(cell: string, { delimiter, quote }: Dialect, position: number): number {
  if (cell === '') return 0.95;
  let points = isTyped(kindOf(cell)) ? 1 : 0.85;
  const first = cell.charAt(0);
  const last = cell.charAt(cell.length - 1);
  if (first === ' ' && position > 0 && delimiter !== ' ') points -= 0.25;
  if (first === '"' && quote !== '"') points -= last === '"' && cell.length > 1 ? 0.5 : 0.1;
  if (first === "'" && last === "'" && cell.length > 1 && quote !== "'") points -= 0.4;
  if (delimiter !== ';' && cell.includes(';')) points -= 0.4;
  if (delimiter !== '\t' && cell.includes('\t')) points -= 0.6;
  if (delimiter !== '|' && cell.includes('|')) points -= 0.4;
  if (delimiter !== ',' && /,(?![ \d\n])/.test(cell)) points -= 0.3;
  if (delimiter === ':' && (first === '/' || first === ' ')) points -= 0.6;
  return points;
}

/** Weak delimiters are also plain characters of text: they are accepted only with more evidence. */
export function acceptance(rows: readonly SampleRecord[], delimiter: string, width: number): number {
  if (delimiter.length > 1) return rows.length > 1 && width > 1 ? 1 : 0;
  if (',;\t|\x01\x1f'.includes(delimiter)) return 1;
  const typed = typedColumns(rows, width);
  if (delimiter === ' ') return isColumnar(rows, width, typed) ? 1 : 0;
  if (delimiter === ':') return (width > 2 || typed === width) && !holdsTimes(rows) ? 1 : 0.2;
  if ('#!*'.includes(delimiter)) return width > 3 && rows.length > 2 && typed < width ? 0.8 : 0;
  return width > 2 || typed > 0 ? 1 : 0.5;
}

/** Runs of blanks part columns when they pad them, or when nearly all that stands between them is numbers and dates. */
function isColumnar(rows: readonly SampleRecord[], width: number, typed: number): boolean {
  if (rows.length < 2 || typed < width / 2) return false;
  const padded = rows.filter(({ text }) => /\S[ \t]{2,}\S/.test(text)).length;
  return padded >= rows.length * 0.5 || width > 4 || (width > 3 && typed >= width * 0.7);
}

/** True when colons mostly stand inside times of day or addresses. */
function holdsTimes(rows: readonly SampleRecord[]): boolean {
  const timed = rows.filter(({ text }) => /(?:^|\D)\d{1,2}:\d{2}(?:\D|$)|:\/\//.test(text)).length;
  return timed > rows.length / 2;
}

function typedColumns(rows: readonly SampleRecord[], width: number): number {
  let typed = 0;
  for (let column = 0; column < width; column++) {
    const cells = rows.slice(rows.length > 3 ? 1 : 0, 60).map(({ cells: row }) => row[column] ?? '');
    if (cells.every((cell) => cell === '' || isTyped(kindOf(cell)))) typed++;
  }
  return typed;
}
