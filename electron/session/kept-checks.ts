import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { version } from '../../package.json';
import type { Database } from '../db/open';
import { change, query } from '../db/run';
import { checkRules } from '../import/check-rules';
import type { Check } from '../import/checks';
import { checksOf } from '../import/checks';
import { numbersOf, textsOf } from '../model/table';
import { derivedStamp, isDerived } from './derive';

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
  const stamp = await derivedStamp(connection);
  return stamp === null ? null : `${rules} ${stamp}`;
}

// The first row bears the stamp alone, so that nothing found is known as well.
async function checksUnder(connection: DuckDBConnection, stamp: string): Promise<readonly Check[] | null> {
  if (!(await isDerived(connection, 'checked'))) return null;
  const found = await query(
    connection,
    'select id, count, sql, consequence, remedy from derived.checked where stamp = cast($stamp as varchar) order by place',
    { stamp },
  );
  if (found.length === 0) return null;
  const counts = numbersOf(found, 'count');
  const [ids, texts, consequences, remedies] = ['id', 'sql', 'consequence', 'remedy'].map((name) =>
    textsOf(found, name),
  );
  const checks = Array.from(counts, (count, i) => ({
    id: ids?.[i] ?? '',
    count,
    sql: texts?.[i] ?? '',
    consequence: consequences?.[i] ?? '',
    remedy: remedies?.[i] ?? '',
  }));
  return checks.slice(1);
}

// Derived tables made meanwhile have another stamp, under which these are not found.
async function keep(connection: DuckDBConnection, stamp: string, checks: readonly Check[]): Promise<void> {
  const rows = [{ id: '', count: 0, sql: '', consequence: '', remedy: '' }, ...checks];
  await change(
    connection,
    `create or replace table derived.checked as
     select
       cast($stamp as varchar) as stamp,
       unnest(range(len(cast($ids as varchar[])))) as place,
       unnest(cast($ids as varchar[])) as id,
       cast(unnest(cast($counts as varchar[])) as integer) as count,
       unnest(cast($texts as varchar[])) as sql,
       unnest(cast($consequences as varchar[])) as consequence,
       unnest(cast($remedies as varchar[])) as remedy`,
    {
      stamp,
      ids: rows.map(({ id }) => id),
      counts: rows.map(({ count }) => String(count)),
      texts: rows.map(({ sql }) => sql),
      consequences: rows.map(({ consequence }) => consequence),
      remedies: rows.map(({ remedy }) => remedy),
    },
  );
}
