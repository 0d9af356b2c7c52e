import { takeRows } from '../analytics/groups';
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { textsOf } from '../model/table';

/** The rows that filters by these columns of a finished answer leave; the very table where there is none. */
export function chosenRows(table: Table, names: readonly string[], filters: Question['filters']): Table {
  const wanted = names.flatMap((name) => {
    const values = filters[name];
    return values ? [{ texts: textsOf(table, name), values: new Set(values) }] : [];
  });
  if (wanted.length === 0) return table;
  const rows = Array.from({ length: table.length }, (_, row) => row);
  return takeRows(
    table,
    rows.filter((row) => wanted.every(({ texts, values }) => values.has(texts[row] ?? ''))),
  );
}
