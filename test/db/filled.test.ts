import { DuckDBInstance, LIST, VARCHAR } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filled } from '../../electron/db/filled';
import type { Parameter } from '../../electron/db/run';
import { query } from '../../electron/db/run';
import { rowsOf } from '../../electron/model/table';

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

const told = 'select typeof($value) as type, cast($value as varchar) as text, md5(cast($value as varchar)) as print';

/** The same of a value that is bound. */
async function bound(value: Parameter): Promise<unknown> {
  const statement = await connection.prepare(told);
  if (value === null) statement.bindNull(1);
  else if (typeof value === 'string') statement.bindVarchar(1, value);
  else if (typeof value === 'boolean') statement.bindBoolean(1, value);
  else if (typeof value === 'number') statement.bindDouble(1, value);
  else statement.bindList(1, [...value], LIST(VARCHAR));
  const [row] = await (await statement.run()).getRowObjectsJson();
  statement.destroySync();
  return row;
}

async function written(value: Parameter): Promise<unknown> {
  const text = filled(told, { value });
  expect(text).not.toBeNull();
  const [row] = await (await connection.run(text ?? '')).getRowObjectsJson();
  return row;
}

describe('a value written into a statement', () => {
  const pieces = [
    "'",
    "''",
    '"',
    '--',
    '/*',
    '*/',
    '$value',
    '$$',
    '\\',
    '\n',
    ';',
    ')',
    'é',
    '漢',
    '😀',
    "E'",
    '\u0001',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...pieces)).map((some) => some.join('')),
  );
  const plain = texts.filter((text) => !text.includes('\0'));
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });

  it('is the one that is bound, type and all, whatever is in it', async () => {
    const values = fc.oneof<fc.Arbitrary<Parameter>[]>(
      plain,
      numbers,
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(plain, { maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        expect(await written(value)).toEqual(await bound(value));
      }),
    );
  });

  it('keeps its sign beside an operator', async () => {
    expect(rowsOf(await query(connection, 'select 1-$by as n, -$by as m', { by: -2 }))).toEqual([{ n: 3, m: 2 }]);
    expect(filled('$value', { value: -0 })).toBe('(-0e0)');
  });
});

describe('a statement', () => {
  it('is left as it is in comments, texts and quoted names', () => {
    const statement = `select 'it''s $a' as "$a", $a -- $a isn't\n, x$a, $b`;
    expect(filled(statement, { a: 1, b: true })).toBe(`select 'it''s $a' as "$a", (1e0) -- $a isn't\n, x$a, true`);
  });

  it('has its values bound where they are not to be written as text', async () => {
    const cases: [string, Parameter][] = [
      ['select 1', 'a'],
      ['select $value', 'a\0b'],
      ['select $value', ['a', 'b\0']],
      ['select $value', Infinity],
      ['select $value', NaN],
      ['select $value', 'a'.repeat(30_000)],
      ['select $value', Array.from({ length: 600 }, () => 'a')],
      ["select $value, E'\\'$value'", 'a'],
      ['select $value, $$it is $value$$', 'a'],
      ['select /* $value */ $value', 'a'],
    ];
    for (const [statement, value] of cases) expect(filled(statement, { value }), statement).toBeNull();
    const [row] = rowsOf(
      await query(connection, "select cast($value as double) = 'infinity'::double as same", { value: Infinity }),
    );
    expect(row).toEqual({ same: true });
    const many = Array.from({ length: 600 }, (_, i) => `it's ${i}`);
    expect(rowsOf(await query(connection, 'select len($value) as n, $value[600] as last', { value: many }))).toEqual([
      { n: 600, last: "it's 599" },
    ]);
  });

  it('is refused where a value is missing', async () => {
    await expect(query(connection, 'select $other', { value: 1 })).rejects.toThrow('no value for parameter other');
  });
});
