import type { DuckDBConnection } from '@duckdb/node-api';
import { query } from '../db/run';
import { ident, join, sql } from '../db/sql';
import { numbersOf, textsOf } from '../model/table';

const tables = ['opportunities', 'accounts', 'leads'] as const;
const mostValues = 500;

/** Extra columns by which splitting makes sense: few distinct values for their number of rows. Texts that differ in every row are left out. */
export async function lowCardinalityExtras(connection: DuckDBConnection): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) {
    const columns = await query(
      connection,
      `select column_name from duckdb_columns() where schema_name = 'main' and table_name = $table and starts_with(column_name, 'x_') order by column_index`,
      { table },
    );
    const names = textsOf(columns, 'column_name').filter((name) => name !== null);
    if (names.length === 0) continue;
    const counts = names.flatMap((name) => [
      sql`approx_count_distinct(${ident(name)}) as ${ident(name)}`,
      sql`count(${ident(name)}) as ${ident(`n_${name}`)}`,
    ]);
    const counted = await query(connection, sql`select ${join(counts)} from ${ident(table)}`.text);
    for (const name of names) {
      const different = numbersOf(counted, name)[0] ?? 0;
      const filled = numbersOf(counted, `n_${name}`)[0] ?? 0;
      if (different > 0 && different <= mostValues && (different <= 20 || different * 2 <= filled)) found.push(name);
    }
  }
  return [...new Set(found)];
}
