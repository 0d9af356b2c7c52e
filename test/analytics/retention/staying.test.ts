import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { contract, endOf, order, orders } from './sold';

afterAll(closeGrounds);

const march = { from: '2026-03-01', to: '2026-04-01' };

describe('logo retention and churn of customers without a contract', () => {
  // Active in February: a, b, c. Of these in March: a. d is new in March.
  const data = [
    ...orders('a', '2026-02-01', '2026-03-31'),
    ...orders('b', '2026-02-28'),
    ...orders('c', '2026-01-15', '2026-02-10', '2026-04-01'),
    ...orders('d', '2026-03-01'),
  ];

  it('counts who bought in the period before and in this one: one of three kept', async () => {
    const ground = await groundOf({ orders: data }, {}, endOf('2026-04-30'));
    expect((await ask(ground, 'logo-retention', march)).rows[0]).toMatchObject({
      value: 1 / 3,
      numerator: 1,
      denominator: 3,
      complete: true,
      state: 'thin',
    });
    expect((await ask(ground, 'churn-rate', march)).rows[0]).toMatchObject({ value: 2 / 3, numerator: 2 });
  });

  it('by month, each month against the one before; the first has nobody before it', async () => {
    const ground = await groundOf({ orders: data }, {}, endOf('2026-04-15'));
    const { rows } = await ask(ground, 'logo-retention', { by: ['month'] });
    // February: of c alone (January) c bought. March: 1 of 3. April, still running: of a and d (March) nobody, c came back from February.
    expect(rows.map((row) => [row['month'], row['numerator'], row['denominator'], row['complete']])).toEqual([
      ['2026-02', 1, 1, true],
      ['2026-03', 1, 3, true],
      ['2026-04', 0, 2, false],
    ]);
    expect(rows[2]?.['state']).toBe('immature');
  });

  it('without dates: the twelve months up to the as-of against the twelve before', async () => {
    const ground = await groundOf({ orders: orders('a', '2025-03-31', '2025-04-01') }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'logo-retention')).rows[0]).toMatchObject({ numerator: 1, denominator: 1 });
    const later = await groundOf({ orders: orders('a', '2025-03-31', '2025-04-01') }, {}, endOf('2026-04-01'));
    expect((await ask(later, 'logo-retention')).rows[0]).toMatchObject({ numerator: 0, denominator: 1 });
    // And the document says which months those were; split by month it is all of history.
    const told = async (metric: string, by: readonly string[] = []) =>
      (await ask(ground, metric, { by })).answer.period;
    for (const metric of ['logo-retention', 'churn-rate', 'revenue-retention', 'expansion'])
      expect(await told(metric)).toEqual({ start: '2025-04-01', end: '2026-04-01' });
    expect(await told('logo-retention', ['month'])).toEqual({ start: null, end: null });
  });

  it('nobody before: no rate, and the reason', async () => {
    const ground = await groundOf({ orders: orders('a', '2026-03-05') }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'logo-retention', march)).rows[0]).toMatchObject({ value: null, reason: 'empty' });
  });
});

describe('logo retention and churn of contracts', () => {
  const subscriptions = [
    contract('stays', '2026-01-01'),
    contract('ends', '2026-01-01', { ended_on: '2026-03-15' }),
    contract('ends with the period', '2026-01-01', { ended_on: '2026-04-01' }),
    contract('returns', '2026-01-01', { ended_on: '2026-03-10' }),
    contract('returns', '2026-03-20'),
    contract('changes hands', '2026-01-01', { ended_on: '2026-03-10' }),
    contract('changes hands', '2026-03-10'),
    contract('new', '2026-03-01'),
  ];

  it('customer left and returned: retained if back in the period, counted as returned', async () => {
    const ground = await groundOf({ subscriptions }, {}, endOf('2026-04-30'));
    // Active on 28 February: five. Active on 31 March: all but the one that ended on the 15th.
    expect((await ask(ground, 'logo-retention', march)).rows[0]).toMatchObject({
      numerator: 4,
      denominator: 5,
      returned: 1,
    });
  });

  it('gross churn counts the one who came back too, a contract that follows without a gap does not leave', async () => {
    const ground = await groundOf({ subscriptions }, {}, endOf('2026-04-30'));
    const gross = { ...march, options: { count: 'gross' } };
    expect((await ask(ground, 'churn-rate', march)).rows[0]).toMatchObject({ numerator: 1, denominator: 5 });
    expect((await ask(ground, 'churn-rate', gross)).rows[0]).toMatchObject({ numerator: 2, denominator: 5 });
  });

  it('a contract worth nothing is none', async () => {
    const free = [contract('a', '2026-01-01', { mrr: 0 }), contract('b', '2026-01-01')];
    const changes = [{ subscription_id: String(free[1]?.['subscription_id']), on: '2026-03-05', mrr: 0 }];
    const ground = await groundOf({ subscriptions: free, subscription_changes: changes }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'logo-retention', march)).rows[0]).toMatchObject({ numerator: 0, denominator: 1 });
    // Nor does one that begins the day after follow another; one that begins with a value does.
    const followed = (mrr: number) => [
      contract('a', '2026-01-01', { ended_on: '2026-02-28' }),
      contract('a', '2026-03-01', { mrr }),
    ];
    for (const [mrr, denominator] of [[0, 0] as const, [5, 1] as const]) {
      const next = await groundOf({ subscriptions: followed(mrr) }, {}, endOf('2026-03-31'));
      expect((await ask(next, 'logo-retention', march)).rows[0]).toMatchObject({ denominator });
    }
  });
});

describe('revenue retention and expansion', () => {
  // Start of March: a 100, b 200, c 300, d 50. End: a 150, b 120, c gone, d 50. e is new.
  const subscriptions = [
    contract('a', '2026-01-01', { subscription_id: 'a' }),
    contract('b', '2026-01-01', { subscription_id: 'b', mrr: 200 }),
    contract('c', '2026-01-01', { mrr: 300, ended_on: '2026-03-31' }),
    contract('d', '2026-01-01', { mrr: 50 }),
    contract('e', '2026-03-02', { mrr: 1000 }),
  ];
  const subscription_changes = [
    { subscription_id: 'a', on: '2026-03-10', mrr: 150 },
    { subscription_id: 'b', on: '2026-03-31', mrr: 120 },
    { subscription_id: 'b', on: '2026-04-01', mrr: 500 },
  ];

  it('gross caps each customer at what it was, net does not; new customers are in neither', async () => {
    const ground = await groundOf({ subscriptions, subscription_changes }, {}, endOf('2026-04-30'));
    const { rows } = await ask(ground, 'revenue-retention', march);
    // Net (150 + 120 + 0 + 50) / 650; gross (100 + 120 + 0 + 50) / 650.
    expect(rows[0]).toMatchObject({
      value: 320 / 650,
      nrr: 320 / 650,
      grr: 270 / 650,
      start_money: 650,
      basis: 'contract',
    });
    const gross = await ask(ground, 'revenue-retention', { ...march, options: { measure: 'gross' } });
    expect(gross.rows[0]).toMatchObject({ value: 270 / 650, numerator: 270 });
    expect(Number(rows[0]?.['lower'])).toBeLessThan(320 / 650);
    // Of the three with money at the end only a has more than before.
    expect(rows[0]?.['grown']).toBe(1);
  });

  it('expansion: growth of the kept ones over what they were, and won expansion deals beside it', async () => {
    const opportunities = [
      {
        opportunity_id: 'x',
        created_at: '2026-03-02',
        stage: 'Won',
        is_won: true,
        closed_at: '2026-03-20',
        amount: 70,
        kind: 'expansion',
        account_id: 'a',
      },
    ];
    const ground = await groundOf({ subscriptions, subscription_changes, opportunities }, {}, endOf('2026-04-30'));
    // a grew by 50; kept were a, b and d with 350.
    expect((await ask(ground, 'expansion', march)).rows[0]).toMatchObject({
      value: 50 / 350,
      n: 3,
      grown: 1,
      expansion_money: 70,
      excluded: '{"left":1}',
    });
  });

  it('money at the start date’s rate: a currency that moves is no loss; without a rate the customer is left out', async () => {
    const foreign = [
      contract('a', '2026-01-01', { mrr: 100, currency: 'SGD' }),
      contract('b', '2026-01-01', { mrr: 100, currency: 'EUR' }),
    ];
    const fx_rates = [
      { on: '2026-01-01', from_ccy: 'SGD', to_ccy: 'USD', rate: 0.75 },
      { on: '2026-03-15', from_ccy: 'SGD', to_ccy: 'USD', rate: 0.5 },
    ];
    const ground = await groundOf({ subscriptions: foreign, fx_rates }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'revenue-retention', march)).rows[0]).toMatchObject({
      value: 1,
      start_money: 75,
      excluded: '{"no_fx":1}',
    });
  });

  it('without contracts the revenue of the two periods stands in, marked derived', async () => {
    const data = [
      order('a', '2026-02-03', { amount: 400 }),
      order('a', '2026-03-03', { amount: 100 }),
      ...orders('b', '2026-03-09'),
    ];
    const ground = await groundOf({ orders: data }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'revenue-retention', march)).rows[0]).toMatchObject({
      value: 0.25,
      state: 'derived',
      basis: 'revenue',
    });
  });

  it.each([[[]], [['segment' as const]]])(
    'more given back than bought counts in full, and who is new is nobody left out (by %j)',
    async (by) => {
      const data = [
        order('a', '2026-02-03', { amount: 400 }),
        order('a', '2026-03-03', { amount: 500 }),
        order('b', '2026-02-03', { amount: 100 }),
        order('b', '2026-03-03', { order_id: 'back', amount: 100 }),
        order('new', '2026-03-09', { currency: 'EUR' }),
      ];
      const refunds = [{ refund_id: 'r', order_id: 'back', at: '2026-03-04', amount: 150 }];
      const ground = await groundOf({ orders: data, refunds }, {}, endOf('2026-03-31'));
      // Net (500 - 50) / 500, gross (400 - 50) / 500.
      expect((await ask(ground, 'revenue-retention', { ...march, by })).rows).toMatchObject([
        { nrr: 0.9, grr: 0.7, grown: 1, n: 2, excluded: '{}' },
      ]);
    },
  );
});

describe('repeat purchase', () => {
  it('a second purchase within the window of the first; customers too young are counted apart', async () => {
    const data = [
      ...orders('in time', '2025-01-01', '2026-01-01'),
      ...orders('too late', '2025-01-01', '2026-01-02'),
      ...orders('same day', '2025-02-01', '2025-02-01'),
      ...orders('once', '2025-03-01'),
      ...orders('young', '2026-03-02', '2026-03-03'),
    ];
    const ground = await groundOf({ orders: data }, {}, endOf('2026-03-31'));
    // 365 days after 1 January 2025 is 1 January 2026. Two orders on one day are one purchase.
    expect((await ask(ground, 'repeat-purchase')).rows[0]).toMatchObject({
      value: 1 / 4,
      numerator: 1,
      denominator: 4,
      immature: 1,
      immature_hits: 1,
      median_days: 365,
      excluded: '{"not_mature":1}',
    });
  });

  it('without a window everybody is old enough, and any second purchase counts', async () => {
    const data = [
      ...orders('a', '2020-01-01', '2026-03-31'),
      ...orders('b', '2026-03-31'),
      ...orders('c', '2026-03-30'),
    ];
    const ground = await groundOf({ orders: data }, {}, endOf('2026-03-31'));
    const { rows } = await ask(ground, 'repeat-purchase', { options: { window: 'inf' } });
    expect(rows[0]).toMatchObject({ numerator: 1, denominator: 3, immature: 0 });
  });

  it('a customer exactly as old as the window is judged', async () => {
    const ground = await groundOf({ orders: orders('a', '2026-01-01') }, {}, endOf('2026-01-31'));
    const at = (window: string) => ask(ground, 'repeat-purchase', { options: { window } });
    expect((await at('30d')).rows[0]).toMatchObject({ denominator: 1 });
    expect((await at('31d')).rows[0]).toMatchObject({ denominator: 0, value: null, reason: 'not_mature' });
  });

  it('customers by contract alone are left out', async () => {
    const ground = await groundOf(
      { orders: orders('a', '2025-01-01', '2025-02-01'), subscriptions: [contract('b', '2025-01-01')] },
      {},
      endOf('2026-03-31'),
    );
    expect((await ask(ground, 'repeat-purchase')).rows[0]).toMatchObject({ value: 1, excluded: '{"contract":1}' });
  });
});
