import { afterAll, describe, expect, it } from 'vitest';
import type { Rows } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { history, stage_map } from '../sales';

afterAll(closeGrounds);

const reps = ['r1', 'r2'].map((rep_id) => ({ rep_id, name: `Name ${rep_id}`, role: 'ae' }));

/** What a metric says of rows in their order and in the opposite one. */
async function bothWays(rows: Rows, metric: string, question = {}) {
  const turned = Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list.toReversed()]));
  const [plain, other] = [await groundOf(rows), await groundOf(turned)];
  return [(await ask(plain, metric, question)).rows, (await ask(other, metric, question)).rows];
}

describe('what happened in one instant is told apart by what is recorded, not by the order of the rows', () => {
  it('orders of one day by two sellers: the customer is one’s, always the same', async () => {
    const orders = ['D1', 'D2', 'D3', 'D4'].map((order_id, i) => ({
      order_id,
      account_id: i < 2 ? 'A' : 'B',
      ordered_at: '2026-03-05',
      amount: 100 + i,
      rep_id: i % 2 ? 'r1' : 'r2',
    }));
    const order_lines = orders.map(({ order_id }, i) => ({ order_id, line: 1, product_id: `P${i}`, quantity: 1 }));
    const [plain, turned] = await bothWays({ reps, orders, order_lines }, 'value-to-date', { by: ['rep', 'product'] });
    expect(turned).toEqual(plain);
  });

  it('stage events of one rung: the first of the file is who entered it', async () => {
    const rows: Rows = {
      reps,
      stage_map,
      opportunities: [{ opportunity_id: 'o', created_at: '2026-01-01', stage: 'Won', amount: 100 }],
      stage_events: history(
        'o',
        ['2026-01-05', 'Qualified', { rep_id: 'r1' }],
        ['2026-01-05', 'Qualified', { rep_id: 'r2' }],
        ['2026-02-05', 'Won', { rep_id: 'r2' }],
      ),
    };
    const question = { by: ['rep'], options: { attribution: 'at_entry' } };
    for (const found of await bothWays(rows, 'bookings', question))
      expect(found).toMatchObject([{ rep: 'Name r1', value: 100 }]);
  });

  it('two leads that name one referral: it led to the first one’s account', async () => {
    const rows: Rows = {
      accounts: [{ account_id: 'A' }, { account_id: 'B' }, { account_id: 'C' }],
      leads: ['B', 'C'].map((account_id, i) => ({
        lead_id: `l${i}`,
        created_at: '2026-01-02',
        account_id,
        referral_id: 'W',
      })),
      referrals: [{ referral_id: 'W', at: '2026-01-01', from_account: 'A' }],
      orders: ['A', 'B'].map((account_id, i) => ({
        order_id: `D${i}`,
        account_id,
        ordered_at: '2026-02-01',
        amount: 1,
      })),
    };
    for (const [row] of await bothWays(rows, 'referral-yield'))
      expect(row).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('a rate told both ways on one day: the one that need not be turned round', async () => {
    const rows: Rows = {
      fx_rates: [
        { on: '2026-01-01', from_ccy: 'EUR', to_ccy: 'USD', rate: 1.25 },
        { on: '2026-01-01', from_ccy: 'USD', to_ccy: 'EUR', rate: 0.5 },
        { on: '2026-02-01', from_ccy: 'EUR', to_ccy: 'USD', rate: null },
      ],
      orders: [{ order_id: 'D', account_id: 'A', ordered_at: '2026-03-01', amount: 100, currency: 'EUR' }],
    };
    for (const [row] of await bothWays(rows, 'value-to-date')) expect(row).toMatchObject({ value: 125, n: 1 });
  });
});
