import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workbook } from '../import/read/apart/workbook';
import { OpenDeck, countsOf } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const opportunities = [
  ['Deal ID', 'Deal name', 'Created date', 'Stage', 'Amount', 'Account ID'],
  ['0001', 'Desks', day('2026-01-05'), 'New', 100.5, 'A1'],
  ['0002', 'Chairs', day('2026-02-06'), 'Won', 250, 'A2'],
];
const accounts = [
  ['Account ID', 'Account name', 'Industry'],
  ['A1', 'Acme', 'Paper'],
  ['A2', 'Bina', 'Steel'],
];
const stored = () =>
  deck.rows(
    "select opportunity_id as id, strftime(created_at, '%Y-%m-%d') as made, amount::double as amount, src_row as line from opportunities order by 1",
  );
const asStored = [
  { id: '0001', made: '2026-01-05', amount: 100.5, line: 2 },
  { id: '0002', made: '2026-02-06', amount: 250, line: 3 },
];

describe('a load', () => {
  it('takes every shown sheet of a workbook as a table of its own, and leaves nothing written out behind', async () => {
    const bytes = workbook('xlsx', [
      { name: 'Cover', rows: [[]] },
      { name: 'Deals', rows: opportunities },
      { name: 'Accounts', rows: accounts },
      { name: 'hiddenSheet', rows: [['Won'], ['Lost']], hidden: true },
    ]);
    const { files } = await deck.load([deck.file('crm.xlsx', bytes)]);
    expect(files.map(({ part, table, new: added }) => [part, table, added])).toEqual([
      ['Deals', 'opportunities', 2],
      ['Accounts', 'accounts', 2],
    ]);
    expect(files.every((file) => countsOf(file)['adds'])).toBe(true);
    expect(await stored()).toEqual(asStored);
    expect(readdirSync(join(deck.folder, 'tmp')).filter((name) => name.startsWith('text-'))).toEqual([]);
  });

  it('takes the same from an old workbook, JSON, lines of JSON, Parquet and a database file', async () => {
    const [names = [], ...rows] = opportunities.map((row) =>
      row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)),
    );
    const records = rows.map((row) => Object.fromEntries(row.map((cell, i) => [String(names[i]), cell])));
    const instance = await DuckDBInstance.create(join(deck.home, 'crm.duckdb'));
    const connection = await instance.connect();
    await connection.run(
      `create table deals as select * from (values ('0001', 'Desks', date '2026-01-05', 'New', 100.5, 'A1'), ('0002', 'Chairs', date '2026-02-06', 'Won', 250, 'A2')) t("Deal ID", "Deal name", "Created date", "Stage", "Amount", "Account ID")`,
    );
    await connection.run(`copy deals to '${join(deck.home, 'deals.parquet')}' (format parquet)`);
    connection.closeSync();
    instance.closeSync();
    const paths = [
      deck.file('deals.xls', workbook('xls', [{ name: 'Deals', rows: opportunities }])),
      deck.file('deals.json', JSON.stringify({ paging: { next: null }, results: records })),
      deck.file('deals.ndjson', records.map((record) => `${JSON.stringify(record)}\n`).join('')),
      join(deck.home, 'deals.parquet'),
      join(deck.home, 'crm.duckdb'),
    ];
    for (const [i, path] of paths.entries()) {
      const [file] = (await deck.load([path])).files;
      expect(countsOf(file), path).toMatchObject({
        read: 2,
        new: i === 0 ? 2 : 0,
        unchanged: i === 0 ? 0 : 2,
        adds: true,
      });
      if (i === 0) expect(await stored()).toEqual(asStored);
    }
  });

  it('names the row of the sheet for what could not be read', async () => {
    const rows = [['Report'], [], ...opportunities, ['0003', 'Lamps', 'soon', 'New', 5, 'A1']];
    const [file] = (await deck.load([deck.file('crm.xlsx', workbook('xlsx', [{ name: 'Deals', rows }]))])).files;
    expect(countsOf(file)).toMatchObject({ read: 3, new: 3, adds: true });
    expect(await deck.rows("select src_row as line from opportunities where opportunity_id = '0003'")).toEqual([
      { line: 6 },
    ]);
    expect(file?.rejects_file).not.toBeNull();
  });
});
