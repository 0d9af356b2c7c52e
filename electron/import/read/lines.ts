/** How fields and records are told apart. */
export interface Dialect {
  /** One character, seldom several; `' '` stands for runs of blanks. */
  delimiter: string;
  /** One blank after each delimiter belongs to the delimiter. */
  blankAfter: boolean;
  /** One blank before each delimiter belongs to it too. */
  blankBefore?: boolean;
  /** Empty when nothing is quoted. */
  quote: string;
  /** A backslash escapes quote, delimiter and backslash; otherwise quotes are doubled. */
  backslash: boolean;
  /** A carriage return alone ends a line. */
  crEnds: boolean;
  /** Lines end in a line feed and a return, in this order. */
  lfCr?: boolean;
  /** Blanks before an opening quote are padding. */
  blankBeforeQuote: boolean;
  /** Number of columns of a table that was written out by this program: nothing in it is broken, and a record counts as one line. */
  transcribed?: number;
}

/** What was noticed while a record was read, as bits. */
export const mark = {
  quoted: 1,
  stray: 2,
  unclosed: 4,
  /** Blanks stand between a quote mark and a delimiter, or further returns before a line end. */
  padded: 8,
  loneCr: 16,
  badBytes: 32,
  nul: 64,
  unended: 128,
  /** The record holds no quote mark at all. */
  plain: 1024,
  crlf: 256,
  cr: 512,
  /** A form feed, by which printed reports part their pages, stands before the record. */
  pageBreak: 2048,
} as const;

const CR = 13;
const BLANK = 32;

/** A place that is never reached: what is looked for does not occur. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** Finds the physical lines of a text that may come piece by piece. */
export class LineScanner {
  /** Where the next line or record starts. */
  end = 0;
  /** Where the text of the line or record ends, its line end left out. */
  textEnd = 0;
  /** Physical lines of the record. */
  lines = 1;
  /** Bits of `mark`. */
  marks = 0;

  protected text = '';
  protected final = true;
  private nextLf = -1;
  private nextCr = -1;
  private startLf = -1;
  private startCr = -1;
  private readonly lfCr: boolean;

  constructor(readonly dialect: Dialect) {
    this.lfCr = dialect.lfCr ?? false;
  }

  /** Sets the text to read; `final` says that nothing follows it. */
  load(text: string, final: boolean): void {
    this.text = text;
    this.final = final;
    this.nextLf = this.nextCr = this.startLf = this.startCr = -1;
  }

  /** Notes what is known at a record's start, so that `rewind` need not look for it again. */
  protected remember(): void {
    this.startLf = this.nextLf;
    this.startCr = this.nextCr;
  }

  /** Goes back to the start of the record read last. */
  rewind(): void {
    this.nextLf = this.startLf;
    this.nextCr = this.startCr;
  }

  /** Finds the physical line that starts at a place, without splitting it; false when it is not all there. */
  readLine(start: number): boolean {
    this.lines = 1;
    this.marks = 0;
    return this.findLineEnd(start);
  }

  protected findLineEnd(from: number): boolean {
    const { text } = this;
    const lf = this.lfAt(from);
    const cr = this.crAt(from);
    if (this.dialect.crEnds && cr < lf - 1) return this.endAtCr(cr);
    if (lf === NEVER) {
      if (!this.final) return false;
      this.end = text.length;
      this.textEnd = this.withoutCr(from, text.length);
      if (this.textEnd < this.end) this.marks |= mark.cr;
      else this.marks |= mark.unended;
    } else {
      this.end = lf + 1;
      this.textEnd = this.withoutCr(from, lf);
      if (this.textEnd < lf) this.marks |= lf - this.textEnd > 1 ? mark.crlf | mark.padded : mark.crlf;
      if (this.lfCr) return this.takeReturn();
    }
    return true;
  }

  /** Takes the return after a line feed to the line's end; false when it is not there yet. */
  private takeReturn(): boolean {
    if (this.end >= this.text.length) return this.final;
    if (this.text.charCodeAt(this.end) !== CR) return true;
    this.end++;
    this.marks |= mark.crlf | mark.padded;
    return true;
  }

  protected endAtCr(cr: number): boolean {
    const last = cr + 1 >= this.text.length;
    if (last && !this.final) return false;
    this.textEnd = cr;
    this.end = cr + 1;
    this.marks |= mark.cr;
    return true;
  }

  private withoutCr(from: number, to: number): number {
    let end = to;
    while (end > from && this.text.charCodeAt(end - 1) === CR) end--;
    return end;
  }

  protected lfAt(from: number): number {
    if (this.nextLf < from) this.nextLf = find(this.text, '\n', from);
    return this.nextLf;
  }

  protected crAt(from: number): number {
    if (this.nextCr < from) this.nextCr = find(this.text, '\r', from);
    return this.nextCr;
  }
}

/** End of a field whose delimiter stands at a place. */
export function fieldEnd(text: string, from: number, at: number, { blankBefore = false }: Dialect): number {
  return blankBefore && at > from && text.charCodeAt(at - 1) === BLANK ? at - 1 : at;
}

/** Place of a text from a place on; NEVER when it does not occur. */
export function find(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? NEVER : at;
}

/** True for a record with both kinds of line break inside. */
export function mixesLineEnds(record: string): boolean {
  return record.includes('\r\n') && /[^\r]\n/.test(record);
}
