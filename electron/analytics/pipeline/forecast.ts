import { forecastSteps } from '../../stats/forecast';
import type { Table } from '../../model/table';
import { numbersOf } from '../../model/table';
import { pausing } from '../../model/pause';
import type { Turn } from '../../model/pause';
import type { Group, Line } from '../groups';
import { envelopeUnits, linesByGroup, tableOf } from '../groups';
import type { FinishContext } from '../metric';

/** Money of a forecast: won so far, what the open deals add on average, and the 10, 50 and 90 percent points of the sum. */
export const forecastColumns = {
  won_money: 'money',
  weighted_money: 'money',
  p10_money: 'money',
  p50_money: 'money',
  p90_money: 'money',
  level: 'ratio',
} as const;

/** One line a group: won so far plus the weighted pipeline, with the band of 2,000 seeded draws of every deal's win. Source: domain specification M28. */
export async function forecast(raw: Table, { turn }: FinishContext): Promise<Table> {
  const left = raw.columns.map(({ name }) => name).filter((name) => name.startsWith('excluded_'));
  const units = Object.fromEntries(left.map((name) => [name, 'count'] as const));
  const lines = await linesByGroup(raw, turn, async (group) => [await lineOf(raw, group, left, turn)]);
  return tableOf(lines, { ...envelopeUnits('money'), ...forecastColumns, from_flags: 'count', ...units });
}

async function lineOf(raw: Table, { rows }: Group, left: readonly string[], turn: Turn): Promise<Line> {
  const [chances, amounts, deals] = ['chance', 'deal_money', 'deals'].map((name) => numbersOf(raw, name));
  const probabilities: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (let i = 0; i < (deals?.[row] ?? 0); i++) {
      probabilities.push(chances?.[row] ?? 0);
      values.push(amounts?.[row] ?? 0);
    }
  }
  const sum = (name: string) => rows.reduce((total, row) => total + (numbersOf(raw, name)[row] ?? 0), 0);
  const won = sum('won_money');
  const { mean, p10, p50, p90 } = await pausing(forecastSteps(probabilities, values), turn);
  const known = values.length > 0 || sum('won_deals') > 0;
  if (!known) return { ...Object.fromEntries(left.map((name) => [name, sum(name)] as const)), n: 0, reason: 'empty' };
  return {
    ...Object.fromEntries(left.map((name) => [name, sum(name)] as const)),
    value: won + mean,
    n: values.length,
    from_flags: sum('from_flags'),
    lower: won + p10,
    upper: won + p90,
    level: 0.8,
    method: 'simulation',
    won_money: won,
    weighted_money: mean,
    p10_money: won + p10,
    p50_money: won + p50,
    p90_money: won + p90,
  };
}
