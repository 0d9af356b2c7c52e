import type { Turn } from '../model/pause';
import type { Column, Table } from '../model/table';
import { columnOf, textColumn } from '../model/table';
import type { Unit } from '../model/units';

const byNames = ['by_1', 'by_2', 'by_3'] as const;

/** The rows of one asked group, with its labels. */
export interface Group {
  readonly by: readonly (string | null)[];
  readonly rows: readonly number[];
}

/** Rows by their asked group, in the order of the answer; one group without labels where nothing was asked or gathered. */
export function groupsOf(raw: Table): readonly Group[] {
  const columns = byNames.flatMap((name) => {
    const column = columnOf(raw, name);
    return column?.kind === 'text' ? [column] : [];
  });
  // Where nothing splits, all rows are one group.
  if (raw.length > 0 && columns.every(({ dictionary }) => dictionary.length === 0))
    return [{ by: columns.map(() => null), rows: Array.from({ length: raw.length }, (_, row) => row) }];
  const groups = new Map<number, { by: (string | null)[]; rows: number[] }>();
  let [last, rows]: [number, number[]] = [-1, []];
  for (let row = 0; row < raw.length; row++) {
    let key = 0;
    for (const column of columns) key = key * (column.dictionary.length + 1) + (column.codes[row] ?? -1) + 1;
    if (key !== last) {
      const group = groups.get(key) ?? {
        by: columns.map(({ dictionary, codes }) => dictionary[codes[row] ?? -1] ?? null),
        rows: [],
      };
      groups.set(key, group);
      [last, rows] = [key, group.rows];
    }
    rows.push(row);
  }
  return groups.size > 0 ? [...groups.values()] : [{ by: [null, null, null], rows: [] }];
}

/** A line under the labels of its group. */
export interface GroupLine {
  readonly by: Group['by'];
  readonly line: Line;
}

/** Most turns given over all the groups of an answer: each takes a moment itself. */
const mostTurns = 500;

/** The lines that each group comes to, with turns for others between them. */
export async function linesByGroup(
  raw: Table,
  turn: Turn,
  linesOf: (group: Group) => readonly Line[] | Promise<readonly Line[]>,
): Promise<readonly GroupLine[]> {
  const lines: GroupLine[] = [];
  const groups = groupsOf(raw);
  const stride = Math.ceil(groups.length / mostTurns);
  for (const [place, group] of groups.entries()) {
    if (place % stride === 0) await turn();
    for (const line of await linesOf(group)) lines.push({ by: group.by, line });
  }
  return lines;
}

/** A row as a finishing step writes it: missing or undefined is null. */
export type Line = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Lines of groups as a table with their labels in front; units say which columns are text. Not for lists of more than some thousand lines. */
export function tableOf(lines: readonly GroupLine[], units: Readonly<Record<string, Unit>>): Table {
  const labels = byNames.map((name, i) =>
    textColumn(
      name,
      'label',
      lines.map(({ by }) => by[i] ?? null),
    ),
  );
  const columns = Object.entries(units).map(([name, unit]): Column => {
    if (unit !== 'label') return { kind: 'number', name, unit, values: numbersIn(lines, name) };
    const cells = lines.map(({ line }) => line[name] ?? null);
    return textColumn(
      name,
      unit,
      cells.map((cell) => (cell === null ? null : String(cell))),
    );
  });
  return { length: lines.length, columns: [...labels, ...columns] };
}

function numbersIn(lines: readonly GroupLine[], name: string): Float64Array {
  const values = new Float64Array(lines.length);
  for (let at = 0; at < lines.length; at++) values[at] = Number(lines[at]!.line[name] ?? NaN);
  return values;
}

/** Envelope columns a finishing step may fill, with the unit of the value. */
export function envelopeUnits(unit: Unit): Readonly<Record<string, Unit>> {
  return {
    value: unit,
    numerator: 'count',
    denominator: 'count',
    n: 'count',
    lower: unit,
    upper: unit,
    method: 'label',
    state: 'label',
    reason: 'label',
  };
}

/** Only these rows of a table, in that order. */
export function takeRows(table: Table, rows: ArrayLike<number>): Table {
  return { length: rows.length, columns: table.columns.map((column) => ({ ...takenLater(column, rows) })) };
}

/** The same for a table that is a step on the way to another: a column is taken when it is first read, and of what is taken again never. */
export function takeRowsLater(table: Table, rows: ArrayLike<number>): Table {
  const origin = origins.get(table);
  const [whole, places] = origin
    ? [origin.table, taken(origin.rows, rows, new Int32Array(rows.length).fill(-1))]
    : [table, rows];
  const later = { length: rows.length, columns: whole.columns.map((column) => takenLater(column, places)) };
  origins.set(later, { table: whole, rows: places });
  return later;
}

const origins = new WeakMap<Table, { readonly table: Table; readonly rows: ArrayLike<number> }>();

function takenLater(column: Column, rows: ArrayLike<number>): Column {
  const { name, unit } = column;
  if (column.kind === 'text') {
    let codes: Int32Array | undefined;
    return {
      kind: 'text',
      name,
      unit,
      dictionary: column.dictionary,
      get codes() {
        return (codes ??= taken(column.codes, rows, new Int32Array(rows.length).fill(-1)));
      },
    };
  }
  let values: Float64Array | undefined;
  return {
    kind: 'number',
    name,
    unit,
    get values() {
      return (values ??= taken(column.values, rows, new Float64Array(rows.length).fill(NaN)));
    },
  };
}

// A loop: `from` with a function takes ten times as long.
function taken<A extends Int32Array | Float64Array>(from: ArrayLike<number>, rows: ArrayLike<number>, out: A): A {
  for (let at = 0; at < rows.length; at++) {
    const value = from[rows[at]!];
    if (value !== undefined) out[at] = value;
  }
  return out;
}
