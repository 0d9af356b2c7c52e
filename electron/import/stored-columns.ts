import type { DuckDBConnection } from '@duckdb/node-api';
import { query } from '../db/run';
import { ident, sql } from '../db/sql';
import { textsOf } from '../model/table';

/** Columns of a table in schema `store` with their SQL types, in order; empty when it does not exist. */
export async function storedColumnTypes(
  connection: DuckDBConnection,
  table: string,
): Promise<ReadonlyMap<string, string>> {
  // The list of all columns takes ten times as long, for it looks into every view.
  const known = await query(
    connection,
    "select 1 from duckdb_tables() where database_name = current_database() and schema_name = 'store' and table_name = $table",
    { table },
  );
  if (known.length === 0) return new Map();
  const found = await query(
    connection,
    sql`select column_name, column_type from (describe store.${ident(table)})`.text,
  );
  const types = textsOf(found, 'column_type');
  return new Map(textsOf(found, 'column_name').map((name, i) => [name ?? '', types[i] ?? 'VARCHAR'] as const));
}

/** Which of these tables are there in schema `store`; in one question, for one a table takes as long. */
export async function tablesStored<Name extends string>(
  connection: DuckDBConnection,
  names: readonly Name[],
): Promise<readonly Name[]> {
  const found = await query(
    connection,
    "select table_name from duckdb_tables() where database_name = current_database() and schema_name = 'store'",
  );
  const there = new Set(textsOf(found, 'table_name'));
  return names.filter((name) => there.has(name));
}

/** Names of those columns. */
export async function storedColumnNames(connection: DuckDBConnection, table: string): Promise<string[]> {
  return [...(await storedColumnTypes(connection, table)).keys()];
}
