import { pause } from '../model/pause';
import type { MetricDeclaration } from '../analytics/metric';
import type { Parameters } from '../db/run';
import { query } from '../db/run';
import { UserError } from '../model/errors';
import type { Table } from '../model/table';
import type { Ground } from './answer';

/** Most gathered tables kept of one ground. */
const mostTables = 4;

const kept = new WeakMap<Ground, Map<string, Table>>();

/**
 * Rows that several metrics finish each in their own way, read once: those of the same statement with the same values, else what `read` gives, kept for the next.
 * Nothing is kept of a reading that failed or was cancelled; the tables longest unused go first.
 */
export async function gatheredOnce(
  ground: Ground,
  text: string,
  parameters: Parameters,
  read: () => Promise<Table>,
): Promise<Table> {
  const tables = kept.get(ground) ?? new Map<string, Table>();
  kept.set(ground, tables);
  const key = JSON.stringify([text, Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))]);
  const table = tables.get(key) ?? (await read());
  tables.delete(key);
  tables.set(key, table);
  const [oldest] = tables.keys();
  if (tables.size > mostTables && oldest !== undefined) tables.delete(oldest);
  return table;
}

/** The rows a metric's statement gathers; those of metrics that gather alike are read once for all of them. Throws QueryError, `query_cancelled`. */
export function rowsFor(
  ground: Ground,
  metric: MetricDeclaration,
  text: string,
  parameters: Parameters,
  signal?: AbortSignal,
): Promise<Table> {
  const read = (units: MetricDeclaration['columns']) =>
    ground.database.read((connection) => query(connection, text, parameters, units, () => stillWanted(signal)), signal);
  return metric.gathersAlike ? gatheredOnce(ground, text, parameters, () => read({})) : read(metric.columns);
}

/** Hears a withdrawal that arrived while rows were gathered or one unit of a fit was worked out. Throws `query_cancelled`. */
export async function stillWanted(signal: AbortSignal | undefined): Promise<void> {
  if (signal) await pause();
  if (signal?.aborted) throw new UserError('query_cancelled');
}
