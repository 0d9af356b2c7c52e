import { describe, expect, test } from 'vitest';
import { summarise } from '../../electron/stats/intervals';
import { seeded, type Random } from '../../electron/stats/random';
import { near } from './near';

const DRAWS = 40_000;

function moments(draw: (random: Random) => number): { mean: number; variance: number } {
  const random = seeded(7);
  return summarise(Float64Array.from({ length: DRAWS }, () => draw(random)));
}

describe('seeded random', () => {
  test('the same seed repeats itself, another differs, and the default is 1', () => {
    const first = seeded(1);
    const again = seeded();
    const other = seeded(2);
    const three = (random: Random): number[] => [random.uniform(), random.uniform(), random.uniform()];
    const start = three(first);
    expect(three(again)).toEqual(start);
    expect(three(other)).not.toEqual(start);
    // Pinned: a change here changes every seeded figure the product shows.
    expect(start.map((value) => value.toFixed(12))).toMatchInlineSnapshot(`
      [
        "0.623297922930",
        "0.245387250989",
        "0.665631434840",
      ]
    `);
  });

  // Tolerances are about five standard errors of 40,000 draws.
  test.each<[string, (random: Random) => number, number, number]>([
    ['uniform', (r) => r.uniform(), 0.5, 1 / 12],
    ['normal', (r) => r.normal(3, 2), 3, 4],
    ['gamma, shape 2.5 rate 2', (r) => r.gamma(2.5, 2), 1.25, 0.625],
    ['gamma, shape 0.3', (r) => r.gamma(0.3), 0.3, 0.3],
    ['beta 2, 5', (r) => r.beta(2, 5), 2 / 7, 10 / (49 * 8)],
    ['bernoulli 0.2', (r) => Number(r.bernoulli(0.2)), 0.2, 0.16],
    ['binomial 12, 0.3', (r) => r.binomial(12, 0.3), 3.6, 2.52],
    ['poisson 3.4', (r) => r.poisson(3.4), 3.4, 3.4],
    ['poisson 80', (r) => r.poisson(80), 80, 80],
    ['integer below 6', (r) => r.integer(6), 2.5, 35 / 12],
  ])('%s has its mean and variance', (_name, draw, mean, variance) => {
    const found = moments(draw);
    near(found.mean, mean, 5 * Math.sqrt(variance / DRAWS));
    near(found.variance, variance, 0.06 * variance);
  });

  test('uniform stays in [0, 1) and poisson of mean 0 is 0', () => {
    const random = seeded(3);
    for (let i = 0; i < 10_000; i++) {
      const value = random.uniform();
      expect(value >= 0 && value < 1).toBe(true);
    }
    expect(random.poisson(0)).toBe(0);
  });
});
