import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, stage_map } from '../sales';

afterAll(closeGrounds);

describe('what customers new in a period cost', () => {
  const until = '2026-12-31T23:59:59.999999Z';
  const march = { from: '2026-03-01', to: '2026-04-01' };

  it('who came and left within the period is new in it, for every figure', async () => {
    const subscriptions = [
      { subscription_id: '1', account_id: 'stays', started_on: '2026-03-02', mrr: 10 },
      { subscription_id: '2', account_id: 'left', started_on: '2026-03-02', ended_on: '2026-03-20', mrr: 10 },
      { subscription_id: '3', account_id: 'kept', started_on: '2026-01-02', mrr: 10 },
    ];
    const costs = [
      { cost_id: 'a', on: '2026-03-05', amount: 100, purpose: 'acquire' },
      { cost_id: 'r', on: '2026-03-05', amount: 10, purpose: 'retain' },
    ];
    const ground = await groundOf({ subscriptions, costs }, {}, until);
    expect((await ask(ground, 'acquisition-cost', march)).rows[0]).toMatchObject({ value: 50, n: 2 });
    const [ratio] = (await ask(ground, 'acquire-to-keep', march)).rows;
    expect(ratio).toMatchObject({ value: 5, acquisition_money: 50, new_customers: 2, kept: 1 });
    const [rise] = (await ask(ground, 'retention-what-if', { ...march, options: { margin: '1' } })).rows;
    expect(rise).toMatchObject({ acquisition_money: 50, n: 1, retention: 1 });
  });

  it('by person, a new customer is who won it’s, as the costs are, and a kept one its owner’s', async () => {
    const reps = ['seller', 'keeper'].map((rep_id) => ({ rep_id, name: rep_id, role: 'ae' }));
    const accounts = ['fresh', 'old'].map((account_id) => ({ account_id, name: account_id, owner_id: 'keeper' }));
    const opportunities = [closed('deal', 'Won', '2026-03-02', { account_id: 'fresh', owner_id: 'seller' })];
    const order = (account_id: string, ordered_at: string) => ({ order_id: `${account_id} ${ordered_at}`, account_id, ordered_at, amount: 50, margin: 30, rep_id: 'keeper' }); // prettier-ignore
    const orders = [order('fresh', '2026-03-05'), order('old', '2026-02-05'), order('old', '2026-03-05')];
    const costs = [
      { cost_id: 'a', on: '2026-03-05', amount: 20, purpose: 'acquire', rep_id: 'seller' },
      { cost_id: 'r', on: '2026-03-05', amount: 10, purpose: 'retain', rep_id: 'keeper' },
    ];
    const ground = await groundOf({ reps, accounts, opportunities, orders, costs, stage_map }, {}, until);
    const byRep = { ...march, by: ['rep'] };
    const cost = (await ask(ground, 'acquisition-cost', byRep)).rows;
    expect(cost.map((row) => [row['rep'], row['value'], row['n']])).toEqual([['seller', 20, 1]]);
    expect((await ask(ground, 'payback', byRep)).rows).toMatchObject([{ rep: 'seller', value: 1, n: 1 }]);
    const ratio = (await ask(ground, 'acquire-to-keep', byRep)).rows;
    expect(ratio).toMatchObject([
      { rep: 'keeper', new_customers: 0, kept: 1, keep_money: 10 },
      { rep: 'seller', new_customers: 1, kept: 0, acquisition_money: 20 },
    ]);
    expect((await ask(ground, 'acquire-to-keep', march)).rows[0]).toMatchObject({
      value: 2,
      new_customers: 1,
      kept: 1,
    });
  });

  it('payback tells what had no margin or no rate', async () => {
    const order = (order_id: string, more: object) => ({
      order_id,
      account_id: 'a',
      ordered_at: '2026-03-02',
      amount: 50,
      ...more,
    });
    const orders = [order('1', { margin: 60 }), order('2', {}), order('3', { margin: 5, currency: 'EUR' })];
    const costs = [
      { cost_id: 'a', on: '2026-03-05', amount: 50, purpose: 'acquire' },
      { cost_id: 'b', on: '2026-03-05', amount: 50, currency: 'EUR', purpose: 'acquire' },
    ];
    const ground = await groundOf({ orders, costs }, {}, until);
    const [row] = (await ask(ground, 'payback', march)).rows;
    expect(row).toMatchObject({ value: 1, acquisition_money: 50, excluded: '{"no_fx":2,"no_margin":1}' });
  });
});

describe('what a person cost who changed teams', () => {
  it('is each team’s for the days there; a cost that cannot be said is still one', async () => {
    const reps = [{ rep_id: 'r', name: 'Ana', role: 'ae', team_id: 'South', started_on: '2025-01-01' }];
    const rep_periods = [{ rep_id: 'r', from_on: '2025-01-01', to_on: '2026-03-15', team_id: 'North' }];
    const opportunities = [
      closed('a', 'Won', '2026-03-10', { owner_id: 'r' }),
      closed('b', 'Won', '2026-03-31', { owner_id: 'r' }),
    ];
    const span = { rep_id: 'r', period_start: '2026-03-01', period_end: '2026-05-01', purpose: 'acquire' };
    const costs = [
      { cost_id: '1', amount: 610, ...span },
      { cost_id: '2', amount: 5, currency: 'GBP', ...span },
    ];
    const rows = { reps, rep_periods, opportunities, costs, stage_map };
    const ground = await groundOf(rows, {}, '2026-12-31T23:59:59.999999Z');
    const march = { from: '2026-03-01', to: '2026-04-01' };
    // 10 a day: 14 days of March in the North, 17 in the South.
    const byTeam = (await ask(ground, 'cost-per-conversion', { ...march, by: ['team'] })).rows;
    expect(byTeam.map((row) => [row['team'], row['value'], row['n']])).toEqual([
      ['North', 140, 1],
      ['South', 170, 1],
    ]);
    const [whole] = (await ask(ground, 'cost-per-conversion', march)).rows;
    expect(whole).toMatchObject({ cost_money: 310, n: 2, excluded: '{"no_fx":1}' });
  });
});
