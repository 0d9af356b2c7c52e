import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../electron/db/open';
import { openDatabase } from '../../electron/db/open';
import { query } from '../../electron/db/run';

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-db-'));
  database = await openDatabase(join(folder, 'data.duckdb'), { folder });
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const endless = 'select count(*) from range(1000000000) a, range(1000000000) b';

function read(sql: string, signal?: AbortSignal) {
  return database.read((connection) => query(connection, sql), signal);
}

describe('reading lanes', () => {
  it('a query that never ends stops within a second of being cancelled, and the lane works on', async () => {
    const stop = new AbortController();
    const running = read(endless, stop.signal);
    setTimeout(() => stop.abort(), 100);
    await expect(running).rejects.toMatchObject({ code: 'query_cancelled' });
    expect((await read('select 1 as one')).length).toBe(1);
  });

  it('whoever waits is served though others before and behind gave up waiting', async () => {
    const busy = [new AbortController(), new AbortController()];
    const running = busy.map((stop) => read(endless, stop.signal).catch(() => 'stopped'));
    const gone = Array.from({ length: 8 }, () => new AbortController());
    const left = gone.slice(0, 5).map((stop) => read('select 1', stop.signal).catch(() => 'left'));
    const patient = read('select 42 as answer');
    left.push(...gone.slice(5).map((stop) => read('select 1', stop.signal).catch(() => 'left')));
    for (const stop of gone) stop.abort();
    for (const stop of busy) stop.abort();
    expect((await patient).length).toBe(1);
    expect(await Promise.all([...running, ...left])).toEqual(['stopped', 'stopped', ...left.map(() => 'left')]);
  });

  it('sixty-four at once are all answered', async () => {
    const answers = await Promise.all(Array.from({ length: 64 }, (_, i) => read(`select ${i} as i`)));
    expect(answers).toHaveLength(64);
  });
});

describe('the lock', () => {
  it.each([
    "copy (select 1) to '/tmp/quarterdeck-escape.csv'",
    "select * from read_text('/etc/hostname')",
    "select * from read_csv('/etc/passwd')",
    "attach '/tmp/other.duckdb'",
    'install httpfs',
    'load httpfs',
    'set threads = 1',
    'set enable_external_access = true',
    "select * from glob('/*')",
    "select * from read_csv('https://example.org/x.csv')",
    'from duckdb_secrets()',
  ])('refuses %s', async (sql) => {
    await expect(database.write((connection) => query(connection, sql))).rejects.toThrow();
  });
});
