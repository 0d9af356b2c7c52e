/* How long something lasts when some of it is still going on.
 * Sources: Kaplan and Meier (1958); Greenwood (1926); log-log limits of Borgan and Liestøl (1990); log-rank of Mantel (1966); the limits
 * of a median of Brookmeyer and Crowley (1982). Limits: with late entry the curve can fall to 0 while few are at risk. */
import { chiSquareTail, zOf } from './distributions';
import type { Interval } from './intervals';
import { distinct, endTimes, observed, occurrences, riskSet, type Lifetimes } from './risk-set';

export type { Lifetimes } from './risk-set';

/** Scale on which the limits of a curve are symmetric. */
export type LimitScale = 'log-log' | 'log';

/** Steps of a survival curve, one per distinct time at which something ended; before the first the curve is 1. */
export interface SurvivalCurve {
  time: Float64Array;
  atRisk: Float64Array;
  events: Float64Array;
  survival: Float64Array;
  /** Null where the curve is 0, as are the limits. */
  standardError: (number | null)[];
  lower: (number | null)[];
  upper: (number | null)[];
  /** Units that were observed at all. */
  n: number;
}

/** A time with its limits; null where the curve never gets there. */
export interface TimeQuantile {
  value: number | null;
  lower: number | null;
  upper: number | null;
}

// A product of n fractions is off by about n roundings; a curve at exactly one half must count as there.
const TIE = 1e-12;

function limitsAt(survival: number, greenwood: number, z: number, scale: LimitScale): Interval | null {
  if (survival <= 0) return null;
  if (survival >= 1) return { lower: 1, upper: 1 };
  const half = z * Math.sqrt(greenwood);
  if (scale === 'log') return { lower: survival * Math.exp(-half), upper: Math.min(1, survival * Math.exp(half)) };
  const stretch = Math.exp(half / Math.abs(Math.log(survival)));
  return { lower: Math.pow(survival, stretch), upper: Math.pow(survival, 1 / stretch) };
}

/** Kaplan-Meier curve with Greenwood errors. A unit that leaves unended at the instant another ends is still at risk then. */
export function kaplanMeier(
  lives: Lifetimes,
  { level = 0.95, scale = 'log-log' }: { level?: number; scale?: LimitScale } = {},
): SurvivalCurve {
  const units = observed(lives);
  const atRiskAt = riskSet(lives, units);
  const ends = endTimes(lives, units);
  const time = distinct(ends);
  const events = occurrences(ends, time);
  const atRisk = time.map(atRiskAt);
  const survival = new Float64Array(time.length);
  const curve: SurvivalCurve = {
    time,
    atRisk,
    events,
    survival,
    standardError: [],
    lower: [],
    upper: [],
    n: units.length,
  };
  const z = zOf(level);
  let left = 1;
  let greenwood = 0;
  for (let i = 0; i < time.length; i++) {
    const n = atRisk[i]!;
    const d = events[i]!;
    left *= 1 - d / n;
    greenwood += d / (n * (n - d));
    survival[i] = left;
    const limits = limitsAt(left, greenwood, z, scale);
    curve.standardError.push(left > 0 ? left * Math.sqrt(greenwood) : null);
    curve.lower.push(limits?.lower ?? null);
    curve.upper.push(limits?.upper ?? null);
  }
  return curve;
}

/** Index of the last step at or before `time`; -1 before the first. */
function stepAt(time: Float64Array, at: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Share still going on at `time`, ratio 0 to 1, with its limits. */
export function survivalAt(
  curve: SurvivalCurve,
  time: number,
): { value: number; lower: number | null; upper: number | null } {
  const step = stepAt(curve.time, time);
  if (step < 0) return { value: 1, lower: 1, upper: 1 };
  return { value: curve.survival[step]!, lower: curve.lower[step] ?? null, upper: curve.upper[step] ?? null };
}

function firstAtOrBelow(curve: SurvivalCurve, values: ArrayLike<number | null>, level: number): number | null {
  for (let i = 0; i < curve.time.length; i++) {
    const value = values[i];
    if (value !== null && value !== undefined && value <= level + TIE) return curve.time[i]!;
  }
  return null;
}

/** Time by which a share `p` has ended, with limits read where the limit curves cross; the first such time on a flat piece. */
export function survivalQuantile(curve: SurvivalCurve, p = 0.5): TimeQuantile {
  return {
    value: firstAtOrBelow(curve, curve.survival, 1 - p),
    lower: firstAtOrBelow(curve, curve.lower, 1 - p),
    upper: firstAtOrBelow(curve, curve.upper, 1 - p),
  };
}

/** Units at risk at each of the times, as printed under a curve. */
export function numbersAtRisk(lives: Lifetimes, times: ArrayLike<number>): Float64Array {
  return Float64Array.from(times).map(riskSet(lives, observed(lives)));
}

/** Number of leading steps with at least `fewest` at risk: where a drawn curve should stop. */
export function stepsWithEvidence(curve: SurvivalCurve, fewest = 5): number {
  const thin = curve.atRisk.findIndex((n) => n < fewest);
  return thin === -1 ? curve.time.length : thin;
}

/** Test that two groups last equally long. */
export interface LogRank {
  chiSquare: number;
  p: number;
  observed: [number, number];
  expected: [number, number];
}

/** Log-rank test of two groups; null when nothing ended or the groups were never at risk together. */
export function logRank(first: Lifetimes, second: Lifetimes): LogRank | null {
  const groups = [first, second].map((lives) => {
    const units = observed(lives);
    return { atRisk: riskSet(lives, units), ends: endTimes(lives, units) };
  });
  const [a, b] = groups;
  if (a === undefined || b === undefined) return null;
  const times = distinct(Float64Array.from([...a.ends, ...b.ends]).sort());
  const endsA = occurrences(a.ends, times);
  const endsB = occurrences(b.ends, times);
  let expected = 0;
  let variance = 0;
  times.forEach((time, i) => {
    const n1 = a.atRisk(time);
    const n = n1 + b.atRisk(time);
    const d = endsA[i]! + endsB[i]!;
    expected += (d * n1) / n;
    if (n > 1) variance += (d * n1 * (n - n1) * (n - d)) / (n * n * (n - 1));
  });
  if (!(variance > 0)) return null;
  const chiSquare = (a.ends.length - expected) ** 2 / variance;
  const total = a.ends.length + b.ends.length;
  return {
    chiSquare,
    p: chiSquareTail(chiSquare, 1),
    observed: [a.ends.length, b.ends.length],
    expected: [expected, total - expected],
  };
}
