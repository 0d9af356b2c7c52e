import { describe, expect, test } from 'vitest';
import {
  betaCdf,
  betaQuantile,
  chiSquareQuantile,
  chiSquareTail,
  fTail,
  gammaCdf,
  gammaQuantile,
  normalCdf,
  normalQuantile,
  tCdf,
  tQuantile,
  zOf,
} from '../../electron/stats/distributions';
import { digamma, digammaRise, lnBeta, lnGamma, lnRising } from '../../electron/stats/special';
import { near, nearRelative } from './near';

// Golden values: SciPy 1.17 and mpmath 1.3 at 30 digits.
describe('distributions', () => {
  test.each([
    [0.1, 0.5, 0.5, 0.024471741852423217],
    [0.975, 2, 3, 0.8058795503167566],
    [0.025, 30.5, 80.2, 0.1967320581901705],
    [0.05, 1935.24, 1128.47, 0.61728479158466],
    [0.025, 1500, 48500, 0.02852267117239],
    [0.5, 1e5, 2e5, 0.33333296296251],
  ])('the beta quantile %d of (%d, %d) is right to 1e-8', (p, a, b, expected) => {
    nearRelative(betaQuantile(p, a, b), expected, 1e-8);
    near(betaCdf(expected, a, b), p, 2e-7);
  });

  test('normal, t, chi-square, F and gamma agree with the golden values', () => {
    nearRelative(normalQuantile(0.975), 1.959963984540054, 1e-13);
    near(normalCdf(1.959963984540054), 0.975, 1e-14);
    nearRelative(tQuantile(0.975, 5.3), 2.5274277882681173, 2e-8);
    near(tCdf(2.5274277882681173, 5.3), 0.975, 2e-9);
    nearRelative(chiSquareTail(33.34771179925516, 29), 0.2639369797718252, 1e-10);
    nearRelative(chiSquareQuantile(0.95, 3), 7.814727903251179, 1e-10);
    nearRelative(fTail(2.5, 4, 30), 0.0634764397982508, 1e-9);
    nearRelative(gammaQuantile(0.5, 5000), 4999.66667062, 1e-10);
    nearRelative(gammaQuantile(0.975, 0.1), 0.977904799419, 1e-9);
    nearRelative(gammaCdf(2, 3.3, 1.7), 0.5943276587016362, 1e-10);
  });

  test('the level 0.95 uses z = 1.959964, and a level outside 0..1 is refused', () => {
    near(zOf(0.95), 1.959964, 5e-7);
    expect(() => zOf(95)).toThrow(RangeError);
  });

  test('a test without degrees of freedom has p = 1', () => {
    expect(chiSquareTail(0, 0)).toBe(1);
  });
});

describe('gamma functions', () => {
  test.each([
    [0.1, 2.252712651734206, -10.423754940411076],
    [0.5, 0.572364942924700087, -1.9635100260214235],
    [1, 0, -0.5772156649015329],
    [3.7, 1.428072326665388, 1.1671535393615114],
    [9.99, 12.779315214350193, 2.250700372831201],
    [10.01, 12.824350262448247, 2.2528037003181357],
    [1234.5, 7550.550901077895, 7.118016231827998],
    [1e6, 12815504.569147611, 13.815510057964191],
  ])('ln gamma and digamma at %d', (x, gamma, psi) => {
    near(lnGamma(x), gamma, 2e-14 * Math.max(1, Math.abs(gamma)));
    near(digamma(x), psi, 2e-14 * Math.max(1, Math.abs(psi)));
  });

  test('differences keep their digits at a million', () => {
    nearRelative(lnRising(1e6, 20), 276.31040115805049, 1e-14);
    nearRelative(digammaRise(1e6, 20), 1.9999810002469964e-5, 1e-12);
    near(lnRising(2.5, 3), Math.log(2.5 * 3.5 * 4.5), 1e-13);
  });

  test('ln beta of (2, 3) is ln(1/12)', () => {
    near(lnBeta(2, 3), Math.log(1 / 12), 1e-14);
    near(lnBeta(1e6, 2), Math.log(1 / (1e6 * (1e6 + 1))), 1e-10);
  });
});
