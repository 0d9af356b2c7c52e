import type { DuckDBConnection } from '@duckdb/node-api';
import type { LoadWarning } from '../contract';
import { query } from '../db/run';
import { ident, sql } from '../db/sql';
import type { Field } from '../model/tables';
import { tableModel } from '../model/tables';
import { numbersOf, textsOf } from '../model/table';
import { enumOf } from './cast-value';
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
  const { name } = plan.source;
  const warnings: LoadWarning[] = prepared.warnings.map(({ code, message, count }) => ({
    code,
    message: `${name}: ${message}`,
    count: count ?? 1,
  }));
  for (const [field, count] of unread) {
    const first = await firstUnread(connection, staged, field);
    warnings.push({
      code: 'unreadable_values',
      message: `${name}: ${count} values of ${field} could not be read${first}`,
      count,
    });
  }
  warnings.push(...(await unmappedValues(connection, staged)));
  for (const { source, target, confidence } of plan.targets) {
    if (confidence === 'confirm')
      warnings.push({
        code: 'column_guess',
        message: `${name}: column ${source} was taken as ${target}; "columns" in the mapping says another`,
        count: 1,
      });
  }
  for (const question of plan.questions) {
    if (question.kind === 'table')
      warnings.push({
        code: 'table_guess',
        message: `${name}: taken as ${question.subject}; "table" in the mapping says another`,
        count: 1,
      });
    if (question.kind === 'percent')
      warnings.push({
        code: 'percent_guess',
        message: `${name}: ${question.subject} was read as ${question.suggested ?? ''}; "percent" in the mapping says another`,
        count: 1,
      });
  }
  return warnings;
}

// The line and text of the first such cell, so that a person finds it.
async function firstUnread(
  connection: DuckDBConnection,
  { plan, tables: [main] }: StagedFile,
  field: string,
): Promise<string> {
  if (!main) return '';
  const { fields } = tableModel(main.plan.table);
  const bit = 2 ** fields.findIndex((candidate) => candidate.name === field);
  const found = await query(
    connection,
    sql`select min(src_row) as line from store.${ident(main.name)} where (src_unread & ${{ text: String(bit) }}) <> 0`
      .text,
  );
  const line = numbersOf(found, 'line')[0] ?? 0;
  const [index = -1] = main.plan.sources.get(field) ?? [];
  const column = plan.source.header[index];
  return `, the first at line ${line}${column === undefined ? '' : `, column ${column}`}`;
}

async function unmappedValues(
  connection: DuckDBConnection,
  { plan, prepared, tables: [main] }: StagedFile,
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
    if (count > 0)
      warnings.push({
        code: 'unmapped_value',
        message: unmappedText(plan.source.name, field, textsOf(found, 'word')),
        count,
      });
  }
  return warnings;
}

function unmappedText(file: string, field: Field, words: readonly (string | null)[]): string {
  return `${file}: ${field.name} holds values without a meaning here, kept as other: ${words.filter((word) => word !== null).join(', ')}`;
}
