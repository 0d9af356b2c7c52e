/* The teams of the calibration table and what the rule must reach on each. */
import { differentMix, judge, sameMix, spreadRates, withoutStrata, type Tally } from './teams';

/** One line of the table: a measured share and the bound it must keep. */
export interface Line {
  team: string;
  measure: string;
  value: number;
  bound: string;
  met: boolean;
}

const equal = (reps: number): number[] => Array.from({ length: reps }, () => 1);
const nobody = (): boolean => false;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function atMost(team: string, measure: string, value: number, bound: number): Line {
  return { team, measure, value, bound: `<= ${bound}`, met: value <= bound };
}

function atLeast(team: string, measure: string, value: number, bound: number): Line {
  return { team, measure, value, bound: `>= ${bound}`, met: value >= bound };
}

const flagged = (tally: Tally): number => share(tally.runsWithFlag, tally.runs);
const wrong = (tally: Tally): number => share(tally.falseGaps, tally.gaps);
const found = (tally: Tally): number => share(tally.lowFound, tally.low);

function allEqual(runs: number, reps: number): Line {
  const rates = equal(reps).map(() => 0.3);
  const tally = judge(runs, 100 + reps, (random) => sameMix(random, rates, 150), nobody);
  return atMost(`${reps} reps, all equal, same mix`, 'runs with anyone flagged', flagged(tally), 0.1);
}

function equalOnDifferentMixes(runs: number, reps: number): Line[] {
  const name = `${reps} reps, all equal, different mixes`;
  const make = (random: Parameters<typeof differentMix>[0]): ReturnType<typeof differentMix> =>
    differentMix(random, equal(reps), () => 150 + random.integer(51));
  const adjusted = judge(runs, 200 + reps, make, nobody);
  const plain = judge(runs, 200 + reps, (random) => withoutStrata(make(random)), nobody);
  return [
    atMost(name, 'runs with anyone flagged', flagged(adjusted), 0.1),
    atLeast(`${name}, unadjusted`, 'runs with anyone flagged', flagged(plain), 0.95),
  ];
}

function spreadTeam(runs: number, trials: number): Tally {
  return judge(
    runs,
    300 + trials,
    (random) => sameMix(random, spreadRates(random, 12, 0.3, 0.05), trials),
    (own, peers) => own < peers - 0.05,
  );
}

function oneFarBelow(runs: number): Line[] {
  const name = 'one of 10 far below, n 150';
  const tally = judge(
    runs,
    500,
    (random) => sameMix(random, [0.2, ...spreadRates(random, 9, 0.35, 0.03)], 150),
    (own) => own === 0.2,
  );
  return [
    atLeast(name, 'runs in which the low one is found', found(tally), 0.8),
    atMost(name, 'flagged at or above the median', wrong(tally), 0.15),
  ];
}

function skilledOnDifferentMixes(runs: number): Line[] {
  const name = '30 reps, n 200, different mixes, skill spread';
  const tally = judge(
    runs,
    600,
    (random) =>
      differentMix(
        random,
        equal(30).map(() => Math.exp(random.normal(0, 0.2))),
        () => 200,
      ),
    (own, peers) => own < 0.85 * peers,
  );
  return [
    atMost(name, 'flagged at or above the median', wrong(tally), 0.1),
    atLeast(name, '15 percent below, found', found(tally), 0.65),
  ];
}

/** The whole table over `runs` simulated teams a setting. Seeds are fixed, so a table repeats. */
export function calibrationTable(runs: number): Line[] {
  const roomy = spreadTeam(runs, 150);
  const sparse = spreadTeam(runs, 60);
  return [
    allEqual(runs, 30),
    allEqual(runs, 12),
    ...equalOnDifferentMixes(runs, 30),
    ...equalOnDifferentMixes(runs, 12),
    atMost('12 reps, n 150, sd 0.05', 'flagged at or above the median', wrong(roomy), 0.15),
    atLeast('12 reps, n 150, sd 0.05', 'more than 5 points low, found', found(roomy), 0.5),
    atMost('12 reps, n 60, sd 0.05', 'flagged at or above the median', wrong(sparse), 0.2),
    atMost('12 reps, n 60, sd 0.05', 'gaps flagged per rep (rare)', share(sparse.gaps, runs * 12), 0.15),
    ...oneFarBelow(runs),
    ...skilledOnDifferentMixes(runs),
  ];
}
