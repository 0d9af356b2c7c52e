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
export function takeRows(table: Table, rows: readonly number[]): Table {
  const columns = table.columns.map((column): Column =>
    column.kind === 'text'
      ? { ...column, codes: taken(column.codes, rows, new Int32Array(rows.length).fill(-1)) }
      : { ...column, values: taken(column.values, rows, new Float64Array(rows.length).fill(NaN)) },
  );
  return { length: rows.length, columns };
}

// A loop: `from` with a function takes ten times as long.
function taken<A extends Int32Array | Float64Array>(from: A, rows: readonly number[], out: A): A {
  for (let at = 0; at < rows.length; at++) {
    const value = from[rows[at]!];
    if (value !== undefined) out[at] = value;
  }
  return out;
}
