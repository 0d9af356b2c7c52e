import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../electron/db/run';
import { rowsOf } from '../../electron/model/table';
import type { KnownLists } from '../../electron/session/row-pages';
import { readPage } from '../../electron/session/row-pages';

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
  // 1,000 rows on 8 days and on none, some of them the same in both keys.
  await connection.run(`create table list as
    select
      case when number % 9 < 8 then date '2024-01-01' + cast(number % 9 as integer) end as on_day,
      'u' || (number * 7919 % 400) as id,
      cast(number * 7919 % 400 as integer) as no,
      cast(number as integer) as number
    from range(1000) as numbers(number)`);
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

describe.each(['id', 'no'])('pages of rows told apart by %s', (unitId) => {
  const list = { sql: 'select * from list where number >= cast($from as integer)', parameters: { from: 3 }, unitId };

  it('are those of the whole list, wherever they begin and however long they are', async () => {
    const whole = rowsOf(await query(connection, `select * from list where number >= 3 order by on_day, ${unitId}`));
    const known: KnownLists = new Map();
    const keys = (rows: readonly Record<string, unknown>[]) => rows.map((row) => [row['on_day'], row[unitId]]);
    const pages = fc.record({ offset: fc.integer({ min: 0, max: 1100 }), limit: fc.integer({ min: 1, max: 260 }) });
    await fc.assert(
      fc.asyncProperty(pages, async ({ offset, limit }) => {
        const { table, count } = await readPage(connection, known, list, offset, limit);
        expect(count).toBe(997);
        expect(keys(rowsOf(table))).toEqual(keys(whole.slice(offset, offset + limit)));
      }),
      { numRuns: 60 },
    );
  });

  it('hold every row once when read one after the other', async () => {
    const known: KnownLists = new Map();
    const seen: unknown[] = [];
    for (let offset = 0; offset < 997; offset += 100) {
      const { table } = await readPage(connection, known, list, offset, 100);
      seen.push(...rowsOf(table).map((row) => `${String(row['on_day'])} ${String(row[unitId])}`));
    }
    const whole = rowsOf(await query(connection, `select * from list where number >= 3 order by on_day, ${unitId}`));
    expect(seen).toEqual(whole.map((row) => `${String(row['on_day'])} ${String(row[unitId])}`));
  });
});

it('pages sorted by a column are those of the whole list, missing values last whichever way', async () => {
  const list = { sql: 'select * from list', parameters: {}, unitId: 'no' };
  for (const desc of [true, false]) {
    const last = await readPage(connection, new Map(), list, 889, 111, { by: 'on_day', desc });
    expect(rowsOf(last.table).every((row) => row['on_day'] === null)).toBe(true);
    expect(last.table.length).toBe(111);
    const first = await readPage(connection, new Map(), list, 0, 100, { by: 'number', desc });
    const second = await readPage(connection, new Map(), list, 100, 100, { by: 'number', desc });
    const numbers = [...rowsOf(first.table), ...rowsOf(second.table)].map((row) => Number(row['number']));
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, i) => (desc ? 999 - i : i)));
    expect(second.count).toBe(1000);
  }
});

it('a list of other parameters has its own pages', async () => {
  const known: KnownLists = new Map();
  const list = { sql: 'select * from list where number < cast($to as integer)', unitId: 'id' };
  const long = await readPage(connection, known, { ...list, parameters: { to: 500 } }, 200, 10);
  const short = await readPage(connection, known, { ...list, parameters: { to: 205 } }, 200, 10);
  expect([long.count, long.table.length, short.count, short.table.length]).toEqual([500, 10, 205, 5]);
});
