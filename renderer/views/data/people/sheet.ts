/** The rows of a grid: imported ones with what was typed over them, then those typed alone. A cell that was not typed is the file's. */
import type { EnteredGrid } from '../../../../electron/contract';

export type Cells = Readonly<Record<string, string>>;

export interface SheetRow {
  readonly imported: Cells | null;
  readonly typed: Cells;
}

// Keys nobody thinks of while typing: rows get one of their own, and the column is not shown.
const givenKeys = new Set(['target_id', 'training_id', 'cost_id', 'coaching_id', 'survey_id']);

/** Fields shown as columns, in the model's order. */
export function columnsOf(grid: EnteredGrid): EnteredGrid['fields'] {
  return grid.fields.filter(({ name }) => !(grid.key.includes(name) && givenKeys.has(name)));
}

/** Rows of the sheet, without the empty one at its end. */
export function sheetOf(grid: EnteredGrid, typed: readonly Cells[]): readonly SheetRow[] {
  const keyOf = (cells: Cells): string => JSON.stringify(grid.key.map((name) => cells[name] ?? ''));
  const byKey = new Map(grid.key.length > 0 ? typed.map((cells) => [keyOf(cells), cells] as const) : []);
  const imported = grid.imported.map((cells) => ({ imported: cells, typed: byKey.get(keyOf(cells)) ?? {} }));
  const met = new Set(grid.key.length > 0 ? grid.imported.map(keyOf) : []);
  const own = typed.filter((cells) => grid.key.length === 0 || !met.has(keyOf(cells)));
  return [...imported, ...own.map((cells) => ({ imported: null, typed: cells }))];
}

/** The typed rows of a sheet, each with its key; a row in which nothing was typed is none. */
export function typedOf(grid: EnteredGrid, rows: readonly SheetRow[]): readonly Cells[] {
  return rows.flatMap(({ imported, typed }) => {
    const said = Object.fromEntries(
      Object.entries(typed).filter(([name, text]) => text !== '' && !(imported && grid.key.includes(name))),
    );
    if (Object.keys(said).length === 0) return [];
    const key = imported ? Object.fromEntries(grid.key.map((name) => [name, imported[name] ?? ''] as const)) : {};
    return [{ ...key, ...said }];
  });
}

/** True for a cell that is a file's alone: the key of an imported row, and any cell of one in a table whose rows have no key. */
export function isFixed(grid: EnteredGrid, row: SheetRow | undefined, field: string): boolean {
  return !!row?.imported && (grid.key.length === 0 || grid.key.includes(field));
}

/** The sheet with a block of texts put in from one cell on; what falls on fixed cells or beyond the last column is left out. */
export function withBlock(
  grid: EnteredGrid,
  rows: readonly SheetRow[],
  at: { readonly row: number; readonly column: number },
  block: readonly (readonly string[])[],
): readonly SheetRow[] {
  const columns = columnsOf(grid);
  const next = [...rows];
  block.forEach((texts, down) => {
    const index = at.row + down;
    const row = next[index] ?? { imported: null, typed: newKey(grid, next) };
    const typed: Record<string, string> = { ...row.typed };
    texts.forEach((text, across) => {
      const field = columns[at.column + across];
      if (field && !isFixed(grid, row, field.name)) typed[field.name] = text.trim();
    });
    next[Math.min(index, next.length)] = { ...row, typed };
  });
  return next;
}

/** Fields named by the first line of a table text, in their order; null when the line names none, so that it is data. */
export function fieldsNamed(grid: EnteredGrid, line: readonly string[]): readonly string[] | null {
  const names = new Set(grid.fields.map(({ name }) => name));
  const found = line.map((text) => text.trim().toLowerCase());
  return found.some((name) => names.has(name)) ? found : null;
}

/** The sheet with the rows of a table text laid over or added, matched by key. */
export function withLines(
  grid: EnteredGrid,
  rows: readonly SheetRow[],
  fields: readonly string[],
  lines: readonly (readonly string[])[],
): readonly SheetRow[] {
  const known = new Set(grid.fields.map(({ name }) => name));
  return lines.reduce<readonly SheetRow[]>((sheet, line) => {
    const cells = Object.fromEntries(
      fields.flatMap((name, i) => (known.has(name) && line[i] ? [[name, line[i].trim()] as const] : [])),
    );
    const text = (row: SheetRow, name: string): string => row.typed[name] ?? row.imported?.[name] ?? '';
    const at =
      grid.key.length > 0 && grid.key.every((name) => cells[name])
        ? sheet.findIndex((row) => grid.key.every((name) => text(row, name) === cells[name]))
        : -1;
    if (at < 0) return [...sheet, { imported: null, typed: { ...newKey(grid, sheet), ...cells } }];
    return sheet.map((row, i) => (i === at ? { ...row, typed: { ...row.typed, ...cells } } : row));
  }, rows);
}

function newKey(grid: EnteredGrid, rows: readonly SheetRow[]): Cells {
  const [key = ''] = grid.key;
  if (!givenKeys.has(key)) return {};
  const taken = rows.map(({ typed }) => Number(/^entered-(\d+)$/.exec(typed[key] ?? '')?.[1] ?? 0));
  return { [key]: `entered-${Math.max(0, ...taken) + 1}` };
}
