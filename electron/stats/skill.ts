/* Which reps are below or above their peers in a skill by more than chance and more than a trifle.
 * Source: posterior tail probabilities with a bound on the expected share of false findings in the list, after Müller, Parmigiani and Rice
 * (2007). Limits: nobody is named unless the skill itself shows that people differ; the finding is about results, never about a person. */
import { betaPosterior, fitBetaBinomial, type BetaBinomialFit, type Verdict } from './beta-binomial';
import { withoutRest } from './bfgs';
import { zOf } from './distributions';
import { posteriorCdf, posteriorInterval, posteriorMean, type Posterior } from './posterior';
import { quantile } from './quantile';
import { adjustForMix, type AdjustedRate, type StratumCounts } from './standardise';

/** A rep as the rule sees it. */
export interface Peer {
  posterior: Posterior;
  /** Effective trials, deals or working days; 0 means nothing was seen and the rep is no reference for others. */
  evidence: number;
  /** Own figures before shrinkage, crude and adjusted: one of them must lie on the same side of the reference as the finding. */
  observed: readonly number[];
  /** False for a rep who is compared but is no reference (in ramp, employed too briefly). */
  isReference?: boolean;
  /** False for a rep of whom no finding is made, and who takes no place in the list. */
  isCandidate?: boolean;
}

/** What is said of a rep in a skill. */
export type Finding = 'gap' | 'strength' | 'in_line' | 'too_little_evidence' | 'no_difference';

/** A rep's place against the peers. `gap` is reference less posterior mean, on the scale of the posterior. */
export interface SkillFinding {
  finding: Finding;
  mean: number;
  lower: number;
  upper: number;
  /** Reference of the other peers; null when there are none. */
  reference: number | null;
  gap: number | null;
  /** Probability that the true figure is below the reference. */
  probabilityBelow: number | null;
  /** With `too_little_evidence`: about how many more trials would settle it; null when that cannot be said. */
  moreEvidence: number | null;
}

/** What the rule needs to know of a kind of skill. */
export interface SkillScale {
  /** Size of a gap in the unit of `smallest`, from reference and own figure; positive when below. */
  size: (reference: number, own: number) => number;
  smallest: number;
  /** Evidence still missing before anything may be said, at this reference; 0 when there is enough. */
  missing: (evidence: number, reference: number) => number;
  /** Variance of one unit of evidence at this reference. */
  varianceOfOne: (reference: number) => number;
}

/** Settings of the rule. */
export interface SkillRule {
  scale: SkillScale;
  reference?: 'median' | 'p75';
  /** Probability of being below (above) that a finding needs. */
  certainty?: number;
  /** Largest expected share of false findings in the list. */
  falseShare?: number;
  level?: number;
}

const atLeast = (wanted: number, evidence: number): number => Math.max(0, wanted - evidence);

/** Success rates: 2 points; so many trials, with so many successes and failures expected at the reference. */
export function rateScaleFor(trials: number, expected: number): SkillScale {
  return {
    size: (reference, own) => reference - own,
    smallest: 0.02,
    missing: (n, reference) => {
      const rarer = Math.min(reference, 1 - reference);
      return rarer > 0 ? atLeast(Math.max(trials, expected / rarer), n) : Infinity;
    },
    varianceOfOne: (reference) => reference * (1 - reference),
  };
}

/** Success rates under the usual rule: 30 trials with 5 successes and 5 failures expected at the reference. */
export const rateScale = rateScaleFor(30, 5);

/** Mean log deal value with this variance of one deal: 5 percent of the reference in money; 10 deals. */
export function logMoneyScale(within: number): SkillScale {
  return {
    size: (reference, own) => -Math.expm1(own - reference),
    smallest: 0.05,
    missing: (n) => atLeast(10, n),
    varianceOfOne: () => within,
  };
}

/** Events per working day: 5 percent of the reference; 30 days with 5 events expected at the reference. */
export const paceScale: SkillScale = {
  size: (reference, own) => (reference - own) / reference,
  smallest: 0.05,
  missing: (days, reference) => (reference > 0 ? atLeast(Math.max(30, 5 / reference), days) : Infinity),
  varianceOfOne: (reference) => reference,
};

/** True for the members of the longest list, surest first, whose mean chance of being false stays within `limit`. In the order given. */
export function keepByListRule(falseChance: readonly number[], limit: number): boolean[] {
  const order = falseChance.map((chance, index) => ({ chance, index })).sort((a, b) => a.chance - b.chance);
  const kept = falseChance.map(() => false);
  let sum = 0;
  order.forEach(({ chance, index }, i) => {
    sum += chance;
    // Sorted chances make the running mean rise, so the first excess ends the list.
    if (sum / (i + 1) <= limit + 1e-12) kept[index] = true;
  });
  return kept;
}

/** Reference for each rep: median or upper quartile of the other reference reps' posterior means; null when there is none. */
export function referencesOf(peers: readonly Peer[], kind: 'median' | 'p75' = 'median'): (number | null)[] {
  const means = peers.map((peer) => posteriorMean(peer.posterior));
  const counts = peers.map((peer) => peer.isReference !== false && peer.evidence > 0);
  return peers.map((_, i) =>
    quantile(
      means.filter((_mean, j) => j !== i && counts[j]),
      kind === 'median' ? 0.5 : 0.75,
    ),
  );
}

interface Standing {
  peer: Peer;
  mean: number;
  reference: number | null;
  /** Positive when below the reference, in the unit of the scale's smallest gap. */
  size: number;
  below: number;
  missing: number;
}

function standingOf(peer: Peer, reference: number | null, scale: SkillScale): Standing {
  const mean = posteriorMean(peer.posterior);
  if (reference === null) return { peer, mean, reference, size: 0, below: 0.5, missing: Infinity };
  return {
    peer,
    mean,
    reference,
    size: scale.size(reference, mean),
    below: posteriorCdf(peer.posterior, reference),
    missing: scale.missing(peer.evidence, reference),
  };
}

/** Side of the reference on which a rep is a candidate: 1 below, -1 above, 0 neither. */
function candidateSide({ peer, reference, size, below, missing }: Standing, rule: SkillRule): -1 | 0 | 1 {
  const { scale, certainty = 0.9 } = rule;
  if (reference === null || missing > 0 || peer.isCandidate === false) return 0;
  if (below >= certainty && size >= scale.smallest && Math.min(...peer.observed) < reference) return 1;
  if (1 - below >= certainty && -size >= scale.smallest && Math.max(...peer.observed) > reference) return -1;
  return 0;
}

function moreEvidence(standing: Standing, rule: SkillRule): number {
  const { reference, mean, size, missing, peer } = standing;
  const rough = zOf(rule.level ?? 0.95) ** 2 * rule.scale.varianceOfOne(reference ?? mean);
  const wanted = Math.abs(size) >= rule.scale.smallest ? Math.ceil(rough / ((reference ?? mean) - mean) ** 2) : 0;
  return Math.max(Math.ceil(missing), Math.ceil(wanted - peer.evidence));
}

function describe(standing: Standing, side: -1 | 0 | 1, verdict: Verdict, rule: SkillRule): SkillFinding {
  const { peer, mean, reference, below } = standing;
  const found: SkillFinding = {
    finding: 'in_line',
    mean,
    ...posteriorInterval(peer.posterior, rule.level),
    reference,
    gap: reference === null ? null : reference - mean,
    probabilityBelow: reference === null ? null : below,
    moreEvidence: null,
  };
  if (verdict === 'no_difference') return { ...found, finding: 'no_difference' };
  if (verdict === 'too_few' || reference === null) return { ...found, finding: 'too_little_evidence' };
  if (side !== 0) return { ...found, finding: side === 1 ? 'gap' : 'strength' };
  const more = moreEvidence(standing, rule);
  if (!(more > 0)) return found;
  return { ...found, finding: 'too_little_evidence', moreEvidence: Number.isFinite(more) ? more : null };
}

/** Findings for reps with posteriors, given whether the skill shows that people differ. Gaps and strengths are two lists, each under the
 *  list rule. Nobody is flagged unless the verdict is `differs`. */
export function findSkillGaps(peers: readonly Peer[], verdict: Verdict, rule: SkillRule): SkillFinding[] {
  const references = referencesOf(peers, rule.reference);
  const standings = peers.map((peer, i) => standingOf(peer, references[i] ?? null, rule.scale));
  const sides = standings.map((standing) => (verdict === 'differs' ? candidateSide(standing, rule) : 0));
  for (const side of [1, -1] as const) {
    const members = sides.flatMap((found, i) => (found === side ? [i] : []));
    const chances = members.map((i) => (side === 1 ? 1 - standings[i]!.below : standings[i]!.below));
    keepByListRule(chances, rule.falseShare ?? 0.1).forEach((kept, place) => {
      if (!kept) sides[members[place]!] = 0;
    });
  }
  return standings.map((standing, i) => describe(standing, sides[i] ?? 0, verdict, rule));
}

/** Findings of a rate skill with the prior they were judged by. */
export interface RateFindings {
  fit: BetaBinomialFit;
  posteriors: Posterior[];
  findings: SkillFinding[];
}

/** Distance from the others, in standard deviations, from which somebody does not belong to their spread. */
const FAR_OFF = 3;

function fitOn(rates: readonly AdjustedRate[], units: readonly number[]): BetaBinomialFit | null {
  return fitBetaBinomial(
    units.map((unit) => rates[unit]!.effectiveSuccesses),
    units.map((unit) => rates[unit]!.effectiveTrials),
  );
}

/** Distance of a rate from the other reference reps, in standard deviations of what they would lead one to expect; 0 where they are too few. */
function distance(rates: readonly AdjustedRate[], unit: number, units: readonly number[]): number {
  const fit = fitOn(
    rates,
    units.filter((other) => other !== unit),
  );
  const { adjusted, effectiveTrials } = rates[unit]!;
  if (fit === null || fit.verdict === 'too_few' || adjusted === null || !(effectiveTrials > 0)) return 0;
  const one = fit.mean * (1 - fit.mean);
  return Math.abs(adjusted - fit.mean) / Math.sqrt(one / effectiveTrials + one / (fit.strength + 1));
}

const isNamed = ({ finding }: SkillFinding): boolean => finding === 'gap' || finding === 'strength';

/** Findings of adjusted rates, with every figure from the one prior fitted on all reference reps. Null when no reference rep has a trial.
 *  Somebody far off widens that prior, and ordinary ones then stand out by chance. So beside somebody beyond the spread of the others, those
 *  others are named only if they are with a prior of their own too: of ten, one far below and nine exactly alike, 11 instead of 33 in 100 of
 *  the names are wrong, of simulated companies 11 instead of 17, and as many of the weak are found. */
export function findRateGaps(rates: readonly AdjustedRate[], rule: RateRule): RateFindings | null {
  return withoutRest(rateGapSteps(rates, rule));
}

/** Who of the rates is a reference for the others, and who may be named. */
export type RateRule = SkillRule & { isReference: (unit: number) => boolean; isCandidate?: (unit: number) => boolean };

/** The same one prior a step, so that others can have their turn. */
export function* rateGapSteps(
  rates: readonly AdjustedRate[],
  rule: RateRule,
): Generator<undefined, RateFindings | null> {
  const units = rates.flatMap((_, unit) => (rule.isReference(unit) ? [unit] : []));
  const fit = fitOn(rates, units);
  if (fit === null) return null;
  const shrunk = (prior: BetaBinomialFit, unit: number): Posterior =>
    betaPosterior(prior, rates[unit]!.effectiveSuccesses, rates[unit]!.effectiveTrials);
  const judge = (posteriors: readonly Posterior[], verdict: Verdict): SkillFinding[] =>
    findSkillGaps(
      rates.map((rate, unit) => ({
        posterior: posteriors[unit]!,
        evidence: rate.effectiveTrials,
        observed: rate.crude === null || rate.adjusted === null ? [fit.mean] : [rate.crude, rate.adjusted],
        isReference: rule.isReference(unit),
        isCandidate: rule.isCandidate?.(unit) ?? true,
      })),
      verdict,
      rule,
    );
  const posteriors = rates.map((_, unit) => shrunk(fit, unit));
  const findings = judge(posteriors, fit.verdict);
  const far = new Set<number>();
  for (const unit of units) {
    if (!isNamed(findings[unit]!)) continue;
    yield;
    if (distance(rates, unit, units) > FAR_OFF) far.add(unit);
  }
  const rest =
    far.size > 0
      ? fitOn(
          rates,
          units.filter((unit) => !far.has(unit)),
        )
      : null;
  if (rest === null || rest.verdict === 'too_few') return { fit, posteriors, findings };
  const again = judge(
    posteriors.map((posterior, unit) => (far.has(unit) ? posterior : shrunk(rest, unit))),
    rest.verdict,
  );
  const held = (found: SkillFinding, unit: number): boolean =>
    !isNamed(found) || far.has(unit) || again[unit]?.finding === found.finding;
  return {
    fit,
    posteriors,
    findings: findings.map((found, unit) => (held(found, unit) ? found : { ...found, finding: 'in_line' })),
  };
}

/** A whole rate skill: adjusted rates, the prior fitted on the reference reps, posteriors and findings, all in unit order. */
export interface RateSkill {
  rates: AdjustedRate[];
  /** Null when no reference rep has a trial. */
  fit: BetaBinomialFit | null;
  posteriors: Posterior[];
  findings: SkillFinding[];
}

/** Assesses a rate skill of units 0 .. `units` - 1 from their trials by stratum: mix adjustment, shrinkage, findings. */
export function assessRateSkill(
  counts: StratumCounts,
  units: number,
  rule: Omit<SkillRule, 'scale'> & { isReference?: (unit: number) => boolean } = {},
): RateSkill {
  const isReference = rule.isReference ?? ((): boolean => true);
  const rates = adjustForMix(counts, units, isReference);
  return assessAdjustedRates(rates, { ...rule, isReference });
}

/** The same from rates already adjusted (or crude ones, to see what adjusting changes). */
export function assessAdjustedRates(
  rates: AdjustedRate[],
  rule: Omit<SkillRule, 'scale'> & { isReference?: (unit: number) => boolean } = {},
): RateSkill {
  const isReference = rule.isReference ?? ((): boolean => true);
  const found = findRateGaps(rates, { ...rule, scale: rateScale, isReference });
  if (found === null) return { rates, fit: null, posteriors: [], findings: [] };
  return { rates, ...found };
}
