/* Shrinking counts per working day (pace) toward their common level.
 * Source: gamma-Poisson (negative binomial) maximum likelihood, Greenwood and Yule (1920); homogeneity by Pearson's chi-square.
 * Limits: counts are taken as Poisson given a rep's pace; if days bunch, people seem to differ more than they do. */
import type { Homogeneity, Verdict } from './beta-binomial';
import { chiSquareTail } from './distributions';
import { minimise } from './nelder-mead';
import type { Posterior } from './posterior';
import { lnRising } from './special';

/** A fitted prior Gamma(shape, rate) of events per unit of exposure, with the evidence that units differ. */
export interface GammaPoissonFit extends Homogeneity {
  shape: number;
  rate: number;
  /** Prior mean, shape / rate. */
  mean: number;
  units: number;
  verdict: Verdict;
}

const ALIKE_ABOVE = 0.1;
const FEWEST_UNITS = 5;
const MOST_ALIKE = 1e6;
const STILL_RISING = 1e4;
const POOLED_EVENTS = 20;

interface Units {
  counts: number[];
  exposures: number[];
  level: number;
}

function exposed(counts: ArrayLike<number>, exposures: ArrayLike<number>): Units {
  if (counts.length !== exposures.length)
    throw new RangeError(`${counts.length} counts, ${exposures.length} exposures`);
  const kept = Array.from(exposures, (_, i) => i).filter((i) => exposures[i]! > 0);
  const units = { counts: kept.map((i) => counts[i]!), exposures: kept.map((i) => exposures[i]!) };
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return { ...units, level: sum(units.counts) / sum(units.exposures) };
}

function testAlike({ counts, exposures, level }: Units): Homogeneity {
  const degrees = Math.max(0, counts.length - 1);
  if (degrees === 0 || !(level > 0)) return { chiSquare: 0, degrees, p: 1 };
  const chiSquare = counts.reduce((sum, c, i) => sum + (c - exposures[i]! * level) ** 2 / (exposures[i]! * level), 0);
  return { chiSquare, degrees, p: chiSquareTail(chiSquare, degrees) };
}

/** Log-likelihood of Gamma(shape, rate), factors free of both left out. */
export function gammaPoissonLogLikelihood(
  counts: ArrayLike<number>,
  exposures: ArrayLike<number>,
  shape: number,
  rate: number,
): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const c = counts[i]!;
    const e = exposures[i]!;
    sum += lnRising(shape, c) - shape * Math.log1p(e / rate) - c * Math.log(rate + e);
  }
  return sum;
}

/** Prior and verdict for units with `counts` events over `exposures`; null when nobody was exposed or nothing happened.
 *  Fewer than 5 exposed units: a prior worth 20 events at the pooled pace, verdict `too_few`. */
export function fitGammaPoisson(counts: ArrayLike<number>, exposures: ArrayLike<number>): GammaPoissonFit | null {
  const units = exposed(counts, exposures);
  if (!(units.level > 0)) return null;
  const shared = { ...testAlike(units), units: units.counts.length };
  const prior = (shape: number, mean: number): Pick<GammaPoissonFit, 'shape' | 'rate' | 'mean'> => ({
    shape,
    rate: shape / mean,
    mean,
  });
  if (shared.units < FEWEST_UNITS) return { ...shared, ...prior(POOLED_EVENTS, units.level), verdict: 'too_few' };
  const cost = ([lnMean = 0, lnShape = 0]: readonly number[]): number => {
    const shape = Math.min(MOST_ALIKE, Math.exp(lnShape));
    return -gammaPoissonLogLikelihood(units.counts, units.exposures, shape, shape / Math.exp(lnMean));
  };
  const lnLevel = Math.log(units.level);
  const found = minimise(cost, [
    [lnLevel, 0],
    [lnLevel, 4],
    [lnLevel, 8],
  ]);
  const edge = cost([lnLevel, Math.log(MOST_ALIKE)]) <= found.value + 1e-9;
  const [lnMean = lnLevel, lnShape = 0] = edge ? [lnLevel, Math.log(MOST_ALIKE)] : found.x;
  const shape = Math.min(MOST_ALIKE, Math.exp(lnShape));
  const alike = shape >= STILL_RISING || shared.p > ALIKE_ABOVE;
  return { ...shared, ...prior(shape, Math.exp(lnMean)), verdict: alike ? 'no_difference' : 'differs' };
}

/** What is believed of a unit's pace after `count` events over `exposure`. */
export function gammaPosterior(
  fit: Pick<GammaPoissonFit, 'shape' | 'rate'>,
  count: number,
  exposure: number,
): Posterior {
  return { family: 'gamma', shape: fit.shape + count, rate: fit.rate + exposure };
}
