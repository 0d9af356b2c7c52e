/* Quantiles of the resampled ratio of two sums without resampling.
 * Source: Davison and Hinkley (1988), saddlepoint approximations in resampling methods; tail area in the form of Barndorff-Nielsen (1986). */
import { normalQuantile } from './distributions';

const mostSteps = 60;

/** Where the search stands: a ratio, and the tilt under which resamples have it on average. */
interface Place {
  readonly at: number;
  readonly tilt: number;
}

/** What one pass over the units tells of a place. */
interface Look {
  /** r*: what the normal distribution puts at the chance that a resampled ratio is at most `at`. */
  readonly root: number;
  /** How far the tilt is from the one that belongs to `at`. */
  readonly off: number;
  /** How r* and the tilt change with `at`. */
  readonly rootSlope: number;
  readonly tiltSlope: number;
}

/** Quantile `p` of `Σ tops / Σ bottoms` over resamples of the pairs, one a unit; bottoms are not negative.
 *  Null where that distribution has no such smooth form: the pairs of a handful of units carry all the weight, or no two of them differ in sign about the ratio. */
export function resampledRatioQuantile(tops: Float64Array, bottoms: Float64Array, p: number): number | null {
  const n = tops.length;
  const [top, bottom] = [sum(tops), sum(bottoms)];
  if (!(bottom > 0)) return null;
  const ratio = top / bottom;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (tops[i]! - ratio * bottoms[i]!) ** 2;
  const spread = Math.sqrt(squares);
  if (spread <= 1e-12 * Math.abs(top)) return ratio;
  const wanted = normalQuantile(p);
  const unit = spread / Math.sqrt(n);
  // The normal limit is so near that a few steps of Newton, ratio and tilt at once, do.
  let place: Place = { at: ratio + (wanted * spread) / bottom, tilt: wanted / Math.sqrt(n) };
  for (let i = 0; i < mostSteps; i++) {
    const look = lookAt(place, tops, bottoms, unit);
    if (look === null) return null;
    const miss = look.root - wanted;
    // Far from the tilt that belongs to a ratio its r* is not to be trusted, and the tilt comes first.
    const step = Math.abs(look.off) > Math.abs(place.tilt) / 4 ? 0 : -miss / look.rootSlope;
    // A step leaves a hundredth of what was missed, or less.
    if (Math.abs(miss) < 1e-6 && Math.abs(look.off) < 1e-6 * Math.abs(place.tilt)) return place.at + step;
    const tilt = place.tilt + look.off + look.tiltSlope * step;
    // Every tilt has the sign of the first: at none there is no r*.
    place = { at: place.at + step, tilt: tilt / place.tilt > 0.5 ? tilt : place.tilt / 2 };
  }
  return null;
}

// With x = (top - at * bottom) / unit: sums of e^(tilt x) times 1, x, x^2, and of the bottoms times 1 and x. Null where all x have one sign.
function lookAt({ at, tilt }: Place, tops: Float64Array, bottoms: Float64Array, unit: number): Look | null {
  const n = tops.length;
  let [mass, first, second, weight, moved] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const bottom = bottoms[i]!;
    const x = (tops[i]! - at * bottom) / unit;
    const e = Math.exp(tilt * x);
    const tilted = x * e;
    mass += e;
    first += tilted;
    second += x * tilted;
    weight += bottom * e;
    moved += bottom * tilted;
  }
  if (!Number.isFinite(mass) || !(second > 0)) return null;
  const off = -first / second;
  const least = mass + (first * off) / 2;
  const w = Math.sign(tilt) * Math.sqrt(Math.max(0, -2 * n * Math.log(least / n)));
  const u = (tilt + off) * Math.sqrt((n * second) / least);
  if (w === 0) return null;
  return {
    root: w + Math.log(u / w) / w,
    off,
    rootSlope: (n * tilt * weight) / (w * least * unit),
    tiltSlope: (weight + tilt * moved) / (unit * second),
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
