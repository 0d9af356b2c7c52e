import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkWhole, readTable, writeNormalised } from '../../../electron/import/read';
import type { Judgement, TextTable } from '../../../electron/import/read';
import { brokenHoldOuts } from './hold-out-broken';
import { smallHoldOuts } from './hold-out-small';
import { holdOuts } from './hold-out';
import { scratchFolder } from './scratch';

const cases = [...holdOuts, ...brokenHoldOuts, ...smallHoldOuts].filter(({ say }) => typeof say !== 'object');

describe('what a strict reader is given', () => {
  const write = scratchFolder();
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;

  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    connection = await instance.connect();
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  async function strictly(path: string, width: number, dialect: string): Promise<string[][]> {
    const columns = Array.from({ length: width }, (_, i) => `'c${i}': 'varchar'`).join(', ');
    const quoted = path.replaceAll("'", "''");
    const reader = await connection.runAndReadAll(
      `select * from read_csv('${quoted}', auto_detect = false, columns = {${columns}}, max_line_size = 20000000, ${dialect})`,
    );
    return reader.getRowsJson().map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replace(/^\ufeff/, '') : '')));
  }

  const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const dialectOf = ({ delimiter, quote, escape, headerLine, skipLines }: Judgement): string =>
    `delim = ${literal(delimiter)}, quote = ${literal(quote)}, escape = ${literal(escape)}, ` +
    (headerLine > 0 ? `header = true, skip = ${headerLine - 1}` : `header = false, skip = ${skipLines.length}`);
  const cellsOf = (table: TextTable): string[][] => table.rows.map((row) => row.map((cell) => cell.replace(/^\ufeff/, '')));

  it.each(cases.map(({ name, bytes }) => [name, bytes] as const))('a file called clean is read alike: %s', async (_name, bytes) => {
    const path = write('clean.csv', bytes);
    const table = await readTable(path);
    const whole = await checkWhole(path, table.judgement);
    expect(whole.clean).toBe(table.judgement.clean);
    if (!whole.clean) return;
    expect(whole).toMatchObject({ records: table.rows.length, lines: table.lines.read, fault: null });
    expect(await strictly(path, table.header.length, dialectOf(table.judgement))).toEqual(cellsOf(table));
    const { headerLine, skipLines } = table.judgement;
    const above = headerLine > 0 ? headerLine : skipLines.length;
    if (whole.oneLineEach) expect(table.recordLines).toEqual(table.rows.map((_, i) => above + 1 + i));
  });

  it.each(cases.map(({ name, bytes }) => [name, bytes] as const))('the plain copy is read alike, with line numbers: %s', async (_name, bytes) => {
    const path = write('any.csv', bytes);
    const target = join(path, '..', 'plain.csv');
    const table = await readTable(path);
    const copy = await writeNormalised(path, target);
    expect({ lines: copy.lines, warnings: copy.warnings, header: copy.header }).toEqual({ lines: table.lines, warnings: table.warnings, header: table.header });
    const dialect = `delim = ',', quote = '"', escape = '"', header = true`;
    const rows = await strictly(target, table.header.length + 1, dialect);
    expect(rows).toEqual(cellsOf(table).map((row, i) => [String(table.recordLines[i]), ...row]));
  });

  it('are more than half of all files', async () => {
    const clean = await Promise.all(cases.map(async ({ bytes }, i) => (await readTable(write(`${i}.csv`, bytes))).judgement.clean));
    expect(clean.filter(Boolean).length).toBeGreaterThan(40);
  });
});
