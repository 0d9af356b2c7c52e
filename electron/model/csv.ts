import type { Cell, Column, Table } from './table';
import { cellOf } from './table';

/** A table as CSV: RFC 4180, UTF-8, one header line, the columns' own names unless others are given; text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvOf(table: Table, heads: readonly string[] = table.columns.map((column) => column.name)): string {
  const cells = table.columns.map(textsIn);
  const blocks = [heads.map(csvCell).join(',')];
  for (let first = 0; first < table.length; first += blockRows) {
    const lines = new Array<string>(Math.min(blockRows, table.length - first)).fill('');
    cells.forEach((text, at) => {
      for (let i = 0; i < lines.length; i++) lines[i] += at === 0 ? text(first + i) : `,${text(first + i)}`;
    });
    blocks.push(lines.join('\r\n'));
  }
  return `${blocks.join('\r\n')}\r\n`;
}

/** So few rows that their lines are still at hand when the next column comes to them: a column at a time is twice as fast as a row. */
const blockRows = 1_000;

// What repeats is quoted once: each text of a dictionary, each day.
function textsIn(column: Column): (row: number) => string {
  if (column.kind === 'text') {
    const texts = column.dictionary.map(csvCell);
    return (row) => texts[column.codes[row] ?? -1] ?? '';
  }
  if (column.unit !== 'date') return (row) => csvCell(cellOf(column, row));
  const days = new Map<number, string>();
  return (row) => {
    const day = column.values[row] ?? NaN;
    const text = days.get(day) ?? csvCell(cellOf(column, row));
    days.set(day, text);
    return text;
  };
}

/** One cell of a CSV line, guarded and quoted. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  if (!/^[=+\-@]|[\t",\r\n]/.test(value)) return value;
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
