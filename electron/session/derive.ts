import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Parameters } from '../db/run';
import { change, changeAll, query, transaction } from '../db/run';
import type { LaterTable } from '../model/derived';
import { asOfSql, derivedSql, laterFrom, laterNames, laterSql, macrosSql } from '../model/derived';
import type { Database } from '../db/open';
import { UserError } from '../model/errors';
import { fiscalCode } from '../model/fiscal';
import type { Settings } from '../model/settings';
import { settingsUnder } from '../model/settings';
import { columnOf, textsOf } from '../model/table';
import type { TableName } from '../model/tables';

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
    await changeAll(connection, macrosSql(settings.fiscal_calendar));
    await change(connection, `drop schema if exists ${schema} cascade`);
    await change(connection, `create schema ${schema}`);
    const at = asOf ?? (await latestEvent(connection, settings));
    const parameters = derivedParameters(settings, at);
    for (const { sql } of derivedSql) await change(connection, inSchema(sql, schema), parameters);
    await change(
      connection,
      `create or replace table ${schema}.made as select cast($as_of as varchar) as as_of, cast($stamp as varchar) as stamp, cast($parameters as varchar) as parameters`,
      { as_of: at, stamp: stamped(stamp), parameters: JSON.stringify(parameters) },
    );
    return at;
  });
}

// Tables derived by other statements are as stale as those of other data.
function stamped(stamp: string): string {
  const macros = [macrosSql('months'), macrosSql('4-4-5')];
  const text = [...macros, ...derivedSql.map(({ sql }) => sql), ...laterSql(laterNames).map(({ sql }) => sql)].join('');
  return `${stamp} ${createHash('sha256').update(text).digest('hex')}`;
}

/** What later tables are made in. */
interface Place {
  readonly database: Database;
  readonly schema: string;
}

const there = new WeakMap<Place, Set<LaterTable>>();

/** Looks for the later tables of a place anew, because its schema is made anew. */
export function forgetLater(place: Place): void {
  there.delete(place);
}

/**
 * Makes those of the later tables that are not there yet. Each is made with the parameters its schema was made with, whatever the caller's were.
 * Throws `workspace_read_only` where one is missing and nothing may be written.
 */
export async function makeLater(place: Place, names: readonly LaterTable[], signal?: AbortSignal): Promise<void> {
  const { database, schema } = place;
  const seen = there.get(place) ?? new Set<LaterTable>();
  if (names.every((name) => seen.has(name))) return;
  const wanted = laterSql(names).filter(({ name }) => !seen.has(name));
  if ((await database.read((connection) => missing(connection, schema, wanted), signal)).length > 0) {
    if (database.readOnly) throw new UserError('workspace_read_only', { folder: '' });
    await database.write(async (connection) => {
      for (const { sql } of await missing(connection, schema, wanted)) {
        const made = await query(connection, `select parameters from ${schema}.made`);
        const parameters = JSON.parse(textsOf(made, 'parameters')[0] ?? '{}') as Parameters;
        await change(connection, inSchema(sql, schema), parameters);
      }
    }, signal);
  }
  for (const { name } of wanted) seen.add(name);
  there.set(place, seen);
}

async function missing(connection: DuckDBConnection, schema: string, wanted: ReturnType<typeof laterSql>) {
  const tables = await namesIn(
    connection,
    'select table_name as name from duckdb_tables() where schema_name = cast($schema as varchar)',
    schema,
  );
  const without = wanted.filter((made) => isMacro(made) || !tables.has(made.name));
  // Going through all functions takes longer than a small answer, and to make a macro again takes next to nothing.
  if (without.length === 0 || !without.every(isMacro)) return without;
  const macros = await namesIn(
    connection,
    'select function_name as name from duckdb_functions() where schema_name = cast($schema as varchar)',
    schema,
  );
  return without.filter(({ name }) => !macros.has(name));
}

function isMacro({ sql }: { readonly sql: string }): boolean {
  return /^create or replace macro /m.test(sql);
}

async function namesIn(connection: DuckDBConnection, sql: string, schema: string) {
  return new Set(textsOf(await query(connection, sql, { schema }), 'name'));
}

/** The as-of that derived tables were made for under this stamp; undefined when they are missing or were made from other data or settings. */
export async function madeBefore(connection: DuckDBConnection, stamp: string): Promise<string | null | undefined> {
  if ((await derivedStamp(connection)) !== stamped(stamp)) return undefined;
  return textsOf(await query(connection, 'select as_of from derived.made'), 'as_of')[0] ?? null;
}

/** What the derived tables at the default as-of were made from, by which statements; null where there are none. */
export async function derivedStamp(connection: DuckDBConnection): Promise<string | null> {
  if (!(await isDerived(connection, 'made'))) return null;
  return textsOf(await query(connection, 'select stamp from derived.made'), 'stamp')[0] ?? null;
}

/** Whether a table of that name stands among the derived ones. */
export async function isDerived(connection: DuckDBConnection, name: string): Promise<boolean> {
  const found = await query(
    connection,
    "select 1 from duckdb_tables() where schema_name = 'derived' and table_name = cast($name as varchar)",
    { name },
  );
  return found.length > 0;
}

/**
 * After a change of one table's rows alone: drops what was made from them and puts all else under the stamp of now.
 * Does nothing where the tables were not made under the stamp of before, or where all are made from that table.
 */
export async function keepUntouched(
  connection: DuckDBConnection,
  changed: TableName,
  stamps: { readonly before: string; readonly now: string },
): Promise<void> {
  const stale = laterFrom(changed);
  if (stale === null || (await madeBefore(connection, stamps.before)) === undefined) return;
  await transaction(connection, async () => {
    for (const name of stale) await change(connection, `drop table if exists ${defaultSchema}.${name}`);
    await change(connection, `update ${defaultSchema}.made set stamp = cast($stamp as varchar)`, {
      stamp: stamped(stamps.now),
    });
  });
}

/** The parameters every derived table and metric shares. */
export function derivedParameters(settings: Settings, asOf: string | null): Parameters {
  return {
    as_of: asOf?.replace(/Z$/, '') ?? null,
    time_zone: settings.time_zone,
    shift: shiftOf(settings.time_zone),
    currency: settings.currency,
    fiscal: fiscalCode(settings),
    fiscal_start_month: settings.fiscal_start_month,
    fiscal_naming: settings.fiscal_naming,
    week_start: settings.week_start,
    ...checklistParameters(settings),
    ...skillParameters(settings),
    ...roleParameters(settings),
  };
}

// Needs to record, one entry a product family and need, side by side.
function checklistParameters(settings: Settings): Parameters {
  const pairs = [...settingsUnder(settings, 'checklist.')].flatMap(([family, needs]) =>
    needs.split(',').map((need) => [family, need.trim()] as const),
  );
  return { checklist_families: pairs.map(([family]) => family), checklist_needs: pairs.map(([, need]) => need) };
}

// Roles chosen for skills, side by side.
function skillParameters(settings: Settings): Parameters {
  const chosen = settingsUnder(settings, 'skill.');
  return { skill_names: [...chosen.keys()], skill_roles: [...chosen.values()] };
}

// Roles chosen for people, side by side.
function roleParameters(settings: Settings): Parameters {
  const chosen = settingsUnder(settings, 'role.');
  return { role_reps: [...chosen.keys()], role_names: [...chosen.values()] };
}

/** A derived table's or metric's SQL over the tables of another as-of. */
export function inSchema(sql: string, schema: string): string {
  return schema === defaultSchema ? sql : sql.replaceAll(/\bderived\./g, `${schema}.`);
}

async function latestEvent(connection: DuckDBConnection, settings: Settings): Promise<string | null> {
  const table = await query(connection, asOfSql, derivedParameters(settings, null));
  return columnOf(table, 'as_of') ? (textsOf(table, 'as_of')[0] ?? null) : null;
}

const shifts = new Map<string, number | null>();

/** Distance of a zone from UTC in microseconds where it is the same all year from 1990 to 2050; null where it changes. */
export function shiftOf(zone: string): number | null {
  const known = shifts.get(zone);
  if (known !== undefined) return known;
  const shift = findShift(zone);
  shifts.set(zone, shift);
  return shift;
}

function findShift(zone: string): number | null {
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
