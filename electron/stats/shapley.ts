/* Sharing out the change of a product among its factors.
 * Source: Shapley (1953); for rates Das Gupta (1993). The mean over all orders of changing the factors is read from the coefficients of
 * a polynomial (how many of the other factors have changed already), so it is exact and needs no list of orders. */

/** The change of a product and each factor's part of it; the parts sum to the change. */
export interface Split {
  effects: number[];
  change: number;
}

const product = (values: readonly number[]): number => values.reduce((total, value) => total * value, 1);

/** Coefficient s: the sum, over all choices of s factors already changed, of the product of the rest of the chain. */
function byNumberChanged(from: readonly number[], to: readonly number[], skip: number): number[] {
  let coefficients = [1];
  from.forEach((before, j) => {
    if (j === skip) return;
    const after = to[j]!;
    const next = [...coefficients.map((value) => value * before), 0];
    coefficients.forEach((value, s) => (next[s + 1]! += value * after));
    coefficients = next;
  });
  return coefficients;
}

/** Effects of the factors on a product that goes from one list of factors to another, in the unit of the product.
 *  A factor that does not change has effect 0; no factors, no change. Throws when the lists differ in length. */
export function shapleySplit(from: readonly number[], to: readonly number[]): Split {
  if (from.length !== to.length) throw new RangeError(`${from.length} factors before, ${to.length} after`);
  const m = from.length;
  const effects = from.map((before, i) => {
    const step = to[i]! - before;
    if (step === 0) return 0;
    // s! (m-1-s)! / m!, the share of orders in which exactly these s factors come first
    let weight = 1 / m;
    let mean = 0;
    byNumberChanged(from, to, i).forEach((coefficient, s) => {
      mean += weight * coefficient;
      weight *= (s + 1) / (m - 1 - s);
    });
    return step * mean;
  });
  return { effects, change: product(to) - product(from) };
}
