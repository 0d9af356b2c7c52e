import type { DuckDBConnection } from '@duckdb/node-api';
import { query } from '../db/run';
import { ident, raw, sql } from '../db/sql';
import { numbersOf } from '../model/table';
import { isPast } from './row-conditions';
import type { FilePlan } from './table-plan';

/** True for a staged list of activities of which some, and not most, lie ahead: they are planned. */
export async function holdsPlanned(
  connection: DuckDBConnection,
  plan: FilePlan,
  staged: string,
  columns: readonly string[],
): Promise<boolean> {
  if (plan.main?.table !== 'activities' || !columns.includes('at')) return false;
  const isDate = columns.includes('at_is_date') ? raw('coalesce(at_is_date, false)') : raw('false');
  const ahead = sql`not ${isPast(plan, ident('at'), isDate)}`;
  const found = await query(
    connection,
    sql`select count(*) filter (where ${ahead}) as ahead, count(*) as n from store.${ident(staged)}`.text,
  );
  const [count = 0, all = 0] = ['ahead', 'n'].map((name) => numbersOf(found, name)[0] ?? 0);
  return count > 0 && count * 2 <= all;
}
