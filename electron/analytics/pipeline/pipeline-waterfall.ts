import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import type { Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';

/** Buckets of the waterfall in the order they are drawn. */
export const buckets = [
  'open_start',
  'new',
  'reopened',
  'pulled_in',
  'grown',
  'shrunk',
  'pushed_out',
  'won',
  'lost',
  'no_decision',
  'disqualified',
  'open_end',
] as const;

/** Reasons a deal's money is left out, in the columns of the answer. */
const reasons = ['bad_dates', 'no_amount', 'negative', 'no_fx'] as const;

/** Every bucket of every group, those nothing fell into as zero; amounts are magnitudes, the bucket says which way. Source: domain specification M71. */
export function waterfall(raw: Table): Table {
  const names = textsOf(raw, 'bucket');
  const lines = groupsOf(raw).flatMap(({ by, rows }) => {
    return buckets.map((bucket) => ({
      by,
      line: lineOf(
        raw,
        bucket,
        rows.find((row) => names[row] === bucket),
      ),
    }));
  });
  const left = Object.fromEntries(reasons.map((reason) => [`excluded_${reason}`, 'count'] as const));
  const columns = {
    bucket: 'label',
    count: 'count',
    deals: 'count',
    amount_money: 'money',
    from_flags: 'count',
  } as const;
  return tableOf(lines, { ...envelopeUnits('money'), ...columns, ...left });
}

function lineOf(raw: Table, bucket: string, row: number | undefined): Line {
  const of = (name: string) => (row === undefined ? 0 : numbersOf(raw, name)[row] || 0);
  const n = of('n');
  const unknown = numbersOf(raw, 'is_unknown')[0] === 1;
  const left = Object.fromEntries(reasons.map((reason) => [`excluded_${reason}`, of(`excluded_${reason}`)] as const));
  const shown = { bucket, n, ...left, reason: unknown ? 'missing:stage_events' : null };
  if (unknown) return { ...shown, state: 'unavailable' };
  const count = bucket === 'grown' || bucket === 'shrunk' ? 0 : n;
  const amount = of('amount_money');
  return {
    ...shown,
    method: numbersOf(raw, 'is_inferred')[0] === 1 ? 'inferred' : null,
    value: amount,
    amount_money: amount,
    count,
    deals: of('deals'),
    state: 'ok',
    from_flags: numbersOf(raw, 'from_flags')[0] ?? 0,
  };
}
