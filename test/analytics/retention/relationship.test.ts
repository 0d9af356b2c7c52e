import { afterAll, describe, expect, it } from 'vitest';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, history, stage_map } from '../sales';
import { contract, daysAfter, endOf, order, orders } from './sold';

afterAll(closeGrounds);

function won(id: string, account_id: string, day: string, more: Row = {}): Row {
  return closed(id, 'Won', day, { account_id, amount: 100, ...more });
}

function bill(id: string, opportunity_id: string, due_on: string, more: Row = {}): Row {
  return { invoice_id: id, opportunity_id, issued_at: '2026-02-01', due_on, amount: 100, ...more };
}

function paid(invoice_id: string, at: string, amount = 100, status = 'ok'): Row {
  return { payment_id: `${invoice_id}-${at}-${status}`, invoice_id, at, amount, status };
}

describe('won to paid', () => {
  it('paid once 99.5 percent is in, unpaid ones counted as still running, on time and failures beside it', async () => {
    const opportunities = ['a', 'b', 'c', 'd', 'none'].map((id) => won(id, id, '2026-02-01'));
    const invoices = [
      bill('ia', 'a', '2026-02-11'),
      bill('ib', 'b', '2026-03-03'),
      bill('ic', 'c', '2026-03-03'),
      bill('id', 'd', '2026-09-01'),
    ];
    const payments = [
      paid('ia', '2026-02-05', 100, 'failed'),
      paid('ia', '2026-02-06', 50),
      paid('ia', '2026-02-11', 49.5),
      paid('ib', '2026-03-13'),
      paid('ic', '2026-03-01', 99.4),
    ];
    const ground = await groundOf({ opportunities, invoices, payments, stage_map }, {}, endOf('2026-04-02'));
    const { rows } = await ask(ground, 'won-to-paid');
    // Paid after 10 and 40 days; c and d still open after 60. Survival 3/4 at 10, 1/2 at 40: median 40.
    expect(rows[0]).toMatchObject({
      value: 40,
      median_days: 40,
      p25_days: 10,
      p75_days: null,
      mean_days: 25,
      n: 4,
      paid: 2,
      on_time: 1 / 3,
      due: 3,
      failed_share: 1 / 5,
      attempts: 5,
      state: 'thin',
      excluded: '{"no_invoice":1}',
    });
  });

  it('never reached: no median, and the reason', async () => {
    const ground = await groundOf(
      {
        opportunities: [won('a', 'a', '2026-02-01')],
        invoices: [bill('i', 'a', '2026-03-01')],
        payments: [paid('x', '2026-02-02')],
        stage_map,
      },
      {},
      endOf('2026-04-01'),
    );
    expect((await ask(ground, 'won-to-paid')).rows[0]).toMatchObject({ value: null, reason: 'not_reached', n: 1 });
  });
});

describe('after-sale follow-up', () => {
  const call = (account_id: string, at: string, more: Row = {}) => ({
    activity_id: `${account_id}-${at}`,
    at,
    kind: 'call',
    direction: 'out',
    account_id,
    ...more,
  });

  it('contacted from the first to the thirtieth day after; the day itself, day 31, tasks and what came in do not count', async () => {
    const ids = ['day 0', 'day 1', 'day 30', 'day 31', 'task', 'in', 'by lead', 'young'];
    const opportunities = ids.map((id) => won(id, id, id === 'young' ? '2026-03-15' : '2026-02-01'));
    const activities = [
      call('day 0', '2026-02-01'),
      call('day 1', '2026-02-02'),
      call('day 30', '2026-03-03'),
      call('day 31', '2026-03-04'),
      call('task', '2026-02-05', { kind: 'task' }),
      call('in', '2026-02-05', { direction: 'in' }),
      { activity_id: 'x', at: '2026-02-05', kind: 'visit', opportunity_id: 'by lead' },
      call('young', '2026-03-20'),
    ];
    const ground = await groundOf({ opportunities, activities, stage_map }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'after-sale-follow-up')).rows[0]).toMatchObject({
      numerator: 3,
      denominator: 7,
      immature: 1,
      excluded: '{"not_mature":1}',
    });
  });

  it('an account won twice counts once, with its first win; quality at 90 days needs it kept, paid and without complaint', async () => {
    const opportunities = [
      won('1', 'good', '2026-01-01'),
      won('2', 'good', '2026-01-20'),
      won('3', 'owes', '2026-01-01'),
      won('4', 'complains', '2026-01-01'),
      won('5', 'ends', '2026-01-01'),
    ];
    const rows = {
      opportunities,
      invoices: [bill('i3', '3', '2026-02-01'), bill('i1', '1', '2026-06-30')],
      payments: [paid('i3', '2026-04-02')],
      cases: [{ case_id: '1', account_id: 'complains', opened_at: '2026-04-01', kind: 'complaint' }],
      subscriptions: [contract('ends', '2026-01-02', { ended_on: '2026-03-01' }), contract('good', '2026-01-02')],
      activities: [call('good', '2026-01-02')],
      stage_map,
    };
    const { rows: found } = await ask(await groundOf(rows, {}, endOf('2026-06-30')), 'after-sale-follow-up');
    // 1 January + 90 days is 1 April: paid on the 2nd is too late, the complaint of the 1st counts.
    expect(found[0]).toMatchObject({
      denominator: 4,
      judged_90: 4,
      good_at_90: 1 / 4,
      kept_at_90: 3 / 4,
      paid_at_90: 3 / 4,
      no_complaint_at_90: 3 / 4,
    });
  });

  it('a sale taken back is none to follow up, and is not kept at 90 days', async () => {
    const opportunities = [
      won('1', 'stands', '2026-01-01'),
      won('2', 'taken back', '2026-03-01', { stage: 'Lost' }),
      won('3', 'bought again', '2026-03-01', { stage: 'Lost' }),
      won('4', 'bought again', '2026-01-20'),
    ];
    const stage_events = ['2', '3'].flatMap((id) => history(id, ['2026-01-01', 'Won'], ['2026-03-01', 'Lost']));
    const activities = ['stands', 'taken back'].map((id) => call(id, '2026-01-02'));
    const ground = await groundOf({ opportunities, stage_events, activities, stage_map }, {}, endOf('2026-06-30'));
    expect((await ask(ground, 'after-sale-follow-up')).rows[0]).toMatchObject({
      numerator: 1,
      denominator: 2,
      excluded: '{"reversed":1}',
      judged_90: 3,
      kept_at_90: 2 / 3,
    });
  });
});

describe('touch coverage', () => {
  const speak = (account_id: string, at: string, is_conversation = true) => ({
    activity_id: `${account_id}${at}`,
    at,
    kind: 'call',
    account_id,
    is_conversation,
  });

  it('spoken with in the last 90 days, 30 for the fifth with the largest revenue; customers no longer active are not asked for', async () => {
    const data = [
      ...orders('recent', '2026-05-01'),
      ...orders('day 90', '2026-05-01'),
      ...orders('only mailed', '2026-05-01'),
      ...orders('never', '2026-05-01'),
      order('large', '2026-05-01', { amount: 9000 }),
      ...orders('gone', '2025-05-01'),
    ];
    const activities = [
      speak('recent', '2026-06-01'),
      speak('day 90', daysAfter('2026-06-30', -90)),
      speak('only mailed', '2026-06-01', false),
      speak('large', '2026-05-20'),
      speak('gone', '2026-06-01'),
    ];
    const ground = await groundOf({ orders: data, activities }, {}, endOf('2026-06-30'));
    // "Last 90 days" are 2 April to 30 June: 1 April is the ninety-first day back.
    expect((await ask(ground, 'touch-coverage')).rows[0]).toMatchObject({
      numerator: 1,
      denominator: 5,
      without: 4,
      top_without: 1,
      never: 2,
      median_gap_days: 41,
    });
    const wider = await ask(ground, 'touch-coverage', { options: { days: '91d', top_days: '60d' } });
    expect(wider.rows[0]).toMatchObject({ numerator: 3 });
  });

  it('without activities an order is the touch, marked derived', async () => {
    const ground = await groundOf(
      { orders: [...orders('a', '2026-06-01'), ...orders('b', '2026-01-01')] },
      {},
      endOf('2026-06-30'),
    );
    expect((await ask(ground, 'touch-coverage')).rows[0]).toMatchObject({
      numerator: 1,
      denominator: 2,
      state: 'derived',
    });
  });
});

describe('relationship depth', () => {
  it('people met in twelve months a customer: the median, and the share known through one alone', async () => {
    const contacts = ['a1', 'a2', 'a3', 'b1', 'c1', 'c2'].map((id) => ({
      contact_id: id,
      account_id: id[0] ?? '',
      name: id,
    }));
    const met = (contact_id: string, at: string) => ({
      activity_id: `${contact_id}${at}`,
      at,
      kind: 'call',
      contact_id,
    });
    const activities = [
      met('a1', '2026-01-01'),
      met('a1', '2026-02-01'),
      met('a2', '2026-01-01'),
      met('a3', '2026-06-30'),
      met('b1', '2026-03-01'),
      met('c1', '2026-03-01'),
      met('c2', '2025-06-30'),
    ];
    const data = ['a', 'b', 'c', 'd'].flatMap((id) => orders(id, '2026-05-01'));
    const ground = await groundOf({ orders: data, contacts, activities }, {}, endOf('2026-06-30'));
    // a 3, b 1, c 1 (the other meeting is older than twelve months), d nobody.
    expect((await ask(ground, 'relationship-depth')).rows[0]).toMatchObject({
      value: 1,
      n: 3,
      single: 2,
      single_share: 2 / 3,
      state: 'thin',
      excluded: '{"no_contact":1}',
    });
  });

  it('a median of few customers is enough where the workspace says so', async () => {
    const contacts = [{ contact_id: 'c', account_id: 'a', name: 'c' }];
    const activities = [{ activity_id: '1', at: '2026-06-01', kind: 'call', contact_id: 'c' }];
    const rows = { orders: orders('a', '2026-05-01'), contacts, activities };
    const ground = await groundOf(rows, { evidence_median: 1 }, endOf('2026-06-30'));
    expect((await ask(ground, 'relationship-depth')).rows[0]).toMatchObject({ n: 1, state: 'ok' });
  });

  it('a contract counts on the last day, as everywhere: whose ended before it is no customer any more', async () => {
    const subscriptions = [contract('a', '2025-01-01'), contract('b', '2025-01-01', { ended_on: '2026-06-30' })];
    const contacts = ['a', 'b'].map((id) => ({ contact_id: id, account_id: id, name: id }));
    const activities = ['a', 'b'].map((id) => ({ activity_id: id, at: '2026-03-01', kind: 'call', contact_id: id }));
    const ground = await groundOf({ subscriptions, contacts, activities }, {}, endOf('2026-06-30'));
    expect((await ask(ground, 'relationship-depth')).rows[0]).toMatchObject({ n: 1, single: 1 });
    const before = { to: '2026-06-30' };
    expect((await ask(ground, 'relationship-depth', before)).rows[0]).toMatchObject({ n: 2, single: 2 });
  });
});

describe('renewal rate', () => {
  const subscriptions = [contract('a', '2025-01-01', { subscription_id: 's', owner_id: 'R' })];
  const renewal = (
    id: string,
    due_on: string,
    outcome: string | null,
    decided_on: string | null,
    mrr_before = 100,
  ) => ({ renewal_id: id, subscription_id: 's', due_on, outcome, decided_on, mrr_before });

  it('renewed by the due date plus grace over due and decided or past it; early ones count when they were due', async () => {
    const renewals = [
      renewal('early', '2026-03-01', 'renewed', '2026-01-15', 300),
      renewal('on the day', '2026-03-10', 'renewed', '2026-03-10'),
      renewal('last day of grace', '2026-03-10', 'renewed', '2026-04-09'),
      renewal('late', '2026-03-10', 'renewed', '2026-04-10'),
      renewal('lost', '2026-03-31', 'lost', '2026-03-20'),
      renewal('past grace', '2026-03-15', 'open', null),
      renewal('within grace', '2026-03-31', null, null),
      renewal('due in April', '2026-04-01', 'renewed', '2026-03-10'),
    ];
    const ground = await groundOf({ subscriptions, renewals }, {}, endOf('2026-04-20'));
    const { rows } = await ask(ground, 'renewal-rate', { from: '2026-03-01', to: '2026-04-01', by: ['rep'] });
    expect(rows[0]).toMatchObject({
      rep: 'R',
      numerator: 3,
      denominator: 6,
      on_time: 1 / 2,
      rate_by_value: 500 / 800,
      excluded: '{"open":1}',
    });
  });

  it('what was decided after the as-of is not decided yet', async () => {
    const renewals = [
      renewal('1', '2026-03-01', 'lost', '2026-03-20'),
      renewal('2', '2026-02-01', 'renewed', '2026-03-20'),
    ];
    const ground = await groundOf({ subscriptions, renewals }, {}, endOf('2026-03-10'));
    expect((await ask(ground, 'renewal-rate')).rows[0]).toMatchObject({
      numerator: 0,
      denominator: 1,
      excluded: '{"open":1}',
    });
  });
});
