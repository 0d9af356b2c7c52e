import { contractLifetimeValue, retentionWhatIf } from '../../stats/what-if';
import type { Table } from '../../model/table';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext, Options } from '../metric';
import { cell, entered, typed, withoutCost } from './typed';

const shared = {
  acquisition_money: 'money',
  from_flags: 'count',
  excluded_no_amount: 'count',
  excluded_no_fx: 'count',
} as const;

/** Range quoted in the source text; drawn beside the own figure, never used. Source: domain specification 1.12. */
const quoted = { low: 5, high: 25 };

/** Cost of a new customer over the cost of one kept, with the quoted range beside it. Source: domain specification M26. */
export function acquireToKeep(raw: Table, context: FinishContext): Table {
  context.extra['entered'] = entered(context.options, ['cost']);
  const lines = groupsOf(raw).map((group) => ({ by: group.by, line: ratioOf(raw, group, context) }));
  return tableOf(lines, {
    ...envelopeUnits('ratio'),
    ...shared,
    keep_money: 'money',
    retain_money: 'money',
    kept: 'count',
    new_customers: 'count',
    quoted_low: 'ratio',
    quoted_high: 'ratio',
  });
}

function ratioOf(raw: Table, { rows }: Group, context: FinishContext): Line {
  const { of, cost, left } = basics(raw, rows, context.options);
  const kept = of('kept') ?? 0;
  const retain = of('retain_money');
  const keep = kept > 0 && retain !== null ? retain / kept : null;
  return {
    ...left,
    value: cost !== null && keep !== null && keep > 0 ? cost / keep : null,
    n: kept,
    state: 'ok',
    reason: kept === 0 ? 'empty' : cost === null || !keep ? withoutCost(context) : null,
    acquisition_money: cost,
    keep_money: keep,
    retain_money: retain,
    kept,
    new_customers: of('new_customers'),
    quoted_low: quoted.low,
    quoted_high: quoted.high,
  };
}

/** Lifetime margin of a customer now and under one reading of "retention up 5 percent": five points more, or times 1.05. Source: domain specification M27. */
export function retentionRise(raw: Table, context: FinishContext): Table {
  context.extra['entered'] = entered(context.options, ['retention', 'margin', 'margin_rate', 'cost']);
  const lines = groupsOf(raw).map((group) => ({ by: group.by, line: riseOf(raw, group, context) }));
  return tableOf(lines, {
    ...envelopeUnits('ratio'),
    ...shared,
    reading: 'label',
    retention: 'ratio',
    new_retention: 'ratio',
    margin_money: 'money',
    discount: 'ratio',
    value_money: 'money',
    new_value_money: 'money',
    difference_money: 'money',
    contract_value_money: 'money',
    basis: 'label',
    excluded_no_margin: 'count',
  });
}

function riseOf(raw: Table, { rows }: Group, { options, extra }: FinishContext): Line {
  const { of, cost, left } = basics(raw, rows, options);
  const [before, active, valued] = [of('before') ?? 0, of('active') ?? 0, of('valued') ?? 0];
  const retention = typed(options, 'retention') ?? (before > 0 ? (of('kept') ?? 0) / before : null);
  const hasMargin = of('has_margin') === 1;
  const rate = typed(options, 'margin_rate') ?? (hasMargin ? 1 : null);
  // Somebody whose money nobody knows (no amount, no rate) is no customer who brought nothing.
  const own = valued > 0 && rate !== null ? ((of('value_money') ?? 0) / valued) * rate : null;
  const unknown = typed(options, 'margin') === null ? active - valued : 0;
  const margin = typed(options, 'margin') ?? own;
  const discount = Number(options['discount'] ?? 0.1);
  const base = {
    ...left,
    excluded_no_margin: hasMargin ? unknown : 0,
    excluded_no_amount: (left.excluded_no_amount ?? 0) + (hasMargin ? 0 : unknown),
    n: before,
    state: 'ok',
    reading: options['reading'] ?? 'points',
    retention,
    margin_money: margin,
    discount,
    acquisition_money: cost,
    basis: hasMargin || typed(options, 'margin') !== null ? 'margin' : 'revenue',
  };
  if (retention === null || margin === null) {
    const reason = retention === null ? 'empty' : active === 0 ? 'empty' : 'missing:margin';
    return { ...base, reason };
  }
  const terms = { margin, discount, acquisitionCost: cost ?? 0 };
  const found = retentionWhatIf(terms, Math.min(retention, 0.999));
  const rise = options['reading'] === 'relative' ? found.relative : found.points;
  return {
    ...base,
    value: rise.rise,
    reason: rise.rise === null ? 'no_value' : null,
    new_retention: rise.retention,
    value_money: found.value,
    new_value_money: rise.value,
    difference_money: rise.difference,
    contract_value_money: contractValue(extra['contract_fit'], terms, of('months') ?? 12),
  };
}

// Contracts end by the month, so margin and discount of a period of so many months are taken by the month too.
function contractValue(
  fit: unknown,
  terms: { margin: number; discount: number; acquisitionCost: number },
  months: number,
): number | null {
  if (typeof fit !== 'object' || fit === null || !('a' in fit) || !('b' in fit)) return null;
  const discount = Math.pow(1 + terms.discount, 1 / months) - 1;
  const monthly = { ...terms, margin: terms.margin / months, discount };
  return contractLifetimeValue(monthly, { a: Number(fit.a), b: Number(fit.b) });
}

function basics(raw: Table, rows: readonly number[], options: Options) {
  const [row] = rows;
  const of = (name: string) => (row === undefined ? null : cell(raw, name, row));
  const fresh = of('new_customers') ?? 0;
  const spent = of('acquire_money');
  const cost = typed(options, 'cost') ?? (fresh > 0 && spent !== null ? spent / fresh : null);
  const left = {
    from_flags: of('from_flags'),
    excluded_no_amount: of('excluded_no_amount'),
    excluded_no_fx: of('excluded_no_fx'),
  };
  return { of, cost, left };
}
