import { rm, stat } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { countLines } from './count-lines';
import { checkWhole, linesAbove, readTable, writeNormalised } from './read';
import type {
  Judgement,
  LineAccount,
  OpenTable,
  ReadControl,
  ReadOptions,
  SetAside,
  Warning,
  WholeCheck,
} from './read';
import { fromWithSplit, splitColumns, withSplitCells } from './split-cells';
import type { SplitColumn } from './split-cells';
import type { SourceTable } from './table-plan';

/** A file that was judged: what it is, its first records, and how it was asked to be read. */
export interface Judged {
  readonly judgement: Judgement;
  readonly source: SourceTable;
  /** Columns of the table that the file keeps in others; they stand behind its own. */
  readonly split: readonly SplitColumn[];
  readonly options: ReadOptions;
  readonly bytes: number;
}

/** A file that lies ready for the database: what to read from, and the account of its lines. */
export interface Prepared {
  /** Columns `c0…cn`; with `_line` where `hasLine`. */
  readonly from: Sql;
  /** True when `from` gives each record's physical line; else record n stands at line `firstLine` + n, counted from 0. */
  readonly hasLine: boolean;
  readonly firstLine: number;
  /** Data records; Infinity while they are not yet known. */
  readonly records: number;
  /** Physical lines by what became of them; null for a file that has nothing but a header and records. */
  readonly lines: LineAccount | null;
  /** Numbers of the first blank lines. */
  readonly blank: readonly number[];
  readonly setAside: readonly SetAside[];
  readonly setAsideCount: number;
  readonly warnings: readonly Warning[];
  /** For a file read before it was looked through: true when these rows are all that it holds, each on a line of its own. */
  readonly prove: ((rows: number) => Promise<boolean>) | null;
  /** Removes what was written for the reading. */
  remove(): Promise<void>;
}

const sampleRows = 2_000;

/** Decisions of the reader that a person may want to see, or change. */
const told: ReadonlySet<string> = new Set(['encoding', 'delimiter', 'header', 'footer', 'names', 'archive']);

/** Judges an opened table and reads its first records. Throws UserError when it cannot honestly be read as a table. */
export async function judgeFile({ path, options }: OpenTable, name: string, part: string | null): Promise<Judged> {
  const sample = await readTable(path, options, sampleRows);
  const { judgement } = sample;
  const split = splitColumns(judgement.header);
  const { size } = await stat(path);
  const source: SourceTable = {
    path,
    name,
    part,
    header: [...judgement.header, ...split.map((column) => column.name)],
    sample: sample.rows.slice(0, sampleRows).map((row) => withSplitCells(row, split)),
    encoding: judgement.encoding,
    delimiter: judgement.delimiter,
    headerLine: judgement.headerLine,
    system: null,
    reading: judgement.decisions.filter(({ what }) => told.has(what)),
  };
  return { judgement, source, split, options, bytes: size };
}

/** How a file is to be prepared. */
export interface Preparing {
  /** Folder for a file written anew. */
  readonly scratch: string;
  /** True when rows will be left out or used twice, so that their number alone no longer tells their line. */
  readonly needsLines: boolean;
  /** True while a large clean file may be read first and proven afterwards. */
  readonly trusting: boolean;
}

/** From this size on a clean file is read at once and proven while it is read; looking at each of its bytes first would take longer than the reading. */
export const large = 16 * 1024 * 1024;

/** Makes a file readable by the database: a clean file is read where it lies, any other is written anew in a plain dialect. */
export async function prepareFile(file: Judged, how: Preparing, control: ReadControl): Promise<Prepared> {
  const prepared = await prepareCells(file, how, control);
  return { ...prepared, from: fromWithSplit(prepared.from, file.judgement.header.length, file.split) };
}

async function prepareCells(file: Judged, how: Preparing, control: ReadControl): Promise<Prepared> {
  const { judgement, source, options } = file;
  const direct = judgement.clean && judgement.encoding === 'utf-8' && ['lf', 'crlf'].includes(judgement.newline);
  if (direct && how.trusting && !how.needsLines && file.bytes >= large) return trusted(file, control);
  if (direct) {
    const check = await checkWhole(source.path, judgement, control, options.transcript);
    if (check.clean && check.oneLineEach) return proven(file, check);
  }
  const target = joinPath(how.scratch, `plain-${process.pid}-${++written}.csv`);
  const end = await writeNormalised(source.path, target, options, control);
  const plain = { delimiter: ',', quote: '"', escape: '"' };
  return {
    from: readerOf(target, judgement.header.length, plain, 1, end.longestRecord, true),
    hasLine: true,
    firstLine: 0,
    records: end.rows,
    lines: end.lines,
    blank: end.blank,
    setAside: end.setAside,
    setAsideCount: end.setAsideCount,
    warnings: end.warnings,
    prove: null,
    remove: () => rm(target, { force: true }),
  };
}

// Its lines are counted while the database reads it: as many rows as lines means that nothing was skipped, joined or cut.
function trusted(file: Judged, control: ReadControl): Prepared {
  const { judgement, source } = file;
  const skip = skipOf(judgement);
  const counted = countLines(source.path, control);
  counted.catch(() => undefined);
  return {
    ...untouched(judgement),
    from: readerOf(source.path, judgement.header.length, judgement, skip, 0, false),
    hasLine: false,
    firstLine: skip + 1 - linesAbove(file.options),
    records: Infinity,
    prove: async (rows) => {
      const { lines, returns, hasNul } = await counted;
      const ends = judgement.newline === 'lf' ? returns === 0 : returns === lines || returns === lines - 1;
      return lines === skip + rows && ends && !hasNul;
    },
  };
}

function proven({ judgement, source, options }: Judged, check: WholeCheck): Prepared {
  const skip = skipOf(judgement);
  const above = linesAbove(options);
  const from = readerOf(source.path, judgement.header.length, judgement, skip, check.longestRecord, false);
  return {
    ...untouched(judgement),
    from: sql`(select *, row_number() over () + ${literal(skip - above)} as "_line" from ${from})`,
    hasLine: true,
    firstLine: 0,
    records: check.records,
    prove: null,
  };
}

function skipOf(judgement: Judgement): number {
  return judgement.headerLine > 0 ? judgement.headerLine : judgement.skipLines.length;
}

function untouched({
  warnings,
}: Judgement): Pick<Prepared, 'lines' | 'blank' | 'setAside' | 'setAsideCount' | 'warnings' | 'remove'> {
  return { lines: null, blank: [], setAside: [], setAsideCount: 0, warnings, remove: () => Promise.resolve() };
}

// Each buffer of the reader is one batch of rows in their order. Of the sizes it chooses itself, up to twice as many bytes
// end in part-filled row groups, which stay in memory and are compressed again at the checkpoint (half as much time more).
const bufferBytes = 32 * 1024 * 1024;

let written = 0;

function readerOf(
  path: string,
  width: number,
  dialect: Pick<Judgement, 'delimiter' | 'quote' | 'escape'>,
  skip: number,
  longest: number,
  hasLine: boolean,
): Sql {
  const names = [...(hasLine ? ['_line'] : []), ...Array.from({ length: width }, (_, index) => `c${index}`)];
  const columns = join(names.map((name) => sql`${literal(name)}: 'VARCHAR'`));
  // Lines longer than the reader's usual limit need a larger one, and buffers that hold several of them.
  const long = longest > 1_000_000 ? sql`, max_line_size=${literal(longest * 2)}` : raw('');
  const buffer = Math.max(bufferBytes, longest * 8);
  return sql`read_csv(${literal(path)}, auto_detect=false, header=false, skip=${literal(skip)}, delim=${literal(dialect.delimiter)}, quote=${literal(dialect.quote)}, escape=${literal(dialect.escape)}, columns={${columns}}, strict_mode=true, buffer_size=${literal(buffer)}${long})`;
}

/** Quoted name of a cell column of a prepared file. */
export function cellColumn(index: number): Sql {
  return ident(`c${index}`);
}
