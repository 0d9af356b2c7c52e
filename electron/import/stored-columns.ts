import type { DuckDBConnection } from '@duckdb/node-api';
import { query } from '../db/run';
import { textsOf } from '../model/table';

/** Columns of a table in schema `store` with their SQL types, in order; empty when it does not exist. */
export async function storedColumnTypes(
  connection: DuckDBConnection,
  table: string,
): Promise<ReadonlyMap<string, string>> {
  const found = await query(
    connection,
    "select column_name, data_type from duckdb_columns() where database_name = current_database() and schema_name = 'store' and table_name = $table order by column_index",
    { table },
  );
  const types = textsOf(found, 'data_type');
  return new Map(textsOf(found, 'column_name').map((name, i) => [name ?? '', types[i] ?? 'VARCHAR'] as const));
}

/** Names of those columns. */
export async function storedColumnNames(connection: DuckDBConnection, table: string): Promise<string[]> {
  return [...(await storedColumnTypes(connection, table)).keys()];
}
