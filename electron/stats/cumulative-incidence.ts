/* The share that has ended in each way by a given age, when one end rules out the others (won, lost, no decision).
 * Sources: Aalen and Johansen (1978); variance of Marubini and Valsecchi (1995, formula 10.12); limits symmetric on the log-log scale.
 * Treating the other ends as censoring would overstate each of them. */
import { zOf } from './distributions';
import { distinct, endTimes, observed, occurrences, riskSet, type Lifetimes } from './risk-set';

/** Steps of the curves, one per distinct time at which something ended. `incidence[c]` belongs to cause c + 1. */
export interface IncidenceCurves {
  time: Float64Array;
  atRisk: Float64Array;
  /** Ends of each cause at each time. */
  events: Float64Array[];
  /** Share ended by each cause; with `free` they sum to 1. */
  incidence: Float64Array[];
  /** Share not ended in any way. */
  free: Float64Array;
  n: number;
}

/** A share with its limits; limits are null when there is no variance to build them from. */
export interface Incidence {
  value: number;
  standardError: number;
  lower: number | null;
  upper: number | null;
}

/** Incidence curves of `causes` ends; `event` holds 0 for still open, else the cause 1, 2, ... Throws on a cause beyond `causes`. */
export function cumulativeIncidence(lives: Lifetimes, causes: number): IncidenceCurves {
  const units = observed(lives);
  for (const i of units)
    if (!(lives.event[i]! <= causes)) throw new RangeError(`no cause ${lives.event[i]} among ${causes}`);
  const time = distinct(endTimes(lives, units));
  const atRisk = time.map(riskSet(lives, units));
  const events = Array.from({ length: causes }, (_, c) => occurrences(endTimes(lives, units, c + 1), time));
  const incidence = events.map(() => new Float64Array(time.length));
  const free = new Float64Array(time.length);
  const reached = new Float64Array(causes);
  let left = 1;
  for (let i = 0; i < time.length; i++) {
    let ended = 0;
    events.forEach((counts, c) => {
      reached[c]! += (left * counts[i]!) / atRisk[i]!;
      incidence[c]![i] = reached[c]!;
      ended += counts[i]!;
    });
    left *= 1 - ended / atRisk[i]!;
    free[i] = left;
  }
  return { time, atRisk, events, incidence, free, n: units.length };
}

function variance(curves: IncidenceCurves, cause: number, last: number): number {
  const own = curves.events[cause - 1]!;
  const reached = curves.incidence[cause - 1]!;
  const end = reached[last]!;
  let sum = 0;
  for (let i = 0; i <= last; i++) {
    const n = curves.atRisk[i]!;
    const d = own[i]!;
    const all = curves.events.reduce((total, counts) => total + counts[i]!, 0);
    const before = i === 0 ? 1 : curves.free[i - 1]!;
    const rest = end - reached[i]!;
    if (n > all) sum += (rest * rest * all) / (n * (n - all));
    sum += (before * before * d * (n - d)) / (n * n * n) - (2 * rest * before * d) / (n * n);
  }
  return Math.max(0, sum);
}

/** Share ended by `cause` (1, 2, ...) at age `time`, ratio 0 to 1, with limits. Cost: one pass over the steps up to `time`. */
export function incidenceAt(curves: IncidenceCurves, cause: number, time: number, level = 0.95): Incidence {
  const values = curves.incidence[cause - 1];
  if (values === undefined) throw new RangeError(`no cause ${cause}`);
  let last = curves.time.findIndex((step) => step > time);
  last = (last === -1 ? curves.time.length : last) - 1;
  if (last < 0) return { value: 0, standardError: 0, lower: null, upper: null };
  const value = values[last]!;
  const standardError = Math.sqrt(variance(curves, cause, last));
  if (!(value > 0 && value < 1 && standardError > 0)) return { value, standardError, lower: null, upper: null };
  const stretch = Math.exp((zOf(level) * standardError) / (value * Math.abs(Math.log(value))));
  return { value, standardError, lower: Math.pow(value, stretch), upper: Math.pow(value, 1 / stretch) };
}

/** Share not ended in any way at age `time`. */
export function freeAt(curves: IncidenceCurves, time: number): number {
  const next = curves.time.findIndex((step) => step > time);
  const last = (next === -1 ? curves.time.length : next) - 1;
  return last < 0 ? 1 : curves.free[last]!;
}
