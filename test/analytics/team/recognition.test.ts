import { afterAll, describe, expect, it } from 'vitest';
import type { Row, Rows } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { deal, history, lastly } from '../sales';
import { proposals, seller, together } from '../sellers';

afterAll(closeGrounds);

describe('the period of recognition', () => {
  // Thirty proposals in each of four quarters and thirty more, of which "risen" wins 22 instead of 6.
  const names = ['ann', 'bea', 'cho', 'dan', 'eve', 'risen'];
  const before = ['2025-02-10', '2025-05-10', '2025-08-10', '2025-11-10'];
  const rows = (last: (name: string) => Rows, ...more: readonly Rows[]): Rows =>
    together(
      { reps: names.map((name) => seller(name)) },
      ...names.flatMap((name) => [
        ...before.map((on) => proposals(name, 30, name === 'risen' ? 6 : 10, {}, on)),
        last(name),
      ]),
      ...more,
    );
  const won = (name: string) => (name === 'risen' ? 22 : 10);
  const first = async (rows: Rows, question = {}) => {
    const found = (await ask(await groundOf(rows), 'recognition', question)).rows;
    return found.find((row) => row['rep'] === 'risen' && row['skill'] === 'close');
  };

  it('is the last quarter before an end that is asked alone', async () => {
    const fourth = rows((name) => proposals(name, 30, won(name), {}, '2026-02-10'), {
      activities: [lastly('2026-06-30')],
    });
    const span = { now_from: '2026-01-01', now_to: '2026-04-01', base_trials: 120, now_trials: 30 };
    expect(await first(fourth, { to: '2026-04-01' })).toMatchObject(span);
    expect(await first(fourth, { to: '2026-05-15' })).toMatchObject(span);
    // Not ripe yet, whatever the end: the quarter before counts.
    expect(await first(fourth, { to: '2026-07-01' })).toMatchObject(span);
    expect(await first(fourth, { to: '2026-03-31' })).toBeUndefined();
  });

  it('counts trials from the day they are ripe: of 31 December 90 days are over at the end of March, of 1 January 89', async () => {
    const asked = { from: '2025-12-31', to: '2026-01-02' };
    const on = (day: string) => rows((name) => proposals(name, 30, won(name), {}, day));
    expect(await first(on('2025-12-31'), asked)).toMatchObject({ base_trials: 120, now_trials: 30 });
    expect(await first(on('2026-01-01'), asked)).toBeUndefined();
  });

  it('without a window holds what ended, whenever it did, and goes on to the last complete quarter', async () => {
    // Closed three weeks after 10 February 2026: too young for 90 days. Ten more of each are open still.
    const open = (name: string): Row[] =>
      Array.from({ length: 10 }, (_, i) => ({
        opportunity_id: `${name}-open-${i}`,
        created_at: '2026-02-10',
        stage: 'Proposal',
        owner_id: name,
      }));
    const young = rows(
      (name) => proposals(name, 30, won(name), {}, '2026-02-10'),
      ...names.map((name) => ({
        opportunities: open(name),
        stage_events: open(name).flatMap(({ opportunity_id }) =>
          history(String(opportunity_id), ['2026-02-10', 'Proposal', { rep_id: name }]),
        ),
      })),
    );
    const endless = await first(young, { options: { window: 'inf' } });
    expect(endless).toMatchObject({ now_from: '2026-01-01', now_to: '2026-04-01', now_trials: 30, base_trials: 120 });
    expect(await first(young, { from: '2026-01-01', to: '2026-04-01' })).toBeUndefined();
  });

  it('by month is the last ripe month, against the twelve before it', async () => {
    const monthly = rows(
      (name) => proposals(name, 30, won(name), {}, '2025-12-10'),
      ...names.map((name) => proposals(name, 30, name === 'risen' ? 6 : 10, {}, '2024-12-01')),
    );
    expect(await first(monthly, { options: { grain: 'month' } })).toMatchObject({
      grain: 'month',
      now_from: '2025-12-01',
      now_to: '2026-01-01',
      base_trials: 150,
      now_trials: 30,
    });
  });
});

it('recognised in four quarters is who was in the last 365 days', async () => {
  const ground = await groundOf(
    together({
      reps: [seller('in'), seller('out')],
      recognitions: [
        { rep_id: 'in', at: '2025-04-01' },
        { rep_id: 'out', at: '2025-03-31' },
      ],
      stage_events: history('d', ['2025-04-01', 'Qualified', { rep_id: 'in' }]),
      opportunities: [deal('d', { owner_id: 'in' })],
    }),
  );
  const { coverage } = (await ask(ground, 'recognition')).answer.extra ?? {};
  expect(coverage).toMatchObject({ people: 2, recognised: 1, longest_wait: { rep: 'out', days: 365 } });
});
