import { describe, expect, test } from 'vitest';
import { hazardByPeriod } from '../../electron/stats/hazard';
import { wilson } from '../../electron/stats/intervals';
import { near } from './near';

describe('hazard by period', () => {
  test('each period counts those who reached it and whose fate in it is known', () => {
    // width 10: ends at 5 (period 0), 15 (1), 19 (1); still going at 12 (known for 0 only) and 35 (known for 0, 1, 2)
    const found = hazardByPeriod({ time: [5, 15, 19, 12, 35], event: [1, 1, 1, 0, 0] }, 10, 4);
    expect(found.map(({ atRisk, ended }) => [ended, atRisk])).toEqual([
      [1, 5],
      [2, 3],
      [0, 1],
      [0, 0],
    ]);
    near(found[1]?.hazard, 2 / 3, 1e-15);
    expect(found[1]).toMatchObject(wilson(2, 3) ?? {});
    expect(found[3]).toMatchObject({ hazard: null, lower: null, upper: null });
  });

  test('someone who came under observation later counts from the next whole period', () => {
    const found = hazardByPeriod({ time: [25, 25], event: [1, 1], entry: [0, 12] }, 10, 3);
    expect(found.map(({ atRisk }) => atRisk)).toEqual([1, 1, 2]);
    expect(found[2]?.ended).toBe(2);
  });

  test('an end on the edge belongs to the period that begins there', () => {
    expect(hazardByPeriod({ time: [10], event: [1] }, 10, 2).map(({ ended }) => ended)).toEqual([0, 1]);
  });
});
