/* Customers with the same history told once, with their number.
 * The likelihoods of buy-till-you-die models need only (repeat purchases, age at the last one, age now); in whole days a million customers
 * share far fewer. Ages with more than 8,192 distinct values are first rounded to 1/4096 of the longest, finer than any cadence they can show.
 * Cost: four native sorts. */
import { withoutRest } from './bfgs';
import { distinct } from './risk-set';

/** One row a customer: repeat purchases x, age at the last purchase t_x (0 when x is 0) and age at the as-of instant T, in one unit of time. */
export interface PurchaseHistories {
  repeats: ArrayLike<number>;
  lastAge: ArrayLike<number>;
  age: ArrayLike<number>;
}

/** Distinct histories: `last` and `now` point into the sorted lists of distinct ages. */
export interface PurchaseGroups {
  repeats: Int32Array;
  last: Int32Array;
  now: Int32Array;
  customers: Float64Array;
  lastAges: Float64Array;
  ages: Float64Array;
  /** Customers in all, and those with a repeat purchase. */
  total: number;
  repeaters: number;
}

function requireHistory(x: number, lastAge: number, age: number): void {
  const sound = Number.isInteger(x) && x >= 0 && lastAge >= 0 && lastAge <= age && (x > 0 || lastAge === 0);
  if (!sound) throw new RangeError(`no customer has ${x} repeats, the last at ${lastAge} of ${age}`);
}

const MOST_AGES = 8192;
const GRID = 4096;

/** Ages as given when they repeat, else rounded to the grid; what was above 0 stays above 0. */
export function roundedAges(ages: ArrayLike<number>, longest: number): Float64Array {
  const plain = new Float64Array(ages);
  if (distinct(plain.slice().sort()).length <= MOST_AGES) return plain;
  const step = longest / GRID;
  return plain.map((age) => (age > 0 ? step * Math.max(1, Math.round(age / step)) : 0));
}

function positions(values: ArrayLike<number>, sorted: Float64Array): Int32Array {
  const place = new Map<number, number>();
  sorted.forEach((value, i) => place.set(value, i));
  const out = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) out[i] = place.get(values[i]!) ?? 0;
  return out;
}

/** Groups of equal histories. Throws on an impossible history: fractions of a purchase, a last purchase after the age or without repeats. */
export function groupPurchases(histories: PurchaseHistories): PurchaseGroups {
  return withoutRest(groupSteps(histories));
}

/** The same one sort a step, so that others can have their turn. */
export function* groupSteps(histories: PurchaseHistories): Generator<undefined, PurchaseGroups> {
  const { repeats, lastAge, age } = histories;
  const { most, longest, repeaters } = extentOf(histories);
  const total = repeats.length;
  yield;
  const nowAge = roundedAges(age, longest);
  yield;
  const lastOnes = roundedAges(lastAge, longest);
  for (let i = 0; i < total; i++) lastOnes[i] = Math.min(lastOnes[i]!, nowAge[i]!);
  yield;
  const lastAges = distinct(lastOnes.slice().sort());
  const last = positions(lastOnes, lastAges);
  yield;
  const ages = distinct(nowAge.slice().sort());
  const now = positions(nowAge, ages);
  yield;
  const shared = { lastAges, ages, total, repeaters };
  const width = most + 1;
  if (ages.length * lastAges.length * width > Number.MAX_SAFE_INTEGER) {
    return { ...shared, repeats: Int32Array.from(repeats), last, now, customers: new Float64Array(total).fill(1) };
  }
  const keys = new Float64Array(total);
  for (let i = 0; i < total; i++) keys[i] = (now[i]! * lastAges.length + last[i]!) * width + repeats[i]!;
  keys.sort();
  yield;
  return { ...shared, ...countedKeys(keys, width, lastAges.length) };
}

/** Largest number of repeats, longest age and customers with a repeat. Throws on an impossible history. */
function extentOf({ repeats, lastAge, age }: PurchaseHistories) {
  let most = 0;
  let longest = 0;
  let repeaters = 0;
  for (let i = 0; i < repeats.length; i++) {
    requireHistory(repeats[i]!, lastAge[i]!, age[i]!);
    most = Math.max(most, repeats[i]!);
    longest = Math.max(longest, age[i]!);
    if (repeats[i]! > 0) repeaters++;
  }
  return { most, longest, repeaters };
}

/** Each distinct key taken apart again, with how many customers bear it. */
function countedKeys(keys: Float64Array, width: number, lasts: number) {
  const unique = distinct(keys);
  const customers = new Float64Array(unique.length);
  let group = 0;
  for (const key of keys) {
    if (unique[group] !== key) group++;
    customers[group]! += 1;
  }
  const repeats = new Int32Array(unique.length);
  const last = new Int32Array(unique.length);
  const now = new Int32Array(unique.length);
  for (let i = 0; i < unique.length; i++) {
    const key = unique[i]!;
    repeats[i] = key % width;
    last[i] = Math.floor(key / width) % lasts;
    now[i] = Math.floor(key / (width * lasts));
  }
  return { repeats, last, now, customers };
}

/** Customers by number of repeat purchases, 0 upward. */
export function customersByRepeats({ repeats, customers }: PurchaseGroups): Float64Array {
  const counts = new Float64Array(repeats.reduce((most, x) => Math.max(most, x), 0) + 1);
  repeats.forEach((x, i) => (counts[x]! += customers[i]!));
  return counts;
}

/** Every so-many-th group, to at most `most`: a thinned set for finding a good start. */
export function thinned(groups: PurchaseGroups, most: number): PurchaseGroups {
  const step = Math.ceil(groups.customers.length / most);
  if (step <= 1) return groups;
  const kept = (_: number, i: number): boolean => i % step === 0;
  return {
    ...groups,
    repeats: groups.repeats.filter(kept),
    last: groups.last.filter(kept),
    now: groups.now.filter(kept),
    customers: groups.customers.filter(kept),
  };
}
