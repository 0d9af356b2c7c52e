import type { DuckDBConnection } from '@duckdb/node-api';
import { query } from '../db/run';
import { ident, join, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { numbersOf } from '../model/table';
import { tableModel, tableNames } from '../model/tables';

/** Something in the data that a figure leaves out or takes with care: how often, what follows, and what would mend it. */
export interface Check {
  readonly id: string;
  readonly count: number;
  readonly consequence: string;
  readonly remedy: string;
}

interface Rule extends Omit<Check, 'count'> {
  readonly count: string;
}

const rules: readonly Rule[] = [
  {
    id: 'closed_before_created',
    count: 'select count(*) from opportunities where closed_at < created_at',
    consequence: 'The rows count, their durations do not (bad_dates).',
    remedy: 'Correct the dates in the source and import it again.',
  },
  {
    id: 'no_created_at',
    count: 'select count(*) from opportunities where created_at is null',
    consequence: 'They take the date of their earliest stage event; without one they belong to no dated cohort.',
    remedy: 'Export the creation date with them.',
  },
  {
    id: 'no_owner',
    count: 'select count(*) from opportunities where owner_id is null',
    consequence: 'They count under Unassigned, never for a person.',
    remedy: 'Give them an owner in the source.',
  },
  {
    id: 'no_account',
    count: 'select count(*) from opportunities where account_id is null',
    consequence: 'They count in the funnel, not for a customer.',
    remedy: 'Link them to their account in the source.',
  },
  {
    id: 'negative_amount',
    count: 'select count(*) from opportunities where amount < 0',
    consequence: 'They count, their money does not.',
    remedy: 'Correct the amounts in the source.',
  },
  {
    id: 'unmapped_stage',
    count: 'select count(*) from opportunities join stage_map using (stage) where target is null',
    consequence: 'They stand on no rung of the ladder.',
    remedy: 'Place the stage on the ladder under Settings.',
  },
  {
    id: 'unconfirmed_stage',
    count: 'select count(*) from stage_map where target is not null and not confirmed',
    consequence: 'Figures that need these stages are marked derived.',
    remedy: 'Confirm what each stage stands for.',
  },
];

/** The checks that found something, in their fixed order. */
export async function checksOf(connection: DuckDBConnection): Promise<Check[]> {
  const counted = await query(connection, `select ${rules.map(({ id, count }) => `(${count}) as ${id}`).join(', ')}`);
  const found = rules.map(({ id, consequence, remedy }) => ({
    id,
    count: numbersOf(counted, id)[0] ?? 0,
    consequence,
    remedy,
  }));
  return [...found, ...(await unknownReferences(connection)), ...(await unreadValues(connection))].filter(
    ({ count }) => count > 0,
  );
}

/** References to records that a table lacks; only tables that hold anything are asked. */
async function unknownReferences(connection: DuckDBConnection): Promise<Check[]> {
  const filled = await filledTables(connection);
  const pairs = tableNames.flatMap((table) =>
    filled.has(table)
      ? tableModel(table).fields.flatMap((field) =>
          field.references && filled.has(field.references) ? [{ table, field: field.name, to: field.references }] : [],
        )
      : [],
  );
  const checks: Check[] = [];
  for (const { table, field, to } of pairs) {
    const [key = ''] = tableModel(to).key;
    const counted = await query(
      connection,
      sql`select count(*) as n from ${ident(table)} as source anti join ${ident(to)} as target on target.${ident(key)} = source.${ident(field)} where source.${ident(field)} is not null`
        .text,
    );
    checks.push({
      id: `unknown_${table}_${field}`,
      count: numbersOf(counted, 'n')[0] ?? 0,
      consequence: `They are kept, and joined to no record of ${to}.`,
      remedy: `Import the missing ${to}, or confirm another name for them.`,
    });
  }
  return checks;
}

async function unreadValues(connection: DuckDBConnection): Promise<Check[]> {
  const stored = await query(
    connection,
    "select table_name from duckdb_columns() where database_name = current_database() and schema_name = 'store' and column_name = 'src_unread' order by table_name",
  );
  const [column] = stored.columns;
  const names = column?.kind === 'text' ? [...column.codes].map((code) => column.dictionary[code] ?? '') : [];
  if (names.length === 0) return [];
  const counts: Sql[] = names.map(
    (name) => sql`(select count(*) from store.${ident(name)} where src_unread <> 0) as ${ident(name)}`,
  );
  const counted = await query(connection, sql`select ${join(counts)}`.text);
  return names.map((name) => ({
    id: `unread_${name}`,
    count: numbersOf(counted, name)[0] ?? 0,
    consequence: 'The rows are kept, the cells that could not be read are empty.',
    remedy: 'See the list of set-aside lines of the import.',
  }));
}

async function filledTables(connection: DuckDBConnection): Promise<Set<string>> {
  const parts = tableNames.map((name) => sql`exists (select 1 from ${ident(name)}) as ${ident(name)}`);
  const found = await query(connection, sql`select ${join(parts)}`.text);
  return new Set(tableNames.filter((name) => numbersOf(found, name)[0] === 1));
}
