/* Which of many changes may be called real: control of the false discovery rate.
 * Source: Benjamini and Hochberg (1995). Valid for independent or positively dependent tests. */

/** True for each p value that survives at false discovery rate `rate`; in the order given. */
export function benjaminiHochberg(p: readonly number[], rate = 0.1): boolean[] {
  return adjustedP(p).map((q) => q <= rate);
}

/** Smallest false discovery rate at which each test survives; in the order given. */
export function adjustedP(p: readonly number[]): number[] {
  const order = p.map((value, index) => ({ value, index })).sort((x, y) => y.value - x.value);
  const adjusted = new Array<number>(p.length).fill(1);
  let smallest = 1;
  order.forEach(({ value, index }, fromTop) => {
    smallest = Math.min(smallest, (value * p.length) / (p.length - fromTop));
    adjusted[index] = smallest;
  });
  return adjusted;
}
