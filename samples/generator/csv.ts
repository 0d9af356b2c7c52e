import { layouts, type FileName } from './layouts';

/** What a cell may hold; null becomes an empty cell. */
export type Cell = string | number | boolean | null;

/** A table on its way to a file. */
export interface CsvTable {
  readonly file: string;
  /** Field names of the data model, in column order. */
  readonly fields: readonly string[];
  readonly lines: string[];
  newline: '\n' | '\r\n';
  /** Adds one record, its cells in the order of the fields. */
  add(cells: readonly Cell[]): void;
}

/** An empty table for a file. */
export function csvTable(file: FileName): CsvTable {
  const lines: string[] = [];
  return { file, fields: layouts[file], lines, newline: '\n', add: (cells) => lines.push(lineOf(cells)) };
}

/** The record as text, quoted where it must be. */
export function lineOf(cells: readonly Cell[]): string {
  let line = '';
  for (let i = 0; i < cells.length; i++) {
    if (i > 0) line += ',';
    const cell = cells[i];
    if (typeof cell === 'string') line += mustQuote(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    else if (cell !== null) line += String(cell);
  }
  return line;
}

function mustQuote(text: string): boolean {
  return text.includes(',') || text.includes('"') || text.includes('\n') || text.startsWith(' ') || text.endsWith(' ');
}

/** Header a person would read: `opportunity_id` becomes `Opportunity ID`. */
export function headerOf(field: string): string {
  const words = field
    .split('_')
    .map((word) => (word === 'id' || word === 'mrr' || word === 'ccy' ? word.toUpperCase() : word));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The whole file. */
export function csvText(table: CsvTable): string {
  return [lineOf(table.fields.map(headerOf)), ...table.lines, ''].join(table.newline);
}
