import { afterAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import type { TableName } from '../../../electron/model/tables';
import { answerRows } from '../../../electron/session/answer';
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
  };
  const cases: readonly [table: TableName, field: string, metric: string, id: string][] = [
    ['leads', 'created_at', 'contact-rate', 'lead_id'],
    ['renewals', 'due_on', 'renewal-rate', 'renewal_id'],
    ['handoffs', 'at', 'hand-off', 'handoff_id'],
    ['targets', 'metric', 'attainment', 'target_id'],
    ['targets', 'value', 'attainment', 'target_id'],
  ];

  it.each(cases)('%s.%s in %s', async (table, field, metric, id) => {
    const both = (without: Row[]) =>
      groundOf({
        stage_map,
        reps: [
          { rep_id: 's', name: 's', role: 'sdr' },
          { rep_id: 'a', name: 'a', role: 'ae' },
        ],
        accounts: [{ account_id: 'A', name: 'Alpha' }],
        subscriptions: [{ subscription_id: 'c', account_id: 'A', started_on: '2025-01-01', mrr: 5 }],
        activities: [lastly('2026-06-30')],
        ...Object.fromEntries(Object.entries(whole).map(([name, row]) => [name, [row]])),
        [table]: [whole[table]!, ...without],
      });
    const holed = { ...whole[table], [id]: 'twin', [field]: null };
    const [alone] = (await ask(await both([]), metric)).rows;
    const ground = await both([holed]);
    const [row] = (await ask(ground, metric)).rows;
    const key = `${field}_missing`;
    expect(JSON.parse(String(row?.['excluded']))).toEqual({
      ...(JSON.parse(String(alone?.['excluded'])) as object),
      [key]: 1,
    });
    for (const name of ['value', 'numerator', 'denominator', 'n']) expect(row?.[name]).toEqual(alone?.[name]);
    // Of a period that was asked it cannot be known to belong to.
    const dated = table === 'targets' ? 1 : undefined;
    const [asked] = (await ask(ground, metric, { from: '2026-01-01', to: '2026-04-01' })).rows;
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
