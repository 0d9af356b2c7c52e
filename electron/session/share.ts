/**
 * A copy of a workspace to give away: a workspace of its own whose sources are the tables of the first, written out with pseudonyms and loaded anew,
 * so that nothing of the files as they came, of notes, reviews or free texts is in it.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, join as joinPath } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FileMap, ImportMap, Incoming } from '../contract';
import { change, query } from '../db/run';
import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { lowCardinalityExtras } from '../import/extra-dimensions';
import { UserError } from '../model/errors';
import { rowsOf, textsOf } from '../model/table';
import type { Field, TableName } from '../model/tables';
import { dateOnlyColumn, tableModel, tableNames } from '../model/tables';
import type { Mask, MaskWish } from '../review/mask';
import { cloneFile, diskFault } from '../workspace/disk';
import type { Workspace } from '../workspace/workspace';
import { placesOf } from '../workspace/workspace';
import type { Words } from '../../renderer/i18n';
import { runLoad } from './load';
import type { NamedTable } from './masks';
import { maskFor, nameFieldOf, pseudonymsOf, tablesMasked } from './masks';
import { openFolder } from './open-workspace';

/** What was shared. */
export interface Shared {
  readonly folder: string;
  readonly rows: number;
}

/** Texts in which people write what they like: a name in them may be cut short, so none is copied. */
const freeTexts: ReadonlySet<string> = new Set([
  'surveys.text',
  'recognitions.note',
  'coachings.topic',
  'handoffs.reason',
  'activities.outcome',
  'reps.aliases',
]);

/** A column with more different texts than this is written by hand, and not copied. */
const mostTexts = 5_000;

/** Makes the copy, whole or not at all. Throws `share_taken` when something is at that place, `workspace_read_only`, `disk_full`, `folder_not_writable`. */
export async function shareCopy(
  workspace: Workspace,
  folder: string,
  wish: MaskWish,
  words: Words,
  signal?: AbortSignal,
): Promise<Shared> {
  if (workspace.readOnly) throw new UserError('workspace_read_only', { folder: workspace.folder });
  if (existsSync(folder)) throw new UserError('share_taken', { folder });
  const scratch = joinPath(placesOf(workspace.folder).tmp, `share-${randomUUID()}`);
  const part = `${folder}.part`;
  try {
    await mkdir(scratch, { recursive: true });
    const written = await workspace.database.write(
      (connection) => writeTables(connection, scratch, wish, words),
      signal,
    );
    await rm(part, { recursive: true, force: true });
    const rows = await loadInto(part, folder, workspace, scratch, written, signal);
    await rename(part, folder);
    return { folder, rows };
  } catch (error) {
    throw diskFault(error, folder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
    await rm(part, { recursive: true, force: true });
  }
}

interface WrittenTable {
  readonly table: TableName;
  readonly columns: readonly string[];
}

async function writeTables(
  connection: DuckDBConnection,
  scratch: string,
  wish: MaskWish,
  words: Words,
): Promise<readonly WrittenTable[]> {
  const masked = tablesMasked(wish);
  const mask = await maskFor(connection, wish, words);
  const extras = new Set(await lowCardinalityExtras(connection));
  // One for a copy: ids mean the same in all its files, and nothing outside it.
  const salt = randomBytes(16).toString('hex');
  try {
    for (const table of masked) {
      const { text } = await pseudonymsOf(connection, table, words);
      await change(connection, sql`create or replace temporary table ${maskTable(table)} as ${raw(text)}`.text);
    }
    const written: WrittenTable[] = [];
    for (const table of tableNames) {
      const done = await writeTable(connection, table, scratch, { masked, mask, extras, salt });
      if (done) written.push(done);
    }
    return written;
  } finally {
    for (const table of masked) await change(connection, sql`drop table if exists temp.${maskTable(table)}`.text);
  }
}

const maskTable = (table: NamedTable): Sql => ident(`mask_${table}`);

interface Masking {
  readonly masked: readonly NamedTable[];
  readonly mask: Mask;
  readonly extras: ReadonlySet<string>;
  readonly salt: string;
}

async function writeTable(
  connection: DuckDBConnection,
  table: TableName,
  scratch: string,
  masking: Masking,
): Promise<WrittenTable | null> {
  const counted = rowsOf(await query(connection, sql`select count(*)::int as n from main.${ident(table)}`.text));
  if (Number(counted[0]?.['n'] ?? 0) === 0) return null;
  const columns: { name: string; value: Sql }[] = [];
  for (const field of tableModel(table).fields) {
    if (freeTexts.has(`${table}.${field.name}`)) continue;
    const value = await fieldValue(connection, table, field, masking);
    if (value) columns.push({ name: field.name, value });
  }
  for (const name of await extrasOf(connection, table)) {
    if (!masking.extras.has(name)) continue;
    const value = await textValue(connection, table, name, masking.mask);
    if (value) columns.push({ name, value });
  }
  const shown = columns.map(({ name, value }) => sql`${value} as ${ident(name)}`);
  const file = joinPath(scratch, `${table}.csv`);
  await change(
    connection,
    sql`copy (select ${join(shown)} from main.${ident(table)} as own order by ${orderOf(table, columns)}) to ${literal(file)} (format csv, header)`
      .text,
  );
  return { table, columns: columns.map(({ name }) => name) };
}

// By what is written and nothing else: the order in which files list real names would tell who is who. Events of one record keep the turn they came in.
function orderOf(table: TableName, columns: readonly { readonly name: string }[]): Sql {
  if (table !== 'stage_events') return raw('all');
  const records = columns.flatMap(({ name }, i) => (/^(?:opportunity|lead)_id$/.test(name) ? [String(i + 1)] : []));
  return raw([...records, 'own.src_row'].join(', '));
}

async function extrasOf(connection: DuckDBConnection, table: TableName): Promise<readonly string[]> {
  const found = await query(
    connection,
    "select column_name from duckdb_columns() where schema_name = 'main' and table_name = $table and starts_with(column_name, 'x_')",
    { table },
  );
  return textsOf(found, 'column_name').filter((name) => name !== null);
}

async function fieldValue(
  connection: DuckDBConnection,
  table: TableName,
  field: Field,
  masking: Masking,
): Promise<Sql | null> {
  const column = sql`own.${ident(field.name)}`;
  const [key] = tableModel(table).key;
  switch (field.type) {
    case 'id':
      return idValue(connection, table, field, masking);
    case 'text': {
      const own = masking.masked.find((name) => name === table);
      if (own && field.name === nameFieldOf(table) && key !== undefined) return pseudonym(own, sql`own.${ident(key)}`);
      return textValue(connection, table, field.name, masking.mask);
    }
    case 'list':
      return sql`array_to_string(${column}, '; ')`;
    case 'date':
      return sql`strftime(${column}, '%Y-%m-%d')`;
    case 'ts':
      return sql`case when own.${ident(dateOnlyColumn(field.name))} then strftime(${column}, '%Y-%m-%d') else strftime(${column}, '%Y-%m-%dT%H:%M:%SZ') end`;
    default:
      return sql`cast(${column} as varchar)`;
  }
}

/** Ids that are words of the trade, not numbers of records. */
const openIds: ReadonlySet<string> = new Set(['products', 'incentive_plans']);

async function idValue(
  connection: DuckDBConnection,
  table: TableName,
  field: Field,
  { masked, mask, salt }: Masking,
): Promise<Sql | null> {
  const isKey = tableModel(table).key[0] === field.name;
  const target = field.references ?? (isKey ? table : null);
  if (target === null) return textValue(connection, table, field.name, mask);
  const column = sql`own.${ident(field.name)}`;
  const own = masked.find((name) => name === target);
  if (own) return pseudonym(own, column);
  if (openIds.has(target) || target === 'reps' || target === 'accounts' || target === 'contacts')
    return sql`cast(${column} as varchar)`;
  return sql`case when ${column} is not null then left(md5(${literal(salt)} || cast(${column} as varchar)), 12) end`;
}

function pseudonym(table: NamedTable, id: Sql): Sql {
  return sql`(select pseudonym from temp.${maskTable(table)} as masked where masked.id = cast(${id} as varchar))`;
}

// Names within a text are replaced; where every row says something else, nothing is said.
async function textValue(
  connection: DuckDBConnection,
  table: TableName,
  name: string,
  mask: Mask,
): Promise<Sql | null> {
  const column = sql`own.${ident(name)}`;
  const found = await query(
    connection,
    sql`select distinct cast(${column} as varchar) as text from main.${ident(table)} as own where ${column} is not null limit ${raw(String(mostTexts + 1))}`
      .text,
  );
  if (found.length > mostTexts) return null;
  const cases = textsOf(found, 'text').flatMap((text) => {
    if (text === null) return [];
    const now = mask.cell(text);
    return now === text ? [] : [sql`when ${literal(text)} then ${literal(now)}`];
  });
  const plain = sql`cast(${column} as varchar)`;
  return cases.length === 0 ? plain : sql`case ${plain} ${join(cases, ' ')} else ${plain} end`;
}

async function loadInto(
  part: string,
  folder: string,
  source: Workspace,
  scratch: string,
  written: readonly WrittenTable[],
  signal?: AbortSignal,
): Promise<number> {
  const copy = await openFolder(part, true);
  try {
    const { settings, stages } = source.definitions;
    const name = basename(folder).replace(/\.quarterdeck$/, '');
    await copy.keep({ ...copy.definitions, name, settings, stages });
    const files: Incoming[] = [];
    const map: ImportMap = {};
    for (const { table, columns } of written) {
      const stored = `${randomUUID()}/${table}.csv`;
      await cloneFile(joinPath(scratch, `${table}.csv`), joinPath(placesOf(part).incoming, stored));
      files.push({ stored, name: `${table}.csv` });
      map[`${table}.csv`] = mapOf(table, columns, stages);
    }
    let rows = 0;
    for await (const event of runLoad(copy, files, map, () => Promise.resolve(), signal))
      if (event.type === 'done') rows = event.result.files.reduce((sum, file) => sum + file.new + file.updated, 0);
    return rows;
  } finally {
    await copy.close();
  }
}

function mapOf(table: TableName, columns: readonly string[], stages: Readonly<Record<string, string>>): FileMap {
  return {
    table,
    columns: Object.fromEntries(columns.map((name) => [name, name])),
    date_order: 'ymd',
    decimal: '.',
    encoding: 'utf-8',
    delimiter: ',',
    header_line: 1,
    ...(table === 'opportunities' || table === 'stage_events' ? { stages: { ...stages } } : {}),
  };
}
