import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { version } from '../../package.json';
import type { Database } from '../db/open';
import { change, query } from '../db/run';
import { checkRules } from '../import/check-rules';
import type { Check } from '../import/checks';
import { checksOf } from '../import/checks';
import { textsOf } from '../model/table';

const kept = z.array(
  z.object({ id: z.string(), count: z.number(), sql: z.string(), consequence: z.string(), remedy: z.string() }),
);

/** What the data is checked by: another program may know other rules. */
const rules = createHash('sha256')
  .update(JSON.stringify([version, checkRules]))
  .digest('hex');

/**
 * The checks of a workspace's data, counted once for the derived tables that are there: they are as old as the data and the settings, and everything that changes
 * either makes them anew. Kept among them, so that a workspace opened again need not read all its rows first.
 */
export async function keptChecks(database: Database, currency: string): Promise<readonly Check[]> {
  const { stamp, checks, known } = await database.read(async (connection) => {
    const made = await stampOf(connection);
    const found = made === null ? null : await checksUnder(connection, made);
    return { stamp: made, checks: found ?? (await checksOf(connection, currency)), known: found !== null };
  });
  if (stamp !== null && !known && !database.readOnly) await database.write((writer) => keep(writer, stamp, checks));
  return checks;
}

// What the derived tables were made from, and by what they are checked; null where there are none.
async function stampOf(connection: DuckDBConnection): Promise<string | null> {
  if (!(await hasTable(connection, 'made'))) return null;
  const stamp = textsOf(await query(connection, 'select stamp from derived.made'), 'stamp')[0];
  return stamp ? `${rules} ${stamp}` : null;
}

async function checksUnder(connection: DuckDBConnection, stamp: string): Promise<readonly Check[] | null> {
  if (!(await hasTable(connection, 'checked'))) return null;
  const found = await query(connection, 'select checks from derived.checked where stamp = cast($stamp as varchar)', {
    stamp,
  });
  const text = textsOf(found, 'checks')[0];
  return text ? kept.parse(JSON.parse(text)) : null;
}

// Derived tables made meanwhile have another stamp, under which these are not found.
async function keep(connection: DuckDBConnection, stamp: string, checks: readonly Check[]): Promise<void> {
  await change(
    connection,
    'create or replace table derived.checked as select cast($stamp as varchar) as stamp, cast($checks as varchar) as checks',
    { stamp, checks: JSON.stringify(checks) },
  );
}

async function hasTable(connection: DuckDBConnection, name: string): Promise<boolean> {
  const found = await query(
    connection,
    "select 1 from duckdb_tables() where schema_name = 'derived' and table_name = cast($name as varchar)",
    { name },
  );
  return found.length > 0;
}
