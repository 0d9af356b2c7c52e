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

/** Places of the factors that are raised. A factor that stays as it is scales every part alike, so only these take part in the split. */
function raisedOf(factors: readonly ChainFactor[]): number[] {
  return factors.flatMap(({ flagged, reference }, i) => (flagged && reference !== null ? [i] : []));
}

function close(
  entries: number,
  present: readonly number[],
  factors: readonly ChainFactor[],
  raised: readonly number[],
): Closed {
  const alone = new Array<number>(factors.length).fill(0);
  const shares = new Array<number>(factors.length).fill(0);
  let current = entries;
  let scale = entries;
  present.forEach((value, i) => {
    current *= value;
    if (!raised.includes(i)) scale *= value;
  });
  const from = raised.map((i) => present[i]!);
  const to = raised.map((i) => Math.max(present[i]!, factors[i]!.reference ?? present[i]!));
  const split = shapleySplit(from, to);
  raised.forEach((i, place) => {
    const others = from.reduce((product, value, other) => (other === place ? product : product * value), scale);
    alone[i] = (to[place]! - from[place]!) * others;
    shares[i] = scale * split.effects[place]!;
  });
  return { current, alone, together: scale * split.change, shares };
}

/** Value of closing the flagged gaps of a chain with `entries` yearly entries at its first rung. */
export function gapValue(
  entries: number,
  factors: readonly ChainFactor[],
  { draws = 2000, seed, level = 0.9 }: DrawSettings = {},
): GapValue {
  const present = factors.map((factor) => factor.current);
  const raised = raisedOf(factors);
  const random = seeded(seed);
  const runs = Array.from({ length: draws }, () =>
    close(
      entries,
      factors.map((factor) => factor.draw?.(random) ?? factor.current),
      factors,
      raised,
    ),
  );
  const nothing: Interval = { lower: 0, upper: 0 };
  const interval = (read: (run: Closed) => number): Interval => {
    const sorted = new Float64Array(runs.length);
    runs.forEach((run, i) => (sorted[i] = read(run)));
    sorted.sort();
    return {
      lower: quantileSorted(sorted, (1 - level) / 2) ?? 0,
      upper: quantileSorted(sorted, (1 + level) / 2) ?? 0,
    };
  };
  return {
    ...close(entries, present, factors, raised),
    aloneInterval: factors.map((_, s) => (raised.includes(s) ? interval((run) => run.alone[s]!) : nothing)),
    togetherInterval: interval((run) => run.together),
    shareInterval: factors.map((_, s) => (raised.includes(s) ? interval((run) => run.shares[s]!) : nothing)),
  };
}
