import { betaPosterior, fitBetaBinomial } from '../stats/beta-binomial';
import { posteriorInterval, posteriorMean } from '../stats/posterior';
import { findSkillGaps, rateScale } from '../stats/skill';
import type { Peer } from '../stats/skill';
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
  const findings = findSkillGaps(peers, fit.verdict, { scale: rateScale });
  const columns = spread(table.length, members, peers, findings);
  return {
    table: withColumns(table, columns),
    homogeneity: { chi_square: fit.chiSquare, df: fit.degrees, p: fit.p, verdict: fit.verdict },
  };
}

function spread(
  length: number,
  members: readonly number[],
  peers: readonly Peer[],
  findings: ReturnType<typeof findSkillGaps>,
) {
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
