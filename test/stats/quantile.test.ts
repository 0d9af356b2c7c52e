import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, quantile, quantileSorted } from '../../electron/stats/quantile';

describe('quantile', () => {
  test('it interpolates between order statistics (type 7)', () => {
    // positions (n-1)p = 0.75, 1.5, 2.25 among 1, 2, 4, 8
    expect(quantile([8, 1, 4, 2], 0.25)).toBe(1.75);
    expect(median([8, 1, 4, 2])).toBe(3);
    expect(quantile([8, 1, 4, 2], 0.75)).toBe(5);
    expect(quantile([8, 1, 4, 2], 1)).toBe(8);
    expect(quantile([8, 1, 4, 2], 0)).toBe(1);
  });

  test('one value is every quantile of itself and none has no quantile', () => {
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
    expect(quantileSorted(new Float64Array(0), 0.5)).toBeNull();
  });

  test('a share outside 0..1 is refused', () => {
    expect(() => quantile([1], 50)).toThrow(RangeError);
  });

  test('it does not depend on order, stays inside the data and rises with p', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (list, p, q) => {
        const low = quantile(list, Math.min(p, q)) ?? NaN;
        const high = quantile([...list].reverse(), Math.max(p, q)) ?? NaN;
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...list) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...list) + 1e-9);
      }),
    );
  });
});
