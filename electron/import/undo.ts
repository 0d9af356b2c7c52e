import type { DuckDBConnection } from '@duckdb/node-api';
import { change, query } from '../db/run';
import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { numbersOf } from '../model/table';
import { tableNames } from '../model/tables';
import type { TableName } from '../model/tables';
import { storedColumnNames, tablesStored } from './stored-columns';

/** Rows of these files that count now, by table. */
export async function rowsOfFiles(
  connection: DuckDBConnection,
  files: readonly number[],
): Promise<Partial<Record<TableName, number>>> {
  const out: Partial<Record<TableName, number>> = {};
  if (files.length === 0) return out;
  for (const table of await tablesStored(connection, tableNames)) {
    const columns = await storedColumnNames(connection, table);
    const counts = columns.includes('src_replaced_by') ? raw('and src_replaced_by is null') : raw('');
    const found = await query(
      connection,
      sql`select count(*) as n from store.${ident(table)} where src_file in (${join(files.map(literal))}) ${counts}`
        .text,
    );
    const rows = numbersOf(found, 'n')[0] ?? 0;
    if (rows > 0) out[table] = rows;
  }
  return out;
}

/**
 * Takes the rows of these files out and puts back what they had replaced. Right only while no later file met the same tables.
 * Nothing where none is named. Tables are written anew, so that no removed text stays behind in them; `extras` are the extra columns that the remaining files still bring.
 */
export async function removeFiles(
  connection: DuckDBConnection,
  files: readonly number[],
  extras: ReadonlySet<string>,
): Promise<void> {
  if (files.length === 0) return;
  const list = join(files.map(literal));
  for (const table of await tablesStored(connection, tableNames)) {
    const columns = await storedColumnNames(connection, table);
    const met = columns.includes('src_replaced_by')
      ? sql`src_file in (${list}) or src_replaced_by in (${list})`
      : sql`src_file in (${list})`;
    const touched = await query(connection, sql`select count(*) as n from store.${ident(table)} where ${met}`.text);
    if ((numbersOf(touched, 'n')[0] ?? 0) === 0) continue;
    const kept = columns.filter((name) => name !== 'src_row' && (!name.startsWith('x_') || extras.has(name)));
    const line = await firstLineOf(connection, table);
    const values = kept.map((name) =>
      name === 'src_replaced_by'
        ? sql`case when src_replaced_by in (${list}) then null else src_replaced_by end as src_replaced_by`
        : ident(name),
    );
    await change(
      connection,
      sql`create table store.kept as select ${join(values)}, ${lineColumn(columns.includes('src_row'), line)} as src_row from store.${ident(table)} where src_file not in (${list})`
        .text,
    );
    await change(connection, sql`drop table store.${ident(table)}`.text);
    await change(connection, 'delete from store.lines where table_name = $table', { table });
    const left = await query(connection, 'select count(*) as n from store.kept');
    if ((numbersOf(left, 'n')[0] ?? 0) === 0) await change(connection, 'drop table store.kept');
    else await change(connection, sql`alter table store.kept rename to ${ident(table)}`.text);
  }
}

// Rows of one large file imply their lines by their place; written anew they must say them.
function lineColumn(stored: boolean, first: number | null): Sql {
  const implied = first === null ? raw('cast(null as bigint)') : sql`cast(rowid + ${literal(first)} as bigint)`;
  return stored ? sql`coalesce(src_row, ${implied})` : implied;
}

async function firstLineOf(connection: DuckDBConnection, table: string): Promise<number | null> {
  const found = await query(connection, 'select first_line from store.lines where table_name = $table', { table });
  return numbersOf(found, 'first_line')[0] ?? null;
}

/**
 * Writes over the blocks that removed rows have left in the database file, so that what was taken back cannot be read from it any more.
 * Costs about as much as writing those blocks once; ends with a checkpoint.
 */
export async function scrubFreed(connection: DuckDBConnection): Promise<void> {
  const found = await query(
    connection,
    'select free_blocks::double as free_blocks, block_size::double as block_size from pragma_database_size()',
  );
  const bytes = (numbersOf(found, 'free_blocks')[0] ?? 0) * (numbersOf(found, 'block_size')[0] ?? 0);
  if (bytes === 0) return;
  // Hashes do not compress: eight bytes a row fill the blocks as they were.
  await change(
    connection,
    sql`create table store.scrub as select hash(i) as noise from range(${literal(Math.ceil(bytes / 8))}) as numbers(i)`
      .text,
  );
  await change(connection, 'force checkpoint');
  await change(connection, 'drop table store.scrub');
  await change(connection, 'force checkpoint');
}
