import { afterAll, describe, expect, it } from 'vitest';
import { earlierPeriod } from '../../../electron/analytics/measured-change';
import { everything } from '../../../electron/model/question';
import { defaultSettings } from '../../../electron/model/settings';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, lastly, stage_map } from '../sales';
import { proposals, seller, together } from '../sellers';

afterAll(closeGrounds);

// Years of whole weeks that end on the last Saturday of December: 2025 from 29 December 2024, 2026 from 28 December 2025; quarters from 30 March, 29 June and 28 September 2025.
const weeks = { fiscal_calendar: '4-4-5' } as const;
const starts = ['2024-12-29', '2025-03-30', '2025-06-29', '2025-09-28', '2025-12-28', '2026-03-29'] as const;

const targetsOf = (rep_id: string, value: number): Row[] =>
  starts.slice(0, -1).map((period_start, i) => ({
    rep_id,
    metric: 'bookings',
    period_start,
    period_end: starts[i + 1] ?? '',
    value,
  }));

const win = (rep: string, on: string, amount = 1000): Row =>
  closed(`${rep}${on}`, 'Won', on, { owner_id: rep, amount, created_at: '2024-12-30' });

describe('quarters of whole weeks', () => {
  it('hold what was booked on their first and last days, and no more', async () => {
    // Both days lie in other quarters of the calendar year: 30 December 2025 is the first quarter of 2026, 28 March 2026 its last day.
    const ground = await groundOf(
      {
        reps: [seller('a'), seller('b')],
        targets: [...targetsOf('a', 2000), ...targetsOf('b', 2000)],
        opportunities: [win('a', '2025-12-28'), win('a', '2026-03-28'), win('b', '2025-12-27'), win('b', '2026-03-28')],
        incentive_plans: [{ plan_id: 'p', name: 'P', period_start: '2025-12-28', period_end: '2026-12-27' }],
        incentive_tiers: [{ plan_id: 'p', measure: 'attainment', from_value: 1, pay_fixed: 100 }],
        stage_map,
        activities: [lastly('2026-03-28')],
      },
      weeks,
    );
    const { rows } = await ask(ground, 'incentive-reach', { by: ['rep'] });
    expect(rows.map((row) => [row['rep'], row['pay_now_money']])).toEqual([
      ['a', 100],
      ['b', 0],
    ]);
  });

  it('are the quarters in which somebody stays behind', async () => {
    const names = ['ann', 'bea', 'cho', 'dan', 'eve', 'low'];
    const rows = together(
      { reps: names.map((name) => seller(name)), targets: names.flatMap((name) => targetsOf(name, 10_000)) },
      ...names.flatMap((name, who) =>
        starts.slice(1, -1).map((on) => proposals(name, 20, name === 'low' ? 2 : 9 + (who % 3), {}, on)),
      ),
    );
    const { answer } = await ask(await groundOf(rows, weeks), 'persistent-difficulty');
    const people = answer.extra?.['quarters'] as { rep: string; below: number; quarters: { from: string }[] }[];
    const low = people.find(({ rep }) => rep === 'low');
    expect(low?.quarters.map(({ from }) => from)).toEqual(starts.slice(1, -1));
    expect(low?.below).toBe(4);
  });

  it('are the quarters in which somebody improved, and the target met is that of the same weeks', async () => {
    // Ripe at the end of March 2026: the fourth quarter of 2025, 28 September to 27 December; before it four quarters from 29 September 2024.
    const names = ['ann', 'bea', 'cho', 'dan', 'low', 'risen'];
    const before = ['2024-09-29', '2024-12-29', '2025-03-30', '2025-06-29'];
    const wins = (name: string) => (name === 'low' ? 4 : name === 'risen' ? 6 : 10);
    const parts = names.flatMap((name) => [
      ...before.map((on) => proposals(name, 30, wins(name), {}, on)),
      proposals(name, 30, name === 'risen' ? 22 : wins(name), {}, '2025-09-28'),
    ]);
    const targets = targetsOf('risen', 20_000);
    const ground = await groundOf(together({ reps: names.map((name) => seller(name)), targets }, ...parts), weeks);
    const { rows } = await ask(ground, 'recognition');
    expect(rows.find((row) => row['rep'] === 'risen')).toMatchObject({
      list: 'met_target',
      base_trials: 120,
      now_trials: 30,
      now_from: '2025-09-28',
      now_to: '2025-12-28',
      attainment: 1.1,
    });
  });

  it('end the time to full speed with a month of whole weeks', async () => {
    const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12'];
    const book = (rep: string, from: number, amount: number) =>
      months.slice(from).map((month) => win(rep, `2025-${month}-10`, amount));
    const rows = {
      reps: [seller('a'), seller('b'), seller('fast', { started_on: '2025-07-01' })],
      opportunities: [...book('a', 0, 1000), ...book('b', 0, 1000), ...book('fast', 4, 1200)],
      stage_map,
      activities: [lastly('2025-12-31')],
    };
    // August and September hold 2,400 of the 2,400 wanted; that month of five weeks ends on 27 September, 89 days after the start.
    const { rows: found } = await ask(await groundOf(rows, weeks), 'ramp', { by: ['rep'] });
    expect(found.find((row) => row['rep'] === 'fast')?.['value']).toBeCloseTo(89 / 30.4375, 9);
  });

  it('are measured against the quarter before and the same one a year earlier, of 53 weeks too', () => {
    const before = (from: string, to: string, against: string) => {
      const { from: first, to: end } = earlierPeriod({ ...everything, from, to }, against, {
        ...defaultSettings,
        ...weeks,
      });
      return [first, end];
    };
    expect(before('2025-12-28', '2026-03-29', 'previous')).toEqual(['2025-09-28', '2025-12-28']);
    expect(before('2025-12-28', '2026-03-29', 'last_year')).toEqual(['2024-12-29', '2025-03-30']);
    // 2022 ended on 31 December after 53 weeks, the last quarter of it 14 weeks long.
    expect(before('2023-01-01', '2023-04-02', 'previous')).toEqual(['2022-09-25', '2023-01-01']);
    expect(before('2026-03-01', '2026-03-08', 'previous')).toEqual(['2026-02-22', '2026-03-01']);
  });
});
