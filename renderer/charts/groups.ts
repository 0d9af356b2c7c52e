import type { Table } from './table';
import { textsOf } from './table';

/** Rows that share a text. */
export interface Group {
  readonly name: string | null;
  readonly rows: readonly number[];
}

/** Rows by the text of a column, in the order the texts first appear; all rows as one group without a column. */
export function groupsOf(table: Table, column: string | undefined): Group[] {
  const all = Array.from({ length: table.length }, (_, row) => row);
  if (column === undefined) return table.length > 0 ? [{ name: null, rows: all }] : [];
  const byName = new Map<string | null, number[]>();
  textsOf(table, column).forEach((name, row) => {
    const rows = byName.get(name);
    if (rows) rows.push(row);
    else byName.set(name, [row]);
  });
  return [...byName].map(([name, rows]) => ({ name, rows }));
}

/** The values of some rows of a column. */
export function pick(values: Float64Array, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => values[row] ?? NaN);
}
