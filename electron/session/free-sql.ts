/**
 * The free SQL view's guard. Each check alone can be passed (a read-only transaction lets COPY and checkpoint() through, `json_serialize_sql` takes two statements), so all of them hold:
 * one statement, of type SELECT, that DuckDB can serialise, without the functions below, on a reading lane, whose transaction is read-only and rolled back, within time and row limits.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SqlTable } from '../contract';
import type { Database } from '../db/open';
import { isSelect, query, queryUpTo, selectUpTo, translate } from '../db/run';
import { UserError } from '../model/errors';
import type { Table } from '../model/table';
import { textsOf } from '../model/table';

/** Names of functions that reach outside of the tables. */
export const refusedFunctions =
  /^(checkpoint|force_checkpoint|enable_logging|disable_logging|enable_profiling|disable_profiling|query|query_table|glob|sniff_csv|parquet_.*|read_.*|json_execute_.*|duckdb_secrets|which_secret|getenv|set_config|pragma_.*|write_.*|duckdb_logs.*|truncate_duckdb_logs)$/i;

const timeLimit = 120_000;

export interface FreeResult {
  readonly table: Table;
  readonly count: number;
  readonly cut: boolean;
  readonly milliseconds: number;
}

/** Runs a person's SELECT (or explains it) and gives at most `limit` rows. Throws UserError `query_refused`, `query_failed`, `query_too_long` or `query_cancelled`. */
export async function runFreeSql(
  database: Database,
  text: string,
  explain: boolean,
  limit: number,
  signal?: AbortSignal,
): Promise<FreeResult> {
  const started = performance.now();
  const late = AbortSignal.timeout(timeLimit);
  try {
    const { table, cut } = await database.read(
      (connection) => guarded(connection, text, explain, limit),
      signal ? AbortSignal.any([signal, late]) : late,
    );
    return { table, cut, count: table.length, milliseconds: performance.now() - started };
  } catch (error) {
    if (late.aborted && !signal?.aborted) throw new UserError('query_too_long', { seconds: timeLimit / 1000 });
    throw error;
  }
}

async function guarded(
  connection: DuckDBConnection,
  text: string,
  explain: boolean,
  limit: number,
): Promise<{ table: Table; cut: boolean }> {
  await judge(connection, text);
  const statement = text.trim().replace(/;\s*$/, '');
  try {
    const found = explain
      ? await explained(connection, statement, limit)
      : await selectUpTo(connection, statement, limit);
    if (!found) throw new UserError('query_refused', { reason: 'only_select' });
    return found;
  } catch (error) {
    throw asUserError(error);
  }
}

async function explained(connection: DuckDBConnection, statement: string, limit: number) {
  return (await isSelect(connection, statement)) ? queryUpTo(connection, `explain ${statement}`, limit) : null;
}

async function judge(connection: DuckDBConnection, text: string): Promise<void> {
  const statements = await connection.extractStatements(text).catch((error: unknown) => {
    throw asUserError(translate(error, text));
  });
  if (statements.count !== 1)
    throw new UserError('query_refused', { reason: 'one_statement', count: statements.count });
  const table = await query(connection, 'select json_serialize_sql($text::varchar) as tree', { text });
  const tree: unknown = JSON.parse(textsOf(table, 'tree')[0] ?? '{"error":true}');
  if (isErroneous(tree)) throw new UserError('query_refused', { reason: 'only_select' });
  const refused = functionsIn(tree).find((name) => refusedFunctions.test(name));
  if (refused) throw new UserError('query_refused', { reason: 'function', function: refused });
}

function isErroneous(tree: unknown): boolean {
  return typeof tree !== 'object' || tree === null || !('error' in tree) || tree.error !== false;
}

function functionsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(functionsIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'function_name' in node && typeof node.function_name === 'string' ? [node.function_name] : [];
  return [...own, ...Object.values(node).flatMap(functionsIn)];
}

function asUserError(error: unknown): Error {
  if (error instanceof UserError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new UserError('query_failed', { detail: message.slice(0, 2_000) });
}

/** Tables and columns a person may query, for the editor's completion and the list beside it. */
export async function listSqlTables(database: Database, signal?: AbortSignal): Promise<readonly SqlTable[]> {
  const table = await database.read(
    (connection) =>
      query(
        connection,
        `select case when schema_name = 'main' then '' else schema_name || '.' end || table_name as name, column_name, data_type, coalesce(comment, '') as about
         from duckdb_columns()
         where not internal and schema_name in ('main', 'derived')
         order by schema_name desc, table_name, column_index`,
      ),
    signal,
  );
  const columns = ['name', 'column_name', 'data_type', 'about'].map((name) => textsOf(table, name));
  const out = new Map<string, { name: string; type: string; about: string }[]>();
  for (let row = 0; row < table.length; row++) {
    const [name = '', column = '', type = '', about = ''] = columns.map((texts) => texts[row] ?? '');
    const list = out.get(name) ?? [];
    list.push({ name: column, type, about });
    out.set(name, list);
  }
  return [...out].map(([name, list]) => ({ name, columns: list }));
}
