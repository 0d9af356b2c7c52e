import type { DuckDBConnection } from '@duckdb/node-api';
import type { FileMap } from '../contract';
import { change } from '../db/run';
import { ident, join, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { fieldNamesOf } from './recognise/synonyms';
import { plainName } from './recognise/names';
import type { Target } from './recognise/targets';
import { storedColumnNames } from './stored-columns';
import type { TablePlan } from './table-plan';

/*
 * A list of order lines that says when and for whom holds the orders too: lines of one number, summed, are an order, or a refund where they come to less than nothing,
 * as the cancellations of a shop do.
 */

/** The tables that a list of order lines makes beside itself; none where it lacks a date, a quantity or a price. */
export function ordersOfLines(header: readonly string[], targets: readonly Target[]): FileMap[] {
  const of = (field: string) => targets.find(({ target }) => target === field)?.source;
  const among = (field: string) => {
    const names = fieldNamesOf('orders');
    return header.find((name, index) => targets[index]?.target === null && names.get(plainName(name))?.field === field);
  };
  const [order, quantity, price] = [of('order_id'), of('quantity'), of('unit_price')];
  const [date, account] = [among('ordered_at'), among('account_id')];
  if (order === undefined || quantity === undefined || price === undefined || date === undefined) return [];
  const shared = { [quantity]: 'quantity', [price]: 'unit_price', ...(account ? { [account]: 'account_id' } : {}) };
  return [
    { table: 'orders', columns: { [order]: 'order_id', [date]: 'ordered_at', ...shared } },
    { table: 'refunds', columns: { [order]: 'refund_id', [date]: 'at', ...shared } },
  ];
}

/** True for a table whose rows are lines that have yet to be summed. */
export function sumsLines({ table, sources }: TablePlan): boolean {
  return (
    ['orders', 'refunds'].includes(table) &&
    sources.has('quantity') &&
    sources.has('unit_price') &&
    !sources.has('amount')
  );
}

/** Sums staged lines by their number: orders keep what comes to nothing or more, refunds what comes to less, as a positive amount. */
export async function sumLines(connection: DuckDBConnection, name: string, { table }: TablePlan): Promise<void> {
  const columns = await storedColumnNames(connection, name);
  const [key, sign, kept] = table === 'orders' ? ['order_id', '', '>= 0'] : ['refund_id', '-', '< 0'];
  const values = columns.map((column): Sql => {
    if (column === key) return ident(column);
    if (column === 'amount') return sql`cast(${raw(sign)}sum(amount) as decimal(18,4)) as amount`;
    if (column === 'src_unread') return sql`bit_or(src_unread) as src_unread`;
    if (column === 'src_row') return sql`min(src_row) as src_row`;
    return sql`min(${ident(column)}) as ${ident(column)}`;
  });
  await change(
    connection,
    sql`create table store.summed as select ${join(values)} from store.${ident(name)} where ${ident(key)} is not null group by ${ident(key)} having coalesce(sum(amount), 0) ${raw(kept)} order by min(src_row)`
      .text,
  );
  await change(connection, sql`drop table store.${ident(name)}`.text);
  await change(connection, sql`alter table store.summed rename to ${ident(name)}`.text);
}
