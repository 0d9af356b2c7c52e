/** Typed rows beside the stored ones: schema `entered`, made anew from the definitions, laid over the imported rows by the views. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { change, query } from '../db/run';
import type { Sql } from '../db/sql';
import { ident, join, literal, raw, sql } from '../db/sql';
import type { Entered, EnteredName, EnteredRow } from '../model/entered';
import { enteredNames } from '../model/entered';
import { textsOf } from '../model/table';
import type { Field, TableName } from '../model/tables';
import { dateOnlyColumn, sqlTypeOfField, tableModel } from '../model/tables';

/** Stands as the file of a row that was typed in. */
export const enteredMark = '(entered)';

/** Puts the typed rows of these tables, of all when left out, in place of those before, inside the transaction that is open; views show them once refreshed. */
export async function writeEntered(
  connection: DuckDBConnection,
  entered: Entered,
  names: readonly EnteredName[] = enteredNames,
): Promise<void> {
  await change(connection, 'create schema if not exists entered');
  for (const name of names) await writeTable(connection, name, entered[name] ?? []);
}

/** Tables that hold typed rows. */
export async function tablesEntered(connection: DuckDBConnection): Promise<ReadonlySet<string>> {
  const found = await query(
    connection,
    "select table_name from duckdb_tables() where database_name = current_database() and schema_name = 'entered'",
  );
  return new Set(textsOf(found, 'table_name').map((name) => name ?? ''));
}

/**
 * Imported rows with the typed ones laid over: a typed cell stands before an imported one of the same key, other typed rows are added.
 * `shown` is the select of the imported rows, `extras` its columns beyond the model, `fallbacks` what stands where both leave a field empty.
 */
export function laidOver(
  name: TableName,
  shown: Sql,
  extras: readonly string[],
  fallbacks: ReadonlyMap<string, Sql>,
): Sql {
  const { fields, key } = tableModel(name);
  const marks = fields.filter(({ type }) => type === 'ts').map((field) => dateOnlyColumn(field.name));
  const own = [...fields.map((field) => field.name), ...marks, 'src_file', 'src_row'];
  const from = sql`entered.${ident(name)}`;
  if (key.length === 0) {
    const typed = join(own.map(ident));
    return sql`${shown} union all by name select ${typed} from ${from}`;
  }
  const both = own.map((column) => {
    const fallback = fallbacks.get(column) ?? raw('null');
    return sql`coalesce(typed.${ident(column)}, shown.${ident(column)}, ${fallback}) as ${ident(column)}`;
  });
  const more = extras.map((column) => sql`shown.${ident(column)}`);
  const same = key.map((column) => sql`typed.${ident(column)} = shown.${ident(column)}`);
  return sql`select ${join([...both, ...more])} from (${shown}) as shown full join ${from} as typed on ${join(same, ' and ')}`;
}

async function writeTable(connection: DuckDBConnection, name: EnteredName, rows: readonly EnteredRow[]): Promise<void> {
  await change(connection, sql`drop table if exists entered.${ident(name)}`.text);
  if (rows.length === 0) return;
  const { fields } = tableModel(name);
  const columns = fields.flatMap((field) => typedColumns(field));
  const origin = [sql`${literal(enteredMark)} as src_file`, raw('cast(row_number() over () as bigint) as src_row')];
  const source = raw('(select unnest(from_json(cast($rows as json), \'["json"]\')) as cells)');
  const text = sql`create table entered.${ident(name)} as select ${join([...columns, ...origin])} from ${source}`.text;
  await change(connection, text, { rows: JSON.stringify(rows) });
}

function typedColumns(field: Field): readonly Sql[] {
  const cell = sql`nullif(json_extract_string(cells, ${literal(`$."${field.name}"`)}), '')`;
  const name = ident(field.name);
  if (field.type === 'list') return [sql`list_transform(string_split(${cell}, ','), word -> trim(word)) as ${name}`];
  const value = sql`try_cast(${cell} as ${raw(sqlTypeOfField(field))}) as ${name}`;
  if (field.type !== 'ts') return [value];
  return [value, sql`case when ${cell} is not null then true end as ${ident(dateOnlyColumn(field.name))}`];
}
