/* What a customer's next purchase is worth, given few purchases so far.
 * Source: gamma-gamma model, Fader and Hardie (2013), "The gamma-gamma model of monetary value". Limits: needs spend unrelated to how often
 * one buys and a heavy-tail parameter above 1; otherwise the group mean is given, with the reason. */
import { stepsFromStarts, withoutRest, type SmoothFunction } from './bfgs';
import { digamma, lnGamma } from './special';

/** How values are expected: by the fitted model, or the plain mean and why. */
export type ValueModel =
  | { kind: 'gamma_gamma'; p: number; q: number; v: number; mean: number; customers: number; correlation: number }
  | {
      kind: 'group_mean';
      reason: 'too_few' | 'related_to_frequency' | 'heavy_tail';
      mean: number;
      customers: number;
      correlation: number | null;
    };

const FEWEST_CUSTOMERS = 10;
const RELATED = 0.3;
const PULL = 1e-4;

/** Pearson correlation; null when either list does not vary. */
export function correlation(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  const n = first.length;
  const mean = (values: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[i]!;
    return sum / n;
  };
  const [m1, m2] = [mean(first), mean(second)];
  let [s1, s2, both] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [d1, d2] = [first[i]! - m1, second[i]! - m2];
    s1 += d1 * d1;
    s2 += d2 * d2;
    both += d1 * d2;
  }
  return s1 > 0 && s2 > 0 ? both / Math.sqrt(s1 * s2) : null;
}

/** Log-likelihood terms shared by customers with x purchases, and their derivatives in p and q. */
interface PerCount {
  value: number;
  byP: number;
  byQ: number;
}

function perCount(x: number, p: number, q: number): PerCount {
  const joint = digamma(p * x + q);
  return {
    value: lnGamma(p * x + q) - lnGamma(p * x) - lnGamma(q) + p * x * Math.log(x),
    byP: x * (joint - digamma(p * x) + Math.log(x)),
    byQ: joint - digamma(q),
  };
}

/** Minus the mean log-likelihood (terms free of the parameters left out) over the logs of p, q and v / mean value. */
function objective(x: Int32Array, m: Float64Array): SmoothFunction {
  const n = x.length;
  const counts = new Set(x);
  const logs = m.map(Math.log);
  return (point, gradient) => {
    const [p, q, v] = [Math.exp(point[0]!), Math.exp(point[1]!), Math.exp(point[2]!)];
    // By count: looked up in a map, all of it takes a third longer.
    const terms: PerCount[] = [];
    for (const count of counts) terms[count] = perCount(count, p, q);
    const logV = Math.log(v);
    let [sum, byP, byQ, byV] = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const term = terms[x[i]!]!;
      const total = v + m[i]! * x[i]!;
      const log = Math.log(total);
      const shape = p * x[i]! + q;
      sum += term.value + q * logV + p * x[i]! * logs[i]! - shape * log;
      byP += term.byP + x[i]! * (logs[i]! - log);
      byQ += term.byQ + logV - log;
      byV += q / v - shape / total;
    }
    gradient[0] = (2 * PULL * point[0]! - byP * p) / n;
    gradient[1] = (2 * PULL * point[1]! - byQ * q) / n;
    gradient[2] = (2 * PULL * point[2]! - byV * v) / n;
    return (PULL * (point[0]! ** 2 + point[1]! ** 2 + point[2]! ** 2) - sum) / n;
  };
}

/** Value model from repeat purchases `x` and mean value `m` of each customer; those without either are left out. Null when nobody is left.
 *  Cost: about 2 s for a million customers. */
export function fitValue(repeats: ArrayLike<number>, meanValues: ArrayLike<number>): ValueModel | null {
  return withoutRest(valueSteps(repeats, meanValues));
}

/** The same in steps of a fraction of a second each, so that others can have their turn. */
export function* valueSteps(
  repeats: ArrayLike<number>,
  meanValues: ArrayLike<number>,
): Generator<undefined, ValueModel | null> {
  const kept = Array.from(repeats, (_, i) => i).filter((i) => repeats[i]! > 0 && meanValues[i]! > 0);
  const customers = kept.length;
  if (customers === 0) return null;
  const x = Int32Array.from(kept, (i) => repeats[i]!);
  const values = Float64Array.from(kept, (i) => meanValues[i]!);
  const mean = values.reduce((sum, value) => sum + value, 0) / customers;
  const related = correlation(x, values);
  if (customers < FEWEST_CUSTOMERS)
    return { kind: 'group_mean', reason: 'too_few', mean, customers, correlation: related };
  if (related !== null && Math.abs(related) >= RELATED) {
    return { kind: 'group_mean', reason: 'related_to_frequency', mean, customers, correlation: related };
  }
  const m = values.map((value) => value / mean);
  yield;
  const found = yield* stepsFromStarts(objective(x, m), [
    [1, 1, 0],
    [0, 1.5, 1],
  ]);
  const [p, q, v] = [Math.exp(found.x[0]!), Math.exp(found.x[1]!), Math.exp(found.x[2]!) * mean];
  if (q <= 1) return { kind: 'group_mean', reason: 'heavy_tail', mean, customers, correlation: related };
  return { kind: 'gamma_gamma', p, q, v, mean, customers, correlation: related ?? 0 };
}

/** Expected value of one purchase of a customer with `x` repeat purchases of mean `m`, in money; x = 0 gives the group's level. */
export function expectedValue(model: ValueModel, x: number, m: number): number {
  if (model.kind === 'group_mean') return model.mean;
  const { p, q, v } = model;
  return x > 0 ? (p * (v + x * m)) / (p * x + q - 1) : (p * v) / (q - 1);
}
