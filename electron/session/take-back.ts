import type { DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { change, transaction } from '../db/run';
import { stagesInUse, writeStageMap } from '../import/decide-stages';
import { distrusting } from '../import/load-file';
import { removeFiles, rowsOfFiles, scrubFreed } from '../import/undo';
import { UserError } from '../model/errors';
import type { Settings } from '../model/settings';
import { defaultSettings } from '../model/settings';
import type { Definitions, ImportEntry } from '../workspace/definitions';
import { refreshViews, revisionOf, setAliases, setRevision, storedFiles } from '../workspace/tables';
import type { Workspace } from '../workspace/workspace';
import { placesOf } from '../workspace/workspace';
import { keptChangeFile } from './mend';
import { extrasOf, replayAll } from './replay';
import { stagesSaid, withoutWord } from './stage-words';

/**
 * Takes an import back: rows, replaced rows, decisions, source files; gives the rows removed by table.
 * When no later import met the same tables its rows are simply taken out; else everything is read again from the remaining sources.
 * `unsaved` takes back rows of an import that never reached the definitions. Throws `import_missing`.
 */
export async function takeBack(
  workspace: Workspace,
  importId: string,
  unsaved = false,
): Promise<Record<string, number>> {
  if (workspace.readOnly) throw new UserError('workspace_read_only', { folder: workspace.folder });
  const before = workspace.definitions;
  const entry = before.imports.find(({ id }) => id === importId);
  if (!entry && !unsaved) throw new UserError('import_missing', { importId });
  const next = entry ? withoutImport(before, entry) : before;
  const number = Number(importId);
  const removed = await workspace.database.write(async (connection) => {
    const files = await storedFiles(connection);
    const own = files.filter((file) => file.importNumber === number).map((file) => file.number);
    const counts = await rowsOfFiles(connection, own);
    await distrusting((distrusted) =>
      transaction(connection, async () => {
        if (isLatestOfItsTables(before, entry)) await removeFiles(connection, own, extrasOf(next));
        else await replayAll(connection, workspace.folder, next, distrusted);
        await change(connection, 'delete from store.files where import_number = cast($number as integer)', { number });
        await setAliases(connection, next.aliases);
        await refreshViews(connection);
        await writeStageMap(connection, await stagesInUse(connection, next.stages));
        await setRevision(connection, next.revision);
      }),
    );
    return counts;
  });
  if (entry) {
    await workspace.keep(withLoaded(before, next));
    await workspace.database.write(scrubFreed).catch(() => undefined);
  } else await workspace.database.write((connection) => change(connection, 'force checkpoint')).catch(() => undefined);
  await rm(join(placesOf(workspace.folder).sources, importId), { recursive: true, force: true });
  return { ...removed };
}

/**
 * Takes one file of an import back: its rows, what they had replaced, and the file itself; the other files are read again. An import of that file alone is taken back whole.
 * Throws `import_missing`.
 */
export async function takeFileBack(
  workspace: Workspace,
  importId: string,
  file: string,
): Promise<Record<string, number>> {
  if (workspace.readOnly) throw new UserError('workspace_read_only', { folder: workspace.folder });
  const before = workspace.definitions;
  const entry = before.imports.find(({ id }) => id === importId);
  const gone = entry?.files.filter((other) => other.file === file) ?? [];
  if (!entry || gone.length === 0) throw new UserError('import_missing', { importId });
  if (gone.length === entry.files.length) return takeBack(workspace, importId);
  const left = { ...entry, files: entry.files.filter((other) => other.file !== file) };
  const imports = before.imports.map((other) => (other === entry ? left : other));
  const stages = stagesSaid({ imports, settings: before.settings });
  const next = { ...before, revision: before.revision + 1, imports, stages };
  const count = await workspace.database.write(async (connection) => {
    const rows = await rowsOfFiles(connection, await numbersOfFile(connection, importId, file));
    await distrusting((distrusted) =>
      transaction(connection, async () => {
        await replayAll(connection, workspace.folder, next, distrusted);
        await setRevision(connection, next.revision);
      }),
    );
    return rows;
  });
  await workspace.keep(withLoaded(before, next));
  await workspace.database.write(scrubFreed).catch(() => undefined);
  const { sources } = placesOf(workspace.folder);
  // What is kept beside the sources names the file and its columns, and is of no more use.
  const files = [...new Set(gone.map((one) => one.stored))];
  const stored = [...files, ...files.map((name) => `${name}.wal`), join(importId, keptChangeFile)];
  for (const name of stored) await rm(join(sources, name), { force: true });
  return { ...count };
}

/** Puts what loading or taking back changed into the definitions as they are by now; the rest may have been changed meanwhile, and a currency that was chosen stays. */
export function withLoaded(before: Definitions, next: Definitions): (now: Definitions) => Definitions {
  const { revision, imports, stages, aliases } = next;
  const changed = Object.entries(next.settings).filter(
    ([key, value]) => before.settings[key as keyof Settings] !== value,
  );
  return (now) => {
    const own = changed.filter(([key]) => key !== 'currency' || !now.chosen.includes(key));
    return { ...now, revision, imports, stages, aliases, settings: { ...now.settings, ...Object.fromEntries(own) } };
  };
}

async function numbersOfFile(connection: DuckDBConnection, importId: string, file: string): Promise<number[]> {
  const files = await storedFiles(connection);
  const own = (name: string) => name === file || name.startsWith(`${file} (`);
  return files
    .filter(({ importNumber, name }) => importNumber === Number(importId) && own(name))
    .map(({ number }) => number);
}

/** Takes out rows of a load that was neither kept nor taken back, as after a disk that was full twice. */
export async function dropLeftover(workspace: Workspace): Promise<void> {
  const { revision } = workspace.definitions;
  const found = await workspace.database.write(revisionOf);
  if (found !== revision) await takeBack(workspace, String(found), true);
}

function isLatestOfItsTables(definitions: Definitions, entry: ImportEntry | undefined): boolean {
  if (!entry) return true;
  const tables = tablesIn(entry);
  const later = definitions.imports.slice(definitions.imports.indexOf(entry) + 1);
  return later.every((other) => [...tablesIn(other)].every((table) => !tables.has(table)));
}

function tablesIn(entry: ImportEntry): Set<string> {
  return new Set(
    entry.files.flatMap(({ table, map }) => {
      const also = (map.also ?? []).map((further) => String(further['table']));
      return [...(table === null ? [] : [table]), ...also];
    }),
  );
}

// What only this import's mapping had confirmed goes with it; what it had overruled comes back.
function withoutImport(before: Definitions, entry: ImportEntry): Definitions {
  const imports = before.imports.filter((other) => other !== entry);
  const words = withoutWord(before.settings, entry);
  const settings = imports.length > 0 || before.chosen.includes('currency') ? words : withoutData(words);
  const aliases = aliasesWithout(before, entry, imports);
  return {
    ...before,
    revision: before.revision + 1,
    settings,
    imports,
    stages: stagesSaid({ imports, settings }),
    aliases,
  };
}

function aliasesWithout(
  before: Definitions,
  entry: ImportEntry,
  imports: readonly ImportEntry[],
): Record<string, Record<string, string>> {
  const aliases: Record<string, Record<string, string>> = Object.fromEntries(
    Object.entries(before.aliases).map(([table, names]) => [table, { ...names }] as const),
  );
  for (const { map } of entry.files) {
    for (const [table, names] of Object.entries(map.aliases ?? {})) {
      for (const [alias, id] of Object.entries(names)) if (aliases[table]?.[alias] === id) delete aliases[table][alias];
      if (Object.keys(aliases[table] ?? {}).length === 0) delete aliases[table];
    }
  }
  for (const { map } of imports.flatMap(({ files }) => files)) {
    for (const [table, names] of Object.entries(map.aliases ?? {})) aliases[table] = { ...names, ...aliases[table] };
  }
  return aliases;
}

// What the data had said and nobody chose is as open as before there were any.
function withoutData(settings: Settings): Settings {
  return { ...settings, currency: defaultSettings.currency };
}
