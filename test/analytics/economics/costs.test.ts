import { afterAll, describe, expect, it } from 'vitest';
import { answerRows } from '../../../electron/session/answer';
import { everything } from '../../../electron/model/question';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, deal, lastly, stage_map } from '../sales';

afterAll(closeGrounds);

let made = 0;

function cost(amount: number, more: Row): Row {
  return { cost_id: `k${++made}`, amount, purpose: 'acquire', ...more };
}

function order(account_id: string, ordered_at: string, amount = 100, more: Row = {}): Row {
  return { order_id: `o${++made}`, account_id, ordered_at, amount, ...more };
}

const until = '2026-12-31T23:59:59.999999Z';
const march = { from: '2026-03-01', to: '2026-04-01' };

describe('cost per conversion', () => {
  it('spreads a span evenly by day and takes only acquire costs: one fifth of a year’s 3,650 is 730', async () => {
    const costs = [
      cost(3650, { period_start: '2026-01-01', period_end: '2027-01-01' }),
      cost(70, { on: '2026-03-31' }),
      cost(999, { on: '2026-04-01' }),
      cost(999, { on: '2026-03-05', purpose: 'retain' }),
    ];
    const opportunities = [
      closed('a', 'Won', '2026-03-01'),
      closed('b', 'Won', '2026-03-31'),
      closed('c', 'Lost', '2026-03-05'),
    ];
    const ground = await groundOf({ costs, opportunities, stage_map }, {}, until);
    // March: 31 of 365 days at 10 a day, and 70 on its last day: 380 over two wins.
    expect((await ask(ground, 'cost-per-conversion', march)).rows[0]).toMatchObject({
      value: 190,
      cost_money: 380,
      denominator: 2,
      n: 2,
    });
    const months = (await ask(ground, 'cost-per-conversion', { from: '2026-01-01', to: '2027-01-01', by: ['quarter'] }))
      .rows;
    expect(months.map((row) => [row['quarter'], row['cost_money']])).toEqual([
      ['2026Q1', 970],
      ['2026Q2', 910 + 999],
      ['2026Q3', 920],
      ['2026Q4', 920],
    ]);
  });

  it('no conversions: no rate, the cost is still shown', async () => {
    const ground = await groundOf(
      { costs: [cost(50, { on: '2026-03-02' })], opportunities: [deal('a')], stage_map },
      {},
      until,
    );
    expect((await ask(ground, 'cost-per-conversion')).rows[0]).toMatchObject({
      value: null,
      reason: 'empty',
      cost_money: 50,
    });
  });

  it('without dates: all of history, also what was won before the first cost was written down', async () => {
    const costs = [cost(90, { on: '2026-03-31' })];
    const opportunities = [closed('a', 'Won', '2026-03-02'), closed('b', 'Won', '2026-03-30'), closed('c', 'Won', '2026-04-01')]; // prettier-ignore
    const orders = [order('x', '2026-03-02'), order('y', '2026-03-30')];
    const ground = await groundOf({ costs, opportunities, orders, stage_map }, {}, until);
    expect((await ask(ground, 'cost-per-conversion')).rows[0]).toMatchObject({ value: 30, cost_money: 90, n: 3 });
    expect((await ask(ground, 'acquisition-cost')).rows[0]).toMatchObject({ value: 45, n: 2 });
    expect((await ask(ground, 'payback')).rows[0]).toMatchObject({ n: 2 });
    expect((await ask(ground, 'conversion-what-if')).rows[0]).toMatchObject({ value: 30 });
  });

  it('other rungs, reps and sources; a cost without a currency rate is left out and counted', async () => {
    const costs = [
      cost(40, { on: '2026-01-05', source: 'Web', rep_id: 'r' }),
      cost(60, { on: '2026-01-06', source: 'Fair' }),
      cost(5, { on: '2026-01-06', source: 'Fair', currency: 'EUR' }),
      cost(8, { on: '2026-01-06', team_id: 'North' }),
    ];
    const opportunities = [deal('a', { source: 'Web', owner_id: 'r' }), deal('b', { source: 'Fair', owner_id: 'r' })];
    const ground = await groundOf({ costs, opportunities, stage_map, activities: [lastly('2026-02-01')] });
    const qualified = { options: { conversion: 'qualified' } };
    const bySource = (await ask(ground, 'cost-per-conversion', { ...qualified, by: ['source'] })).rows;
    expect(bySource.map((row) => [row['source'], row['value'], row['cost_money'], row['excluded']])).toEqual([
      ['Fair', 60, 60, '{"no_fx":1}'],
      ['Unknown', null, 8, '{}'],
      ['Web', 40, 40, '{}'],
    ]);
    const byTeam = (await ask(ground, 'cost-per-conversion', { ...qualified, by: ['team'] })).rows;
    expect(byTeam.find((row) => row['team'] === 'North')).toMatchObject({ cost_money: 8 });
  });

  it('costs of others alone: none for this choice, which no file would change', async () => {
    const costs = [cost(40, { on: '2026-03-05', source: 'Web' }), cost(4, { on: '2026-03-05', purpose: 'retain' })];
    const opportunities = [
      closed('a', 'Won', '2026-03-02', { account_id: 'x', source: 'Fair' }),
      closed('old', 'Won', '2026-02-02', { account_id: 'x', source: 'Fair' }),
      closed('new', 'Won', '2026-03-02', { account_id: 'y', source: 'Fair' }),
    ];
    const ground = await groundOf({ costs, opportunities, stage_map }, {}, until);
    const fair = { ...march, filters: { source: ['Fair'] } };
    const asked = { 'cost-per-conversion': fair, 'conversion-what-if': { filters: fair.filters }, payback: fair, 'acquire-to-keep': fair }; // prettier-ignore
    for (const [id, question] of Object.entries(asked)) {
      const [row] = (await ask(ground, id, question)).rows;
      expect([id, row?.['value'], row?.['reason']]).toEqual([id, null, 'no_cost']);
    }
  });

  it('the rows behind: the costs, and the journeys', async () => {
    const costs = [cost(40, { on: '2026-03-05' }), cost(60, { on: '2026-03-06' })];
    const ground = await groundOf({ costs, opportunities: [closed('a', 'Won', '2026-03-01')], stage_map }, {}, until);
    const rows = (part: 'numerator' | 'denominator') =>
      answerRows(ground, {
        metric: 'cost-per-conversion',
        question: { ...everything, ...march },
        where: {},
        part,
        offset: 0,
        limit: 9,
      });
    expect((await rows('numerator')).count).toBe(2);
    expect((await rows('denominator')).count).toBe(1);
  });
});

describe('acquisition cost', () => {
  it('acquire costs over customers with their first purchase in the period', async () => {
    const costs = [cost(300, { on: '2026-03-10' })];
    const orders = [
      order('new', '2026-03-01'),
      order('new', '2026-03-09'),
      order('old', '2026-02-01'),
      order('old', '2026-03-05'),
      order('other', '2026-03-31'),
    ];
    const ground = await groundOf({ costs, orders }, {}, until);
    expect((await ask(ground, 'acquisition-cost', march)).rows[0]).toMatchObject({
      value: 150,
      cost_money: 300,
      n: 2,
      lag_days: 0,
    });
  });

  it('asked, costs are taken from as much earlier as a deal takes in the middle', async () => {
    const costs = [cost(300, { on: '2026-02-10' }), cost(90, { on: '2026-03-10' })];
    // Won 30 days after its creation on 5 January.
    const opportunities = [closed('a', 'Won', '2026-02-04', { account_id: 'x' })];
    const ground = await groundOf({ costs, opportunities, orders: [order('new', '2026-03-01')], stage_map }, {}, until);
    const lagged = { ...march, options: { lag: 'cycle' } };
    expect((await ask(ground, 'acquisition-cost', lagged)).rows[0]).toMatchObject({ value: 300, lag_days: 30 });
    expect((await ask(ground, 'acquisition-cost', march)).rows[0]).toMatchObject({ value: 90 });
  });

  it('without costs it cannot be said', async () => {
    const ground = await groundOf({ orders: [order('a', '2026-03-01')] }, {}, until);
    expect((await ask(ground, 'acquisition-cost')).rows[0]).toMatchObject({
      state: 'unavailable',
      reason: 'missing:costs',
    });
  });
});

describe('payback', () => {
  // a: 60 in its first month, 30 in its third. b: 60 in its first. Each cost 70.
  const orders = [
    order('a', '2026-01-10', 500, { margin: 60 }),
    order('a', '2026-03-15', 300, { margin: 30 }),
    order('b', '2026-01-20', 500, { margin: 60 }),
  ];
  const january = { from: '2026-01-01', to: '2026-02-01' };

  it('months until the mean margin adds up to the cost of winning a customer', async () => {
    const ground = await groundOf(
      { orders, costs: [cost(140, { on: '2026-01-05' })] },
      {},
      '2026-06-30T23:59:59.999999Z',
    );
    // Month one 60, two 0, three 15: 75 covers 70 in the third.
    expect((await ask(ground, 'payback', january)).rows[0]).toMatchObject({
      value: 3,
      n: 2,
      acquisition_money: 70,
      basis: 'margin',
      months_seen: 5,
    });
  });

  it('not reached within what was seen: not yet, with the share recovered; a month is read from those old enough for it', async () => {
    const ground = await groundOf(
      { orders, costs: [cost(300, { on: '2026-01-05' })] },
      {},
      '2026-03-14T23:59:59.999999Z',
    );
    // Two whole months for a, one for b: 60 in the first, 0 in the second (a alone, as only one of two is that old, too few are).
    expect((await ask(ground, 'payback', january)).rows[0]).toMatchObject({
      value: null,
      reason: 'not_yet',
      recovered: 0.4,
      recovered_money: 60,
    });
  });

  it('revenue alone needs a margin rate, which a person may enter', async () => {
    const plain = [order('a', '2026-01-10', 500), order('b', '2026-01-20', 500)];
    const ground = await groundOf({ orders: plain }, {}, '2026-06-30T23:59:59.999999Z');
    expect((await ask(ground, 'payback', january)).rows[0]).toMatchObject({ value: null, reason: 'missing:costs' });
    const typed = await ask(ground, 'payback', { ...january, options: { cost: '90' } });
    expect(typed.rows[0]).toMatchObject({ value: null, reason: 'missing:margin', basis: 'revenue' });
    const rated = await ask(ground, 'payback', { ...january, options: { cost: '90', margin_rate: '0.2' } });
    expect(rated.rows[0]).toMatchObject({ value: 1 });
    expect(rated.answer.extra?.['entered']).toEqual(['cost', 'margin_rate']);
  });
});

describe('acquire-to-keep ratio', () => {
  it('cost of a new customer over the cost of one kept, the quoted range beside it and labelled', async () => {
    const orders = [
      order('kept', '2026-02-01'),
      order('kept', '2026-03-01'),
      order('gone', '2026-02-01'),
      order('new', '2026-03-01'),
    ];
    const costs = [
      cost(80, { on: '2026-03-02' }),
      cost(20, { on: '2026-03-02', purpose: 'retain' }),
      cost(7, { on: '2026-03-02', purpose: 'other' }),
    ];
    const ground = await groundOf({ orders, costs }, {}, until);
    // One new for 80, one kept for 20.
    expect((await ask(ground, 'acquire-to-keep', march)).rows[0]).toMatchObject({
      value: 4,
      acquisition_money: 80,
      keep_money: 20,
      kept: 1,
      new_customers: 1,
      quoted_low: 5,
      quoted_high: 25,
    });
  });

  it('whose order was wholly refunded was not kept', async () => {
    const orders = [
      order('kept', '2026-02-01'),
      order('kept', '2026-03-01'),
      order('returned it', '2026-02-01'),
      order('returned it', '2026-03-01', 100, { order_id: 'back' }),
    ];
    const refunds = [{ refund_id: 'r', order_id: 'back', at: '2026-03-05', amount: 100 }];
    const costs = [cost(20, { on: '2026-03-02', purpose: 'retain' })];
    const ground = await groundOf({ orders, refunds, costs }, {}, until);
    const options = { cost: '80' };
    expect((await ask(ground, 'acquire-to-keep', { ...march, options })).rows[0]).toMatchObject({ value: 4, kept: 1 });
  });

  it('by month each one against the one before, costs spread over the months; payback and the what-ifs too', async () => {
    const orders = ['2026-01-05', '2026-02-05', '2026-03-05'].map((day) => order('kept', day, 100, { margin: 10 }));
    orders.push(order('new', '2026-03-06', 100, { margin: 10 }));
    const costs = [
      cost(590, { period_start: '2026-02-01', period_end: '2026-04-01' }),
      cost(59, { period_start: '2026-02-01', period_end: '2026-04-01', purpose: 'retain' }),
    ];
    const opportunities = [closed('a', 'Won', '2026-03-09', { created_at: '2026-03-02' })];
    const ground = await groundOf({ orders, costs, opportunities, stage_map }, {}, until);
    const asked = { from: '2026-02-01', to: '2026-04-01', by: ['month' as const] };
    // 10 a day to win, 1 to keep: 28 days of February, 31 of March.
    expect((await ask(ground, 'acquire-to-keep', asked)).rows).toMatchObject([
      { month: '2026-02', value: null, keep_money: 28, kept: 1, new_customers: 0 },
      { month: '2026-03', value: 10, keep_money: 31, kept: 1, acquisition_money: 310 },
    ]);
    expect((await ask(ground, 'payback', asked)).rows.at(-1)).toMatchObject({
      month: '2026-03',
      acquisition_money: 310,
    });
    expect((await ask(ground, 'conversion-what-if', asked)).rows.at(-1)).toMatchObject({
      month: '2026-03',
      cost_per_conversion_money: 310,
    });
    expect((await ask(ground, 'retention-what-if', asked)).rows.slice(0, 2)).toMatchObject([
      { month: '2026-02', retention: 1, n: 1 },
      { month: '2026-03', retention: 1, n: 1 },
    ]);
  });
});
