/* Distribution functions of the normal, t, chi-square, F, beta and gamma families.
 * Source: R's nmath through lib-r-math.js. Limits: beta, t and F hold to about 1e-8, a beta probability to 2e-7 at shapes of 1e5;
 * normal, gamma and chi-square to 1e-10.
 * This is the one file that knows the library, so another can replace it. */
import { pbeta, pchisq, pf, pgamma, pnorm, pt, qbeta, qchisq, qgamma, qnorm, qt } from 'lib-r-math.js';

/** Probability that a standard normal is at most `x`. */
export function normalCdf(x: number): number {
  return pnorm(x);
}

/** Standard normal quantile; ±Infinity at 1 and 0. */
export function normalQuantile(p: number): number {
  return qnorm(p);
}

/** Probability that a t with `degrees` of freedom (fractions allowed) is at most `x`. */
export function tCdf(x: number, degrees: number): number {
  return pt(x, degrees);
}

/** Quantile of a t with `degrees` of freedom (fractions allowed). */
export function tQuantile(p: number, degrees: number): number {
  return qt(p, degrees);
}

/** Probability that a chi-square exceeds `x`: the p value of a test; 1 when there are no degrees of freedom. */
export function chiSquareTail(x: number, degrees: number): number {
  return degrees > 0 ? pchisq(x, degrees, undefined, false) : 1;
}

/** Chi-square quantile. */
export function chiSquareQuantile(p: number, degrees: number): number {
  return qchisq(p, degrees);
}

/** Probability that an F exceeds `x`: the p value of a test. */
export function fTail(x: number, degrees1: number, degrees2: number): number {
  return pf(x, degrees1, degrees2, undefined, false);
}

/** Probability that a Beta(a, b) is at most `x`. */
export function betaCdf(x: number, a: number, b: number): number {
  return pbeta(x, a, b);
}

/** Beta quantile. */
export function betaQuantile(p: number, a: number, b: number): number {
  return qbeta(p, a, b);
}

/** Probability that a gamma with this shape and rate is at most `x`. */
export function gammaCdf(x: number, shape: number, rate = 1): number {
  return pgamma(x * rate, shape);
}

/** Gamma quantile with this shape and rate. */
export function gammaQuantile(p: number, shape: number, rate = 1): number {
  return qgamma(p, shape) / rate;
}

/** Two-sided normal quantile of a level: 1.959964 at 0.95. */
export function zOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie between 0 and 1, got ${level}`);
  return qnorm(0.5 + level / 2);
}
