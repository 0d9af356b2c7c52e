import type { DuckDBConnection } from '@duckdb/node-api';
import { query } from '../db/run';
import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { numbersOf } from '../model/table';
import { tableModel, tableNames } from '../model/tables';
import { checkRules } from './check-rules';

/** Something in the data that a figure leaves out or takes with care: how often, which rows, what follows, and what would mend it. */
export interface Check {
  readonly id: string;
  readonly count: number;
  /** A SELECT that gives the rows. */
  readonly sql: string;
  readonly consequence: string;
  readonly remedy: string;
}

/** The checks that found something, in their fixed order; `currency` is that of the workspace. */
export async function checksOf(connection: DuckDBConnection, currency: string): Promise<Check[]> {
  const filled = await filledTables(connection);
  const derived = await hasDerived(connection);
  const checks = [
    ...(await ruleChecks(connection, filled, derived)),
    ...(await countAll(connection, workspaceChecks(filled, derived, currency))),
    ...(await countAll(connection, referenceChecks(filled))),
    ...(await countAll(connection, await unreadChecks(connection))),
  ];
  return checks.filter(({ count }) => count > 0);
}

type Uncounted = Omit<Check, 'count'>;

// One reading of each table answers all rules about it.
async function ruleChecks(
  connection: DuckDBConnection,
  filled: ReadonlySet<string>,
  derived: boolean,
): Promise<Check[]> {
  const asked = checkRules.filter(({ table, where }) => filled.has(table) && (derived || !where.includes('derived.')));
  const checks: Check[] = [];
  for (const table of new Set(asked.map((rule) => rule.table))) {
    const rules = asked.filter((rule) => rule.table === table);
    const counts = rules.map(({ id, where }) => sql`count(*) filter (where ${raw(where)}) as ${ident(id)}`);
    const counted = await query(connection, sql`select ${join(counts)} from ${ident(table)}`.text);
    for (const { id, where, consequence, remedy } of rules) {
      const rows = sql`select * from ${ident(table)} where ${raw(where)}`.text;
      checks.push({ id, count: numbersOf(counted, id)[0] ?? 0, sql: rows, consequence, remedy });
    }
  }
  return checks;
}

async function countAll(connection: DuckDBConnection, checks: readonly Uncounted[]): Promise<Check[]> {
  if (checks.length === 0) return [];
  const counts = checks.map(({ id, sql: rows }) => sql`(select count(*) from (${raw(rows)})) as ${ident(id)}`);
  const counted = await query(connection, sql`select ${join(counts)}`.text);
  return checks.map((check) => ({ ...check, count: numbersOf(counted, check.id)[0] ?? 0 }));
}

// Checks that need the workspace's own currency, its stage map, or what was computed from the rows.
function workspaceChecks(filled: ReadonlySet<string>, derived: boolean, currency: string): Uncounted[] {
  const deals = filled.has('opportunities');
  return [
    ...(deals
      ? [
          {
            id: 'no_fx',
            sql: sql`select * from opportunities where currency <> ${literal(currency)} and currency not in (select from_ccy from fx_rates union all select to_ccy from fx_rates)`
              .text,
            consequence: 'Their money is left out (no_fx); it is never taken one to one.',
            remedy: 'Import exchange rates for their currency.',
          },
        ]
      : []),
    ...(deals && derived
      ? [
          {
            id: 'reversed',
            sql: "select * from opportunities where opportunity_id in (select opportunity_id from derived.journeys where outcome = 'reversed')",
            consequence: 'They were won and then lost; they do not count as won, and their money is taken off again.',
            remedy: 'See whether the last stage in the source is right.',
          },
        ]
      : []),
    {
      id: 'unconfirmed_stage',
      sql: 'select * from stage_map where target is not null and not confirmed',
      consequence: 'Figures that need these stages are marked derived.',
      remedy: 'Confirm what each stage stands for.',
    },
  ];
}

// References to records that a table lacks; only tables that hold anything are asked.
function referenceChecks(filled: ReadonlySet<string>): Uncounted[] {
  const pairs = tableNames.flatMap((table) =>
    filled.has(table)
      ? tableModel(table).fields.flatMap((field) =>
          field.references && filled.has(field.references) ? [{ table, field: field.name, to: field.references }] : [],
        )
      : [],
  );
  return pairs.map(({ table, field, to }) => {
    const [key = ''] = tableModel(to).key;
    return {
      id: `unknown_${table}_${field}`,
      sql: sql`select source.* from ${ident(table)} as source anti join ${ident(to)} as target on target.${ident(key)} = source.${ident(field)} where source.${ident(field)} is not null`
        .text,
      consequence: `They are kept, and joined to no record of ${to}.`,
      remedy: `Import the missing ${to}, or confirm another name for them.`,
    };
  });
}

async function unreadChecks(connection: DuckDBConnection): Promise<Uncounted[]> {
  const stored = await query(
    connection,
    "select table_name from duckdb_columns() where database_name = current_database() and schema_name = 'store' and column_name = 'src_unread' order by table_name",
  );
  const [column] = stored.columns;
  const names = column?.kind === 'text' ? [...column.codes].map((code) => column.dictionary[code] ?? '') : [];
  return names.map((name) => ({
    id: `unread_${name}`,
    sql: sql`select * from store.${ident(name)} where src_unread <> 0`.text,
    consequence: 'The rows are kept, the cells that could not be read are empty.',
    remedy: 'See the list of set-aside lines of the import.',
  }));
}

async function filledTables(connection: DuckDBConnection): Promise<Set<string>> {
  const parts: Sql[] = tableNames.map((name) => sql`exists (select 1 from ${ident(name)}) as ${ident(name)}`);
  const found = await query(connection, sql`select ${join(parts)}`.text);
  return new Set(tableNames.filter((name) => numbersOf(found, name)[0] === 1));
}

async function hasDerived(connection: DuckDBConnection): Promise<boolean> {
  const found = await query(
    connection,
    "select 1 from duckdb_tables() where database_name = current_database() and schema_name = 'derived' and table_name = 'made'",
  );
  return found.length > 0;
}
