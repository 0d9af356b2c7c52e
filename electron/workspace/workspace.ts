import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../db/open';
import { openDatabase } from '../db/open';
import { change } from '../db/run';
import type { ErrorArgs } from '../model/errors';
import { UserError } from '../model/errors';
import type { Definitions } from './definitions';
import { definitionsFile, freshDefinitions, readDefinitions, writeDefinitions } from './definitions';
import type { Disk } from './disk';
import { diskFault, emptyFolder, realDisk } from './disk';
import type { Hold } from './lock';
import { takeLock } from './lock';
import type { Sidecar } from './revision';
import { readSidecar, writeSidecar } from './revision';
import { countRows, createTables, revisionOf } from './tables';

/** Something the engine did by itself that a person should know of; words for each code are in `renderer/i18n`. */
export interface Notice {
  readonly code:
    | 'database_rebuilt'
    | 'definitions_from_backup'
    | 'unfinished_dropped'
    | 'read_only'
    | 'changes_recovered'
    | 'sources_missing';
  readonly args: ErrorArgs;
}

/** An open workspace folder. While `rebuild` is true its tables are empty and are to be filled again from `sources/`. */
export interface Workspace {
  readonly folder: string;
  readonly readOnly: boolean;
  readonly database: Database;
  readonly definitions: Definitions;
  /** Grows while the workspace is put in order at opening. */
  readonly notices: Notice[];
  readonly rebuild: boolean;
  /** After a committed change of the rows: checkpoint, definitions (the moment the change is kept), sidecar. One after the other: a function makes the next ones from those of its turn, so that nothing kept meanwhile is lost. */
  keep(next: Definitions | ((now: Definitions) => Definitions)): Promise<void>;
  close(): Promise<void>;
}

/** Places inside a workspace folder. */
export function placesOf(folder: string) {
  return {
    database: join(folder, 'data.duckdb'),
    sources: join(folder, 'sources'),
    incoming: join(folder, 'incoming'),
    tmp: join(folder, 'tmp'),
  };
}

/** Opens a workspace folder, making it when `create` is given and nothing is there. Throws `workspace_missing`, `_foreign`, `_newer`, `_damaged`, `_locked`, `folder_not_writable`. */
export async function openWorkspace(folder: string, create: boolean, disk: Disk = realDisk): Promise<Workspace> {
  await settle(folder, create);
  const readOnly = !(await isWritable(folder));
  const hold: Hold | null = readOnly ? null : await takeLock(folder);
  try {
    return await openHeld(folder, readOnly, hold, disk);
  } catch (error) {
    await hold?.release();
    throw error;
  }
}

async function settle(folder: string, create: boolean): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found && !found.isDirectory()) throw new UserError('workspace_foreign', { folder });
  if (!found && !create) throw new UserError('workspace_missing', { folder });
  const names = found ? await readdir(folder) : [];
  if (names.includes(definitionsFile) || names.includes(`${definitionsFile}.bak`)) return;
  // A crash while a workspace was being made leaves at most the first file's temporary name.
  if (names.some((name) => name !== `${definitionsFile}.part` && name !== 'lock.json'))
    throw new UserError('workspace_foreign', { folder });
  if (!create) throw new UserError(found ? 'workspace_foreign' : 'workspace_missing', { folder });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeDefinitions(folder, freshDefinitions(folder));
  } catch (error) {
    throw diskFault(error, folder);
  }
}

async function isWritable(folder: string): Promise<boolean> {
  const probe = join(folder, `.write-${process.pid}`);
  try {
    await (await open(probe, 'w', 0o600)).close();
    await rm(probe);
    return true;
  } catch (error) {
    if (
      diskFault(error, folder) instanceof UserError &&
      !(error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    )
      return false;
    throw diskFault(error, folder);
  }
}

async function openHeld(folder: string, readOnly: boolean, hold: Hold | null, disk: Disk): Promise<Workspace> {
  const notices: Notice[] = readOnly ? [{ code: 'read_only', args: { folder } }] : [];
  const { definitions, damaged } = await readDefinitions(folder, !readOnly);
  if (damaged !== null) notices.push({ code: 'definitions_from_backup', args: { kept: damaged } });
  if (!readOnly) {
    if (damaged !== null) await writeDefinitions(folder, definitions);
    await tidy(folder, notices);
  }
  const opened = await openRows(folder, readOnly, definitions, notices);
  return new OpenFolder(folder, readOnly, opened.database, definitions, notices, opened.rebuild, hold, disk);
}

// What a load had not finished is not half kept: the copies go, and the person is told.
async function tidy(folder: string, notices: Notice[]): Promise<void> {
  const left = await readdir(placesOf(folder).incoming).catch(() => []);
  if (left.length > 0) notices.push({ code: 'unfinished_dropped', args: { files: left.length } });
  await emptyFolder(folder, 'incoming');
  await emptyFolder(folder, 'tmp');
  await mkdir(placesOf(folder).sources, { recursive: true, mode: 0o700 });
}

interface OpenedRows {
  readonly database: Database;
  readonly rebuild: boolean;
}

async function openRows(
  folder: string,
  readOnly: boolean,
  definitions: Definitions,
  notices: Notice[],
): Promise<OpenedRows> {
  const { database: file } = placesOf(folder);
  const sidecar = await readSidecar(folder);
  if (readOnly) return { database: await openForReading(folder), rebuild: false };
  const fault =
    existsSync(file) || definitions.imports.length === 0 ? await tryRows(folder, definitions, sidecar) : 'missing';
  if (typeof fault !== 'string') return { database: fault, rebuild: false };
  const kept = await setAside(folder);
  const database = await openDatabase(file, { folder });
  await database.write(createTables);
  notices.push({ code: 'database_rebuilt', args: { reason: fault, kept } });
  return { database, rebuild: true };
}

// What cannot be written to cannot be mended either.
async function openForReading(folder: string): Promise<Database> {
  try {
    return await openDatabase(placesOf(folder).database, { folder, readOnly: true });
  } catch {
    throw new UserError('database_damaged', { folder });
  }
}

// The database when it is whole and holds what the definitions say; otherwise why not.
async function tryRows(folder: string, definitions: Definitions, sidecar: Sidecar | null): Promise<Database | string> {
  let database: Database;
  try {
    database = await openDatabase(placesOf(folder).database, { folder });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/Conflicting lock|Could not set lock/i.test(message))
      throw new UserError('workspace_locked', { folder, pid: 0, host: '' });
    if (/No space left/i.test(message)) throw new UserError('disk_full', { folder });
    return 'damaged';
  }
  try {
    const verdict = await judge(database, definitions, sidecar);
    if (verdict === null) return database;
    await database.close();
    return verdict;
  } catch {
    await database.close().catch(() => undefined);
    return 'damaged';
  }
}

async function judge(database: Database, definitions: Definitions, sidecar: Sidecar | null): Promise<string | null> {
  const revision = await database.write(revisionOf);
  if (revision === -1 && definitions.revision === 0) {
    await database.write(createTables);
    return null;
  }
  if (revision !== definitions.revision) return revision > definitions.revision ? 'unfinished' : 'rows_missing';
  await database.write(createTables);
  if (sidecar?.revision !== revision) return null;
  const rows = await database.write(countRows);
  return Object.entries(sidecar.rows).every(([name, count]) => rows[name] === count) ? null : 'rows_missing';
}

// The damaged files are kept under a name of their own: the last one set aside, the ones before it go.
async function setAside(folder: string): Promise<string> {
  const { database } = placesOf(folder);
  const kept = 'damaged-data.duckdb';
  for (const ending of ['', '.wal']) {
    await rm(join(folder, `${kept}${ending}`), { force: true });
    if (existsSync(`${database}${ending}`)) await rename(`${database}${ending}`, join(folder, `${kept}${ending}`));
  }
  return kept;
}

class OpenFolder implements Workspace {
  private lastKept: Promise<void> = Promise.resolve();

  constructor(
    readonly folder: string,
    readonly readOnly: boolean,
    readonly database: Database,
    private current: Definitions,
    readonly notices: Notice[],
    readonly rebuild: boolean,
    private readonly hold: Hold | null,
    private readonly disk: Disk,
  ) {}

  get definitions(): Definitions {
    return this.current;
  }

  keep(next: Definitions | ((now: Definitions) => Definitions)): Promise<void> {
    const done = this.lastKept.then(() => this.keepNow(typeof next === 'function' ? next(this.current) : next));
    this.lastKept = done.catch(() => undefined);
    return done;
  }

  private async keepNow(next: Definitions): Promise<void> {
    if (this.readOnly) throw new UserError('workspace_read_only', { folder: this.folder });
    const rows = await this.database.write(async (connection) => {
      // A plain checkpoint is refused while a lane reads; this one waits for what is being read.
      await change(connection, 'force checkpoint');
      return countRows(connection);
    });
    if (!existsSync(placesOf(this.folder).database)) throw new UserError('workspace_missing', { folder: this.folder });
    try {
      await writeDefinitions(this.folder, next, this.disk);
    } catch (error) {
      if (!(await this.holds(next))) throw error;
    }
    this.current = next;
    // The change is kept from here on; a sidecar that stays behind says nothing about a later revision and harms nobody.
    await writeSidecar(this.folder, { revision: next.revision, rows }, this.disk).catch(() => undefined);
  }

  // A save may fail after its last rename: the definitions are in place then, and the change is kept.
  private async holds(next: Definitions): Promise<boolean> {
    const found = await readDefinitions(this.folder, false).catch(() => null);
    return (
      found?.damaged === null && found.definitions.revision === next.revision && next.revision !== this.current.revision
    );
  }

  async close(): Promise<void> {
    await this.database.close();
    // Copies that were looked at and never loaded are no loss; only a crash leaves some to speak of.
    if (!this.readOnly) await emptyFolder(this.folder, 'incoming').catch(() => undefined);
    await this.hold?.release();
  }
}
