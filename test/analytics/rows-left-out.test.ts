import { afterAll, expect, it } from 'vitest';
import type { Question } from '../../electron/model/question';
import type { Ground } from '../../electron/session/answer';
import { ask, behind, closeGrounds, groundOf } from './ground';
import { closed, deal, history, lastly, stage_map } from './sales';

afterAll(closeGrounds);

/** Every reason a row tells, and all of them together, number as many rows. */
async function told(ground: Ground, metric: string, keys: readonly string[], question: Partial<Question> = {}) {
  const reasons = new Set<string>();
  for (const row of (await ask(ground, metric, question)).rows) {
    const where = Object.fromEntries(keys.map((key) => [key, String(row[key])]));
    const excluded = Object.entries(JSON.parse(String(row['excluded'])) as Record<string, number>);
    const all = excluded.reduce((sum, [, count]) => sum + count, 0);
    expect(await behind(ground, metric, where, 'excluded', question)).toBe(all);
    for (const [left_out, count] of excluded) {
      reasons.add(left_out);
      expect(await behind(ground, metric, { ...where, left_out }, 'excluded', question)).toBe(count);
    }
  }
  return [...reasons].sort();
}

const until = '2026-06-30T23:59:59.999999Z';
const spring = { from: '2026-03-01', to: '2026-06-01' };

it('movements: deals whose amount cannot be said are behind what the money leaves out', async () => {
  const amounts = { whole: 100, missing: null, below: -5 };
  const opportunities = [...Object.entries(amounts).map(([id, amount]) => deal(id, { amount })), deal('abroad', { amount: 7, currency: 'EUR' })]; // prettier-ignore
  const stage_events = opportunities.flatMap(({ opportunity_id }) => history(String(opportunity_id), ['2026-01-05', 'Qualified'], ['2026-04-05', 'Proposal'])); // prettier-ignore
  const ground = await groundOf({ opportunities, stage_events, activities: [lastly('2026-06-01')], stage_map });
  const reasons = ['negative', 'no_amount', 'no_fx'];
  expect(await told(ground, 'stage-matrix', ['rung_start', 'rung_end'], spring)).toEqual(reasons);
  const all = { ...spring, options: { close: 'all' } };
  expect(await told(ground, 'pipeline-waterfall', ['bucket'], all)).toEqual(reasons);
});

it('what-ifs: wins without an amount, and customers whose money nobody knows', async () => {
  const opportunities = [
    closed('a', 'Won', '2026-03-02', { amount: 100 }),
    closed('b', 'Won', '2026-03-02'),
    closed('c', 'Lost', '2026-03-02'),
    deal('d'),
  ];
  const order = (account_id: string, margin: number | null) => ({ order_id: account_id, account_id, ordered_at: '2026-03-02', amount: 50, margin }); // prettier-ignore
  const orders = [order('x', 20), order('y', null)];
  const ground = await groundOf({ opportunities, orders, stage_map }, {}, until);
  expect(await told(ground, 'conversion-what-if', [])).toEqual(['no_amount', 'open']);
  expect(await told(ground, 'retention-what-if', ['reading'], spring)).toEqual(['no_margin']);
  expect(await told(ground, 'retention-what-if', ['reading'], { ...spring, options: { margin: '5' } })).toEqual([]);
});

it('survival: behind a step are those still there before it, and those who left at it', async () => {
  const ends = ['2025-02-01', '2025-02-01', '2025-03-01', null];
  const subscriptions = ends.map((ended_on, i) => ({ subscription_id: `${i}`, account_id: `c${i}`, started_on: '2025-01-01', ended_on, mrr: 10, end_reason: ended_on && 'left' })); // prettier-ignore
  const ground = await groundOf({ subscriptions }, {}, until);
  const { rows } = await ask(ground, 'customer-survival');
  expect(rows.map((row) => [row['at_risk'], row['events']])).toEqual([
    [4, 2],
    [2, 1],
  ]);
  for (const { t_days, at_risk, events } of rows) {
    expect(await behind(ground, 'customer-survival', { t_days: String(t_days) })).toBe(at_risk);
    expect(await behind(ground, 'customer-survival', { t_days: String(t_days) }, 'numerator')).toBe(events);
  }
  expect(await behind(ground, 'customer-survival', {}, 'numerator')).toBe(3);
});

it('engagement: quartiles are those of everybody, so that a person chosen has what the breakdown says', async () => {
  const accounts = Array.from({ length: 8 }, (_, i) => ({ account_id: `c${i}`, name: `c${i}`, segment: i < 6 ? 'SMB' : 'Key' })); // prettier-ignore
  const orders = accounts.map(({ account_id }) => ({ order_id: account_id, account_id, ordered_at: '2025-03-02', amount: 50 })); // prettier-ignore
  const activities = accounts.flatMap(
    ({ account_id }, i) =>
    Array.from({ length: i }, (_, k) => ({ activity_id: `${i} ${k}`, account_id, at: '2025-02-01', kind: 'call', is_conversation: true })), // prettier-ignore
  );
  const ground = await groundOf({ accounts, orders, activities }, {}, until);
  const by = (await ask(ground, 'engagement-retention', { by: ['segment'] })).rows;
  for (const segment of ['Key', 'SMB']) {
    const { rows } = await ask(ground, 'engagement-retention', { filters: { segment: [segment] } });
    const of = (all: typeof rows) => all.map((row) => [row['quartile'], row['denominator'], row['conversations_to']]);
    expect(of(rows)).toEqual(of(by.filter((row) => row['segment'] === segment)));
  }
});
