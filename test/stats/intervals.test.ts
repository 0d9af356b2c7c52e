import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  meanInterval,
  newcombe,
  poissonInterval,
  summarise,
  welch,
  welchFromSummaries,
  wilson,
} from '../../electron/stats/intervals';
import { hasSharedData } from '../shared-data';
import { near, reference } from './near';

interface WilsonFile {
  level: number;
  cases: { k: number; n: number; lower?: number; upper?: number; lower_full: number; upper_full: number }[];
  edge: { k: number; n: number; lower?: number; upper?: number }[];
}

describe.skipIf(!hasSharedData)('Wilson limits published by Newcombe (1998)', () => {
  const file = hasSharedData ? reference<WilsonFile>('wilson_newcombe1998.json') : { level: 0.95, cases: [], edge: [] };

  test('every case agrees to 4 printed decimals and to 1e-12 of the full figures', () => {
    expect(file.cases.length).toBeGreaterThanOrEqual(5);
    for (const { k, n, lower, upper, lower_full, upper_full } of file.cases) {
      const limits = wilson(k, n, file.level);
      near(limits?.lower, lower_full, 1e-12);
      near(limits?.upper, upper_full, 1e-12);
      if (lower !== undefined) near(limits?.lower, lower, 5.1e-5);
      if (upper !== undefined) near(limits?.upper, upper, 5.1e-5);
    }
  });

  test('the edges: no trials has no interval, all or none has an exact end', () => {
    for (const { k, n, lower, upper } of file.edge) {
      const limits = wilson(k, n, file.level);
      if (lower === undefined || upper === undefined) expect(limits).toBeNull();
      else {
        near(limits?.lower, lower, 5.1e-5);
        near(limits?.upper, upper, 5.1e-5);
      }
    }
  });
});

describe('Wilson limits', () => {
  test('20 of 100 conversations is 13.3 to 28.9 percent', () => {
    const limits = wilson(20, 100);
    near(limits?.lower, 0.1334, 5e-5);
    near(limits?.upper, 0.2888, 5e-5);
  });

  test('nothing of n has lower exactly 0, all of n has upper exactly 1, none of none has no interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (n) => {
        expect(wilson(0, n)?.lower).toBe(0);
        expect(wilson(n, n)?.upper).toBe(1);
      }),
    );
    expect(wilson(0, 0)).toBeNull();
  });

  test('they contain the rate, stay in 0..1, mirror, and narrow when k and n double', () => {
    const pair = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(pair, ([k, n]) => {
        const limits = wilson(k, n) ?? { lower: NaN, upper: NaN };
        const mirror = wilson(n - k, n) ?? { lower: NaN, upper: NaN };
        const doubled = wilson(2 * k, 2 * n) ?? { lower: NaN, upper: NaN };
        expect(limits.lower <= k / n && k / n <= limits.upper).toBe(true);
        expect(limits.lower >= 0 && limits.upper <= 1).toBe(true);
        near(mirror.upper, 1 - limits.lower, 1e-12);
        expect(doubled.upper - doubled.lower).toBeLessThan(limits.upper - limits.lower);
      }),
    );
  });

  test('more successes than trials is refused', () => {
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(-1, 2)).toThrow(RangeError);
    expect(() => wilson(NaN, 2)).toThrow(RangeError);
  });
});

describe('Newcombe difference', () => {
  // Newcombe (1998) Statistics in Medicine 17:873-890, Table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%d/%d against %d/%d', (k1, n1, k2, n2, lower, upper) => {
    const found = newcombe(k1, n1, k2, n2);
    near(found?.difference, k1 / n1 - k2 / n2, 1e-15);
    near(found?.lower, lower, 5.1e-5);
    near(found?.upper, upper, 5.1e-5);
  });

  test('a side without trials has no difference', () => {
    expect(newcombe(1, 2, 0, 0)).toBeNull();
    expect(newcombe(0, 0, 1, 2)).toBeNull();
  });
});

describe('Welch', () => {
  // SciPy 1.17 ttest_ind(equal_var=False)
  test('the difference, degrees, p and limits agree with the golden values', () => {
    const found = welch([3.1, 4.7, 2.2, 5.9, 6.1], [1.1, 2.9, 3.3, 2.0]);
    near(found?.difference, 2.075, 1e-12);
    near(found?.degrees, 6.49370644898905, 1e-9);
    near(found?.p, 0.05955241508210183, 1e-8);
    near(found?.lower, -0.11198264230405508, 2e-7);
    near(found?.upper, 4.261982642304055, 2e-7);
  });

  test('fewer than two values a side has no interval, and no spread has no width', () => {
    expect(welch([1], [1, 2])).toBeNull();
    expect(welch([2, 2], [1, 1])).toMatchObject({ difference: 1, lower: 1, upper: 1, p: 0 });
  });

  test('summaries give the same answer as values', () => {
    const first = [1, 4, 9, 16];
    const second = [2, 3, 5];
    expect(welchFromSummaries(summarise(first), summarise(second))).toEqual(welch(first, second));
  });

  test('a mean has Student limits', () => {
    // mean 2, sd 1, n 3: 2 -+ 4.302653 / sqrt 3
    near(meanInterval([1, 2, 3])?.upper, 2 + 4.302652729911275 / Math.sqrt(3), 1e-6);
    expect(meanInterval([1])).toBeNull();
  });
});

describe('Poisson limits', () => {
  test('they are exact (SciPy chi-square form)', () => {
    near(poissonInterval(10)?.lower, 4.7953886961324335, 1e-9);
    near(poissonInterval(10)?.upper, 18.39035604201778, 1e-8);
    near(poissonInterval(0)?.upper, 3.6888794541139354, 1e-9);
    expect(poissonInterval(0)?.lower).toBe(0);
  });

  test('exposure divides them, and no exposure has no rate', () => {
    near(poissonInterval(10, 5)?.lower, 4.7953886961324335 / 5, 1e-9);
    expect(poissonInterval(0, 0)).toBeNull();
    expect(() => poissonInterval(-1)).toThrow(RangeError);
  });
});
