/* Intervals for medians and ratios of sums by resampling the unit (rep, account or deal, never the event).
 * Source: percentile bootstrap, Efron (1979); 2,000 resamples. Many units have two quick forms that give what endless resamples would:
 * a ratio of more than `FEW` weighty units the saddlepoint form (a percent of the width, less than 2,000 resamples are off by), a quantile of more than
 * `LARGE` reads the order statistics at the ranks the bootstrap would reach (Efron and Tibshirani 1993, chapter 13). */
import { betaQuantile } from './distributions';
import type { Interval } from './intervals';
import { quantileSorted, sortedCopy } from './quantile';
import { seeded } from './random';
import { resampledRatioQuantile } from './saddlepoint';

/** Settings of a bootstrap. */
export interface BootstrapSettings {
  resamples?: number;
  level?: number;
  seed?: number;
}

const RESAMPLES = 2000;
const LARGE = 5000;
/** Units of equal weight above which a ratio is not resampled. */
const FEW = 100;

function percentiles(draws: readonly number[], wanted: number, level: number): Interval | null {
  // A statistic undefined in many resamples has no distribution to read limits from.
  if (draws.length < 0.9 * wanted) return null;
  const sorted = Float64Array.from(draws).sort();
  const lower = quantileSorted(sorted, (1 - level) / 2);
  const upper = quantileSorted(sorted, (1 + level) / 2);
  return lower === null || upper === null ? null : { lower, upper };
}

/** Limits of any statistic of resampled units; `statistic` gets the indices drawn and answers null where it is undefined.
 *  Null below two units or when more than a tenth of the resamples are undefined. Cost: `resamples` calls over `units` indices. */
export function bootstrap(
  units: number,
  statistic: (drawn: Int32Array) => number | null,
  { resamples = RESAMPLES, level = 0.95, seed }: BootstrapSettings = {},
): Interval | null {
  if (units < 2) return null;
  const uniforms = seed === undefined ? firstUniforms(units * resamples) : null;
  const random = seeded(seed);
  const drawn = new Int32Array(units);
  const values: number[] = [];
  for (let r = 0, at = 0; r < resamples; r++) {
    if (uniforms) for (let i = 0; i < units; i++) drawn[i] = Math.floor(uniforms[at++]! * units);
    else for (let i = 0; i < units; i++) drawn[i] = random.integer(units);
    const value = statistic(drawn);
    if (value !== null) values.push(value);
  }
  return percentiles(values, resamples, level);
}

/** Limits of the quantile `p` (median by default) of one value a unit; null below two units. */
export function bootstrapQuantile(
  values: ArrayLike<number>,
  p = 0.5,
  settings: BootstrapSettings = {},
): Interval | null {
  const sorted = sortedCopy(values);
  if (sorted.length > LARGE) return rankLimits(sorted, p, settings.level ?? 0.95);
  // Resampling ranks of sorted values turns the sort of each resample into a sort of whole numbers.
  return bootstrap(
    sorted.length,
    (drawn) => {
      const ranks = drawn.slice().sort();
      const position = (ranks.length - 1) * p;
      const low = Math.floor(position);
      const below = sorted[ranks[low]!]!;
      return position === low ? below : below + (position - low) * (sorted[ranks[low + 1]!]! - below);
    },
    settings,
  );
}

function rankLimits(sorted: Float64Array, p: number, level: number): Interval {
  const n = sorted.length;
  const rank = 1 + (n - 1) * p;
  const at = (tail: number): number => {
    const share = betaQuantile(tail, rank, n - rank + 1);
    return sorted[Math.min(n - 1, Math.max(0, Math.ceil(n * share) - 1))]!;
  };
  return { lower: at((1 - level) / 2), upper: at((1 + level) / 2) };
}

/** Limits of `Σ numerators / Σ denominators`, one pair a unit; null below two units or when the denominators vanish. */
export function bootstrapRatio(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  settings: BootstrapSettings = {},
): Interval | null {
  if (numerators.length !== denominators.length) throw new RangeError('a ratio needs one denominator a numerator');
  const [tops, bottoms] = [new Float64Array(numerators), new Float64Array(denominators)];
  const smooth = weightyUnits(bottoms) > FEW ? smoothLimits(tops, bottoms, settings.level ?? 0.95) : null;
  return (
    smooth ??
    bootstrap(
      tops.length,
      (drawn) => {
        let top = 0;
        let bottom = 0;
        for (const i of drawn) {
          top += tops[i]!;
          bottom += bottoms[i]!;
        }
        return bottom === 0 ? null : top / bottom;
      },
      settings,
    )
  );
}

/** Most draws that are kept, 16 MB: those of a thousand units. */
const mostKept = 2 ** 21;

let kept = new Float64Array(0);

// The stream of the usual seed begins alike for all who draw from it; null for more of it than is kept.
function firstUniforms(count: number): Float64Array | null {
  if (count > mostKept) return null;
  if (kept.length < count) {
    const random = seeded();
    kept = new Float64Array(Math.min(mostKept, 2 * count));
    for (let at = 0; at < kept.length; at++) kept[at] = random.uniform();
  }
  return kept;
}

/** How many units of equal weight would weigh as much as these do: few where some carry all. */
function weightyUnits(weights: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (const weight of weights) {
    if (weight < 0) return 0;
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? (sum * sum) / squares : 0;
}

function smoothLimits(tops: Float64Array, bottoms: Float64Array, level: number): Interval | null {
  const lower = resampledRatioQuantile(tops, bottoms, (1 - level) / 2);
  const upper = resampledRatioQuantile(tops, bottoms, (1 + level) / 2);
  return lower === null || upper === null ? null : { lower, upper };
}
