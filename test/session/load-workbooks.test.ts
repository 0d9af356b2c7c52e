import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import JSZip from 'jszip';
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
    // A record of JSON carries its own names, so its first one stands on line 1, blank lines counted.
    const worse = { ...records[1], 'Deal ID': '0009', Amount: 'much' };
    const plan = await deck.plan([
      deck.file('lines.ndjson', `${JSON.stringify(records[0])}\n\n${JSON.stringify(worse)}\n`),
    ]);
    expect(countsOf(plan.files[0])).toMatchObject({ read: 3, skipped: 1, adds: true });
    await deck.loadText('lines.ndjson', `${JSON.stringify(records[0])}\n\n${JSON.stringify(worse)}\n`);
    expect(await deck.rows("select src_row as line from opportunities where opportunity_id = '0009'")).toEqual([
      { line: 3 },
    ]);
  });

  it('takes the rows too that a database left in its log, also when it is read again', async () => {
    const path = join(deck.home, 'open.duckdb');
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    const deal = (id: number) => `select '${id}' as "Deal ID", date '2026-01-05' as "Created date", 'New' as "Stage"`;
    await connection.run(`create table deals as ${deal(1)}`);
    await connection.run('checkpoint');
    await connection.run(`insert into deals ${deal(2)}`);
    const { files } = await deck.load([path]);
    connection.closeSync();
    instance.closeSync();
    expect(countsOf(files[0])).toMatchObject({ read: 2, new: 2 });
    await deck.load([deck.file('more.csv', 'Deal ID,Created date,Stage\n2,2026-01-05,Won\n')]);
    await deck.load([deck.file('yet.csv', 'Deal ID,Created date,Stage\n3,2026-01-05,Won\n')]);
    await deck.undo('2');
    expect(await deck.rows('select opportunity_id as id, stage from opportunities order by 1')).toEqual([
      { id: '1', stage: 'New' },
      { id: '2', stage: 'New' },
      { id: '3', stage: 'Won' },
    ]);
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

describe('what lies in an archive', () => {
  const zipOf = (files: Readonly<Record<string, string | Uint8Array>>) => {
    const zip = new JSZip();
    for (const [name, content] of Object.entries(files)) zip.file(name, content);
    return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  };
  const csv = 'Activity ID,Date,Type,Deal ID\na1,2026-01-06,call,0001\n';

  it('workbooks, JSON and text, is each read as what it is, sheet by sheet, and nothing unpacked is left behind', async () => {
    const book = workbook('xlsx', [
      { name: 'Deals', rows: opportunities },
      { name: 'Accounts', rows: accounts },
    ]);
    const products = JSON.stringify([
      { product_id: 'p1', product_name: 'Desk', list_price: 100 },
      { product_id: 'p2', product_name: 'Chair', list_price: 50 },
    ]);
    const bytes = await zipOf({
      'export/crm.xlsx': book,
      'products.json': products,
      'activities.csv': csv,
      'bad.xls': 'x,y',
    });
    const { files } = await deck.load([deck.file('backup.zip', bytes)]);
    expect(files.map(({ part, table, new: added }) => [part, table, added])).toEqual([
      ['export/crm.xlsx/Deals', 'opportunities', 2],
      ['export/crm.xlsx/Accounts', 'accounts', 2],
      ['products.json', 'products', 2],
      ['activities.csv', 'activities', 1],
      ['bad.xls', null, 0],
    ]);
    expect(await stored()).toEqual(asStored);
    expect(readdirSync(join(deck.folder, 'tmp'))).toEqual([]);
  });

  it('a workbook that is all of it needs no name, and one that unpacks to far more than it takes is refused', async () => {
    const book = workbook('xlsx', [{ name: 'Deals', rows: opportunities }]);
    await deck.load([deck.file('one.zip', await zipOf({ 'crm.xlsx': book }))]);
    expect(await stored()).toEqual(asStored);
    const bomb = await zipOf({ 'bomb.json': new Uint8Array(60 * 1024 * 1024).fill(0x20) });
    await expect(deck.load([deck.file('bomb.zip', bomb)])).rejects.toMatchObject({ code: 'archive_too_big' });
    expect(readdirSync(join(deck.folder, 'tmp'))).toEqual([]);
  });
});

describe('a web page saved as a workbook', () => {
  const page = (body: string) => `<html><head><meta charset="utf-8"></head><body>${body}</body></html>`;
  const table = `<table><tr><th>Deal ID</th><th>Created date</th><th>Stage</th><th>Amount</th><th>Phone</th></tr>
    <tr><td>0001</td><td>2026-01-05</td><td>New</td><td>100.5</td><td>+60123</td></tr>
    <tr><td>0002</td><td>2026-02-06</td><td>Won &amp; paid</td><td>250</td><td></td></tr></table>`;

  it('gives its table, every cell as it was written', async () => {
    const report = await deck.loadText('Deals.xls', page(`<h1>Deals</h1>${table}`));
    expect(countsOf(report)).toMatchObject({ read: 2, new: 2, adds: true });
    expect(await stored()).toEqual(asStored);
    expect(await deck.rows('select stage, x_phone from opportunities order by opportunity_id')).toEqual([
      { stage: 'New', x_phone: '+60123' },
      { stage: 'Won & paid', x_phone: null },
    ]);
  });

  it.each([
    ['without a table', 'login.xls', page('<form>Sign in</form>')],
    ['with a table for its looks alone', 'login.xls', page('<table><tr><td>Sign in</td></tr></table>')],
    ['under the name of plain text', 'deals.csv', page(table)],
  ])('%s is refused', async (_what, name, text) => {
    await expect(deck.loadText(name, text)).rejects.toMatchObject({ code: 'html' });
  });
});
