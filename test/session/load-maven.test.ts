import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoadPlan, LoadResult } from '../../electron/contract';
import { hasSharedData, sharedData } from '../shared-data';
import { OpenDeck, countsOf } from './open-deck';

const maven = (name: string) => sharedData('maven-crm-sales-opportunities', name);
const files = ['accounts.csv', 'products.csv', 'sales_teams.csv', 'sales_pipeline.csv'].map(maven);

describe.skipIf(!hasSharedData)('the four Maven files', () => {
  let deck: OpenDeck;
  let plan: LoadPlan;
  let result: LoadResult;
  beforeAll(async () => {
    deck = await OpenDeck.fresh();
    plan = await deck.plan(files);
    result = await deck.load(files);
  });
  afterAll(() => deck.close());

  it('go in with no question but how a deal ends, and the optional one about GTXPro', () => {
    expect(plan.questions.map(({ file, kind, subject, suggested }) => ({ file, kind, subject, suggested }))).toEqual([
      { file: 'sales_pipeline.csv', kind: 'stages', subject: '', suggested: null },
      { file: 'sales_pipeline.csv', kind: 'alias', subject: 'GTXPro', suggested: 'GTX Pro' },
    ]);
  });

  it('are recognised and every row is new', () => {
    expect(result.files.map(({ table, ...report }) => [table, report.read, report.new])).toEqual([
      ['accounts', 85, 85],
      ['products', 7, 7],
      ['reps', 35, 35],
      ['opportunities', 8800, 8800],
    ]);
    for (const report of result.files) expect(countsOf(report)['adds']).toBe(true);
  });

  it('give the columns the fields they stand for', () => {
    const fields = result.files.map((report) =>
      Object.fromEntries(report.columns.map(({ source, field }) => [source, field])),
    );
    expect(fields).toEqual([
      {
        account: 'account_id',
        sector: 'industry',
        year_established: null,
        revenue: 'revenue',
        employees: 'employees',
        office_location: 'region',
        subsidiary_of: 'parent_id',
      },
      { product: 'product_id', series: 'family', sales_price: 'list_price' },
      { sales_agent: 'rep_id', manager: 'team_id', regional_office: 'region' },
      {
        opportunity_id: 'opportunity_id',
        sales_agent: 'owner_id',
        product: 'product_id',
        account: 'account_id',
        deal_stage: 'stage',
        engage_date: 'created_at',
        close_date: 'closed_at',
        close_value: 'amount',
      },
    ]);
  });

  it('give the published facts', async () => {
    expect(
      await deck.rows(
        'select stage, count(*) as n, sum(amount)::double as value from opportunities group by stage order by n desc',
      ),
    ).toEqual([
      { stage: 'Won', n: 4238, value: 10005534 },
      { stage: 'Lost', n: 2473, value: 0 },
      { stage: 'Engaging', n: 1589, value: null },
      { stage: 'Prospecting', n: 500, value: null },
    ]);
    expect(
      await deck.rows(
        'select min(created_at)::date as first, max(closed_at)::date as last, count(*) filter (where account_id is null) as none from opportunities',
      ),
    ).toEqual([{ first: '2016-10-20', last: '2017-12-31', none: 1425 }]);
    expect(await deck.rows('select stage, target from stage_map order by stage')).toEqual([
      { stage: 'Engaging', target: 'qualified' },
      { stage: 'Lost', target: 'lost' },
      { stage: 'Prospecting', target: 'lead' },
      { stage: 'Won', target: 'won' },
    ]);
  });

  it('say of each row which file and line it came from', async () => {
    expect(
      await deck.rows(
        "select src_file, src_row, created_at_is_date as day, amount::double as amount from opportunities where opportunity_id = 'Z063OYW0'",
      ),
    ).toEqual([{ src_file: 'sales_pipeline.csv', src_row: 3, day: true, amount: 4514 }]);
  });

  it('join GTXPro only once a person says so, and forget it with that import', async () => {
    const unknown =
      'select count(*) as n from opportunities anti join products using (product_id) where product_id is not null';
    expect(await deck.rows(unknown)).toEqual([{ n: 1480 }]);
    const again = await deck.load([maven('products.csv')], {
      'products.csv': { aliases: { products: { GTXPro: 'GTX Pro' } } },
    });
    expect(countsOf(again.files[0])).toMatchObject({ read: 7, unchanged: 7 });
    expect(await deck.rows(unknown)).toEqual([{ n: 0 }]);
    await deck.undo(again.import_id ?? '');
    expect(await deck.rows(unknown)).toEqual([{ n: 1480 }]);
  });

  it('are unchanged when they come again, and undone without a trace', async () => {
    const again = await deck.load(files);
    expect(again.files.map((report) => [report.read, report.unchanged])).toEqual([
      [85, 85],
      [7, 7],
      [35, 35],
      [8800, 8800],
    ]);
    await deck.undo(again.import_id ?? '');
    await deck.undo(result.import_id ?? '');
    expect(await deck.rows('select count(*) as n from opportunities')).toEqual([{ n: 0 }]);
  });
});

describe.skipIf(!hasSharedData)('an edited pipeline that comes again', () => {
  it('says exactly what changed, and undo gives the same figures back to the last byte', async () => {
    const deck = await OpenDeck.fresh();
    await deck.load(files);
    const figures = async () =>
      JSON.stringify([
        await deck.ask('win-rate', { by: ['team'] }),
        await deck.ask('bookings', { by: ['rep'] }),
        await deck.ask('cycle-length'),
        await deck.rows('select * from opportunities order by opportunity_id'),
      ]);
    const before = await figures();
    const [head = '', ...lines] = readFileSync(maven('sales_pipeline.csv'), 'utf8').trimEnd().split('\n');
    // Three deals edited, one taken out, two added.
    const edited = lines
      .filter((_, i) => i !== 10)
      .map((line, i) => (i < 3 ? line.replace(/,[^,]*$/, ',77') : line))
      .concat(
        'NEW00001,Moses Frase,GTX Basic,Cancity,Won,2017-01-01,2017-02-01,500',
        'NEW00002,Moses Frase,GTX Basic,Cancity,Engaging,2017-12-30,,',
      );
    const again = await deck.load([deck.file('sales_pipeline.csv', [head, ...edited].join('\n'))]);
    expect(countsOf(again.files[0])).toEqual({
      read: 8801,
      new: 2,
      updated: 3,
      unchanged: 8796,
      skipped: 0,
      rejected: 0,
      adds: true,
    });
    expect(await figures()).not.toBe(before);
    await deck.undo(again.import_id ?? '');
    expect(await figures()).toBe(before);
    await deck.close();
  }, 60_000);
});

describe.skipIf(!hasSharedData)('the pipeline in other dresses of its dates', () => {
  const dressed: readonly (readonly [string, (y: string, m: string, d: string) => string, string])[] = [
    ['M/D/YYYY', (y, m, d) => `${Number(m)}/${Number(d)}/${y}`, 'month first'],
    ['DD-MM-YY', (y, m, d) => `${d}-${m}-${y.slice(2)}`, 'day first'],
  ];
  it.each(dressed)(
    '%s holds the same rows and figures, and brings nothing new over the other',
    async (_name, write, chosen) => {
      const deck = await OpenDeck.fresh();
      await deck.load([maven('sales_pipeline.csv')]);
      const rows = async () => [
        await deck.rows(
          'select md5(string_agg(cast(row as varchar), chr(10) order by row.opportunity_id)) as print, count(*) as n from (select * exclude (src_file, src_row) from opportunities) as row',
        ),
        await deck.ask('win-rate', { by: ['quarter'] }),
        await deck.ask('cycle-length'),
      ];
      const expected = await rows();
      await deck.undo('1');
      const text = readFileSync(maven('sales_pipeline.csv'), 'utf8').replaceAll(
        /(\d{4})-(\d\d)-(\d\d)/g,
        (_all, y: string, m: string, d: string) => write(y, m, d),
      );
      const report = await deck.loadText('sales_pipeline.csv', text);
      expect(report.decisions.find(({ what }) => what === 'dates')?.chosen).toBe(chosen);
      expect(await rows()).toEqual(expected);
      const again = await deck.load([maven('sales_pipeline.csv')]);
      expect(countsOf(again.files[0])).toMatchObject({ unchanged: 8800, adds: true });
      await deck.close();
    },
  );
});

describe.skipIf(!hasSharedData)('a file that describes columns', () => {
  it('is left out with a word', async () => {
    const deck = await OpenDeck.fresh();
    const result = await deck.load([maven('data_dictionary.csv'), maven('products.csv')]);
    expect(result.files.map(({ table }) => table)).toEqual([null, 'products']);
    expect(result.warnings.map(({ code }) => code)).toEqual(['not_data']);
    await deck.close();
  });
});

describe.skipIf(!hasSharedData)('the pipeline with American dates', () => {
  it('holds the same days', async () => {
    const deck = await OpenDeck.fresh();
    const result = await deck.load([sharedData('reference', 'crm', 'sales_pipeline.csv')]);
    expect(result.files[0]?.decisions.find(({ what }) => what === 'dates')?.chosen).toBe('month first');
    expect(
      await deck.rows(
        'select min(created_at)::date as first, max(closed_at)::date as last, bool_and(created_at_is_date) as day from opportunities',
      ),
    ).toEqual([{ first: '2016-10-20', last: '2017-12-31', day: true }]);
    await deck.close();
  });
});
