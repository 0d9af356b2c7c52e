import { shapleySplit } from '../../stats/shapley';
import type { Settings } from '../../model/settings';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import { enough } from '../finish';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';

/** The four factors, then the figure before, the change and each factor's part of it; the parts sum to the change. */
export const velocityColumns = {
  open_deals: 'count',
  win_rate: 'ratio',
  mean_money: 'money',
  cycle_days: 'days',
  before_money: 'money',
  change_money: 'money',
  open_effect_money: 'money',
  rate_effect_money: 'money',
  amount_effect_money: 'money',
  cycle_effect_money: 'money',
} as const;

/** One line a group: velocity now, before, and the Shapley split of the change. Source: domain specification M15, 5.14. */
export function salesVelocity(raw: Table, { settings }: FinishContext): Table {
  const left = raw.columns.map(({ name }) => name).filter((name) => name.startsWith('excluded_'));
  const units = Object.fromEntries(left.map((name) => [name, 'count'] as const));
  const moments = textsOf(raw, 'moment');
  const lines = groupsOf(raw).map((group) => ({ by: group.by, line: lineOf(raw, group, moments, left, settings) }));
  return tableOf(lines, { ...envelopeUnits('money'), ...velocityColumns, ...units });
}

function lineOf(
  raw: Table,
  { rows }: Group,
  moments: readonly (string | null)[],
  left: readonly string[],
  settings: Settings,
): Line {
  const rowOf = (moment: string) => rows.find((row) => moments[row] === moment) ?? -1;
  const [now, before] = [rowOf('now'), rowOf('before')];
  const of = (name: string, row: number) => numbersOf(raw, name)[row] ?? NaN;
  const factors = (row: number) => [
    row < 0 ? 0 : of('open_deals', row),
    of('win_rate', row),
    of('mean_money', row),
    of('cycle_days', row) > 0 ? 1 / of('cycle_days', row) : NaN,
  ];
  const known = (list: readonly number[]) => list.every((factor) => !Number.isNaN(factor));
  const product = (list: readonly number[]) => list.reduce((total, factor) => total * factor, 1);
  const [after, earlier] = [factors(now), factors(before)];
  const split = known(after) && known(earlier) ? shapleySplit(earlier, after) : null;
  const [openEffect, rateEffect, amountEffect, cycleEffect] = split?.effects ?? [];
  return {
    ...Object.fromEntries(left.map((name) => [name, of(name, now) || 0] as const)),
    ...Object.fromEntries(
      ['open_deals', 'win_rate', 'mean_money', 'cycle_days'].map((name) => [name, of(name, now)] as const),
    ),
    value: known(after) ? product(after) : null,
    n: of('closed_deals', now) || 0,
    reason: known(after) ? null : 'empty',
    state: enoughClosed(of('closed_deals', now), of('won_deals', now), settings) ? 'ok' : 'thin',
    before_money: known(earlier) ? product(earlier) : null,
    change_money: split?.change,
    open_effect_money: openEffect,
    rate_effect_money: rateEffect,
    amount_effect_money: amountEffect,
    cycle_effect_money: cycleEffect,
  };
}

function enoughClosed(closed: number, won: number, settings: Settings): boolean {
  return closed > 0 && won >= settings.evidence_median && enough(closed, won / closed, settings);
}
