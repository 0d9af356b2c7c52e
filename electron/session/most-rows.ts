import { takeRows } from '../analytics/groups';
import type { Cell, Table } from '../model/table';
import { columnOf, numbersOf, textsOf } from '../model/table';

/** How many rows of an answer are wanted, and the column they are the largest in, or the smallest where it ascends. */
export interface Most {
  readonly rows: number;
  readonly by: string;
  readonly ascending?: boolean | undefined;
}

/** The rows that come first by a column, largest first unless it ascends, missing ones last and ties in the answer's own order; all of them where they fit or nothing is asked. */
export function mostOf(table: Table, most: Most | undefined): Table {
  if (!most || table.length <= most.rows) return table;
  const cells = cellsOf(table, most.by);
  const sign = most.ascending ? 1 : -1;
  const order = cells
    .map((_, row) => row)
    .sort((a, b) => {
      const [x = null, y = null] = [cells[a], cells[b]];
      if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
      return sign * compared(x, y) || a - b;
    });
  return takeRows(table, order.slice(0, most.rows));
}

function cellsOf(table: Table, name: string): readonly Cell[] {
  if (columnOf(table, name)?.kind === 'text') return textsOf(table, name);
  return Array.from(numbersOf(table, name), (value) => (Number.isNaN(value) ? null : value));
}

const collator = new Intl.Collator(undefined, { numeric: true });

function compared(a: NonNullable<Cell>, b: NonNullable<Cell>): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
