import type { DuckDBConnection } from '@duckdb/node-api';
import { query } from '../db/run';
import { ident, join, literal, sql } from '../db/sql';
import { numbersOf, textsOf } from '../model/table';
import { tableModel } from '../model/tables';
import type { TableName } from '../model/tables';

/** A value that no record of a table has as its id, but that one record's id or name comes close to; joined only once a person agrees. */
export interface AliasOffer {
  readonly table: TableName;
  readonly alias: string;
  readonly id: string;
  readonly rows: number;
  /** Table whose rows use it most. */
  readonly usedIn: string;
}

const targets: readonly (readonly [TableName, string])[] = [
  ['products', 'product_id'],
  ['reps', 'rep_id'],
  ['accounts', 'account_id'],
];
const mostRecords = 50_000;

/** Values of the loaded tables that look like another way to write a record's id or name; read through the views, so confirmed aliases are not offered again. */
export async function offerAliases(
  connection: DuckDBConnection,
  loaded: ReadonlySet<TableName>,
): Promise<AliasOffer[]> {
  const offers: AliasOffer[] = [];
  for (const [table, key] of targets) {
    const columns = referencesTo(table, loaded);
    if (columns.length === 0) continue;
    const known = await query(connection, sql`select count(*) as n from ${ident(table)}`.text);
    const records = numbersOf(known, 'n')[0] ?? 0;
    if (records > 0 && records <= mostRecords) offers.push(...(await offersFor(connection, table, key, columns)));
  }
  return offers;
}

function referencesTo(table: TableName, loaded: ReadonlySet<TableName>): { from: TableName; field: string }[] {
  return [...loaded].flatMap((from) =>
    from === table
      ? []
      : tableModel(from)
          .fields.filter((field) => field.references === table)
          .map((field) => ({ from, field: field.name })),
  );
}

async function offersFor(
  connection: DuckDBConnection,
  table: TableName,
  key: string,
  columns: readonly { from: TableName; field: string }[],
): Promise<AliasOffer[]> {
  const used = columns.map(
    ({ from, field }) =>
      sql`select ${ident(field)} as value, count(*) as n, ${literal(from)} as used_in from ${ident(from)} where ${ident(field)} is not null group by 1`,
  );
  const plain = (text: string) => `regexp_replace(lower(strip_accents(${text})), '[^a-z0-9]', '', 'g')`;
  const found = await query(
    connection,
    `with used as (select value, sum(n) as n, arg_max(used_in, n) as used_in from (${join(used, ' union all ').text}) group by value),
      unknown as (select * from used anti join ${table} on ${table}.${key} = used.value),
      names as (
        select distinct ${plain('word')} as word, id
        from (select ${key} as word, ${key} as id from ${table} union all select name, ${key} from ${table})
        where ${plain('word')} <> ''
      )
      select value, min(id) as id, any_value(n) as n, any_value(used_in) as used_in
      from unknown join names on names.word = ${plain('value')}
      group by value
      having count(distinct id) = 1
      order by any_value(n) desc, value
      limit ${literal(500).text}`,
  );
  const ids = textsOf(found, 'id');
  const places = textsOf(found, 'used_in');
  const rows = numbersOf(found, 'n');
  return textsOf(found, 'value').map((alias, i) => ({
    table,
    alias: alias ?? '',
    id: ids[i] ?? '',
    rows: rows[i] ?? 0,
    usedIn: places[i] ?? '',
  }));
}
