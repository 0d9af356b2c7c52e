import { because } from '../model/evidence';
import type { Evidence } from '../model/evidence';
import type { DuckDBConnection } from '@duckdb/node-api';
import { query } from '../db/run';
import { literal, sql } from '../db/sql';
import { lineReason } from '../model/remarks';
import type { LineReason } from '../model/remarks';
import { numbersOf, textsOf } from '../model/table';
import { leftOutStatement } from './load-statement';
import type { Prepared } from './prepare';
import type { Reason } from './rejects';
import { deleted, lacking, ofAnother, planned } from './row-conditions';
import type { FilePlan, TablePlan } from './table-plan';

/** Records that a rule of their table leaves out, with the reason; a file read on trust has none. */
export async function leftOut(
  connection: DuckDBConnection,
  plan: FilePlan,
  table: TablePlan,
  prepared: Prepared,
  most: number,
): Promise<Reason[]> {
  const statement = prepared.hasLine ? leftOutStatement(plan, table, prepared.from) : null;
  if (!statement) return [];
  const found = await query(connection, sql`${statement} order by line limit ${literal(most)}`.text);
  const lines = numbersOf(found, 'line');
  return textsOf(found, 'reason').map((reason, i) => ({ line: lines[i] ?? 0, because: becauseOf(reason ?? '') }));
}

/** Records that rules of their table leave out, counted by reason, most frequent first. */
export async function leftOutCounts(
  connection: DuckDBConnection,
  plan: FilePlan,
  table: TablePlan,
  prepared: Prepared,
): Promise<ReadonlyMap<string, number>> {
  const statement = prepared.hasLine ? leftOutStatement(plan, table, prepared.from) : null;
  if (!statement) return new Map();
  const found = await query(
    connection,
    sql`select reason, count(*) as n from (${statement}) group by reason order by n desc, reason limit ${literal(mostReasons)}`
      .text,
  );
  const counts = numbersOf(found, 'n');
  return new Map(textsOf(found, 'reason').map((reason, i) => [reason ?? '', counts[i] ?? 0] as const));
}

const mostReasons = 20;

/** The plan with the word on what was left out and why, where anything was. */
export function withLeftOut(plan: FilePlan, counts: ReadonlyMap<string, number>): FilePlan {
  if (counts.size === 0) return plan;
  const told = [...counts].map(([reason, n]) => ({
    what: 'left out',
    chosen: n.toLocaleString('en'),
    evidence: evidenceOf(reason),
  }));
  return { ...plan, decisions: [...plan.decisions, ...told] };
}

function evidenceOf(reason: string): Evidence {
  if (reason === planned) return because('not_done');
  if (reason === deleted) return because('deleted_there');
  if (reason.startsWith(lacking)) return because('lacks', { field: reason.slice(lacking.length) });
  return because('of_another', { what: reason.replace(ofAnother, '') });
}

function becauseOf(reason: string): LineReason {
  if (reason === planned) return lineReason('planned');
  if (reason === deleted) return lineReason('deleted');
  if (reason.startsWith(lacking)) return lineReason('lacks', { field: reason.slice(lacking.length) });
  return lineReason('of_another', { what: reason.replace(ofAnother, '') });
}
