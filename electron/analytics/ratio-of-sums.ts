import { bootstrapRatio } from '../stats/bootstrap';
import { wilson, type Interval } from '../stats/intervals';
import type { Settings } from '../model/settings';
import type { Table } from '../model/table';
import { numbersOf } from '../model/table';
import type { Unit } from '../model/units';
import { enough } from './finish';
import type { Group, Line } from './groups';
import { envelopeUnits, groupsOf, tableOf } from './groups';
import type { Finish } from './metric';

/** Most blocks, over all groups, that are resampled; beyond it the limits are the normal ones of the same blocks. */
const mostResampled = 30_000;

/** What a ratio of money sums has beside the envelope: the largest unit's share of the denominator, and the units that hit with their share. */
export const ratioColumns = {
  numerator: 'money',
  denominator: 'money',
  largest_share: 'ratio',
  hits: 'count',
  hit_share: 'ratio',
  hit_lower: 'ratio',
  hit_upper: 'ratio',
} as const satisfies Readonly<Record<string, Unit>>;

/**
 * Finishes a ratio of two sums of money gathered in random blocks of units (`top_money`, `bottom_money`, `largest_money`, `hits`, `n`): `Σ top / Σ bottom`, or one less that,
 * with the percentile bootstrap over the blocks. Null where the denominator is not above zero. Further columns of `sums` are added up over all rows of a group.
 * Source: domain specification 5.3.
 */
export function ratioOfSums({ complement, sums = {} }: RatioOfSums): Finish {
  return (raw, { settings }) => {
    const groups = groupsOf(raw);
    const counts = raw.columns.map(({ name }) => name).filter((name) => /^(excluded_|from_flags)/.test(name));
    const units = { ...Object.fromEntries(counts.map((name) => [name, 'count'] as const)), ...sums };
    const names = Object.keys(units);
    const lines = groups.map((group) => ({ by: group.by, line: lineOf(raw, group, names, complement, settings) }));
    return tableOf(lines, { ...envelopeUnits('ratio'), ...ratioColumns, ...units });
  };
}

interface RatioOfSums {
  readonly complement: boolean;
  readonly sums?: Readonly<Record<string, Unit>>;
}

function lineOf(
  raw: Table,
  { rows }: Group,
  sumNames: readonly string[],
  complement: boolean,
  settings: Settings,
): Line {
  const blocks = rows.filter((row) => (numbersOf(raw, 'n')[row] ?? 0) > 0);
  const of = (name: string) => Float64Array.from(blocks, (row) => numbersOf(raw, name)[row] ?? 0);
  const [tops, bottoms] = [of('top_money'), of('bottom_money')];
  const [top, bottom, n, hits] = [sum(tops), sum(bottoms), sum(of('n')), sum(of('hits'))];
  const left = Object.fromEntries(
    sumNames.map((name) => [name, sum(rows.map((row) => numbersOf(raw, name)[row] ?? 0))]),
  );
  if (!(bottom > 0)) return { ...left, n, hits, reason: n > 0 ? 'no_money' : 'empty', state: 'ok' };
  const limits = limitsOf(tops, bottoms, raw.length);
  const share = wilson(hits, n);
  return {
    ...left,
    value: complement ? 1 - top / bottom : top / bottom,
    numerator: complement ? bottom - top : top,
    denominator: bottom,
    n,
    hits,
    lower: limits && (complement ? 1 - limits.upper : limits.lower),
    upper: limits && (complement ? 1 - limits.lower : limits.upper),
    method: limits && (raw.length > mostResampled ? 'normal' : 'bootstrap'),
    state: enough(n, complement ? 0.5 : hits / n, settings) ? 'ok' : 'thin',
    largest_share: Math.max(...of('largest_money')) / bottom,
    hit_share: hits / n,
    hit_lower: share?.lower,
    hit_upper: share?.upper,
  };
}

function limitsOf(tops: Float64Array, bottoms: Float64Array, allBlocks: number): Interval | null {
  if (allBlocks <= mostResampled) return bootstrapRatio(tops, bottoms);
  const m = tops.length;
  if (m < 2) return null;
  const bottom = sum(bottoms);
  const ratio = sum(tops) / bottom;
  const squares = sum(tops.map((top, i) => (top - ratio * (bottoms[i] ?? 0)) ** 2));
  const half = (1.959964 * Math.sqrt((squares * m) / (m - 1))) / bottom;
  return { lower: ratio - half, upper: ratio + half };
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
  return total;
}
