import { afterAll, expect, it } from 'vitest';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, lastly, stage_map } from '../sales';
import { seller } from '../sellers';

afterAll(closeGrounds);

const payout = (rep_id: string, amount: number, quarter: readonly [string, string], more: Row = {}): Row => ({
  rep_id,
  amount,
  base_salary: 10_000,
  period_start: quarter[0],
  period_end: quarter[1],
  ...more,
});
const last = ['2025-10-01', '2026-01-01'] as const;
const first = ['2026-01-01', '2026-04-01'] as const;
const next = ['2026-04-01', '2026-07-01'] as const;
const base = { reps: [seller('a'), seller('b')], stage_map, activities: [lastly('2026-03-31')] };

it('what is paid for a time that begins after the as-of is no payout yet', async () => {
  const payouts = [payout('a', 100, first), payout('b', 100, first), payout('a', 700, next)];
  const ground = await groundOf({ ...base, payouts });
  const [row] = (await ask(ground, 'incentive-spread')).rows;
  expect(row).toMatchObject({ people: 2, gini: 0, paid_money: 200, part_period: 0, excluded: '{"future":1}' });
});

it('two plans of one name are two plans', async () => {
  const plan = (plan_id: string, [period_start, period_end]: readonly [string, string]): Row => ({
    plan_id,
    name: 'Commission',
    period_start,
    period_end,
  });
  const ground = await groundOf({
    ...base,
    incentive_plans: [plan('p25', last), plan('p26', first)],
    incentive_tiers: [
      { plan_id: 'p25', measure: 'bookings', from_value: 0, pay_fixed: 100 },
      { plan_id: 'p26', measure: 'bookings', from_value: 0, pay_fixed: 7 },
    ],
    payouts: [payout('a', 100, last, { plan_id: 'p25' }), payout('a', 7, first, { plan_id: 'p26' })],
    opportunities: ['a', 'b'].map((name) => closed(name, 'Won', '2026-02-01', { owner_id: name, amount: 1000 })),
  });
  const found = (await ask(ground, 'plan-complexity', { filters: { rep: ['a'] } })).rows;
  expect(found.map((row) => [row['plan'], row['steps'], row['cost_money']])).toEqual([
    ['Commission (p25)', 1, 400],
    ['Commission (p26)', 1, 28],
  ]);
  expect((await ask(ground, 'incentive-reach')).rows[0]).toMatchObject({ people: 2, pay_now_money: 14 });
  const spread = (await ask(ground, 'incentive-spread', { options: { per: 'plan' } })).rows;
  expect(spread.map((row) => [row['plan'], row['paid_money']])).toEqual([
    ['Commission (p25)', 100],
    ['Commission (p26)', 7],
  ]);
});
