import { betaPosterior, fitBetaBinomial, homogeneity as testOf } from '../stats/beta-binomial';
import { posteriorInterval, posteriorMean } from '../stats/posterior';
import { findSkillGaps, rateScale } from '../stats/skill';
import type { Peer, SkillFinding } from '../stats/skill';
import type { Homogeneity } from '../model/question';
import type { Table } from '../model/table';
import { numberColumn, numbersOf, textColumn, textsOf, withColumns } from '../model/table';
import { unassigned } from './labels';

/** A rate by rep or team with what the evidence allows to say: do they differ at all, each one's shrunken rate, and who stands out. Unassigned is in the table but never a peer. */
export function compareGroups(table: Table, by: 'rep' | 'team'): { table: Table; homogeneity: Homogeneity } {
  const names = textsOf(table, by);
  const hits = numbersOf(table, 'numerator');
  const trials = numbersOf(table, 'denominator');
  const members = names.flatMap((name, row) => (name !== unassigned && (trials[row] ?? 0) > 0 ? [row] : []));
  const k = members.map((row) => hits[row] ?? 0);
  const n = members.map((row) => trials[row] ?? 0);
  const fit = fitBetaBinomial(k, n);
  if (!fit) return { table, homogeneity: { chi_square: null, df: 0, p: null, verdict: 'too_few' } };
  const peers = members.map((_, i): Peer => ({
    posterior: betaPosterior(fit, k[i] ?? 0, n[i] ?? 0),
    evidence: n[i] ?? 0,
    observed: [(k[i] ?? 0) / (n[i] ?? 1)],
  }));
  const findings = keepSupported(findSkillGaps(peers, fit.verdict, { scale: rateScale }), k, n);
  const columns = spread(table.length, members, peers, findings);
  return {
    table: withColumns(table, columns),
    homogeneity: { chi_square: fit.chiSquare, df: fit.degrees, p: fit.p, verdict: fit.verdict },
  };
}

/** Largest p at which a group still counts as differing; source: domain specification 5.12. */
const alikeAbove = 0.1;

// A few members far off widen the prior, and ordinary ones then stand out by chance. So findings are believed one by one, surest first,
// and only while the group still differs without those believed before.
function keepSupported(
  findings: readonly SkillFinding[],
  k: readonly number[],
  n: readonly number[],
): readonly SkillFinding[] {
  const doubt = (i: number) =>
    Math.min(findings[i]?.probabilityBelow ?? 0.5, 1 - (findings[i]?.probabilityBelow ?? 0.5));
  const candidates = findings.flatMap(({ finding }, i) => (finding === 'gap' || finding === 'strength' ? [i] : []));
  const believed = new Set<number>();
  for (const next of candidates.sort((a, b) => doubt(a) - doubt(b))) {
    const rest = findings.flatMap((_, i) => (believed.has(i) ? [] : [i]));
    if (
      testOf(
        rest.map((i) => k[i] ?? 0),
        rest.map((i) => n[i] ?? 0),
      ).p > alikeAbove
    )
      break;
    believed.add(next);
  }
  return findings.map((found, i) =>
    candidates.includes(i) && !believed.has(i) ? { ...found, finding: 'in_line' } : found,
  );
}

function spread(length: number, members: readonly number[], peers: readonly Peer[], findings: readonly SkillFinding[]) {
  const means = new Array<number | null>(length).fill(null);
  const lower = new Array<number | null>(length).fill(null);
  const upper = new Array<number | null>(length).fill(null);
  const more = new Array<number | null>(length).fill(null);
  const flags = new Array<string | null>(length).fill(null);
  members.forEach((row, i) => {
    const peer = peers[i];
    const found = findings[i];
    if (!peer || !found) return;
    const interval = posteriorInterval(peer.posterior);
    [means[row], lower[row], upper[row]] = [posteriorMean(peer.posterior), interval.lower, interval.upper];
    more[row] = found.moreEvidence;
    flags[row] = found.finding === 'gap' || found.finding === 'strength' ? found.finding : null;
  });
  return [
    numberColumn('posterior', 'ratio', means),
    numberColumn('posterior_lower', 'ratio', lower),
    numberColumn('posterior_upper', 'ratio', upper),
    numberColumn('more_trials', 'count', more),
    textColumn('flag', 'label', flags),
  ];
}
