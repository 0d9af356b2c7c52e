import type { Answer } from '../model/question';
import type { Cell, Table } from '../model/table';
import { cellOf, columnOf, rowsOf } from '../model/table';

/** An answer as the document that `metric --json` prints; `excluded` opened from its text. */
export function answerDocument(answer: Answer): Record<string, unknown> {
  const { table, sql: _sql, extra, ...frame } = answer;
  const rows = rowsOf(table).map((row) => ({
    ...row,
    excluded: JSON.parse(String(row['excluded'] ?? '{}')) as unknown,
  }));
  return { ...frame, filters: frameFilters(answer), ...extra, rows };
}

// One value stands bare, several as a list, as they were given.
function frameFilters(answer: Answer): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(answer.filters).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

/** A table as the document of `rows` and `sql`. */
export function tableDocument(table: Table, count: number): Record<string, unknown> {
  return { columns: table.columns.map(({ name, unit }) => ({ name, type: unit })), rows: rowsOf(table), count };
}

/** A table for reading on a terminal: aligned columns, numbers right. */
export function plainTable(
  table: Table,
  names: readonly string[] = table.columns.map((column) => column.name),
): string {
  const columns = names.flatMap((name) => columnOf(table, name) ?? []);
  const cells = columns.map((column) => [
    column.name,
    ...Array.from({ length: table.length }, (_, row) => plainCell(cellOf(column, row))),
  ]);
  const widths = cells.map((column) => Math.max(...column.map((cell) => cell.length)));
  const lines = Array.from({ length: table.length + 1 }, (_, line) =>
    cells
      .map((column, i) => {
        const cell = column[line] ?? '';
        return columns[i]?.kind === 'text' ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

function plainCell(value: Cell): string {
  if (value === null) return '–';
  return typeof value === 'number' ? String(Math.round(value * 10_000) / 10_000) : String(value);
}
