/* How evenly an amount is spread over people.
 * Source: Gini (1914), Lorenz (1905); small-sample factor n/(n-1) after Deltas (2003). Negative amounts (claw-backs) do not belong inside:
 * `spread` sets them apart. */
import { sortedCopy } from './quantile';

/** Measures of spread; null ones cannot be said because nothing was paid. */
export interface Spread {
  gini: number | null;
  /** Gini times n/(n-1); null below two values. */
  smallSample: number | null;
  /** Share of the total held by the top fifth. */
  topFifth: number | null;
  /** Number of amounts that are zero or more. */
  n: number;
  /** Amounts below zero, left out of the measures. */
  negative: number[];
}

function requireNoNegative(sorted: Float64Array): void {
  if (sorted.length > 0 && !(sorted[0]! >= 0))
    throw new RangeError(`a negative amount (${sorted[0]}) has no place in a spread`);
}

/** Gini coefficient, 0 (all equal) to (n-1)/n (one has all); null for no values or all zero. Throws on a negative value. */
export function gini(values: ArrayLike<number>): number | null {
  const sorted = sortedCopy(values);
  requireNoNegative(sorted);
  const n = sorted.length;
  let total = 0;
  let weighted = 0;
  sorted.forEach((value, i) => {
    total += value;
    weighted += (2 * (i + 1) - n - 1) * value;
  });
  return total > 0 ? Math.max(0, weighted / (n * total)) : null;
}

/** Small-sample Gini, `gini · n/(n-1)`; null below two values or when all are zero. */
export function giniSmallSample(values: ArrayLike<number>): number | null {
  return smallSampleOf(gini(values), values.length);
}

function smallSampleOf(plain: number | null, n: number): number | null {
  return plain === null || n < 2 ? null : (plain * n) / (n - 1);
}

/** Lorenz curve: points (share of people, share of amount) from (0, 0) to (1, 1), poorest first; null for no values or all zero. */
export function lorenz(values: ArrayLike<number>): { people: Float64Array; amount: Float64Array } | null {
  const sorted = sortedCopy(values);
  requireNoNegative(sorted);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return null;
  const people = Float64Array.from({ length: sorted.length + 1 }, (_, i) => i / sorted.length);
  const amount = new Float64Array(sorted.length + 1);
  let held = 0;
  sorted.forEach((value, i) => {
    held += value;
    amount[i + 1] = held / total;
  });
  amount[sorted.length] = 1;
  return { people, amount };
}

/** Share of the amount held by the top `share` of people, linear between the points of the Lorenz curve; null as `lorenz`. */
export function topShare(values: ArrayLike<number>, share = 0.2): number | null {
  const curve = lorenz(values);
  if (curve === null) return null;
  const last = curve.amount.length - 1;
  const position = (1 - share) * last;
  const low = Math.min(last - 1, Math.floor(position + 1e-9));
  const below = curve.amount[low]!;
  return 1 - (below + Math.max(0, position - low) * (curve.amount[low + 1]! - below));
}

/** Gini, small-sample Gini and top-fifth share of the amounts that are not negative, with the negative ones listed. */
export function spread(values: ArrayLike<number>): Spread {
  const all = new Float64Array(values);
  const inside = all.filter((value) => value >= 0).sort();
  const plain = gini(inside);
  return {
    gini: plain,
    smallSample: smallSampleOf(plain, inside.length),
    topFifth: topShare(inside),
    n: inside.length,
    negative: Array.from(all.filter((value) => value < 0)),
  };
}
