/* Gamma-family functions for the hot loops of likelihoods, and differences of them that keep their digits at arguments of 1e6.
 * Source: Abramowitz and Stegun 6.1.40, 6.3.18 (asymptotic series), shifted up by recurrence below 10. Error under 1e-14 relative
 * to the larger of the value and 1. Arguments must be positive. */

const HALF_LN_TWO_PI = 0.9189385332046727;

function stirlingTail(x: number): number {
  const y = 1 / x;
  const y2 = y * y;
  return y * (1 / 12 - y2 * (1 / 360 - y2 * (1 / 1260 - y2 * (1 / 1680 - y2 * (1 / 1188 - (y2 * 691) / 360360)))));
}

function digammaTail(x: number): number {
  const y2 = 1 / (x * x);
  return (
    -0.5 / x - y2 * (1 / 12 - y2 * (1 / 120 - y2 * (1 / 252 - y2 * (1 / 240 - y2 * (1 / 132 - (y2 * 691) / 32760)))))
  );
}

/** Logarithm of the gamma function at `x > 0`. */
export function lnGamma(x: number): number {
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LN_TWO_PI + stirlingTail(x);
  let product = 1;
  let z = x;
  while (z < 10) product *= z++;
  return (z - 0.5) * Math.log(z) - z + HALF_LN_TWO_PI + stirlingTail(z) - Math.log(product);
}

/** `ln Γ(z + k) - ln Γ(z)` for `z > 0`, `z + k > 0`, without the cancellation of subtracting the two. */
export function lnRising(z: number, k: number): number {
  if (z < 10 || z + k < 10) return lnGamma(z + k) - lnGamma(z);
  const w = z + k;
  return (z - 0.5) * Math.log1p(k / z) + k * Math.log(w) - k + stirlingTail(w) - stirlingTail(z);
}

/** Logarithm of the beta function. */
export function lnBeta(a: number, b: number): number {
  return lnGamma(Math.min(a, b)) - lnRising(Math.max(a, b), Math.min(a, b));
}

/** Derivative of `ln Γ` at `x > 0`. */
export function digamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < 10) shift += 1 / z++;
  return Math.log(z) + digammaTail(z) - shift;
}

/** `ψ(z + k) - ψ(z)`: the derivative of `lnRising` in `z`. */
export function digammaRise(z: number, k: number): number {
  if (z < 10 || z + k < 10) return digamma(z + k) - digamma(z);
  return Math.log1p(k / z) + digammaTail(z + k) - digammaTail(z);
}
