import type { Unit } from '../i18n/format';

/** One column of a chart's table. Missing is NaN in `values` and -1 in `codes`; dates are days and instants milliseconds since 1970 UTC. */
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

/** What a chart draws: columns of one length. The engine's own tables fit as they are. */
export interface Table {
  readonly length: number;
  readonly columns: readonly Column[];
}

/** Table of these columns; its length is the first one's. */
export function tableOf(...columns: readonly Column[]): Table {
  const [first] = columns;
  const length = first === undefined ? 0 : first.kind === 'number' ? first.values.length : first.codes.length;
  return { length, columns };
}

/** Number column from values, null becoming missing. */
export function numberColumn(name: string, unit: Unit, values: ArrayLike<number | null>): NumberColumn {
  return { kind: 'number', name, unit, values: Float64Array.from(values, (value) => value ?? NaN) };
}

/** Text column from values, each distinct text stored once. */
export function textColumn(name: string, values: readonly (string | null)[]): TextColumn {
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (value === null) return -1;
    const code = codeOf.get(value) ?? codeOf.size;
    codeOf.set(value, code);
    return code;
  });
  return { kind: 'text', name, unit: 'label', dictionary: [...codeOf.keys()], codes };
}

/** Numbers of a column; all missing when the table has no such number column. */
export function numbersOf(table: Table, name: string): Float64Array {
  const column = table.columns.find((each) => each.name === name);
  return column?.kind === 'number' ? column.values : new Float64Array(table.length).fill(NaN);
}

/** Texts of a column, null where missing; all null when the table has no such text column. */
export function textsOf(table: Table, name: string): (string | null)[] {
  const column = table.columns.find((each) => each.name === name);
  if (column?.kind !== 'text') return new Array<string | null>(table.length).fill(null);
  return Array.from(column.codes, (code) => column.dictionary[code] ?? null);
}

/** Unit of a column, or undefined when the table has no such column. */
export function unitOf(table: Table, name: string): Unit | undefined {
  return table.columns.find((each) => each.name === name)?.unit;
}
