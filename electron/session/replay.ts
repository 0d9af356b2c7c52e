import type { DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import type { ImportMap } from '../contract';
import { QueryError, change } from '../db/run';
import { ident, sql } from '../db/sql';
import { removeTranscripts } from '../import/read';
import { UserError } from '../model/errors';
import { tableNames } from '../model/tables';
import type { Definitions, ImportEntry } from '../workspace/definitions';
import { writeEntered } from '../workspace/entered';
import { refreshViews, storedTables } from '../workspace/tables';
import { placesOf } from '../workspace/workspace';
import type { LoadInput } from './load-files';
import { partKey } from '../import/load-warning';
import { loadFiles } from './load-files';

/** Makes all rows anew from the source files and the mappings that were decided, inside the transaction that is open. Throws `workspace_damaged` naming a source that cannot be read. */
export async function replayAll(
  connection: DuckDBConnection,
  folder: string,
  definitions: Definitions,
  distrusted: ReadonlySet<string>,
): Promise<void> {
  const stored = await storedTables(connection);
  for (const name of tableNames)
    if (stored.has(name)) await change(connection, sql`drop table store.${ident(name)}`.text);
  await change(connection, 'delete from store.files');
  await change(connection, 'delete from store.lines');
  for (const entry of definitions.imports) await replayOne(connection, folder, definitions, entry, distrusted);
  await writeEntered(connection, definitions.entered);
  await refreshViews(connection);
}

async function replayOne(
  connection: DuckDBConnection,
  folder: string,
  definitions: Definitions,
  entry: ImportEntry,
  distrusted: ReadonlySet<string>,
): Promise<void> {
  const places = placesOf(folder);
  const inputs = new Map<string, LoadInput>();
  const map: Record<string, ImportMap[string]> = {};
  // A file of which nothing came in is kept, and not read again.
  const bringing = new Set(entry.files.filter(({ table }) => table !== null).map(({ stored }) => stored));
  for (const { stored, file, part, map: decided } of entry.files.filter((file) => bringing.has(file.stored))) {
    inputs.set(stored, { incoming: { stored, name: file }, path: join(places.sources, stored) });
    map[partKey(file, part)] = decided;
  }
  const start = {
    zone: definitions.settings.time_zone,
    currency: definitions.settings.currency,
    currencyIs: null,
    scratch: places.tmp,
    distrusted,
    importNumber: Number(entry.id),
    now: entry.imported_at,
    remembered: [],
    stages: definitions.stages,
    aliases: definitions.aliases,
  };
  try {
    await loadFiles(connection, [...inputs.values()], map, start, {});
  } catch (error) {
    throw sourceFault(error, folder, entry.id);
  } finally {
    await removeTranscripts(places.tmp);
  }
}

// A fault of the source, told apart from one of the disk or of the person's patience.
function sourceFault(error: unknown, folder: string, importId: string): unknown {
  if (error instanceof QueryError)
    return new UserError('workspace_damaged', { folder, importId, reason: error.message });
  if (!(error instanceof UserError) || ['disk_full', 'query_cancelled', 'not_open'].includes(error.code)) return error;
  const reason = `source ${String(error.args['file'] ?? '')}: ${error.code}`;
  return new UserError('workspace_damaged', { folder, importId, reason });
}

/** Extra columns that the imports of a workspace bring. */
export function extrasOf(definitions: Definitions): ReadonlySet<string> {
  return new Set(definitions.imports.flatMap(({ files }) => files.flatMap(({ extras }) => extras)));
}
