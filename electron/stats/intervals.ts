/* Intervals for one proportion, two proportions, means and counts.
 * Sources: Wilson (1927); Newcombe (1998), difference method 10; Welch (1947) with Satterthwaite's degrees of freedom; Garwood (1936).
 * Limits: Wilson and Newcombe are approximate (mean coverage near the level, single rates may dip to about 0.92 at tiny n). */
import { gammaQuantile, tCdf, tQuantile, zOf } from './distributions';

/** Lower and upper limit, in the unit of the value. */
export interface Interval {
  lower: number;
  upper: number;
}

/** A difference with its limits. */
export interface Difference extends Interval {
  difference: number;
}

/** A difference of means with what its test needs. */
export interface MeanDifference extends Difference {
  standardError: number;
  degrees: number;
  p: number;
}

/** Count, mean and sample variance of a list. */
export interface Summary {
  n: number;
  mean: number;
  variance: number;
}

function requireShare(k: number, n: number): void {
  if (!(k >= 0 && k <= n)) throw new RangeError(`successes must lie in 0..n, got ${k} of ${n}`);
}

/** Wilson limits of the proportion k/n, ratio 0 to 1; fractions of a trial are allowed.
 *  Null when `n` is 0. Lower is exactly 0 at k = 0, upper exactly 1 at k = n. Throws when k lies outside 0..n. */
export function wilson(k: number, n: number, level = 0.95): Interval | null {
  requireShare(k, n);
  if (n === 0) return null;
  const z = zOf(level);
  const p = k / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  return { lower: k === 0 ? 0 : Math.max(0, centre - half), upper: k === n ? 1 : Math.min(1, centre + half) };
}

/** Difference k1/n1 - k2/n2 with Newcombe's limits; null when either side has no trials. */
export function newcombe(k1: number, n1: number, k2: number, n2: number, level = 0.95): Difference | null {
  const first = wilson(k1, n1, level);
  const second = wilson(k2, n2, level);
  if (first === null || second === null) return null;
  const p1 = k1 / n1;
  const p2 = k2 / n2;
  const difference = p1 - p2;
  return {
    difference,
    lower: difference - Math.hypot(p1 - first.lower, second.upper - p2),
    upper: difference + Math.hypot(first.upper - p1, p2 - second.lower),
  };
}

/** Count, mean and sample variance (n - 1) by Welford's updating; variance is 0 below two values. */
export function summarise(values: ArrayLike<number>): Summary {
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const step = value - mean;
    mean += step / (i + 1);
    squares += step * (value - mean);
  }
  return { n: values.length, mean, variance: values.length > 1 ? squares / (values.length - 1) : 0 };
}

/** Mean of the values with Student's limits; null below two values. */
export function meanInterval(values: ArrayLike<number>, level = 0.95): (Interval & { mean: number }) | null {
  const { n, mean, variance } = summarise(values);
  if (n < 2) return null;
  const half = tQuantile(0.5 + level / 2, n - 1) * Math.sqrt(variance / n);
  return { mean, lower: mean - half, upper: mean + half };
}

/** Difference of means, first minus second, with Welch's limits and two-sided p; null when either side has fewer than two values. */
export function welch(first: ArrayLike<number>, second: ArrayLike<number>, level = 0.95): MeanDifference | null {
  return welchFromSummaries(summarise(first), summarise(second), level);
}

/** `welch` from counts, means and variances, as a query can give them. */
export function welchFromSummaries(first: Summary, second: Summary, level = 0.95): MeanDifference | null {
  if (first.n < 2 || second.n < 2) return null;
  const difference = first.mean - second.mean;
  const part1 = first.variance / first.n;
  const part2 = second.variance / second.n;
  const standardError = Math.sqrt(part1 + part2);
  if (standardError === 0) {
    const degrees = first.n + second.n - 2;
    return { difference, lower: difference, upper: difference, standardError, degrees, p: difference === 0 ? 1 : 0 };
  }
  const degrees = (part1 + part2) ** 2 / (part1 ** 2 / (first.n - 1) + part2 ** 2 / (second.n - 1));
  const half = tQuantile(0.5 + level / 2, degrees) * standardError;
  const p = 2 * tCdf(-Math.abs(difference) / standardError, degrees);
  return { difference, lower: difference - half, upper: difference + half, standardError, degrees, p };
}

/** Exact Poisson limits of a rate: `count` events over `exposure`, events per unit of exposure.
 *  Null when the exposure is 0; lower is exactly 0 for no events. */
export function poissonInterval(count: number, exposure = 1, level = 0.95): Interval | null {
  if (!(count >= 0) || !(exposure >= 0)) throw new RangeError(`counts are not negative, got ${count} over ${exposure}`);
  if (exposure === 0) return null;
  const tail = (1 - level) / 2;
  return {
    lower: count === 0 ? 0 : gammaQuantile(tail, count) / exposure,
    upper: gammaQuantile(1 - tail, count + 1) / exposure,
  };
}
