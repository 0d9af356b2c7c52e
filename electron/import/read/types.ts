import type { Evidence } from '../../model/evidence';
import type { Remark } from '../../model/remarks';

/** What a person may tell the reader instead of letting it judge. */
export interface ReadOptions {
  /** Name of the encoding, such as `utf-8` or `windows-1252`. */
  encoding?: string;
  /** One character; `' '` stands for runs of blanks, `', '` for a comma and one blank. */
  delimiter?: string;
  /** The quote mark; null says that nothing is quoted. */
  quote?: string | null;
  /** Physical line of the header, from 1; 0 says that there is none and columns are called c1…cn. */
  headerLine?: number;
  /** Physical lines to leave out at the top. */
  skip?: number;
  /** Physical lines to leave out at the end. */
  footer?: number;
  /** Name of the archive member to read. */
  part?: string;
  /** What the file was written out as, when it is no text itself; read in its place. */
  transcript?: Transcript;
}

/** A table written out as plain text, one record a row, from a file that is no text: its records are counted as lines. */
export interface Transcript {
  path: string;
  /** Name for messages: the file's, with that of its part. */
  name: string;
  /** Number of columns. */
  width: number;
  /** True when the first record names the columns for certain. */
  named: boolean;
  decisions: readonly Decision[];
  warnings: readonly Warning[];
}

/** One thing that was decided, and from what. */
export interface Decision {
  what: string;
  chosen: string;
  evidence: Evidence;
}

/** Something a person should look at; `lines` names the first places, `line` the very first. */
export interface Warning {
  code: WarningCode;
  /** What is said of it; often more than the kind alone tells. */
  says: Remark;
  count?: number;
  line?: number;
  lines?: number[];
}

/** The kinds of warning that come from judging, not from single records. */
export const judgedCodes = [
  'encoding_uncertain',
  'delimiter_uncertain',
  'header_uncertain',
  'header_short',
  'header_long',
  'several_header_rows',
  'lines_above_table',
  'tables_beside',
  'formulas_unvalued',
  'other_content',
] as const;

export type JudgedCode = (typeof judgedCodes)[number];

/** The kinds of warning. */
export type WarningCode =
  | JudgedCode
  | 'bad_bytes'
  | 'encoding_late'
  | 'nul_bytes'
  | 'long_record'
  | 'repeated_header'
  | 'short_rows'
  | 'long_rows'
  | 'misfit_rows'
  | 'extra_empty_cells'
  | 'stray_quotes'
  | 'unclosed_quotes'
  | 'other_dialect'
  | 'page_breaks'
  | 'comment_lines'
  | 'blank_lines'
  | 'empty_rows'
  | 'footer'
  | 'totals'
  | 'possible_totals'
  | 'sparse_rows'
  | 'second_table'
  | 'cut_off';

/** A physical line, or several, kept out of the table, with the reason and the original text. */
export interface SetAside {
  line: number;
  reason: SetAsideReason;
  text: string;
}

/** Why lines were kept out of the table. */
export type SetAsideReason =
  | 'too_many_fields'
  | 'too_few_fields'
  | 'cut_off'
  | 'unclosed_quote'
  | 'stray_quote'
  | 'stray_text'
  | 'second_table'
  | 'subtotal'
  | 'looks_like_totals'
  | 'looks_like_header';

/** How the lines of a file end. */
export type Newline = 'lf' | 'crlf' | 'cr' | 'mixed';

/** What a file is, decided from samples; nothing was written. */
export interface Judgement {
  encoding: string;
  bom: boolean;
  delimiter: string;
  /** Empty when nothing is quoted. */
  quote: string;
  /** The quote mark itself when quotes are doubled, a backslash, or empty. */
  escape: string;
  newline: Newline;
  /** Physical line of the header, from 1; 0 when there is none. */
  headerLine: number;
  /** Unique, non-empty column names: the file's own where they are, repaired where not. */
  header: string[];
  /** The header cells as they stand in the file; empty without a header. */
  rawHeader: string[];
  /** Physical lines above the header that are not data. */
  skipLines: number[];
  footerLines: number;
  decisions: Decision[];
  warnings: Warning[];
  /** True when a strict reader told encoding, delimiter, quote and skip would read exactly the same records. */
  clean: boolean;
  /** True when every byte was looked at, false when only samples were. */
  whole: boolean;
}

/** Physical lines by what became of them: `read` is the sum of the others. */
export interface LineAccount {
  read: number;
  header: number;
  title: number;
  data: number;
  blank: number;
  comment: number;
  footer: number;
  set_aside: number;
}

/** A table read whole into memory. */
export interface TextTable {
  judgement: Judgement;
  header: string[];
  rows: string[][];
  /** First physical line of each row. */
  recordLines: number[];
  setAside: SetAside[];
  warnings: Warning[];
  lines: LineAccount;
  /** False when a limit stopped the reading before the end of the file. */
  complete: boolean;
}

/** What is known once the last line was read. */
export interface ReadEnd {
  lines: LineAccount;
  warnings: Warning[];
  rows: number;
  setAsideCount: number;
  /** The encoding in force at the end; differs from the judged one when a late byte settled it. */
  encoding: string;
}

/** A part of a streamed table; the last one carries the end. */
export interface RecordBatch {
  header: string[];
  cells: string[][];
  /** First physical line of each row. */
  lines: number[];
  setAside: SetAside[];
  end: ReadEnd | null;
}

/** What may be watched and stopped while a file is read. */
export interface ReadControl {
  signal?: AbortSignal;
  /** Called with bytes read so far and the file's size in bytes. */
  onProgress?: (done: number, total: number) => void;
}

/** What writing a plain copy gave. */
export interface NormalisedResult extends ReadEnd {
  judgement: Judgement;
  header: string[];
  /** The first lines set aside, at most 100,000; `setAsideCount` counts all. */
  setAside: SetAside[];
  /** Numbers of the first blank lines, at most 1,000; `lines` counts all. */
  blank: number[];
  bytes: number;
  /** Length of the longest written record in bytes, for a reader with a limit. */
  longestRecord: number;
}

/** What a strict look at every byte found. */
export interface WholeCheck {
  clean: boolean;
  /** Data records, header not counted; counted up to the first fault when not clean. */
  records: number;
  /** Physical lines. */
  lines: number;
  /** True when each record is one physical line and no line is blank, so that line = header line + row. */
  oneLineEach: boolean;
  /** Length of the longest record in bytes. */
  longestRecord: number;
  /** The first reason against, and its physical line. */
  fault: { reason: string; line: number } | null;
}

/** One table that can be read from a file: the file itself, a member of an archive, a sheet, a list of records, a table of a database. */
export interface Part {
  name: string;
  kind: 'text' | 'workbook' | 'json' | 'sheet' | 'records' | 'table';
  /** Unpacked size in bytes; null when it is not known. */
  bytes: number | null;
  /** True for a sheet that the workbook does not show. */
  hidden?: boolean;
  /** True for a sheet without any filled cell. */
  empty?: boolean;
}
