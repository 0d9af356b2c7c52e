import type { DuckDBConnection } from '@duckdb/node-api';
import { change, query } from '../db/run';
import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { numbersOf, textsOf } from '../model/table';
import { tableModel } from '../model/tables';
import type { TableName } from '../model/tables';
import type { FilePlan, TablePlan } from './table-plan';
import { storedColumnNames, storedColumnTypes } from './stored-columns';

/** What became of a file's rows. */
export interface Counts {
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly rejected: number;
}

const trace = new Set(['src_file', 'src_row', 'src_unread', 'src_replaced_by']);

/** What is known of staged rows beside what they hold. */
export interface Arrival {
  readonly fileNumber: number;
  /** Columns that were not in the file but made by a rule; they never overrule what a file said. */
  readonly weak: ReadonlySet<string>;
  /** What keys of one make begin with, before a number; null when they are of different makes. */
  readonly keyPrefix: string | null;
  /** Line of the first row when the rows stand in the order of the file and do not say their line themselves; null when they do. */
  readonly firstLine: number | null;
}

/**
 * Brings staged rows into their table: new, updated (the old version steps back, columns the file does not have keep their values), unchanged,
 * skipped as duplicates, rejected for want of a key. The first file of a table with distinct keys simply becomes the table.
 */
export async function reconcile(
  connection: DuckDBConnection,
  table: TableName,
  staged: string,
  arrival: Arrival,
): Promise<Counts> {
  const target = await storedColumnNames(connection, table);
  const columns = await storedColumnNames(connection, staged);
  if (target.length === 0 && (await isDistinct(connection, table, staged, columns, arrival.keyPrefix))) {
    const rows = await countOf(connection, sql`select count(*) as n from store.${ident(staged)}`);
    await change(connection, sql`alter table store.${ident(staged)} rename to ${ident(table)}`.text);
    if (arrival.firstLine !== null) await noteLines(connection, table, arrival.firstLine);
    return { new: rows, updated: 0, unchanged: 0, skipped: 0, rejected: 0 };
  }
  if (arrival.firstLine !== null) await numberRows(connection, staged, arrival.firstLine);
  await judgeRows(connection, table, staged, target, arrival.weak);
  const counts = await countVerdicts(connection);
  if (target.length === 0) await becomeTable(connection, table, staged);
  else await merge(connection, table, staged, target, arrival);
  await change(connection, 'drop table temp.verdicts');
  await change(connection, sql`drop table if exists store.${ident(staged)}`.text);
  return counts;
}

/** What the keys of a table's sample begin with when each is that and a number; null otherwise. */
export function numberedKeys(plan: FilePlan, table: TablePlan): string | null {
  const { key } = tableModel(table.table);
  const [index] = table.sources.get(key[0] ?? '') ?? [];
  if (key.length !== 1 || index === undefined) return null;
  const makes = new Set((plan.facts[index]?.values ?? []).map((value) => /^(\D*)\d{1,9}$/.exec(value)?.[1]));
  const [prefix] = makes;
  return makes.size === 1 && prefix !== undefined ? prefix : null;
}

// Rows keep the order of their file, so that a column of their lines need not be written: the view counts from the first.
async function noteLines(connection: DuckDBConnection, table: TableName, firstLine: number): Promise<void> {
  await change(connection, 'insert into store.lines values ($table, cast($line as bigint))', {
    table,
    line: firstLine,
  });
}

/** Writes the lines of staged rows that stand in the order of their file. */
export async function numberRows(connection: DuckDBConnection, staged: string, firstLine: number): Promise<void> {
  const table = sql`store.${ident(staged)}`;
  const bounds = await query(
    connection,
    sql`select min(rowid)::varchar as first, (max(rowid) - min(rowid) + 1)::double as span, count(*)::double as n from ${table}`
      .text,
  );
  const [span, n] = ['span', 'n'].map((column) => numbersOf(bounds, column)[0] ?? 0);
  // A table made in the same transaction counts its rows from a number beyond exact doubles, hence text.
  const first = textsOf(bounds, 'first')[0] ?? '0';
  if (n !== undefined && n > 0 && span !== n) throw new Error(`rows of ${staged} do not stand in one run`);
  await change(connection, sql`alter table ${table} add column src_row bigint`.text);
  await change(connection, sql`update ${table} set src_row = rowid - ${raw(first)} + ${literal(firstLine)}`.text);
}

/** What becomes of one row. */
export type Verdict = keyof Counts;

/** Lines of staged rows without the key that their table needs. */
export async function namelessLines(
  connection: DuckDBConnection,
  table: TableName,
  staged: string,
  most: number,
): Promise<number[]> {
  const { key, optional } = identityOf(table, await storedColumnNames(connection, staged));
  if (key.length === 0 || optional) return [];
  const nameless = join(
    key.map((name) => sql`${ident(name)} is null`),
    ' or ',
  );
  const found = await query(
    connection,
    sql`select src_row from store.${ident(staged)} where ${nameless} order by src_row limit ${literal(most)}`.text,
  );
  return [...numbersOf(found, 'src_row')];
}

/** Lines of staged rows with one outcome, judged against the table as it is. */
export async function linesOfVerdict(
  connection: DuckDBConnection,
  table: TableName,
  staged: string,
  verdict: Verdict,
  most: number,
): Promise<number[]> {
  await judgeRows(connection, table, staged, await storedColumnNames(connection, table));
  const found = await query(
    connection,
    sql`select staged.src_row from temp.verdicts join store.${ident(staged)} as staged on staged.rowid = staged_id where verdict = ${literal(verdict)} order by staged.src_row limit ${literal(most)}`
      .text,
  );
  await change(connection, 'drop table temp.verdicts');
  return [...numbersOf(found, 'src_row')];
}

/** Fields that tell rows apart, and whether a row may do without them. */
export function identityOf(
  table: TableName,
  columns: readonly string[],
): { readonly key: readonly string[]; readonly optional: boolean } {
  const model = tableModel(table);
  const key = model.key.every((field) => columns.includes(field)) ? model.key : [];
  const optional = key.some((name) => model.fields.find((field) => field.name === name)?.required === false);
  return { key, optional };
}

async function isDistinct(
  connection: DuckDBConnection,
  table: TableName,
  staged: string,
  columns: readonly string[],
  keyPrefix: string | null,
): Promise<boolean> {
  const { key } = identityOf(table, columns);
  const [only] = key;
  if (
    only !== undefined &&
    key.length === 1 &&
    keyPrefix !== null &&
    (await areDistinctNumbers(connection, staged, only, keyPrefix))
  ) {
    return true;
  }
  const fields = key.length > 0 ? key : columns.filter((name) => !trace.has(name));
  const present =
    key.length > 0
      ? sql`count(*) filter (where ${join(
          key.map((name) => sql`${ident(name)} is null`),
          ' or ',
        )})`
      : raw('0');
  const counted = await query(
    connection,
    sql`select count(*)::double as n, count(distinct hash(${join(fields.map(ident))}))::double as different, cast(${present} as double) as nameless from store.${ident(staged)}`
      .text,
  );
  const [n, different, nameless] = ['n', 'different', 'nameless'].map((name) => numbersOf(counted, name)[0] ?? 0);
  return n === different && nameless === 0;
}

// Keys that are a prefix and a number differ when their numbers do, and those are counted as bits: a fraction of the work of counting texts.
async function areDistinctNumbers(
  connection: DuckDBConnection,
  staged: string,
  key: string,
  prefix: string,
): Promise<boolean> {
  const rows = await countOf(connection, sql`select count(*) as n from store.${ident(staged)}`);
  const column = ident(key);
  const number = sql`try_cast(substr(${column}, ${literal(prefix.length + 1)}) as integer)`;
  const own = prefix === '' ? number : sql`case when starts_with(${column}, ${literal(prefix)}) then ${number} end`;
  // Most exports number closely from a small number on; the wider reach is for those that do not.
  for (const most of [rows * 4, Math.min(rows * 64, 400_000_000)]) {
    const counted = await query(
      connection,
      sql`select count(bounded) as numbered, bit_count(bitstring_agg(bounded, 0, ${literal(most)})) as different
        from (select case when number between 0 and ${literal(most)} then number end as bounded from (select ${own} as number from store.${ident(staged)}))`
        .text,
    );
    const [numbered, different] = ['numbered', 'different'].map((name) => numbersOf(counted, name)[0] ?? NaN);
    if (numbered === rows) return rows > 0 && different === rows;
  }
  return false;
}

/** Writes the verdict on each staged row into `temp.verdicts`: its row id, the verdict, and the row id of the version it meets. */
export async function judgeRows(
  connection: DuckDBConnection,
  table: TableName,
  staged: string,
  target: readonly string[],
  weak: ReadonlySet<string> = new Set(),
): Promise<void> {
  const columns = await storedColumnNames(connection, staged);
  const { key, optional } = identityOf(table, columns);
  const data = columns.filter((name) => !trace.has(name));
  const newest = columns.includes('updated_at') ? raw('updated_at desc nulls last,') : raw('');
  const rejects =
    key.length > 0 && !optional
      ? sql`when ${join(
          key.map((name) => sql`staged.${ident(name)} is null`),
          ' or ',
        )} then 'rejected'`
      : raw('');
  const identity = (alias: string, names: readonly string[]) => identitySql(alias, names, key, data);
  const told = data.filter((name) => !weak.has(name));
  const comparable = told.filter((name) => target.includes(name));
  const fresh = told.filter((name) => !target.includes(name)).map((name) => sql`staged.${ident(name)} is null`);
  const same = [
    ...comparable.map((name) => sql`staged.${ident(name)} is not distinct from old.${ident(name)}`),
    ...fresh,
  ];
  const keyed = target.length === 0 || (key.length > 0 && !key.every((name) => target.includes(name)));
  const old = keyed
    ? sql`select null::varchar as id, null::bigint as old_id where false`
    : sql`select ${identity('old', target)} as id, old.rowid as old_id, old.* from store.${ident(table)} as old ${target.includes('src_replaced_by') ? raw('where old.src_replaced_by is null') : raw('')}`;
  const verdict = keyed
    ? raw("'new'")
    : sql`case when old.old_id is null then 'new' when ${join(same, ' and ')} then 'unchanged' else 'updated' end`;
  await change(
    connection,
    sql`create or replace temp table verdicts as
      with old as (${old}),
      ranked as (
        select staged.rowid as staged_id, ${identity('staged', columns)} as id,
          row_number() over (partition by ${identity('staged', columns)} order by ${newest} src_row desc) as nth
        from store.${ident(staged)} as staged
      )
      select ranked.staged_id, old.old_id,
        case ${rejects} when ranked.nth > 1 then 'skipped' else ${verdict} end as verdict
      from ranked
      join store.${ident(staged)} as staged on staged.rowid = ranked.staged_id
      left join old on old.id = ranked.id`.text,
  );
}

// Key values joined, or a print of the whole row where a table or a row has no key. Two hashes make a chance likeness as good as impossible.
function identitySql(alias: string, columns: readonly string[], key: readonly string[], data: readonly string[]): Sql {
  const at = (name: string) => sql`${ident(alias)}.${ident(name)}`;
  const present = data.map((name) => (columns.includes(name) ? at(name) : raw('null')));
  const print = sql`'#' || hash(${join(present)}) || '-' || hash('again', ${join([...present].reverse())})`;
  if (key.length === 0) return print;
  const [only] = key;
  if (key.length === 1 && only) return sql`coalesce(cast(${at(only)} as varchar), ${print})`;
  const parts = key.map((name) => sql`cast(${at(name)} as varchar)`);
  return sql`case when ${join(
    key.map((name) => sql`${at(name)} is null`),
    ' or ',
  )} then ${print} else concat_ws(chr(31), ${join(parts)}) end`;
}

async function countVerdicts(connection: DuckDBConnection): Promise<Counts> {
  const count = (verdict: string) =>
    countOf(connection, sql`select count(*) as n from temp.verdicts where verdict = ${literal(verdict)}`);
  return {
    new: await count('new'),
    updated: await count('updated'),
    unchanged: await count('unchanged'),
    skipped: await count('skipped'),
    rejected: await count('rejected'),
  };
}

async function becomeTable(connection: DuckDBConnection, table: TableName, staged: string): Promise<void> {
  await change(
    connection,
    sql`create table store.${ident(table)} as select staged.* from store.${ident(staged)} as staged join temp.verdicts on staged_id = staged.rowid where verdict = 'new' order by staged_id`
      .text,
  );
}

async function merge(
  connection: DuckDBConnection,
  table: TableName,
  staged: string,
  target: readonly string[],
  { fileNumber, weak }: Arrival,
): Promise<void> {
  const types = await storedColumnTypes(connection, staged);
  const missing = [...types].filter(([name]) => !target.includes(name));
  for (const [name, type] of missing)
    await change(connection, sql`alter table store.${ident(table)} add column ${ident(name)} ${raw(type)}`.text);
  const all = [...target.filter((name) => name !== 'src_replaced_by'), ...missing.map(([name]) => name)];
  const values = all.map((name) => {
    if (!types.has(name)) return sql`old.${ident(name)}`;
    return weak.has(name) ? sql`coalesce(old.${ident(name)}, staged.${ident(name)})` : sql`staged.${ident(name)}`;
  });
  await change(
    connection,
    sql`insert into store.${ident(table)} (${join(all.map(ident))})
      select ${join(values)}
      from temp.verdicts
      join store.${ident(staged)} as staged on staged.rowid = staged_id
      left join store.${ident(table)} as old on old.rowid = old_id
      where verdict in ('new', 'updated')
      order by staged_id`.text,
  );
  const replaced = await countOf(connection, raw("select count(*) as n from temp.verdicts where verdict = 'updated'"));
  if (replaced === 0) return;
  if (!target.includes('src_replaced_by'))
    await change(connection, sql`alter table store.${ident(table)} add column src_replaced_by integer`.text);
  await change(
    connection,
    sql`update store.${ident(table)} set src_replaced_by = ${literal(fileNumber)} where rowid in (select old_id from temp.verdicts where verdict = 'updated')`
      .text,
  );
}

async function countOf(connection: DuckDBConnection, statement: Sql): Promise<number> {
  return numbersOf(await query(connection, statement.text), 'n')[0] ?? 0;
}
