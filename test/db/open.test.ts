import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Database } from '../../electron/db/open';
import { openDatabase } from '../../electron/db/open';
import { change, query } from '../../electron/db/run';
import { numbersOf } from '../../electron/model/table';

const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-lanes-'));
let database: Database;

beforeAll(async () => {
  database = await openDatabase(join(folder, 'w.duckdb'), { folder });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function tables(connection: DuckDBConnection): Promise<number> {
  return numbersOf(await query(connection, 'select count(*)::int as n from duckdb_tables()'), 'n')[0] ?? NaN;
}

describe('a reading lane', () => {
  it('sees the data of one moment, whatever is written between two statements of a job', async () => {
    await database.write((connection) => change(connection, 'create table deals as select 1 as id'));
    const seen = await database.read(async (connection) => {
      const before = await tables(connection);
      await database.write((writer) => change(writer, 'drop table deals'));
      const rows = await query(connection, 'select * from deals');
      return { before, rows: rows.length, after: await tables(connection) };
    });
    expect(seen).toEqual({ before: 1, rows: 1, after: 1 });
    expect(await database.read(tables)).toBe(0);
  });

  it('writes nothing', async () => {
    await expect(database.read((connection) => change(connection, 'create table other (id int)'))).rejects.toThrow(
      /read-only/,
    );
    expect(await database.read(tables)).toBe(0);
  });

  it('is free again after a job that failed and after one that was stopped', async () => {
    const fail = () => database.read((connection) => query(connection, 'select * from nowhere'));
    for (let i = 0; i < 3; i++) await expect(fail()).rejects.toThrow(/nowhere/);
    const stop = (after: number) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), after);
      return database.read(
        (connection) => query(connection, 'select sum(a.range) from range(1000000) a, range(1000000) b'),
        controller.signal,
      );
    };
    await Promise.all(
      [0, 5, 30, 60].map((after) => expect(stop(after)).rejects.toMatchObject({ code: 'query_cancelled' })),
    );
    expect(await Promise.all([0, 1, 2, 3].map(() => database.read(tables)))).toEqual([0, 0, 0, 0]);
  });
});

describe('the writing connection', () => {
  it('lets go whoever gives up before their turn, without doing their work, and the next one has it', async () => {
    let goOn = (): void => undefined;
    const long = database.write(async () => new Promise<void>((resolve) => (goOn = resolve)));
    const stop = new AbortController();
    let done = 0;
    const work = () => Promise.resolve(++done);
    const waiting = database.write(work, stop.signal);
    const next = database.write(work);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'query_cancelled' });
    expect(done).toBe(0);
    goOn();
    await long;
    expect(await next).toBe(1);
  });

  it('is out of the transaction of a job that was stopped, even where its own rollback was stopped too', async () => {
    const stop = new AbortController();
    const stopped = database.write(async (connection) => {
      await change(connection, 'begin transaction');
      await change(connection, 'create table half (id int)');
      stop.abort();
      // What an interrupted statement and an interrupted rollback leave behind.
      await change(connection, "select error('stopped')").catch(() => undefined);
      throw new Error('stopped');
    }, stop.signal);
    await expect(stopped).rejects.toMatchObject({ code: 'query_cancelled' });
    expect(await database.write(tables)).toBe(0);
  });

  it('stops what it is at for whoever gives up, and keeps nothing of it', async () => {
    const stop = new AbortController();
    const making = database.write((connection) => {
      setTimeout(() => stop.abort(), 5);
      return change(connection, 'create table sums as select sum(a.range) from range(1000000) a, range(1000000) b');
    }, stop.signal);
    await expect(making).rejects.toMatchObject({ code: 'query_cancelled' });
    expect(await database.read(tables)).toBe(0);
  });
});
