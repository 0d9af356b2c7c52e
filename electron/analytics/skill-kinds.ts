import type { Verdict } from '../stats/beta-binomial';
import { fitGammaPoisson, gammaPosterior } from '../stats/gamma-poisson';
import type { Summary } from '../stats/intervals';
import { fitNormal, normalPosterior } from '../stats/normal-normal';
import type { Posterior } from '../stats/posterior';
import type { Peer, SkillFinding, SkillScale } from '../stats/skill';
import { findSkillGaps, logMoneyScale, paceScale, rateGapSteps, rateScaleFor } from '../stats/skill';
import { adjustForMix } from '../stats/standardise';
import type { BoardColumns, BoardSettings, Gathered, SkillCell, SkillTable } from './skill-board';

/** A skill without its name and role. */
export type Assessed = Omit<SkillTable, 'role' | 'skill' | 'cells'> & {
  readonly cells: readonly Omit<SkillCell, 'skill'>[];
};

interface Fit {
  readonly verdict: Verdict;
  readonly p: number;
  readonly units: number;
}

const sum = (rows: readonly number[], values: Float64Array): number =>
  rows.reduce((total, row) => total + (values[row] || 0), 0);

// Those still finding their feet are set against the others, but no finding is made of them, and they take no place in the list of findings.
function findingsOf(
  peers: readonly Peer[],
  people: readonly Gathered[],
  verdict: Verdict,
  scale: SkillScale,
  reference: BoardSettings['reference'],
): readonly SkillFinding[] {
  const judged = peers.map((peer, i) => ({ ...peer, isCandidate: people[i]?.person.inRamp !== true }));
  return stillLearning(findSkillGaps(judged, verdict, { scale, reference }), people);
}

function stillLearning(findings: readonly SkillFinding[], people: readonly Gathered[]): readonly SkillFinding[] {
  return findings.map((found, i) =>
    people[i]?.person.inRamp && found.finding === 'in_line' ? { ...found, finding: 'too_little_evidence' } : found,
  );
}

function assembled(
  people: readonly Gathered[],
  cells: readonly Omit<SkillCell, 'skill' | 'person' | 'rows' | 'entries' | 'measure'>[],
  columns: BoardColumns,
  measure: SkillCell['measure'],
  fit: (Fit & { readonly prior: Posterior; readonly within?: number }) | null,
): Assessed {
  return {
    measure,
    verdict: fit?.verdict ?? 'too_few',
    p: fit?.p ?? null,
    peers: people.filter(({ person }) => person.isPeer).length,
    prior: fit?.prior ?? null,
    within: fit?.within ?? 0,
    cells: cells.map((cell, i) => ({
      ...cell,
      person: people[i]!.person,
      rows: people[i]!.rows,
      entries: sum(people[i]!.rows, columns.entries),
      measure,
    })),
  };
}

/** A rate skill: adjusted for the mix of deals, shrunk toward the peers, set against them; in steps, so that others can have their turn. */
export function* assessRate(
  columns: BoardColumns,
  people: readonly Gathered[],
  board: BoardSettings,
): Generator<undefined, Assessed> {
  const isPeer = (unit: number): boolean => people[unit]?.person.isPeer ?? false;
  const first = new Map<string, number>();
  people.forEach(({ person }, unit) => first.has(person.rep) || first.set(person.rep, unit));
  const sameAs = (unit: number): number => first.get(people[unit]?.person.rep ?? '') ?? unit;
  const rates = adjustForMix(countsOf(columns, people), people.length, isPeer, sameAs);
  yield;
  const found = yield* rateGapSteps(rates, {
    scale: rateScaleFor(board.settings.evidence_n, board.settings.evidence_expected),
    reference: board.reference,
    isReference: isPeer,
    isCandidate: (unit) => people[unit]?.person.inRamp !== true,
  });
  const findings = found && stillLearning(found.findings, people);
  const cells = rates.map((rate, unit) => ({
    successes: rate.successes,
    trials: rate.trials,
    crude: rate.crude,
    adjusted: rate.adjusted,
    effectiveTrials: rate.effectiveTrials,
    mix: rate.mix,
    posterior: found?.posteriors[unit] ?? null,
    finding: findings?.[unit] ?? null,
  }));
  const prior = found && ({ family: 'beta', a: found.fit.alpha, b: found.fit.beta } as const);
  return assembled(people, cells, columns, 'ratio', found && prior && { ...found.fit, prior });
}

function countsOf(columns: BoardColumns, people: readonly Gathered[]) {
  const rows = people.flatMap(({ rows }) => rows);
  const units = people.flatMap(({ rows }, unit) => rows.map(() => unit));
  const pick = (values: ArrayLike<number>): Float64Array => Float64Array.from(rows, (row) => values[row] ?? 0);
  return {
    unit: units,
    segment: pick(columns.segment),
    source: pick(columns.source),
    size: pick(columns.size),
    trials: pick(columns.trials),
    successes: pick(columns.successes),
  };
}

/** The value of won deals: mean log amount, shrunk toward the peers; told as typical money. */
export function assessValue(columns: BoardColumns, people: readonly Gathered[], board: BoardSettings): Assessed {
  const summaries = people.map(({ rows }): Summary => {
    const n = sum(rows, columns.trials);
    const mean = n > 0 ? sum(rows, columns.logSum) / n : 0;
    const squares = sum(rows, columns.logSquares) - n * mean * mean;
    return { n, mean, variance: n > 1 ? Math.max(0, squares) / (n - 1) : 0 };
  });
  const fit = fitNormal(summaries.filter((_, i) => people[i]?.person.isPeer));
  const posteriors = summaries.map(({ n, mean }) => fit && normalPosterior(fit, n, mean));
  const peers = summaries.map(({ n, mean }, i): Peer => ({
    posterior: posteriors[i] ?? { family: 'normal', mean: 0, sd: 1 },
    evidence: n,
    observed: [n > 0 ? mean : (fit?.mean ?? 0)],
    isReference: people[i]?.person.isPeer ?? false,
  }));
  const findings = fit && findingsOf(peers, people, fit.verdict, logMoneyScale(fit.within), board.reference);
  const cells = summaries.map(({ n, mean }, i) => ({
    successes: n,
    trials: n,
    crude: n > 0 ? Math.exp(mean) : null,
    adjusted: n > 0 ? Math.exp(mean) : null,
    effectiveTrials: n,
    mix: false,
    posterior: posteriors[i] ?? null,
    finding: findings?.[i] ?? null,
  }));
  const prior = fit && ({ family: 'normal', mean: fit.mean, sd: Math.sqrt(fit.between) } as const);
  return assembled(people, cells, columns, 'money', fit && prior && { ...fit, prior });
}

/** Events a working day. Where days bunch more than chance alone would have it, each day counts for as much less evidence. */
export function assessPace(columns: BoardColumns, people: readonly Gathered[], board: BoardSettings): Assessed {
  const bunching = bunchingOf(columns, people);
  const totals = people.map(({ rows }) => ({ days: sum(rows, columns.trials), events: sum(rows, columns.successes) }));
  const peersOnly = totals.filter((_, i) => people[i]?.person.isPeer);
  const fit = fitGammaPoisson(
    peersOnly.map(({ events }) => events / bunching),
    peersOnly.map(({ days }) => days / bunching),
  );
  const posteriors = totals.map(({ days, events }) => fit && gammaPosterior(fit, events / bunching, days / bunching));
  const peers = totals.map(({ days, events }, i): Peer => ({
    posterior: posteriors[i] ?? { family: 'gamma', shape: 1, rate: 1 },
    evidence: days / bunching,
    observed: [days > 0 ? events / days : (fit?.mean ?? 0)],
    isReference: people[i]?.person.isPeer ?? false,
  }));
  const findings = fit && findingsOf(peers, people, fit.verdict, paceScale, board.reference);
  const cells = totals.map(({ days, events }, i) => ({
    successes: events,
    trials: days,
    crude: days > 0 ? events / days : null,
    adjusted: days > 0 ? events / days : null,
    effectiveTrials: days / bunching,
    mix: false,
    posterior: posteriors[i] ?? null,
    finding: findings?.[i] ?? null,
  }));
  const prior = fit && ({ family: 'gamma', shape: fit.shape, rate: fit.rate } as const);
  return assembled(people, cells, columns, 'pace', fit && prior && { ...fit, prior });
}

/** Variance over mean of people's weekly counts around their own pace, at least 1. Source: Pearson dispersion, McCullagh and Nelder (1989). */
function bunchingOf(columns: BoardColumns, people: readonly Gathered[]): number {
  let squares = 0;
  let freedom = 0;
  for (const { rows } of people) {
    const days = sum(rows, columns.trials);
    const pace = sum(rows, columns.successes) / days;
    if (!(days > 0 && pace > 0)) continue;
    const weeks = rows.filter((row) => (columns.trials[row] ?? 0) > 0);
    for (const row of weeks) {
      const expected = pace * (columns.trials[row] ?? 0);
      squares += ((columns.successes[row] ?? 0) - expected) ** 2 / expected;
    }
    freedom += weeks.length - 1;
  }
  return freedom > 0 ? Math.max(1, squares / freedom) : 1;
}
