import { afterAll, describe, expect, it } from 'vitest';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, lastly, stage_map } from '../sales';
import { payout, proposals, seller, together } from '../sellers';

afterAll(closeGrounds);

// As of 31 March 2026, the last day of the quarter.
const base = { stage_map, activities: [lastly('2026-03-31')] };

describe('the first and the last day', () => {
  it('of a person count in training coverage, and so does a completion on the day asked', async () => {
    const reps = [
      seller('first', { started_on: '2025-06-01' }),
      seller('last', { ended_on: '2025-06-01' }),
      seller('later', { started_on: '2025-06-02' }),
      seller('gone', { ended_on: '2025-05-31' }),
    ];
    const trainings = [{ training_id: '1', rep_id: 'first', programme: 'Basics', completed_at: '2025-06-01' }];
    const programmes = [{ programme: 'Basics', required_roles: 'ae' }];
    const ground = await groundOf({ ...base, reps, trainings, programmes });
    const [row] = (await ask(ground, 'training-coverage', { to: '2025-06-02' })).rows;
    expect(row).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('hold what is recorded up to the as-of, and nothing of later that day', async () => {
    const at = (time: string) => `2026-03-31 ${time}:00`;
    const ground = await groundOf({
      ...base,
      activities: [{ activity_id: '1', at: at('10:00'), kind: 'call', rep_id: 'a' }],
      reps: [seller('a'), seller('t', { role: 'sdr' })],
      trainings: [
        { training_id: '1', rep_id: 'a', programme: 'Basics', completed_at: at('10:00') },
        { training_id: '2', rep_id: 'a', programme: 'Late', enrolled_at: at('09:00'), completed_at: at('10:01') },
        { training_id: '3', rep_id: 't', programme: 'Basics', completed_at: '2026-04-02' },
      ],
      coachings: [{ rep_id: 'a', at: at('10:01') }],
    });
    const { rows } = await ask(ground, 'training-coverage');
    // Nobody of the other role has begun anything yet.
    expect(rows.map((row) => [row['programme'], row['numerator'], row['denominator'], row['enrolled']])).toEqual([
      ['Basics', 1, 1, 0],
      ['Late', 0, 1, 1],
    ]);
    const missed = (await ask(ground, 'nobody-missed', { filters: { rep: ['a'] } })).rows;
    expect(missed).toMatchObject([{ subject: 'a', has_training: true, has_coaching: false }]);
  });

  it('of a target count among those nobody missed, and the last day of a person', async () => {
    const target = (rep_id: string, period_start: string, period_end: string): Row => ({
      rep_id,
      metric: 'count',
      period_start,
      period_end,
      value: 1,
    });
    const ground = await groundOf({
      ...base,
      reps: ['first', 'last', 'before'].map((name) => seller(name, name === 'last' ? { ended_on: '2026-03-31' } : {})),
      targets: [
        target('first', '2026-03-31', '2026-05-01'),
        target('last', '2025-12-01', '2026-01-02'),
        target('before', '2025-12-01', '2026-01-01'),
      ],
    });
    const { rows } = await ask(ground, 'nobody-missed');
    expect(rows.map((row) => [row['subject'], row['has_target']]).sort()).toEqual([
      ['before', false],
      ['first', true],
      ['last', true],
    ]);
  });

  it('of a person and of a payout count in the spread of incentives', async () => {
    // There until 14 February: 45 of 90 days, so that 45 become 90.
    const reps = [seller('a'), seller('b', { ended_on: '2026-02-14' })];
    const paid = [payout('a', 90), payout('b', 45)];
    const [row] = (await ask(await groundOf({ ...base, reps, payouts: paid }), 'incentive-spread')).rows;
    expect(row).toMatchObject({ gini: 0, part_period: 1 });
    const today = payout('a', 10, { period_start: '2026-03-31', period_end: '2026-06-30' });
    const [more] = (await ask(await groundOf({ ...base, reps, payouts: [...paid, today] }), 'incentive-spread')).rows;
    expect(more).toMatchObject({ paid_money: 145, excluded: '{}' });
  });

  it('of a person count in their part of a target', async () => {
    const ground = await groundOf({
      ...base,
      reps: [seller('a'), seller('gone', { ended_on: '2026-02-14' })],
      targets: [
        { rep_id: 'gone', metric: 'bookings', value: 900, period_start: '2026-01-01', period_end: '2026-04-01' },
      ],
      opportunities: [closed('1', 'Won', '2026-02-10', { owner_id: 'gone', amount: 450 })],
      incentive_plans: [{ plan_id: 'p', period_start: '2026-01-01', period_end: '2027-01-01' }],
      incentive_tiers: [
        { plan_id: 'p', measure: 'attainment', from_value: 0.999, pay_fixed: 100 },
        { plan_id: 'p', measure: 'attainment', from_value: 1.001, pay_fixed: 900 },
      ],
    });
    const [row] = (await ask(ground, 'plan-complexity', { filters: { rep: ['gone'] } })).rows;
    expect(row).toMatchObject({ cost_money: 100 });
  });

  it('of the 90 days in which a talk makes somebody a mentee', async () => {
    const names = ['ann', 'bea', 'cho', 'dan', 'star', 'low'];
    const mentored = async (at: string) => {
      const ground = await groundOf(
        together(
          {
            reps: names.map((name) => seller(name)),
            coachings: [{ rep_id: 'ann', coach_id: 'star', at, kind: 'mentoring', topic: 'close' }],
          },
          ...['ann', 'bea', 'cho', 'dan'].map((name, i) => proposals(name, 80, 27 + i)),
          proposals('star', 80, 56),
          proposals('low', 80, 8),
        ),
      );
      const { rows } = await ask(ground, 'mentors', { options: { limit: '1' } });
      return rows.find((row) => row['rep'] === 'low' && row['skill'] === 'close')?.['mentor'];
    };
    expect(await mentored('2025-12-30')).toBe('star');
    expect(await mentored('2025-12-31')).toBeNull();
  });
});
