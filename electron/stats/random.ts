/* Seeded random draws: the same seed gives the same picture on every machine.
 * Source: sfc32 (Doty-Humphrey, PractRand); normal by Marsaglia's polar method; gamma by Marsaglia and Tsang (2000); Poisson by
 * inversion below mean 30 and by Hörmann's PTRS (1993) above. Not for secrets. */
import { lnGamma } from './special';

/** A stream of draws; every method moves it on. */
export interface Random {
  /** Uniform in [0, 1) with 53 bits. */
  uniform(): number;
  /** Whole number in 0 .. below - 1. */
  integer(below: number): number;
  /** Normal, standard by default. */
  normal(mean?: number, sd?: number): number;
  /** Gamma with this shape and rate. */
  gamma(shape: number, rate?: number): number;
  /** Beta. */
  beta(a: number, b: number): number;
  /** True with probability `p`. */
  bernoulli(p: number): boolean;
  /** Successes in `n` trials. Cost: `n` draws. */
  binomial(n: number, p: number): number;
  /** Poisson count. */
  poisson(mean: number): number;
}

/** Seed used wherever a caller names none. */
const DEFAULT_SEED = 1;

/** A fresh stream for a seed (whole number). */
export function seeded(seed: number = DEFAULT_SEED): Random {
  const uniform = sfc32(seed);
  const normal = polar(uniform);
  const gamma = (shape: number, rate = 1): number => standardGamma(uniform, normal, shape) / rate;
  const bernoulli = (p: number): boolean => uniform() < p;
  return {
    uniform,
    integer: (below) => Math.floor(uniform() * below),
    normal: (mean = 0, sd = 1) => mean + sd * normal(),
    gamma,
    beta: (a, b) => {
      const x = gamma(a);
      return x / (x + gamma(b));
    },
    bernoulli,
    binomial: (n, p) => {
      let successes = 0;
      for (let i = 0; i < n; i++) if (bernoulli(p)) successes++;
      return successes;
    },
    poisson: (mean) => (mean < 30 ? poissonByInversion(uniform, mean) : poissonByRejection(uniform, mean)),
  };
}

function sfc32(seed: number): () => number {
  let a = seed | 0;
  let b = Math.floor(seed / 0x1_0000_0000) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 20; i++) next();
  return () => ((next() >>> 5) * 0x400_0000 + (next() >>> 6)) / 0x20_0000_0000_0000;
}

function polar(uniform: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const ready = spare;
      spare = null;
      return ready;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const scale = Math.sqrt((-2 * Math.log(s)) / s);
        spare = v * scale;
        return u * scale;
      }
    }
  };
}

function standardGamma(uniform: () => number, normal: () => number, shape: number): number {
  if (shape < 1) return standardGamma(uniform, normal, shape + 1) * Math.pow(1 - uniform(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const t = 1 + c * x;
    if (t <= 0) continue;
    const v = t * t * t;
    if (Math.log(1 - uniform()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
  }
}

function poissonByInversion(uniform: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > limit; product *= uniform()) count++;
  return count;
}

function poissonByRejection(uniform: () => number, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  const logMean = Math.log(mean);
  for (;;) {
    const u = uniform() - 0.5;
    const v = 1 - uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= quick) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= k * logMean - mean - lnGamma(k + 1)) return k;
  }
}
