import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, deal, history, lastly, stage_map } from '../sales';

afterAll(closeGrounds);

describe('the edge-case matrix: closing columns beside a history', () => {
  it('a recorded ending stands over the closing day: what came before it on that day, or after a day that cannot be, was open', async () => {
    const closing = { stage: 'Won', is_won: true, is_closed: true };
    const opportunities = [
      deal('same day', { ...closing, closed_at: '2026-03-10' }),
      deal('too early', { ...closing, closed_at: '2026-01-02' }),
    ];
    const steps = (id: string) =>
      history(
        id,
        ['2026-01-05 01:00:00', 'Qualified'],
        ['2026-03-10 02:00:00', 'Meeting'],
        ['2026-03-10 05:00:00', 'Won'],
      );
    const stage_events = [...steps('same day'), ...steps('too early')];
    const ground = await groundOf({ opportunities, stage_events, activities: [lastly('2026-09-01')], stage_map });
    const { rows } = await ask(ground, 'journey', { options: { steps: 'qualified,meeting,won' } });
    expect(rows.map((row) => [row['numerator'], row['denominator']])).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
    const stays = (await ask(ground, 'stage-duration')).rows.map((row) => [row['rung'], row['n']]);
    expect(stays).toEqual([
      ['qualified', 2],
      ['meeting', 2],
    ]);
  });

  it('opened again and closed in the columns alone: closed again', async () => {
    const opportunities = [
      closed('a', 'Won', '2026-03-10', { is_won: true, amount: 100, expected_close: '2026-03-20' }),
      deal('b', { stage: 'Meeting', closed_at: '2026-02-01', is_closed: false, expected_close: '2026-03-20' }),
    ];
    const steps = (id: string) =>
      history(
        id,
        ['2026-01-05', 'Qualified', { expected_close: '2026-03-20' }],
        ['2026-02-01', 'Lost'],
        ['2026-02-10', 'Meeting'],
      );
    const stage_events = [...steps('a'), ...steps('b')];
    const ground = await groundOf({ opportunities, stage_events, activities: [lastly('2026-09-01')], stage_map });
    const march = { from: '2026-03-01', to: '2026-04-01' };
    expect((await ask(ground, 'win-rate', march)).rows[0]).toMatchObject({ numerator: 1, denominator: 1 });
    expect((await ask(ground, 'bookings', march)).rows[0]).toMatchObject({ value: 100 });
    const { rows } = await ask(ground, 'pipeline-waterfall', march);
    const counts = Object.fromEntries(rows.map((row) => [String(row['bucket']), row['count']]));
    expect(counts).toMatchObject({ open_start: 2, won: 1, lost: 0, open_end: 1 });
  });
});
