/* Who is still a customer, and how much each will buy, where nobody says goodbye.
 * Source: BG/NBD, Fader, Hardie and Lee (2005), Marketing Science 24(2): purchases are Poisson at a gamma-spread rate; after each a customer
 * leaves with a beta-spread probability. Limits: a customer without a repeat purchase is alive by construction, so those need the cadence
 * score; rates are taken as steady, without seasons. Fitted by BFGS on the exact gradient, first on a thinned set from several starts. */
import { smoothSteps, stepsFromStarts, withoutRest, type SmoothFunction } from './bfgs';
import { hyp2f1 } from './hyp2f1';
import {
  customersByRepeats,
  groupPurchases,
  groupSteps,
  thinned,
  type PurchaseGroups,
  type PurchaseHistories,
} from './purchase-groups';
import { quantile } from './quantile';
import { digammaRise, lnBeta, lnGamma, lnRising } from './special';

/** Parameters: purchase rates Gamma(r, alpha), leaving after a purchase Beta(a, b); time in the unit of the histories. */
export interface BgNbd {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** A fit with what it rests on. */
export interface BgNbdFit extends BgNbd {
  logLikelihood: number;
  customers: number;
  repeaters: number;
  /** False when a parameter ran to an edge (nobody leaves, everybody buys alike): use the cadence model then. */
  settled: boolean;
}

const FEWEST_CUSTOMERS = 200;
const FEWEST_REPEATERS = 50;
const GAPS_SPANNED = 3;
const THIN_TO = 20_000;
const PULL = 1e-4;
const EDGE = 8;

/** True when there are customers enough, 200 with 50 repeaters, and the longest history spans three median gaps. */
export function bgNbdHasEvidence({ repeats, lastAge, age }: PurchaseHistories): boolean {
  const gaps: number[] = [];
  let longest = 0;
  for (let i = 0; i < repeats.length; i++) {
    if (repeats[i]! > 0) gaps.push(lastAge[i]! / repeats[i]!);
    longest = Math.max(longest, age[i]!);
  }
  const gap = quantile(gaps, 0.5);
  return (
    repeats.length >= FEWEST_CUSTOMERS &&
    gaps.length >= FEWEST_REPEATERS &&
    gap !== null &&
    longest >= GAPS_SPANNED * gap
  );
}

/** The part of the log-likelihood and gradient that depends on x alone. */
function byRepeats(counts: Float64Array, { r, alpha, a, b }: BgNbd, gradient: Float64Array): number {
  let sum = 0;
  counts.forEach((customers, x) => {
    if (customers === 0) return;
    sum += customers * (lnRising(r, x) + r * Math.log(alpha) + lnRising(b, x) - lnRising(a + b, x));
    gradient[0]! += customers * (digammaRise(r, x) + Math.log(alpha));
    gradient[1]! += (customers * r) / alpha;
    gradient[2]! -= customers * digammaRise(a + b, x);
    gradient[3]! += customers * (digammaRise(b, x) - digammaRise(a + b, x));
  });
  return sum;
}

/** The part that depends on the whole history; the share `left` is the probability of having left. */
function byHistory(groups: PurchaseGroups, { r, alpha, a, b }: BgNbd, gradient: Float64Array): number {
  const lnNow = groups.ages.map((age) => Math.log(alpha + age));
  const lnLast = groups.lastAges.map((age) => Math.log(alpha + age));
  const { repeats, last, now, customers } = groups;
  let sum = 0;
  let byR = 0;
  let byAlpha = 0;
  let byA = 0;
  let byB = 0;
  for (let i = 0; i < customers.length; i++) {
    const x = repeats[i]!;
    const weight = customers[i]!;
    const logNow = lnNow[now[i]!]!;
    const logLast = lnLast[last[i]!]!;
    let left = 0;
    let value = -(r + x) * logNow;
    if (x > 0) {
      const odds = Math.log(a / (b + x - 1)) + (r + x) * (logNow - logLast);
      const small = Math.exp(-Math.abs(odds));
      value += Math.max(0, odds) + Math.log1p(small);
      left = (odds > 0 ? 1 : small) / (1 + small);
      byA += (weight * left) / a;
      byB -= (weight * left) / (b + x - 1);
    }
    sum += weight * value;
    byR -= weight * ((1 - left) * logNow + left * logLast);
    byAlpha -=
      weight * (r + x) * ((1 - left) / (alpha + groups.ages[now[i]!]!) + left / (alpha + groups.lastAges[last[i]!]!));
  }
  gradient[0]! += byR;
  gradient[1]! += byAlpha;
  gradient[2]! += byA;
  gradient[3]! += byB;
  return sum;
}

function modelAt(x: Float64Array): BgNbd {
  return { r: Math.exp(x[0]!), alpha: Math.exp(x[1]!), a: Math.exp(x[2]!), b: Math.exp(x[3]!) };
}

/** Minus the mean log-likelihood over the logs of the parameters, with a pull to 1 too weak to see where the data speak. */
function objective(groups: PurchaseGroups): SmoothFunction {
  const counts = customersByRepeats(groups);
  const customers = counts.reduce((sum, count) => sum + count, 0);
  return (x, gradient) => {
    const model = modelAt(x);
    const slopes = new Float64Array(4);
    const sum = byRepeats(counts, model, slopes) + byHistory(groups, model, slopes);
    let pull = 0;
    const scales = [model.r, model.alpha, model.a, model.b];
    for (let i = 0; i < 4; i++) {
      pull += x[i]! ** 2;
      gradient[i] = (2 * PULL * x[i]! - slopes[i]! * scales[i]!) / customers;
    }
    return (PULL * pull - sum) / customers;
  };
}

/** Log-likelihood of histories under a model. */
export function bgNbdLogLikelihood(model: BgNbd, histories: PurchaseHistories): number {
  const groups = groupPurchases(histories);
  const unused = new Float64Array(4);
  return byRepeats(customersByRepeats(groups), model, unused) + byHistory(groups, model, unused);
}

/** Maximum-likelihood fit; null without a repeater. Ask `bgNbdHasEvidence` first. Cost: about 2 s for a million customers. */
export function fitBgNbd(histories: PurchaseHistories): BgNbdFit | null {
  return withoutRest(bgNbdSteps(histories));
}

/** The same in steps of a fraction of a second each, so that others can have their turn. */
export function* bgNbdSteps(histories: PurchaseHistories): Generator<undefined, BgNbdFit | null> {
  const groups = yield* groupSteps(histories);
  const longest = groups.ages.at(-1) ?? 0;
  if (groups.repeaters === 0 || !(longest > 0)) return null;
  const scale = 10 / longest;
  const scaled = (set: PurchaseGroups): PurchaseGroups => ({
    ...set,
    ages: set.ages.map((age) => age * scale),
    lastAges: set.lastAges.map((age) => age * scale),
  });
  const all = scaled(groups);
  const starts = [
    [0, 0, 0, 0],
    [-1.4, 0.1, -0.2, 0.9],
    [0.7, 1, -2, 0],
  ];
  yield;
  const rough = yield* stepsFromStarts(objective(thinned(all, THIN_TO)), starts, { tolerance: 1e-7 });
  yield;
  const found = yield* smoothSteps(objective(all), rough.x, { tolerance: 1e-8, maxEvaluations: 150 });
  const { r, alpha, a, b } = modelAt(found.x);
  const model = { r, alpha: alpha / scale, a, b };
  const unused = new Float64Array(4);
  const logLikelihood = byRepeats(customersByRepeats(groups), model, unused) + byHistory(groups, model, unused);
  const settled = found.converged && found.x.every((value) => Math.abs(value) < EDGE);
  return { ...model, logLikelihood, customers: groups.total, repeaters: groups.repeaters, settled };
}

/** Probability of still being a customer after `x` repeats, the last at age `lastAge`, at age `age`; 1 when x is 0. */
export function probabilityAlive({ r, alpha, a, b }: BgNbd, x: number, lastAge: number, age: number): number {
  if (x === 0) return 1;
  const odds = Math.log(a / (b + x - 1)) + (r + x) * (Math.log(alpha + age) - Math.log(alpha + lastAge));
  return 1 / (1 + Math.exp(odds));
}

// Within NEAR_ONE of a = 1 the formulas are 0/0; the mean of two points either side is off by about NEAR_ONE squared.
const NEAR_ONE = 1e-4;

function besideOne(a: number, at: (a: number) => number): number {
  return Math.abs(a - 1) < NEAR_ONE ? (at(1 - NEAR_ONE) + at(1 + NEAR_ONE)) / 2 : at(a);
}

/** Expected repeat purchases of a new customer in time `t`. */
export function expectedPurchases({ r, alpha, a: shape, b }: BgNbd, t: number): number {
  if (t === 0) return 0;
  return besideOne(shape, (a) => {
    const c = Math.abs(a + b - 1) < 1e-9 ? 1e-9 : a + b - 1;
    return (c / (a - 1)) * (1 - Math.pow(alpha / (alpha + t), r) * hyp2f1(r, b, c, t / (alpha + t)));
  });
}

/** Expected purchases in the next `t` of a customer with `x` repeats, the last at age `lastAge`, now at age `age`. */
export function expectedFuturePurchases(model: BgNbd, x: number, lastAge: number, age: number, t: number): number {
  if (t === 0) return 0;
  if (x === 0 && age === 0) return expectedPurchases(model, t);
  const { r, alpha, b } = model;
  const z = t / (alpha + age + t);
  const future = besideOne(model.a, (a) => {
    const c = Math.abs(a + b + x - 1) < 1e-9 ? 1e-9 : a + b + x - 1;
    return (c / (a - 1)) * (1 - Math.pow(1 - z, r + x) * hyp2f1(r + x, b + x, c, z));
  });
  return future * probabilityAlive(model, x, lastAge, age);
}

/** Probability that a new customer makes exactly `x` repeat purchases in time `t`. */
export function probabilityOfPurchases({ r, alpha, a, b }: BgNbd, t: number, x: number): number {
  const stay = r * Math.log(alpha / (alpha + t));
  const go = Math.log(t / (alpha + t));
  const term = (j: number): number => Math.exp(lnRising(r, j) - lnGamma(j + 1) + stay + (j === 0 ? 0 : j * go));
  const alive = Math.exp(lnBeta(a, b + x) - lnBeta(a, b)) * term(x);
  if (x === 0) return alive;
  let fewer = 0;
  for (let j = 0; j < x; j++) fewer += term(j);
  return alive + Math.exp(lnBeta(a + 1, b + x - 1) - lnBeta(a, b)) * (1 - fewer);
}
