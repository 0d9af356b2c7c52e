/* Shrinking many small success rates toward their common level, and telling whether they differ at all.
 * Source: beta-binomial maximum likelihood, Griffiths (1973); empirical Bayes after Efron and Morris (1975); homogeneity by Pearson's
 * chi-square. Limits: the prior's own uncertainty is not carried into the posteriors, hence the verdict that goes with every fit. */
import { minimiseFromStarts, type SmoothFunction } from './bfgs';
import { chiSquareTail } from './distributions';
import type { Posterior } from './posterior';
import { digammaRise, lnRising } from './special';

/** Whether the units differ by more than chance: `too_few` means fewer than 5 units, so nothing was fitted. */
export type Verdict = 'differs' | 'no_difference' | 'too_few';

/** Pearson's test that all units share one rate. */
export interface Homogeneity {
  chiSquare: number;
  degrees: number;
  p: number;
}

/** A fitted prior Beta(alpha, beta) with the evidence that units differ. */
export interface BetaBinomialFit extends Homogeneity {
  alpha: number;
  beta: number;
  /** Prior mean, alpha / (alpha + beta). */
  mean: number;
  /** Prior strength in trials, alpha + beta; 2 to 1e6. */
  strength: number;
  /** Without binomial coefficients; null when nothing was fitted. */
  logLikelihood: number | null;
  units: number;
  verdict: Verdict;
}

const WEAKEST = 2;
const STRONGEST = 1e6;
const STILL_RISING = 1e4;
const ALIKE_ABOVE = 0.1;
const FEWEST_UNITS = 5;
const POOLED_STRENGTH = 20;

interface Units {
  k: Float64Array;
  n: Float64Array;
  successes: number;
  trials: number;
}

function withTrials(k: ArrayLike<number>, n: ArrayLike<number>): Units {
  if (k.length !== n.length) throw new RangeError(`${k.length} successes but ${n.length} trials`);
  const kept = Array.from(n, (_, i) => i).filter((i) => n[i]! > 0);
  for (const i of kept) if (!(k[i]! >= 0 && k[i]! <= n[i]!)) throw new RangeError(`${k[i]} successes of ${n[i]}`);
  const units = { k: Float64Array.from(kept, (i) => k[i]!), n: Float64Array.from(kept, (i) => n[i]!) };
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  return { ...units, successes: sum(units.k), trials: sum(units.n) };
}

/** Test that all units share the pooled rate; p is 1 for fewer than two units or when all trials ended alike. */
export function homogeneity(k: ArrayLike<number>, n: ArrayLike<number>): Homogeneity {
  return homogeneityOf(withTrials(k, n));
}

function homogeneityOf({ k, n, successes, trials }: Units): Homogeneity {
  const degrees = Math.max(0, k.length - 1);
  const pooled = successes / trials;
  if (degrees === 0 || !(pooled > 0 && pooled < 1)) return { chiSquare: 0, degrees, p: 1 };
  let chiSquare = 0;
  for (let i = 0; i < k.length; i++) chiSquare += (k[i]! - n[i]! * pooled) ** 2 / (n[i]! * pooled * (1 - pooled));
  return { chiSquare, degrees, p: chiSquareTail(chiSquare, degrees) };
}

/** Log-likelihood of Beta(alpha, beta), binomial coefficients left out. */
export function betaBinomialLogLikelihood(
  k: ArrayLike<number>,
  n: ArrayLike<number>,
  alpha: number,
  beta: number,
): number {
  let sum = 0;
  for (let i = 0; i < k.length; i++) {
    sum += lnRising(alpha, k[i]!) + lnRising(beta, n[i]! - k[i]!) - lnRising(alpha + beta, n[i]!);
  }
  return sum;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const SPAN = Math.log(STRONGEST / WEAKEST);
const strengthOf = (u: number): number => WEAKEST * Math.exp(SPAN * logistic(u));
const positionOf = (strength: number): number => {
  const share = Math.log(strength / WEAKEST) / SPAN;
  return Math.log(share / (1 - share));
};

/** Minus the log-likelihood over (logit mean, position of ln strength between its bounds). */
function objective({ k, n }: Units): SmoothFunction {
  return (x, gradient) => {
    const mean = logistic(x[0]!);
    const strength = strengthOf(x[1]!);
    const alpha = mean * strength;
    const beta = strength - alpha;
    let byAlpha = 0;
    let byBeta = 0;
    for (let i = 0; i < k.length; i++) {
      const all = digammaRise(strength, n[i]!);
      byAlpha += digammaRise(alpha, k[i]!) - all;
      byBeta += digammaRise(beta, n[i]! - k[i]!) - all;
    }
    const share = logistic(x[1]!);
    gradient[0] = -mean * (1 - mean) * strength * (byAlpha - byBeta);
    gradient[1] = -(alpha * byAlpha + beta * byBeta) * SPAN * share * (1 - share);
    return -betaBinomialLogLikelihood(k, n, alpha, beta);
  };
}

function prior(mean: number, strength: number): Pick<BetaBinomialFit, 'alpha' | 'beta' | 'mean' | 'strength'> {
  return { alpha: mean * strength, beta: (1 - mean) * strength, mean, strength };
}

function maximumLikelihood(units: Units): { mean: number; strength: number; logLikelihood: number } {
  const pooled = units.successes / units.trials;
  const logit = Math.log(pooled / (1 - pooled));
  const starts = [20, 300, 5000].map((strength) => [logit, positionOf(strength)]);
  const found = minimiseFromStarts(objective(units), starts, { tolerance: 1e-11 });
  const edge = betaBinomialLogLikelihood(units.k, units.n, pooled * STRONGEST, (1 - pooled) * STRONGEST);
  if (edge >= -found.value - 1e-9) return { mean: pooled, strength: STRONGEST, logLikelihood: edge };
  return { mean: logistic(found.x[0]!), strength: strengthOf(found.x[1]!), logLikelihood: -found.value };
}

/** Prior and verdict for units with `k` successes of `n` trials (fractions allowed); null when no unit has a trial.
 *  Fewer than 5 units with trials: strength 20 at the pooled rate, verdict `too_few`. Throws when k lies outside 0..n. */
export function fitBetaBinomial(k: ArrayLike<number>, n: ArrayLike<number>): BetaBinomialFit | null {
  const units = withTrials(k, n);
  if (units.trials === 0) return null;
  const test = homogeneityOf(units);
  const pooled = units.successes / units.trials;
  // A pooled rate of 0 or 1 has no maximum inside; half a success a side keeps the prior proper.
  const inside = pooled > 0 && pooled < 1;
  const safe = inside ? pooled : (units.successes + 0.5) / (units.trials + 1);
  const shared = { ...test, units: units.k.length };
  if (shared.units < FEWEST_UNITS) {
    return { ...shared, ...prior(safe, POOLED_STRENGTH), logLikelihood: null, verdict: 'too_few' };
  }
  if (!inside) {
    const strength = Math.min(STRONGEST, Math.max(WEAKEST, units.trials));
    return { ...shared, ...prior(safe, strength), logLikelihood: null, verdict: 'no_difference' };
  }
  const { mean, strength, logLikelihood } = maximumLikelihood(units);
  const alike = strength >= STILL_RISING || test.p > ALIKE_ABOVE;
  return { ...shared, ...prior(mean, strength), logLikelihood, verdict: alike ? 'no_difference' : 'differs' };
}

/** What is believed of a unit with `k` successes of `n` trials (fractions allowed) under a fitted prior. */
export function betaPosterior(fit: Pick<BetaBinomialFit, 'alpha' | 'beta'>, k: number, n: number): Posterior {
  return { family: 'beta', a: fit.alpha + k, b: fit.beta + n - k };
}
