import { afterAll, describe, expect, it } from 'vitest';
import type { Rows } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { contract, endOf, order, orders } from './sold';

afterAll(closeGrounds);

const march = { from: '2026-03-01', to: '2026-04-01' };

async function first(metric: string, rows: Rows, asOf: string, question = {}) {
  return (await ask(await groundOf(rows, {}, endOf(asOf)), metric, question)).rows[0];
}

describe('section 8', () => {
  it('cancelled orders are no purchases', async () => {
    const data = [...orders('a', '2026-02-01'), order('a', '2026-03-01', { status: 'cancelled' })];
    expect(await first('logo-retention', { orders: data }, '2026-03-31', march)).toMatchObject({ numerator: 0 });
    expect(await first('value-to-date', { orders: data }, '2026-03-31')).toMatchObject({ value: 100 });
  });

  it('refund larger than the order: no activity, the money exact', async () => {
    const data = [...orders('a', '2026-02-01'), order('a', '2026-03-01', { order_id: 'r' })];
    const refunds = [{ refund_id: '1', order_id: 'r', at: '2026-03-10', amount: 120 }];
    expect(await first('logo-retention', { orders: data, refunds }, '2026-03-31', march)).toMatchObject({
      numerator: 0,
    });
    expect(await first('value-to-date', { orders: data, refunds }, '2026-03-31')).toMatchObject({ value: 80 });
  });

  it('whose only order was wholly refunded is no customer, yet in what customers brought, the money exact', async () => {
    const data = [order('a', '2026-02-01'), order('b', '2026-03-01', { order_id: 'r' })];
    const refunds = [{ refund_id: '1', order_id: 'r', at: '2026-03-10', amount: 120 }];
    const accounts = [{ account_id: 'b', name: 'Beta', segment: 'SME' }];
    const rows = { orders: data, refunds, accounts };
    expect(await first('value-to-date', rows, '2026-03-31')).toMatchObject({ value: 80, n: 2 });
    const split = { by: ['segment' as const] };
    expect(await first('value-to-date', rows, '2026-03-31', split)).toMatchObject({ segment: 'SME', value: -20, n: 1 });
    expect(await first('concentration', rows, '2026-03-31')).toMatchObject({ n: 1 });
  });

  it('an order refunded in part is a purchase, and a refund after the as-of has not happened', async () => {
    const data = [...orders('a', '2026-02-01'), order('a', '2026-03-01', { order_id: 'r' })];
    const part = [{ refund_id: '1', order_id: 'r', at: '2026-03-10', amount: 99 }];
    const later = [{ refund_id: '1', order_id: 'r', at: '2026-04-10', amount: 100 }];
    expect(await first('logo-retention', { orders: data, refunds: part }, '2026-03-31', march)).toMatchObject({
      numerator: 1,
    });
    expect(await first('logo-retention', { orders: data, refunds: later }, '2026-03-31', march)).toMatchObject({
      numerator: 1,
    });
  });

  it('a refund without an order counts in the money of its account on its day, without either in the Unknown customer’s', async () => {
    const data = [...orders('a', '2026-02-01'), order(null, '2026-02-01', { amount: 50 })];
    const refunds = [
      { refund_id: '1', account_id: 'a', at: '2026-03-10', amount: 30 },
      { refund_id: '2', at: '2026-03-11', amount: 5 },
    ];
    const ground = await groundOf({ orders: data, refunds }, {}, endOf('2026-03-31'));
    const byMonth = (await ask(ground, 'value-to-date', { by: ['month'] })).rows;
    expect(byMonth.map((row) => [row['month'], row['value'], row['unknown_money']])).toEqual([
      ['2026-02', 100, null],
      ['2026-03', -30, null],
    ]);
    expect((await ask(ground, 'value-to-date')).rows[0]).toMatchObject({ value: 70, n: 1, unknown_money: 45 });
  });

  it('several orders in one day: one purchase, all the money', async () => {
    const data = orders('a', '2026-03-01', '2026-03-01', '2026-03-01');
    const ground = await groundOf({ orders: data }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'cadence')).rows[0]).toMatchObject({ n: 0, value: null, reason: 'few_gaps' });
    expect((await ask(ground, 'value-to-date')).rows[0]).toMatchObject({ value: 300 });
  });

  it('account merged: history follows to the end of the chain, a circle ends at the smallest id', async () => {
    const accounts = [
      { account_id: 'a', name: 'A', merged_into: 'b' },
      { account_id: 'b', name: 'B', merged_into: 'c' },
      { account_id: 'c', name: 'C', segment: 'Key' },
      { account_id: 'y', name: 'Y', merged_into: 'z' },
      { account_id: 'z', name: 'Z', merged_into: 'y' },
    ];
    const data = [
      ...orders('a', '2026-02-01'),
      ...orders('b', '2026-03-01'),
      ...orders('z', '2026-02-01'),
      ...orders('y', '2026-03-02'),
    ];
    const ground = await groundOf({ accounts, orders: data }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'logo-retention', march)).rows[0]).toMatchObject({ numerator: 2, denominator: 2 });
    const rows = (await ask(ground, 'silent-churn', { by: ['segment'] })).rows;
    expect(rows.map((row) => [row['segment'], row['account_id'], row['account']])).toEqual([
      ['Key', 'c', 'C'],
      ['Unknown', 'y', 'Y'],
    ]);
  });

  it('negative or zero amount: zero is a purchase, negative is none and listed', async () => {
    const data = [
      order('a', '2026-02-01'),
      order('a', '2026-03-01', { amount: 0 }),
      order('b', '2026-02-01'),
      order('b', '2026-03-01', { amount: -10 }),
    ];
    expect(await first('logo-retention', { orders: data }, '2026-03-31', march)).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
    expect(await first('value-to-date', { orders: data }, '2026-03-31')).toMatchObject({
      value: 200,
      excluded: '{"negative":1}',
    });
  });

  it('mixed currencies, missing rate: a purchase all the same, its money left out and counted', async () => {
    const data = [
      order('a', '2026-02-01', { currency: 'SGD' }),
      order('a', '2026-03-01', { currency: 'EUR' }),
      order('b', '2026-02-01', { amount: null }),
    ];
    const fx_rates = [{ on: '2026-01-01', from_ccy: 'SGD', to_ccy: 'USD', rate: 0.75 }];
    expect(await first('logo-retention', { orders: data, fx_rates }, '2026-03-31', march)).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
    expect(await first('value-to-date', { orders: data, fx_rates }, '2026-03-31')).toMatchObject({
      value: 75,
      excluded: '{"no_amount":1,"no_fx":1}',
    });
  });

  it('no owner: Unassigned, part of every total', async () => {
    const accounts = [{ account_id: 'a', name: 'A', owner_id: 'r' }];
    const reps = [{ rep_id: 'r', name: 'Rita', role: 'cs', team_id: 'North' }];
    const data = [...orders('a', '2026-02-01', '2026-03-01'), ...orders('b', '2026-02-01')];
    const ground = await groundOf({ accounts, reps, orders: data }, {}, endOf('2026-03-31'));
    const { rows } = await ask(ground, 'logo-retention', { ...march, by: ['rep'] });
    expect(rows.map((row) => [row['rep'], row['numerator'], row['denominator']])).toEqual([
      ['Rita', 1, 1],
      ['Unassigned', 0, 1],
    ]);
    const north = await ask(ground, 'logo-retention', { ...march, filters: { team: ['North'] } });
    expect(north.rows[0]).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('leap day, month ends: twelve months back from 29 February is 28 February', async () => {
    const ground = await groundOf({ orders: orders('a', '2023-02-27', '2023-02-28') }, {}, endOf('2024-02-28'));
    // The year up to the as-of is [2023-02-28, 2024-02-29): the order of the 27th lies before it.
    expect((await ask(ground, 'logo-retention')).rows[0]).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('daylight saving and zone: an order late in the evening belongs to the local day', async () => {
    const data = [order('a', '2026-02-28 17:30:00'), order('a', '2026-03-31 15:30:00')];
    const local = await groundOf({ orders: data }, { time_zone: 'Asia/Kuala_Lumpur' }, '2026-04-30T00:00:00.000000Z');
    // 28 February 17:30 UTC is 1 March in Kuala Lumpur: both in March.
    const april = await ask(local, 'logo-retention', march);
    expect(april.rows[0]).toMatchObject({ denominator: 0 });
    const utc = await groundOf({ orders: data }, {}, '2026-04-30T00:00:00.000000Z');
    expect((await ask(utc, 'logo-retention', march)).rows[0]).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('what lies after the as-of is invisible: orders, contracts, changes and ends', async () => {
    const subscriptions = [
      contract('a', '2026-01-01', { subscription_id: 's', ended_on: '2026-03-15' }),
      contract('b', '2026-04-01'),
    ];
    const subscription_changes = [{ subscription_id: 's', on: '2026-03-05', mrr: 500 }];
    const ground = await groundOf({ subscriptions, subscription_changes }, {}, endOf('2026-03-01'));
    expect((await ask(ground, 'revenue-retention', march)).rows[0]).toMatchObject({ value: 1, start_money: 100, n: 1 });
  });
});

describe('missing data', () => {
  const won = (id: string, account_id: string, closed_at: string) => ({
    opportunity_id: id,
    created_at: '2025-01-01',
    stage: 'Won',
    is_won: true,
    closed_at,
    amount: 10,
    account_id,
  });

  it('without orders and subscriptions each won deal is a purchase, and the state says derived', async () => {
    const opportunities = [won('1', 'a', '2026-02-01'), won('2', 'a', '2026-03-01'), won('3', 'b', '2026-02-02')];
    expect(await first('logo-retention', { opportunities }, '2026-03-31', march)).toMatchObject({
      numerator: 1,
      denominator: 2,
      state: 'derived',
    });
  });

  it('with orders a won deal alone makes no customer', async () => {
    const opportunities = [won('1', 'b', '2026-02-01')];
    expect(
      await first('value-to-date', { opportunities, orders: orders('a', '2026-02-01') }, '2026-03-31'),
    ).toMatchObject({ n: 1 });
  });

  it('nothing at all: unavailable, with the table that is missing', async () => {
    const rows = { activities: [{ activity_id: '1', at: '2026-01-01', kind: 'call' }] };
    for (const metric of ['logo-retention', 'cohort-retention', 'silent-churn', 'expected-value'])
      expect(await first(metric, rows, '2026-03-31')).toMatchObject({
        value: null,
        state: 'unavailable',
        reason: 'missing:orders',
      });
    expect(await first('renewal-rate', rows, '2026-03-31')).toMatchObject({ reason: 'missing:renewals' });
  });
});
