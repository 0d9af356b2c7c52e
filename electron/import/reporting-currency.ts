import { because } from '../model/evidence';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Decision } from './read';
import { query } from '../db/run';
import { ident, join, literal, sql } from '../db/sql';
import { numbersOf, textsOf } from '../model/table';
import type { TableName } from '../model/tables';

/** Tables whose money is that of sales, with the field that holds it: what customers pay speaks before what the company spends. */
const sales: readonly (readonly [TableName, string])[] = [
  ['opportunities', 'amount'],
  ['orders', 'amount'],
  ['invoices', 'amount'],
  ['subscriptions', 'mrr'],
];
const others: readonly (readonly [TableName, string])[] = [
  ['costs', 'amount'],
  ['payouts', 'amount'],
  ['targets', 'value'],
];

/** The currency most amounts of the data are in, as the decision for the one that figures are told in; null where no amount names its own. */
export async function reportingCurrency(connection: DuckDBConnection): Promise<Decision | null> {
  for (const tables of [sales, others]) {
    const counted = await countedBy(connection, tables);
    const [first] = counted;
    if (!first) continue;
    const all = counted.reduce((sum, { rows }) => sum + rows, 0);
    const evidence = because('most_amounts', { n: first.rows, all, currency: first.currency });
    return { what: 'reporting currency', chosen: first.currency, evidence };
  }
  return null;
}

async function countedBy(
  connection: DuckDBConnection,
  tables: readonly (readonly [TableName, string])[],
): Promise<{ currency: string; rows: number }[]> {
  const parts = tables.map(
    ([table, money]) => sql`select currency from ${ident(table)} where ${ident(money)} is not null`,
  );
  const found = await query(
    connection,
    sql`select currency, count(*) as n from (${join(parts, ' union all ')})
      where regexp_full_match(currency, ${literal('[A-Z]{3}')}) group by currency order by n desc, currency`.text,
  );
  const rows = numbersOf(found, 'n');
  return textsOf(found, 'currency').map((currency, i) => ({ currency: currency ?? '', rows: rows[i] ?? 0 }));
}
