/* How long contracts run when each customer has an own, unchanging chance of not renewing.
 * Source: shifted beta-geometric, Fader and Hardie (2007), Journal of Interactive Marketing 21(1). Limits: rising renewal rates are read as
 * the weak leaving first, never as customers growing loyal. */
import { hyp2f1 } from './hyp2f1';
import { minimise } from './nelder-mead';
import { lnRising } from './special';

/** Chance of leaving at a renewal, Beta(a, b). */
export interface Sbg {
  a: number;
  b: number;
}

/** A fit with its log-likelihood (multinomial, survivors in the last cell). */
export interface SbgFit extends Sbg {
  logLikelihood: number;
}

/** Share still under contract after `t` renewals, ratio 0 to 1; S(0) = 1. */
export function sbgSurvival({ a, b }: Sbg, t: number): number {
  return Math.exp(lnRising(b, t) - lnRising(a + b, t));
}

/** Share that leaves at renewal `t` = 1, 2, ... */
export function sbgLeaving(model: Sbg, t: number): number {
  return sbgSurvival(model, t - 1) * (1 - sbgRetention(model, t));
}

/** Share of those reaching renewal `t` = 1, 2, ... who renew. */
export function sbgRetention({ a, b }: Sbg, t: number): number {
  return (b + t - 1) / (a + b + t - 1);
}

/** Share of customers with `tenure` renewals behind them still there after `t` more. */
export function sbgSurvivalFrom({ a, b }: Sbg, tenure: number, t: number): number {
  return Math.exp(lnRising(b + tenure, t) - lnRising(a + b + tenure, t));
}

/** Expected discounted number of periods paid for, counted at the start of each: `Σ S(t)/(1+d)^t`.
 *  Null when it has no end: no discount and a ≤ 1. Source: Fader and Hardie (2010), in closed form. */
export function sbgDiscountedLife({ a, b }: Sbg, discount: number): number | null {
  if (discount === 0) return a > 1 ? (a + b - 1) / (a - 1) : null;
  return hyp2f1(1, b, a + b, 1 / (1 + discount));
}

/** Log-likelihood of cohorts, each the number of customers after 0, 1, 2, ... renewals. */
export function sbgLogLikelihood(model: Sbg, cohorts: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const left of cohorts) {
    for (let t = 1; t < left.length; t++) {
      const gone = left[t - 1]! - left[t]!;
      if (gone > 0) sum += gone * Math.log(sbgLeaving(model, t));
    }
    const last = left.length - 1;
    if (last > 0 && left[last]! > 0) sum += left[last]! * Math.log(sbgSurvival(model, last));
  }
  return sum;
}

// Beyond 10^6 a group of customers who are all alike cannot be told from one still more alike.
const bounded = (log: number): number => Math.exp(Math.max(-14, Math.min(14, log)));

/** Maximum-likelihood fit of cohorts of any lengths. Null when nobody could renew, nobody left or nobody stayed: there is no maximum.
 *  Throws when a cohort grows. */
export function fitSbg(cohorts: readonly (readonly number[])[]): SbgFit | null {
  let gone = 0;
  let stayed = 0;
  for (const left of cohorts) {
    for (let t = 1; t < left.length; t++) {
      if (!(left[t]! <= left[t - 1]!)) throw new RangeError(`a cohort cannot grow from ${left[t - 1]} to ${left[t]}`);
      gone += left[t - 1]! - left[t]!;
      stayed += left[t]!;
    }
  }
  if (!(gone > 0 && stayed > 0)) return null;
  const model = ([lnA = 0, lnB = 0]: readonly number[]): Sbg => ({ a: bounded(lnA), b: bounded(lnB) });
  const found = minimise(
    (x) => -sbgLogLikelihood(model(x), cohorts),
    [
      [0, 0],
      [0, 2],
    ],
  );
  return { ...model(found.x), logLikelihood: -found.value };
}
