import type { Table } from '../../charts/table';
import { textsOf } from '../../charts/table';
import type { Words } from '../../i18n';

/** Buckets that are a level, the opening and the closing one. */
export const levels = ['open_start', 'open_end'] as const;

/** Buckets that take away. */
export const takes = ['shrunk', 'pushed_out', 'won', 'lost', 'no_decision', 'disqualified'] as const;

/** A bucket of the waterfall in words. */
export function bucketName(bucket: string | null, { find }: Words): string {
  return find(`bucket.${bucket}`) ?? bucket ?? '';
}

/** The waterfall with what goes out below zero, as its bars are drawn, whichever sign it is stored with. */
export function signed(table: Table): Table {
  const buckets = textsOf(table, 'bucket');
  const isOut = buckets.map((bucket) => takes.some((each) => each === bucket));
  const columns = table.columns.map((column) =>
    column.kind === 'number' && column.unit === 'money'
      ? { ...column, values: column.values.map((value, at) => (isOut[at] && value !== 0 ? -Math.abs(value) : value)) }
      : column,
  );
  return { ...table, columns };
}
