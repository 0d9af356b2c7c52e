import { describe, expect, test } from 'vitest';
import { bootstrap, bootstrapQuantile, bootstrapRatio } from '../../electron/stats/bootstrap';
import { summarise } from '../../electron/stats/intervals';
import { seeded } from '../../electron/stats/random';
import { near } from './near';

const random = seeded(33);
const deals = Float64Array.from({ length: 200 }, () => Math.exp(random.normal(9, 0.6)));

function unevenPairs(n: number, spread: number) {
  const draws = seeded(5);
  const bottoms = Float64Array.from({ length: n }, () => Math.exp(draws.normal(0, spread)));
  const tops = bottoms.map((bottom) => (draws.bernoulli(0.7) ? bottom * Math.exp(draws.normal(0, 0.5)) : 0));
  return { tops, bottoms };
}

function resampledRatio(tops: Float64Array, bottoms: Float64Array, resamples: number) {
  const ratioOf = (drawn: Int32Array): number => {
    let [top, bottom] = [0, 0];
    for (const i of drawn) {
      top += tops[i]!;
      bottom += bottoms[i]!;
    }
    return top / bottom;
  };
  return bootstrap(tops.length, ratioOf, { resamples });
}

/** r* of a ratio, by the textbook: the tilt by halving, then the tail in the form of Barndorff-Nielsen. */
function signedRoot(tops: Float64Array, bottoms: Float64Array, ratio: number): number {
  const values = Array.from(tops, (top, i) => top - ratio * bottoms[i]!);
  const total = (of: (value: number) => number) => values.reduce((sum, value) => sum + of(value), 0);
  const largest = Math.max(...values.map(Math.abs));
  let [low, high] = [-50 / largest, 50 / largest];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (total((value) => value * Math.exp(middle * value)) > 0) high = middle;
    else low = middle;
  }
  const mass = total((value) => Math.exp(low * value));
  const second = total((value) => value * value * Math.exp(low * value));
  const w = Math.sign(low) * Math.sqrt(-2 * values.length * Math.log(mass / values.length));
  const u = low * Math.sqrt((values.length * second) / mass);
  return w + Math.log(u / w) / w;
}

describe('bootstrap', () => {
  test('the same seed gives the same limits, and they hold the sample value', () => {
    const limits = bootstrapQuantile(deals);
    expect(bootstrapQuantile(deals)).toEqual(limits);
    expect(bootstrapQuantile(deals, 0.5, { seed: 2 })).not.toEqual(limits);
    const middle = deals.slice().sort()[100] ?? NaN;
    expect((limits?.lower ?? Infinity) < middle && middle < (limits?.upper ?? 0)).toBe(true);
  });

  test('for a mean the limits come near the normal ones', () => {
    const { mean, variance, n } = summarise(deals);
    const error = Math.sqrt(variance / n);
    const limits = bootstrap(n, (drawn) => drawn.reduce((sum, i) => sum + deals[i]!, 0) / n);
    near(limits?.lower, mean - 1.96 * error, 0.25 * error);
    near(limits?.upper, mean + 1.96 * error, 0.25 * error);
  });

  test('a ratio of sums resamples numerator and denominator together', () => {
    const costs = deals.map((deal) => 2 * deal);
    const limits = bootstrapRatio(costs, deals);
    near(limits?.lower, 2, 1e-12);
    near(limits?.upper, 2, 1e-12);
  });

  test('above 5,000 units the quick forms agree with the plain ones', () => {
    const many = Float64Array.from({ length: 6000 }, () => Math.exp(random.normal(0, 1)));
    const ones = many.map(() => 1 + random.uniform());
    const plainMedian = bootstrap(
      6000,
      (drawn) => {
        const sorted = Float64Array.from(drawn, (i) => many[i]!).sort();
        return (sorted[2999]! + sorted[3000]!) / 2;
      },
      { resamples: 400 },
    );
    const median = bootstrapQuantile(many);
    const width = (plainMedian?.upper ?? 0) - (plainMedian?.lower ?? 0);
    near(median?.lower, plainMedian?.lower ?? NaN, 0.2 * width);
    near(median?.upper, plainMedian?.upper ?? NaN, 0.2 * width);
    const plainRatio = bootstrap(
      6000,
      (drawn) => {
        let [top, bottom] = [0, 0];
        for (const i of drawn) {
          top += many[i]!;
          bottom += ones[i]!;
        }
        return top / bottom;
      },
      { resamples: 400 },
    );
    const ratio = bootstrapRatio(many, ones);
    const spread = (plainRatio?.upper ?? 0) - (plainRatio?.lower ?? 0);
    near(ratio?.lower, plainRatio?.lower ?? NaN, 0.2 * spread);
    near(ratio?.upper, plainRatio?.upper ?? NaN, 0.2 * spread);
  });

  test('a ratio of many uneven units has the limits that endless resamples would give', () => {
    const { tops, bottoms } = unevenPairs(400, 1.2);
    const plain = resampledRatio(tops, bottoms, 8000);
    const limits = bootstrapRatio(tops, bottoms);
    const width = (plain?.upper ?? 0) - (plain?.lower ?? 0);
    // Not what fewer resamples give: the quick form knows no seed.
    expect(limits).toEqual(bootstrapRatio(tops, bottoms, { seed: 2 }));
    near(limits?.lower, plain?.lower ?? NaN, 0.03 * width);
    near(limits?.upper, plain?.upper ?? NaN, 0.03 * width);
    // The limits lie unevenly about the ratio, as the pairs do; the normal ones would not.
    const ratio = tops.reduce((sum, top) => sum + top, 0) / bottoms.reduce((sum, bottom) => sum + bottom, 0);
    expect(Math.abs((limits?.upper ?? 0) + (limits?.lower ?? 0) - 2 * ratio)).toBeGreaterThan(0.01 * width);
  });

  test('the limits of many uneven units solve the equation of the saddlepoint', () => {
    for (const spread of [0.3, 0.8, 1.2]) {
      const { tops, bottoms } = unevenPairs(400, spread);
      const limits = bootstrapRatio(tops, bottoms);
      near(signedRoot(tops, bottoms, limits?.lower ?? NaN), -1.959963985, 1e-6);
      near(signedRoot(tops, bottoms, limits?.upper ?? NaN), 1.959963985, 1e-6);
    }
  });

  test('a ratio that a few units decide is resampled', () => {
    const { tops, bottoms } = unevenPairs(400, 1.2);
    bottoms[0] = 1e6;
    tops[0] = 5e5;
    expect(bootstrapRatio(tops, bottoms)).toEqual(resampledRatio(tops, bottoms, 2000));
  });

  test('one unit has no interval, nor has a ratio over nothing', () => {
    expect(bootstrapQuantile([5])).toBeNull();
    expect(bootstrapRatio([1], [1])).toBeNull();
    expect(bootstrapRatio([1, 2], [0, 0])).toBeNull();
    expect(() => bootstrapRatio([1, 2], [1])).toThrow(RangeError);
  });
});
