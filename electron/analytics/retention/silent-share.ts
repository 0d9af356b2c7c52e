import { wilson } from '../../stats/intervals';
import type { Table } from '../../model/table';
import { columnOf, numbersOf } from '../../model/table';
import { exactSum } from '../exact-sum';
import type { Group } from '../groups';
import { groupsOf, takeRows } from '../groups';
import type { FinishContext } from '../metric';

/** The customers of the asked band as they are; beside them a sum of each group: how many are in which band, how many of those who left did so without a word, what is at stake. Source: domain specification M43. */
export function silentShare(raw: Table, context: FinishContext): Table {
  const [left, watch] = [inBand(raw, 'likely_left'), inBand(raw, 'watch')];
  context.extra['groups'] = groupsOf(raw).map((group) => ({
    ...Object.fromEntries(context.by.map((name, i) => [name, group.by[i] ?? null])),
    ...sumOf(raw, group, left, watch),
  }));
  const { band } = context.options;
  if (band !== 'likely_left' && band !== 'watch') return raw;
  const wanted = band === 'watch' ? watch : left;
  return takeRows(
    raw,
    Array.from({ length: raw.length }, (_, row) => row).filter((row) => wanted(row)),
  );
}

function inBand(raw: Table, band: string): (row: number) => boolean {
  const column = columnOf(raw, 'band');
  if (column?.kind !== 'text') return () => false;
  const code = column.dictionary.indexOf(band);
  return (row) => code !== -1 && column.codes[row] === code;
}

function sumOf(raw: Table, { rows }: Group, left: (row: number) => boolean, watch: (row: number) => boolean) {
  const silent = numbersOf(raw, 'silent');
  const money = numbersOf(raw, 'value_at_risk_money');
  const sums = { customers: rows.length, watch: 0, likely_left: 0, silent: 0 };
  for (const row of rows) {
    if (watch(row)) sums.watch++;
    if (left(row)) sums.likely_left++;
    if (left(row) && silent[row] === 1) sums.silent++;
  }
  const share = wilson(sums.silent, sums.likely_left);
  return {
    ...sums,
    value_at_risk_money: exactSum(rows.map((row) => money[row] ?? NaN)),
    silent_share: sums.likely_left > 0 ? sums.silent / sums.likely_left : null,
    lower: share?.lower ?? null,
    upper: share?.upper ?? null,
  };
}
