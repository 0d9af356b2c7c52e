import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { planPay, stepsOf } from '../../../electron/analytics/team/plan-pay';
import { reachOf } from '../../../electron/analytics/team/incentive-reach';
import type { Row } from '../ground';
import { ask, behind, closeGrounds, groundOf } from '../ground';
import { closed, lastly, stage_map } from '../sales';
import { payout, seller } from '../sellers';

afterAll(closeGrounds);

const names = ['a', 'b', 'c', 'd', 'e'];

describe('incentive spread', () => {
  const base = { reps: names.map((name) => seller(name)), stage_map, activities: [lastly('2026-03-31')] };

  it('is the Gini, the share of the top fifth and the share paid, bookings beside', async () => {
    // 0, 0, 100, 300, 600: (2·3−6)·100 + (2·4−6)·300 + (2·5−6)·600 = 3,000 over 5·1,000; the top one has 0.6.
    const ground = await groundOf({
      ...base,
      payouts: [payout('a', 0), payout('b', 0), payout('c', 100), payout('d', 300), payout('e', 600)],
      opportunities: names.map((name) => closed(name, 'Won', '2026-02-01', { owner_id: name, amount: 100 })),
    });
    const [row] = (await ask(ground, 'incentive-spread')).rows;
    expect(row).toMatchObject({
      people: 5,
      share_paid: 0.6,
      share_over_5_percent: 0.2,
      paid_money: 1000,
      bookings_gini: 0,
    });
    expect(row?.['gini']).toBeCloseTo(0.6, 12);
    expect(row?.['gini_small_sample']).toBeCloseTo(0.75, 12);
    expect(row?.['top20_share']).toBeCloseTo(0.6, 12);
  });

  it('a claw-back is listed apart from the spread, and is nobody paid; one who was paid nothing counts with nothing', async () => {
    const ground = await groundOf({ ...base, payouts: [payout('a', -50), payout('b', 100), payout('c', 100)] });
    const [row] = (await ask(ground, 'incentive-spread')).rows;
    expect(row).toMatchObject({ people: 4, share_paid: 0.4, negative_money: -50, excluded: '{"negative":1}' });
  });

  it('somebody there for part of the time is scaled up to all of it', async () => {
    const reps = [seller('a'), seller('b', { started_on: '2026-02-15' })];
    const ground = await groundOf({ ...base, reps, payouts: [payout('a', 90), payout('b', 45)] });
    const [row] = (await ask(ground, 'incentive-spread')).rows;
    // 45 of 90 days: 45 becomes 90, as even as can be; as paid the Gini is (90 − 45) / (2 · 135).
    expect(row).toMatchObject({ gini: 0, part_period: 1 });
    expect(row?.['gini_as_paid']).toBeCloseTo(45 / 270, 12);
  });

  it('nothing paid has no spread', async () => {
    const ground = await groundOf({ ...base, payouts: [payout('a', 0), payout('b', 0)] });
    expect((await ask(ground, 'incentive-spread')).rows[0]).toMatchObject({
      value: null,
      reason: 'nothing_paid',
      share_paid: 0,
    });
  });
});

describe('plans', () => {
  const steps = stepsOf('attainment:0.8::0:500;attainment:1:1.5:1000:;bookings:1000:2000:0.1:') ?? [];

  it('pay a rate between the ends of a step and a sum once on reaching it', () => {
    expect(planPay(steps, { attainment: 0.79, bookings: 0 })).toBe(0);
    expect(planPay(steps, { attainment: 0.8, bookings: 999 })).toBe(500);
    expect(planPay(steps, { attainment: 1.2, bookings: 1500 })).toBeCloseTo(500 + 200 + 50, 9);
    expect(planPay(steps, { attainment: 9, bookings: 9000 })).toBeCloseTo(500 + 500 + 100, 9);
  });

  it('never pay less for more', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (at, more) => {
          const pay = (attainment: number) => planPay(steps, { attainment, bookings: 0 });
          expect(pay(at + more)).toBeGreaterThanOrEqual(pay(at) - 1e-9);
        },
      ),
      { numRuns: 50, seed: 1 },
    );
  });

  it('are out of reach where one standard deviation of own results adds nothing, a fixed step inside the span counting', () => {
    const steps = stepsOf('attainment:1:::100') ?? [];
    const before = [0.6, 0.7, 0.8].map((attainment) => ({ attainment }));
    // Deviation 0.1: from 0.85 not to 1, from 0.95 beyond it.
    expect(reachOf(steps, { attainment: 0.85 }, before).added).toBe(0);
    expect(reachOf(steps, { attainment: 0.95 }, before).added).toBe(100);
    // Fewer than three quarters: a tenth of 0.95.
    expect(reachOf(steps, { attainment: 0.95 }, []).added).toBe(100);
  });

  it('that do not read as steps are refused', () => {
    expect(stepsOf('luck:1:2:3:4')).toBeNull();
    expect(stepsOf('attainment:x')).toBeNull();
    expect(stepsOf('')).toBeNull();
  });

  const quarter = (i: number) => ['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01'][i] ?? '';
  const rows = {
    reps: ['star', 'solid'].map((name) => seller(name)),
    targets: ['star', 'solid'].flatMap((rep_id) =>
      [0, 1, 2, 3].map((i) => ({
        rep_id,
        metric: 'bookings',
        period_start: quarter(i),
        period_end: quarter(i + 1),
        value: 1000,
      })),
    ),
    opportunities: [0, 1, 2, 3].flatMap((i) => [
      closed(`star${i}`, 'Won', `${quarter(i).slice(0, 8)}20`, {
        owner_id: 'star',
        amount: 2000,
        created_at: '2025-03-01',
      }),
      closed(`solid${i}`, 'Won', `${quarter(i).slice(0, 8)}20`, {
        owner_id: 'solid',
        amount: 800,
        created_at: '2025-03-01',
      }),
    ]),
    incentive_plans: [{ plan_id: 'top', name: 'Top', period_start: '2025-04-01', period_end: '2027-01-01' }],
    incentive_tiers: [
      { plan_id: 'top', measure: 'attainment', from_value: 1.5, pay_rate: 1000, pay_fixed: 100 },
      { plan_id: 'top', measure: 'bookings', from_value: 50_000, pay_rate: 0.1 },
    ],
    stage_map,
    activities: [lastly('2026-03-31')],
  };

  it('reach: only the star’s next step still pays', async () => {
    const [row] = (await ask(await groundOf(rows), 'incentive-reach')).rows;
    // Attainment 2.0 and 0.8; a tenth more of each: 0.2 · 1,000 for the star, nothing for the other.
    expect(row).toMatchObject({ value: 0.5, people: 2, in_reach: 1, pay_now_money: 600 });
    expect(row?.['marginal_money']).toBeCloseTo(200, 6);
    const solid = (await ask(await groundOf(rows), 'incentive-reach', { by: ['rep'] })).rows.find(
      (one) => one['rep'] === 'solid',
    );
    expect(solid).toMatchObject({ value: 0, next_step: 1.5, next_measure: 'attainment', plan: 'Top' });
  });

  it('reach: the rows behind are people, those in reach and all with a plan, and those without one', async () => {
    const ground = await groundOf({ ...rows, reps: [...rows.reps, seller('free', { role: 'cs' })], incentive_plans: rows.incentive_plans.map((plan) => ({ ...plan, role: 'ae' })) }); // prettier-ignore
    const [row] = (await ask(ground, 'incentive-reach')).rows;
    expect(row).toMatchObject({ in_reach: 1, people: 2, excluded: '{"no_plan":1}' });
    const parts = ['numerator', 'denominator', 'missed', 'excluded'] as const;
    expect(await Promise.all(parts.map((part) => behind(ground, 'incentive-reach', {}, part)))).toEqual([1, 2, 1, 1]);
    expect(await behind(ground, 'incentive-reach', { rep: 'solid' }, 'numerator')).toBe(0);
    expect(await behind(ground, 'incentive-reach', { left_out: 'no_plan' }, 'excluded')).toBe(1);
  });

  it('reach: who is under several plans at once is paid by each of them', async () => {
    const more = { plan_id: 'all', name: 'All', period_start: '2026-01-01', period_end: '2026-07-01' };
    const ground = await groundOf({
      ...rows,
      incentive_plans: [...rows.incentive_plans.map((plan) => ({ ...plan, role: 'ae' })), more],
      incentive_tiers: [
        ...rows.incentive_tiers,
        { plan_id: 'all', measure: 'bookings', from_value: 500, pay_rate: 0.5 },
      ],
    });
    const found = (await ask(ground, 'incentive-reach', { by: ['rep'] })).rows;
    expect(found.map((row) => [row['rep'], row['value'], row['pay_now_money'], row['plan']])).toEqual([
      ['solid', 1, 150, 'Top, All'],
      ['star', 1, 1350, 'Top, All'],
    ]);
  });

  it('reach: a team’s result is that of all its people, also where one of them is asked about', async () => {
    const incentive_tiers = [{ plan_id: 'top', measure: 'team', from_value: 1, pay_fixed: 100 }];
    const ground = await groundOf({ ...rows, incentive_tiers });
    // Together 2,800 of 2,000.
    const byRep = (await ask(ground, 'incentive-reach', { by: ['rep'] })).rows;
    expect(byRep.map((row) => row['pay_now_money'])).toEqual([100, 100]);
    const filters = { rep: ['solid'] };
    expect((await ask(ground, 'incentive-reach', { filters })).rows[0]).toMatchObject({ pay_now_money: 100 });
  });

  it('complexity counts what touched a payout, and a simpler plan is paid for the same year', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'plan-complexity', {
      options: { steps: 'attainment:0.5:::200' },
    });
    // One of two measures, one of two steps, and its extra sum: 3. Four quarters of 600 to the star alone.
    expect(found[0]).toMatchObject({
      plan: 'Top',
      value: 3,
      measures: 2,
      steps: 2,
      share_paid: 0.5,
      state: 'derived',
      method: 'simulated',
    });
    expect(found[0]?.['cost_money']).toBeCloseTo(2400, 6);
    expect(found[0]?.['top20_share']).toBeCloseTo(0.4, 9);
    expect(found[1]).toMatchObject({ plan: 'edited', value: 2, cost_money: 1600, share_paid: 1, gini: 0 });
  });
});

describe('a plan by person', () => {
  const months = ['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01'];
  const rows = (role: string | null) => ({
    reps: [seller('a'), seller('b'), seller('c', { role: 'cs' })],
    targets: ['a', 'b', 'c'].flatMap((rep_id) =>
      months.map((period_start, i) => ({
        rep_id,
        metric: 'bookings',
        period_start,
        period_end: months[i + 1] ?? '2026-04-01',
        value: 1000,
      })),
    ),
    // The team reaches two thirds of its target, a alone twice its own.
    opportunities: months.map((on, i) =>
      closed(`a${i}`, 'Won', `${on.slice(0, 8)}20`, { owner_id: 'a', amount: 2000, created_at: '2025-03-01' }),
    ),
    incentive_plans: [{ plan_id: 'p', name: 'P', role, period_start: '2025-04-01', period_end: '2027-01-01' }],
    incentive_tiers: [{ plan_id: 'p', measure: 'team', from_value: 0.6, pay_fixed: 100 }],
    stage_map,
    activities: [lastly('2026-03-31')],
  });
  const paid = async (role: string | null, plan: string) => {
    const options = { steps: 'team:0.6:::200', like: 'P' };
    const { rows: found } = await ask(await groundOf(rows(role)), 'plan-complexity', { by: ['rep'], options });
    return found.filter((row) => row['plan'] === plan).map((row) => [row['rep'], row['cost_money']]);
  };

  it('pays everybody for the result of the whole team', async () => {
    expect(await paid(null, 'P')).toEqual([
      ['a', 400],
      ['b', 400],
      ['c', 400],
    ]);
  });

  it('pays every rep of last year, who left within it too, for its four quarters and no others', async () => {
    const { reps, targets, ...more } = rows(null);
    const early = ['2024-10-01', '2025-01-01'].map((period_start) => ({
      rep_id: 'old',
      metric: 'bookings',
      period_start,
      period_end: period_start === '2024-10-01' ? '2025-01-01' : '2025-04-01',
      value: 1000,
    }));
    const ground = await groundOf({
      ...more,
      reps: [...reps, seller('gone', { ended_on: '2025-09-30' }), seller('old', { ended_on: '2025-03-31' })],
      targets: [
        ...targets,
        ...targets.filter(({ rep_id }) => rep_id === 'b').map((one) => ({ ...one, rep_id: 'gone' })),
        ...early,
      ],
      incentive_tiers: [{ plan_id: 'p', measure: 'attainment', from_value: 0, pay_fixed: 100 }],
    });
    const { rows: found } = await ask(ground, 'plan-complexity', { by: ['rep'] });
    expect(found.map((row) => [row['rep'], row['cost_money']])).toEqual([
      ['a', 400],
      ['b', 400],
      ['c', 400],
      ['gone', 200],
      ['old', null],
    ]);
    expect((await ask(ground, 'plan-complexity')).rows[0]).toMatchObject({ cost_money: 1400, people: 4 });
    expect((await ask(ground, 'incentive-reach')).rows[0]).toMatchObject({ people: 3 });
  });

  it('without targets counts who booked nothing, with nothing', async () => {
    const { targets, ...more } = rows(null);
    expect(targets).toHaveLength(12);
    const incentive_tiers = [{ plan_id: 'p', measure: 'bookings', from_value: 1500, pay_rate: 0.1 }];
    const ground = await groundOf({ ...more, incentive_tiers });
    // Of three, "a" is paid a tenth of 500 four times over.
    const [plan] = (await ask(ground, 'plan-complexity')).rows;
    expect(plan).toMatchObject({ cost_money: 200, people: 3, share_paid: 1 / 3 });
    expect(plan?.['gini']).toBeCloseTo(2 / 3, 9);
    expect((await ask(ground, 'incentive-reach')).rows[0]).toMatchObject({ people: 3, in_reach: 1 });
  });

  it('changed, is for whom the plan was that it is made like', async () => {
    expect(await paid('cs', 'edited')).toEqual([
      ['a', null],
      ['b', null],
      ['c', 800],
    ]);
    const ground = await groundOf(rows('cs'));
    const options = { steps: 'attainment:0:::200', like: 'P' };
    expect(await behind(ground, 'plan-complexity', { plan: 'edited' }, 'denominator', { options })).toBe(1);
    expect(await behind(ground, 'plan-complexity', { plan: 'P' }, 'denominator', { options })).toBe(1);
  });
});

describe('wanted incentives', () => {
  const wish = (rep_id: string, text: string, answered_at = '2026-02-10 10:00:00'): Row => ({
    survey_id: `${rep_id}${answered_at}`,
    kind: 'incentive_pref',
    rep_id,
    asked_at: '2026-02-01 10:00:00',
    answered_at,
    text,
  });
  const surveys = [
    ...names.map((name, i) => wish(name, i < 3 ? 'Leave' : 'Cash')),
    wish('a', 'Cash', '2026-01-01 10:00:00'),
  ];
  const rows = {
    reps: names.map((name, i) => seller(name, { team_id: i < 4 ? 'North' : 'South' })),
    surveys,
    stage_map,
    activities: [lastly('2026-03-31')],
  };

  it('are shares of those who answered, each by their last answer', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'wanted-incentives');
    expect(found.map((row) => [row['wanted'], row['numerator'], row['value']])).toEqual([
      ['Leave', 3, 0.6],
      ['Cash', 2, 0.4],
    ]);
  });

  it('of fewer than five people are not broken down', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'wanted-incentives', { by: ['team'] });
    expect(found.map((row) => [row['team'], row['value'], row['reason'], row['n']])).toEqual([
      ['North', null, 'fewer_than_five', 4],
      ['South', null, 'fewer_than_five', 1],
    ]);
  });
});
