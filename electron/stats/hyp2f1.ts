/* Gauss's hypergeometric function for real arguments below 1.
 * Source: Abramowitz and Stegun 15.1.1 (series), 15.3.3 (Euler), 15.3.4 (Pfaff). The series with falling terms is the one summed.
 * Error about 1e-12; near z = 1 it needs some 40 / (1 - z) terms. */

const MOST_TERMS = 5_000_000;

function series(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    // Past the turning point of the ratio the terms left add up to less than term / (1 - z).
    if (Math.abs(term) <= 1e-17 * (1 - z) * Math.abs(sum) && n > -c) break;
  }
  return sum;
}

/** ₂F₁(a, b; c; z) for z < 1 and c not 0, -1, -2, ... Throws outside that. */
export function hyp2f1(a: number, b: number, c: number, z: number): number {
  if (!(z < 1)) throw new RangeError(`the hypergeometric function is computed below 1, got ${z}`);
  if (c <= 0 && Number.isInteger(c)) throw new RangeError(`c must not be ${c}`);
  if (z === 0) return 1;
  if (z < 0) return Math.pow(1 - z, -a) * hyp2f1(a, c - b, c, z / (z - 1));
  return a + b > c ? Math.pow(1 - z, c - a - b) * series(c - a, c - b, c, z) : series(a, b, c, z);
}
