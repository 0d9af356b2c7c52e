import type { Table } from '../../model/table';
import type { Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';
import { cell, entered, typed, withoutCost } from './typed';

/** What is left out of the money, as the answer's columns. */
const left = ['excluded_no_amount', 'excluded_no_fx', 'excluded_no_margin'] as const;

/** Fewest customers a month of age is read from. */
const fewest = 5;

/**
 * Months until the mean margin of the new customers, those who left included, adds up to what winning one cost. Not reached within what was seen: null, with the share recovered.
 * Source: domain specification M25, 4 (margin missing).
 */
export function monthsToPayback(raw: Table, context: FinishContext): Table {
  context.extra['entered'] = entered(context.options, ['cost', 'margin_rate']);
  const lines = groupsOf(raw).map(({ by, rows }) => ({ by, line: lineOf(raw, rows, context) }));
  return tableOf(lines, {
    ...envelopeUnits('score'),
    acquisition_money: 'money',
    simple_months: 'score',
    month_margin_money: 'money',
    recovered: 'ratio',
    recovered_money: 'money',
    months_seen: 'count',
    basis: 'label',
    from_flags: 'count',
    ...Object.fromEntries(left.map((name) => [name, 'count'] as const)),
  });
}

function lineOf(raw: Table, rows: readonly number[], context: FinishContext): Line {
  const { options } = context;
  const [first] = rows;
  const of = (name: string) => (first === undefined ? null : cell(raw, name, first));
  const customers = of('customers') ?? 0;
  const cost =
    typed(options, 'cost') ?? (customers > 0 && of('cost_money') !== null ? of('cost_money')! / customers : null);
  const hasMargin = of('has_margin') === 1;
  const rate = typed(options, 'margin_rate') ?? (hasMargin ? 1 : null);
  const base = {
    n: customers,
    state: 'ok',
    acquisition_money: cost,
    basis: hasMargin ? 'margin' : 'revenue',
    from_flags: of('from_flags'),
    ...Object.fromEntries(left.map((name) => [name, of(name)] as const)),
  };
  if (customers === 0) return { ...base, reason: 'empty' };
  if (cost === null) return { ...base, reason: withoutCost(context) };
  if (rate === null) return { ...base, reason: 'missing:margin' };
  return { ...base, ...recovery(meansByMonth(raw, rows, rate), cost) };
}

// One mean a month of age, as long as customers enough are that old; so a month in which somebody is too young is read from the others.
function meansByMonth(raw: Table, rows: readonly number[], rate: number): number[] {
  const means: number[] = [];
  const least = Math.min(fewest, ...rows.map((row) => cell(raw, 'customers', row) ?? 0));
  for (const row of rows) {
    const aged = cell(raw, 'aged', row) ?? 0;
    if (cell(raw, 'number', row) !== means.length || aged < Math.max(1, least)) break;
    means.push(((cell(raw, 'month_money', row) ?? 0) / aged) * rate);
  }
  return means;
}

function recovery(means: readonly number[], cost: number): Line {
  let sum = 0;
  const sums = means.map((mean) => (sum += mean));
  const at = sums.findIndex((total) => total >= cost);
  const mean = means.length > 0 ? sum / means.length : null;
  return {
    value: at === -1 ? null : at + 1,
    reason: at === -1 ? (means.length === 0 ? 'not_mature' : 'not_yet') : null,
    simple_months: mean !== null && mean > 0 ? cost / mean : null,
    month_margin_money: mean,
    recovered: cost > 0 ? sum / cost : null,
    recovered_money: sum,
    months_seen: means.length,
  };
}
