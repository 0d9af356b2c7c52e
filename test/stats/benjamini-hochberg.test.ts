import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustedP, benjaminiHochberg } from '../../electron/stats/benjamini-hochberg';

describe('Benjamini-Hochberg', () => {
  test('the step-up keeps every test below the last line crossed', () => {
    // m = 5, rate 0.10: lines 0.02, 0.04, 0.06, 0.08, 0.10; 0.055 <= 0.06 keeps the first three although 0.041 > 0.04
    expect(benjaminiHochberg([0.041, 0.9, 0.001, 0.055, 0.5], 0.1)).toEqual([true, false, true, true, false]);
  });

  test('adjusted values are the smallest rate at which a test survives', () => {
    const adjusted = adjustedP([0.01, 0.04, 0.03]).map((value) => Number(value.toFixed(10)));
    expect(adjusted).toEqual([0.03, 0.04, 0.04]);
  });

  test('no tests, none survive', () => {
    expect(benjaminiHochberg([])).toEqual([]);
  });

  test('a smaller p never survives less than a larger one, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (p) => {
        const kept = benjaminiHochberg(p, 0.2);
        p.forEach((first, i) => p.forEach((second, j) => expect(first <= second && kept[j] && !kept[i]).toBeFalsy()));
      }),
    );
  });
});
