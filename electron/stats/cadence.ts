/* How unusual a customer's silence is, where there are too few customers to say who has left.
 * Source: gamma-Poisson waiting times, Ehrenberg (1959), fitted to the time of each customer's last repeat; the silence of a live customer
 * is then Lomax. Limits: the score is one minus the chance that a live customer stays silent so long, not the chance of having left. */
import { stepsFromStarts, withoutRest, type SmoothFunction } from './bfgs';
import { roundedAges } from './purchase-groups';
import { median } from './quantile';
import { distinct } from './risk-set';
import { digammaRise, lnGamma, lnRising } from './special';

/** Purchase rates Gamma(shape, rate) over customers with a repeat purchase; rate in the unit of the ages. */
export interface Cadence {
  shape: number;
  rate: number;
  logLikelihood: number;
  /** Customers with a repeat purchase the fit rests on. */
  customers: number;
}

const FEWEST_CUSTOMERS = 30;
const PULL = 1e-4;

/** What the likelihood needs: customers by number of repeats, and customers and their repeats by age at the last purchase. */
interface Sums {
  byRepeats: Float64Array;
  ages: Float64Array;
  customersAt: Float64Array;
  repeatsAt: Float64Array;
  customers: number;
  /** The part of the log-likelihood free of the parameters. */
  constant: number;
}

function sumsOf(repeats: ArrayLike<number>, lastAge: ArrayLike<number>): Sums {
  const kept = Array.from(repeats, (_, i) => i).filter((i) => repeats[i]! >= 1 && lastAge[i]! > 0);
  const longest = kept.reduce((most, i) => Math.max(most, lastAge[i]!), 0);
  const rounded = roundedAges(
    Float64Array.from(kept, (i) => lastAge[i]!),
    longest,
  );
  const ages = distinct(rounded.slice().sort());
  const place = new Map<number, number>();
  ages.forEach((age, i) => place.set(age, i));
  const byRepeats = new Float64Array(kept.reduce((most, i) => Math.max(most, repeats[i]!), 0) + 1);
  const customersAt = new Float64Array(ages.length);
  const repeatsAt = new Float64Array(ages.length);
  let constant = 0;
  kept.forEach((i, row) => {
    const x = repeats[i]!;
    const at = place.get(rounded[row]!) ?? 0;
    byRepeats[x]! += 1;
    customersAt[at]! += 1;
    repeatsAt[at]! += x;
    constant += (x - 1) * Math.log(rounded[row]!) - lnGamma(x);
  });
  return { byRepeats, ages, customersAt, repeatsAt, customers: kept.length, constant };
}

/** Log-likelihood, and its derivatives in shape and rate written to `slopes`. */
function likelihood(sums: Sums, shape: number, rate: number, slopes: Float64Array): number {
  let value = sums.constant + sums.customers * shape * Math.log(rate);
  let byShape = sums.customers * Math.log(rate);
  let byRate = (sums.customers * shape) / rate;
  sums.byRepeats.forEach((customers, x) => {
    if (customers === 0) return;
    value += customers * lnRising(shape, x);
    byShape += customers * digammaRise(shape, x);
  });
  sums.ages.forEach((age, i) => {
    const log = Math.log(rate + age);
    const weight = shape * sums.customersAt[i]! + sums.repeatsAt[i]!;
    value -= weight * log;
    byShape -= sums.customersAt[i]! * log;
    byRate -= weight / (rate + age);
  });
  slopes[0] = byShape;
  slopes[1] = byRate;
  return value;
}

/** Fits the cadence of customers with at least one repeat purchase (`lastAge` is the age at the last); null below 30 of them. */
export function fitCadence(repeats: ArrayLike<number>, lastAge: ArrayLike<number>): Cadence | null {
  return withoutRest(cadenceSteps(repeats, lastAge));
}

/** The same in steps, so that others can have their turn. */
export function* cadenceSteps(
  repeats: ArrayLike<number>,
  lastAge: ArrayLike<number>,
): Generator<undefined, Cadence | null> {
  const sums = sumsOf(repeats, lastAge);
  yield;
  if (sums.customers < FEWEST_CUSTOMERS) return null;
  const typical = sums.ages.reduce((total, age, i) => total + age * sums.customersAt[i]!, 0) / sums.customers;
  const cost: SmoothFunction = (x, gradient) => {
    const shape = Math.exp(x[0]!);
    const rate = typical * Math.exp(x[1]!);
    const slopes = new Float64Array(2);
    const value = likelihood(sums, shape, rate, slopes);
    gradient[0] = (2 * PULL * x[0]! - slopes[0]! * shape) / sums.customers;
    gradient[1] = (2 * PULL * x[1]! - slopes[1]! * rate) / sums.customers;
    return (PULL * (x[0]! ** 2 + x[1]! ** 2) - value) / sums.customers;
  };
  const found = yield* stepsFromStarts(cost, [
    [0, 0],
    [1.5, -0.5],
  ]);
  const shape = Math.exp(found.x[0]!);
  const rate = typical * Math.exp(found.x[1]!);
  const logLikelihood = likelihood(sums, shape, rate, new Float64Array(2));
  return { shape, rate, logLikelihood, customers: sums.customers };
}

/** How unusual `silence` since the last purchase is, 0 (just bought) to 1, after `x` repeats, the last at age `lastAge`. */
export function overdueScore({ shape, rate }: Cadence, x: number, lastAge: number, silence: number): number {
  return 1 - Math.pow((rate + lastAge) / (rate + lastAge + silence), shape + x);
}

const FEWEST_GAPS = 3;

/** Silence over the customer's own median gap between purchases, in one unit of time; null below 3 gaps or when the median gap is 0. */
export function overdueRatio(silence: number, gaps: ArrayLike<number>): number | null {
  const typical = gaps.length < FEWEST_GAPS ? null : median(gaps);
  return typical === null || !(typical > 0) ? null : silence / typical;
}
