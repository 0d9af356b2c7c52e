import { bootstrapRatio } from '../../stats/bootstrap';
import type { Interval } from '../../stats/intervals';
import type { Settings } from '../../model/settings';
import type { Table } from '../../model/table';
import { numbersOf } from '../../model/table';
import { exactSumAt } from '../exact-sum';
import { middleState } from '../finish';
import type { Group, Line } from '../groups';
import { envelopeUnits, linesByGroup, tableOf } from '../groups';
import type { FinishContext } from '../metric';

/** Most blocks, over all groups, that are resampled; beyond it there are no limits. */
const mostResampled = 60_000;

/** Net, gross or expansion as a ratio of the money before, with the percentile bootstrap over customers. Source: domain specification M35, M37, 5.3. */
export function keptMoney(of: (options: FinishContext['options']) => 'net' | 'gross' | 'expansion') {
  return async (raw: Table, context: FinishContext): Promise<Table> => {
    const top = { net: 'end_money', gross: 'kept_money', expansion: 'grown_money' }[of(context.options)];
    const { settings, turn } = context;
    const lines = await linesByGroup(raw, turn, (group) => [lineOf(raw, group, top, settings)]);
    return tableOf(lines, {
      ...envelopeUnits('ratio'),
      numerator: 'money',
      denominator: 'money',
      start_money: 'money',
      end_money: 'money',
      nrr: 'ratio',
      grr: 'ratio',
      grown_money: 'money',
      expansion_money: 'money',
      grown: 'count',
      basis: 'label',
      complete: 'flag',
      from_flags: 'count',
      excluded_left: 'count',
      excluded_no_fx: 'count',
      excluded_no_amount: 'count',
    });
  };
}

function lineOf(raw: Table, { rows }: Group, top: string, settings: Settings): Line {
  const units = numbersOf(raw, 'n');
  const blocks = rows.filter((row) => (units[row] ?? 0) > 0);
  const of = (name: string) => pick(numbersOf(raw, name), blocks);
  const total = (name: string) => exactSumAt(numbersOf(raw, name), rows);
  const [start, hit, n, end] = [total('start_money'), total(top), total('n'), total('end_money')];
  const known = start > 0;
  const limits: Interval | null =
    known && raw.length <= mostResampled ? bootstrapRatio(of(top), of('start_money')) : null;
  const [contract, complete] = [numbersOf(raw, 'by_contract'), numbersOf(raw, 'complete')];
  const byContract = rows.some((row) => contract[row] === 1);
  return {
    value: known ? hit / start : null,
    numerator: hit,
    denominator: start,
    n,
    lower: limits?.lower,
    upper: limits?.upper,
    method: limits && 'bootstrap',
    state: middleState(n, settings),
    reason: known ? null : n > 0 ? 'no_money' : 'empty',
    start_money: start,
    end_money: end,
    nrr: known ? end / start : null,
    grr: known ? total('kept_money') / start : null,
    grown_money: total('grown_money'),
    expansion_money: total('expansion_money'),
    grown: total('grown'),
    basis: byContract ? 'contract' : 'revenue',
    complete: rows.every((row) => complete[row] !== 0),
    // Revenue in place of contracts is the fallback of the specification's section 4.
    from_flags: n > 0 && !byContract ? n : 0,
    excluded_left: total('excluded_left'),
    excluded_no_fx: total('excluded_no_fx'),
    excluded_no_amount: total('excluded_no_amount'),
  };
}

function pick(values: Float64Array, rows: readonly number[]): Float64Array {
  const out = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) out[at] = values[rows[at]!]!;
  return out;
}
