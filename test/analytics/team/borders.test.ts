import { afterAll, expect, it } from 'vitest';
import type { Row } from '../ground';
import { ask, behind, closeGrounds, groundOf } from '../ground';
import { closed, lastly, stage_map } from '../sales';
import { seller } from '../sellers';

afterAll(closeGrounds);

/** First days of the ten quarters up to the one of the as-of, 31 March 2026. */
const quarters = Array.from({ length: 10 }, (_, i) =>
  new Date(Date.UTC(2023, 9 + 3 * i, 1)).toISOString().slice(0, 10),
);

/** What one seller booked in each of the ten quarters, and a plan that pays 100 from 1,500 on. */
function company(amounts: readonly number[], plan: Row = {}) {
  const amountOf = (i: number) => amounts[i] ?? 1000;
  return {
    reps: [seller('a')],
    opportunities: quarters.map((on, i) =>
      closed(`q${i}`, 'Won', `${on.slice(0, 8)}20`, { owner_id: 'a', amount: amountOf(i), created_at: '2023-09-01' }),
    ),
    incentive_plans: [{ plan_id: 'p', period_start: '2023-01-01', period_end: '2027-01-01', ...plan }],
    incentive_tiers: [{ plan_id: 'p', measure: 'bookings', from_value: 1500, pay_fixed: 100 }],
    stage_map,
    activities: [lastly('2026-03-31')],
  };
}

async function reach(amounts: readonly number[], plan: Row = {}) {
  const ground = await groundOf(company(amounts, plan));
  const [row] = (await ask(ground, 'incentive-reach')).rows;
  expect(await behind(ground, 'incentive-reach', {})).toBe(row?.['people']);
  return row;
}

it('a little better is the deviation of the eight quarters before this one, no more and no fewer', async () => {
  // One of 3,000 among seven of 1,000: the deviation is 707. All alike: a tenth, 100.
  expect(await reach([1000, 3000])).toMatchObject({ in_reach: 1 });
  expect(await reach([3000, 1000])).toMatchObject({ in_reach: 0 });
});

it('a plan is in force from its first day to the day before its end', async () => {
  expect(await reach([], { period_end: '2026-01-01' })).toMatchObject({ people: 0, excluded: '{"no_plan":1}' });
  expect(await reach([], { period_end: '2026-01-02' })).toMatchObject({ people: 1, excluded: '{}' });
  expect(await reach([], { period_start: '2026-01-01' })).toMatchObject({ people: 1, excluded: '{}' });
  expect(await reach([], { period_start: '2026-01-02' })).toMatchObject({ people: 0, excluded: '{"no_plan":1}' });
});

it('a step touches a payout in the quarters that begin within its plan', async () => {
  const touched = async (plan: Row) => {
    const amounts = quarters.map((on) => (on === '2026-01-01' ? 2000 : 1000));
    return (await ask(await groundOf(company(amounts, plan)), 'plan-complexity')).rows[0]?.['steps_touched'];
  };
  expect(await touched({ period_end: '2026-01-01' })).toBe(0);
  expect(await touched({ period_end: '2026-01-02' })).toBe(1);
  expect(await touched({ period_start: '2026-01-01' })).toBe(1);
  expect(await touched({ period_start: '2026-01-02' })).toBe(0);
});

it('a wish told in the very instant of the as-of counts, one told after it does not', async () => {
  const wish = (rep_id: string, answered_at: string, text: string): Row => ({ survey_id: `${rep_id} ${answered_at}`, kind: 'incentive_pref', rep_id, answered_at, text }); // prettier-ignore
  const surveys = [
    ...['a', 'b', 'c', 'd'].map((rep) => wish(rep, '2026-02-10 09:00:00', 'Leave')),
    wish('e', '2026-02-10 10:00:00', 'Cash'),
    wish('a', '2026-02-10 10:00:01', 'Cash'),
  ];
  const ground = await groundOf({ surveys, stage_map }, {}, '2026-02-10T10:00:00.000000Z');
  const { rows } = await ask(ground, 'wanted-incentives');
  expect(rows.map((row) => [row['wanted'], row['numerator'], row['denominator']])).toEqual([
    ['Leave', 4, 5],
    ['Cash', 1, 5],
  ]);
});
