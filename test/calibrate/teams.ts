/* Simulated teams for judging the skill rule: known true rates, so every flag can be called right or wrong. */
import { median } from '../../electron/stats/quantile';
import { seeded, type Random } from '../../electron/stats/random';
import { assessRateSkill, type Finding } from '../../electron/stats/skill';
import type { StratumCounts } from '../../electron/stats/standardise';

/** A simulated team: trials by stratum and each rep's true standing, higher being better. */
export interface Team {
  counts: StratumCounts;
  truth: number[];
}

/** How often a rule named someone over many simulated teams, and how often it was right. */
export interface Tally {
  runs: number;
  /** Runs in which anyone was named, for a gap or a strength. */
  runsWithFlag: number;
  /** Reps named for a gap, and those among them truly at or above their peers' median. */
  gaps: number;
  falseGaps: number;
  /** Reps truly far enough below to be worth finding, and those among them named. */
  low: number;
  lowFound: number;
}

/** Builds a team from each rep's trials in each stratum and a true rate for each cell. */
function team(
  random: Random,
  trials: number[][],
  rate: (rep: number, stratum: number) => number,
  truth: number[],
): Team {
  const cells = trials.flatMap((row, rep) => row.map((n, stratum) => ({ rep, stratum, n }))).filter(({ n }) => n > 0);
  const column = (read: (cell: { rep: number; stratum: number; n: number }) => number): Float64Array =>
    Float64Array.from(cells, read);
  const none = new Float64Array(cells.length);
  return {
    counts: {
      unit: column(({ rep }) => rep),
      segment: column(({ stratum }) => stratum),
      source: none,
      size: none,
      trials: column(({ n }) => n),
      successes: column(({ rep, stratum, n }) => random.binomial(n, rate(rep, stratum))),
    },
    truth,
  };
}

const list = (length: number, make: (i: number) => number): number[] => Array.from({ length }, (_, i) => make(i));

/** Reps with one stratum, `n` trials each and the true rates given. */
export function sameMix(random: Random, rates: number[], n: number): Team {
  return team(
    random,
    rates.map(() => [n]),
    (rep) => rates[rep]!,
    rates,
  );
}

/** True rates of the three strata of the teams with different mixes. */
const STRATA = [0.15, 0.3, 0.55];

/** Reps whose trials fall very differently over three strata; `factors` multiply the stratum rates. */
export function differentMix(random: Random, factors: number[], trials: (rep: number) => number): Team {
  const counts = factors.map((_, rep) => {
    const weights = STRATA.map(() => random.gamma(1));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const all = trials(rep);
    const row = weights.map((weight) => Math.floor((all * weight) / sum));
    row[0]! += all - row.reduce((total, n) => total + n, 0);
    return row;
  });
  return team(random, counts, (rep, stratum) => Math.min(0.95, STRATA[stratum]! * factors[rep]!), factors);
}

/** Spread rates around a centre, kept inside 1 to 99 percent. */
export function spreadRates(random: Random, reps: number, centre: number, sd: number): number[] {
  return list(reps, () => Math.min(0.99, Math.max(0.01, random.normal(centre, sd))));
}

/** The same trials with every stratum thrown together: what the rule would see without mix adjustment. */
export function withoutStrata({ counts, truth }: Team): Team {
  return { counts: { ...counts, segment: new Float64Array(counts.unit.length) }, truth };
}

/** Assesses many teams and counts right and wrong names. `isLow` says who is far enough below the median of the others. */
export function judge(
  runs: number,
  seed: number,
  make: (random: Random) => Team,
  isLow: (truth: number, peers: number) => boolean,
): Tally {
  const random = seeded(seed);
  const tally: Tally = { runs, runsWithFlag: 0, gaps: 0, falseGaps: 0, low: 0, lowFound: 0 };
  for (let run = 0; run < runs; run++) {
    const { counts, truth } = make(random);
    const findings = assessRateSkill(counts, truth.length).findings.map(({ finding }) => finding);
    count(tally, findings, truth, isLow);
  }
  return tally;
}

function count(
  tally: Tally,
  findings: readonly Finding[],
  truth: readonly number[],
  isLow: (truth: number, peers: number) => boolean,
): void {
  if (findings.some((finding) => finding === 'gap' || finding === 'strength')) tally.runsWithFlag++;
  truth.forEach((own, rep) => {
    const peers = median(truth.filter((_, other) => other !== rep)) ?? own;
    const named = findings[rep] === 'gap';
    if (named) tally.gaps++;
    if (named && own >= peers) tally.falseGaps++;
    if (isLow(own, peers)) tally.low++;
    if (isLow(own, peers) && named) tally.lowFound++;
  });
}
