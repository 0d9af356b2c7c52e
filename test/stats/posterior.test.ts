import { describe, expect, test } from 'vitest';
import { summarise } from '../../electron/stats/intervals';
import {
  drawPosterior,
  posteriorCdf,
  posteriorInterval,
  posteriorMean,
  posteriorSd,
  probabilityGreater,
  type Posterior,
} from '../../electron/stats/posterior';
import { seeded } from '../../electron/stats/random';
import { near } from './near';

const families: Posterior[] = [
  { family: 'beta', a: 30, b: 55 },
  { family: 'normal', mean: 8, sd: 0.3 },
  { family: 'gamma', shape: 30, rate: 55 },
];

describe('posterior', () => {
  test.each(families)('$family: draws agree with its mean, spread and 95 percent interval', (posterior) => {
    const random = seeded(4);
    const draws = Float64Array.from({ length: 20_000 }, () => drawPosterior(posterior, random));
    const { mean, variance } = summarise(draws);
    const sd = posteriorSd(posterior);
    near(mean, posteriorMean(posterior), (5 * sd) / Math.sqrt(draws.length));
    near(Math.sqrt(variance), sd, 0.03 * sd);
    const { lower, upper } = posteriorInterval(posterior);
    near(draws.filter((draw) => draw >= lower && draw <= upper).length / draws.length, 0.95, 0.008);
    near(posteriorCdf(posterior, upper) - posteriorCdf(posterior, lower), 0.95, 1e-7);
  });

  test('the chance that one exceeds another agrees with SciPy quadrature', () => {
    const beta = probabilityGreater({ family: 'beta', a: 30, b: 55 }, { family: 'beta', a: 20, b: 60 });
    near(beta, 0.92707298395, 1e-7);
    const gamma = probabilityGreater(
      { family: 'gamma', shape: 30, rate: 55 },
      { family: 'gamma', shape: 20, rate: 60 },
    );
    near(gamma, 0.958743867993, 1e-7);
  });

  test.each(families)('$family: against itself it is one half', (posterior) => {
    near(probabilityGreater(posterior, posterior), 0.5, 1e-6);
  });

  test('two normals follow the closed form', () => {
    const found = probabilityGreater({ family: 'normal', mean: 1, sd: 3 }, { family: 'normal', mean: 0, sd: 4 });
    near(found, posteriorCdf({ family: 'normal', mean: 0, sd: 1 }, 0.2), 1e-6);
  });

  test('a posterior without spread is a step', () => {
    const point: Posterior = { family: 'normal', mean: 2, sd: 0 };
    expect([posteriorCdf(point, 1), posteriorCdf(point, 2), posteriorCdf(point, 3)]).toEqual([0, 0.5, 1]);
    expect(posteriorInterval(point)).toEqual({ lower: 2, upper: 2 });
    near(probabilityGreater(point, { family: 'normal', mean: 2, sd: 1 }), 0.5, 1e-12);
  });
});
