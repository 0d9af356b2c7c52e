/* What is believed of one rep's true figure after the data: a beta (rates), normal (log money) or gamma (pace) distribution.
 * Source: conjugate families, Gelman et al., Bayesian Data Analysis, chapter 2. Comparison of two by Simpson's rule, error about 1e-6. */
import { betaCdf, betaQuantile, gammaCdf, gammaQuantile, normalCdf, normalQuantile } from './distributions';
import type { Interval } from './intervals';
import type { Random } from './random';
import { lnBeta, lnGamma } from './special';

/** Distribution of a true rate, mean log amount or pace. */
export type Posterior =
  | { family: 'beta'; a: number; b: number }
  | { family: 'normal'; mean: number; sd: number }
  | { family: 'gamma'; shape: number; rate: number };

/** Mean, in the unit of the figure. */
export function posteriorMean(posterior: Posterior): number {
  switch (posterior.family) {
    case 'beta':
      return posterior.a / (posterior.a + posterior.b);
    case 'normal':
      return posterior.mean;
    case 'gamma':
      return posterior.shape / posterior.rate;
  }
}

/** Standard deviation, in the unit of the figure. */
export function posteriorSd(posterior: Posterior): number {
  switch (posterior.family) {
    case 'beta': {
      const total = posterior.a + posterior.b;
      return Math.sqrt((posterior.a * posterior.b) / (total + 1)) / total;
    }
    case 'normal':
      return posterior.sd;
    case 'gamma':
      return Math.sqrt(posterior.shape) / posterior.rate;
  }
}

/** Probability that the true figure is at most `x`. */
export function posteriorCdf(posterior: Posterior, x: number): number {
  switch (posterior.family) {
    case 'beta':
      return betaCdf(Math.min(1, Math.max(0, x)), posterior.a, posterior.b);
    case 'normal':
      if (posterior.sd === 0) return x < posterior.mean ? 0 : x > posterior.mean ? 1 : 0.5;
      return normalCdf((x - posterior.mean) / posterior.sd);
    case 'gamma':
      return gammaCdf(Math.max(0, x), posterior.shape, posterior.rate);
  }
}

/** Quantile of the true figure. */
function posteriorQuantile(posterior: Posterior, p: number): number {
  switch (posterior.family) {
    case 'beta':
      return betaQuantile(p, posterior.a, posterior.b);
    case 'normal':
      return posterior.sd === 0 ? posterior.mean : posterior.mean + posterior.sd * normalQuantile(p);
    case 'gamma':
      return gammaQuantile(p, posterior.shape, posterior.rate);
  }
}

/** Central interval of the true figure. */
export function posteriorInterval(posterior: Posterior, level = 0.95): Interval {
  return {
    lower: posteriorQuantile(posterior, (1 - level) / 2),
    upper: posteriorQuantile(posterior, (1 + level) / 2),
  };
}

/** One draw of the true figure. */
export function drawPosterior(posterior: Posterior, random: Random): number {
  switch (posterior.family) {
    case 'beta':
      return random.beta(posterior.a, posterior.b);
    case 'normal':
      return random.normal(posterior.mean, posterior.sd);
    case 'gamma':
      return random.gamma(posterior.shape, posterior.rate);
  }
}

function density(posterior: Posterior, x: number): number {
  switch (posterior.family) {
    case 'beta': {
      const { a, b } = posterior;
      return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - lnBeta(a, b));
    }
    case 'normal':
      return Math.exp(-0.5 * ((x - posterior.mean) / posterior.sd) ** 2) / (posterior.sd * Math.sqrt(2 * Math.PI));
    case 'gamma': {
      const { shape, rate } = posterior;
      return Math.exp(shape * Math.log(rate) + (shape - 1) * Math.log(x) - rate * x - lnGamma(shape));
    }
  }
}

/** Probability that the figure behind `first` exceeds the one behind `second`, taken as independent. */
export function probabilityGreater(first: Posterior, second: Posterior): number {
  if (posteriorSd(first) === 0) return posteriorCdf(second, posteriorMean(first));
  const low = posteriorQuantile(first, 1e-9);
  const high = posteriorQuantile(first, 1 - 1e-9);
  const steps = 400;
  const width = (high - low) / steps;
  let sum = 0;
  let mass = 0;
  for (let i = 0; i <= steps; i++) {
    const x = low + i * width;
    const weight = density(first, x) * (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2);
    if (!Number.isFinite(weight)) continue;
    sum += weight * posteriorCdf(second, x);
    mass += weight;
  }
  return sum / mass;
}
