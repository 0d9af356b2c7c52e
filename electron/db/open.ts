import { DuckDBInstance, version as duckdbVersion } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import { totalmem, availableParallelism } from 'node:os';
import { UserError } from '../model/errors';
import { join as joined, literal, sql } from './sql';

/**
 * One workspace's database: one connection that writes, two lanes that read, each cancellable.
 * Interrupting a connection stops everything on it, so a lane runs one job at a time.
 */
export interface Database {
  readonly readOnly: boolean;
  /** Runs a job on a free reading lane, waiting when both are taken; all its statements see the data of one moment, and none can write. An aborted signal stops it within a second. */
  read<T>(job: (connection: DuckDBConnection) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Runs a job on the writing connection, one after the other; an aborted signal stops it as it does a reading job, or takes it out of the queue. */
  write<T>(job: (connection: DuckDBConnection) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Stops what runs and closes the file. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Folder the database is locked to; nothing outside it can be read or written by any statement. */
  readonly folder: string;
  readonly readOnly?: boolean;
  readonly memoryLimitMb?: number;
  /** Threads that work on one statement; those of the machine, at least two, when left out. */
  readonly threads?: number;
  /** Single files outside the folder that may be read as well. */
  readonly files?: readonly string[];
}

/** Opens a database file inside a workspace folder, locked down: no extension, no file outside the folder, no setting can change afterwards. */
export async function openDatabase(file: string, options: OpenOptions): Promise<Database> {
  const readOnly = options.readOnly ?? false;
  const instance = await DuckDBInstance.create(file, {
    access_mode: readOnly ? 'READ_ONLY' : 'READ_WRITE',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    threads: String(options.threads ?? Math.max(2, availableParallelism())),
    memory_limit: `${options.memoryLimitMb ?? defaultMemoryMb()}MB`,
    preserve_insertion_order: 'true',
    temp_directory: join(options.folder, 'tmp', 'spill'),
    max_temp_directory_size: '20GB',
  });
  try {
    const writer = await instance.connect();
    await tellProgress(writer);
    await lock(writer, options.folder, options.files ?? []);
    const lanes = [await instance.connect(), await instance.connect()];
    return new LanedDatabase(instance, writer, lanes, readOnly);
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

function defaultMemoryMb(): number {
  return Math.min(4096, Math.floor(totalmem() / 2 ** 20 / 2));
}

// Only a connection that would draw a progress bar knows how far it has come; it is asked, and draws none.
async function tellProgress(connection: DuckDBConnection): Promise<void> {
  await connection.run('set enable_progress_bar=true');
  await connection.run('set enable_progress_bar_print=false');
  await connection.run('set progress_bar_time=0');
}

// In this order: after the last line no setting can change any more, and later connections keep the zone.
async function lock(connection: DuckDBConnection, folder: string, files: readonly string[]): Promise<void> {
  await connection.run("set global TimeZone='UTC'");
  if (files.length > 0)
    await connection.run(sql`set global allowed_paths=[${joined(files.map((file) => literal(file)))}]`.text);
  await connection.run(sql`set global allowed_directories=[${literal(folder)}]`.text);
  await connection.run('set global enable_external_access=false');
  await connection.run('set global lock_configuration=true');
}

async function atOneMoment<T>(
  connection: DuckDBConnection,
  job: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  await connection.run('begin transaction read only');
  return job(connection);
}

class LanedDatabase implements Database {
  private readonly free: DuckDBConnection[];
  private readonly waiting: (() => void)[] = [];
  private readonly running = new Set<DuckDBConnection>();
  private lastWrite: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly instance: DuckDBInstance,
    private readonly writer: DuckDBConnection,
    private readonly lanes: readonly DuckDBConnection[],
    readonly readOnly: boolean,
  ) {
    this.free = [...lanes];
  }

  async read<T>(job: (connection: DuckDBConnection) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const lane = await this.takeLane(signal);
    try {
      return await this.runOn(lane, (connection) => atOneMoment(connection, job), signal);
    } finally {
      // Out of reach of the interrupts, which would leave the lane inside the transaction.
      await lane.run('rollback').catch(() => undefined);
      this.free.push(lane);
      this.waiting.shift()?.();
    }
  }

  write<T>(job: (connection: DuckDBConnection) => Promise<T>, signal?: AbortSignal): Promise<T> {
    let began = false;
    const done = this.lastWrite.then(async () => {
      began = true;
      try {
        return await this.runOn(this.writer, job, signal);
      } finally {
        // An interrupt may have met the job's own rollback; this one is out of their reach.
        if (signal?.aborted) await this.writer.run('rollback').catch(() => undefined);
      }
    });
    this.lastWrite = done.catch(() => undefined);
    // What another writes meanwhile may take long, and who gives up before their turn need not wait for it.
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        if (!began) reject(new UserError('query_cancelled'));
      };
      signal?.addEventListener('abort', leave, { once: true });
      done.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    const stop = () => {
      for (const connection of this.running) connection.interrupt();
    };
    stop();
    await this.lastWrite;
    // One that came between two statements of a job was lost.
    while (this.free.length < this.lanes.length) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      stop();
    }
    for (const connection of [this.writer, ...this.lanes]) connection.closeSync();
    this.instance.closeSync();
  }

  private async takeLane(signal?: AbortSignal): Promise<DuckDBConnection> {
    for (;;) {
      if (signal?.aborted) {
        // Its turn may have come in the same moment: then it is the next one's.
        if (this.free.length > 0) this.waiting.shift()?.();
        throw new UserError('query_cancelled');
      }
      const lane = this.free.pop();
      if (lane) return lane;
      await this.turn(signal);
    }
  }

  // Whoever is cancelled leaves the queue, so that no free lane is offered to one who is gone.
  private turn(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        const place = this.waiting.indexOf(wake);
        if (place >= 0) this.waiting.splice(place, 1);
        resolve();
      };
      this.waiting.push(wake);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  private async runOn<T>(
    connection: DuckDBConnection,
    job: (connection: DuckDBConnection) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    if (this.closed) throw new UserError('not_open');
    if (signal?.aborted) throw new UserError('query_cancelled');
    // An interrupt that lands between two statements of a job is lost, so it is repeated until the job ends.
    let timer: NodeJS.Timeout | undefined;
    const stop = () => {
      connection.interrupt();
      timer = setInterval(() => connection.interrupt(), 20);
    };
    signal?.addEventListener('abort', stop, { once: true });
    this.running.add(connection);
    try {
      return await job(connection);
    } catch (error) {
      if (signal?.aborted) throw new UserError('query_cancelled');
      throw error;
    } finally {
      clearInterval(timer);
      signal?.removeEventListener('abort', stop);
      this.running.delete(connection);
    }
  }
}

export { duckdbVersion };
