import type { DuckDBConnection } from '@duckdb/node-api';
import type { Parameters } from '../db/run';
import { change, query, transaction } from '../db/run';
import { asOfSql, derivedSql, macrosSql } from '../model/derived';
import type { Settings } from '../model/settings';
import { columnOf, textsOf } from '../model/table';

/** Schema of the derived tables at the default as-of. */
export const defaultSchema = 'derived';

/** Computes the as-of and every derived table of a workspace in one transaction; gives the as-of as ISO text, null in an empty workspace. */
export async function deriveTables(
  connection: DuckDBConnection,
  settings: Settings,
  asOf: string | null = null,
  schema: string = defaultSchema,
  stamp = '',
): Promise<string | null> {
  return transaction(connection, async () => {
    for (const statement of statementsOf(macrosSql)) await change(connection, statement);
    await change(connection, `create schema if not exists ${schema}`);
    const at = asOf ?? (await latestEvent(connection, settings));
    const parameters = derivedParameters(settings, at);
    for (const { sql } of derivedSql) await change(connection, inSchema(sql, schema), parameters);
    await change(
      connection,
      `create or replace table ${schema}.made as select cast($as_of as varchar) as as_of, cast($stamp as varchar) as stamp`,
      { as_of: at, stamp },
    );
    return at;
  });
}

/** The as-of that derived tables were made for under this stamp; undefined when they are missing or were made from other data or settings. */
export async function madeBefore(connection: DuckDBConnection, stamp: string): Promise<string | null | undefined> {
  const known = await query(
    connection,
    "select 1 from duckdb_tables() where schema_name = 'derived' and table_name = 'made'",
  );
  if (known.length === 0) return undefined;
  const made = await query(connection, 'select as_of from derived.made where stamp = cast($stamp as varchar)', {
    stamp,
  });
  return made.length === 0 ? undefined : (textsOf(made, 'as_of')[0] ?? null);
}

/** The parameters every derived table and metric shares. */
export function derivedParameters(settings: Settings, asOf: string | null): Parameters {
  return {
    as_of: asOf?.replace(/Z$/, '') ?? null,
    time_zone: settings.time_zone,
    shift: shiftOf(settings.time_zone),
    currency: settings.currency,
    fiscal_start_month: settings.fiscal_start_month,
    fiscal_naming: settings.fiscal_naming,
    week_start: settings.week_start,
  };
}

/** A derived table's or metric's SQL over the tables of another as-of. */
export function inSchema(sql: string, schema: string): string {
  return schema === defaultSchema ? sql : sql.replaceAll(/\bderived\./g, `${schema}.`);
}

/** Statements of a file of our own SQL that holds several. */
export function statementsOf(sql: string): string[] {
  return sql
    .replace(/^--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

async function latestEvent(connection: DuckDBConnection, settings: Settings): Promise<string | null> {
  const table = await query(connection, asOfSql, derivedParameters(settings, null));
  return columnOf(table, 'as_of') ? (textsOf(table, 'as_of')[0] ?? null) : null;
}

/** Distance of a zone from UTC in microseconds where it is the same all year from 1990 to 2050; null where it changes. */
export function shiftOf(zone: string): number | null {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  const offsets = new Set<string>();
  for (let month = 0; month <= 60 * 12; month++) {
    const parts = format.formatToParts(Date.UTC(1990, month, 1));
    offsets.add(parts.find((part) => part.type === 'timeZoneName')?.value ?? '');
    if (offsets.size > 1) return null;
  }
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec([...offsets][0] ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000_000;
}
