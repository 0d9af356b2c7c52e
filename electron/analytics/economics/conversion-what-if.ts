import { conversionWhatIf } from '../../stats/what-if';
import type { Table } from '../../model/table';
import type { Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';
import { cell, entered, typed, withoutCost } from './typed';

/** What the asked rise in conversion would change at equal effort: cost of a conversion, wins, and their margin (revenue where no margin is known). Source: domain specification M23. */
export function conversionRise(raw: Table, context: FinishContext): Table {
  context.extra['entered'] = entered(context.options, ['cost', 'margin_rate']);
  const lines = groupsOf(raw).map(({ by, rows }) => ({ by, line: lineOf(raw, rows[0], context) }));
  return tableOf(lines, {
    ...envelopeUnits('money'),
    rate: 'ratio',
    new_rate: 'ratio',
    entries: 'count',
    cost_per_conversion_money: 'money',
    added_wins: 'score',
    added_margin_money: 'money',
    basis: 'label',
    excluded_open: 'count',
    excluded_no_amount: 'count',
  });
}

function lineOf(raw: Table, row: number | undefined, context: FinishContext): Line {
  const { options } = context;
  const of = (name: string) => (row === undefined ? null : cell(raw, name, row));
  const [entries, wins] = [of('entries') ?? 0, of('wins') ?? 0];
  const left = { excluded_open: of('excluded_open'), excluded_no_amount: of('excluded_no_amount') };
  const rate = entries > 0 ? wins / entries : 0;
  const base = { ...left, n: entries, numerator: wins, denominator: entries, entries, state: 'ok' };
  if (!(rate > 0)) return { ...base, rate: entries > 0 ? 0 : null, reason: entries > 0 ? 'no_wins' : 'empty' };
  const spent = of('cost_money');
  const conversions = of('conversions') ?? 0;
  const cost = typed(options, 'cost') ?? (spent === null || conversions === 0 ? null : spent / conversions);
  const share = typed(options, 'margin_rate') ?? of('margin_share');
  const mean = of('mean_money');
  const next = Math.min(1, rate + Number(options['rise'] ?? 0.05));
  const found = conversionWhatIf({
    from: rate,
    to: next,
    entries,
    costPerConversion: cost,
    meanMargin: mean === null ? null : mean * (share ?? 1),
  });
  return {
    ...base,
    value: found.costPerConversion,
    reason: found.costPerConversion === null ? withoutCost(context) : null,
    rate,
    new_rate: next,
    cost_per_conversion_money: cost,
    added_wins: found.addedWins,
    added_margin_money: found.addedMargin,
    basis: share === null ? 'revenue' : 'margin',
  };
}
