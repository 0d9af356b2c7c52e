import { because } from '../../model/evidence';
import { basename, dirname } from 'node:path';
import { openDatabase } from '../../db/open';
import { change, query } from '../../db/run';
import { ident, join, literal, sql } from '../../db/sql';
import type { Sql } from '../../db/sql';
import { UserError } from '../../model/errors';
import { numbersOf, textsOf } from '../../model/table';
import type { PartInfo } from './choose-part';
import type { Transcript } from './types';
import type { DuckDBConnection } from '@duckdb/node-api';

const readingMemoryMb = 512;

/** A table of a database file; its name has that of its schema before it where that is not the usual one. */
interface DatabaseTable extends PartInfo {
  readonly schema: string;
  readonly table: string;
}

/** The tables that a DuckDB file holds itself; views are none. Throws UserError. */
export async function databaseTables(
  path: string,
  scratch: string,
  signal?: AbortSignal,
): Promise<readonly DatabaseTable[]> {
  const tables = await withFile(path, scratch, signal, async (connection) => {
    await attach(connection, path);
    const found = await query(
      connection,
      "select schema_name, table_name from duckdb_tables() where database_name = 'source' and not internal order by table_oid",
    );
    const names = textsOf(found, 'table_name');
    return textsOf(found, 'schema_name').map((schema, i) => ({ schema: schema ?? '', table: names[i] ?? '' }));
  });
  if (tables.length === 0) throw new UserError('archive_empty', { file: basename(path) });
  return tables.map(({ schema, table }) => {
    const name = schema === 'main' ? table : `${schema}.${table}`;
    return { schema, table, name, hidden: false, empty: false };
  });
}

/** Writes a table of a DuckDB file, or Parquet data (null), out as plain text. Throws UserError. */
export async function writeTable(
  path: string,
  table: DatabaseTable | null,
  target: string,
  signal?: AbortSignal,
): Promise<Pick<Transcript, 'width' | 'decisions'>> {
  return withFile(path, dirname(target), signal, async (connection) => {
    if (table !== null) await attach(connection, path);
    const source =
      table === null ? sql`read_parquet(${literal(path)})` : sql`source.${ident(table.schema)}.${ident(table.table)}`;
    const columns = await columnsOf(connection, source);
    const cells = join(columns.map(({ name, cell }) => sql`${cell} as ${ident(name)}`));
    const counted = await query(connection, sql`select count(*) as n from ${source}`.text);
    await change(
      connection,
      sql`copy (select ${cells} from ${source}) to ${literal(target)} (format csv, header true, delimiter ',', quote '"', escape '"')`
        .text,
    );
    const evidence = because('rows_from_copy', { n: numbersOf(counted, 'n')[0] ?? 0 });
    return {
      width: columns.length,
      decisions: [{ what: 'table', chosen: table?.name ?? basename(path), evidence }],
    };
  });
}

interface Column {
  readonly name: string;
  /** Its value as text. */
  readonly cell: Sql;
}

/** The columns of a table; the fields of a struct come out as columns of their own, under both names. */
async function columnsOf(connection: DuckDBConnection, source: Sql): Promise<readonly Column[]> {
  const columns: Column[] = [];
  for (const { name, type } of await describe(connection, sql`select * from ${source}`)) {
    const inner =
      type.startsWith('STRUCT(') && !type.endsWith(']')
        ? await describe(connection, sql`select unnest(${ident(name)}) from ${source}`)
        : [];
    if (inner.length === 0) columns.push({ name, cell: textOf(ident(name), type) });
    for (const field of inner)
      columns.push({
        name: `${name}.${field.name}`,
        cell: textOf(sql`${ident(name)}.${ident(field.name)}`, field.type),
      });
  }
  return columns;
}

async function describe(connection: DuckDBConnection, select: Sql): Promise<readonly { name: string; type: string }[]> {
  const found = await query(
    connection,
    sql`select column_name as name, column_type as type from (describe ${select})`.text,
  );
  const types = textsOf(found, 'type');
  return textsOf(found, 'name').map((name, i) => ({ name: name ?? '', type: types[i] ?? '' }));
}

/** A value as text: plain lists joined by semicolons, anything deeper as JSON. */
function textOf(value: Sql, type: string): Sql {
  if (/^(?:STRUCT|MAP|UNION)\(/.test(type) || /\[\d*\]\[\d*\]$/.test(type))
    return sql`cast(to_json(${value}) as varchar)`;
  if (/\[\d*\]$/.test(type))
    return sql`array_to_string(list_transform(${value}, lambda item: cast(item as varchar)), ';')`;
  return sql`cast(${value} as varchar)`;
}

async function attach(connection: DuckDBConnection, path: string): Promise<void> {
  await change(connection, sql`attach ${literal(path)} as source (read_only)`.text);
}

/** Works with a database in memory that sees this one file and the scratch folder and nothing else. */
async function withFile<T>(
  path: string,
  scratch: string,
  signal: AbortSignal | undefined,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  // The log of a database that was not closed lies beside it, and its rows count.
  const files = [path, `${path}.wal`];
  const database = await openDatabase(':memory:', { folder: scratch, files, memoryLimitMb: readingMemoryMb });
  try {
    return await database.write(work, signal);
  } catch (error) {
    if (error instanceof UserError || signal?.aborted) throw error;
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    throw new UserError('archive_damaged', { file: basename(path), reason });
  } finally {
    await database.close();
  }
}
