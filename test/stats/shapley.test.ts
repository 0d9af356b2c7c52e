import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapleySplit } from '../../electron/stats/shapley';
import { hasSharedData } from '../shared-data';
import { near, reference } from './near';

interface DasGuptaFile {
  cases: {
    name: string;
    from_values: number[];
    to_values: number[];
    effects: number[];
    total: number;
    tolerance: number;
  }[];
}

describe.skipIf(!hasSharedData)('splits published by Das Gupta (1993)', () => {
  test('every effect and total agrees at its stated tolerance', () => {
    const { cases } = reference<DasGuptaFile>('decomposition_das_gupta.json');
    expect(cases.length).toBeGreaterThanOrEqual(3);
    for (const { from_values, to_values, effects, total, tolerance } of cases) {
      const split = shapleySplit(from_values, to_values);
      effects.forEach((effect, i) => near(split.effects[i], effect, tolerance));
      near(split.change, total, tolerance);
    }
  });
});

/** The definition itself: the mean over every order of changing the factors one at a time. */
function overAllOrders(from: readonly number[], to: readonly number[]): number[] {
  const sums = from.map(() => 0);
  let orders = 0;
  const visit = (left: number[], now: number[]): void => {
    if (left.length === 0) orders++;
    for (const i of left) {
      const next = now.map((value, j) => (j === i ? to[i]! : value));
      const rest = left.filter((j) => j !== i);
      let ways = 1;
      for (let f = 2; f <= rest.length; f++) ways *= f;
      const product = (values: number[]): number => values.reduce((total, value) => total * value, 1);
      sums[i]! += (product(next) - product(now)) * ways;
      visit(rest, next);
    }
  };
  visit(
    from.map((_, i) => i),
    [...from],
  );
  return sums.map((sum) => sum / orders);
}

describe('Shapley split of a product', () => {
  test('the worked chain of three: together 50,000 is 27,500 and 22,500', () => {
    const { effects, change } = shapleySplit([200 * 10_000, 0.5, 0.4, 0.25], [200 * 10_000, 0.5, 0.5, 0.3]);
    near(change, 50_000, 1e-6);
    expect(effects.slice(0, 2)).toEqual([0, 0]);
    near(effects[2], 27_500, 1e-6);
    near(effects[3], 22_500, 1e-6);
  });

  const factors = fc.array(
    fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true })),
    {
      minLength: 1,
      maxLength: 10,
    },
  );

  test('parts sum to the change to 1e-9, and an unchanged factor has none', () => {
    fc.assert(
      fc.property(factors, (pairs) => {
        const from = pairs.map(([before]) => before);
        const to = pairs.map(([before, after], i) => (i === 0 ? before : after));
        const { effects, change } = shapleySplit(from, to);
        const scale = Math.max(
          1e-300,
          from.reduce((p, value, i) => p * Math.max(value, to[i] ?? 0), 1),
        );
        near(effects.reduce((sum, effect) => sum + effect, 0) / scale, change / scale, 1e-9);
        expect(effects[0]).toBe(0);
      }),
    );
  });

  test('it is the mean over all orders', () => {
    const small = fc.array(
      fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true })),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(small, (pairs) => {
        const from = pairs.map(([before]) => before);
        const to = pairs.map(([, after]) => after);
        const { effects } = shapleySplit(from, to);
        overAllOrders(from, to).forEach((expected, i) => near(effects[i], expected, 1e-8));
      }),
      { numRuns: 50 },
    );
  });

  test('no factors do not change, and lists of different length are refused', () => {
    expect(shapleySplit([], [])).toEqual({ effects: [], change: 0 });
    expect(() => shapleySplit([1], [1, 2])).toThrow(RangeError);
  });
});
