import { afterAll, expect, it } from 'vitest';
import { seeded } from '../../../electron/stats/random';
import { ask, behind, closeGrounds, groundOf } from '../ground';
import { cared, proposals, seller, together } from '../sellers';

afterAll(closeGrounds);

it('next goal: where easier work holds the plain count at the goal already, no further successes are asked for', async () => {
  // The others win 20 to 24 of 60 of each kind of work, easy ones twice as often as hard; low has easy ones alone.
  const easy = { segment: 'Easy' };
  const hard = { segment: 'Hard' };
  const ground = await groundOf(
    together(
      { reps: ['ann', 'bea', 'cho', 'dan', 'eve', 'low'].map((name) => seller(name)) },
      ...['ann', 'bea', 'cho', 'dan', 'eve'].flatMap((name, i) => [
        proposals(name, 100, 74 + 2 * i, easy, '2025-06-10'),
        proposals(name, 100, 16 + 2 * i, hard),
      ]),
      proposals('low', 100, 52, easy),
    ),
  );
  const [goal] = (await ask(ground, 'next-goal')).rows;
  expect(goal).toMatchObject({ rep: 'low', skill: 'close', trials: 100, successes: 52, more_successes: null });
  expect(Math.ceil(Number(goal?.['goal']) * 100)).toBeLessThanOrEqual(52);
  expect(await behind(ground, 'next-goal', { rep: 'low', skill: 'close' })).toBe(100);
});

it('mentors: without a price the score cannot be said, and the two figures still choose', async () => {
  // Follow-ups bring no money: five between 30 and 54 of 60 followed up, one at 12.
  const shares = { ann: 30, bea: 34, cho: 36, dan: 40, star: 58, low: 12 };
  const reps = Object.keys(shares).map((name) => seller(name, { role: 'cs' }));
  const ground = await groundOf(
    together({ reps }, ...Object.entries(shares).map(([name, followed]) => cared(name, followed))),
  );
  const pair = (await ask(ground, 'mentors')).rows.find((row) => row['rep'] === 'low');
  expect(pair).toMatchObject({
    skill: 'follow_up',
    mentor: 'star',
    alone_money: null,
    value: null,
    reason: 'no_money',
  });
});

it('recognition of deal value resamples the logs of the deals: sure of what the deals say, and silent under ten of them', async () => {
  const deals = (name: string, on: string, amounts: readonly number[]) => ({
    opportunities: amounts.map((amount, i) => ({
      opportunity_id: `${name}-${on}-${i}`,
      created_at: on,
      stage: 'Won',
      closed_at: on,
      owner_id: name,
      amount,
    })),
  });
  const around = (middle: number, n: number) =>
    Array.from({ length: n }, (_, i) => middle * (0.7 + (0.6 * i) / (n - 1)));
  const names = ['ann', 'bea', 'cho', 'dan', 'eve', 'risen'];
  const rows = (now: readonly number[]) =>
    together(
      { reps: names.map((name) => seller(name)) },
      ...names.flatMap((name, i) => [
        deals(name, '2025-02-10', around(1000 + 250 * i, 24)),
        deals(name, '2025-11-10', name === 'risen' ? now : around(1000 + 250 * i, 12)),
      ]),
    );
  const risen = async (now: readonly number[]) =>
    (await ask(await groundOf(rows(now)), 'recognition')).rows.find(
      (row) => row['skill'] === 'value' && row['rep'] === 'risen' && row['list'] !== 'steady_strong',
    );
  const few = around(2250 * 1.12, 10);
  const logs = (amounts: readonly number[]) => amounts.map(Math.log);
  const found = await risen(few);
  const [before, after] = [logs(around(2250, 24)), logs(few)];
  const random = seeded(7);
  const drawn = (values: readonly number[]) =>
    values.reduce((sum) => sum + (values[random.integer(values.length)] ?? 0), 0) / values.length;
  const draws = 20_000;
  const rises = Array.from({ length: draws }, () => Number(drawn(after) > drawn(before))).reduce((a, b) => a + b);
  expect(Math.abs(Number(found?.['p_up']) - rises / draws)).toBeLessThan(0.01);
  expect(found).toMatchObject({ base_trials: 24, now_trials: 10 });
  expect(await risen(few.slice(1))).toBeUndefined();
});
