/* How likely one mean lies above another, by resampling the values of both.
 * Source: bootstrap of two means, Efron (1979), as endless resamples would give it: Edgeworth expansion with the third cumulant, Hall (1992),
 * The Bootstrap and Edgeworth Expansion, 2.4. Limits: ten values a side; within 0.01 of 2,000 drawn resamples, which are off by as much. */
import { normalCdf } from './distributions';

/** Sums of the powers of values: how many, themselves, their squares, their cubes. */
export interface Powers {
  n: number;
  sum: number;
  squares: number;
  cubes: number;
}

/** Cumulants of the mean of a resample. */
function resampled({ n, sum, squares, cubes }: Powers): { mean: number; variance: number; third: number } {
  const mean = sum / n;
  const variance = Math.max(0, squares / n - mean ** 2);
  const third = cubes / n - (3 * mean * squares) / n + 2 * mean ** 3;
  return { mean, variance: variance / n, third: third / n ** 2 };
}

/** Share of resamples in which the mean of `after` exceeds that of `before`, a tie counting half; null where either holds fewer than `fewest` values. */
export function meanRiseProbability(before: Powers, after: Powers, fewest = 10): number | null {
  if (before.n < fewest || after.n < fewest) return null;
  const [from, to] = [resampled(before), resampled(after)];
  const rise = to.mean - from.mean;
  const variance = from.variance + to.variance;
  // Equal values leave nothing to resample but the rounding of their sums.
  if (variance <= 1e-12 * (from.mean ** 2 + to.mean ** 2)) return Math.abs(rise) < 1e-9 ? 0.5 : Number(rise > 0);
  const z = rise / Math.sqrt(variance);
  const skew = (to.third - from.third) / variance ** 1.5;
  const density = Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);
  return Math.min(1, Math.max(0, normalCdf(z) + (skew / 6) * (z ** 2 - 1) * density));
}
