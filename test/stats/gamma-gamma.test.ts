import { describe, expect, test } from 'vitest';
import { correlation, expectedValue, fitValue } from '../../electron/stats/gamma-gamma';
import { seeded } from '../../electron/stats/random';
import { near, nearRelative } from './near';

function simulated(n: number, p: number, q: number, v: number): { x: number[]; m: number[] } {
  const random = seeded(9);
  const x = Array.from({ length: n }, () => 1 + random.integer(8));
  const m = x.map((count) => random.gamma(p * count, random.gamma(q, v)) / count);
  return { x, m };
}

describe('gamma-gamma value', () => {
  test('the parameters that made the spend are recovered', () => {
    const { x, m } = simulated(6000, 6, 4, 15);
    const model = fitValue(x, m);
    if (model?.kind !== 'gamma_gamma') throw new Error('no model');
    nearRelative(model.p, 6, 0.1);
    nearRelative(model.q, 4, 0.1);
    nearRelative(model.v, 15, 0.15);
    nearRelative((model.p * model.v) / (model.q - 1), 30, 0.03);
    expect(Math.abs(model.correlation)).toBeLessThan(0.1);
  });

  test('the expectation lies between own mean and group level, nearer to own with more purchases', () => {
    const model = {
      kind: 'gamma_gamma',
      p: 6.25,
      q: 3.74,
      v: 15.44,
      mean: 35,
      customers: 946,
      correlation: 0.1,
    } as const;
    // published parameters: population mean 6.25 x 15.44 / 2.74 = 35.2190
    near(expectedValue(model, 0, 0), 35.21897810218978, 1e-9);
    // 2 purchases of 22.35: 6.25 (15.44 + 44.70) / (12.5 + 2.74) = 24.66...
    near(expectedValue(model, 2, 22.35), (6.25 * (15.44 + 44.7)) / 15.24, 1e-9);
    const few = expectedValue(model, 1, 100);
    const many = expectedValue(model, 20, 100);
    expect(35.2 < few && few < many && many < 100).toBe(true);
  });

  test('spend that goes with frequency, few customers or a heavy tail give the group mean and say why', () => {
    const { x } = simulated(200, 6, 4, 15);
    expect(
      fitValue(
        x,
        x.map((count) => 10 * count),
      ),
    ).toMatchObject({ kind: 'group_mean', reason: 'related_to_frequency' });
    expect(fitValue([1, 2, 3], [10, 20, 30])).toMatchObject({ kind: 'group_mean', reason: 'too_few', mean: 20 });
    const heavy = simulated(3000, 3, 0.7, 5);
    expect(fitValue(heavy.x, heavy.m)).toMatchObject({ kind: 'group_mean', reason: 'heavy_tail' });
    const model = fitValue([1, 2, 3], [10, 20, 30]);
    expect(model && expectedValue(model, 5, 1000)).toBe(20);
  });

  test('customers without a repeat or a value are left out, and nobody left has no model', () => {
    expect(fitValue([0, 1], [10, 0])).toBeNull();
    expect(fitValue([0, 1, 2], [10, 30, 10])).toMatchObject({ customers: 2, mean: 20 });
  });

  test('correlation is 1 on a line and null without spread', () => {
    near(correlation([1, 2, 3], [2, 4, 6]), 1, 1e-12);
    near(correlation([1, 2, 3], [3, 2, 1]), -1, 1e-12);
    expect(correlation([1, 1], [1, 2])).toBeNull();
  });
});
