import type { Cell, Table } from './table';
import { cellOf } from './table';

/** A table as CSV: RFC 4180, UTF-8, one header line, the columns' own names unless others are given; text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvOf(table: Table, heads: readonly string[] = table.columns.map((column) => column.name)): string {
  const lines = [heads.map(csvCell).join(',')];
  for (let row = 0; row < table.length; row++) {
    lines.push(table.columns.map((column) => csvCell(cellOf(column, row))).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** One cell of a CSV line, guarded and quoted. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
