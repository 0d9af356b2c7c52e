/* What closing a rep's gaps would be worth along the chain entries × step rates × deal value.
 * Source: product chain with Shapley shares (shapley.ts); percentile interval of seeded draws from the posteriors.
 * Limits: present volume, and the later steps are taken to be able to absorb what the earlier ones add. */
import { quantileSorted } from './quantile';
import { seeded, type Random } from './random';
import { shapleySplit } from './shapley';
import type { Interval } from './intervals';

/** One factor of the chain: a step rate or the deal value. */
export interface ChainFactor {
  /** Present figure: the posterior mean. */
  current: number;
  /** Figure of the peers; null when there is none. */
  reference: number | null;
  /** Only a flagged factor is raised to its reference. */
  flagged: boolean;
  /** One draw of the true figure, on the scale of `current`; absent when it is taken as known. */
  draw?: (random: Random) => number;
}

/** Money a year from closing the gaps; lists are in the order of the factors. */
export interface GapValue {
  /** Present yearly money of the chain. */
  current: number;
  /** From closing this gap and no other; 0 where nothing is flagged. */
  alone: number[];
  /** From closing all flagged gaps. */
  together: number;
  /** Shares of `together`; they sum to it. */
  shares: number[];
  aloneInterval: Interval[];
  togetherInterval: Interval;
  shareInterval: Interval[];
}

/** Settings of the draws. */
export interface DrawSettings {
  draws?: number;
  seed?: number;
  /** Central share of the draws the interval holds: 0.9 is 5 to 95 percent. */
  level?: number;
}

interface Closed {
  current: number;
  alone: number[];
  together: number;
  shares: number[];
}

function close(entries: number, present: readonly number[], factors: readonly ChainFactor[]): Closed {
  const target = factors.map(({ flagged, reference }, i) =>
    flagged && reference !== null ? Math.max(present[i]!, reference) : present[i]!,
  );
  const chain = (values: readonly number[]): number => values.reduce((product, value) => product * value, entries);
  const alone = target.map((aim, s) => (aim - present[s]!) * chain(present.filter((_, u) => u !== s)));
  const split = shapleySplit([entries, ...present], [entries, ...target]);
  return { current: chain(present), alone, together: split.change, shares: split.effects.slice(1) };
}

/** Value of closing the flagged gaps of a chain with `entries` yearly entries at its first rung. */
export function gapValue(
  entries: number,
  factors: readonly ChainFactor[],
  { draws = 2000, seed, level = 0.9 }: DrawSettings = {},
): GapValue {
  const present = factors.map((factor) => factor.current);
  const random = seeded(seed);
  const runs = Array.from({ length: draws }, () =>
    close(
      entries,
      factors.map((factor) => factor.draw?.(random) ?? factor.current),
      factors,
    ),
  );
  const interval = (read: (run: Closed) => number): Interval => {
    const sorted = Float64Array.from(runs, read).sort();
    return {
      lower: quantileSorted(sorted, (1 - level) / 2) ?? 0,
      upper: quantileSorted(sorted, (1 + level) / 2) ?? 0,
    };
  };
  return {
    ...close(entries, present, factors),
    aloneInterval: factors.map((_, s) => interval((run) => run.alone[s]!)),
    togetherInterval: interval((run) => run.together),
    shareInterval: factors.map((_, s) => interval((run) => run.shares[s]!)),
  };
}
