/* eslint-disable max-lines -- rows of every table; in several files the company would no longer be seen whole */
import type { TableName } from '../../electron/model/tables';
import type { Row, Rows } from './ground';
import { stage_map } from './sales';

const people = ['a', 'b', 'd', 'e'].map((rep_id): Row => ({
  rep_id,
  name: rep_id,
  role: 'ae',
  team_id: 'T',
  started_on: '2024-01-01',
}));

const deals = ['a', 'b', 'd', 'e'].flatMap((owner_id, i): Row[] =>
  ['Won', 'Lost', 'Proposal'].map((stage, k): Row => ({
    opportunity_id: `${owner_id}${stage}`,
    created_at: '2026-01-05',
    stage,
    owner_id,
    account_id: ['A', 'B', 'C', 'A'][i] ?? 'A',
    amount: 100 + 10 * i + k,
    list_amount: 150,
    expected_close: '2026-07-10',
    complexity: 1,
    ...(stage === 'Proposal' ? {} : { closed_at: `2026-0${2 + k}-1${i}` }),
  })),
);

const events = deals.flatMap(({ opportunity_id, stage, closed_at }): Row[] => [
  {
    event_id: `${String(opportunity_id)}1`,
    opportunity_id: opportunity_id ?? '',
    entered_at: '2026-01-05',
    to_stage: 'Qualified',
  },
  {
    event_id: `${String(opportunity_id)}2`,
    opportunity_id: opportunity_id ?? '',
    entered_at: '2026-01-15',
    to_stage: 'Proposal',
  },
  ...(stage === 'Proposal'
    ? []
    : [
        {
          event_id: `${String(opportunity_id)}3`,
          opportunity_id: opportunity_id ?? '',
          entered_at: closed_at ?? null,
          to_stage: stage ?? '',
        },
      ]),
]);

/** A company of which every table holds something, so that every metric says something. */
export const wholeCompany: Rows = {
  stage_map,
  reps: [
    ...people,
    { rep_id: 's', name: 's', role: 'sdr', team_id: 'T', started_on: '2024-01-01' },
    { rep_id: 'p', name: 'p', role: 'specialist', team_id: 'T', started_on: '2024-01-01' },
    { rep_id: 'c', name: 'c', role: 'cs', team_id: 'T', started_on: '2024-01-01' },
    { rep_id: 'n', name: 'n', role: 'ae', team_id: 'T', started_on: '2026-02-01' },
  ],
  accounts: ['A', 'B', 'C', 'D'].map((account_id) => ({ account_id, name: account_id, owner_id: 'a', segment: 'S' })),
  contacts: [{ contact_id: 'k', account_id: 'A', name: 'k' }],
  leads: [
    { lead_id: 'l1', created_at: '2026-01-02', owner_id: 's', source: 'web' },
    { lead_id: 'l2', created_at: '2026-01-03', owner_id: 's', source: 'web', qualified_at: '2026-01-20' },
  ],
  opportunities: deals,
  stage_events: events,
  opportunity_needs: [{ opportunity_id: 'aWon', need_key: 'colour', recorded_at: '2026-01-06', met: true }],
  opportunity_roles: [{ opportunity_id: 'bWon', rep_id: 'p', role: 'specialist', from_at: '2026-01-06', src_row: 1 }],
  activities: [
    {
      activity_id: 'v1',
      at: '2026-02-03',
      kind: 'call',
      rep_id: 'a',
      account_id: 'A',
      opportunity_id: 'aWon',
      is_conversation: true,
      direction: 'out',
    },
    { activity_id: 'v2', at: '2026-06-30', kind: 'note', rep_id: 'b', account_id: 'B' },
  ],
  orders: [
    ...['A', 'B', 'C'].map((account_id): Row => ({
      order_id: `${account_id}1`,
      account_id,
      ordered_at: '2025-03-05',
      amount: 50,
      margin: 20,
      rep_id: 'a',
    })),
    ...['A', 'B'].map((account_id): Row => ({
      order_id: `${account_id}2`,
      account_id,
      ordered_at: '2026-03-05',
      amount: 60,
      margin: 20,
      rep_id: 'a',
    })),
  ],
  order_lines: [{ order_id: 'A1', line: 1, product_id: 'P', quantity: 1, unit_price: 50 }],
  products: [{ product_id: 'P', name: 'P' }],
  refunds: [{ refund_id: 'f1', order_id: 'A1', at: '2025-04-01', amount: 5 }],
  invoices: [
    { invoice_id: 'i1', opportunity_id: 'aWon', issued_at: '2026-02-12', due_on: '2026-03-12', amount: 100 },
    { invoice_id: 'i2', opportunity_id: 'bWon', issued_at: '2026-02-12', due_on: '2026-03-12', amount: 110 },
  ],
  payments: [{ payment_id: 'y1', invoice_id: 'i1', at: '2026-03-01', amount: 100, status: 'ok' }],
  subscriptions: [
    { subscription_id: 'u1', account_id: 'A', started_on: '2025-01-01', mrr: 10 },
    { subscription_id: 'u2', account_id: 'B', started_on: '2025-01-01', ended_on: '2026-02-01', mrr: 10 },
  ],
  subscription_changes: [{ subscription_id: 'u1', on: '2025-06-01', mrr: 12 }],
  renewals: [
    {
      renewal_id: 'w1',
      subscription_id: 'u1',
      due_on: '2026-01-01',
      outcome: 'renewed',
      decided_on: '2026-01-01',
      mrr_before: 5,
    },
    {
      renewal_id: 'w2',
      subscription_id: 'u2',
      due_on: '2026-02-01',
      outcome: 'lost',
      decided_on: '2026-02-01',
      mrr_before: 5,
    },
  ],
  costs: [
    { cost_id: 'z1', on: '2025-02-01', amount: 30, purpose: 'acquire', src_row: 1 },
    { cost_id: 'z2', on: '2026-02-01', amount: 40, purpose: 'retain', src_row: 2 },
    { cost_id: 'z3', on: '2026-02-01', amount: 40, purpose: 'acquire', src_row: 3 },
  ],
  handoffs: [
    { handoff_id: 'h', lead_id: 'l2', from_rep: 's', to_rep: 'a', at: '2026-01-20', accepted_at: '2026-01-21' },
  ],
  targets: people.map(({ rep_id }): Row => ({
    target_id: `t${String(rep_id)}`,
    rep_id: rep_id ?? '',
    metric: 'bookings',
    period_start: '2026-01-01',
    period_end: '2026-04-01',
    value: 90,
  })),
  trainings: [{ training_id: 'g1', rep_id: 'a', programme: 'Closing', completed_at: '2026-02-01' }],
  programmes: [{ programme: 'Closing', skills: 'close', required_roles: 'ae' }],
  coachings: [{ coaching_id: 'j1', rep_id: 'a', coach_id: 'b', at: '2026-02-02', topic: 'close' }],
  incentive_plans: [{ plan_id: 'q', name: 'q', period_start: '2026-01-01', period_end: '2027-01-01', role: 'ae' }],
  incentive_tiers: [{ plan_id: 'q', measure: 'bookings', from_value: 0, to_value: 1000, pay_rate: 0.1 }],
  payouts: people.map(({ rep_id }, i): Row => ({
    rep_id: rep_id ?? '',
    plan_id: 'q',
    period_start: '2026-01-01',
    period_end: '2026-04-01',
    amount: 10 + i,
    base_salary: 100,
    src_row: i,
  })),
  recognitions: [{ rep_id: 'a', at: '2026-03-03', src_row: 1 }],
  surveys: [
    {
      survey_id: 'sn',
      kind: 'nps',
      asked_at: '2026-03-01',
      answered_at: '2026-03-02',
      account_id: 'A',
      score: 9,
      scale_min: 0,
      scale_max: 10,
    },
    { survey_id: 'sr', kind: 'review', asked_at: '2026-03-01', answered_at: '2026-03-02', account_id: 'A', score: 4 },
    ...['a', 'b', 'd', 'e', 'c'].map((rep_id): Row => ({
      survey_id: `sp${rep_id}`,
      kind: 'incentive_pref',
      asked_at: '2026-03-01',
      answered_at: '2026-03-02',
      rep_id,
      text: 'money',
    })),
  ],
  referrals: [{ referral_id: 'm1', at: '2026-02-20', from_account: 'A', to_account: 'C' }],
  cases: [{ case_id: 'n1', account_id: 'B', opened_at: '2026-02-20', kind: 'question' }],
};

/** One more row of each kind that figures change with; where one changes not all of them, several. */
export const onesMore: Partial<Record<TableName, readonly Row[]>> = {
  leads: [{ lead_id: 'x', created_at: '2026-01-04', owner_id: 's', source: 'web' }],
  opportunities: [
    {
      opportunity_id: 'x',
      created_at: '2026-01-05',
      stage: 'Won',
      owner_id: 'a',
      account_id: 'D',
      amount: 300,
      list_amount: 400,
      closed_at: '2026-03-01',
      complexity: 1,
    },
    {
      opportunity_id: 'x',
      created_at: '2026-01-05',
      stage: 'Lost',
      owner_id: 'a',
      account_id: 'D',
      amount: 300,
      list_amount: 400,
      closed_at: '2026-03-01',
      complexity: 1,
    },
    {
      opportunity_id: 'x',
      created_at: '2026-01-05',
      stage: 'Proposal',
      owner_id: 'a',
      account_id: 'D',
      amount: 300,
      expected_close: '2026-07-09',
    },
  ],
  stage_events: [{ event_id: 'x', opportunity_id: 'aProposal', entered_at: '2026-02-20', to_stage: 'Negotiation' }],
  activities: [
    {
      activity_id: 'x',
      at: '2026-03-03',
      kind: 'call',
      rep_id: 'b',
      account_id: 'B',
      opportunity_id: 'bWon',
      is_conversation: true,
      direction: 'out',
    },
    {
      activity_id: 'x',
      at: '2026-01-06',
      kind: 'call',
      rep_id: 's',
      lead_id: 'l1',
      is_conversation: true,
      direction: 'out',
    },
    {
      activity_id: 'x',
      at: '2026-06-28',
      kind: 'email',
      rep_id: 'b',
      account_id: 'B',
      contact_id: 'k',
      opportunity_id: 'bProposal',
      direction: 'in',
    },
  ],
  orders: [
    { order_id: 'x', account_id: 'D', ordered_at: '2025-05-05', amount: 70, margin: 20, rep_id: 'a' },
    { order_id: 'x', account_id: 'C', ordered_at: '2026-05-05', amount: 70, margin: 20, rep_id: 'a' },
  ],
  refunds: [{ refund_id: 'x', account_id: 'B', at: '2026-03-06', amount: 7 }],
  invoices: [{ invoice_id: 'x', opportunity_id: 'dWon', issued_at: '2026-02-13', due_on: '2026-03-12', amount: 120 }],
  payments: [{ payment_id: 'x', invoice_id: 'i2', at: '2026-03-02', amount: 110, status: 'ok' }],
  subscriptions: [{ subscription_id: 'x', account_id: 'D', started_on: '2025-02-01', mrr: 30 }],
  subscription_changes: [{ subscription_id: 'u1', on: '2026-02-01', mrr: 20 }],
  renewals: [
    { renewal_id: 'x', subscription_id: 'u1', due_on: '2026-03-01', outcome: 'renewed', mrr_before: 5 },
    { renewal_id: 'x', subscription_id: 'u1', due_on: '2026-03-01', outcome: 'lost', mrr_before: 5 },
  ],
  costs: [
    { cost_id: 'x', on: '2026-02-02', amount: 50, purpose: 'acquire', src_row: 9 },
    { cost_id: 'x', on: '2026-02-02', amount: 50, purpose: 'retain', src_row: 9 },
  ],
  handoffs: [
    { handoff_id: 'x', lead_id: 'l1', from_rep: 's', to_rep: 'b', at: '2026-01-21', accepted_at: '2026-01-22' },
  ],
  targets: [
    {
      target_id: 'x',
      rep_id: 'n',
      metric: 'bookings',
      period_start: '2026-01-01',
      period_end: '2026-04-01',
      value: 80,
    },
  ],
  trainings: [{ training_id: 'x', rep_id: 'b', programme: 'Closing', completed_at: '2026-02-03' }],
  coachings: [{ coaching_id: 'x', rep_id: 'b', at: '2026-05-02', topic: 'close' }],
  incentive_plans: [{ plan_id: 'x', name: 'x', period_start: '2026-01-01', period_end: '2027-01-01', role: 'sdr' }],
  payouts: [
    {
      rep_id: 'n',
      plan_id: 'q',
      period_start: '2026-01-01',
      period_end: '2026-04-01',
      amount: 44,
      base_salary: 100,
      src_row: 9,
    },
  ],
  recognitions: [{ rep_id: 'b', at: '2026-05-03', src_row: 9 }],
  surveys: [
    {
      survey_id: 'x',
      kind: 'nps',
      asked_at: '2026-03-01',
      answered_at: '2026-03-02',
      account_id: 'B',
      score: 3,
      scale_min: 0,
      scale_max: 10,
    },
    { survey_id: 'x', kind: 'review', asked_at: '2026-03-01', answered_at: '2026-03-02', account_id: 'B', score: 2 },
    {
      survey_id: 'x',
      kind: 'incentive_pref',
      asked_at: '2026-03-01',
      answered_at: '2026-03-02',
      rep_id: 's',
      text: 'praise',
    },
  ],
  referrals: [{ referral_id: 'x', at: '2026-02-21', from_account: 'B', to_account: 'D' }],
  cases: [{ case_id: 'x', account_id: 'A', opened_at: '2026-03-10', kind: 'complaint' }],
  opportunity_roles: [{ opportunity_id: 'dWon', rep_id: 'p', role: 'specialist', from_at: '2026-01-06', src_row: 9 }],
};
