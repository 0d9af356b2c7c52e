/* Quantiles of the resampled ratio of two sums without resampling.
 * Source: Davison and Hinkley (1988), saddlepoint approximations in resampling methods; tail area in the form of Barndorff-Nielsen (1986). */
import { normalQuantile } from './distributions';

const mostSteps = 60;

/** Quantile `p` of `Σ tops / Σ bottoms` over resamples of the pairs, one a unit; bottoms are not negative.
 *  Null where that distribution has no such smooth form: the pairs of a handful of units carry all the weight, or no two of them differ in sign about the ratio. */
export function resampledRatioQuantile(tops: Float64Array, bottoms: Float64Array, p: number): number | null {
  const [top, bottom] = [sum(tops), sum(bottoms)];
  const ratio = top / bottom;
  const spread = Math.sqrt(tops.reduce((total, each, i) => total + (each - ratio * bottoms[i]!) ** 2, 0));
  if (!(bottom > 0)) return null;
  if (spread <= 1e-12 * Math.abs(top)) return ratio;
  const wanted = normalQuantile(p);
  const step = spread / bottom;
  const unit = spread / Math.sqrt(tops.length);
  const off = (at: number): number | null => {
    const root = signedRoot(tops.map((each, i) => (each - at * bottoms[i]!) / unit));
    return root === null ? null : root - wanted;
  };
  // Regula falsi in secant form; the normal limit is so near that a few steps do.
  let [before, at] = [ratio + 0.9 * wanted * step, ratio + wanted * step];
  let [missed, miss] = [off(before), off(at)];
  for (let i = 0; i < mostSteps; i++) {
    if (missed === null || miss === null) return null;
    if (Math.abs(miss) < 1e-7) return at;
    if (miss === missed) return null;
    const next = at - (miss * (at - before)) / (miss - missed);
    [before, missed] = [at, miss];
    at = next;
    miss = off(at);
  }
  return null;
}

// r*: what the normal distribution puts at the chance that a resampled sum of these values is at most zero. Null where all have one sign.
function signedRoot(values: Float64Array): number | null {
  const n = values.length;
  let tilt = 0;
  for (let i = 0; i < mostSteps; i++) {
    let [mass, first, second] = [0, 0, 0];
    for (const value of values) {
      const weight = Math.exp(tilt * value);
      mass += weight;
      first += value * weight;
      second += value * value * weight;
    }
    if (!Number.isFinite(mass) || !(second > 0)) return null;
    const step = first / second;
    if (Math.abs(step) < 1e-10) {
      const w = Math.sign(tilt) * Math.sqrt(Math.max(0, -2 * n * Math.log(mass / n)));
      const u = tilt * Math.sqrt((n * second) / mass);
      return w === 0 || u === 0 ? null : w + Math.log(u / w) / w;
    }
    tilt -= step;
  }
  return null;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
