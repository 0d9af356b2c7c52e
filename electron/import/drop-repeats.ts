import type { DuckDBConnection } from '@duckdb/node-api';
import { change } from '../db/run';
import { ident, join, raw, sql } from '../db/sql';
import { storedColumnNames } from './stored-columns';

/** Takes the repeats out of a staged history of all changes, where a row repeats the stage because another field changed: it enters no stage, and is nothing at all where amount and date stay too. */
export async function dropRepeats(connection: DuckDBConnection, name: string): Promise<void> {
  const columns = await storedColumnNames(connection, name);
  const kept = ['amount', 'expected_close'].filter((column) => columns.includes(column)).map(ident);
  const table = sql`store.${ident(name)}`;
  const same = kept.map((column) => sql`${column} is not distinct from lag(${column}) over walk`);
  const walked = sql`select rowid as id, to_stage is not distinct from lag(to_stage) over walk as stays, ${
    same.length > 0 ? join(same, ' and ') : raw('true')
  } as is_same
    from ${table} window walk as (partition by opportunity_id order by entered_at, src_row)`;
  await change(connection, sql`create or replace temp table repeats as select * from (${walked}) where stays`.text);
  await change(connection, sql`delete from ${table} where rowid in (select id from temp.repeats where is_same)`.text);
  const from = columns.includes('from_stage') ? raw(', from_stage = null') : raw('');
  await change(
    connection,
    sql`update ${table} set to_stage = null ${from} where rowid in (select id from temp.repeats)`.text,
  );
  await change(connection, 'drop table temp.repeats');
}
