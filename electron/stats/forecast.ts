/* How much the open pipeline may bring, each deal won or not on its own.
 * Source: seeded draws of every deal's win; beyond `DRAWN` deals the smallest by amount are added as one normal with their exact mean and
 * variance (central limit theorem). Limits: deals are taken as independent, so a common good or bad quarter is not in the spread. */
import { withoutRest } from './bfgs';
import { quantileSorted } from './quantile';
import { seeded } from './random';

/** Sum of the amounts won: mean and quantiles over the draws, money. */
export interface WinForecast {
  mean: number;
  p10: number;
  p50: number;
  p90: number;
}

const DRAWN = 5000;

/** Draws between two steps, so that a step of the largest number of deals takes some milliseconds. */
const STRIDE = 50;

interface Wishes {
  draws?: number;
  seed?: number;
}

/** Distribution of the sum of `amounts` won with `probabilities`; all 0 without deals. Throws on a probability outside 0..1. */
export function forecastWins(
  probabilities: ArrayLike<number>,
  amounts: ArrayLike<number>,
  wishes: Wishes = {},
): WinForecast {
  return withoutRest(forecastSteps(probabilities, amounts, wishes));
}

/** The same some draws a step, so that others can have their turn. */
export function* forecastSteps(
  probabilities: ArrayLike<number>,
  amounts: ArrayLike<number>,
  { draws = 2000, seed }: Wishes = {},
): Generator<undefined, WinForecast> {
  let mean = 0;
  for (let i = 0; i < amounts.length; i++) {
    const p = probabilities[i]!;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies in 0..1, got ${p}`);
    mean += p * amounts[i]!;
  }
  const bySize = Uint32Array.from({ length: amounts.length }, (_, i) => i).sort(
    (i, j) => amounts[j]! - amounts[i]! || i - j,
  );
  const drawn = bySize.subarray(0, DRAWN);
  const chance = Float64Array.from(drawn, (i) => probabilities[i]!);
  const money = Float64Array.from(drawn, (i) => amounts[i]!);
  let restMean = 0;
  let restVariance = 0;
  for (const i of bySize.subarray(DRAWN)) {
    restMean += probabilities[i]! * amounts[i]!;
    restVariance += probabilities[i]! * (1 - probabilities[i]!) * amounts[i]! ** 2;
  }
  const random = seeded(seed);
  const sums = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let sum = restVariance > 0 ? Math.max(0, random.normal(restMean, Math.sqrt(restVariance))) : restMean;
    for (let i = 0; i < chance.length; i++) if (random.bernoulli(chance[i]!)) sum += money[i]!;
    sums[draw] = sum;
    if (draw % STRIDE === STRIDE - 1) yield;
  }
  sums.sort();
  const at = (p: number): number => quantileSorted(sums, p) ?? 0;
  return { mean, p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
