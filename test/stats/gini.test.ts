import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gini, giniSmallSample, lorenz, spread, topShare } from '../../electron/stats/gini';
import { hasSharedData } from '../shared-data';
import { near, reference } from './near';

interface GiniFile {
  cases: { values: number[]; gini: number; gini_full: number; bias_corrected: number }[];
  identities: { values: number[]; gini: number; bias_corrected?: number }[];
  edge: { values: number[] }[];
}

describe.skipIf(!hasSharedData)('Gini of the ineq package', () => {
  const file = hasSharedData ? reference<GiniFile>('gini_ineq.json') : { cases: [], identities: [], edge: [] };

  test('the published vector and the identities agree', () => {
    for (const { values, gini: published, gini_full, bias_corrected } of file.cases) {
      near(gini(values), published, 5.1e-8);
      near(gini(values), gini_full, 1e-14);
      near(giniSmallSample(values), bias_corrected, 1e-14);
    }
    for (const { values, gini: expected, bias_corrected } of file.identities) {
      near(gini(values), expected, 1e-15);
      if (bias_corrected !== undefined) near(giniSmallSample(values), bias_corrected, 1e-15);
    }
  });

  test('nothing paid has no Gini, and a negative amount is refused', () => {
    for (const { values } of file.edge) {
      if (values.some((value) => value < 0)) expect(() => gini(values)).toThrow(RangeError);
      else expect(gini(values)).toBeNull();
    }
  });
});

describe('spread', () => {
  test('the top fifth is read between the points of the Lorenz curve', () => {
    // L(0.8) of 1, 2, 3, 4 lies 0.2 of the way from 0.6 to 1 (points at 0.75 and 1): 0.6 + 0.2 x 0.4 = 0.68
    near(topShare([4, 3, 2, 1]), 0.32, 1e-12);
    near(topShare([1, 1, 1, 1, 1]), 0.2, 1e-12);
    near(topShare([0, 0, 0, 0, 9]), 1, 1e-12);
    expect(topShare([0])).toBeNull();
  });

  test('the Lorenz curve runs from nothing to everything', () => {
    const curve = lorenz([1, 3]);
    expect(Array.from(curve?.people ?? [])).toEqual([0, 0.5, 1]);
    expect(Array.from(curve?.amount ?? [])).toEqual([0, 0.25, 1]);
  });

  test('claw-backs are listed beside, not inside', () => {
    expect(spread([-5, 1, 3])).toMatchObject({ gini: 0.25, smallSample: 0.5, n: 2, negative: [-5] });
    expect(spread([-1])).toMatchObject({ gini: null, smallSample: null, topFifth: null, n: 0, negative: [-1] });
  });

  test('it ignores order and currency, and lies in 0..(n-1)/n', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(amounts, fc.double({ min: 0.01, max: 100, noNaN: true }), (values, rate) => {
        const plain = gini(values);
        if (plain === null) return;
        near(gini(values.map((value) => value * rate).reverse()), plain, 1e-9);
        expect(plain).toBeGreaterThanOrEqual(0);
        expect(plain).toBeLessThanOrEqual((values.length - 1) / values.length + 1e-12);
      }),
    );
  });
});
