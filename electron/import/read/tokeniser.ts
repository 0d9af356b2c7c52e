import { LineScanner, NEVER, fieldEnd, find, mark } from './lines';
import type { Dialect } from './lines';

/** Longest quoted field, in characters; a quote open for longer never closes. */
const LONGEST_QUOTED = 16 * 1024 * 1024;
const CHECK_RUNAWAY = 4096;
/** Stray quotes in one field over several lines beyond which it is taken as never closed. */
const MOST_STRAYS = 50;

const TAB = 9;
const LF = 10;
const CR = 13;
const BLANK = 32;

/** Says whether the text from a record's start to a place holds whole records of its own, which an unclosed quote swallowed. */
type Runaway = (text: string, start: number, to: number) => boolean;

/** Reads one record after the other from a text; after each, the fields tell what it was. */
export class Tokeniser extends LineScanner {
  cells: string[] = [];

  private nextQuote = -1;
  private nextDelimiter = -1;
  private nextBackslash = -1;
  private startQuote = -1;
  private startDelimiter = -1;
  private startBackslash = -1;
  private readonly quoteCode: number;
  /** First character of the delimiter. */
  private readonly delimiterCode: number;
  private readonly delimiterSize: number;
  private readonly runs: boolean;
  private readonly escapes: RegExp;

  constructor(
    dialect: Dialect,
    private readonly runaway: Runaway = () => false,
  ) {
    super(dialect);
    this.quoteCode = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
    this.delimiterCode = dialect.delimiter.charCodeAt(0);
    this.delimiterSize = dialect.delimiter.length;
    this.runs = dialect.delimiter === ' ';
    this.escapes = new RegExp(
      `\\\\([\\\\"'${dialect.delimiter === '\\' || dialect.delimiter.length > 1 ? '' : literal(dialect.delimiter)}])`,
      'g',
    );
  }

  override load(text: string, final: boolean): void {
    super.load(text, final);
    this.nextQuote = this.nextDelimiter = this.nextBackslash = -1;
    this.startQuote = this.startDelimiter = this.startBackslash = -1;
  }

  protected override remember(): void {
    super.remember();
    this.startQuote = this.nextQuote;
    this.startDelimiter = this.nextDelimiter;
    this.startBackslash = this.nextBackslash;
  }

  override rewind(): void {
    super.rewind();
    this.nextQuote = this.startQuote;
    this.nextDelimiter = this.startDelimiter;
    this.nextBackslash = this.startBackslash;
  }

  /** Reads the record that starts at a place; false when the text ends before the record does. */
  read(start: number): boolean {
    this.cells = [];
    this.lines = 1;
    this.marks = 0;
    this.remember();
    if (!this.findLineEnd(start)) return false;
    const plain =
      this.quoteAt(start) >= this.textEnd && (!this.dialect.backslash || this.backslashAt(start) >= this.textEnd);
    if (!plain) return this.readQuoted(start);
    if (!this.dialect.crEnds && this.crAt(start) < this.textEnd) this.marks |= mark.loneCr;
    if (this.dialect.quote === '"') this.marks |= mark.plain;
    this.split(start, this.textEnd);
    return true;
  }

  private split(start: number, to: number): void {
    const { text, cells } = this;
    if (this.runs) {
      this.splitRuns(start, to);
      return;
    }
    const gap = this.dialect.blankAfter;
    const size = this.delimiterSize;
    let from = start;
    for (let at = this.delimiterAt(from); at < to; at = this.delimiterAt(from)) {
      cells.push(text.slice(from, this.dialect.blankBefore ? fieldEnd(text, from, at, this.dialect) : at));
      from = at + size;
      if (gap && from < to && text.charCodeAt(from) === BLANK) from++;
    }
    cells.push(text.slice(from, to));
  }

  private splitRuns(start: number, to: number): void {
    const { text, cells } = this;
    let at = start;
    for (;;) {
      while (at < to && isBlank(text.charCodeAt(at))) at++;
      if (at >= to) break;
      const from = at;
      while (at < to && !isBlank(text.charCodeAt(at))) at++;
      cells.push(text.slice(from, at));
    }
    if (cells.length === 0) cells.push('');
  }

  private readQuoted(start: number): boolean {
    let at = start;
    for (;;) {
      const open = this.openingQuote(at);
      if (open >= 0) {
        const next = this.readQuotedField(start, open);
        if (next === -1) return false;
        if (next === -2) return true;
        at = next;
      } else {
        at = this.readPlainField(at);
      }
      if (at >= this.textEnd) {
        if (at === this.textEnd || this.runs) return true;
        this.cells.push('');
        return true;
      }
      if (this.runs && this.onlyBlanksLeft(at)) return true;
    }
  }

  /** Where the field that starts at a place opens a quote; -1 when it is not quoted. */
  private openingQuote(from: number): number {
    let at = from;
    if (this.runs || this.dialect.blankBeforeQuote) {
      while (at < this.textEnd && this.isPadding(this.text.charCodeAt(at))) at++;
    }
    if (at >= this.textEnd || this.text.charCodeAt(at) !== this.quoteCode) return -1;
    if (at > from && !this.runs) this.marks |= mark.padded;
    return at;
  }

  /** Reads an unquoted field and gives the start of the next one; past the line's end (textEnd) when it was the last. */
  private readPlainField(from: number): number {
    const { text } = this;
    let start = from;
    if (this.runs) {
      while (start < this.textEnd && isBlank(text.charCodeAt(start))) start++;
      let end = start;
      while (end < this.textEnd && !isBlank(text.charCodeAt(end))) end++;
      if (end > start || this.cells.length === 0) this.cells.push(text.slice(start, end));
      return end;
    }
    let at = this.delimiterAt(from);
    while (this.dialect.backslash && at < this.textEnd && this.isEscaped(start, at)) at = this.delimiterAt(at + 1);
    const end = Math.min(at, this.textEnd);
    const cell = text.slice(start, at < this.textEnd ? fieldEnd(text, start, end, this.dialect) : end);
    if (!this.dialect.crEnds && this.crAt(start) < end) this.marks |= mark.loneCr;
    this.cells.push(this.dialect.backslash ? this.unescape(cell) : cell);
    return this.afterDelimiter(end);
  }

  /** Start of the field after a delimiter; textEnd when there is no delimiter; textEnd + 1 when the delimiter is the last character. */
  private afterDelimiter(at: number): number {
    if (at >= this.textEnd) return this.textEnd;
    let next = at + (this.runs ? 1 : this.delimiterSize);
    if (this.dialect.blankAfter && next < this.textEnd && this.text.charCodeAt(next) === BLANK) next++;
    return next >= this.textEnd ? this.textEnd + 1 : next;
  }

  /** Reads a quoted field; gives the next field's start, -1 when more text is needed, -2 when the quote never closes. */
  private readQuotedField(start: number, open: number): number {
    const { text } = this;
    let checked = false;
    let strays = 0;
    let from = open + 1;
    for (;;) {
      const at = text.indexOf(this.dialect.quote, from);
      const until = at === -1 ? text.length : at;
      const spansLines = until > this.textEnd && this.end <= until;
      if (!checked && spansLines && (at === -1 || this.marks & mark.stray || until - open > CHECK_RUNAWAY)) {
        checked = true;
        if (this.runaway(text, start, until)) return this.never(open);
      }
      if (at === -1) return this.final || text.length - open > LONGEST_QUOTED ? this.never(open) : -1;
      if (this.dialect.backslash && this.isEscaped(open + 1, at)) {
        from = at + 1;
        continue;
      }
      if (at + 1 >= text.length && !this.final) return -1;
      if (text.charCodeAt(at + 1) === this.quoteCode) {
        from = at + 2;
        if (from >= text.length && !this.final) return -1;
        if ((this.marks & mark.stray) === 0 || !this.isFieldEnd(from)) continue;
        return this.closeField(open, at + 1, from);
      }
      const next = this.closes(at);
      if (next === -1) return -1;
      if (next >= 0) return this.closeField(open, at, next);
      this.marks |= mark.stray;
      if (++strays > MOST_STRAYS && spansLines) return this.never(open);
      from = at + 1;
    }
  }

  /** Where the text goes on after a quote that closes; -1 when more text is needed, -2 when the quote does not close. */
  private closes(at: number): number {
    const { text } = this;
    let next = at + 1;
    for (; next < text.length; next++) {
      const code = text.charCodeAt(next);
      if (this.isDelimiter(next, code) || code === LF) break;
      if (code === CR) return this.closesAtCr(next);
      if (this.runs && code === TAB) break;
      if (!this.isPadding(code)) return -2;
    }
    if (next >= text.length && !this.final) return -1;
    return next;
  }

  private isFieldEnd(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return at >= this.text.length || this.isDelimiter(at, code) || code === LF || code === CR;
  }

  private isDelimiter(at: number, code: number): boolean {
    if (code !== this.delimiterCode) return false;
    return this.delimiterSize === 1 || this.text.startsWith(this.dialect.delimiter, at);
  }

  /** As `closes`, at a carriage return, which ends the line there whatever other lines end with. */
  private closesAtCr(at: number): number {
    return at + 1 >= this.text.length && !this.final ? -1 : at;
  }

  private closeField(open: number, close: number, next: number): number {
    const { text, dialect } = this;
    let value = text.slice(open + 1, close);
    if (value.includes(dialect.quote) || dialect.backslash) value = this.unescape(value);
    if (next > close + 1 && !this.runs) this.marks |= mark.padded;
    this.marks |= mark.quoted;
    this.cells.push(value);
    if (close > this.textEnd) {
      this.lines += this.countLines(open, close);
      this.marks &= ~(mark.crlf | mark.cr | mark.unended);
      if (!this.findLineEnd(close)) return -1;
    }
    if (!this.dialect.crEnds && text.charCodeAt(next) === CR && next < this.textEnd) this.endAtCr(next);
    return this.afterDelimiter(next);
  }

  private never(open: number): number {
    this.marks |= mark.unclosed;
    this.cells.push(this.text.slice(open, Math.min(this.text.length, open + 1000)));
    this.end = this.textEnd = this.text.length;
    return -2;
  }

  private countLines(from: number, to: number): number {
    const { text } = this;
    let count = 0;
    for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
    if (!this.dialect.crEnds) return count;
    for (let at = text.indexOf('\r', from); at !== -1 && at < to; at = text.indexOf('\r', at + 1)) {
      if (text.charCodeAt(at + 1) !== LF) count++;
    }
    return count;
  }

  private unescape(value: string): string {
    const { quote, backslash } = this.dialect;
    const single = quote === '' ? value : value.replaceAll(quote + quote, quote);
    return backslash ? single.replace(this.escapes, '$1') : single;
  }

  private isEscaped(from: number, at: number): boolean {
    let slashes = 0;
    for (let i = at - 1; i >= from && this.text.charCodeAt(i) === 92; i--) slashes++;
    return slashes % 2 === 1;
  }

  private isPadding(code: number): boolean {
    return code === BLANK || (code === TAB && this.delimiterCode !== TAB);
  }

  private onlyBlanksLeft(from: number): boolean {
    for (let at = from; at < this.textEnd; at++) if (!isBlank(this.text.charCodeAt(at))) return false;
    return true;
  }

  private quoteAt(from: number): number {
    if (this.quoteCode === -1) return NEVER;
    if (this.nextQuote < from) this.nextQuote = find(this.text, this.dialect.quote, from);
    return this.nextQuote;
  }

  private delimiterAt(from: number): number {
    if (this.nextDelimiter < from) this.nextDelimiter = find(this.text, this.dialect.delimiter, from);
    return this.nextDelimiter;
  }

  private backslashAt(from: number): number {
    if (this.nextBackslash < from) this.nextBackslash = find(this.text, '\\', from);
    return this.nextBackslash;
  }
}

function literal(character: string): string {
  return character.replace(/[\]^-]/, '\\$&');
}

function isBlank(code: number): boolean {
  return code === BLANK || code === TAB;
}
