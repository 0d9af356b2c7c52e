import type { Row, Rows } from './ground';
import { history, lastly, stage_map } from './sales';

/** An account executive there since 2020, unless said otherwise. */
export function seller(rep_id: string, more: Row = {}): Row {
  return { rep_id, name: rep_id, role: 'ae', team_id: 'North', started_on: '2020-01-01', level: 'mid', ...more };
}

/** Proposals of one rep, the first of them won three weeks later for 1,000, the rest lost. */
export function proposals(rep: string | null, n: number, won: number, more: Row = {}, on = '2025-11-10'): Rows {
  const ids = Array.from({ length: n }, (_, i) => `${rep}-${on}-${i}`);
  const closed = new Date(Date.parse(on) + 21 * 86_400_000).toISOString().slice(0, 10);
  return {
    opportunities: ids.map((opportunity_id, i) => ({
      opportunity_id,
      created_at: on,
      stage: i < won ? 'Won' : 'Lost',
      closed_at: closed,
      owner_id: rep,
      amount: 1000,
      ...more,
    })),
    stage_events: ids.flatMap((id, i) =>
      history(id, [on, 'Proposal', { rep_id: rep }], [closed, i < won ? 'Won' : 'Lost', { rep_id: rep }]),
    ),
  };
}

/** Several sets of rows as one, as of the end of March 2026, so that the last four quarters are those from April 2025. */
export function together(...parts: readonly Rows[]): Rows {
  const out: Record<string, Row[]> = { stage_map: [...stage_map], activities: [lastly('2026-03-31')] };
  for (const part of parts)
    for (const [name, rows] of Object.entries(part)) out[name] = [...(out[name] ?? []), ...(rows ?? [])];
  return out;
}

/** Five sellers between 20 and 24 of 60, and one at 6 of 60. */
export const sixSellers: Rows = together(
  { reps: ['ann', 'bea', 'cho', 'dan', 'eve', 'low'].map((name) => seller(name)) },
  ...['ann', 'bea', 'cho', 'dan', 'eve'].map((name, i) => proposals(name, 60, 20 + i)),
  proposals('low', 60, 6),
);

/** Sixty customers of one person, each with a sale, so many of them followed up. */
export function cared(name: string, followed: number): Rows {
  const ids = Array.from({ length: 60 }, (_, i) => `${name}-${i}`);
  return {
    accounts: ids.map((account_id) => ({ account_id, name: account_id, owner_id: name })),
    opportunities: ids.map((id) => ({
      opportunity_id: id,
      account_id: id,
      owner_id: name,
      amount: 1000,
      created_at: '2025-06-02',
      stage: 'Won',
      closed_at: '2025-06-20',
    })),
    activities: ids.slice(0, followed).map((account_id) => ({
      activity_id: `call-${account_id}`,
      at: '2025-07-01',
      kind: 'call',
      direction: 'out',
      is_conversation: false,
      rep_id: name,
      account_id,
    })),
  };
}

/** What somebody was paid for the first quarter of 2026, beside a base salary of 10,000. */
export function payout(rep_id: string, amount: number, more: Row = {}): Row {
  return {
    rep_id,
    amount,
    base_salary: 10_000,
    period_start: '2026-01-01',
    period_end: '2026-04-01',
    ...more,
  };
}
