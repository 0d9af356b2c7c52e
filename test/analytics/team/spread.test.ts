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

it('the curves name who holds how much, the lowest first, as many as their points say', async () => {
  const payouts = [payout('a', 300, first), payout('b', 100, first)];
  const opportunities = [closed('o', 'Won', '2026-02-01', { owner_id: 'a', amount: 1000 })];
  const { answer } = await ask(await groundOf({ ...base, payouts, opportunities }), 'incentive-spread');
  expect(answer.extra?.['lorenz']).toEqual([
    {
      plan: null,
      paid: {
        people: [0, 0.5, 1],
        share: [0, 0.25, 1],
        held: [
          ['b', 100],
          ['a', 300],
        ],
      },
      bookings: { people: [0, 1], share: [0, 1], held: [['a', 1000]] },
    },
  ]);
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

it('who started with a target in the middle of a month is asked for all of it', async () => {
  const quarter = { period_start: '2026-02-15', period_end: '2026-04-01' };
  const on_leave = {
    rep_id: 'b',
    from_on: '2026-02-15',
    to_on: '2026-03-01',
    leave: true,
    role: 'ae',
    team_id: 'North',
  };
  const ground = await groundOf({
    ...base,
    reps: [seller('a', { started_on: '2026-02-15' }), seller('b')],
    rep_periods: [on_leave],
    // 45 days each: of all of them 450, of the 31 in March 310.
    targets: ['a', 'b'].map((rep_id) => ({ rep_id, metric: 'bookings', value: 450, ...quarter })),
    opportunities: [
      closed('1', 'Won', '2026-03-20', { owner_id: 'a', amount: 450 }),
      closed('2', 'Won', '2026-03-20', { owner_id: 'b', amount: 310 }),
    ],
    incentive_plans: [{ plan_id: 'p', period_start: '2026-01-01', period_end: '2027-01-01' }],
    incentive_tiers: [
      { plan_id: 'p', measure: 'attainment', from_value: 0.999, pay_fixed: 100 },
      { plan_id: 'p', measure: 'attainment', from_value: 1.001, pay_fixed: 900 },
    ],
  });
  const found = (await ask(ground, 'incentive-reach', { by: ['rep'] })).rows;
  expect(found.map((row) => [row['rep'], row['pay_now_money']])).toEqual([
    ['a', 100],
    ['b', 100],
  ]);
});

it('who changed roles is one person, with the plan of the role they have now', async () => {
  const plan = (role: string): Row => ({ plan_id: role, role, period_start: '2025-01-01', period_end: '2027-01-01' });
  const step = (plan_id: string, pay_fixed: number): Row => ({
    plan_id,
    measure: 'bookings',
    from_value: 100,
    pay_fixed,
  });
  const ground = await groundOf({
    ...base,
    reps: [seller('a'), seller('b', { role: 'sdr', team_id: 'South' })],
    rep_periods: [
      { rep_id: 'a', from_on: '2020-01-01', to_on: '2026-01-01', role: 'sdr', team_id: 'South' },
      { rep_id: 'a', from_on: '2026-01-01', role: 'ae', team_id: 'North' },
    ],
    incentive_plans: [plan('ae'), plan('sdr')],
    incentive_tiers: [step('ae', 70), step('sdr', 5)],
    opportunities: ['2025-05-01', '2025-08-01', '2025-11-01', '2026-02-01'].map((on) =>
      closed(on, 'Won', on, { owner_id: 'a', amount: 1000, created_at: '2025-04-01' }),
    ),
  });
  const asked = async (question: object) =>
    (await ask(ground, 'incentive-reach', question)).rows.map((row) => [
      row['role'] ?? null,
      row['n'],
      row['pay_now_money'],
    ]);
  expect(await asked({ by: ['role'] })).toEqual([
    ['ae', 1, 70],
    ['sdr', 1, 0],
  ]);
  expect(await asked({ filters: { role: ['sdr'] } })).toEqual([[null, 1, 0]]);
  expect(await asked({ filters: { team: ['North'] } })).toEqual([[null, 1, 70]]);
  const replayed = (await ask(ground, 'plan-complexity')).rows;
  expect(replayed.map((row) => [row['plan'], row['people'], row['cost_money']])).toEqual([
    ['ae', 1, 280],
    ['sdr', 1, 0],
  ]);
});
