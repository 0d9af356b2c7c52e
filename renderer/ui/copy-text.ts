import type { Unit } from '../../electron/model/units';
import type { CellValue } from './table';

interface CopiedColumn<RowData> {
  readonly head: string;
  readonly value: (row: RowData) => CellValue;
  readonly copied?: ((row: RowData) => CellValue) | null;
}

interface CellColumn<RowData> {
  readonly head: string;
  readonly cell: (row: RowData) => CellValue;
}

function cellColumns<RowData>(columns: readonly CopiedColumn<RowData>[]): readonly CellColumn<RowData>[] {
  return columns.flatMap(({ head, value, copied = value }) => (copied === null ? [] : [{ head, cell: copied }]));
}

/** A list written as text, piece by piece: its heads, then its rows. */
interface Writing<RowData> {
  readonly heads: string;
  readonly lines: (rows: readonly RowData[]) => string;
}

/** Rows as tab-separated text, for a spreadsheet; a text that a spreadsheet would run as a formula is marked as text. */
export function asCopied<RowData>(columns: readonly CopiedColumn<RowData>[]): Writing<RowData> {
  const cells = cellColumns(columns);
  return {
    heads: cells.map(({ head }) => plain(head)).join('\t'),
    lines: (rows) => rows.map((row) => `\n${cells.map(({ cell }) => plain(cell(row))).join('\t')}`).join(''),
  };
}

/** The same as CSV with quotes where they are needed. */
export function asCsv<RowData>(columns: readonly CopiedColumn<RowData>[]): Writing<RowData> {
  const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells: readonly CellValue[]): string => `${cells.map((cell) => quote(safe(cell))).join(',')}\r\n`;
  const cells = cellColumns(columns);
  return {
    heads: line(cells.map(({ head }) => head)),
    lines: (rows) => rows.map((row) => line(cells.map(({ cell }) => cell(row)))).join(''),
  };
}

/** A short list as tab-separated text. */
export function copyText<RowData>(columns: readonly CopiedColumn<RowData>[], rows: readonly RowData[]): string {
  const { heads, lines } = asCopied(columns);
  return heads + lines(rows);
}

/** A short list as CSV. */
export function csvText<RowData>(columns: readonly CopiedColumn<RowData>[], rows: readonly RowData[]): string {
  const { heads, lines } = asCsv(columns);
  return heads + lines(rows);
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

/** One cell as it is copied alone. */
export function cellText<RowData>({ value, copied }: CopiedColumn<RowData>, row: RowData): string {
  return String((copied ?? value)(row) ?? '');
}

/** A cell as a spreadsheet reads it: a share in percent, as its head says, a date as `2026-09-30`, an instant as `2026-09-30 15:59:59`, any other number without separators and without noise in its last digits. */
export function spreadsheetCell(unit: Unit, value: CellValue): CellValue {
  if (typeof value === 'number') return Number((unit === 'ratio' ? value * 100 : value).toPrecision(12));
  if (unit === 'instant' && value !== null)
    return String(value)
      .replace('T', ' ')
      .replace(/(\.0+)?Z$/, '');
  return value;
}
