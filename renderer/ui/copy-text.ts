import type { CellValue } from './table';

interface CopiedColumn<RowData> {
  readonly head: string;
  readonly value: (row: RowData) => CellValue;
}

/** Rows with their heads as tab-separated text, for a spreadsheet; a text that a spreadsheet would run as a formula is marked as text. */
export function copyText<RowData>(columns: readonly CopiedColumn<RowData>[], rows: readonly RowData[]): string {
  const lines = rows.map((row) => columns.map((column) => plain(column.value(row))).join('\t'));
  return [columns.map((column) => plain(column.head)).join('\t'), ...lines].join('\n');
}

/** The same as CSV with quotes where they are needed. */
export function csvText<RowData>(columns: readonly CopiedColumn<RowData>[], rows: readonly RowData[]): string {
  const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells: readonly CellValue[]): string => cells.map((cell) => quote(safe(cell))).join(',');
  return [
    line(columns.map((column) => column.head)),
    ...rows.map((row) => line(columns.map((column) => column.value(row)))),
  ]
    .map((text) => `${text}\r\n`)
    .join('');
}

function plain(value: CellValue): string {
  return safe(value).replaceAll(/[\t\r\n]+/g, ' ');
}

// Numbers stay numbers; only texts are marked, as their first sign decides.
function safe(value: CellValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
