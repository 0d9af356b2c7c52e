/* A rep's rate as it would be on the mix of deals the peers have.
 * Source: indirect standardisation, Selvin (2004) and epitools' ageadjust.indirect; log-normal Poisson limits. Small strata borrow from
 * coarser ones, and the variance of the index is kept as a smaller number of effective trials. */

/** Observed over expected, with limits; lower is null when nothing was observed. */
export interface Index {
  index: number;
  lower: number | null;
  upper: number;
}

/** Trials and successes of one unit in one stratum; strata are named by three codes, any whole number, unknown being a code of its own. */
export interface StratumCounts {
  unit: ArrayLike<number>;
  segment: ArrayLike<number>;
  source: ArrayLike<number>;
  size: ArrayLike<number>;
  trials: ArrayLike<number>;
  successes: ArrayLike<number>;
}

/** A unit's rate before and after the mix of its trials is taken out. */
export interface AdjustedRate {
  trials: number;
  successes: number;
  /** successes / trials; null without trials. */
  crude: number | null;
  /** Successes the peers' stratum rates lead one to expect. */
  expected: number;
  /** successes / expected; null when nothing is expected. */
  index: number | null;
  /** index times the peers' crude rate, at most 1; the crude rate where there is no index; null without trials. */
  adjusted: number | null;
  /** Trials that carry the adjusted rate's uncertainty, at most `trials`, a fraction. */
  effectiveTrials: number;
  /** adjusted times effectiveTrials. */
  effectiveSuccesses: number;
  /** The other peers' crude rate; null when they have no trials. */
  peerRate: number | null;
  /** True when adjusted and crude differ by more than 5 points. */
  mix: boolean;
}

const FEWEST_PEER_TRIALS = 20;
const MIX_POINTS = 0.05;

/** Index of `observed` against `expected` events; null when nothing is expected. With none observed only the upper limit stands:
 *  the rule of three, 3/expected at level 0.95. */
export function standardisedIndex(observed: number, expected: number, z = 1.959963984540054): Index | null {
  if (!(expected > 0)) return null;
  if (observed === 0) return { index: 0, lower: null, upper: 3 / expected };
  const index = observed / expected;
  const factor = Math.exp(z / Math.sqrt(observed));
  return { index, lower: index / factor, upper: index * factor };
}

/** Events expected from sizes and reference rates. */
export function expectedCount(sizes: ArrayLike<number>, rates: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < sizes.length; i++) sum += sizes[i]! * rates[i]!;
  return sum;
}

interface Tally {
  trials: number;
  successes: number;
}

type Tallies = ReadonlyMap<string, Tally>;

const none: Tallies = new Map();

/** Names of a row's stratum, finest first: segment, source and size; then without size; without source; everything. */
function levels(counts: StratumCounts, row: number): string[] {
  const { segment, source, size } = counts;
  return [`${segment[row]}|${source[row]}|${size[row]}`, `${segment[row]}|${source[row]}`, `${segment[row]}`, ''];
}

function add(tallies: Map<string, Tally>, key: string, trials: number, successes: number): void {
  const tally = tallies.get(key);
  if (tally === undefined) tallies.set(key, { trials, successes });
  else {
    tally.trials += trials;
    tally.successes += successes;
  }
}

function less(all: Tally | undefined, own: Tally | undefined): Tally {
  return {
    trials: (all?.trials ?? 0) - (own?.trials ?? 0),
    successes: (all?.successes ?? 0) - (own?.successes ?? 0),
  };
}

/** Rate of the other peers in the finest stratum of the row where they have trials enough, else over all their trials. */
function peerRateOf(keys: readonly string[], peers: Tallies, own: Tallies): number | null {
  for (const key of keys) {
    const others = less(peers.get(key), own.get(key));
    if (others.trials >= FEWEST_PEER_TRIALS) return others.successes / others.trials;
  }
  const all = less(peers.get(''), own.get(''));
  return all.trials > 0 ? all.successes / all.trials : null;
}

function crudeOnly(tally: Tally, expected: number, peerRate: number | null): AdjustedRate {
  const crude = tally.trials > 0 ? tally.successes / tally.trials : null;
  return {
    trials: tally.trials,
    successes: tally.successes,
    crude,
    expected,
    index: null,
    adjusted: crude,
    effectiveTrials: tally.trials,
    effectiveSuccesses: tally.successes,
    peerRate,
    mix: false,
  };
}

function adjust(tally: Tally, expected: number, variance: number, peerRate: number): AdjustedRate {
  const { trials, successes } = tally;
  const crude = successes / trials;
  const index = successes / expected;
  const adjusted = Math.min(1, index * peerRate);
  const scaled = (peerRate / expected) ** 2 * variance;
  const effectiveTrials = scaled > 0 ? Math.min(trials, (peerRate * (1 - peerRate)) / scaled) : trials;
  return {
    trials,
    successes,
    crude,
    expected,
    index,
    adjusted,
    effectiveTrials,
    effectiveSuccesses: Math.min(effectiveTrials, adjusted * effectiveTrials),
    peerRate,
    mix: Math.abs(adjusted - crude) > MIX_POINTS,
  };
}

/** Adjusted rates of units 0 .. `units` - 1, each against the other peers. A unit that is no peer is compared but not a reference.
 *  `sameAs` names the unit that holds the same person at another time, whose trials are no reference either; a unit is its own by default. */
export function adjustForMix(
  counts: StratumCounts,
  units: number,
  isPeer: (unit: number) => boolean = () => true,
  sameAs: (unit: number) => number = (unit) => unit,
): AdjustedRate[] {
  const peers = new Map<string, Tally>();
  const rows = Array.from({ length: units }, (): number[] => []);
  for (let row = 0; row < counts.unit.length; row++) {
    const unit = counts.unit[row]!;
    const own = rows[unit];
    if (own === undefined) throw new RangeError(`no unit ${unit} among ${units}`);
    own.push(row);
    if (!isPeer(unit)) continue;
    for (const key of levels(counts, row)) add(peers, key, counts.trials[row]!, counts.successes[row]!);
  }
  return rows.map((own, unit) => {
    const same = sameAs(unit);
    return adjustUnit(counts, own, peers, isPeer(same) ? talliesOf(counts, rows[same] ?? []) : none);
  });
}

function talliesOf(counts: StratumCounts, rows: readonly number[]): Tallies {
  const own = new Map<string, Tally>();
  for (const row of rows) {
    for (const key of levels(counts, row)) add(own, key, counts.trials[row]!, counts.successes[row]!);
  }
  return own;
}

/** One unit's rate, set against the peers less those trials of theirs that are `taken` for the person's own. */
function adjustUnit(counts: StratumCounts, rows: readonly number[], peers: Tallies, taken: Tallies): AdjustedRate {
  const tally = { trials: 0, successes: 0 };
  for (const row of rows) {
    tally.trials += counts.trials[row]!;
    tally.successes += counts.successes[row]!;
  }
  const peerRate = peerRateOf([], peers, taken);
  let expected = 0;
  let variance = 0;
  for (const row of rows) {
    const rate = peerRateOf(levels(counts, row), peers, taken) ?? 0;
    expected += counts.trials[row]! * rate;
    variance += counts.trials[row]! * rate * (1 - rate);
  }
  if (peerRate === null || tally.trials === 0 || !(expected > 0)) return crudeOnly(tally, expected, peerRate);
  return adjust(tally, expected, variance, peerRate);
}

/** Share of two mixes that does not overlap, 0 (same) to 1 (nothing shared): total variation between two lists of weights over the same
 *  strata. Null when either sums to 0. */
export function mixDistance(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  const total = (weights: ArrayLike<number>): number => Array.from(weights).reduce((sum, weight) => sum + weight, 0);
  const all1 = total(first);
  const all2 = total(second);
  if (!(all1 > 0 && all2 > 0)) return null;
  let apart = 0;
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    apart += Math.abs((first[i] ?? 0) / all1 - (second[i] ?? 0) / all2);
  }
  return apart / 2;
}
