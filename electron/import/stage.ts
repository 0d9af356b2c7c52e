import type { DuckDBConnection } from '@duckdb/node-api';
import type { FileMap } from '../contract';
import { QueryError, change, query } from '../db/run';
import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { numbersOf, textsOf } from '../model/table';
import { tableModel } from '../model/tables';
import { decideFile } from './decide';
import type { Ground } from './decide';
import { loadStatement } from './load-statement';
import type { Judged, Prepared } from './prepare';
import { prepareFile } from './prepare';
import type { ReadControl } from './read';
import type { Mask } from './recognise/masks';
import { sumLines, sumsLines } from './order-lines';
import { holdsPlanned } from './holds-planned';
import { identityOf, numberedKeys } from './reconcile';
import { dropRepeats } from './drop-repeats';
import { storedColumnNames } from './stored-columns';
import { wholeMasks } from './whole-masks';
import type { FilePlan, TablePlan } from './table-plan';

/** Typed rows of one table, staged beside the tables they will join. */
export interface StagedTable {
  readonly plan: TablePlan;
  /** Name of the staging table in schema `store`. */
  readonly name: string;
  readonly rows: number;
}

/** A file whose rows are staged, with what was finally decided about it. */
export interface StagedFile {
  readonly plan: FilePlan;
  readonly prepared: Prepared;
  readonly tables: readonly StagedTable[];
}

/** What a whole file taught that its sample did not show. */
interface Lessons {
  readonly masks: Map<number, readonly Mask[]>;
  readonly stages: Set<string>;
  splitClose: boolean;
  leavesFuture: boolean;
}

const mostRounds = 4;

/** A file of which nothing was staged, for it is no table of the model. */
interface NothingStaged {
  readonly plan: FilePlan;
  readonly prepared: null;
  readonly tables: readonly [];
}

/** A large file that could not be read on trust; the load begins anew and looks at every byte of it first. */
export class UntrustedFile extends Error {
  override readonly name = 'UntrustedFile';

  constructor(readonly path: string) {
    super('the file is not as clean as it looked');
  }
}

/** What staging needs beside the file. */
export interface Staging {
  readonly map: FileMap;
  readonly ground: Ground;
  readonly fileNumber: number;
  readonly scratch: string;
  /** Paths of large files that have failed to be read on trust. */
  readonly distrusted: ReadonlySet<string>;
  /** Told what the file is read as, as soon as that is decided. */
  readonly seen?: (plan: FilePlan) => void;
}

/**
 * Stages a file: decides from its sample, reads it with one statement, checks the decisions against the whole, and reads again with better ones where the sample had misled.
 * A large clean file is read on trust, and once more with every byte looked at when anything about the result is odd.
 */
export async function stageFile(
  connection: DuckDBConnection,
  file: Judged,
  staging: Staging,
  control: ReadControl,
): Promise<StagedFile | NothingStaged> {
  const plan = decideFile(file.source, staging.map, staging.ground);
  staging.seen?.(plan);
  if (plan.main === null) return { plan, prepared: null, tables: [] };
  for (const trusting of staging.distrusted.has(file.source.path) ? [false] : [true, false]) {
    const how = { scratch: staging.scratch, needsLines: needsLines(plan), trusting };
    const prepared = await prepareFile(file, how, control);
    try {
      const staged = await stagePrepared(connection, file, staging, plan, prepared);
      if (staged) return staged;
    } catch (error) {
      await prepared.remove();
      if (prepared.prove === null || !(error instanceof QueryError)) throw error;
      // A failed statement ends the transaction, so the whole load begins anew.
      throw new UntrustedFile(file.source.path);
    }
  }
  throw new Error('a file read with every byte looked at is never refused');
}

/** Staged rows; null when a file read on trust turned out to need a closer look. */
async function stagePrepared(
  connection: DuckDBConnection,
  file: Judged,
  staging: Staging,
  first: FilePlan,
  prepared: Prepared,
): Promise<StagedFile | null> {
  const lessons: Lessons = { masks: new Map(), stages: new Set(), splitClose: false, leavesFuture: false };
  let plan = first;
  if (await learn(connection, prepared, plan, unsettled(plan), lessons)) plan = decideAgain(file, staging, lessons);
  for (let round = 1; ; round++) {
    const tables = await stageTables(connection, plan, prepared, staging.fileNumber);
    if (prepared.prove && !(await isProven(connection, plan, prepared, tables))) {
      await dropTables(connection, staging.fileNumber);
      return null;
    }
    const better = round < mostRounds && (await misled(connection, prepared, plan, tables, lessons));
    const records = prepared.prove ? (tables[0]?.rows ?? 0) : prepared.records;
    if (!better) return { plan, prepared: { ...prepared, records }, tables };
    await dropTables(connection, staging.fileNumber);
    plan = decideAgain(file, staging, lessons);
  }
}

async function dropTables(connection: DuckDBConnection, fileNumber: number): Promise<void> {
  const found = await query(
    connection,
    "select table_name from duckdb_tables() where schema_name = 'store' and starts_with(table_name, $prefix)",
    { prefix: `load_${fileNumber}_` },
  );
  for (const name of textsOf(found, 'table_name')) {
    if (name !== null) await change(connection, sql`drop table store.${ident(name)}`.text);
  }
}

// Odd are: fewer rows than lines, a cell that could not be read, a row without key, a key that looks like the label of a sum.
async function isProven(
  connection: DuckDBConnection,
  plan: FilePlan,
  prepared: Prepared,
  [main]: readonly StagedTable[],
): Promise<boolean> {
  if (!main || !prepared.prove) return false;
  const { key, optional } = identityOf(main.plan.table, await storedColumnNames(connection, main.name));
  const nameless = optional || key.length === 0 ? [] : key.map((name) => sql`count(*) > count(${ident(name)})`);
  const tests = [sql`bool_or(src_unread <> 0)`, ...nameless, ...labelTests(plan, main, key)];
  const found = await query(
    connection,
    sql`select coalesce(${join(tests, ' or ')}, false) as odd from store.${ident(main.name)}`.text,
  );
  return numbersOf(found, 'odd')[0] === 0 && (await prepared.prove(main.rows));
}

// Keys of one make, a prefix and a number, hold no label: that is settled when they are proven to differ.
function labelTests(plan: FilePlan, main: StagedTable, key: readonly string[]): Sql[] {
  const [only] = key;
  if (only !== undefined && key.length === 1 && numberedKeys(plan, main.plan) !== null) return [];
  const [first] = [...main.plan.sources].find(([, indices]) => indices.includes(0)) ?? [];
  const column = only ?? first;
  if (column === undefined) return [];
  return [sql`bool_or(regexp_matches(lower(cast(${ident(column)} as varchar)), ${literal(sumLabel)}))`];
}

const sumLabel = '^ *(grand|sub|report|jumlah)?[ -]*(total|totals|sum|jumlah|subtotal|keseluruhan|besar)\\b';

function decideAgain(file: Judged, { map, ground }: Staging, lessons: Lessons): FilePlan {
  return decideFile(file.source, map, {
    ...ground,
    masks: lessons.masks,
    seenStages: [...lessons.stages],
    splitClose: lessons.splitClose,
    leavesFuture: lessons.leavesFuture,
  });
}

function needsLines(plan: FilePlan): boolean {
  const numbersLines = plan.main?.table === 'order_lines' && !plan.main.sources.has('line');
  return (
    plan.also.length > 0 ||
    (plan.main?.sources.has('deleted') ?? false) ||
    (plan.main?.sources.has('done') ?? false) ||
    plan.format?.keep !== undefined ||
    numbersLines ||
    (plan.main?.keyFromRow ?? false)
  );
}

// Columns whose reading hangs on the whole of them: dates not in ISO form, dressed numbers, shares.
function unsettled(plan: FilePlan): number[] {
  const columns = new Set<number>();
  for (const table of [plan.main, ...plan.also]) {
    for (const [name, indices] of table?.sources ?? []) {
      const field = table && tableModel(table.table).fields.find((candidate) => candidate.name === name);
      for (const index of indices) {
        const facts = plan.facts[index];
        if (!facts || !field) continue;
        const dated = field.type === 'ts' || field.type === 'date';
        if (
          (dated && facts.dates.fast === null) ||
          ((field.type === 'dec' || field.type === 'int') && !facts.numbers.plain)
        )
          columns.add(index);
      }
    }
  }
  return [...columns];
}

async function learn(
  connection: DuckDBConnection,
  prepared: Prepared,
  plan: FilePlan,
  columns: readonly number[],
  lessons: Lessons,
): Promise<boolean> {
  const wanted = columns.filter((index) => !lessons.masks.has(index));
  if (wanted.length === 0 || prepared.records <= plan.source.sample.length) return false;
  for (const [index, masks] of await wholeMasks(connection, prepared.from, wanted)) lessons.masks.set(index, masks);
  return true;
}

async function stageTables(
  connection: DuckDBConnection,
  plan: FilePlan,
  prepared: Prepared,
  fileNumber: number,
): Promise<StagedTable[]> {
  const staged: StagedTable[] = [];
  const plans = [...(plan.main ? [plan.main] : []), ...plan.also];
  for (const [index, table] of plans.entries()) {
    const name = `load_${fileNumber}_${index}`;
    const select = loadStatement(plan, table, prepared.from, fileNumber, prepared.hasLine);
    await change(connection, sql`create table store.${ident(name)} as ${select}`.text);
    if (index === 0 && plan.format?.collapse) await dropRepeats(connection, name);
    if (sumsLines(table)) await sumLines(connection, name, table);
    const counted = await query(connection, sql`select count(*) as n from store.${ident(name)}`.text);
    staged.push({ plan: table, name, rows: numbersOf(counted, 'n')[0] ?? 0 });
  }
  return staged;
}

/** Checks the staged rows against what the sample had promised; true when something was learned that asks for another reading. */
async function misled(
  connection: DuckDBConnection,
  prepared: Prepared,
  plan: FilePlan,
  tables: readonly StagedTable[],
  lessons: Lessons,
): Promise<boolean> {
  const [main] = tables;
  if (!main) return false;
  const columns = await storedColumnNames(connection, main.name);
  const planned = !lessons.leavesFuture && (await holdsPlanned(connection, plan, main.name, columns));
  lessons.leavesFuture ||= planned;
  if (prepared.records <= plan.source.sample.length)
    return (await mixesCloseDates(connection, plan, main, columns, lessons)) || planned;
  const suspects = await suspectColumns(connection, plan, main, columns);
  const learned = await learn(connection, prepared, plan, suspects, lessons);
  const newStages = await unseenStages(connection, plan, main, lessons);
  const mixed = await mixesCloseDates(connection, plan, main, columns, lessons);
  return learned || newStages || mixed || planned;
}

async function suspectColumns(
  connection: DuckDBConnection,
  plan: FilePlan,
  main: StagedTable,
  columns: readonly string[],
): Promise<number[]> {
  const { fields } = tableModel(main.plan.table);
  const tests: { readonly index: number; readonly test: Sql }[] = [];
  for (const [name, indices] of main.plan.sources) {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field || !columns.includes(name)) continue;
    for (const index of indices) {
      const facts = plan.facts[index];
      const bit = literal(2 ** fields.indexOf(field));
      tests.push({ index, test: sql`bool_or((src_unread & ${bit}) <> 0)` });
      if (field.type === 'ts' && facts?.dates.midnightIsDate)
        tests.push({ index, test: sql`bool_or(${ident(name)} <> date_trunc('day', ${ident(name)}))` });
      if (['discount', 'probability', 'credit_share'].includes(name) && !plan.points.has(name))
        tests.push({ index, test: sql`max(${ident(name)}) > 1` });
    }
  }
  if (tests.length === 0) return [];
  const select = tests.map(({ test }, i) => sql`coalesce(${test}, false) as ${ident(`t${i}`)}`);
  const found = await query(connection, sql`select ${join(select)} from store.${ident(main.name)}`.text);
  return tests.flatMap(({ index }, i) => (numbersOf(found, `t${i}`)[0] === 1 ? [index] : []));
}

async function unseenStages(
  connection: DuckDBConnection,
  plan: FilePlan,
  main: StagedTable,
  lessons: Lessons,
): Promise<boolean> {
  if (!main.plan.splitsClose || !main.plan.sources.has('stage')) return false;
  const found = await query(
    connection,
    sql`select distinct stage from store.${ident(main.name)} where stage is not null`.text,
  );
  const unseen = textsOf(found, 'stage').filter(
    (stage) => stage !== null && !plan.stages.has(stage) && !lessons.stages.has(stage),
  );
  for (const stage of unseen) if (stage !== null) lessons.stages.add(stage);
  return unseen.length > 0;
}

// One date column for open and closed sales alike: seen when open ones have it too.
async function mixesCloseDates(
  connection: DuckDBConnection,
  plan: FilePlan,
  main: StagedTable,
  columns: readonly string[],
  lessons: Lessons,
): Promise<boolean> {
  if (main.plan.table !== 'opportunities' || main.plan.splitsClose || lessons.splitClose) return false;
  if (!columns.includes('closed_at') || columns.includes('expected_close')) return false;
  const open = [...plan.stages]
    .filter(([, { target }]) => target !== null && !endings.has(target))
    .map(([stage]) => literal(stage));
  const byStage = columns.includes('stage') && open.length > 0 ? sql`stage in (${join(open)})` : raw('false');
  const isOpen = columns.includes('is_closed') ? sql`not coalesce(is_closed, not ${byStage})` : byStage;
  const won = columns.includes('is_won') ? raw('and not coalesce(is_won, false)') : raw('');
  const found = await query(
    connection,
    sql`select count(*) as n from store.${ident(main.name)} where closed_at is not null and ${isOpen} ${won}`.text,
  );
  lessons.splitClose = (numbersOf(found, 'n')[0] ?? 0) > 0;
  return lessons.splitClose;
}

const endings: ReadonlySet<string> = new Set(['won', 'paid', 'lost', 'no_decision', 'disqualified']);
