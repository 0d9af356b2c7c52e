import type { Column, Table } from '../charts/table';
import { textColumn } from '../charts/table';
import type { GridColumn, Row } from '../engine';

/** Rows of an answer as the table a chart draws. */
export function chartTable(columns: readonly GridColumn[], rows: readonly Row[]): Table {
  return { length: rows.length, columns: columns.map((column) => chartColumn(column, rows)) };
}

function chartColumn({ name, unit }: GridColumn, rows: readonly Row[]): Column {
  const cells = rows.map((row) => row[name] ?? null);
  const isText = unit === 'label' || unit === 'instant' || unit === 'date';
  if (isText)
    return textColumn(
      name,
      cells.map((cell) => (cell === null ? null : String(cell))),
    );
  return {
    kind: 'number',
    name,
    unit,
    values: Float64Array.from(cells, (cell) => (cell === null ? NaN : Number(cell))),
  };
}

/** Rows in the order of these keys, one each; a key without a row has nothing but itself. */
export function inOrder(rows: readonly Row[], column: string, keys: readonly string[]): readonly Row[] {
  const byKey = new Map(rows.map((row) => [String(row[column] ?? ''), row] as const));
  return keys.map((key) => byKey.get(key) ?? { [column]: key });
}
