import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { change, query } from '../db/run';
import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { numbersOf, textsOf } from '../model/table';
import type { Field, TableName } from '../model/tables';
import { dateOnlyColumn, sqlTypeOfField, tableModel, tableNames } from '../model/tables';
import { laidOver, tablesEntered } from './entered';

/** A loaded file as rows know it: they carry its number. */
export interface StoredFile {
  readonly number: number;
  readonly importNumber: number;
  readonly name: string;
}

/** Confirmed other names of records, by table, then by alias. */
export type Aliases = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Creates what an empty database lacks: the revision the rows belong to, the files they came from, `stage_map`, and a view of every table.
 * A stored table, `store.<table>`, comes with its first file and holds only the columns that some file brought, every version of every row:
 * a column that is not there costs nothing to write, and the view gives it as nulls.
 */
export async function createTables(connection: DuckDBConnection): Promise<void> {
  await change(connection, 'create schema if not exists store');
  await change(connection, 'create table if not exists store.revision (revision integer)');
  await change(
    connection,
    'create table if not exists store.files (number integer, import_number integer, name varchar)',
  );
  await change(connection, 'create table if not exists store.aliases (table_name varchar, alias varchar, id varchar)');
  await change(connection, 'create table if not exists stage_map (stage varchar, target varchar, confirmed boolean)');
  await change(connection, 'create table if not exists store.lines (table_name varchar, first_line bigint)');
  await change(connection, 'create table if not exists store.views (name varchar, mark varchar)');
  await refreshViews(connection);
}

/** Makes the views show the columns, files and aliases that are there; those that already do are left alone. Only rows that count are in them. */
export async function refreshViews(connection: DuckDBConnection): Promise<void> {
  const { stored, origin, aliases } = await groundOfViews(connection);
  const entered = await tablesEntered(connection);
  const made = await viewMarks(connection);
  const stale = new Map<TableName, string>();
  for (const name of tableNames) {
    const types = stored.get(name) ?? new Map<string, string>();
    const columns = [...types.keys()];
    const imported = importedRows(name, columns, origin, aliases);
    const extras = columns.filter((column) => column.startsWith('x_'));
    const rows = entered.has(name)
      ? laidOver(name, imported, extras, fallbacksOf(name, sql`typed.${ident(tableModel(name).key[0] ?? '')}`))
      : imported;
    const { text } = sql`create or replace view main.${ident(name)} as ${rows}`;
    const mark = markOf(text, [...types.values()]);
    if (made.get(name) === mark) continue;
    await change(connection, text);
    stale.set(name, mark);
  }
  await noteViews(connection, stale);
}

async function groundOfViews(connection: DuckDBConnection) {
  const stored = await storedTables(connection);
  const origin = { files: await storedFiles(connection), lines: await impliedLines(connection) };
  const aliases = mergeAliases(await listedAliases(connection, stored), await confirmedAliases(connection));
  return { stored, origin, aliases };
}

/** The select of a table's imported rows as they are without what was typed over them. */
export async function importedAlone(connection: DuckDBConnection, name: TableName): Promise<Sql> {
  const { stored, origin, aliases } = await groundOfViews(connection);
  return importedRows(name, [...(stored.get(name)?.keys() ?? [])], origin, aliases);
}

// A view keeps the types it was made with: with others under it the same text has to be read anew.
function markOf(text: string, types: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([text, types]))
    .digest('base64');
}

/** What each view was made from, as a mark: the same mark, the same view. */
async function viewMarks(connection: DuckDBConnection): Promise<ReadonlyMap<string, string>> {
  const table = await query(connection, 'select name, mark from store.views');
  const marks = textsOf(table, 'mark');
  return new Map(textsOf(table, 'name').map((name, i) => [name ?? '', marks[i] ?? ''] as const));
}

async function noteViews(connection: DuckDBConnection, marks: ReadonlyMap<TableName, string>): Promise<void> {
  if (marks.size === 0) return;
  const names = join([...marks.keys()].map((name) => literal(name)));
  const rows = join([...marks].map(([name, mark]) => sql`(${literal(name)}, ${literal(mark)})`));
  await change(connection, sql`delete from store.views where name in (${names})`.text);
  await change(connection, sql`insert into store.views values ${rows}`.text);
}

/** Puts the confirmed aliases in place of those before; views show them once refreshed. */
export async function setAliases(connection: DuckDBConnection, aliases: Aliases): Promise<void> {
  await change(connection, 'delete from store.aliases');
  for (const [table, names] of Object.entries(aliases)) {
    for (const [alias, id] of Object.entries(names)) {
      await change(connection, 'insert into store.aliases values ($table, $alias, $id)', { table, alias, id });
    }
  }
}

/** Notes a loaded file; gives the number its rows carry. */
export async function addFile(connection: DuckDBConnection, importNumber: number, name: string): Promise<number> {
  const last = await query(connection, 'select coalesce(max(number), 0) as number from store.files');
  const number = (numbersOf(last, 'number')[0] ?? 0) + 1;
  await change(
    connection,
    'insert into store.files values (cast($number as integer), cast($import as integer), $name)',
    {
      number,
      import: importNumber,
      name,
    },
  );
  return number;
}

/** Files whose rows may be in the tables, by number. */
export async function storedFiles(connection: DuckDBConnection): Promise<readonly StoredFile[]> {
  const table = await query(connection, 'select number, import_number, name from store.files order by number');
  const numbers = numbersOf(table, 'number');
  const imports = numbersOf(table, 'import_number');
  return textsOf(table, 'name').map((name, i) => ({
    number: numbers[i] ?? 0,
    importNumber: imports[i] ?? 0,
    name: name ?? '',
  }));
}

/** Columns of every stored table with their SQL types, in order. */
export async function storedTables(connection: DuckDBConnection): Promise<StoredTables> {
  const table = await query(
    connection,
    "select table_name, column_name, data_type from duckdb_columns() where database_name = current_database() and schema_name = 'store' order by table_name, column_index",
  );
  const columns = textsOf(table, 'column_name');
  const types = textsOf(table, 'data_type');
  const out = new Map<string, Map<string, string>>();
  textsOf(table, 'table_name').forEach((name, i) => {
    if (name === null) return;
    const known = out.get(name) ?? new Map<string, string>();
    out.set(name, known.set(columns[i] ?? '', types[i] ?? ''));
  });
  return out;
}

type StoredTables = ReadonlyMap<string, ReadonlyMap<string, string>>;

function importedRows(name: TableName, columns: readonly string[], origin: Origin, aliases: Aliases): Sql {
  const has = new Set(columns);
  const { fields } = tableModel(name);
  const marks = fields.filter((field) => field.type === 'ts').map((field) => dateOnlyColumn(field.name));
  const shown = [
    ...fields.map((field) => shownField(name, field, has, aliases)),
    ...marks.map((mark) => (has.has(mark) ? ident(mark) : missing('BOOLEAN', mark))),
    ...columns.filter((column) => column.startsWith('x_')).map(ident),
    ...originOf(name, has, origin),
  ];
  const counting = has.has('src_replaced_by') ? raw('where src_replaced_by is null') : raw('');
  const from = has.size === 0 ? raw('where false') : sql`from store.${ident(name)} ${counting}`;
  return sql`select ${join(shown)} ${from}`;
}

function shownField(table: TableName, field: Field, has: ReadonlySet<string>, aliases: Aliases): Sql {
  const value = has.has(field.name) ? fieldOf(field, aliases) : missing(sqlTypeOfField(field), field.name);
  const fallback = fallbacksOf(table, ident(tableModel(table).key[0] ?? '')).get(field.name);
  if (has.size === 0 || !fallback) return value;
  return sql`coalesce(${has.has(field.name) ? ident(field.name) : raw('null')}, ${fallback}) as ${ident(field.name)}`;
}

// A record without a name goes by its id, a person without a role has the role other; stored as nothing, so that a later file can still tell.
function fallbacksOf(table: TableName, key: Sql): ReadonlyMap<string, Sql> {
  if (!namedByKey.has(table)) return new Map();
  return new Map([['name', key] as const, ...(table === 'reps' ? [['role', literal('other')] as const] : [])]);
}

const namedByKey: ReadonlySet<TableName> = new Set(['accounts', 'products', 'reps']);

function missing(type: string, name: string): Sql {
  return sql`cast(null as ${raw(type)}) as ${ident(name)}`;
}

// An alias stands in the view alone, so that an undone import takes its aliases along.
function fieldOf(field: Field, aliases: Aliases): Sql {
  const known = field.references ? Object.entries(aliases[field.references] ?? {}) : [];
  const column = ident(field.name);
  if (known.length === 0) return column;
  const cases = known.map(([alias, id]) => sql`when ${literal(alias)} then ${literal(id)}`);
  return sql`case ${column} ${join(cases, ' ')} else ${column} end as ${column}`;
}

/** What the views tell of each row's origin from. */
interface Origin {
  readonly files: readonly StoredFile[];
  readonly lines: ReadonlyMap<string, number>;
}

// Rows carry the number of their file; its name and line are what a person looks up.
function originOf(table: TableName, has: ReadonlySet<string>, { files, lines }: Origin): Sql[] {
  if (!has.has('src_file')) return [missing('VARCHAR', 'src_file'), missing('BIGINT', 'src_row')];
  const names = new Map(files.map((file) => [file.number, file.name] as const));
  const last = Math.max(0, ...names.keys());
  const list = Array.from({ length: last }, (_, i) => names.get(i + 1)).map((file) =>
    file === undefined ? raw('null') : literal(file),
  );
  return [
    sql`cast([${join(list)}][src_file] as varchar) as src_file`,
    sql`${lineOf(has.has('src_row'), lines.get(table))} as src_row`,
  ];
}

/** The line of a stored row: as it is stored, else counted from the line of the table's first row. */
function lineOf(stored: boolean, first: number | undefined): Sql {
  const counted = first === undefined ? raw('cast(null as bigint)') : sql`rowid + ${literal(first)}`;
  if (!stored) return counted;
  return first === undefined ? raw('src_row') : sql`coalesce(src_row, ${counted})`;
}

/** Line of the first row of each table whose rows stand in the order of one large file and do not store their lines. */
async function impliedLines(connection: DuckDBConnection): Promise<ReadonlyMap<string, number>> {
  const table = await query(connection, 'select table_name, first_line from store.lines');
  const lines = numbersOf(table, 'first_line');
  return new Map(textsOf(table, 'table_name').map((name, i) => [name ?? '', lines[i] ?? 0] as const));
}

// Aliases that a file of products or people lists itself; one that two records claim is nobody's.
async function listedAliases(connection: DuckDBConnection, stored: StoredTables): Promise<Aliases> {
  const out: Record<string, Record<string, string>> = {};
  for (const [name, key] of [
    ['products', 'product_id'],
    ['reps', 'rep_id'],
  ] as const) {
    const columns = stored.get(name);
    if (!columns?.has('aliases')) continue;
    const counting = columns.has('src_replaced_by') ? raw('and src_replaced_by is null') : raw('');
    const table = await query(
      connection,
      sql`select alias, min(${ident(key)}) as id
        from (select unnest(aliases) as alias, ${ident(key)} from store.${ident(name)} where aliases is not null ${counting})
        group by alias
        having count(distinct ${ident(key)}) = 1
        order by alias`.text,
    );
    out[name] = pairsOf(textsOf(table, 'alias'), textsOf(table, 'id'));
  }
  return out;
}

async function confirmedAliases(connection: DuckDBConnection): Promise<Aliases> {
  const table = await query(connection, 'select table_name, alias, id from store.aliases order by table_name, alias');
  const aliases = textsOf(table, 'alias');
  const ids = textsOf(table, 'id');
  const out: Record<string, Record<string, string>> = {};
  textsOf(table, 'table_name').forEach((name, i) => {
    out[name ?? ''] = { ...out[name ?? ''], ...pairsOf([aliases[i] ?? null], [ids[i] ?? null]) };
  });
  return out;
}

function pairsOf(names: readonly (string | null)[], ids: readonly (string | null)[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name, i) => (name && ids[i] ? [[name, ids[i]] as const] : [])));
}

function mergeAliases(first: Aliases, second: Aliases): Aliases {
  const tables = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries([...tables].map((table) => [table, { ...first[table], ...second[table] }] as const));
}

/** Rows that count in every table. */
export async function countRows(connection: DuckDBConnection): Promise<Readonly<Record<string, number>>> {
  const counts = tableNames.map((name) => sql`select ${literal(name)} as name, count(*) as rows from ${ident(name)}`);
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
