import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betaBinomialLogLikelihood,
  betaPosterior,
  fitBetaBinomial,
  homogeneity,
  type BetaBinomialFit,
} from '../../electron/stats/beta-binomial';
import { posteriorInterval, posteriorMean } from '../../electron/stats/posterior';
import { seeded } from '../../electron/stats/random';
import { hasSharedData } from '../shared-data';
import { near, nearRelative, reference, referenceRows } from './near';

function fitted(k: readonly number[], n: readonly number[]): BetaBinomialFit {
  const fit = fitBetaBinomial(k, n);
  if (fit === null) throw new Error('no fit');
  return fit;
}

interface EfronMorrisFile {
  players: { hits: number; at_bats: number }[];
  beta_binomial_mle: {
    alpha: number;
    beta: number;
    log_likelihood_kernel: number;
    mean: number;
    posterior_means: number[];
  };
}

describe.skipIf(!hasSharedData)('the batting averages of Efron and Morris', () => {
  test('mean within 0.5 percent, posterior means within 1e-3, likelihood at its maximum', () => {
    const { players, beta_binomial_mle: expected } = reference<EfronMorrisFile>('shrinkage_efron_morris.json');
    const k = players.map((player) => player.hits);
    const n = players.map((player) => player.at_bats);
    const fit = fitted(k, n);
    nearRelative(fit.mean, expected.mean, 5e-3);
    nearRelative(fit.alpha, expected.alpha, 0.01);
    nearRelative(fit.beta, expected.beta, 0.01);
    near(fit.logLikelihood, expected.log_likelihood_kernel, 1e-6);
    near(betaBinomialLogLikelihood(k, n, expected.alpha, expected.beta), expected.log_likelihood_kernel, 1e-8);
    players.forEach((player, i) => {
      near(posteriorMean(betaPosterior(fit, player.hits, player.at_bats)), expected.posterior_means[i] ?? NaN, 1e-3);
    });
  });
});

interface CrmFile {
  computed: {
    win_rate_heterogeneity: {
      chi_square: number;
      df: number;
      p_value: number;
      beta_binomial_mle: { alpha: number; beta: number };
    };
  };
}

describe.skipIf(!hasSharedData)('the CRM practice set', () => {
  test('30 reps from 55 to 70 percent give no evidence that people differ', () => {
    const expected = reference<CrmFile>('crm_expected.json').computed.win_rate_heterogeneity;
    const reps = new Map<string, { won: number; closed: number }>();
    for (const row of referenceRows('crm', 'sales_pipeline.csv')) {
      const stage = row['deal_stage'] ?? '';
      if (stage !== 'Won' && stage !== 'Lost') continue;
      const rep = reps.get(row['sales_agent'] ?? '') ?? { won: 0, closed: 0 };
      reps.set(row['sales_agent'] ?? '', { won: rep.won + Number(stage === 'Won'), closed: rep.closed + 1 });
    }
    const k = [...reps.values()].map((rep) => rep.won);
    const n = [...reps.values()].map((rep) => rep.closed);
    const fit = fitted(k, n);
    near(fit.chiSquare, expected.chi_square, 1e-9);
    expect(fit.degrees).toBe(expected.df);
    near(fit.p, expected.p_value, 1e-9);
    nearRelative(fit.alpha, expected.beta_binomial_mle.alpha, 1e-3);
    nearRelative(fit.beta, expected.beta_binomial_mle.beta, 1e-3);
    expect(fit.verdict).toBe('no_difference');
  });
});

describe('beta-binomial shrinkage', () => {
  test('real differences are told from chance', () => {
    const fit = fitted([10, 40, 25, 60, 15, 50], [100, 100, 100, 100, 100, 100]);
    expect(fit.verdict).toBe('differs');
    expect(fit.p).toBeLessThan(1e-9);
    expect(fit.strength).toBeLessThan(50);
  });

  test('a likelihood that rises to the edge means no difference, at the pooled rate', () => {
    const fit = fitted([30, 30, 30, 30, 30], [100, 100, 100, 100, 100]);
    expect(fit).toMatchObject({ verdict: 'no_difference', strength: 1e6, chiSquare: 0, p: 1 });
    near(fit.mean, 0.3, 1e-12);
  });

  test('fewer than five units: nothing is fitted, strength 20 at the pooled rate', () => {
    const fit = fitted([1, 2, 6, 0], [10, 10, 10, 0]);
    expect(fit).toMatchObject({ verdict: 'too_few', strength: 20, units: 3, logLikelihood: null });
    near(fit.mean, 0.3, 1e-12);
  });

  test('no trials at all has no prior, and all failing is no difference with a proper prior', () => {
    expect(fitBetaBinomial([0, 0], [0, 0])).toBeNull();
    const fit = fitted([0, 0, 0, 0, 0], [10, 10, 10, 10, 10]);
    expect(fit.verdict).toBe('no_difference');
    expect(fit.alpha).toBeGreaterThan(0);
    expect(fit.mean).toBeLessThan(0.02);
  });

  test('impossible counts are refused', () => {
    expect(() => fitBetaBinomial([3], [2])).toThrow(RangeError);
    expect(() => fitBetaBinomial([1, 1], [2])).toThrow(RangeError);
  });

  test('the prior that made the data is recovered', () => {
    const random = seeded(11);
    const n = Array.from({ length: 400 }, () => 80);
    const k = n.map((trials) => random.binomial(trials, random.beta(12, 28)));
    const fit = fitted(k, n);
    near(fit.mean, 0.3, 0.012);
    nearRelative(fit.strength, 40, 0.25);
  });

  const units = fc.array(
    fc.integer({ min: 1, max: 300 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
    { minLength: 5, maxLength: 25 },
  );

  test('the fit beats its neighbours and does not depend on the order of units', () => {
    fc.assert(
      fc.property(units, (pairs) => {
        const k = pairs.map(([successes]) => successes);
        const n = pairs.map(([, trials]) => trials);
        const fit = fitted(k, n);
        const again = fitted([...k].reverse(), [...n].reverse());
        expect(again.verdict).toBe(fit.verdict);
        near(again.mean, fit.mean, 1e-5);
        if (fit.logLikelihood === null) return;
        near(again.logLikelihood, fit.logLikelihood, 1e-7 * (1 + Math.abs(fit.logLikelihood)));
        for (const [shift, scale] of [
          [1.05, 1],
          [0.95, 1],
          [1, 1.2],
          [1, 0.8],
        ] as const) {
          const strength = Math.min(1e6, Math.max(2, fit.strength * scale));
          const mean = Math.min(0.999999, fit.mean * shift);
          const other = betaBinomialLogLikelihood(k, n, mean * strength, (1 - mean) * strength);
          expect(other).toBeLessThanOrEqual(fit.logLikelihood + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('with the prior fixed, one more success never lowers the mean, which lies between prior and own rate', () => {
    const prior = fc.record({
      alpha: fc.double({ min: 0.1, max: 1e4, noNaN: true }),
      beta: fc.double({ min: 0.1, max: 1e4, noNaN: true }),
    });
    const trial = fc
      .integer({ min: 1, max: 1000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n - 1 }), fc.constant(n)));
    fc.assert(
      fc.property(prior, trial, (fit, [k, n]) => {
        const mean = posteriorMean(betaPosterior(fit, k, n));
        expect(posteriorMean(betaPosterior(fit, k + 1, n))).toBeGreaterThanOrEqual(mean);
        const own = k / n;
        const middle = fit.alpha / (fit.alpha + fit.beta);
        expect(mean).toBeGreaterThanOrEqual(Math.min(own, middle) - 1e-12);
        expect(mean).toBeLessThanOrEqual(Math.max(own, middle) + 1e-12);
      }),
    );
  });

  test('the homogeneity test of two equal halves is zero, and of one unit says nothing', () => {
    expect(homogeneity([5, 5], [10, 10])).toEqual({ chiSquare: 0, degrees: 1, p: 1 });
    expect(homogeneity([5], [10])).toEqual({ chiSquare: 0, degrees: 0, p: 1 });
  });

  test('the interval of a posterior holds its mean', () => {
    const posterior = betaPosterior({ alpha: 12, beta: 28 }, 20, 100);
    const { lower, upper } = posteriorInterval(posterior);
    expect(lower < posteriorMean(posterior) && posteriorMean(posterior) < upper).toBe(true);
  });
});
