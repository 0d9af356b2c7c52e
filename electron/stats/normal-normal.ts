/* Shrinking means (log deal value) toward their common level.
 * Source: DerSimonian and Laird (1986), method-of-moments variance between units, pooled variance within; one-way F test for whether units
 * differ. Limits: the uncertainty of the two variances is not carried into the posteriors. */
import type { Verdict } from './beta-binomial';
import { fTail } from './distributions';
import type { Summary } from './intervals';
import type { Posterior } from './posterior';

/** Common level of the units and how far they spread around it. */
export interface NormalFit {
  mean: number;
  /** Variance between units; 0 means full pooling. */
  between: number;
  /** Pooled variance of one value within a unit. */
  within: number;
  f: number | null;
  p: number;
  units: number;
  verdict: Verdict;
}

const ALIKE_ABOVE = 0.1;
const FEWEST_UNITS = 5;

/** Level, spread and verdict of units given by count, mean and sample variance; units without values are left out.
 *  Null when no unit has two values, for then nothing is known of the variance. Fewer than 5 units: verdict `too_few`. */
export function fitNormal(summaries: readonly Summary[]): NormalFit | null {
  const units = summaries.filter(({ n }) => n > 0);
  const values = units.reduce((sum, { n }) => sum + n, 0);
  const freedom = values - units.length;
  if (!(freedom > 0)) return null;
  const within = units.reduce((sum, { n, variance }) => sum + (n - 1) * variance, 0) / freedom;
  const grand = units.reduce((sum, { n, mean }) => sum + n * mean, 0) / values;
  const squares = units.reduce((sum, { n, mean }) => sum + n * (mean - grand) ** 2, 0);
  const spare = values - units.reduce((sum, { n }) => sum + n * n, 0) / values;
  const degrees = units.length - 1;
  const between = spare > 0 ? Math.max(0, (squares - degrees * within) / spare) : 0;
  const f = degrees > 0 && within > 0 ? squares / degrees / within : null;
  const p = f === null ? Number(!(within === 0 && squares > 0)) : fTail(f, degrees, freedom);
  const alike = between === 0 || p > ALIKE_ABOVE;
  const verdict = units.length < FEWEST_UNITS ? 'too_few' : alike ? 'no_difference' : 'differs';
  return { mean: weightedMean(units, between, within), between, within, f, p, units: units.length, verdict };
}

/** Mean with each unit weighted by the inverse of its total variance. */
function weightedMean(units: readonly Summary[], between: number, within: number): number {
  const weights = units.map(({ n }) => (between + within > 0 ? 1 / (between + within / n) : n));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return units.reduce((sum, { mean }, i) => sum + weights[i]! * mean, 0) / total;
}

/** What is believed of a unit with `n` values of mean `mean`; the common level when it has none. */
export function normalPosterior(
  fit: Pick<NormalFit, 'mean' | 'between' | 'within'>,
  n: number,
  mean: number,
): Posterior {
  if (n === 0 || fit.between === 0) return { family: 'normal', mean: fit.mean, sd: Math.sqrt(fit.between) };
  const own = fit.within / n;
  const trust = fit.between / (fit.between + own);
  return { family: 'normal', mean: fit.mean + trust * (mean - fit.mean), sd: Math.sqrt(trust * own) };
}
