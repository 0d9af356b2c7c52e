/* Who was still under observation when something ended.
 * Source: counting-process form of survival data, Andersen and Gill (1982): a unit is at risk in (entry, time]; one observed from its
 * start is at risk from 0 inclusive, so lives of zero length count. Sorting columns apart keeps a million units to three native sorts. */

/** Lives: how long each unit was observed, whether it ended (1) or was still going on (0), and when it came under observation. */
export interface Lifetimes {
  time: ArrayLike<number>;
  event: ArrayLike<number>;
  /** Age at which observation began; absent or 0 means from the start. */
  entry?: ArrayLike<number>;
}

/** Answers how many units are at risk at an instant. */
export type AtRisk = (time: number) => number;

/** Number of sorted values below `limit`. */
function countBelow(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Units whose observation is not empty: those from the start, or entering before they left. */
export function observed({ time, event, entry }: Lifetimes): number[] {
  if (time.length !== event.length) throw new RangeError(`${time.length} times but ${event.length} events`);
  const kept: number[] = [];
  for (let i = 0; i < time.length; i++) {
    if (!(time[i]! >= 0)) throw new RangeError(`a life cannot last ${time[i]}`);
    const from = entry?.[i] ?? 0;
    if (from <= 0 || from < time[i]!) kept.push(i);
  }
  return kept;
}

/** Risk set of the units listed. */
export function riskSet(lives: Lifetimes, units: readonly number[]): AtRisk {
  const exits = Float64Array.from(units, (i) => lives.time[i]!).sort();
  const late = units.filter((i) => (lives.entry?.[i] ?? 0) > 0);
  const entries = Float64Array.from(late, (i) => lives.entry![i]!).sort();
  const fromStart = units.length - late.length;
  return (time) => fromStart + countBelow(entries, time) - countBelow(exits, time);
}

/** Sorted times of the units listed that ended as `cause` (any end when absent). */
export function endTimes(lives: Lifetimes, units: readonly number[], cause?: number): Float64Array {
  const ended = units.filter((i) => (cause === undefined ? lives.event[i]! > 0 : lives.event[i] === cause));
  return Float64Array.from(ended, (i) => lives.time[i]!).sort();
}

/** The distinct values of a sorted list. */
export function distinct(sorted: Float64Array): Float64Array {
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}

/** How often each of the distinct values occurs in a sorted list that holds no others. */
export function occurrences(sorted: Float64Array, values: Float64Array): Float64Array {
  const counts = new Float64Array(values.length);
  let at = 0;
  for (const value of sorted) {
    while (at < values.length && values[at]! < value) at++;
    counts[at]! += 1;
  }
  return counts;
}
