/** Who is called what in a masked copy: each customer, contact and person with the pseudonym that stands for them, the same in every file. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { query } from '../db/run';
import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { rowsOf } from '../model/table';
import type { TableName } from '../model/tables';
import { tableModel, tableNames } from '../model/tables';
import type { Mask, MaskWish, Masked } from '../review/mask';
import { maskOf } from '../review/mask';
import { storedTables } from '../workspace/tables';
import type { Words } from '../../renderer/i18n';

/** Tables whose rows bear names. */
export const namedTables = ['accounts', 'contacts', 'reps'] as const;

export type NamedTable = (typeof namedTables)[number];

/** Tables whose names a wish replaces; where two are called the same, the earlier table's pseudonym stands in texts. */
export function tablesMasked({ customers, reps }: MaskWish): readonly NamedTable[] {
  return [...(reps ? (['reps'] as const) : []), ...(customers ? (['accounts', 'contacts'] as const) : [])];
}

/**
 * Every id of a table that stands anywhere, with its name and its pseudonym (`id`, `name`, `pseudonym`). Counted in the order of the imports that brought
 * them, within one by a hash: a later import changes no pseudonym, and the order tells nothing.
 */
export async function pseudonymsOf(connection: DuckDBConnection, table: NamedTable, { t }: Words): Promise<Sql> {
  const [key = ''] = tableModel(table).key;
  const places = tableNames.flatMap((name) =>
    tableModel(name)
      .fields.filter((field) => field.references === table || (name === table && field.name === key))
      .map(
        (field) =>
          sql`select cast(${ident(field.name)} as varchar) as id from main.${ident(name)} where ${ident(field.name)} is not null`,
      ),
  );
  const stored = [...((await storedTables(connection)).get(table)?.keys() ?? [])];
  const brought = ['src_file', key].every((column) => stored.includes(column))
    ? sql`select cast(${ident(key)} as varchar) as id, min(src_file) as file from store.${ident(table)} group by all`
    : raw("select '' as id, 0 as file where false");
  const number = raw(
    table === 'reps'
      ? 'case when n <= 26 then chr(cast(64 + n as integer)) when n <= 702 then chr(cast(64 + (n - 1) // 26 as integer)) || chr(cast(65 + (n - 1) % 26 as integer)) else cast(n as varchar) end'
      : "lpad(cast(n as varchar), cast(greatest(3, length(cast(n as varchar))) as integer), '0')",
  );
  return sql`
    with ids as (${join(places, ' union ')}),
    brought as (${brought}),
    numbered as (
      select ids.id, row_number() over (order by coalesce(brought.file, 2147483647), md5(ids.id)) as n
      from ids left join brought on brought.id = ids.id
    )
    select numbered.id, named.name, ${literal(t(`review.mask.${table}`))} || ' ' || ${number} as pseudonym
    from numbered left join main.${ident(table)} as named on cast(named.${ident(key)} as varchar) = numbered.id
    order by numbered.n`;
}

/** A mask of the names in a workspace. */
export async function maskFor(connection: DuckDBConnection, wish: MaskWish, words: Words): Promise<Mask> {
  const all: Masked[] = [];
  // A contact may be called like a person of the team, whose name stays.
  const staying = wish.reps ? new Set<string>() : await teamNames(connection);
  for (const table of tablesMasked(wish)) {
    const { text } = await pseudonymsOf(connection, table, words);
    const others = table === 'reps' ? await otherNames(connection) : new Map<string, readonly string[]>();
    for (const { id, name, pseudonym } of rowsOf(await query(connection, text)))
      all.push({
        names: [name, id, ...(others.get(String(id)) ?? [])].flatMap((each) =>
          each === null || (table === 'contacts' && staying.has(String(each))) ? [] : [String(each)],
        ),
        pseudonym: String(pseudonym),
      });
  }
  return maskOf(all);
}

async function teamNames(connection: DuckDBConnection): Promise<Set<string>> {
  const rows = rowsOf(await query(connection, 'select cast(name as varchar) as name from main.reps'));
  return new Set(rows.map(({ name }) => String(name)));
}

// What people are called in other systems.
async function otherNames(connection: DuckDBConnection): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = rowsOf(
    await query(
      connection,
      'select cast(rep_id as varchar) as id, unnest(aliases) as alias from main.reps where aliases is not null',
    ),
  );
  const found = new Map<string, string[]>();
  for (const { id, alias } of rows)
    if (alias !== null) found.set(String(id), [...(found.get(String(id)) ?? []), String(alias)]);
  return found;
}

/** The field of a table that holds its rows' names, where their names are replaced. */
export function nameFieldOf(table: TableName): string | null {
  return namedTables.some((name) => name === table) ? 'name' : null;
}
