import { describe, expect, test } from 'vitest';
import { fitGammaPoisson, gammaPoissonLogLikelihood, gammaPosterior } from '../../electron/stats/gamma-poisson';
import { summarise } from '../../electron/stats/intervals';
import { minimise } from '../../electron/stats/nelder-mead';
import { fitNormal, normalPosterior } from '../../electron/stats/normal-normal';
import { posteriorMean, posteriorSd } from '../../electron/stats/posterior';
import { seeded } from '../../electron/stats/random';
import { near, nearRelative } from './near';

describe('shrinkage of log deal values', () => {
  const reps = [
    [1, 2, 3],
    [2, 4, 6, 8],
    [5, 5.5],
    [9, 8, 7],
    [3, 3.5, 4],
  ];

  test('the F test agrees with SciPy and the method of moments with a hand computation', () => {
    const fit = fitNormal(reps.map(summarise));
    near(fit?.f, 6.071912013536383, 1e-9);
    near(fit?.p, 0.009583731579848785, 1e-8);
    // within: (2 + 20 + 0.125 + 2 + 0.5) / 10 = 2.4625; grand mean 71/15; spare 15 - 47/15
    near(fit?.within, 2.4625, 1e-12);
    const grand = 71 / 15;
    const squares =
      3 * (2 - grand) ** 2 +
      4 * (5 - grand) ** 2 +
      2 * (5.25 - grand) ** 2 +
      3 * (8 - grand) ** 2 +
      3 * (3.5 - grand) ** 2;
    near(fit?.between, (squares - 4 * 2.4625) / (15 - 47 / 15), 1e-12);
    expect(fit?.verdict).toBe('differs');
  });

  test('the posterior lies between own mean and common level, nearer to own with more deals', () => {
    const fit = { mean: 9, between: 0.09, within: 0.64 };
    near(posteriorMean(normalPosterior(fit, 10, 10)), 9 + 0.09 / (0.09 + 0.064), 1e-12);
    near(posteriorSd(normalPosterior(fit, 10, 10)) ** 2, 1 / (1 / 0.09 + 10 / 0.64), 1e-12);
    near(posteriorMean(normalPosterior(fit, 0, NaN)), 9, 0);
    near(posteriorSd(normalPosterior(fit, 0, NaN)), 0.3, 1e-15);
  });

  test('no spread beyond chance pools fully and says so', () => {
    const fit = fitNormal(
      [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ].map(summarise),
    );
    expect(fit).toMatchObject({ between: 0, verdict: 'no_difference' });
    expect(normalPosterior(fit ?? { mean: NaN, between: 0, within: 1 }, 3, 5)).toEqual({
      family: 'normal',
      mean: 2,
      sd: 0,
    });
  });

  test('one deal a rep tells nothing of the spread, and fewer than five reps are too few', () => {
    expect(fitNormal([[1], [2]].map(summarise))).toBeNull();
    expect(fitNormal([])).toBeNull();
    expect(
      fitNormal(
        [
          [1, 2],
          [8, 9],
        ].map(summarise),
      )?.verdict,
    ).toBe('too_few');
  });

  test('identical deals within each rep, different between them, differ for certain', () => {
    expect(
      fitNormal(
        [
          [1, 1],
          [2, 2],
          [3, 3],
          [4, 4],
          [5, 5],
        ].map(summarise),
      ),
    ).toMatchObject({ p: 0, verdict: 'differs' });
  });
});

describe('shrinkage of pace', () => {
  test('the prior that made the counts is recovered', () => {
    const random = seeded(5);
    const days = Array.from({ length: 300 }, () => 40 + random.integer(200));
    const counts = days.map((d) => random.poisson(d * random.gamma(6, 2)));
    const fit = fitGammaPoisson(counts, days);
    nearRelative(fit?.mean, 3, 0.06);
    nearRelative(fit?.shape, 6, 0.2);
    expect(fit?.verdict).toBe('differs');
    const best = gammaPoissonLogLikelihood(counts, days, fit?.shape ?? NaN, fit?.rate ?? NaN);
    for (const [s, r] of [
      [1.1, 1],
      [0.9, 1],
      [1, 1.1],
      [1, 0.9],
    ] as const) {
      const other = gammaPoissonLogLikelihood(counts, days, s * (fit?.shape ?? NaN), r * (fit?.rate ?? NaN));
      expect(other).toBeLessThanOrEqual(best);
    }
  });

  test('equal pace is no difference, at the pooled pace', () => {
    const fit = fitGammaPoisson([100, 200, 300, 100, 50], [50, 100, 150, 50, 25]);
    expect(fit).toMatchObject({ verdict: 'no_difference', chiSquare: 0, p: 1 });
    near(fit?.mean, 2, 1e-6);
    const posterior = gammaPosterior(fit ?? { shape: NaN, rate: NaN }, 100, 50);
    near(posteriorMean(posterior), 2, 1e-6);
  });

  test('few reps get a weak prior at the pooled pace; nothing happened, nothing fitted', () => {
    expect(fitGammaPoisson([10, 30], [10, 10])).toMatchObject({ verdict: 'too_few', shape: 20, mean: 2 });
    expect(fitGammaPoisson([0, 0], [10, 10])).toBeNull();
    expect(fitGammaPoisson([], [])).toBeNull();
    expect(() => fitGammaPoisson([1], [1, 2])).toThrow(RangeError);
  });
});

describe('simplex search', () => {
  test('it finds the valley of Rosenbrock from the usual start and ignores points that cannot be computed', () => {
    const valley = ([x = 0, y = 0]: readonly number[]): number =>
      y < -0.5 ? NaN : (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    const found = minimise(valley, [[-1.2, 1]]);
    near(found.x[0], 1, 1e-4);
    near(found.x[1], 1, 1e-4);
  });
});
