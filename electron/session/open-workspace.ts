import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Incoming, WorkspaceState } from '../contract';
import { optionsOf } from '../analytics';
import { query } from '../db/run';
import { stagesInUse, writeStageMap } from '../import/decide-stages';
import { lowCardinalityExtras } from '../import/extra-dimensions';
import { UserError } from '../model/errors';
import type { Settings } from '../model/settings';
import { changeSetting } from '../model/settings';
import { rowsOf } from '../model/table';
import type { Disk } from '../workspace/disk';
import { cloneFile, diskFault } from '../workspace/disk';
import { countRows } from '../workspace/tables';
import type { Workspace } from '../workspace/workspace';
import type { Ground } from './answer';
import { openWorkspace, placesOf } from '../workspace/workspace';
import { keptChecks } from './kept-checks';
import { mend } from './mend';
import { keepNotesById } from './notes';
import { stagesSaid } from './stage-words';

/** Opens a workspace, or makes it; rows that were lost are made again from the sources. Throws as `openWorkspace`. */
export async function openFolder(folder: string, create: boolean, disk?: Disk): Promise<Workspace> {
  const workspace = await openWorkspace(folder, create, disk);
  if (workspace.readOnly) return workspace;
  try {
    await mend(workspace);
    await keepNotesById(workspace);
    return workspace;
  } catch (error) {
    await workspace.close();
    throw error;
  }
}

/** What is open and what is in it; revision, as-of and rungs as the ground of its answers has them, so that who reads a revision is answered from its data. */
export async function stateOf(
  workspace: Workspace,
  { asOf, rungs, revision }: Pick<Ground, 'asOf' | 'rungs' | 'revision'>,
): Promise<WorkspaceState> {
  const { definitions, database } = workspace;
  const counts = await database.read(countRows);
  return {
    open: true,
    folder: workspace.folder,
    name: definitions.name,
    readOnly: workspace.readOnly,
    revision,
    asOf,
    settings: Object.fromEntries(
      Object.entries(definitions.settings).map(([key, value]) => [key, String(value)] as const),
    ),
    tables: Object.entries(counts).flatMap(([name, rows]) => (rows > 0 ? [{ name, rows }] : [])),
    typed: Object.entries(definitions.entered).flatMap(([name, rows]) =>
      rows.length > 0 ? [{ name, rows: rows.length }] : [],
    ),
    sources: definitions.imports.flatMap(({ id, imported_at, files }) =>
      files.map(({ file, table, rows }) => ({ import_id: id, file, table: table ?? '', rows, imported_at })),
    ),
    checks: [...(await keptChecks(database, definitions.settings.currency))],
    notices: [...workspace.notices],
    stages: await database.read(stagesKnown),
    extraDimensions: await database.read(lowCardinalityExtras),
    rungs: [...rungs],
    views: definitions.views,
  };
}

async function stagesKnown(connection: DuckDBConnection): Promise<WorkspaceState['stages']> {
  const rows = rowsOf(await query(connection, 'select stage, target, confirmed from stage_map order by stage'));
  return rows.map(({ stage, target, confirmed }) => ({
    stage: String(stage ?? ''),
    target: typeof target === 'string' ? target : null,
    confirmed: confirmed === true,
  }));
}

/** The state while nothing is open. */
export const closedState: WorkspaceState = {
  open: false,
  folder: null,
  name: null,
  readOnly: false,
  revision: 0,
  asOf: null,
  settings: {},
  tables: [],
  typed: [],
  sources: [],
  checks: [],
  notices: [],
  stages: [],
  extraDimensions: [],
  rungs: [],
  views: [],
};

/** The settings with some of them changed, each checked, options against their metric. Throws `unknown_setting`, `bad_setting`. */
export function changedSettings(settings: Settings, pairs: readonly (readonly [key: string, value: string])[]) {
  return pairs.reduce((changed, [key, value]) => {
    const next = changeSetting(changed, key, value);
    if (key.startsWith('option.') && value.trim() !== '') checkOption(key, value.trim());
    return next;
  }, settings);
}

function checkOption(key: string, value: string): void {
  const [, metric = '', option = ''] = key.split('.');
  try {
    optionsOf(metric, { [option]: value });
  } catch (error) {
    if (error instanceof UserError && error.code === 'unknown_metric') throw new UserError('unknown_setting', { key });
    throw error instanceof UserError ? new UserError('bad_setting', { key, value }) : error;
  }
}

/** Changes settings, all or none, and saves them; a stage's rung goes to where metrics find it. Throws `unknown_setting`, `bad_setting`, `workspace_read_only`. */
export async function saveSettings(
  workspace: Workspace,
  pairs: readonly (readonly [key: string, value: string])[],
): Promise<void> {
  const { definitions, database } = workspace;
  const settings = changedSettings(definitions.settings, pairs);
  const stages = stagesSaid({ imports: definitions.imports, settings });
  const keys = pairs.map(([key]) => key);
  await workspace.keep((now) => ({ ...now, settings, stages, chosen: [...new Set([...now.chosen, ...keys])] }));
  if (pairs.some(([key]) => key.startsWith('stage.')))
    await database.write(async (connection) => writeStageMap(connection, await stagesInUse(connection, stages)));
}

/** Copies a file into `incoming/`. Throws `file_missing`, `file_is_folder`, `file_unreadable`, `disk_full`, `workspace_read_only`. */
export async function stageFile(workspace: Workspace, path: string): Promise<Incoming> {
  if (workspace.readOnly) throw new UserError('workspace_read_only', { folder: workspace.folder });
  const name = basename(path);
  const before = await sourceStat(path, name);
  const stored = `${randomUUID()}/${name}`;
  const target = join(placesOf(workspace.folder).incoming, stored);
  try {
    await cloneFile(path, target);
    // A database that was not closed has its latest rows in a log beside it, which is read with it.
    if (existsSync(`${path}.wal`)) await cloneFile(`${path}.wal`, `${target}.wal`);
  } catch (error) {
    await rm(target, { force: true });
    if (hasCode(error, 'EACCES', 'EPERM'))
      throw new UserError('file_unreadable', { file: name, reason: 'no permission' });
    throw diskFault(error, workspace.folder);
  }
  const after = await sourceStat(path, name);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    await rm(target, { force: true });
    throw new UserError('file_unreadable', { file: name, reason: 'it changed while it was copied' });
  }
  return { stored, name };
}

async function sourceStat(path: string, file: string): Promise<{ size: number; mtimeMs: number }> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new UserError('file_is_folder', { file });
    if (!found.isFile()) throw new UserError('file_unreadable', { file, reason: 'not an ordinary file' });
    return { size: found.size, mtimeMs: found.mtimeMs };
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) throw new UserError('file_missing', { file });
    throw new UserError('file_unreadable', { file, reason: error instanceof Error ? error.message : String(error) });
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
