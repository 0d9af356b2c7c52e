/* Sample quantiles by linear interpolation between order statistics.
 * Source: Hyndman and Fan (1996), type 7: the rule of R's default and DuckDB's quantile_cont. */

function at(sorted: ArrayLike<number>, index: number): number {
  const value = sorted[index];
  if (value === undefined) throw new RangeError(`no order statistic ${index} among ${sorted.length}`);
  return value;
}

/** Quantile `p` of values already in ascending order; null when there are none. */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile must lie in 0..1, got ${p}`);
  if (sorted.length === 0) return null;
  const position = (sorted.length - 1) * p;
  const low = Math.floor(position);
  const below = at(sorted, low);
  const part = position - low;
  return part === 0 ? below : below + part * (at(sorted, low + 1) - below);
}

/** Ascending copy of the values, as doubles. */
export function sortedCopy(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/** Quantile `p` of values in any order; null when there are none. Cost: a sort. */
export function quantile(values: ArrayLike<number>, p: number): number | null {
  return quantileSorted(sortedCopy(values), p);
}

/** Middle value, or the mean of the two middle ones; null when there are none. */
export function median(values: ArrayLike<number>): number | null {
  return quantile(values, 0.5);
}

/** The same as the database's `quantile_cont` gives it, to the last bit. */
export function quantileCont(sorted: ArrayLike<number>, p: number): number | null {
  return quantileContOf(sorted.length, (index) => at(sorted, index), p);
}

/** The same of so many values, of which the one at each place in ascending order is asked for. */
export function quantileContOf(length: number, valueAt: (index: number) => number, p: number): number | null {
  if (length === 0) return null;
  const position = (length - 1) * p;
  const low = Math.floor(position);
  const part = position - low;
  return part === 0 ? valueAt(low) : valueAt(low) * (1 - part) + valueAt(low + 1) * part;
}
