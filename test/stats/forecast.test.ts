import { describe, expect, test } from 'vitest';
import { forecastSteps, forecastWins } from '../../electron/stats/forecast';
import { near, nearRelative } from './near';

describe('forecast of wins', () => {
  test('certain deals have no spread, and no deals bring nothing', () => {
    expect(forecastWins([1, 0, 1], [100, 50, 7])).toEqual({ mean: 107, p10: 107, p50: 107, p90: 107 });
    expect(forecastWins([], [])).toEqual({ mean: 0, p10: 0, p50: 0, p90: 0 });
  });

  test('many equal deals follow the normal', () => {
    // 400 deals of 10 at 0.5: mean 2000, sd 100, 10th percentile 2000 - 128.2
    const found = forecastWins(new Array<number>(400).fill(0.5), new Array<number>(400).fill(10));
    expect(found.mean).toBe(2000);
    near(found.p10, 2000 - 128.2, 12);
    near(found.p90, 2000 + 128.2, 12);
    expect(forecastWins([0.5], [10], { seed: 3 })).toEqual(forecastWins([0.5], [10], { seed: 3 }));
  });

  test('beyond five thousand deals the small ones are added as one normal', () => {
    const p = Array.from({ length: 12_000 }, (_, i) => ((i * 7) % 10) / 10);
    const amounts = p.map((_, i) => 1 + ((i * 31) % 97));
    const variance = p.reduce((sum, q, i) => sum + q * (1 - q) * amounts[i]! ** 2, 0);
    const found = forecastWins(p, amounts, { draws: 500 });
    near(found.p50, found.mean, 0.3 * Math.sqrt(variance));
    nearRelative(found.p90 - found.p10, 2 * 1.2816 * Math.sqrt(variance), 0.15);
  });

  test('others have their turn every fifty draws', () => {
    const steps = forecastSteps([0.5, 0.5], [10, 20], { draws: 200 });
    expect([steps.next(), steps.next(), steps.next(), steps.next()].map(({ done }) => done)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(steps.next()).toEqual({ done: true, value: forecastWins([0.5, 0.5], [10, 20], { draws: 200 }) });
  });

  test('a probability typed as percent is refused', () => {
    expect(() => forecastWins([50], [1])).toThrow(RangeError);
  });
});
