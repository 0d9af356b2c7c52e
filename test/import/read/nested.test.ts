import { dirname } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { openTable, readTable } from '../../../electron/import/read';
import { scratchFolder } from './scratch';

const nested = `select 7 as id, {'name': 'Ina "I."', 'team': {'name': 'East'}, 'seats': [1, 2]} as owner, ['x', 'y'] as tags,
  [{'sku': 'a'}, {'sku': 'b'}] as items, map {'k': 1} as more, null::varchar[] as none, [[1], [2]] as deep, 1234.50::decimal(12, 2) as amount`;
const header = ['id', 'owner.name', 'owner.team', 'owner.seats', 'tags', 'items', 'more', 'none', 'deep', 'amount'];
const row = ['7', 'Ina "I."', '{"name":"East"}', '1;2', 'x;y', '[{"sku":"a"},{"sku":"b"}]', '{"k":1}', '', '[[1],[2]]', '1234.50'];

describe('values inside values', () => {
  const write = scratchFolder();

  it.each(['parquet', 'duckdb'] as const)('come out as columns of their own, lists joined, deeper ones as JSON: %s', async (kind) => {
    const path = write(`empty-${kind}`, '').replace(/empty-\w+$/, `nested.${kind}`);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    if (kind === 'parquet') await connection.run(`copy (${nested}) to '${path}' (format parquet)`);
    else {
      await connection.run(`attach '${path}' as made`);
      await connection.run(`create table made.deals as ${nested}`);
      await connection.run('detach made');
    }
    connection.closeSync();
    instance.closeSync();
    const opened = await openTable(path, {}, dirname(path));
    const table = await readTable(opened.path, opened.options);
    expect(table.header).toEqual(header);
    expect(table.rows).toEqual([row]);
    expect(table.warnings).toEqual([]);
  });
});
