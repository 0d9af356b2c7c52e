import { afterAll, expect, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, stage_map } from '../sales';
import { seller } from '../sellers';

afterAll(closeGrounds);

it('shared credit is cut alike everywhere: its parts are exactly the whole, in bookings and against a target', async () => {
  const people = ['a', 'b', 'c'];
  const deal = closed('d', 'Won', '2026-02-10', { owner_id: 'a', amount: 100 });
  const ground = await groundOf({
    reps: people.map((name) => seller(name)),
    opportunities: [deal],
    opportunity_roles: people.map((rep_id) => ({ opportunity_id: 'd', rep_id, role: 'owner', credit_share: 1 })),
    targets: people.map((rep_id) => ({ rep_id, metric: 'bookings', period_start: '2026-01-01', period_end: '2026-04-01', value: 100 })), // prettier-ignore
    stage_map,
  });
  const quarter = { from: '2026-01-01', to: '2026-04-01', by: ['rep'] };
  const booked = (await ask(ground, 'bookings', quarter)).rows.map((row) => row['value']);
  expect(booked).toEqual([33.3333, 33.3334, 33.3333]);
  expect((await ask(ground, 'attainment', quarter)).rows.map((row) => row['actual_money'])).toEqual(booked);
});
