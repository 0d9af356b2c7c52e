import { describe, expect, it } from 'vitest';
import { meanRiseProbability, type Powers } from '../../electron/stats/mean-rise';
import { seeded } from '../../electron/stats/random';

const powers = (values: readonly number[]): Powers => {
  const sum = (power: number): number => values.reduce((total, value) => total + value ** power, 0);
  return { n: values.length, sum: sum(1), squares: sum(2), cubes: sum(3) };
};

/** The same by drawing resamples. */
function drawn(before: readonly number[], after: readonly number[], draws: number): number {
  const random = seeded(3);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum) => sum + values[random.integer(values.length)]!, 0) / values.length;
  let rises = 0;
  for (let i = 0; i < draws; i++) rises += Number(mean(after) > mean(before));
  return rises / draws;
}

/** Skewed log amounts: few large ones. */
const logs = (n: number, middle: number, seed: number): number[] => {
  const random = seeded(seed);
  return Array.from({ length: n }, () => middle + random.gamma(1.5) * 0.6);
};

describe('how likely a mean rose', () => {
  it.each([
    [10, 40, 0.15],
    [10, 10, 0.3],
    [14, 60, -0.1],
    [200, 30, 0.05],
  ])('is what resampling %i values after and %i before gives', (after, before, shift) => {
    const [first, second] = [logs(before, 8, 1), logs(after, 8 + shift, 2)];
    const found = meanRiseProbability(powers(first), powers(second))!;
    expect(Math.abs(found - drawn(first, second, 40_000))).toBeLessThan(0.01);
  });

  it('turns round with the sides', () => {
    const [first, second] = [powers(logs(12, 8, 4)), powers(logs(30, 8.1, 5))];
    expect(meanRiseProbability(first, second)! + meanRiseProbability(second, first)!).toBeCloseTo(1, 12);
  });

  it('is not said of fewer values than asked for', () => {
    const [nine, ten] = [powers(logs(9, 8, 1)), powers(logs(10, 8, 1))];
    expect(meanRiseProbability(ten, nine)).toBeNull();
    expect(meanRiseProbability(nine, ten)).toBeNull();
    expect(meanRiseProbability(ten, nine, 9)).not.toBeNull();
  });

  it('values all alike leave no doubt, or all of it', () => {
    const same = (value: number): Powers => powers(Array.from({ length: 12 }, () => value));
    expect(meanRiseProbability(same(7.1), same(7.3))).toBe(1);
    expect(meanRiseProbability(same(7.3), same(7.1))).toBe(0);
    expect(meanRiseProbability(same(7.1), same(7.1))).toBe(0.5);
  });
});
