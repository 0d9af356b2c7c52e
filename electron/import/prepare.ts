import { rm } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { checkWhole, judge, readTable, writeNormalised } from './read';
import type { Judgement, LineAccount, ReadControl, ReadOptions, SetAside, Warning } from './read';
import type { SourceTable } from './table-plan';

/** A file that was judged: what it is, its first records, and how it was asked to be read. */
export interface Judged {
  readonly judgement: Judgement;
  readonly source: SourceTable;
  readonly options: ReadOptions;
}

/** A file that lies ready for the database: what to read from, and the account of its lines. */
export interface Prepared {
  /** Columns `c0…cn`; with `_line` where `hasLine`. */
  readonly from: Sql;
  /** True when `from` gives each record's physical line; else record n stands at line `firstLine` + n, counted from 0. */
  readonly hasLine: boolean;
  readonly firstLine: number;
  readonly records: number;
  /** Physical lines by what became of them; null for a file that has nothing but a header and records. */
  readonly lines: LineAccount | null;
  readonly setAside: readonly SetAside[];
  readonly setAsideCount: number;
  readonly warnings: readonly Warning[];
  /** Removes what was written for the reading. */
  remove(): Promise<void>;
}

const sampleRows = 2_000;

/** Judges a file and reads its first records. Throws UserError when it cannot honestly be read as a table. */
export async function judgeFile(path: string, name: string, options: ReadOptions): Promise<Judged> {
  const judgement = await judge(path, options);
  const sample = await readTable(path, options, sampleRows);
  const source: SourceTable = {
    path,
    name,
    part: options.part ?? null,
    header: judgement.header,
    sample: sample.rows.slice(0, sampleRows),
    encoding: judgement.encoding,
    delimiter: judgement.delimiter,
    headerLine: judgement.headerLine,
    system: null,
  };
  return { judgement, source, options };
}

/**
 * Makes a file readable by the database: a clean file is read where it lies, any other is written anew in a plain dialect.
 * `needsLines` says that rows will be left out or used twice, so that their number alone no longer tells their line.
 */
export async function prepareFile(
  file: Judged,
  scratch: string,
  needsLines: boolean,
  control: ReadControl,
): Promise<Prepared> {
  const { judgement, source, options } = file;
  if (judgement.clean && /^(utf-8|ascii|us-ascii)$/i.test(judgement.encoding)) {
    const check = await checkWhole(source.path, judgement);
    if (check.clean && check.oneLineEach) {
      const skip = judgement.headerLine > 0 ? judgement.headerLine : judgement.skipLines.length;
      const from = readerOf(source.path, source.header.length, judgement, skip, check.longestRecord, false);
      return {
        from: needsLines ? sql`(select *, row_number() over () + ${literal(skip)} as "_line" from ${from})` : from,
        hasLine: needsLines,
        firstLine: skip + 1,
        records: check.records,
        lines: null,
        setAside: [],
        setAsideCount: 0,
        warnings: judgement.warnings,
        remove: () => Promise.resolve(),
      };
    }
  }
  const target = joinPath(scratch, `plain-${process.pid}-${++written}.csv`);
  const end = await writeNormalised(source.path, target, options, control);
  const plain = { delimiter: ',', quote: '"', escape: '"' };
  return {
    from: readerOf(target, source.header.length, plain, 1, end.longestRecord, true),
    hasLine: true,
    firstLine: 0,
    records: end.rows,
    lines: end.lines,
    setAside: end.setAside,
    setAsideCount: end.setAsideCount,
    warnings: end.warnings,
    remove: () => rm(target, { force: true }),
  };
}

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
  const long =
    longest > 1_000_000 ? sql`, max_line_size=${literal(longest * 2)}, buffer_size=${literal(longest * 8)}` : raw('');
  return sql`read_csv(${literal(path)}, auto_detect=false, header=false, skip=${literal(skip)}, delim=${literal(dialect.delimiter)}, quote=${literal(dialect.quote)}, escape=${literal(dialect.escape)}, columns={${columns}}, strict_mode=true${long})`;
}

/** Quoted name of a cell column of a prepared file. */
export function cellColumn(index: number): Sql {
  return ident(`c${index}`);
}
