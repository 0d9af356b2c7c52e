import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ground } from '../../electron/session/answer';
import { ask, closeGrounds, groundOf } from './ground';
import { lastly, stage_map } from './sales';

const order = (order_id: string, account_id: string, ordered_at: string, amount: number) => ({
  order_id,
  account_id,
  ordered_at,
  amount,
});
const answered = (survey_id: string, account_id: string, answered_at: string, score: number) => ({
  survey_id,
  account_id,
  answered_at,
  score,
  kind: 'nps',
  scale_min: 0,
  scale_max: 10,
});
const call = (activity_id: string, account_id: string, at: string, rep_id: string) => ({
  activity_id,
  account_id,
  at,
  rep_id,
  kind: 'call',
  is_conversation: true,
});

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf({
    stage_map,
    reps: [{ rep_id: 'r1', name: 'Ann', role: 'ae' }],
    accounts: [
      { account_id: 'a1', name: 'Acme', owner_id: 'r1', segment: 'Corporate' },
      { account_id: 'a2', name: 'Bolt' },
      { account_id: 'a4', name: 'Dune' },
      { account_id: 'a9', name: 'Acme (old)', merged_into: 'a1' },
    ],
    orders: [
      order('p1', 'a1', '2026-01-10', 100),
      order('p2', 'a1', '2026-02-09', 100),
      order('p3', 'a1', '2026-03-11', 100),
      order('p4', 'a1', '2026-04-10', 100),
      order('p5', 'a2', '2025-02-01', 50),
      order('p6', 'a4', '2026-04-01', 70),
    ],
    invoices: [
      { invoice_id: 'i1', order_id: 'p1', issued_at: '2026-01-10', due_on: '2026-02-10', amount: 100 },
      { invoice_id: 'i2', order_id: 'p2', issued_at: '2026-02-09', due_on: '2026-03-10', amount: 100 },
      { invoice_id: 'i3', order_id: 'p4', issued_at: '2026-04-10', due_on: '2026-07-10', amount: 100 },
    ],
    payments: [
      { payment_id: 'm1', invoice_id: 'i1', at: '2026-02-01', amount: 40, status: 'ok' },
      { payment_id: 'm2', invoice_id: 'i1', at: '2026-02-02', amount: 60, status: 'failed' },
      { payment_id: 'm3', invoice_id: 'i2', at: '2026-03-01', amount: 99.6, status: 'ok' },
    ],
    surveys: [
      answered('s1', 'a1', '2026-05-01', 9),
      answered('s2', 'a2', '2026-05-02', 10),
      answered('s3', 'a4', '2026-05-03', 6),
    ],
    referrals: [
      { referral_id: 'x1', at: '2026-03-01', from_account: 'a1', to_account: 'a4' },
      { referral_id: 'x2', at: '2026-05-05', from_account: 'a1', invited: 3 },
    ],
    activities: [call('c1', 'a1', '2026-06-20', 'r1'), call('c2', 'a9', '2026-06-10', 'r1'), lastly('2026-06-30')],
  });
});
afterAll(closeGrounds);

it('customers, those of most value first: pace, next order, last conversation and what is unpaid', async () => {
  const { rows } = await ask(ground, 'customer-list');
  expect(rows.map(({ account }) => account)).toEqual(['Acme', 'Dune', 'Bolt']);
  // Three gaps of 30 days; the last order lies 81 days back: 20 of April, 31 of May, 30 of June.
  // Of two invoices due one was paid to 40, the failed payment not counted; 99.6 of 100 is paid.
  expect(rows[0]).toMatchObject({
    owner: 'Ann',
    n: 4,
    value: 400,
    is_active: true,
    first_on: '2026-01-10',
    last_on: '2026-04-10',
    next_on: '2026-05-10',
    overdue_ratio: 2.7,
    spoken_on: '2026-06-20',
    gap_days: 10,
    talks: 2,
    unpaid_money: 60,
  });
  // An order of more than a year ago: nothing in twelve months.
  expect(rows[2]).toMatchObject({
    owner: 'Unassigned',
    value: 0,
    value_so_far_money: 50,
    is_active: false,
    unpaid_money: null,
  });
  const searched = await ask(ground, 'customer-list', { options: { search: 'DUN' } });
  expect(searched.rows.map(({ account }) => account)).toEqual(['Dune']);
});

it('what happened with one customer, the latest first, with what was recorded of the account merged into it', async () => {
  const { rows } = await ask(ground, 'customer-history', { options: { account: 'a1' } });
  expect(rows.map(({ on_day, kind, n, amount_money, by_whom }) => [on_day, kind, n, amount_money, by_whom])).toEqual([
    ['2026-06-20', 'conversation', 1, null, 'Ann'],
    ['2026-06-10', 'conversation', 1, null, 'Ann'],
    ['2026-05-01', 'survey', 1, null, null],
    ['2026-04-10', 'order', 1, 100, null],
    ['2026-03-11', 'order', 1, 100, null],
    ['2026-02-09', 'order', 1, 100, null],
    ['2026-01-10', 'order', 1, 100, null],
  ]);
});

it('recommendations with what they led to, those that led to nobody too', async () => {
  const { rows } = await ask(ground, 'referral-list');
  expect(
    rows.map(({ from_name, to_name, became, bought_on, value, given }) => [
      from_name,
      to_name,
      became,
      bought_on,
      value,
      given,
    ]),
  ).toEqual([
    ['Acme', 'Dune', true, '2026-04-01', 70, 2],
    ['Acme', null, false, null, null, 2],
  ]);
});

it('whom to ask for a recommendation: those who would give one and gave none', async () => {
  const { rows } = await ask(ground, 'promoter-list');
  expect(rows.map(({ account, score, on_day, value }) => [account, score, on_day, value])).toEqual([
    ['Bolt', 10, '2026-05-02', 50],
  ]);
});
