import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportMap } from '../../electron/contract';
import { errorCodes } from '../../electron/model/errors';
import { readTable } from '../../electron/import/read';
import { hasSharedData, sharedData } from '../shared-data';
import { OpenDeck, countsOf } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

const atOnce = 12;

interface Item {
  readonly id: string;
  readonly file: string;
}

function torture(): readonly Item[] {
  if (!hasSharedData) return [];
  const manifest: unknown = JSON.parse(readFileSync(sharedData('csv-torture', 'manifest.json'), 'utf8'));
  const items = Array.isArray(manifest) ? manifest : (manifest as { items: unknown }).items;
  return (items as Item[]).filter(({ id }) => !/^big|-big$/.test(id));
}

describe.skipIf(!hasSharedData)('every odd file', () => {
  it('goes in with every record accounted for, as opportunities by its first column, or is refused in words', async () => {
    const outcomes = { loaded: 0, refused: 0 };
    const odd = [];
    for (const { id, file } of torture()) {
      const path = sharedData('csv-torture', 'files', file.replace(/^files\//, ''));
      const table = await readTable(path).catch(() => null);
      const [key] = table?.header ?? [];
      if (table && key !== undefined) odd.push({ id, path, key, records: table.rows.length + table.setAside.length });
    }
    // Several at once: each is a file of its own to the load, and what is said of all of them together is said once.
    for (let i = 0; i < odd.length; i += atOnce) {
      const files = odd.slice(i, i + atOnce);
      const map = files.map(({ path, key }) => [
        basename(path),
        { table: 'opportunities', columns: { [key]: 'opportunity_id' } },
      ]);
      const ids = files.map(({ id }) => id).join(', ');
      const paths = files.map(({ path }) => path);
      const reports = (await deck.plan(paths, Object.fromEntries(map) as ImportMap)).files;
      expect(reports, ids).toHaveLength(files.length);
      for (const [at, report] of reports.entries()) {
        const { id, records } = files[at] ?? { id: '', records: 0 };
        if (report.set_aside === null) {
          expect(countsOf(report)['adds'], id).toBe(true);
          expect(Number(report.read), id).toBeGreaterThanOrEqual(records);
          outcomes.loaded++;
        } else {
          expect(errorCodes, id).toContain(report.set_aside.code);
          outcomes.refused++;
        }
      }
    }
    expect(outcomes.loaded + outcomes.refused).toBe(odd.length);
    expect(outcomes.loaded).toBeGreaterThan(60);
  }, 300_000);
});

describe('amounts in the dress of other countries', () => {
  const read = async (delimiter: string, values: readonly string[]) => {
    const rows = values.map((value, i) => [`="00${i}"`, 'New', value].join(delimiter));
    await deck.loadText('deals.csv', [['Deal ID', 'Stage', 'Amount'].join(delimiter), ...rows].join('\n'));
    return deck.rows('select opportunity_id as id, amount as n from opportunities order by 1');
  };

  it('words, dashes for no cents, other minus signs and brackets', async () => {
    const values = ['Rs. 5.25', "CHF 1'234.-", '\u22125', '$(7)', '100 Ft', '="300.50"', '12 Kč'];
    const numbers = [5.25, 1234, -5, -7, 100, 300.5, 12];
    expect(await read(',', values)).toEqual(numbers.map((n, i) => ({ id: `00${i}`, n })));
  });

  it('points at thousands where semicolons part the fields', async () => {
    expect(await read(';', ['1.234', '12.000', '900'])).toMatchObject([{ n: 1234 }, { n: 12000 }, { n: 900 }]);
  });
});

describe('containers', () => {
  const deals = 'Deal ID,Created date,Stage\n1,2026-01-01,Won\n2,2026-01-02,New\n';
  const accounts = 'Account ID,Account name,Industry\nA1,Acme,Paper\n';

  it('a packed file is read as it is', async () => {
    const { files } = await deck.load([deck.file('deals.csv.gz', gzipSync(deals))]);
    expect(files[0]).toMatchObject({ table: 'opportunities', read: 2, new: 2 });
  });

  it('an archive of several tables brings them all, each reported by its name', async () => {
    const zip = new JSZip();
    zip.file('Deals_001.csv', deals);
    zip.file('Accounts_001.csv', accounts);
    const { files } = await deck.load([deck.file('backup.zip', await zip.generateAsync({ type: 'uint8array' }))]);
    expect(files.map(({ part, table, read }) => ({ part, table, read })).sort((a, b) => a.read - b.read)).toEqual([
      { part: 'Accounts_001.csv', table: 'accounts', read: 1 },
      { part: 'Deals_001.csv', table: 'opportunities', read: 2 },
    ]);
    await deck.reopen();
    expect(await deck.rows('select count(*) as n from opportunities')).toEqual([{ n: 2 }]);
  });
});

interface RetailFigures {
  readonly lines: number;
  readonly money: number;
  readonly orders: number;
  readonly refunds: number;
  readonly cancelled: number;
  readonly ofCustomers: Record<string, number | string>;
  readonly months: number;
}

/** Customers by month of their first order, as published. */
const customersByFirstMonth = [885, 417, 380, 452, 300, 284, 242, 188, 169, 299, 358, 324, 41];

/** What is published of the retail lines, and what another program counted of their first two months. The whole of them is loaded where QUARTERDECK_WHOLE is set. */
const retail: readonly (readonly [string, string, RetailFigures])[] = [
  [
    'first two months',
    '2011-02-01',
    {
      lines: 77_628,
      money: 1308957.28,
      orders: 2_915,
      refunds: 586,
      cancelled: 586,
      ofCustomers: { orders: 2_387, customers: 1_302, money: 1142158.93, first: '12346' },
      months: 2,
    },
  ],
  [
    'all of them',
    '9999',
    {
      lines: 541_909,
      money: 9747747.934,
      orders: 22_062,
      // 3,836 cancellations and two corrections of bad debt.
      refunds: 3_838,
      cancelled: 3_836,
      ofCustomers: { orders: 18_536, customers: 4_339, money: 8911407.904, first: '12346' },
      months: 13,
    },
  ],
];
const retailLoaded = retail.slice(0, process.env['QUARTERDECK_WHOLE'] === undefined ? 1 : 2);

/** Lines of the orders before a day, under their header. */
function retailLines(until: string): string {
  const text = gunzipSync(readFileSync(sharedData('uci-online-retail', 'online-retail.csv.gz'))).toString();
  const after = text.indexOf(`,${until} `);
  return after < 0 ? text : text.slice(0, text.lastIndexOf('\n', after) + 1);
}

describe.skipIf(!hasSharedData)('public data sets', () => {
  it('the tab-separated quota history without a header, told its columns', async () => {
    const { files } = await deck.load([sharedData('adventureworks-sales-quotas', 'SalesPersonQuotaHistory.csv')], {
      '*Quota*': {
        table: 'targets',
        header_line: 0,
        columns: { c1: 'rep_id', c2: 'period_start', c3: 'value', c4: 'target_id', c5: null },
        constants: { metric: 'bookings' },
      },
    });
    expect(countsOf(files[0])).toMatchObject({ read: 163, new: 163 });
    expect(
      await deck.rows(
        'select sum(value)::double as total, min(period_start) as first, max(period_start) as last, count(distinct rep_id) as people from targets',
      ),
    ).toEqual([{ total: 95714000, first: '2022-05-30', last: '2025-02-28', people: 17 }]);
  });

  it.each(retailLoaded)(
    'the retail lines, %s: one file gives lines, orders and refunds',
    async (_name, until, figures) => {
      const path = deck.file('online-retail.csv.gz', gzipSync(retailLines(until), { level: 1 }));
      const { files } = await deck.load([path]);
      expect(files[0]).toMatchObject({ table: 'order_lines', read: figures.lines, new: figures.lines });
      expect(
        await deck.rows(
          'select sum(quantity * unit_price)::double as money, count(distinct order_id) as orders from order_lines',
        ),
      ).toEqual([{ money: figures.money, orders: figures.orders + figures.refunds }]);
      // Every number is an order or, where it comes to less than nothing, a refund.
      expect(files[0]?.derived).toEqual({ orders: figures.orders, refunds: figures.refunds });
      expect(
        await deck.rows(
          'select count(*) as orders, count(distinct account_id) as customers, sum(amount)::double as money, min(account_id) as first from orders where account_id is not null',
        ),
      ).toEqual([figures.ofCustomers]);
      expect(
        await deck.rows(
          "select (select sum(amount) from orders)::double - (select sum(amount) from refunds)::double as money, (select count(*) from refunds where refund_id like 'C%') as cancelled",
        ),
      ).toEqual([{ money: expect.closeTo(figures.money, 3) as number, cancelled: figures.cancelled }]);
      expect(
        (
          await deck.rows(
            "select strftime(first, '%Y-%m') as month, count(*) as n from (select account_id, min(ordered_at) as first from orders where account_id is not null group by 1) group by 1 order by 1",
          )
        ).map(({ n }) => n),
      ).toEqual(customersByFirstMonth.slice(0, figures.months));
    },
    120_000,
  );

  it('purchases parted by blanks, without a header, told their columns', async () => {
    const { files } = await deck.load([sharedData('cdnow-sample', 'CDNOW_sample.txt')], {
      'CDNOW*': {
        table: 'orders',
        delimiter: ' ',
        header_line: 0,
        columns: { c1: null, c2: 'account_id', c3: 'ordered_at', c4: null, c5: 'amount' },
        currency: 'USD',
      },
    });
    expect(countsOf(files[0])).toMatchObject({ read: 6_919, new: 6_919, adds: true });
    expect(
      await deck.rows(
        'select count(*) as n, count(distinct account_id) as customers, sum(amount)::double as money, min(ordered_at)::date as first, max(ordered_at)::date as last, min(account_id) as id, sum(x_c4::int) as discs, count(*) filter (where amount = 0) as free, min(currency) as currency from orders',
      ),
    ).toEqual([
      {
        n: 6_919,
        customers: 2_357,
        money: 244091.94,
        first: '1997-01-01',
        last: '1998-06-30',
        id: '0001',
        discs: 16_479,
        free: 8,
        currency: 'USD',
      },
    ]);
  });
});
