/** Rows a person types in: shown beside the imported ones of the same table, saved whole, never touched by an import. */
import type { EnteredGrid } from '../contract';
import { query, transaction } from '../db/run';
import { ident, join, raw, sql } from '../db/sql';
import type { EnteredName, EnteredRow } from '../model/entered';
import { faultsIn } from '../model/entered';
import { UserError } from '../model/errors';
import { rowsOf } from '../model/table';
import { tableModel } from '../model/tables';
import { writeEntered } from '../workspace/entered';
import { importedAlone, refreshViews, setRevision } from '../workspace/tables';
import type { Workspace } from '../workspace/workspace';

/** Most imported rows shown beside the typed ones. */
const shownRows = 500;

/** A table as a grid: its fields, the typed rows, and the first imported ones as texts. */
export async function enteredGrid(workspace: Workspace, table: EnteredName): Promise<EnteredGrid> {
  const { fields, key } = tableModel(table);
  const cells = fields.map(({ name, type }) => {
    const text =
      type === 'list'
        ? sql`array_to_string(${ident(name)}, ', ')`
        : type === 'ts'
          ? sql`strftime(${ident(name)}, '%Y-%m-%d')`
          : sql`cast(${ident(name)} as varchar)`;
    return sql`${text} as ${ident(name)}`;
  });
  const order = key.length > 0 ? join(key.map(ident)) : raw('src_row');
  const found = await workspace.database.read(async (connection) => {
    const from = sql`(${await importedAlone(connection, table)})`;
    const rows = sql`select ${join(cells)} from ${from} order by ${order} limit ${raw(String(shownRows))}`;
    const count = sql`select count(*)::int as n from ${from}`;
    return {
      rows: rowsOf(await query(connection, rows.text)),
      count: rowsOf(await query(connection, count.text))[0]?.['n'],
    };
  });
  return {
    fields: fields.map(({ name, type, required, references, values }) => ({
      name,
      type,
      required,
      references,
      values: [...values],
    })),
    key: [...key],
    typed: workspace.definitions.entered[table] ?? [],
    imported: found.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([name, cell]) => (cell === null ? [] : [[name, String(cell)] as const])),
      ),
    ),
    importedCount: Number(found.count ?? 0),
  };
}

/** Saves the typed rows of a table in place of those before. Throws `entry_unreadable` naming the first cell that cannot be taken; nothing is saved then. */
export async function saveEntered(
  workspace: Workspace,
  table: EnteredName,
  rows: readonly EnteredRow[],
): Promise<void> {
  if (workspace.readOnly) throw new UserError('workspace_read_only', { folder: workspace.folder });
  const known = new Set(tableModel(table).fields.map(({ name }) => name));
  const filled = rows.map((row) => filledIn(row, known)).filter((row) => Object.keys(row).length > 0);
  const [fault] = faultsIn(table, filled);
  if (fault)
    throw new UserError('entry_unreadable', {
      table,
      row: fault.row + 1,
      field: fault.field,
      value: fault.value,
      expected: fault.expected,
    });
  const before = workspace.definitions;
  const next = { ...before, revision: before.revision + 1, entered: { ...before.entered, [table]: filled } };
  await workspace.database.write((connection) =>
    transaction(connection, async () => {
      await writeEntered(connection, next.entered, [table]);
      await refreshViews(connection);
      await setRevision(connection, next.revision);
    }),
  );
  await workspace.keep((now) => ({ ...now, revision: next.revision, entered: next.entered }));
}

function filledIn(row: EnteredRow, known: ReadonlySet<string>): EnteredRow {
  return Object.fromEntries(Object.entries(row).filter(([name, value]) => value !== '' && known.has(name)));
}
