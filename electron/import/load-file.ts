import { because } from '../model/evidence';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FileLine, FileMap, LoadWarning, SetAsideFile } from '../contract';
import { query } from '../db/run';
import { ident, join, raw, sql } from '../db/sql';
import { lineReason, reasonInEnglish } from '../model/remarks';
import type { LineReason } from '../model/remarks';
import { numbersOf } from '../model/table';
import type { Ground } from './decide';
import { fileWarnings } from './file-warnings';
import { inferHistory, yieldToRecorded } from './infer-history';
import type { Prepared } from './prepare';
import { leftOut, leftOutCounts, withLeftOut } from './left-out';
import { judgeFile } from './prepare';
import { linesAbove, openTable } from './read';
import type { OpenTable, ReadControl, ReadOptions } from './read';
import { mostListed, unreadCounts, unreadRows } from './rejects';
import type { Reason } from './rejects';
import { linesOfVerdict, namelessLines, numberRows, numberedKeys, reconcile } from './reconcile';
import type { Counts, Verdict } from './reconcile';
import { linesOf } from './source-lines';
import { UntrustedFile, stageFile } from './stage';
import type { StagedFile } from './stage';
import { storedColumnNames } from './stored-columns';
import type { FilePlan, TablePlan } from './table-plan';

/** A file, or one part of it, to be loaded. */
export interface FileToLoad {
  readonly path: string;
  readonly name: string;
  readonly part: string | null;
  readonly map: FileMap;
}

/** What loading needs beside the file: what the workspace knows, a folder for scratch files, and a number for the file's rows. */
export interface LoadPlace {
  readonly ground: Ground;
  readonly scratch: string;
  /** Large files of this load that are not to be read on trust. */
  readonly distrusted: ReadonlySet<string>;
  addFile(name: string): Promise<number>;
  /** Told what a file is read as, as soon as that is decided from its first records. */
  readonly seen?: (plan: FilePlan) => void;
}

/** A file whose rows are in their tables, inside a transaction that is not yet committed. */
export interface LoadedFile {
  readonly file: FileToLoad;
  readonly plan: FilePlan;
  readonly counts: Counts;
  /** Source records: rows of the table, duplicates, blank lines, and lines set aside. */
  readonly read: number;
  readonly derived: Readonly<Record<string, number>>;
  /** Share of filled cells by stored column, 0 to 1. */
  readonly filled: ReadonlyMap<string, number>;
  readonly rows: number;
  readonly extras: readonly string[];
  readonly warnings: readonly LoadWarning[];
  /** Lines that are not, or not whole, in the table, with reason and text. */
  readonly rejects: readonly FileLine[];
  /** Why it could not be read; only where a load goes on without it. */
  readonly aside?: SetAsideFile;
}

/** How a mapping asks for bytes to be read. */
export function readOptionsOf(map: FileMap, part: string | null): ReadOptions {
  return {
    ...(map.encoding === undefined ? {} : { encoding: map.encoding }),
    ...(map.delimiter === undefined ? {} : { delimiter: map.delimiter }),
    ...(map.quote === undefined ? {} : { quote: map.quote === '' ? null : map.quote }),
    ...(map.header_line === undefined ? {} : { headerLine: map.header_line }),
    ...(map.skip === undefined ? {} : { skip: map.skip }),
    ...(map.footer === undefined ? {} : { footer: map.footer }),
    ...(part === null ? {} : { part }),
  };
}

/** Runs a load, and runs it anew as often as it meets a large file that is not as clean as it looked. */
export async function distrusting<T>(work: (distrusted: ReadonlySet<string>) => Promise<T>): Promise<T> {
  const distrusted = new Set<string>();
  for (;;) {
    try {
      return await work(distrusted);
    } catch (error) {
      if (!(error instanceof UntrustedFile) || distrusted.has(error.path)) throw error;
      distrusted.add(error.path);
    }
  }
}

/** Loads one file into its tables. Throws UserError for a file that cannot be read or mapped. */
export async function loadFile(
  connection: DuckDBConnection,
  file: FileToLoad,
  place: LoadPlace,
  control: ReadControl,
): Promise<LoadedFile> {
  const noData = (plan: FilePlan) => noDataOf(file, plan);
  return withStaged(connection, file, place, control, noData, async (staged) => {
    const [main, ...further] = staged.tables;
    if (!main) return noData(staged.plan);
    const { prepared, fileNumber } = staged;
    const before = await rejectedBefore(connection, staged);
    const filled = await filledShares(connection, main.name, main.rows);
    const blank = await blankBetween(connection, prepared, main.name, linesAbove(staged.opened.options));
    const unread = prepared.prove ? new Map() : await unreadCounts(connection, main.plan.table, main.name);
    const warnings = await fileWarnings(connection, staged, unread);
    const counts = await reconcile(connection, main.plan.table, main.name, {
      fileNumber,
      weak: madeByRule(main.plan),
      keyPrefix: numberedKeys(staged.plan, main.plan),
      firstLine: prepared.hasLine ? null : prepared.firstLine,
    });
    const derived: Record<string, number> = {};
    for (const table of further) {
      const arrival = { fileNumber, weak: new Set<string>(), keyPrefix: null, firstLine: null };
      const { new: added } = await reconcile(connection, table.plan.table, table.name, arrival);
      derived[table.plan.table] = (derived[table.plan.table] ?? 0) + added;
    }
    const history = await historyOf(connection, staged, counts);
    if (history > 0) derived['stage_events'] = (derived['stage_events'] ?? 0) + history;
    const left = prepared.records - main.rows;
    const reasons = left > 0 ? await leftOutCounts(connection, staged.plan, main.plan, prepared) : new Map();
    return {
      file,
      plan: withLeftOut(withHistory(staged.plan, history), reasons),
      counts: {
        ...counts,
        skipped: counts.skipped + blank + left,
        rejected: counts.rejected + prepared.setAsideCount,
      },
      read: prepared.records + blank + prepared.setAsideCount,
      derived,
      filled,
      rows: main.rows,
      extras: [...main.plan.extras.values()],
      warnings,
      rejects: await withText(staged.opened, staged.plan, prepared, before),
    };
  });
}

/** Lines of one outcome of a file, with their text; nothing is kept of the loading. */
export async function outcomeLines(
  connection: DuckDBConnection,
  file: FileToLoad,
  place: LoadPlace,
  outcome: Verdict,
  control: ReadControl,
): Promise<FileLine[]> {
  return withStaged<FileLine[]>(
    connection,
    file,
    place,
    control,
    () => [],
    async ({ plan, prepared, opened, tables: [main] }) => {
      if (!main) return [];
      if (!prepared.hasLine) await numberRows(connection, main.name, prepared.firstLine);
      const lines = await linesOfVerdict(connection, main.plan.table, main.name, outcome, listedLines);
      const aside =
        outcome === 'rejected'
          ? prepared.setAside.map(({ line, reason }) => ({ line, because: lineReason(reason) }))
          : [];
      const left =
        outcome === 'skipped'
          ? [
              ...(await blankLines(connection, prepared, main.name)),
              ...(await leftOut(connection, plan, main.plan, prepared, listedLines)),
            ]
          : [];
      const why = lineReason(ofOutcome[outcome]);
      return withText(opened, plan, prepared, [...aside, ...left, ...lines.map((line) => ({ line, because: why }))]);
    },
  );
}

const listedLines = 1_000;
const ofOutcome = {
  new: 'new',
  updated: 'updated',
  unchanged: 'unchanged',
  skipped: 'duplicate',
  rejected: 'no_key',
} as const satisfies Record<Verdict, LineReason['code']>;

// What two lists of the same deals differ in is history, unless a file brings the history itself.
async function historyOf(
  connection: DuckDBConnection,
  { tables, fileNumber }: StagedFile & { readonly fileNumber: number },
  { updated }: Counts,
): Promise<number> {
  if (tables.some(({ plan }) => plan.table === 'stage_events')) await yieldToRecorded(connection, fileNumber);
  return tables[0]?.plan.table === 'opportunities' && updated > 0 ? inferHistory(connection, fileNumber) : 0;
}

function withHistory(plan: FilePlan, events: number): FilePlan {
  if (events === 0) return plan;
  const evidence = because('history_made', { n: events });
  return { ...plan, decisions: [...plan.decisions, { what: 'history', chosen: 'inferred', evidence }] };
}

// A file that is no table of the model is read as far as its sample, and every record of that is left out.
function noDataOf(file: FileToLoad, plan: FilePlan): LoadedFile {
  const records = plan.source.sample.length;
  return {
    file,
    plan,
    counts: { new: 0, updated: 0, unchanged: 0, skipped: records, rejected: 0 },
    read: records,
    derived: {},
    filled: new Map(),
    rows: 0,
    extras: [],
    warnings: [],
    rejects: [],
  };
}

async function withStaged<T>(
  connection: DuckDBConnection,
  file: FileToLoad,
  place: LoadPlace,
  control: ReadControl,
  otherwise: (plan: FilePlan) => T,
  work: (staged: StagedFile & { readonly fileNumber: number; readonly opened: OpenTable }) => Promise<T>,
): Promise<T> {
  const opened = await openTable(file.path, readOptionsOf(file.map, file.part), place.scratch, control);
  const judged = await judgeFile(opened, file.name, file.part);
  const fileNumber = await place.addFile(file.part === null ? file.name : `${file.name} (${file.part})`);
  const { ground, scratch, distrusted, seen } = place;
  const staging = { map: file.map, ground, fileNumber, scratch, distrusted, ...(seen && { seen }) };
  const staged = await stageFile(connection, judged, staging, control);
  if (staged.prepared === null) return otherwise(staged.plan);
  try {
    return await work({ ...staged, fileNumber, opened });
  } finally {
    await staged.prepared.remove();
  }
}

function madeByRule({ table, sources, constants }: TablePlan): ReadonlySet<string> {
  const told = sources.has('is_conversation') || constants.has('is_conversation');
  return new Set(table === 'activities' && !told ? ['is_conversation'] : []);
}

// Blank lines among the records count as records left out; those after the last one are the end of the file.
async function blankBetween(
  connection: DuckDBConnection,
  { lines, setAside }: Prepared,
  name: string,
  above: number,
): Promise<number> {
  if (lines === null || lines.blank === 0) return 0;
  const last = await lastRow(connection, name);
  const asideAfter = setAside.filter((entry) => entry.line > last).length;
  const after = Math.max(0, lines.read - (last + above) - lines.footer - asideAfter);
  return Math.max(0, lines.blank - after);
}

async function blankLines(connection: DuckDBConnection, { blank }: Prepared, name: string): Promise<Reason[]> {
  const last = blank.length === 0 ? 0 : await lastRow(connection, name);
  return blank.filter((line) => line < last).map((line) => ({ line, because: lineReason('blank') }));
}

async function lastRow(connection: DuckDBConnection, name: string): Promise<number> {
  const found = await query(connection, sql`select max(src_row) as last from store.${ident(name)}`.text);
  return numbersOf(found, 'last')[0] ?? 0;
}

// A file read on trust has nothing of the kind, else it would have been read again.
async function rejectedBefore(
  connection: DuckDBConnection,
  { prepared, tables: [main] }: StagedFile,
): Promise<Reason[]> {
  const aside = prepared.setAside.map(({ line, reason }) => ({ line, because: lineReason(reason) }));
  if (!main || prepared.prove) return aside;
  const nameless = await namelessLines(connection, main.plan.table, main.name, mostListed);
  const unread = await unreadRows(connection, main.plan.table, main.name);
  return [...aside, ...unread, ...nameless.map((line) => ({ line, because: lineReason('no_key') }))];
}

async function withText(
  opened: OpenTable,
  plan: FilePlan,
  prepared: Prepared,
  reasons: readonly Reason[],
): Promise<FileLine[]> {
  const known = new Map(prepared.setAside.map((entry) => [entry.line, entry.text] as const));
  const wanted = new Set(reasons.map(({ line }) => line).filter((line) => !known.has(line)));
  const texts = await linesOf(opened, plan.source.encoding, wanted);
  return reasons
    .map(({ line, because: why }) => ({
      line,
      reason: reasonInEnglish(why),
      because: why,
      text: known.get(line) ?? texts.get(line) ?? '',
    }))
    .sort((a, b) => a.line - b.line);
}

const countedWhole = 200_000;

/** Share of filled cells by column; of a large table counted over a twentieth of its blocks. */
async function filledShares(connection: DuckDBConnection, name: string, rows: number): Promise<Map<string, number>> {
  const columns = await storedColumnNames(connection, name);
  const counts = columns.map((column) => sql`count(${ident(column)})::double as ${ident(column)}`);
  const part = rows > countedWhole ? raw('tablesample 5 percent (system)') : raw('');
  const found = await query(
    connection,
    sql`select count(*)::double as "all rows", ${join(counts)} from store.${ident(name)} ${part}`.text,
  );
  const all = numbersOf(found, 'all rows')[0] ?? 0;
  return new Map(columns.map((column) => [column, all === 0 ? 0 : (numbersOf(found, column)[0] ?? 0) / all] as const));
}
