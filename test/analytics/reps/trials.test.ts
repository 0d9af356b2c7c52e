import { afterAll, expect, it } from 'vitest';
import type { Row, Rows } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, deal, history } from '../sales';
import { proposals, seller, together } from '../sellers';

afterAll(closeGrounds);

/** What is counted of one person in one skill, as of 31 March 2026. */
async function counted(rows: Rows | readonly Rows[], rep: string, role: string, skill: string) {
  const ground = await groundOf(together({ reps: [seller(rep, { role })] }, ...[rows].flat()));
  const found = (await ask(ground, 'skill-gap')).rows.find((row) => row['rep'] === rep && row['skill'] === skill);
  return found && [found['successes'], found['trials'], found['excluded']];
}

it('a step is tried from the day its 90 days are over', async () => {
  const rows = [proposals('a', 3, 1, {}, '2025-12-31'), proposals('a', 5, 1, {}, '2026-01-01')];
  expect(await counted(rows, 'a', 'ae', 'close')).toEqual([1, 3, '{"not_mature":5}']);
});

it('a customer is followed up on the days 1 to 30 after the sale, and judged when they are over', async () => {
  const won = (id: string, on: string): Row =>
    closed(id, 'Won', on, { account_id: id, amount: 1, created_at: '2025-06-02' });
  const call = (account_id: string, at: string): Row => ({
    activity_id: account_id,
    at,
    kind: 'call',
    direction: 'out',
    rep_id: 'c',
    account_id,
  });
  const sales = [
    won('same', '2025-06-20'),
    won('next', '2025-06-20'),
    won('last', '2025-06-20'),
    won('late', '2025-06-20'),
    won('over', '2026-03-01'),
    won('young', '2026-03-02'),
  ];
  const rows = {
    accounts: sales.map(({ opportunity_id }) => ({
      account_id: opportunity_id ?? '',
      name: opportunity_id ?? '',
      owner_id: 'c',
    })),
    opportunities: sales,
    activities: [
      call('same', '2025-06-20'),
      call('next', '2025-06-21'),
      call('last', '2025-07-20'),
      call('late', '2025-07-21'),
    ],
  };
  expect(await counted(rows, 'c', 'cs', 'follow_up')).toEqual([2, 5, '{"not_mature":1}']);
});

it('a renewal is one until 30 days after it was due, and an expansion from more than five percent more', async () => {
  const renewal = (renewal_id: string, due_on: string, more: Row): Row => ({
    renewal_id,
    subscription_id: 's',
    due_on,
    rep_id: 'c',
    mrr_before: 100,
    ...more,
  });
  const rows = {
    accounts: [{ account_id: 'k', name: 'k' }],
    subscriptions: [{ subscription_id: 's', account_id: 'k', started_on: '2024-06-01', mrr: 100 }],
    renewals: [
      renewal('last', '2025-06-01', { outcome: 'renewed', decided_on: '2025-07-01', mrr_after: 105 }),
      renewal('late', '2025-06-01', { outcome: 'renewed', decided_on: '2025-07-02', mrr_after: 200 }),
      renewal('more', '2025-06-01', { outcome: 'renewed', decided_on: '2025-06-01', mrr_after: 105.01 }),
      renewal('past', '2026-02-28', { outcome: 'open' }),
      renewal('open', '2026-03-01', { outcome: 'open' }),
    ],
  };
  expect(await counted(rows, 'c', 'cs', 'renew')).toEqual([2, 4, '{"open":1}']);
  expect(await counted(rows, 'c', 'cs', 'expand')).toEqual([1, 4, '{"open":1}']);
});

it('a hand-over without an answer counts as refused when more than seven days are gone', async () => {
  const handed = (id: string, at: string, accepted_at: string | null = null): Row => ({
    handoff_id: id,
    opportunity_id: id,
    from_rep: 's',
    to_rep: 'a',
    at,
    accepted_at,
  });
  const rows = {
    opportunities: ['taken', 'silent', 'young', 'day'].map((id) => deal(id, { owner_id: 'a' })),
    handoffs: [
      handed('taken', '2026-03-30 12:00:00', '2026-03-31 12:00:00'),
      handed('silent', '2026-03-24 12:00:00'),
      handed('young', '2026-03-25 12:00:00'),
      // Told by the day alone, the seventh day after is within it to its end.
      handed('day', '2026-03-24'),
    ],
  };
  expect(await counted(rows, 's', 'sdr', 'handoff')).toEqual([1, 2, '{"not_mature":2}']);
});

it('a specialist who joins with the negotiation has not tried the deal', async () => {
  const joined = (opportunity_id: string, from_at: string): Row => ({
    opportunity_id,
    rep_id: 'x',
    role: 'specialist',
    from_at,
  });
  const rows = {
    opportunities: ['before', 'with'].map((id) => deal(id, { owner_id: 'a', complexity: 1, created_at: '2025-11-10' })),
    stage_events: ['before', 'with'].flatMap((id) =>
      history(id, ['2025-11-10', 'Qualified'], ['2025-11-20', 'Negotiation'], ['2025-12-01', 'Won']),
    ),
    opportunity_roles: [joined('before', '2025-11-19'), joined('with', '2025-11-20')],
  };
  expect(await counted(rows, 'x', 'specialist', 'complex_close')).toEqual([1, 1, '{}']);
});
