import type { DuckDBConnection } from '@duckdb/node-api';
import type { FileLine } from '../contract';
import { query } from '../db/run';
import { ident, join, literal, sql } from '../db/sql';
import { lineReason } from '../model/remarks';
import type { LineReason } from '../model/remarks';
import { numbersOf, textsOf } from '../model/table';
import { tableModel } from '../model/tables';
import type { TableName } from '../model/tables';

/** A line with the reason it was set aside, rejected or read in part; its text is looked up in the file. */
export interface Reason {
  readonly line: number;
  readonly because: LineReason;
}

/** Most lines of one kind that are listed; their number is always exact. */
export const mostListed = 100_000;

/** Rows of a staged table of which some cell could not be read, with the fields. */
export async function unreadRows(connection: DuckDBConnection, table: TableName, staged: string): Promise<Reason[]> {
  const { fields } = tableModel(table);
  const names = fields.map(
    (field, i) => sql`case when (src_unread & ${literal(2 ** i)}) <> 0 then ${literal(field.name)} end`,
  );
  const found = await query(
    connection,
    sql`select src_row, concat_ws(', ', ${join(names)}) as fields from store.${ident(staged)} where src_unread <> 0 order by src_row limit ${literal(mostListed)}`
      .text,
  );
  const lines = numbersOf(found, 'src_row');
  return textsOf(found, 'fields').map((names, i) => ({
    line: lines[i] ?? 0,
    because: lineReason('unread', { fields: names ?? '' }),
  }));
}

/** Number of unreadable cells of a staged table, by field. */
export async function unreadCounts(
  connection: DuckDBConnection,
  table: TableName,
  staged: string,
): Promise<Map<string, number>> {
  const { fields } = tableModel(table);
  const counts = fields.map(
    (field, i) => sql`count(*) filter (where (src_unread & ${literal(2 ** i)}) <> 0) as ${ident(field.name)}`,
  );
  const found = await query(
    connection,
    sql`select ${join(counts)} from store.${ident(staged)} where src_unread <> 0`.text,
  );
  return new Map(
    fields.flatMap((field) => {
      const count = numbersOf(found, field.name)[0] ?? 0;
      return count > 0 ? [[field.name, count] as const] : [];
    }),
  );
}

/** The list as CSV: line number, reason, original text. */
export function rejectsCsv(lines: readonly FileLine[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return (
    ['line,reason,text', ...lines.map(({ line, reason, text }) => `${line},${quoted(reason)},${quoted(text)}`)].join(
      '\n',
    ) + '\n'
  );
}
