/* Seeded random draws (sfc32, Doty-Humphrey): the same seed and stream name give the same values on every machine. Not for secrets. */

/** A stream of draws; every method moves it on. */
export interface Draw {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Whole number in 0 .. below - 1. */
  below(limit: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** One member of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** Index drawn in proportion to the weights; the last one when all are 0. */
  weighted(weights: readonly number[]): number;
  /** Standard normal. */
  normal(): number;
  /** Log-normal with this median and standard deviation of the log. */
  spread(median: number, sd: number): number;
  /** Gamma with mean 1 and this whole shape. */
  erlang(shape: number): number;
  /** Poisson count; the mean should stay below 100. */
  poisson(mean: number): number;
}

/** A fresh stream for a seed and a name, so that one part of the sample can change without moving the others. */
export function stream(seed: number, name: string): Draw {
  const uniform = sfc32(seed, hashOf(name));
  const normal = (): number => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    return radius * Math.cos(2 * Math.PI * uniform());
  };
  const below = (limit: number): number => Math.floor(uniform() * limit);
  return {
    uniform,
    between: (low, high) => low + (high - low) * uniform(),
    below,
    chance: (p) => uniform() < p,
    pick: (list) => {
      const chosen = list[below(list.length)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
    weighted: (weights) => weightedIndex(uniform(), weights),
    normal,
    spread: (median, sd) => median * Math.exp(sd * normal()),
    erlang: (shape) => {
      let product = 1;
      for (let i = 0; i < shape; i++) product *= 1 - uniform();
      return -Math.log(product) / shape;
    },
    poisson: (mean) => {
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = uniform(); product > limit; product *= uniform()) count++;
      return count;
    },
  };
}

function weightedIndex(u: number, weights: readonly number[]): number {
  let left = u * weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i] ?? 0;
    if (left < 0) return i;
  }
  return weights.length - 1;
}

/** 32-bit FNV-1a hash of a text. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Uniform draws in [0, 1) with 32 bits, from two whole numbers as seed. */
export function sfc32(seed: number, salt: number): () => number {
  let a = seed | 0;
  let b = salt | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}
