import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../electron/db/run';
import { UserError } from '../../electron/model/errors';
import { columnOf, rowsOf, textsOf } from '../../electron/model/table';

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const literal = (text: string | null) => (text === null ? 'null' : `'${text.replaceAll("'", "''")}'`);

describe('columns read from the engine', () => {
  it('keeps each text once, in the order the texts are met, short ones and long ones alike', async () => {
    const words = ['Won', 'A stage whose name is longer than twelve bytes', 'Won', null, 'A stage', ''];
    const table = await query(connection, `select unnest([${words.map(literal).join()}]) as word`);
    expect(textsOf(table, 'word')).toEqual(words);
    expect(columnOf(table, 'word')).toMatchObject({ dictionary: [words[0], words[1], 'A stage', ''] });
  });

  it('tells texts apart that begin alike and are of one length', async () => {
    const words = Array.from(
      { length: 5_000 },
      (_, i) => `An opportunity with number ${String(i % 700).padStart(4, '0')}`,
    );
    const text =
      "select 'An opportunity with number ' || lpad((i % 700)::varchar, 4, '0') as word from range(5000) as t(i) order by i";
    const table = await query(connection, text);
    expect(textsOf(table, 'word')).toEqual(words);
  });

  it('gives back any texts whatever their bytes', async () => {
    const word = fc.option(fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => !text.includes('\0')));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 30 }), async (words) => {
        const table = await query(connection, `select unnest([${words.map(literal).join()}]::varchar[]) as word`);
        expect(textsOf(table, 'word')).toEqual(words);
      }),
      { numRuns: 40 },
    );
  });

  it('lets others have their turn while a long result is read, and stops for one who gives up', async () => {
    const long = "select i, 'deal ' || i as name from range(40000) as t(i)";
    let turns = 0;
    const count = () => Promise.resolve(void turns++);
    expect(await query(connection, long, {}, {}, count)).toMatchObject({ length: 40_000 });
    // Twenty chunks: after the eighth and the sixteenth of both columns.
    expect(turns).toBe(4);
    const giveUp = () => Promise.reject(new UserError('query_cancelled'));
    await expect(query(connection, long, {}, {}, giveUp)).rejects.toMatchObject({ code: 'query_cancelled' });
  });

  it('reads numbers, days, instants, flags, decimals and words of a fixed list, and what is missing of each', async () => {
    const text = `select * from (values
      (1::tinyint, -2::smallint, 70000::integer, 9007199254740991::bigint, 1.5::double, 12.25::decimal(12,2), date '2026-01-02', timestamp '2026-01-02 03:04:05.678', true, 'b'::enum('a', 'b')),
      (null, null, null, null, null, null, null, null, null, null)) as t(tiny, small, whole, wide, real, money, day, moment, flag, word)`;
    expect(rowsOf(await query(connection, text))).toEqual([
      {
        tiny: 1,
        small: -2,
        whole: 70_000,
        wide: 9_007_199_254_740_991,
        real: 1.5,
        money: 12.25,
        day: '2026-01-02',
        moment: '2026-01-02T03:04:05.678Z',
        flag: true,
        word: 'b',
      },
      {
        tiny: null,
        small: null,
        whole: null,
        wide: null,
        real: null,
        money: null,
        day: null,
        moment: null,
        flag: null,
        word: null,
      },
    ]);
  });
});
