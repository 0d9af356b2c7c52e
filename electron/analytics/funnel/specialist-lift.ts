import { standardisedIndex } from '../../stats/standardise';
import type { Settings } from '../../model/settings';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import { enough } from '../finish';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';

export const liftColumns = {
  with_deals: 'count',
  with_won: 'count',
  with_rate: 'ratio',
  expected_rate: 'ratio',
  without_deals: 'count',
  without_rate: 'ratio',
  index: 'index',
  involvement: 'ratio',
  open_deals: 'count',
  specialists: 'count',
  load: 'score',
} as const;

/** Fewest trials without a specialist that a stratum is judged by before it merges upward; source: domain specification 7.3. */
const fewest = 20;

interface Stratum {
  readonly side: string | null;
  readonly segment: string;
  readonly size: string;
  readonly rung: number;
  readonly trials: number;
  readonly successes: number;
}

/** One line a group: observed win rate with a specialist less the one expected from deals without, indirectly standardised. Source: domain specification M17, 5.13. */
export function specialistLift(raw: Table, { settings }: FinishContext): Table {
  const strata = strataOf(raw);
  const lines = groupsOf(raw).map((group) => ({ by: group.by, line: lineOf(raw, strata, group, settings) }));
  return tableOf(lines, { ...envelopeUnits('ratio'), ...liftColumns, excluded_joined_late: 'count' });
}

function lineOf(raw: Table, all: readonly Stratum[], { rows }: Group, settings: Settings): Line {
  const strata = rows.flatMap((row) => all[row] ?? []);
  const helped = strata.filter(({ side, trials }) => side === 'with' && trials > 0);
  const alone = strata.filter(({ side }) => side === 'without');
  const n = sum(helped, 'trials');
  const k = sum(helped, 'successes');
  const expected = helped.reduce((total, stratum) => total + stratum.trials * (peerRate(stratum, alone) ?? NaN), 0);
  const found = n > 0 ? standardisedIndex(k, expected) : null;
  // Every deal without a specialist reached rung 2 or counts there, so that rung holds each of them once.
  const others = alone.filter(({ rung }) => rung === 2);
  const [otherTrials, otherWins] = [sum(others, 'trials'), sum(others, 'successes')];
  const openRow = rows.find((row) => all[row]?.side === 'open') ?? -1;
  const specialists = numbersOf(raw, 'specialists')[openRow] ?? 0;
  const open = numbersOf(raw, 'trials')[openRow] ?? 0;
  // No rate is above 1, whatever the index.
  const difference = (index: number | null) =>
    index === null ? null : Math.min(1, (index * expected) / n) - expected / n;
  return {
    value: found && difference(found.index),
    n,
    lower: found && difference(found.lower),
    upper: found && difference(found.upper),
    method: found && 'standardised',
    state: n > 0 && enough(n, expected / n, settings) && otherTrials >= fewest ? 'ok' : 'thin',
    reason: found ? null : n === 0 ? 'no_specialists' : 'no_reference',
    with_deals: n,
    with_won: k,
    with_rate: n > 0 ? k / n : null,
    expected_rate: found && expected / n,
    without_deals: otherTrials,
    without_rate: otherTrials > 0 ? otherWins / otherTrials : null,
    index: found?.index,
    involvement: n + otherTrials > 0 ? n / (n + otherTrials) : null,
    open_deals: open,
    specialists,
    load: specialists > 0 ? open / specialists : null,
    excluded_joined_late: rows.reduce((total, row) => total + (numbersOf(raw, 'excluded_joined_late')[row] ?? 0), 0),
  };
}

function strataOf(raw: Table): Stratum[] {
  const [sides, segments, sizes] = ['side', 'deal_segment', 'deal_size'].map((name) => textsOf(raw, name));
  const [rungs, trials, successes] = ['rung', 'trials', 'successes'].map((name) => numbersOf(raw, name));
  return Array.from({ length: raw.length }, (_, row) => ({
    side: sides?.[row] ?? null,
    segment: segments?.[row] ?? '',
    size: sizes?.[row] ?? '',
    rung: rungs?.[row] ?? 0,
    trials: trials?.[row] ?? 0,
    successes: successes?.[row] ?? 0,
  }));
}

/** Rate of the deals without a specialist that reached the same rung: in the same segment and size, else the same segment, else all; null when none did. */
function peerRate({ segment, size, rung }: Stratum, alone: readonly Stratum[]): number | null {
  const there = alone.filter((stratum) => stratum.rung === rung);
  const sameSegment = there.filter((stratum) => stratum.segment === segment);
  const sameSize = sameSegment.filter((stratum) => stratum.size === size);
  const peers = [sameSize, sameSegment].find((stratum) => sum(stratum, 'trials') >= fewest) ?? there;
  const trials = sum(peers, 'trials');
  return trials > 0 ? sum(peers, 'successes') / trials : null;
}

function sum(strata: readonly Stratum[], name: 'trials' | 'successes'): number {
  return strata.reduce((total, stratum) => total + stratum[name], 0);
}
