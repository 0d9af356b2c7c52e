import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import JSZip from 'jszip';
import { fileMap } from '../../electron/contract';
import type { FileMap } from '../../electron/contract';
import { UserError } from '../../electron/model/errors';
import { hasSharedData, sharedData } from '../shared-data';
import { OpenDeck, countsOf } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

describe('a mapping overrules what was detected', () => {
  it('table, columns, constants, currency, stages, key', async () => {
    await deck.loadText('dump.csv', 'a,b,c,d,e\n1,x,2026-01-01,Hot,5\n2,x,2026-01-02,Done,6\n', {
      'dump*.csv': {
        table: 'opportunities',
        columns: { a: null, b: 'owner_id', c: 'created_at', d: 'stage', e: 'amount' },
        stages: { Hot: 'negotiation', Done: 'won' },
        constants: { is_won: true, segment: 'SMB' },
        currency: 'myr',
        key: ['b', 'a'],
      },
    });
    expect(
      await deck.rows(
        'select opportunity_id as id, owner_id as owner, is_won, segment, currency, amount::double as amount, x_a from opportunities order by 1',
      ),
    ).toEqual([
      { id: 'x · 1', owner: 'x', is_won: true, segment: 'SMB', currency: 'MYR', amount: 5, x_a: '1' },
      { id: 'x · 2', owner: 'x', is_won: true, segment: 'SMB', currency: 'MYR', amount: 6, x_a: '2' },
    ]);
    expect(await deck.rows('select * from stage_map order by stage')).toEqual([
      { stage: 'Done', target: 'won', confirmed: true },
      { stage: 'Hot', target: 'negotiation', confirmed: true },
    ]);
  });

  it('one file makes several tables', async () => {
    const report = await deck.loadText(
      'won.csv',
      'Deal,Customer,Won on,Value\n1,Acme,2026-01-05,10\n2,Beta,2026-01-06,20\n',
      {
        'won.csv': {
          table: 'opportunities',
          columns: { Deal: 'opportunity_id', Customer: 'account_id', 'Won on': 'closed_at', Value: 'amount' },
          constants: { stage: 'Won', is_won: true },
          also: [
            {
              table: 'orders',
              columns: { Deal: 'order_id', Customer: 'account_id', 'Won on': 'ordered_at', Value: 'amount' },
            },
            { table: 'accounts', columns: { Customer: 'account_id' } },
          ],
        },
      },
    );
    expect(report.derived).toEqual({ orders: 2, accounts: 2 });
    expect(await deck.rows('select order_id, account_id, amount::double as amount from orders order by 1')).toEqual([
      { order_id: '1', account_id: 'Acme', amount: 10 },
      { order_id: '2', account_id: 'Beta', amount: 20 },
    ]);
    expect(await deck.rows('select account_id, name from accounts order by 1')).toEqual([
      { account_id: 'Acme', name: 'Acme' },
      { account_id: 'Beta', name: 'Beta' },
    ]);
  });

  it('percents, decimal marks, lines to leave out', async () => {
    await deck.loadText(
      'deals.csv',
      'made by hand\nDeal ID;Created date;Stage;Amount;Discount\n1;2026-01-01;Won;1.234;1\n2;2026-01-01;Won;2.500;0\nTotal;;;3.734;\n',
      {
        'deals.csv': { skip: 1, footer: 1, decimal: '.', percent: 'points' },
      },
    );
    expect(
      await deck.rows(
        'select opportunity_id as id, amount::double as amount, discount::double as discount from opportunities order by 1',
      ),
    ).toEqual([
      { id: '1', amount: 1.234, discount: 0.01 },
      { id: '2', amount: 2.5, discount: 0 },
    ]);
  });

  it('what was decided is given back in the same form, and reads the same again', async () => {
    const text =
      'Deal ID,Created date,Stage,Close date,Odd thing\n1,13/01/2026,Won,14/01/2026,a\n2,02/01/2026,Proposal,15/02/2026,b\n';
    const plan = await deck.plan([deck.file('deals.csv', text)]);
    expect(plan.map).toEqual({
      'deals.csv': {
        table: 'opportunities',
        columns: {
          'Deal ID': 'opportunity_id',
          'Created date': 'created_at',
          Stage: 'stage',
          'Close date': 'expected_close+closed_at',
          'Odd thing': null,
        },
        date_order: 'dmy',
        stages: { Proposal: 'proposal', Won: 'won' },
      },
    });
    await deck.load([deck.file('deals.csv', text)], plan.map);
    const first = await deck.rows('select * from opportunities order by opportunity_id');
    const other = await OpenDeck.fresh();
    await other.load([other.file('deals.csv', text)]);
    expect(await other.rows('select * from opportunities order by opportunity_id')).toEqual(first);
    expect(await deck.rows('select bool_and(confirmed) as all_told from stage_map')).toEqual([{ all_told: true }]);
    expect(await other.rows('select bool_or(confirmed) as any_told from stage_map')).toEqual([{ any_told: false }]);
    await other.close();
  });

  it('gives back every key that was said, and the same rows from what it gave', async () => {
    const zip = new JSZip();
    zip.file('other.csv', 'x,y\n1,2\n');
    zip.file(
      'deals.txt',
      Buffer.from(
        "by hand\nRef|Begun|Step|Worth|Off|Thing|Caf\xe9\n1|01/02/2026 10:00|Hot|1.234,5|20|'a|b'|x\nend\n",
        'latin1',
      ),
    );
    const said: Required<FileMap> = {
      table: 'opportunities',
      columns: {
        Ref: 'account_id',
        Begun: 'created_at',
        Step: 'stage',
        Worth: 'amount',
        Off: 'discount',
        Thing: 'product_id',
      },
      stages: { Hot: 'negotiation' },
      date_order: 'dmy',
      decimal: ',',
      time_zone: 'Asia/Kuala_Lumpur',
      currency: 'MYR',
      part: 'deals.txt',
      encoding: 'iso-8859-1',
      delimiter: '|',
      quote: "'",
      header_line: 2,
      skip: 1,
      footer: 1,
      percent: 'points',
      key: ['Ref', 'Thing'],
      aliases: { products: { 'a|b': 'AB' } },
      constants: { segment: 'SMB' },
      also: [{ table: 'accounts', columns: { Ref: 'account_id' } }],
    };
    const path = deck.file('all.zip', await zip.generateAsync({ type: 'uint8array' }));
    const plan = await deck.plan([path], { 'all.zip': said });
    const [given] = Object.values(plan.map);
    expect(Object.keys(fileMap.shape).sort()).toEqual(Object.keys(said).sort());
    expect(given).toMatchObject({ ...said, columns: said.columns });
    await deck.load([path], { 'all.zip': said });
    const rows = await deck.rows('select * exclude (src_file) from opportunities');
    expect(rows).toMatchObject([
      {
        opportunity_id: '1 · a|b',
        stage: 'Hot',
        amount: 1234.5,
        currency: 'MYR',
        discount: 0.2,
        segment: 'SMB',
        created_at: '2026-02-01T02:00:00.000Z',
        product_id: 'AB',
      },
    ]);
    const other = await OpenDeck.fresh();
    await other.load([path], { 'all.zip': given ?? {} });
    expect(await other.rows('select * exclude (src_file) from opportunities')).toEqual(rows);
    expect(await other.rows('select account_id from accounts')).toEqual([{ account_id: '1' }]);
    await other.close();
  });

  it.skipIf(!hasSharedData)('a file without header or commas: names by position, runs of blanks', async () => {
    await deck.load([sharedData('cdnow-sample', 'CDNOW_sample.txt')], {
      'CDNOW*.txt': {
        table: 'orders',
        header_line: 0,
        delimiter: ' ',
        columns: { c1: null, c2: 'account_id', c3: 'ordered_at', c4: null, c5: 'amount' },
      },
    });
    expect(
      await deck.rows(
        'select count(*) as n, count(distinct account_id) as customers, round(sum(amount), 2)::double as money, min(ordered_at)::date as first, min(account_id) as least from orders',
      ),
    ).toEqual([{ n: 6919, customers: 2357, money: 244091.94, first: '1997-01-01', least: '0001' }]);
  });

  it('a table for a tab-separated file without header', async () => {
    await deck.loadText('quota.csv', '275\t2026-01-01\t367000\n276\t2026-01-01\t1002000\n', {
      'quota.csv': {
        table: 'targets',
        header_line: 0,
        columns: { c1: 'rep_id', c2: 'period_start', c3: 'value' },
        constants: { metric: 'bookings' },
      },
    });
    expect(
      await deck.rows('select rep_id, period_start, value::double as value, metric from targets order by 1'),
    ).toEqual([
      { rep_id: '275', period_start: '2026-01-01', value: 367000, metric: 'bookings' },
      { rep_id: '276', period_start: '2026-01-01', value: 1002000, metric: 'bookings' },
    ]);
  });
});

describe('a mapping that does not fit is refused', () => {
  const text = 'Deal ID,Created date,Stage\n1,2026-01-01,Won\n';
  it.each([
    [
      'a column the file lacks, with those it has',
      { columns: { Dael: 'stage' } },
      'missing_column',
      'Deal ID, Created date, Stage',
    ],
    [
      'a field the table lacks',
      { table: 'opportunities', columns: { Stage: 'staeg' } },
      'unknown_field',
      'opportunity_id',
    ],
    ['a table that does not exist', { table: 'deals' }, 'map_wrong', 'opportunities'],
    ['a rung that does not exist', { stages: { Won: 'victory' } }, 'map_wrong', 'victory'],
    [
      'a constant the table lacks',
      { table: 'opportunities', constants: { colour: 'red' } },
      'unknown_field',
      'opportunity_id',
    ],
    ['a time zone that does not exist', { time_zone: 'Mars/Base' }, 'map_wrong', 'Mars/Base'],
    ['aliases of a table that does not exist', { aliases: { produkte: { a: 'b' } } }, 'map_wrong', 'products'],
    ['a key column the file lacks', { key: 'Number' }, 'missing_column', 'Deal ID, Created date, Stage'],
  ])('%s', async (_name, map, code, says) => {
    const error: unknown = await deck
      .load([deck.file('deals.csv', text)], { 'deals.csv': map })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    if (error instanceof UserError) {
      expect(error.code).toBe(code);
      expect(JSON.stringify(error.args)).toContain(says);
    }
    expect(countsOf(await deck.loadText('deals.csv', text))).toMatchObject({ new: 1 });
  });
});
