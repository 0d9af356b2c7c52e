import { distance } from 'fastest-levenshtein';
import type { Confidence } from '../../contract';
import type { TableName } from '../../model/tables';
import { isVirtualField } from '../formats/format';
import type { ObjectFormat } from '../formats/format';
import { headerNames, plainName } from './names';
import { fieldNamesOf } from './synonyms';
import type { Fit } from './synonyms';

/** What becomes of one column: the fields it feeds (`a+b` for two), or null for an extra column. */
export interface Target {
  readonly index: number;
  readonly source: string;
  readonly target: string | null;
  readonly confidence: Confidence;
  /** Which of several columns for one field comes first; the lower, the sooner. */
  readonly rank: number;
  /** Field that the column's name says and its values do not; absent where there is none. */
  readonly unlike?: string;
}

interface Claim {
  readonly index: number;
  readonly target: string;
  readonly confidence: Confidence;
  readonly rank: number;
}

/** Rank of a field whose name a column only resembles. */
export const nearRank = 4;

const rankOfFit: Readonly<Record<Fit, number>> = { exact: 1, strong: 2, weak: 3 };

/** Targets of a file that a format knows; headers it does not name go by the general names of the table. */
export function formatTargets(header: readonly string[], table: TableName, format: ObjectFormat | null): Target[] {
  const named = new Map<string, number>();
  const names = headerNames(header);
  names.forEach((name, index) => named.has(name) || named.set(name, index));
  const claims: Claim[] = [];
  const settled = new Set<number>();
  let rank = -1000;
  for (const [word, target] of Object.entries(format?.columns ?? {})) {
    const index = named.get(plainName(word));
    if (index === undefined) continue;
    settled.add(index);
    if (target !== null) claims.push({ index, target, confidence: 'sure', rank: rank++ });
  }
  names.forEach((name, index) => {
    if (settled.has(index)) return;
    const claim = claimOf(name, index, table);
    if (claim) claims.push(claim);
  });
  return settle(header, claims);
}

function claimOf(name: string, index: number, table: TableName): Claim | null {
  const found = fieldNamesOf(table).get(name);
  if (found) {
    const confidence = found.fit === 'exact' ? 'sure' : 'likely';
    return { index, target: found.field, confidence, rank: rankOfFit[found.fit] };
  }
  const near = nearest(name, table);
  return near === null ? null : { index, target: near, confidence: 'confirm', rank: nearRank };
}

/** A field whose name differs by a slip of the pen; short names are never guessed. */
function nearest(name: string, table: TableName): string | null {
  if (name.length < 6) return null;
  let best: string | null = null;
  let least = name.length >= 10 ? 3 : 2;
  for (const [known, { field, fit }] of fieldNamesOf(table)) {
    if (fit === 'weak' || known.length < 6 || Math.abs(known.length - name.length) >= least) continue;
    const slips = distance(name, known);
    if (slips < least) {
      least = slips;
      best = field;
    }
  }
  return best;
}

// One claim a field, the surest first; a format may name several columns that stand in for one another.
function settle(header: readonly string[], claims: readonly Claim[]): Target[] {
  const sorted = [...claims].sort((a, b) => a.rank - b.rank || a.index - b.index);
  const taken = new Set<string>();
  const granted = new Map<number, Claim>();
  for (const claim of sorted) {
    const fields = claim.target.split('+');
    const free = fields.filter((field) => !taken.has(field));
    const standsIn = claim.rank < 0 && mayStandIn(claim.target);
    if (granted.has(claim.index) || (free.length < fields.length && !standsIn)) continue;
    granted.set(claim.index, claim);
    for (const field of fields) taken.add(field);
  }
  return header.map((source, index): Target => {
    const claim = granted.get(index);
    return {
      index,
      source,
      target: claim?.target ?? null,
      confidence: claim?.confidence ?? 'extra',
      rank: claim?.rank ?? 0,
    };
  });
}

/** True where a second column may fill what the first leaves empty: dates, amounts and kinds, never ids, which would mix ids with names. */
export function mayStandIn(target: string): boolean {
  return !target.endsWith('_id') && !isVirtualField(target) && target !== 'stage';
}
