import { afterAll, describe, expect, it } from 'vitest';
import type { Row, Rows } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { contract, daysAfter, endOf, order, orders } from '../retention/sold';
import { closed, history, lastly, stage_map } from '../sales';
import { seller } from '../sellers';

afterAll(closeGrounds);

const today = '2026-06-30';
const ago = (days: number) => daysAfter(today, -days);
const asOfToday = (rows: Rows) => groundOf({ stage_map, ...rows }, {}, endOf(today));
const won = (id: string, on: string, more: Row = {}): Row =>
  closed(id, 'Won', on, { account_id: id, created_at: '2025-01-01', ...more });

describe('the last day that counts, and the first that does not', () => {
  it('renewal: decided on the last day of grace is in time, open on it is not judged yet', async () => {
    const due = (id: string, due_on: string, outcome: string | null, decided_on: string | null = null): Row[] => [
      { renewal_id: id, subscription_id: id, due_on, outcome, decided_on, mrr_before: 100 },
    ];
    const renewals = [
      ...due('in time', '2026-01-01', 'renewed', '2026-01-31'),
      ...due('too late', '2026-01-01', 'renewed', '2026-02-01'),
      ...due('last day', ago(30), 'open'),
      ...due('past', ago(31), 'open'),
    ];
    const subscriptions = renewals.map(({ subscription_id }) =>
      contract('a', '2025-01-01', { subscription_id: subscription_id ?? '' }),
    );
    const [row] = (await ask(await asOfToday({ renewals, subscriptions }), 'renewal-rate')).rows;
    expect(row).toMatchObject({ numerator: 1, denominator: 3, excluded: '{"open":1}' });
  });

  it('after a sale: judged with the thirtieth day; what is complained of on day 90 counts, on day 91 no more', async () => {
    const sold = [
      won('ripe', ago(30)),
      won('young', ago(29)),
      won('day 90', '2026-01-01'),
      won('day 91', '2026-01-01'),
    ];
    const cases = ['day 90', 'day 91'].map((account_id): Row => {
      const opened_at = daysAfter('2026-01-01', Number(account_id.slice(4)));
      return { case_id: account_id, account_id, opened_at, kind: 'complaint' };
    });
    const ground = await asOfToday({ opportunities: sold, cases, activities: [lastly(today)] });
    expect((await ask(ground, 'after-sale-follow-up')).rows[0]).toMatchObject({
      denominator: 3,
      immature: 1,
      judged_90: 2,
      no_complaint_at_90: 0.5,
    });
  });

  it('value of a year: 365 days up to today decide who is at the top', async () => {
    // Nine customers of 10 and one of 500, whose large order lies a day outside: nobody is far above the others.
    const small = Array.from({ length: 9 }, (_, i) => order(`s${i}`, '2026-06-01', { amount: 10 }));
    const large = (day: string) => [order('large', day, { amount: 500 }), order('large', '2026-06-01', { amount: 1 })];
    const activities = [lastly(today)];
    const without = async (day: string) =>
      (await ask(await asOfToday({ orders: [...small, ...large(day)], activities }), 'touch-coverage')).rows[0];
    expect((await without(ago(364)))?.['without_money']).toBe(591);
    expect((await without(ago(365)))?.['without_money']).toBe(91);
  });

  it('a year later: an order on the first day of the last quarter of it is none of that quarter', async () => {
    const data = [
      ...orders('nine months', '2025-01-10', '2025-10-10'),
      ...orders('a day more', '2025-01-10', '2025-10-11'),
    ];
    const ground = await asOfToday({ orders: data, activities: [lastly(today)] });
    const kept = (await ask(ground, 'engagement-retention')).rows.map((row) => row['numerator']);
    expect(kept.reduce<number>((sum, n) => sum + Number(n ?? 0), 0)).toBe(1);
  });

  it('referral: on the last day of the period it counts; ripe on the hundred and eightieth day', async () => {
    const data = [...orders('on', '2026-03-05'), ...orders('after', '2026-03-05')];
    const referrals = [
      { referral_id: '1', at: '2026-03-31', from_account: 'on', to_account: 'x' },
      { referral_id: '2', at: '2026-04-01', from_account: 'after', to_account: 'y' },
      { referral_id: '3', at: ago(180), from_account: 'on', to_account: 'z' },
    ];
    const ground = await asOfToday({ orders: data, referrals, activities: [lastly(today)] });
    const march = { from: '2026-03-01', to: '2026-04-01' };
    expect((await ask(ground, 'referral-rate', march)).rows[0]).toMatchObject({ numerator: 1, denominator: 2 });
    expect((await ask(ground, 'referral-yield')).rows[0]).toMatchObject({ mature_referrals: 1 });
  });

  it('training: valid up to the day before it has run a year; who leaves today is still there', async () => {
    const programmes = [{ programme: 'P', required_roles: 'ae', skills: 'close', valid_months: 12 }];
    const reps = [
      seller('lapsed'),
      seller('valid'),
      seller('leaving', { ended_on: today }),
      seller('left', { ended_on: ago(1) }),
    ];
    const trained = (rep_id: string, completed_at: string): Row => ({
      training_id: rep_id,
      rep_id,
      programme: 'P',
      completed_at,
    });
    const trainings = [trained('lapsed', '2025-06-30'), trained('valid', '2025-07-01')];
    const ground = await asOfToday({ reps, programmes, trainings, activities: [lastly(today)] });
    expect((await ask(ground, 'training-coverage')).rows[0]).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it('money of contracts: one whose last day was the day before the period was no money at its start', async () => {
    // Half open: the first day without is the last day of February, so that it was gone before March.
    const subscriptions = [
      contract('gone', '2026-01-01', { ended_on: '2026-02-28' }),
      contract('there', '2026-01-01', { ended_on: '2026-03-01' }),
    ];
    const ground = await asOfToday({ subscriptions, activities: [lastly(today)] });
    const march = { from: '2026-03-01', to: '2026-04-01' };
    expect((await ask(ground, 'revenue-retention', march)).rows[0]).toMatchObject({ start_money: 100, end_money: 0 });
  });

  it('a contract pays on each day of the month it began on, not on the one it ended', async () => {
    const subscriptions = [contract('a', '2026-01-01', { ended_on: '2026-03-01' })];
    const ground = await asOfToday({ subscriptions, activities: [lastly(today)] });
    // 1 January and 1 February: 200 of what winning it cost.
    const paid = async (cost: string) =>
      (await ask(ground, 'payback', { options: { cost, margin_rate: '1' } })).rows[0]?.['value'];
    expect([await paid('200'), await paid('201')]).toEqual([2, null]);
    // The 59 days it ran are so many months of 30.4375 days: all the revenue there is, beside an order of 50.
    const both = await asOfToday({ subscriptions, orders: [order('b', '2026-03-01', { amount: 50 })] });
    const [largest] = (await ask(both, 'concentration', { options: { top: '1' } })).rows;
    expect(largest?.['numerator']).toBeCloseTo((100 * 59) / 30.4375, 3);
  });

  it('a middle of exactly ten units is no thin one', async () => {
    const deals = Array.from({ length: 10 }, (_, i) => won(`d${i}`, '2026-03-01', { amount: 10 + i }));
    const state = async (opportunities: Row[]) =>
      (await ask(await asOfToday({ opportunities }), 'cycle-length')).rows[0]?.['state'];
    expect(await state(deals)).toBe('ok');
    expect(await state(deals.slice(1))).toBe('thin');
    expect(await state(deals.map((deal) => ({ ...deal, stage: 'Lost' })))).toBe('thin');
  });

  it('yield of a hand-off: ripe on the ninetieth day', async () => {
    const reps = [seller('s', { role: 'sdr' }), seller('a')];
    const handoffs = [90, 89].map((days): Row => ({
      opportunity_id: `h${days}`,
      from_rep: 's',
      to_rep: 'a',
      at: ago(days),
      accepted_at: ago(days),
    }));
    const opportunities = [90, 89].map((days) => closed(`h${days}`, 'Lost', ago(1), { created_at: '2026-01-01' }));
    const ground = await groundOf({ reps, handoffs, opportunities, stage_map }, {}, `${today}T00:00:00Z`);
    expect((await ask(ground, 'hand-off')).rows[0]).toMatchObject({ denominator: 2, yield_of: 1 });
  });
});

describe('who belongs to it', () => {
  it('open qualified deals of the velocity: not those only contacted', async () => {
    const opportunities = ['Contacted', 'Qualified'].map((stage) => ({
      opportunity_id: stage,
      created_at: '2026-06-01',
      stage,
    }));
    const stage_events = ['Contacted', 'Qualified'].flatMap((stage) => history(stage, ['2026-06-01', stage]));
    const ground = await asOfToday({ opportunities, stage_events, activities: [lastly(today)] });
    expect((await ask(ground, 'sales-velocity')).rows[0]).toMatchObject({ open_deals: 1 });
  });

  it('kept customers are those there before and after; the margin of orders is that of orders with one', async () => {
    const data = [
      ...orders('kept', '2025-03-01', '2026-03-01'),
      ...orders('new', '2026-03-01'),
      ...orders('left', '2025-03-01'),
    ];
    const costs = ['acquire', 'retain'].map((purpose): Row => ({
      cost_id: purpose,
      on: '2026-03-01',
      amount: 100,
      purpose,
    }));
    const ground = await asOfToday({ orders: data, costs, activities: [lastly(today)] });
    expect((await ask(ground, 'acquire-to-keep')).rows[0]).toMatchObject({ kept: 1 });
    // Margin 40 of 100 where told; an order of 900 without says nothing of it.
    const told = [order('a', '2026-03-01', { amount: 100, margin: 40 }), order('b', '2026-03-01', { amount: 900 })];
    const deals = await asOfToday({
      orders: told,
      costs,
      opportunities: [won('w', '2026-03-01', { amount: 1000 }), closed('l', 'Lost', '2026-03-01')],
      activities: [lastly(today)],
    });
    // One of two won; five points more are a tenth of a win of 1,000, at four tenths.
    expect((await ask(deals, 'conversion-what-if')).rows[0]?.['added_margin_money']).toBeCloseTo(40, 9);
  });

  it('a deal in a currency without a rate is in no share of money, and told', async () => {
    const opportunities = [
      won('a', '2026-03-01', { amount: 100 }),
      closed('b', 'Lost', '2026-03-01', { amount: 300 }),
      closed('c', 'Lost', '2026-03-01', { amount: 300, list_amount: 300, currency: 'JPY' }),
    ];
    const ground = await asOfToday({ opportunities });
    expect((await ask(ground, 'win-rate-by-value')).rows[0]).toMatchObject({
      value: 0.25,
      n: 2,
      excluded: '{"no_fx":1}',
    });
  });
});
