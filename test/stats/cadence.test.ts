import { describe, expect, test } from 'vitest';
import { fitCadence, overdueRatio, overdueScore } from '../../electron/stats/cadence';
import { seeded } from '../../electron/stats/random';
import { lnGamma } from '../../electron/stats/special';
import { near, nearRelative } from './near';

function simulated(n: number, shape: number, rate: number): { x: number[]; last: number[] } {
  const random = seeded(12);
  const x = Array.from({ length: n }, () => 1 + random.integer(6));
  const last = x.map((repeats) => random.gamma(repeats, random.gamma(shape, rate)));
  return { x, last };
}

describe('cadence', () => {
  test('the gamma that made the waits is recovered, in days or weeks', () => {
    const { x, last } = simulated(4000, 2.5, 90);
    const fit = fitCadence(x, last);
    nearRelative(fit?.shape, 2.5, 0.08);
    nearRelative(fit?.rate, 90, 0.1);
    const weeks = fitCadence(
      x,
      last.map((age) => age / 7),
    );
    nearRelative(weeks?.rate, (fit?.rate ?? NaN) / 7, 1e-6);
  });

  test('the likelihood is the stated one and its neighbours are lower', () => {
    const { x, last } = simulated(200, 2.5, 90);
    const logLikelihood = (s: number, q: number): number =>
      x.reduce((sum, k, i) => {
        const t = last[i]!;
        const terms = lnGamma(s + k) - lnGamma(s) - lnGamma(k) + s * Math.log(q);
        return sum + terms + (k - 1) * Math.log(t) - (s + k) * Math.log(q + t);
      }, 0);
    const fit = fitCadence(x, last);
    const [s, q] = [fit?.shape ?? NaN, fit?.rate ?? NaN];
    near(fit?.logLikelihood, logLikelihood(s, q), 1e-6);
    for (const [up, across] of [
      [1.05, 1],
      [0.95, 1],
      [1, 1.05],
      [1, 0.95],
    ] as const) {
      expect(logLikelihood(s * up, q * across)).toBeLessThan(logLikelihood(s, q));
    }
  });

  test('fewer than thirty customers with a repeat have no cadence', () => {
    const { x, last } = simulated(29, 2, 50);
    expect(fitCadence([...x, 0, 0], [...last, 0, 0])).toBeNull();
  });

  test('the overdue score is one minus the chance of so long a silence', () => {
    const cadence = { shape: 2, rate: 50, logLikelihood: 0, customers: 100 };
    // ((50 + 100) / (50 + 100 + 150)) ^ (2 + 4) = 1/64
    near(overdueScore(cadence, 4, 100, 150), 1 - 1 / 64, 1e-12);
    expect(overdueScore(cadence, 4, 100, 0)).toBe(0);
    // one purchase: (50 / 100) ^ 2
    near(overdueScore(cadence, 0, 0, 50), 0.75, 1e-12);
    expect(overdueScore(cadence, 4, 100, 10)).toBeLessThan(overdueScore(cadence, 4, 100, 20));
  });

  test('with few customers the silence is held against the own median gap, from three gaps on', () => {
    expect(overdueRatio(90, [20, 30, 100])).toBe(3);
    expect(overdueRatio(90, [20, 30])).toBeNull();
    expect(overdueRatio(90, [0, 0, 5])).toBeNull();
  });
});
