import { DuckDBTypeId, LIST, StatementType, VARCHAR } from '@duckdb/node-api';
import type {
  DuckDBConnection,
  DuckDBDataChunk,
  DuckDBPreparedStatement,
  DuckDBResult,
  DuckDBType,
} from '@duckdb/node-api';
import { UserError } from '../model/errors';
import { pause, pausing } from '../model/pause';
import type { Turn } from '../model/pause';
import type { Column, Table } from '../model/table';
import type { Unit } from '../model/units';
import { filled } from './filled';
import { columnSteps } from './vectors';

/** Values a statement's named parameters may take; a list binds as VARCHAR[]. */
export type Parameter = string | number | boolean | null | readonly string[];
export type Parameters = Readonly<Record<string, Parameter>>;

/** A statement that failed, with its text, so that a report can show what ran. */
export class QueryError extends Error {
  override readonly name = 'QueryError';

  constructor(
    message: string,
    readonly sql: string,
  ) {
    super(message);
  }
}

/**
 * Runs one statement and reads its whole result as typed columns; binds only the parameters that the SQL names. Others have their turn while a long result is read.
 * Throws QueryError, or UserError `query_cancelled` and `disk_full`.
 */
export async function query(
  connection: DuckDBConnection,
  sql: string,
  parameters: Parameters = {},
  units: Readonly<Record<string, Unit>> = {},
  turn: Turn = pause,
): Promise<Table> {
  const result = await execute(connection, sql, parameters);
  return tableOf(result, await result.fetchAllChunks(), units, turn);
}

/** Runs one statement and reads at most `limit` rows of it, leaving the rest uncomputed where the engine can; `cut` says that more were there. */
export async function queryUpTo(
  connection: DuckDBConnection,
  sql: string,
  limit: number,
): Promise<{ table: Table; cut: boolean }> {
  try {
    return await firstRows(await connection.stream(sql), limit);
  } catch (error) {
    throw translate(error, sql);
  }
}

/** The same for a statement that reads and does nothing else, as far as the database itself says before it runs; null for any other, which is not run. */
export async function selectUpTo(
  connection: DuckDBConnection,
  sql: string,
  limit: number,
): Promise<{ table: Table; cut: boolean } | null> {
  let statement: DuckDBPreparedStatement | undefined;
  try {
    statement = await connection.prepare(sql);
    return statement.statementType === StatementType.SELECT ? await firstRows(await statement.stream(), limit) : null;
  } catch (error) {
    throw translate(error, sql);
  } finally {
    statement?.destroySync();
  }
}

async function firstRows(result: DuckDBResult, limit: number): Promise<{ table: Table; cut: boolean }> {
  const chunks: DuckDBDataChunk[] = [];
  let rows = 0;
  while (rows <= limit) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    chunks.push(chunk);
    rows += chunk.rowCount;
  }
  const whole = await tableOf(result, chunks, {});
  return { table: rows > limit ? headOf(whole, limit) : whole, cut: rows > limit };
}

async function tableOf(
  result: DuckDBResult,
  chunks: readonly DuckDBDataChunk[],
  units: Readonly<Record<string, Unit>>,
  turn: Turn = pause,
): Promise<Table> {
  const columns: Column[] = [];
  for (let at = 0; at < result.columnCount; at++)
    columns.push(await pausing(columnSteps(...columnIn(result, chunks, at, units)), turn));
  return { length: lengthOf(chunks), columns };
}

// What a reader of columns is told of one of them.
function columnIn(
  result: DuckDBResult,
  chunks: readonly DuckDBDataChunk[],
  at: number,
  units: Readonly<Record<string, Unit>>,
): globalThis.Parameters<typeof columnSteps> {
  const filled = chunks.filter((chunk) => chunk.rowCount > 0);
  const name = result.deduplicatedColumnNames()[at] ?? '';
  const type = result.columnType(at);
  return [filled, at, name, units[name] ?? unitOf(name, type), type];
}

function lengthOf(chunks: readonly DuckDBDataChunk[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
}

function headOf(table: Table, length: number): Table {
  const columns = table.columns.map((column) =>
    column.kind === 'text'
      ? { ...column, codes: column.codes.slice(0, length) }
      : { ...column, values: column.values.slice(0, length) },
  );
  return { length, columns };
}

/** Runs one statement for its effect; gives the number of rows it changed. */
export async function change(connection: DuckDBConnection, sql: string, parameters: Parameters = {}): Promise<number> {
  return (await execute(connection, sql, parameters)).rowsChanged;
}

/** Runs several statements of our own, without parameters, one after the other for their effect. */
export async function changeAll(connection: DuckDBConnection, sql: string): Promise<void> {
  try {
    await connection.run(sql);
  } catch (error) {
    throw translate(error, sql);
  }
}

/** Runs work as one transaction: all of it, or nothing. */
export async function transaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await change(connection, 'begin transaction');
  try {
    const done = await work();
    await change(connection, 'commit');
    return done;
  } catch (error) {
    await connection.run('rollback').catch(() => undefined);
    throw error;
  }
}

async function execute(connection: DuckDBConnection, sql: string, parameters: Parameters): Promise<DuckDBResult> {
  let statement: DuckDBPreparedStatement | undefined;
  try {
    const whole = filled(sql, parameters);
    if (whole !== null) return await connection.run(whole);
    statement = await connection.prepare(sql);
    bind(statement, parameters);
    return await statement.run();
  } catch (error) {
    throw translate(error, sql);
  } finally {
    statement?.destroySync();
  }
}

function bind(statement: DuckDBPreparedStatement, parameters: Parameters): void {
  for (let i = 1; i <= statement.parameterCount; i++) {
    const name = statement.parameterName(i);
    const value = parameters[name];
    if (value === undefined) throw new Error(`no value for parameter ${name}`);
    if (value === null) statement.bindNull(i);
    else if (typeof value === 'string') statement.bindVarchar(i, value);
    else if (typeof value === 'boolean') statement.bindBoolean(i, value);
    else if (typeof value === 'number') statement.bindDouble(i, value);
    else statement.bindList(i, [...value], LIST(VARCHAR));
  }
}

/** A DuckDB fault in our own terms: cancelled, disk full, or a QueryError with the statement. */
export function translate(error: unknown, sql: string): Error {
  if (error instanceof UserError || error instanceof QueryError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/INTERRUPT|Interrupted!/i.test(message)) return new UserError('query_cancelled');
  if (/No space left|disk full|max_temp_directory_size/i.test(message))
    return new UserError('disk_full', { detail: firstLine(message) });
  return new QueryError(message, sql);
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}

function unitOf(name: string, type: DuckDBType): Unit {
  if (name.endsWith('_money')) return 'money';
  if (name.endsWith('_days')) return 'days';
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return 'flag';
    case DuckDBTypeId.DATE:
      return 'date';
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return 'instant';
    case DuckDBTypeId.DOUBLE:
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DECIMAL:
      return 'score';
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.UBIGINT:
      return 'count';
    default:
      return 'label';
  }
}

/** True when the statement reads and does nothing else, as far as the database itself says before it runs. Throws QueryError. */
export async function isSelect(connection: DuckDBConnection, sql: string): Promise<boolean> {
  try {
    const prepared = await connection.prepare(sql);
    const { statementType } = prepared;
    prepared.destroySync();
    return statementType === StatementType.SELECT;
  } catch (error) {
    throw translate(error, sql);
  }
}
