import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retentionGrid, type ActivityRows } from '../../electron/stats/retention-grid';
import { hasSharedData } from '../shared-data';
import { near, reference } from './near';

interface GridCase {
  name: string;
  periods: number;
  first_period: string;
  active_periods?: Record<string, number[]>;
  events?: Record<string, string[]>;
  expected_recurring_bounded: number[][];
  expected_first_time_bounded: number[][];
}

function rows(active: readonly (readonly number[])[]): ActivityRows {
  const pairs = active.flatMap((periods, customer) => periods.map((period) => [customer, period] as const));
  return { customer: pairs.map(([customer]) => customer), period: pairs.map(([, period]) => period) };
}

function periodsOf({ active_periods, events, first_period }: GridCase): number[][] {
  if (active_periods) return Object.values(active_periods);
  const week = (date: string): number => Math.floor((Date.parse(date) - Date.parse(first_period)) / (7 * 86_400_000));
  return Object.values(events ?? {}).map((dates) => dates.map(week));
}

const cases = hasSharedData ? reference<{ cases: GridCase[] }>('retention_cases.json').cases : [];

describe.skipIf(!hasSharedData)('the published retention grids', () => {
  test.each(cases)('$name', (published) => {
    const activity = rows(periodsOf(published));
    const { periods } = published;
    expect(retentionGrid(activity, { periods, cohort: 'recurring', shape: 'bounded' }).active).toEqual(
      published.expected_recurring_bounded,
    );
    expect(retentionGrid(activity, { periods, cohort: 'first', shape: 'bounded' }).active).toEqual(
      published.expected_first_time_bounded,
    );
  });
});

describe('retention grid', () => {
  // customer 0: 0, 1, 3; customer 1: 0, 2; customer 2: 1
  const activity = rows([[0, 1, 3], [0, 2], [1]]);
  const base = { periods: 4, cohort: 'first' } as const;

  test('bounded, rolling and windowed read the same rows differently', () => {
    expect(retentionGrid(activity, { ...base, shape: 'bounded' }).active).toEqual([
      [2, 1, 1, 1],
      [1, 0, 0],
      [0, 0],
      [0],
    ]);
    expect(retentionGrid(activity, { ...base, shape: 'rolling' }).active).toEqual([
      [2, 2, 2, 1],
      [1, 0, 0],
      [0, 0],
      [0],
    ]);
    // width 2: active in k - 1 or k
    expect(retentionGrid(activity, { ...base, shape: 'windowed', width: 2 }).active).toEqual([
      [2, 2, 2, 2],
      [1, 1, 0],
      [0, 0],
      [0],
    ]);
  });

  test('averages weight by cohort size and leave incomplete periods out', () => {
    const whole = retentionGrid(activity, { ...base, shape: 'bounded' });
    // k = 1: (1 + 0 + 0) / (2 + 1 + 0)
    near(whole.average[1], 1 / 3, 1e-12);
    expect(whole.average[0]).toBe(1);
    const open = retentionGrid(activity, { ...base, shape: 'bounded', lastComplete: 1 });
    expect(open.complete).toEqual([[true, true, false, false], [true, false, false], [false, false], [false]]);
    near(open.average[1], 1 / 2, 1e-12);
    expect(open.average[2]).toBeNull();
  });

  test('only rolling cells in the last periods can still rise', () => {
    expect(retentionGrid(activity, { ...base, shape: 'rolling', width: 2 }).canStillRise[0]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(retentionGrid(activity, { ...base, shape: 'bounded', width: 2 }).canStillRise[0]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('money of a cohort is summed by period, several rows in one period together', () => {
    const grid = retentionGrid(
      { customer: [7, 7, 7, 9], period: [0, 1, 1, 0], amount: [10, 2, 3, 5] },
      { ...base, shape: 'bounded' },
    );
    expect(grid.amount[0]).toEqual([15, 5, 0, 0]);
    expect(grid.active[0]).toEqual([2, 1, 0, 0]);
  });

  test('no rows, no averages; a period outside is refused', () => {
    expect(retentionGrid({ customer: [], period: [] }, { ...base, shape: 'bounded' }).average).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(() => retentionGrid({ customer: [1], period: [4] }, { ...base, shape: 'bounded' })).toThrow(RangeError);
    expect(() => retentionGrid({ customer: [1], period: [-1] }, { ...base, shape: 'bounded' })).toThrow(RangeError);
  });

  test('bounded never exceeds rolling or windowed, rolling never rises along a row, column 0 is the cohort', () => {
    const histories = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 8 }), { maxLength: 12 });
    fc.assert(
      fc.property(histories, (active) => {
        const grid = (shape: 'bounded' | 'rolling' | 'windowed'): ReturnType<typeof retentionGrid> =>
          retentionGrid(rows(active), { periods: 8, cohort: 'first', shape, width: 3 });
        const [bounded, rolling, windowed] = [grid('bounded'), grid('rolling'), grid('windowed')];
        bounded.active.forEach((cells, c) => {
          expect(cells[0]).toBe(bounded.size[c]);
          cells.forEach((count, k) => {
            expect(count).toBeLessThanOrEqual(rolling.active[c]?.[k] ?? NaN);
            expect(count).toBeLessThanOrEqual(windowed.active[c]?.[k] ?? NaN);
            if (k > 0) expect(rolling.active[c]?.[k]).toBeLessThanOrEqual(rolling.active[c]?.[k - 1] ?? NaN);
          });
        });
      }),
    );
  });
});
