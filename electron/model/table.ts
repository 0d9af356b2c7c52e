import type { Unit } from './units';

/** One column of an answer. Missing is NaN in `values` and -1 in `codes`; dates are days and instants milliseconds since 1970 UTC. */
export type Column = NumberColumn | TextColumn;

export interface NumberColumn {
  readonly kind: 'number';
  readonly name: string;
  readonly unit: Unit;
  readonly values: Float64Array;
}

export interface TextColumn {
  readonly kind: 'text';
  readonly name: string;
  readonly unit: Unit;
  readonly dictionary: readonly string[];
  readonly codes: Int32Array;
}

/** A result as typed columns: what the engine computes with, what becomes Arrow for the page and JSON for the command. */
export interface Table {
  readonly length: number;
  readonly columns: readonly Column[];
}

/** A result without rows or columns. */
export const emptyTable: Table = { length: 0, columns: [] };

/** One cell as plain data: null where missing, flags as booleans. */
export type Cell = number | string | boolean | null;

/** Column of that name, or undefined. */
export function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** Numbers of a column; all missing when the table has no such column. */
export function numbersOf(table: Table, name: string): Float64Array {
  const column = columnOf(table, name);
  return column?.kind === 'number' ? column.values : new Float64Array(table.length).fill(NaN);
}

/** Texts of a column, null where missing; all null when the table has no such column. */
export function textsOf(table: Table, name: string): (string | null)[] {
  const column = columnOf(table, name);
  if (column?.kind !== 'text') return new Array<string | null>(table.length).fill(null);
  return Array.from(column.codes, (code) => column.dictionary[code] ?? null);
}

/** Reads the text of a row, null where missing; for a few rows of a long column. */
export function textAt(table: Table, name: string): (row: number) => string | null {
  const column = columnOf(table, name);
  if (column?.kind !== 'text') return () => null;
  const { dictionary, codes } = column;
  return (row) => dictionary[codes[row] ?? -1] ?? null;
}

/** Number column from values, null becoming missing. */
export function numberColumn(name: string, unit: Unit, values: ArrayLike<number | null>): NumberColumn {
  const out = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) out[i] = values[i] ?? NaN;
  return { kind: 'number', name, unit, values: out };
}

/** Text column from values, each distinct text stored once. */
export function textColumn(name: string, unit: Unit, values: readonly (string | null)[]): TextColumn {
  const index = new Map<string, number>();
  const codes = new Int32Array(values.length);
  values.forEach((value, i) => {
    if (value === null) return void (codes[i] = -1);
    let code = index.get(value);
    if (code === undefined) index.set(value, (code = index.size));
    codes[i] = code;
  });
  return { kind: 'text', name, unit, dictionary: [...index.keys()], codes };
}

/** The same table with these columns put in place of those of the same name, or added at the end. */
export function withColumns(table: Table, columns: readonly Column[]): Table {
  const byName = new Map(table.columns.map((column) => [column.name, column] as const));
  for (const column of columns) byName.set(column.name, column);
  return { length: table.length, columns: [...byName.values()] };
}

/** Only the named columns, in that order; unknown names are left out. */
export function pickColumns(table: Table, names: readonly string[]): Table {
  const found = names.map((name) => columnOf(table, name)).filter((column) => column !== undefined);
  return { length: table.length, columns: found };
}

/** One cell as plain data; dates as `YYYY-MM-DD`, instants as ISO 8601 in UTC. */
export function cellOf(column: Column, row: number): Cell {
  if (column.kind === 'text') return column.dictionary[column.codes[row] ?? -1] ?? null;
  const value = column.values[row] ?? NaN;
  if (Number.isNaN(value)) return null;
  if (column.unit === 'flag') return value !== 0;
  if (column.unit === 'date') return new Date(value * 86_400_000).toISOString().slice(0, 10);
  if (column.unit === 'instant') return new Date(value).toISOString();
  return value;
}

/** Rows as objects, for JSON and tests; never on the way to the page. */
export function rowsOf(table: Table): Record<string, Cell>[] {
  return Array.from({ length: table.length }, (_, row) => {
    const out: Record<string, Cell> = {};
    for (const column of table.columns) out[column.name] = cellOf(column, row);
    return out;
  });
}

/** Tables of the same columns one below the other; columns missing in one are missing cells there. */
export function stackTables(tables: readonly Table[]): Table {
  const [first] = tables;
  if (!first || tables.length === 1) return first ?? { length: 0, columns: [] };
  const length = tables.reduce((sum, table) => sum + table.length, 0);
  const columns = first.columns.map((column): Column => {
    if (column.kind === 'text') {
      return textColumn(
        column.name,
        column.unit,
        tables.flatMap((table) => textsOf(table, column.name)),
      );
    }
    const values = new Float64Array(length);
    let at = 0;
    for (const table of tables) {
      values.set(numbersOf(table, column.name), at);
      at += table.length;
    }
    return { ...column, values };
  });
  return { length, columns };
}
