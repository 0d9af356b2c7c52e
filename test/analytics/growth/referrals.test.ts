import { afterAll, describe, expect, it } from 'vitest';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, stage_map } from '../sales';

afterAll(closeGrounds);

let made = 0;

function order(account_id: string, ordered_at: string, amount = 100): Row {
  return { order_id: `o${++made}`, account_id, ordered_at, amount };
}

function referral(from_account: string, at: string, more: Row = {}): Row {
  return { referral_id: `r${++made}`, from_account, at, ...more };
}

const until = '2026-12-31T23:59:59.999999Z';

describe('referral rate', () => {
  it('active customers that sent somebody, each once; a referral by who is no customer counts nowhere', async () => {
    const orders = ['a', 'b', 'c', 'd'].map((id) => order(id, '2026-03-05'));
    const referrals = [
      referral('a', '2026-03-06'),
      referral('a', '2026-03-07', { invited: 3 }),
      referral('b', '2026-04-01'),
      referral('x', '2026-03-01'),
    ];
    const ground = await groundOf({ orders, referrals }, {}, until);
    expect((await ask(ground, 'referral-rate', { from: '2026-03-01', to: '2026-04-01' })).rows[0]).toMatchObject({
      value: 1 / 4,
      numerator: 1,
      denominator: 4,
      referrals: 2,
      invited: 4,
    });
  });

  it('without dates asks all of history', async () => {
    const orders = [order('once', '2024-03-05'), order('now', '2026-03-05')];
    const ground = await groundOf({ orders, referrals: [referral('once', '2024-04-01')] }, {}, until);
    expect((await ask(ground, 'referral-rate')).rows[0]).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

describe('referral yield', () => {
  it('share of new customers that came by a referral, before they bought, whichever way the referral names them', async () => {
    const orders = [
      order('giver', '2025-01-01'),
      order('by account', '2026-02-01', 300),
      order('by lead', '2026-02-01'),
      order('by deal', '2026-02-01'),
      order('too late', '2026-02-01'),
      order('alone', '2026-02-01', 500),
    ];
    const leads = [{ lead_id: 'l', created_at: '2026-01-01', account_id: 'by lead' }];
    const opportunities = [
      closed('d', 'Won', '2026-02-01', { account_id: 'by deal' }),
      closed('e', 'Lost', '2026-02-01', { account_id: 'alone' }),
    ];
    const referrals = [
      referral('giver', '2026-01-10', { to_account: 'by account' }),
      referral('giver', '2026-01-10', { to_lead: 'l' }),
      referral('giver', '2026-01-10', { to_opportunity: 'd' }),
      referral('giver', '2026-03-10', { to_account: 'too late' }),
    ];
    const ground = await groundOf({ orders, leads, opportunities, referrals, stage_map }, {}, until);
    const { rows } = await ask(ground, 'referral-yield', { from: '2026-01-01', to: '2027-01-01' });
    expect(rows[0]).toMatchObject({
      value: 3 / 5,
      numerator: 3,
      denominator: 5,
      referred_money: 500,
      new_money: 1100,
      win_rate_referred: 1,
      win_rate_other: 0,
      win_difference: 1,
    });
  });

  it('a customer by contract brings what its contract did', async () => {
    const subscriptions = [
      { subscription_id: '1', account_id: 'giver', started_on: '2025-06-01', mrr: 10 },
      { subscription_id: '2', account_id: 'taker', started_on: '2026-01-01', ended_on: '2026-03-02', mrr: 30.4375 },
    ];
    const referrals = [referral('giver', '2025-12-01', { to_account: 'taker' })];
    const ground = await groundOf({ subscriptions, referrals }, {}, until);
    expect((await ask(ground, 'referral-yield', { from: '2026-01-01' })).rows[0]).toMatchObject({
      numerator: 1,
      referred_money: 60,
      new_money: 60,
    });
  });

  it('a deal is referred where it or its account was by its closing', async () => {
    const opportunities = [
      closed('named', 'Won', '2026-02-01', {}),
      closed('by lead', 'Won', '2026-02-01', {}),
      closed('closed before', 'Lost', '2026-02-01', { account_id: 'later' }),
      closed('closed after', 'Won', '2026-05-01', { account_id: 'later' }),
    ];
    const leads = [{ lead_id: 'l', created_at: '2026-01-01', opportunity_id: 'by lead' }];
    const referrals = [
      referral('giver', '2026-01-10', { to_opportunity: 'named' }),
      referral('giver', '2026-01-10', { to_lead: 'l' }),
      referral('giver', '2026-03-10', { to_account: 'later' }),
    ];
    const ground = await groundOf(
      { orders: [order('giver', '2025-01-01')], leads, opportunities, referrals, stage_map },
      {},
      until,
    );
    expect((await ask(ground, 'referral-yield')).rows[0]).toMatchObject({ win_rate_referred: 1, win_rate_other: 0 });
  });

  it('k: invited a customer times the share that bought within 180 days, of referrals old enough', async () => {
    const orders = [
      order('a', '2026-01-01'),
      order('b', '2026-01-01'),
      order('in time', '2026-07-01'),
      order('late', '2026-09-01'),
    ];
    const referrals = [
      referral('a', '2026-02-01', { to_account: 'in time', invited: 2 }),
      referral('a', '2026-02-01', { to_account: 'late', invited: 1 }),
      referral('b', '2026-11-01', { invited: 5 }),
    ];
    const ground = await groundOf({ orders, referrals }, {}, until);
    const { rows } = await ask(ground, 'referral-yield');
    // Four active customers, eight invited; of the three invited 180 days ago one bought in time (150 days; the other after 212).
    expect(rows[0]).toMatchObject({ invited_per_customer: 2, mature_referrals: 2 });
    expect(rows[0]?.['yield']).toBeCloseTo(1 / 3, 12);
    expect(rows[0]?.['k']).toBeCloseTo(2 / 3, 12);
  });

  it('account merged: the referral follows both sides', async () => {
    const accounts = [
      { account_id: 'old', name: 'old', merged_into: 'new' },
      { account_id: 'new', name: 'new' },
    ];
    const orders = [order('giver', '2026-01-01'), order('new', '2026-03-01')];
    const ground = await groundOf(
      { accounts, orders, referrals: [referral('giver', '2026-02-01', { to_account: 'old' })] },
      {},
      until,
    );
    expect((await ask(ground, 'referral-yield')).rows[0]).toMatchObject({ numerator: 1, denominator: 2 });
  });
});
