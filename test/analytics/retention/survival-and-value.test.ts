import { afterAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import { answerRows } from '../../../electron/session/answer';
import { fitSbg, sbgSurvivalFrom } from '../../../electron/stats/sbg';
import { kaplanMeier } from '../../../electron/stats/survival';
import { hasSharedData } from '../../shared-data';
import { ask, closeGrounds, groundOf } from '../ground';
import { onlineRetailOrders } from './online-retail';
import { cdnowOrders, contract, endOf, order, orders } from './sold';

afterAll(closeGrounds);

describe('how long contract customers stay', () => {
  // Days: a ends after 31, b after 59 with c still there; d began on 1 March and runs: 31 days; e ends after 31 too.
  const subscriptions = [
    contract('a', '2026-01-01', { ended_on: '2026-02-01' }),
    contract('b', '2026-01-01', { ended_on: '2026-03-01' }),
    contract('c', '2026-01-01'),
    contract('d', '2026-03-01'),
    contract('e', '2026-02-01', { ended_on: '2026-03-04' }),
  ];

  it('one step a length of life at which somebody left; who was last seen on that day was still there', async () => {
    const ground = await groundOf({ subscriptions }, {}, endOf('2026-04-01'));
    const { rows, answer } = await ask(ground, 'customer-survival');
    // 31 days: five at risk (d is seen until then), two leave, 3/5 stay. 59 days: b and c at risk, one leaves: 3/10.
    expect(rows.map((row) => [row['t_days'], row['at_risk'], row['events'], row['survival']])).toEqual([
      [31, 5, 2, 0.6],
      [59, 2, 1, 0.3],
    ]);
    const known = kaplanMeier({ time: [31, 59, 90, 31, 31], event: [1, 1, 0, 0, 1] });
    expect(rows.map((row) => row['lower'])).toEqual(known.lower);
    expect(rows.map((row) => row['state'])).toEqual(['ok', 'thin']);
    expect(answer.extra?.['groups']).toMatchObject([{ customers: 5, median_days: 59 }]);
  });

  it('customer left and returned: the first spell unless asked for all, each with its number', async () => {
    const twice = [
      contract('a', '2026-01-01', { ended_on: '2026-01-11' }),
      contract('a', '2026-02-01', { ended_on: '2026-02-21' }),
      contract('a', '2026-02-05', { ended_on: '2026-03-01' }),
    ];
    const ground = await groundOf({ subscriptions: twice }, {}, endOf('2026-04-01'));
    const steps = async (spell: string) =>
      (await ask(ground, 'customer-survival', { options: { spell } })).rows.map((row) => [
        row['t_days'],
        row['at_risk'],
      ]);
    expect(await steps('first')).toEqual([[10, 1]]);
    // The second spell runs from 1 February to the end of the contract that overlaps: 28 days.
    expect(await steps('all')).toEqual([
      [10, 2],
      [28, 1],
    ]);
  });

  it('a renewal that is a new contract from the next day on, or the same, is the same stay; a day later it is another', async () => {
    const following = (started_on: string) =>
      groundOf(
        { subscriptions: [contract('a', '2025-01-01', { ended_on: '2025-12-31' }), contract('a', started_on)] },
        {},
        endOf('2026-04-01'),
      );
    for (const [started_on, left, kept] of [
      ['2025-12-31', 0, 1],
      ['2026-01-01', 0, 1],
      ['2026-01-02', 1, 0],
    ] as const) {
      const ground = await following(started_on);
      const [life] = (await ask(ground, 'customer-survival')).rows;
      expect([started_on, life?.['events'] ?? 0]).toEqual([started_on, left]);
      const year = { from: '2025-07-01', to: '2026-01-01' };
      expect((await ask(ground, 'logo-retention', year)).rows[0]).toMatchObject({ numerator: kept, denominator: 1 });
      expect((await ask(ground, 'revenue-retention', year)).rows[0]).toMatchObject({ value: kept });
    }
  });

  it('two groups are compared, and hazards stand by tenure', async () => {
    const accounts = subscriptions.map((row) => ({
      account_id: row['account_id'] ?? null,
      name: 'x',
      segment: row['account_id'] === 'a' || row['account_id'] === 'e' ? 'Short' : 'Long',
    }));
    const ground = await groundOf({ subscriptions, accounts }, {}, endOf('2026-04-01'));
    const { answer } = await ask(ground, 'customer-survival', { by: ['segment'], options: { tenure: '30d' } });
    expect(answer.extra?.['log_rank']).toMatchObject({ df: 1 });
    // Both short ones lived through the first 30 days and left in the second.
    expect(answer.extra?.['groups']).toMatchObject([
      { segment: 'Long' },
      {
        segment: 'Short',
        hazard: [
          { from_days: 0, at_risk: 2, events: 0 },
          { from_days: 30, at_risk: 2, events: 2, hazard: 1 },
        ],
      },
    ]);
  });

  it('nobody left: no step, and the reason', async () => {
    const ground = await groundOf({ subscriptions: [contract('a', '2026-01-01')] }, {}, endOf('2026-04-01'));
    expect((await ask(ground, 'customer-survival')).rows).toMatchObject([
      { survival: null, reason: 'nobody_left', n: 1 },
    ]);
  });
});

describe.skipIf(!hasSharedData)('how long customers without a contract stay', () => {
  it('who has left by the silence ends on its last purchase, the others go on', { timeout: 60_000 }, async () => {
    const ground = await groundOf({ orders: cdnowOrders() }, {}, endOf('1997-09-30'));
    const { rows: customers } = await ask(ground, 'silent-churn');
    const { rows } = await ask(ground, 'customer-survival');
    const gone = customers.filter((row) => Number(row['p_left']) >= 0.8).length;
    expect(rows.reduce((sum, row) => sum + Number(row['events']), 0)).toBe(gone);
    expect(rows[0]).toMatchObject({ t_days: 0, at_risk: 2357 });
    const survival = rows.map((row) => Number(row['survival']));
    expect(survival.every((value, i) => i === 0 || value < (survival[i - 1] ?? 1))).toBe(true);
  });

  it('runs on the online retailer', { timeout: 60_000 }, async () => {
    const { rows } = await ask(await groundOf({ orders: onlineRetailOrders() }), 'customer-survival');
    expect(rows[0]).toMatchObject({ at_risk: 4339 });
  });
});

describe('value to date', () => {
  it('margin where the workspace records any, orders without one left out and counted, refunds taken off in full', async () => {
    const data = [
      order('a', '2026-01-01', { margin: 40, order_id: 'r' }),
      order('a', '2026-02-01', { margin: null }),
      order('b', '2026-02-01', { margin: 10 }),
    ];
    const refunds = [{ refund_id: '1', order_id: 'r', at: '2026-01-05', amount: 25 }];
    const ground = await groundOf({ orders: data, refunds }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'value-to-date')).rows[0]).toMatchObject({
      value: 25,
      n: 2,
      mean_money: 12.5,
      basis: 'margin',
      excluded: '{"no_margin":1}',
    });
  });

  it('a contract brings its monthly value for the days it ran', async () => {
    // January whole, February 14 of 28 days.
    const subscriptions = [contract('a', '2026-01-01', { ended_on: '2026-02-15' })];
    const ground = await groundOf({ subscriptions }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'value-to-date')).rows[0]).toMatchObject({ value: 150, basis: 'revenue' });
    expect((await ask(ground, 'value-to-date', { from: '2026-02-01', to: '2026-03-01' })).rows[0]).toMatchObject({
      value: 50,
    });
  });

  it('one customer, none, and a tie in the middle', async () => {
    const tie = [order('a', '2026-01-01', { amount: 10 }), order('b', '2026-01-01', { amount: 30 })];
    const ground = await groundOf({ orders: tie }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'value-to-date')).rows[0]).toMatchObject({ median_money: 20 });
    const one = await ask(ground, 'value-to-date', { filters: { segment: ['Unknown'] } });
    expect(one.rows[0]).toMatchObject({ n: 2 });
    const none = await ask(ground, 'value-to-date', { filters: { segment: ['Key'] } });
    expect(none.rows[0]).toMatchObject({ value: null, n: 0, reason: 'empty' });
  });
});

describe('expected value of contracts', () => {
  it('monthly value times the chance that it still runs, discounted', async () => {
    // Ten began in January 2026; three left after one month, one after two. Seen to the end of April: three whole months.
    const subscriptions = Array.from({ length: 10 }, (_, i) =>
      contract(`c${i}`, '2026-01-01', i < 3 ? { ended_on: '2026-02-01' } : i === 3 ? { ended_on: '2026-03-01' } : {}),
    );
    const ground = await groundOf({ subscriptions }, {}, endOf('2026-04-30'));
    const { rows } = await ask(ground, 'expected-value');
    const model = fitSbg([[10, 7, 6, 6]]);
    let months = 0;
    for (let t = 1; t <= 12; t++) months += (model ? sbgSurvivalFrom(model, 3, t) : 1) / Math.pow(1.1, t / 12);
    expect(rows[0]).toMatchObject({ horizon_months: 12, discount: 0.1, n: 10 });
    expect(Number(rows[0]?.['value']) / (6 * 100 * months)).toBeCloseTo(1, 6);
  });

  it('nobody left yet: every month is expected', async () => {
    const ground = await groundOf({ subscriptions: [contract('a', '2026-01-01')] }, {}, endOf('2026-04-30'));
    const { rows } = await ask(ground, 'expected-value', { options: { discount: '0' } });
    expect(rows[0]).toMatchObject({ value: 1200, contract_money: 1200, discount: 0 });
  });
});

describe('concentration', () => {
  it('share of the largest accounts, spread and top fifth; the Unknown customer is in the total alone', async () => {
    // 10, 20, 30, 40 and 100 known, 50 unknown: the largest brings 100 of 250.
    const amounts = { a: 10, b: 20, c: 30, d: 40, e: 100 };
    const data = Object.entries(amounts).map(([id, amount]) => order(id, '2026-01-01', { amount }));
    const ground = await groundOf(
      { orders: [...data, order(null, '2026-01-01', { amount: 50 })] },
      {},
      endOf('2026-03-31'),
    );
    const { rows } = await ask(ground, 'concentration', { options: { top: '1' } });
    // Gini: sum of (2i - 6) x_i = -40 - 40 + 0 + 80 + 400 = 400, over 5 x 200.
    expect(rows[0]).toMatchObject({ value: 0.4, numerator: 100, denominator: 250, n: 5, gini: 0.4, unknown_money: 50 });
    expect(rows[0]?.['gini_small_sample']).toBeCloseTo(0.5, 12);
    expect(rows[0]?.['top20_share']).toBeCloseTo(0.5, 12);
  });

  it('the Unknown customer is in the total of what it belongs to', async () => {
    const accounts = [{ account_id: 'a', name: 'a', segment: 'Big' }];
    const data = [
      order('a', '2026-01-01', { amount: 30 }),
      order('b', '2026-02-01', { amount: 70 }),
      order(null, '2026-02-01', { amount: 50 }),
    ];
    const ground = await groundOf({ accounts, orders: data }, {}, endOf('2026-03-31'));
    const totals = async (more: object) =>
      (await ask(ground, 'concentration', more)).rows.map((row) => row['denominator']);
    expect(await totals({ filters: { segment: ['Big'] } })).toEqual([30]);
    expect(await totals({ by: ['segment'] })).toEqual([30, 120]);
    expect(await totals({ by: ['month'] })).toEqual([30, 120]);
    const toDate = await ask(ground, 'value-to-date', { filters: { segment: ['Big'] } });
    expect(toDate.rows[0]).toMatchObject({ value: 30, unknown_money: null });
  });

  it('behind the share stand the purchases of the largest accounts alone', async () => {
    const data = [
      ...orders('a', '2026-01-01', '2026-02-01'),
      order('b', '2026-01-01', { amount: 150 }),
      order(null, '2026-01-01'),
    ];
    const ground = await groundOf({ orders: data }, {}, endOf('2026-03-31'));
    const request = { metric: 'concentration', question: { ...everything, options: { top: '1' } }, where: {} };
    const count = async (part: 'numerator' | 'denominator') =>
      (await answerRows(ground, { ...request, part, offset: 0, limit: 1 })).count;
    expect([await count('numerator'), await count('denominator')]).toEqual([2, 4]);
  });

  it('an account that was given back more than it bought stands apart', async () => {
    const data = [...orders('a', '2026-01-01'), order('b', '2026-01-01', { order_id: 'r' })];
    const refunds = [
      { refund_id: '1', order_id: 'r', at: '2026-01-02', amount: 30 },
      { refund_id: '2', account_id: 'b', at: '2026-01-02', amount: 100 },
    ];
    const ground = await groundOf({ orders: data, refunds }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'concentration')).rows[0]).toMatchObject({
      value: 1,
      n: 1,
      excluded: '{"negative_accounts":1}',
    });
  });
});
