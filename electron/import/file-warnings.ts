import type { DuckDBConnection } from '@duckdb/node-api';
import type { LoadWarning } from '../contract';
import { query } from '../db/run';
import { ident, sql } from '../db/sql';
import { remark } from '../model/remarks';
import { tableModel } from '../model/tables';
import { numbersOf, textsOf } from '../model/table';
import { enumOf } from './cast-value';
import { partKey, warningOf } from './load-warning';
import { cellColumn } from './prepare';
import { storedColumnNames } from './stored-columns';
import type { StagedFile } from './stage';

/** What a person should know of a staged file: the reader's doubts, cells that could not be read, values no enumeration knows, guessed columns. */
export async function fileWarnings(
  connection: DuckDBConnection,
  staged: StagedFile,
  unread: ReadonlyMap<string, number>,
): Promise<LoadWarning[]> {
  const { plan, prepared } = staged;
  const file = partKey(plan.source.name, plan.source.part);
  const warnings = prepared.warnings.map(({ code, says, count }) => warningOf(file, says, count ?? 1, code));
  for (const [field, count] of unread) {
    const says = remark('unreadable_values', { n: count, field, ...(await firstUnread(connection, staged, field)) });
    warnings.push(warningOf(file, says, count));
  }
  warnings.push(...(await unmappedValues(connection, file, staged)));
  for (const { source, target, confidence, unlike } of plan.targets) {
    if (unlike !== undefined)
      warnings.push(warningOf(file, remark('column_unlike', { column: source, field: unlike.replace('+', ', ') })));
    if (confidence === 'confirm')
      warnings.push(warningOf(file, remark('column_guess', { column: source, field: target ?? '' })));
  }
  for (const { kind, subject, suggested } of plan.questions) {
    if (kind === 'table') warnings.push(warningOf(file, remark('table_guess', { table: subject })));
    if (kind === 'percent')
      warnings.push(warningOf(file, remark('percent_guess', { subject, choice: suggested ?? '' })));
  }
  return warnings;
}

// Line and column of the first such cell, so that a person finds it.
async function firstUnread(
  connection: DuckDBConnection,
  { plan, tables: [main] }: StagedFile,
  field: string,
): Promise<Record<string, string | number>> {
  if (!main) return {};
  const { fields } = tableModel(main.plan.table);
  const bit = 2 ** fields.findIndex((candidate) => candidate.name === field);
  const found = await query(
    connection,
    sql`select min(src_row) as line from store.${ident(main.name)} where (src_unread & ${{ text: String(bit) }}) <> 0`
      .text,
  );
  const line = numbersOf(found, 'line')[0] ?? 0;
  const [index = -1] = main.plan.sources.get(field) ?? [];
  return { line, column: plan.source.header[index] ?? field };
}

async function unmappedValues(
  connection: DuckDBConnection,
  file: string,
  { prepared, tables: [main] }: StagedFile,
): Promise<LoadWarning[]> {
  if (!main) return [];
  const columns = await storedColumnNames(connection, main.name);
  const warnings: LoadWarning[] = [];
  for (const field of tableModel(main.plan.table).fields) {
    const [index] = main.plan.sources.get(field.name) ?? [];
    if (field.type !== 'enum' || index === undefined || !columns.includes(field.name)) continue;
    const other = await query(
      connection,
      sql`select count(*) as n from store.${ident(main.name)} where ${ident(field.name)} = 'other'`.text,
    );
    if ((numbersOf(other, 'n')[0] ?? 0) === 0) continue;
    const cell = cellColumn(index);
    const found = await query(
      connection,
      sql`select ${cell} as word, count(*) as n from ${prepared.from} where lower(trim(${cell})) <> 'other' and ${enumOf(cell, main.plan.table, field, [])} = 'other' group by word order by n desc, word limit 20`
        .text,
    );
    const count = numbersOf(found, 'n').reduce((sum, n) => sum + n, 0);
    const values = textsOf(found, 'word').filter((word) => word !== null);
    if (count > 0)
      warnings.push(warningOf(file, remark('unmapped_value', { field: field.name, values: values.join(', ') }), count));
  }
  return warnings;
}
