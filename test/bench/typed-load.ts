/** The yardstick of import: DuckDB's own reader, told every column's type, into a database on disk, checkpoint included. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import { ident, join as joined, literal, raw, sql } from '../../electron/db/sql';

export type TypedTable = keyof typeof columns;

const columns = {
  reps: [
    ['rep_id', 'name', 'role', 'team_id', 'manager_id', 'started_on:date', 'ended_on:date', 'region', 'level'],
    ['aliases'],
  ],
  accounts: [
    ['account_id', 'name', 'segment', 'industry', 'region', 'employees:bigint', 'revenue:decimal(18,4)', 'parent_id'],
    ['owner_id', 'created_at:timestamp', 'source', 'consumption_days:bigint', 'merged_into'],
  ],
  opportunities: [
    ['opportunity_id', 'created_at:timestamp', 'stage', 'account_id', 'lead_id', 'owner_id', 'amount:decimal(18,4)'],
    ['currency', 'expected_close:date', 'closed_at:timestamp', 'is_won:boolean', 'is_closed:boolean', 'loss_reason'],
    ['competitor', 'product_id', 'segment', 'source', 'region', 'kind', 'complexity', 'list_amount:decimal(18,4)'],
    ['discount:decimal(18,4)', 'has_reference:boolean', 'probability:decimal(18,4)', 'updated_at:timestamp'],
  ],
  stage_events: [
    ['event_id', 'opportunity_id', 'lead_id', 'entered_at:timestamp', 'to_stage', 'from_stage', 'rep_id'],
    ['amount:decimal(18,4)', 'expected_close:date'],
  ],
  activities: [
    ['activity_id', 'at:timestamp', 'kind', 'rep_id', 'account_id', 'contact_id', 'lead_id', 'opportunity_id'],
    ['direction', 'is_conversation:boolean', 'minutes:decimal(18,4)', 'outcome'],
  ],
  orders: [
    ['order_id', 'account_id', 'ordered_at:timestamp', 'amount:decimal(18,4)', 'currency', 'margin:decimal(18,4)'],
    ['opportunity_id', 'status', 'rep_id'],
  ],
} as const;

/** Every table of a big workspace. */
export const typedTables = Object.keys(columns) as readonly TypedTable[];

/** An open database of the yardstick. */
export interface Typed {
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

/** Loads the files of a folder into a new database file and leaves it checkpointed. */
export async function typedLoad(file: string, folder: string, tables: readonly TypedTable[]): Promise<Typed> {
  const typed = await openTyped(file);
  for (const table of tables) await typed.connection.run(statementOf(table, join(folder, `${table}.csv`)));
  await typed.connection.run('checkpoint');
  return typed;
}

/** Opens a database file, new or loaded before. */
export async function openTyped(file: string): Promise<Typed> {
  const instance = await DuckDBInstance.create(file, { threads: '2' });
  const connection = await instance.connect();
  await connection.run("set TimeZone='UTC'");
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function statementOf(table: TypedTable, path: string): string {
  const types = columns[table].flat().map((column) => {
    const [name = '', type = 'varchar'] = column.split(':');
    return sql`${literal(name)}: ${literal(type)}`;
  });
  return sql`create table ${ident(table)} as select * from read_csv(${literal(path)}, columns = ${raw('{')}${joined(types)}${raw('}')}, header = true, auto_detect = false, delim = ',', quote = '"')`
    .text;
}
