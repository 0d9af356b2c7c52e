import { UserError } from '../../model/errors';
import type { Profile } from './profile';
import { splitLine } from './split-line';
import { isWhole, mendLine } from './mend-line';
import { looksLikeRecord, runsAway, swallowsRecords } from './swallow';
import { mark } from './lines';
import { Tokeniser } from './tokeniser';
import type { Dialect } from './lines';

/** What is wrong with the quotes of a record: nothing; a stray mark read as text; an opening mark that never closes, read as text; beyond repair. */
export type QuoteFault = 'none' | 'stray' | 'unclosed' | 'lost_stray' | 'lost_unclosed';

/** One record as it comes out of the text; valid only until the next one. */
export interface Row {
  cells: string[];
  /** First physical line, from 1. */
  line: number;
  /** Number of physical lines. */
  lines: number;
  /** Bits of `mark`. */
  marks: number;
  fault: QuoteFault;
  /** Length of the record's text in characters. */
  length: number;
  /** The record's own text, without its line end. */
  raw(): string;
}

/** Takes what a feed reads. */
export interface Sink {
  /** A physical line left out at the top. */
  skipped(row: Row): void;
  /** A record; true says that no more are wanted. */
  record(row: Row): boolean;
}

const FF = 12;
const LONGEST_LINE = 256 * 1024 * 1024;

/** Turns text, given piece by piece, into records; mends what broken quotes would swallow. */
export class RecordFeed {
  /** True once the sink wanted no more. */
  stopped = false;
  /** Physical line of the next record, from 1. */
  line = 1;

  private readonly tokeniser: Tokeniser;
  private readonly row: Row & { start: number; textEnd: number };
  private text = '';
  private at = 0;
  private base = 0;
  private skip: number;
  private bad: number[] = [];
  private nulAt = -1;

  constructor(
    private readonly dialect: Dialect,
    private readonly profile: Profile,
    private readonly sink: Sink,
    skip = 0,
  ) {
    this.skip = skip;
    const whole = dialect.transcribed !== undefined;
    this.tokeniser = new Tokeniser(dialect, (text, start, to) => !whole && runsAway(text, start, to, dialect, profile));
    const raw = (): string => this.text.slice(this.row.start, this.row.textEnd);
    this.row = { cells: [], line: 1, lines: 1, marks: 0, fault: 'none', length: 0, start: 0, textEnd: 0, raw };
  }

  /** Reads what a further piece of text completes. `bad` holds the places in the piece that stand for undecodable bytes. */
  push(piece: string, final: boolean, bad: readonly number[] = []): void {
    const rest = this.text.slice(this.at);
    for (const place of bad) this.bad.push(this.base + this.at + rest.length + place);
    this.base += this.at;
    this.at = 0;
    this.text = rest === '' ? piece : rest + piece;
    if (this.text.length > LONGEST_LINE)
      throw new UserError('not_a_table', { line: this.line, reason: 'line_too_long' });
    this.tokeniser.load(this.text, final);
    this.nulAt = this.text.indexOf('\0');
    while (!this.stopped && this.at < this.text.length) {
      const start = this.startOfRecord();
      const ready =
        this.skip > 0 && this.dialect.transcribed === undefined
          ? this.tokeniser.readLine(start)
          : this.tokeniser.read(start);
      if (!ready) return;
      this.deliver();
    }
  }

  /** The place where the next record's text starts: after the form feeds before it. */
  private startOfRecord(): number {
    let start = this.at;
    if (this.dialect.transcribed === undefined) while (this.text.charCodeAt(start) === FF) start++;
    return start;
  }

  private deliver(): void {
    const { tokeniser: found, row } = this;
    row.start = this.startOfRecord();
    if (row.start > this.at) found.marks |= mark.pageBreak;
    row.textEnd = found.textEnd;
    row.lines = found.lines;
    row.line = this.line;
    row.marks = found.marks;
    row.cells = found.cells;
    row.fault = 'none';
    if (this.dialect.transcribed !== undefined) this.complete(this.dialect.transcribed);
    if (this.skip > 0) {
      this.skip--;
      this.hand(found.end, true);
      return;
    }
    if (this.dialect.transcribed !== undefined) {
      this.hand(found.end, false);
      return;
    }
    const odd = found.marks & (mark.stray | mark.unclosed | mark.loneCr);
    if (odd !== 0 || found.lines > 1) {
      this.mend();
      return;
    }
    this.hand(found.end, false);
  }

  /** A transcribed record is one row; its empty last cells may have been left out. One cell alone stays so: it is a title, a note or a blank row. */
  private complete(width: number): void {
    const { row } = this;
    row.lines = 1;
    row.marks &= ~(mark.loneCr | mark.padded);
    if (row.cells.length > 1 || (width === 2 && row.cells[0] !== ''))
      while (row.cells.length < width) row.cells.push('');
  }

  /** Passes the current row on and goes to the place after it. */
  private hand(end: number, skipped: boolean): void {
    const { row } = this;
    row.length = row.textEnd - row.start;
    if (this.bad.length > 0) this.markBadBytes(end);
    if (this.nulAt !== -1 && this.nulAt < end) this.markNul(end);
    if (skipped) this.sink.skipped(row);
    else if (this.sink.record(row)) this.stopped = true;
    this.line += row.lines;
    this.at = end;
  }

  private markBadBytes(end: number): void {
    let inside = false;
    while (this.bad.length > 0 && (this.bad[0] ?? 0) < this.base + end) {
      this.bad.shift();
      inside = true;
    }
    if (inside) this.row.marks |= mark.badBytes;
  }

  private markNul(end: number): void {
    if (this.nulAt >= this.row.start) this.row.marks |= mark.nul;
    this.nulAt = this.text.indexOf('\0', end);
  }

  private mend(): void {
    const { tokeniser: found, row, profile } = this;
    const right = found.cells.length === profile.width;
    if (found.marks & mark.unclosed) {
      this.firstLineAlone(true);
    } else if (found.marks & mark.stray) {
      if (found.lines > 1) this.mendAcrossLines(right);
      else this.mendStray();
    } else if (found.marks & mark.loneCr && !right && profile.width > 0 && this.splitAtReturns()) {
      return;
    } else if (found.lines > 1 && swallowsRecords(row.raw(), this.dialect, profile)) {
      this.firstLineAlone(true);
    } else {
      this.hand(found.end, false);
    }
    row.fault = 'none';
  }

  private mendStray(): void {
    const { tokeniser: found, row, profile } = this;
    row.fault = 'stray';
    if (profile.width > 0 && !isWhole(found.cells, profile)) {
      const mended = mendLine(row.raw(), this.dialect, profile);
      if (mended === null) row.fault = 'lost_stray';
      else row.cells = mended;
    }
    this.hand(found.end, false);
  }

  private mendAcrossLines(right: boolean): void {
    const { row, profile } = this;
    const rest = row.raw().split(/\r?\n/).slice(1);
    const records = rest.some((line) => looksLikeRecord(line, this.dialect, profile));
    if (right && !records) {
      row.fault = 'stray';
      this.hand(this.tokeniser.end, false);
    } else if (profile.width === 0 || right || records) {
      this.firstLineAlone(records);
    } else {
      row.fault = 'lost_stray';
      this.hand(this.tokeniser.end, false);
    }
  }

  /** Takes the first physical line of a record that an unclosed quote made too long; the lines after it are read anew. */
  private firstLineAlone(swallowed: boolean): void {
    const { tokeniser, row, profile } = this;
    const whole = { end: tokeniser.end, cells: tokeniser.cells };
    tokeniser.rewind();
    tokeniser.readLine(row.start);
    const line = this.text.slice(row.start, tokeniser.textEnd);
    const fits = mendLine(line, this.dialect, profile);
    if (fits === null && !swallowed) {
      row.fault = 'lost_stray';
      tokeniser.rewind();
      this.hand(whole.end, false);
      return;
    }
    row.cells = fits ?? splitLine(line, this.dialect).cells;
    row.fault = fits === null ? 'lost_unclosed' : 'unclosed';
    row.lines = 1;
    row.marks = tokeniser.marks;
    row.textEnd = tokeniser.textEnd;
    const end = tokeniser.end;
    this.hand(end, false);
    tokeniser.rewind();
  }

  /** Hands on the pieces between lone carriage returns as rows when each is a whole record; false when they are not. */
  private splitAtReturns(): boolean {
    const { tokeniser, row, profile } = this;
    const { end } = tokeniser;
    const pieces = row.raw().split('\r');
    const records = pieces.map((piece) => splitLine(piece, this.dialect).cells);
    if (row.lines > 1 || records.some((cells) => cells.length !== profile.width)) return false;
    let start = row.start;
    for (const [i, cells] of records.entries()) {
      row.cells = cells;
      row.start = start;
      row.line = this.line;
      row.textEnd = start + (pieces[i]?.length ?? 0);
      start = row.textEnd + 1;
      row.marks |= mark.cr;
      this.hand(i === records.length - 1 ? end : start, false);
    }
    return true;
  }
}
