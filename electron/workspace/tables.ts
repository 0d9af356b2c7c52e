import type { DuckDBConnection } from '@duckdb/node-api';
import { change, query } from '../db/run';
import { ident, join, raw, sql } from '../db/sql';
import type { TableName } from '../model/tables';
import { storedColumns, tableNames } from '../model/tables';
import { numbersOf, textsOf } from '../model/table';

/**
 * Creates what an empty database lacks: `store.<table>` with every version of every row, the views that show the rows that count,
 * `stage_map`, and the revision the rows belong to.
 */
export async function createTables(connection: DuckDBConnection): Promise<void> {
  await change(connection, 'create schema if not exists store');
  await change(connection, 'create table if not exists store.revision (revision integer)');
  await change(
    connection,
    'create table if not exists stage_map (stage varchar primary key, target varchar, confirmed boolean)',
  );
  for (const name of tableNames) {
    const columns = storedColumns(name).map(([column, type]) => sql`${ident(column)} ${raw(type)}`);
    await change(connection, sql`create table if not exists store.${ident(name)} (${join(columns)})`.text);
    await refreshView(connection, name);
  }
}

/** Makes the view of a table anew, so that it shows the extra columns an import has added. Only rows that count are in it. */
export async function refreshView(connection: DuckDBConnection, name: TableName): Promise<void> {
  const hidden = ['src_import', 'src_unread', 'src_replaced_by'].map(ident);
  await change(
    connection,
    sql`create or replace view ${ident(name)} as select * exclude (${join(hidden)}) from store.${ident(name)} where src_replaced_by is null`
      .text,
  );
}

/** Rows that count in every table. */
export async function countRows(connection: DuckDBConnection): Promise<Readonly<Record<string, number>>> {
  const counts = tableNames.map(
    (name) => sql`select ${raw(`'${name}'`)} as name, count(*) as rows from ${ident(name)}`,
  );
  const table = await query(connection, join(counts, ' union all ').text);
  const rows = numbersOf(table, 'rows');
  return Object.fromEntries(textsOf(table, 'name').map((name, i) => [name ?? '', rows[i] ?? 0]));
}

/** Revision the rows belong to; -1 in a database that never held any. */
export async function revisionOf(connection: DuckDBConnection): Promise<number> {
  const known = await query(
    connection,
    "select 1 from duckdb_tables() where schema_name = 'store' and table_name = 'revision'",
  );
  if (known.length === 0) return -1;
  const table = await query(connection, 'select max(revision) as revision from store.revision');
  const revision = numbersOf(table, 'revision')[0] ?? NaN;
  return Number.isNaN(revision) ? -1 : revision;
}

/** Writes the revision, inside the transaction that changes the rows. */
export async function setRevision(connection: DuckDBConnection, revision: number): Promise<void> {
  await change(connection, 'delete from store.revision');
  await change(connection, 'insert into store.revision values (cast($revision as integer))', { revision });
}
