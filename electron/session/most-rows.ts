import { takeRows } from '../analytics/groups';
import type { Table } from '../model/table';
import { numbersOf } from '../model/table';

/** How many rows of an answer are wanted, and the column they are the largest in. */
export interface Most {
  readonly rows: number;
  readonly by: string;
}

/** The rows largest in a column, largest first, missing ones last and ties in the answer's own order; all of them where they fit or nothing is asked. */
export function mostOf(table: Table, most: Most | undefined): Table {
  if (!most || table.length <= most.rows) return table;
  const values = numbersOf(table, most.by);
  const rank = (row: number): number => values[row] ?? NaN;
  const order = Array.from({ length: table.length }, (_, row) => row).sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return y - x || a - b;
  });
  return takeRows(table, order.slice(0, most.rows));
}
