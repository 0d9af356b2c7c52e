import { spread } from '../../stats/gini';
import type { Table } from '../../model/table';
import { numbersOf } from '../../model/table';
import { exactSum } from '../exact-sum';
import type { Group, Line } from '../groups';
import { envelopeUnits, linesByGroup, tableOf } from '../groups';
import type { FinishContext } from '../metric';

/** Share of each group's revenue that its largest accounts bring, with Gini and the share of the top fifth. Negative accounts are counted apart. Source: domain specification M46, 5.16. */
export async function topAccounts(raw: Table, { options, turn }: FinishContext): Promise<Table> {
  const top = Number(options['top'] ?? 10);
  const lines = await linesByGroup(raw, turn, (group) => [lineOf(raw, group, top)]);
  return tableOf(lines, {
    ...envelopeUnits('ratio'),
    numerator: 'money',
    denominator: 'money',
    top: 'count',
    gini: 'ratio',
    gini_small_sample: 'ratio',
    top20_share: 'ratio',
    unknown_money: 'money',
    excluded_negative_accounts: 'count',
    excluded_no_amount: 'count',
    excluded_negative: 'count',
    excluded_no_fx: 'count',
  });
}

function lineOf(raw: Table, { rows }: Group, top: number): Line {
  const of = (name: string) => {
    const values = numbersOf(raw, name);
    const out = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at++) out[at] = values[rows[at]!] ?? 0;
    return out;
  };
  const total = (name: string) => of(name).reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
  const [sums, nobody] = [of('amount_money'), of('is_unknown')];
  const money = sums.filter((value, i) => nobody[i] !== 1 && !Number.isNaN(value));
  const found = spread(money);
  const kept = money.filter((value) => value >= 0);
  const unknown = exactSum(sums.filter((value, i) => nobody[i] === 1 && !Number.isNaN(value)));
  const all = exactSum([...kept, Math.max(0, unknown)]);
  const largest = exactSum(kept.subarray(0, top));
  return {
    value: all > 0 ? largest / all : null,
    numerator: largest,
    denominator: all,
    n: kept.length,
    state: 'ok',
    reason: all > 0 ? null : 'empty',
    top,
    gini: found.gini,
    gini_small_sample: kept.length < 30 ? found.smallSample : null,
    top20_share: found.topFifth,
    unknown_money: unknown,
    excluded_negative_accounts: found.negative.length,
    excluded_no_amount: total('excluded_no_amount'),
    excluded_negative: total('excluded_negative'),
    excluded_no_fx: total('excluded_no_fx'),
  };
}
