import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitSbg,
  sbgDiscountedLife,
  sbgLeaving,
  sbgLogLikelihood,
  sbgRetention,
  sbgSurvival,
  sbgSurvivalFrom,
} from '../../electron/stats/sbg';
import { hasSharedData } from '../shared-data';
import { near, reference } from './near';

type Line = 'regular' | 'high_end';

interface RetentionFile {
  cohort_size: number;
  percent_surviving_by_year_0_to_12: Record<Line, number[]>;
  expected: Record<
    Line,
    { alpha: number; beta: number; log_likelihood: number; projected_percent_years_1_12: number[] }
  >;
  tolerance: { params: number; log_likelihood: number; percent: number };
}

describe.skipIf(!hasSharedData)('contract retention published by Fader and Hardie (2007)', () => {
  test.each<Line>(['regular', 'high_end'])('%s: parameters, likelihood and twelve projected years agree', (line) => {
    const file = reference<RetentionFile>('sbg_retention.json');
    const seen = file.percent_surviving_by_year_0_to_12[line]
      .slice(0, 8)
      .map((percent) => (percent / 100) * file.cohort_size);
    const expected = file.expected[line];
    const fit = fitSbg([seen]) ?? { a: NaN, b: NaN, logLikelihood: NaN };
    near(fit.a, expected.alpha, file.tolerance.params);
    near(fit.b, expected.beta, file.tolerance.params);
    near(fit.logLikelihood, expected.log_likelihood, file.tolerance.log_likelihood);
    expected.projected_percent_years_1_12.forEach((percent, i) => {
      near(100 * sbgSurvival(fit, i + 1), percent, file.tolerance.percent);
    });
  });
});

describe('shifted beta-geometric', () => {
  const model = fc.record({
    a: fc.double({ min: 0.05, max: 20, noNaN: true }),
    b: fc.double({ min: 0.05, max: 20, noNaN: true }),
  });

  test('leaving follows the recursion, survival is what is left, retention their ratio', () => {
    fc.assert(
      fc.property(model, ({ a, b }) => {
        let leaving = a / (a + b);
        let left = 1;
        for (let t = 1; t <= 15; t++) {
          if (t > 1) leaving *= (b + t - 2) / (a + b + t - 1);
          left -= leaving;
          near(sbgLeaving({ a, b }, t), leaving, 1e-10);
          near(sbgSurvival({ a, b }, t), left, 1e-9);
          near(sbgRetention({ a, b }, t), (b + t - 1) / (a + b + t - 1), 1e-12);
        }
        near(sbgSurvivalFrom({ a, b }, 4, 3), sbgSurvival({ a, b }, 7) / sbgSurvival({ a, b }, 4), 1e-9);
      }),
    );
  });

  test('the discounted life is the sum over all periods', () => {
    fc.assert(
      fc.property(model, fc.double({ min: 0.02, max: 1, noNaN: true }), ({ a, b }, discount) => {
        let sum = 0;
        for (let t = 0; t < 3000; t++) sum += sbgSurvival({ a, b }, t) / (1 + discount) ** t;
        near(sbgDiscountedLife({ a, b }, discount), sum, 1e-8 * sum);
      }),
      { numRuns: 30 },
    );
  });

  test('without discount the life ends only when a is above 1', () => {
    // a = 2, b = 3: (a + b - 1) / (a - 1) = 4 periods
    expect(sbgDiscountedLife({ a: 2, b: 3 }, 0)).toBe(4);
    expect(sbgDiscountedLife({ a: 1, b: 3 }, 0)).toBeNull();
  });

  test('cohorts of different lengths add up', () => {
    const one = [1000, 700, 560];
    const two = [500, 350];
    const at = { a: 1.3, b: 2.9 };
    near(sbgLogLikelihood(at, [one, two]), sbgLogLikelihood(at, [one]) + sbgLogLikelihood(at, [two]), 1e-9);
    const fit = fitSbg([one, two]) ?? { a: NaN, b: NaN, logLikelihood: NaN };
    near(sbgSurvival(fit, 1), 0.7, 1e-4);
    near(sbgRetention(fit, 2), 0.8, 1e-4);
  });

  test('nobody left, nobody stayed or nobody due has no fit, and a growing cohort is refused', () => {
    expect(fitSbg([[10, 10, 10]])).toBeNull();
    expect(fitSbg([[10, 0]])).toBeNull();
    expect(fitSbg([[10], []])).toBeNull();
    expect(() => fitSbg([[10, 11]])).toThrow(RangeError);
  });
});
