import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import type { TableName } from '../../../electron/model/tables';
import { answerRows } from '../../../electron/session/answer';
import type { Ground } from '../../../electron/session/answer';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { lastly, stage_map } from '../sales';

afterAll(closeGrounds);

describe('a required field missing: the row is kept, left out of what needs it, and told', () => {
  const whole: Partial<Record<TableName, Row>> = {
    leads: { lead_id: 'l', created_at: '2026-01-02', owner_id: 's' },
    renewals: {
      renewal_id: 'r',
      subscription_id: 'c',
      due_on: '2026-01-01',
      outcome: 'renewed',
      decided_on: '2026-01-01',
      mrr_before: 5,
    },
    handoffs: {
      handoff_id: 'h',
      lead_id: 'l',
      from_rep: 's',
      to_rep: 'a',
      at: '2026-01-04',
      accepted_at: '2026-01-05',
    },
    targets: {
      target_id: 't',
      rep_id: 'a',
      metric: 'bookings',
      period_start: '2026-01-01',
      period_end: '2026-04-01',
      value: 5,
    },
    orders: { order_id: 'p', account_id: 'A', ordered_at: '2026-01-03', amount: 5, opportunity_id: null },
    activities: {
      activity_id: 'v',
      at: '2026-01-04',
      kind: 'call',
      rep_id: 'a',
      account_id: 'A',
      is_conversation: true,
    },
    subscriptions: { subscription_id: 'u', account_id: 'A', started_on: '2025-01-01', mrr: 5 },
    costs: { cost_id: 'z', on: '2026-01-05', amount: 5, purpose: 'acquire' },
    referrals: { referral_id: 'm', at: '2026-01-05', from_account: 'A' },
    surveys: { survey_id: 'q', kind: 'nps', answered_at: '2026-01-06', account_id: 'A', score: 9 },
    trainings: { training_id: 'g', rep_id: 'a', programme: 'P', completed_at: '2026-01-07' },
    opportunities: {
      opportunity_id: 'o',
      created_at: '2026-01-02',
      stage: 'Won',
      owner_id: 'a',
      amount: 5,
      closed_at: '2026-01-08',
    },
    stage_events: { event_id: 'e', opportunity_id: 'o', entered_at: '2026-01-03', to_stage: 'Proposal' },
    payments: { payment_id: 'y', invoice_id: 'i', at: '2026-01-20', amount: 1 },
  };
  const cases: readonly [table: TableName, field: string, metric: string, id: string][] = [
    ['leads', 'created_at', 'contact-rate', 'lead_id'],
    ['renewals', 'due_on', 'renewal-rate', 'renewal_id'],
    ['handoffs', 'at', 'hand-off', 'handoff_id'],
    ['targets', 'metric', 'attainment', 'target_id'],
    ['targets', 'value', 'attainment', 'target_id'],
    ['leads', 'created_at', 'time-to-first-contact', 'lead_id'],
    ['orders', 'ordered_at', 'logo-retention', 'order_id'],
    ['orders', 'ordered_at', 'value-to-date', 'order_id'],
    ['activities', 'at', 'activity-mix', 'activity_id'],
    ['activities', 'at', 'touch-coverage', 'activity_id'],
    ['activities', 'kind', 'activity-mix', 'activity_id'],
    ['subscriptions', 'started_on', 'churn-rate', 'subscription_id'],
    ['subscriptions', 'mrr', 'revenue-retention', 'subscription_id'],
    ['subscriptions', 'account_id', 'logo-retention', 'subscription_id'],
    ['costs', 'purpose', 'cost-per-conversion', 'cost_id'],
    ['costs', 'on', 'acquisition-cost', 'cost_id'],
    ['referrals', 'at', 'referral-rate', 'referral_id'],
    ['referrals', 'from_account', 'referral-rate', 'referral_id'],
    ['surveys', 'kind', 'satisfaction', 'survey_id'],
    ['trainings', 'programme', 'training-coverage', 'training_id'],
    ['targets', 'period_start', 'attainment', 'target_id'],
    ['opportunities', 'stage', 'bookings', 'opportunity_id'],
    ['stage_events', 'entered_at', 'stage-duration', 'event_id'],
    ['payments', 'at', 'won-to-paid', 'payment_id'],
  ];

  // A row's own day, by which it belongs to a period whatever else it lacks.
  const dayOf: Partial<Record<TableName, string>> = {
    targets: 'period_start',
    activities: 'at',
    subscriptions: 'started_on',
    costs: 'on',
    referrals: 'at',
    surveys: 'answered_at',
    trainings: 'completed_at',
    opportunities: 'created_at',
  };

  const groundWith = (twins: Partial<Record<TableName, Row>>) =>
    groundOf({
      stage_map,
      reps: [
        { rep_id: 's', name: 's', role: 'sdr' },
        { rep_id: 'a', name: 'a', role: 'ae' },
      ],
      accounts: [{ account_id: 'A', name: 'Alpha' }],
      invoices: [{ invoice_id: 'i', opportunity_id: 'o', issued_at: '2026-01-09', due_on: '2026-02-09', amount: 5 }],
      programmes: [{ programme: 'P', required_roles: 'ae' }],
      ...Object.fromEntries(
        Object.entries(whole).map(([name, row]) => {
          const twin = twins[name as TableName];
          return [
            name,
            [
              row,
              ...(name === 'activities' ? [{ ...lastly('2026-06-30'), rep_id: 's' }] : []),
              ...(twin ? [twin] : []),
            ],
          ];
        }),
      ),
    });
  let unharmed: Ground;
  beforeAll(async () => {
    unharmed = await groundWith({});
  });

  it.each(cases)('%s.%s in %s', async (table, field, metric, id) => {
    const holed = { ...whole[table], [id]: 'twin', [field]: null };
    const [alone] = (await ask(unharmed, metric)).rows;
    const ground = await groundWith({ [table]: holed });
    const [row] = (await ask(ground, metric)).rows;
    const key = `${field}_missing`;
    expect(JSON.parse(String(row?.['excluded']))).toEqual({
      ...(JSON.parse(String(alone?.['excluded'])) as object),
      [key]: 1,
    });
    for (const name of ['value', 'numerator', 'denominator', 'n']) expect(row?.[name]).toEqual(alone?.[name]);
    // Of a period that was asked it cannot be known to belong to.
    const dated = (holed as Row)[dayOf[table] ?? ''] ? 1 : undefined;
    const [asked] = (await ask(ground, metric, { from: '2025-01-01', to: '2026-04-01' })).rows;
    expect((JSON.parse(String(asked?.['excluded'])) as Record<string, number>)[key]).toBe(dated);
    const behind = await answerRows(ground, {
      metric,
      question: everything,
      where: {},
      part: 'excluded',
      offset: 0,
      limit: 1,
    });
    const counts = Object.values(JSON.parse(String(row?.['excluded'])) as Record<string, number>);
    expect(behind.count).toBe(counts.reduce((sum, count) => sum + count, 0));
  });
});
