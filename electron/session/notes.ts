/** What the manager noted of people: kept by the rep's id, so that another name keeps it; told by the name on screen. */
import type { Database } from '../db/open';
import { query } from '../db/run';
import { UserError } from '../model/errors';
import { rowsOf } from '../model/table';
import type { Workspace } from '../workspace/workspace';

type Notes = Readonly<Record<string, string>>;

/** Every note by the person's name; by its key where that is nobody's id. */
export async function notesByName({ database, definitions }: Workspace): Promise<Notes> {
  const names = await namesById(database);
  return Object.fromEntries(Object.entries(definitions.notes).map(([key, note]) => [names.get(key) ?? key, note]));
}

/** Keeps what the manager noted of a person; an empty note is none. */
export async function saveNote(workspace: Workspace, rep: string, note: string): Promise<void> {
  if (['__proto__', 'constructor', 'prototype'].includes(rep))
    throw new UserError('entry_unreadable', { table: 'notes', row: 1, field: 'rep_id', value: rep, expected: 'id' });
  const id = idOf(rep, await namesById(workspace.database));
  await workspace.keep((now) => {
    const { [rep]: _byName, [id]: _byId, ...others } = now.notes;
    return { ...now, notes: note === '' ? others : { ...others, [id]: note } };
  });
}

/** Notes that an earlier version kept by name are kept by id from now on, where one person alone is called so. */
export async function keepNotesById(workspace: Workspace): Promise<void> {
  if (Object.keys(workspace.definitions.notes).length === 0) return;
  const names = await namesById(workspace.database);
  const byId = (notes: Notes): Notes =>
    Object.fromEntries(Object.entries(notes).map(([key, note]) => [idOf(key, names), note]));
  if (JSON.stringify(byId(workspace.definitions.notes)) === JSON.stringify(workspace.definitions.notes)) return;
  await workspace.keep((now) => ({ ...now, notes: byId(now.notes) }));
}

// As people are named on screen: where several have a name, with their id.
const labels = `
select rep_id, case when count(*) over (partition by name) > 1 then name || ' (' || rep_id || ')' else name end as name
from reps
where name is not null
order by rep_id`;

async function namesById(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.read(async (connection) => rowsOf(await query(connection, labels)));
  return new Map(rows.map(({ rep_id, name }) => [String(rep_id), String(name)]));
}

// The id of the only person called so; what was given where there is none.
function idOf(rep: string, names: ReadonlyMap<string, string>): string {
  const ids = [...names].flatMap(([id, name]) => (name === rep ? [id] : []));
  return names.has(rep) || ids.length !== 1 ? rep : (ids[0] ?? rep);
}
