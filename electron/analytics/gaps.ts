/**
 * Rows that a metric cannot use because a field it needs is empty. Which fields that are is said once, here; the statement beside it finds and counts them under the filters
 * and groups of any metric, and is not asked at all where nothing of what a metric needs is lacking.
 */
import type { Cell, Table } from '../model/table';
import { numberColumn, numbersOf, textColumn, textsOf, withColumns } from '../model/table';
import { metric } from './metric';
import { neededBy } from './needed';
import sql from './gaps.sql?raw';

/** The statement over rows that lack something, as a metric that every dimension fits. Parameter: `lacks`, the fields asked about. */
export const gaps = metric({
  spec: '',
  title: '',
  sql,
  kind: 'count',
  unit: 'count',
  attribution: 'current',
  day: "coalesce(day_on, date '9999-01-01')",
  teamColumn: 'team_id',
  unitId: 'row_id',
});

/** The fields without which a metric leaves a row out, and does not count it by itself. */
export function lacksOf(id: string): readonly string[] {
  return Object.entries(neededBy).flatMap(([lack, metrics]) => (metrics.includes(id) ? [lack] : []));
}

/**
 * A finished answer whose `excluded` names what else was left out: counts of `gaps` by the same groups, in the first row of each group, so that a sum over rows counts nothing twice.
 * A group of which nothing could be used gets a row that says so.
 */
export function withGaps(table: Table, by: readonly string[], counted: Table): Table {
  const found = new Map<string, Record<string, number>>();
  const names = new Map<string, readonly (string | null)[]>();
  const groups = by.map((_, i) => textsOf(counted, `by_${i + 1}`));
  const counts = numbersOf(counted, 'rows');
  textsOf(counted, 'left_out').forEach((reason, row) => {
    const group = groups.map((texts) => texts[row] ?? null);
    const key = JSON.stringify(group);
    names.set(key, group);
    found.set(key, { ...found.get(key), [reason ?? '']: counts[row] ?? 0 });
  });
  const firsts = firstRows(table, by);
  const lost = [...names].flatMap(([key, group]) => (firsts.has(key) ? [] : [group]));
  const whole = withEmptyRows(table, by, lost);
  const rows = firstRows(whole, by);
  const texts = textsOf(whole, 'excluded');
  for (const [key, more] of found) {
    const row = rows.get(key) ?? 0;
    texts[row] = JSON.stringify(summed(JSON.parse(texts[row] ?? '{}') as Record<string, number>, more));
  }
  return withColumns(whole, [textColumn('excluded', 'label', texts)]);
}

function summed(some: Readonly<Record<string, number>>, more: Readonly<Record<string, number>>): object {
  const all: Record<string, number> = { ...some };
  for (const [reason, n] of Object.entries(more)) all[reason] = (all[reason] ?? 0) + n;
  return all;
}

// Place of the first row of each group.
function firstRows(table: Table, by: readonly string[]): Map<string, number> {
  const texts = by.map((name) => textsOf(table, name));
  const firsts = new Map<string, number>();
  for (let row = table.length - 1; row >= 0; row--) firsts.set(JSON.stringify(texts.map((of) => of[row] ?? null)), row);
  return firsts;
}

function withEmptyRows(table: Table, by: readonly string[], groups: readonly (readonly (string | null)[])[]): Table {
  if (groups.length === 0) return table;
  const length = table.length + groups.length;
  const empty: Readonly<Record<string, Cell>> = { n: 0, state: 'thin', reason: 'empty', excluded: '{}' };
  const cells = (name: string): Cell[] =>
    groups.map((group) => (by.includes(name) ? (group[by.indexOf(name)] ?? null) : (empty[name] ?? null)));
  const columns = table.columns.map((column) => {
    if (column.kind === 'text') {
      const added = cells(column.name).map((cell) => (cell === null ? null : String(cell)));
      return textColumn(column.name, column.unit, [...textsOf(table, column.name), ...added]);
    }
    const added = cells(column.name).map((cell) => (typeof cell === 'number' ? cell : null));
    return numberColumn(column.name, column.unit, [...column.values, ...added]);
  });
  return { length, columns };
}
