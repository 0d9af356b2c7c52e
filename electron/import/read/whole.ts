import { isUtf8 } from 'node:buffer';
import { mixesLineEnds } from './lines';
import { judgeFile } from './judge';
import { Oddities } from './oddity';
import type { Plan } from './plan';
import { isLetterCode } from './profile';
import { chunksOf } from './source';
import { splitLine } from './split-line';
import { swallowsRecords } from './swallow';
import { mayBeLabelBytes } from './totals';
import type { Judgement, ReadControl, ReadOptions, Transcript, WholeCheck } from './types';

const LONGEST = 1_900_000;
const LF = 10;
const CR = 13;
const FF = 12;

/**
 * Looks at every byte of a judged file: `clean` says that a strict reader told encoding, delimiter, quote and header line
 * reads exactly the records that this one would. Stops at the first fault. Throws UserError.
 */
export async function checkWhole(
  path: string,
  judgement: Judgement,
  control: ReadControl = {},
  transcript?: Transcript,
): Promise<WholeCheck> {
  const { plan } = await judgeFile(path, { ...optionsOf(judgement), ...(transcript ? { transcript } : {}) });
  const refused = judgement.clean ? dialectFault(plan) : 'judged';
  if (refused !== null) {
    const line = judgement.warnings[0]?.line ?? 1;
    return {
      clean: false,
      records: 0,
      lines: 0,
      oneLineEach: false,
      longestRecord: 0,
      fault: { reason: refused, line },
    };
  }
  const scan = new ByteScan(plan);
  for await (const chunk of chunksOf(plan.source, control)) {
    scan.write(chunk);
    if (scan.fault !== null) break;
  }
  if (scan.fault === null) scan.finish();
  const { fault, records, line, oneLineEach, longestRecord } = scan;
  return { clean: fault === null, records, lines: line - 1, oneLineEach, longestRecord, fault };
}

function optionsOf({ encoding, delimiter, quote, headerLine, skipLines }: Judgement): ReadOptions {
  return {
    encoding,
    delimiter,
    quote: quote === '' ? null : quote,
    headerLine,
    ...(headerLine === 0 ? { skip: skipLines.length } : {}),
  };
}

function dialectFault({ judgement, dialect, layout, source }: Plan): string | null {
  if (source.packed !== 'plain') return 'packed';
  if (judgement.encoding !== 'utf-8') return 'encoding';
  if (judgement.newline !== 'lf' && judgement.newline !== 'crlf') return 'newline';
  const ascii = dialect.delimiter.length === 1 && dialect.delimiter.charCodeAt(0) < 0x80 && dialect.delimiter !== ' ';
  if (!ascii || dialect.blankAfter || dialect.backslash) return 'dialect';
  if (layout.headerLine > 0 && layout.rawHeader.length !== layout.width) return 'header';
  return layout.furtherHeaders > 0 || layout.usualExtra > 0 ? 'header' : null;
}

/** Reads records as bytes, counting fields and lines; anything out of the ordinary is the fault that ends it. */
class ByteScan {
  records = 0;
  /** Physical line of the next record, from 1. */
  line = 1;
  oneLineEach = true;
  longestRecord = 0;
  fault: { reason: string; line: number } | null = null;

  private rest: Buffer = Buffer.alloc(0);
  private readonly delimiter: number;
  /** The quote mark; -1 when nothing is quoted. */
  private readonly quote: number;
  /** The highest byte that is more than text. */
  private readonly highest: number;
  /** Fields whose content decides whether a row is looked at closely. */
  private readonly watched: Uint8Array;
  private readonly odd: Oddities;
  private readonly width: number;
  private readonly crlf: boolean;
  private skip: number;
  private headers: number;
  private blankBefore = false;
  private started = false;
  /** True when the current record holds a line break. */
  private several = false;
  /** True when the current record needs a closer look. */
  private look = false;
  private readonly headerStart: number;

  constructor(private readonly plan: Plan) {
    const { dialect, layout, profile, judgement } = plan;
    this.delimiter = dialect.delimiter.charCodeAt(0);
    this.quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
    this.highest = Math.max(this.delimiter, this.quote, CR);
    this.odd = new Oddities(plan);
    this.width = layout.width;
    this.watched = new Uint8Array(this.width);
    for (const field of [0, 1, profile.anchor, this.odd.sentinel]) if (field >= 0) this.watched[field] = 1;
    this.crlf = judgement.newline === 'crlf';
    this.skip = layout.skip;
    this.headers = layout.headerLine > 0 ? 1 : 0;
    this.headerStart = Buffer.from(layout.rawHeader[0] ?? '')[0] ?? -1;
  }

  write(chunk: Buffer): void {
    let bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    if (!this.started) {
      this.started = true;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    const used = this.scan(bytes, false);
    this.rest = Buffer.from(bytes.subarray(used));
    if (this.rest.length > LONGEST) this.fail('long_record');
  }

  finish(): void {
    if (this.rest.length > 0) this.scan(this.rest, true);
  }

  private fail(reason: string): void {
    this.fault ??= { reason, line: this.line };
  }

  /** Reads the whole records in some bytes and gives the number of bytes used. */
  private scan(bytes: Buffer, final: boolean): number {
    let start = 0;
    while (start < bytes.length && this.skip > 0) {
      const end = this.skipLine(bytes, start, final);
      if (end === -1) break;
      start = end;
    }
    if (this.skip === 0) start = this.readRecords(bytes, start, final);
    if (start > 0) this.checkText(bytes.subarray(0, start));
    return start;
  }

  private checkText(bytes: Buffer): void {
    if (!isUtf8(bytes)) this.fail('encoding');
    else if (bytes.indexOf(0) !== -1) this.fail('nul');
  }

  /** Passes over a line above the header; gives the place after it, -1 when it is not all there. */
  private skipLine(bytes: Buffer, start: number, final: boolean): number {
    const lf = bytes.indexOf(LF, start);
    if (lf === -1 && !final) return -1;
    this.skip--;
    this.line++;
    return lf === -1 ? bytes.length : lf + 1;
  }

  /** Reads records from a place on; gives the place after the last whole one. */
  private readRecords(bytes: Buffer, from: number, final: boolean): number {
    const { watched, delimiter, quote, highest } = this;
    const size = bytes.length;
    let start = from;
    let field = 0;
    let fieldStart = from;
    this.look = this.several = false;
    for (let at = from; at < size; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > highest) continue;
      if (byte === delimiter) {
        if (watched[field] === 1) this.watch(bytes, field, fieldStart, at);
        field++;
        fieldStart = at + 1;
      } else if (byte === LF) {
        this.endRecord(bytes, start, at, field, fieldStart);
        if (this.fault !== null) return start;
        start = fieldStart = at + 1;
        field = 0;
        this.look = this.several = false;
      } else if (byte === quote) {
        if (at === fieldStart) at = this.closingQuote(bytes, at);
        else if (onlyBlanks(bytes, fieldStart, at)) this.fail('quote');
        if (at === size && final) this.fail('quote');
      } else if (byte === CR && bytes[at + 1] !== LF) {
        if (at + 1 < size || final) this.fail('newline');
        return start;
      }
    }
    if (!final || start >= size || this.fault !== null) return start;
    this.endRecord(bytes, start, size, field, fieldStart);
    return size;
  }

  /** Takes the record that ends at a place, its line end left out. */
  private endRecord(bytes: Buffer, start: number, at: number, field: number, fieldStart: number): void {
    const returned = at > start && bytes[at - 1] === CR;
    if (at < bytes.length && returned !== this.crlf) this.fail('newline');
    const end = returned ? at - 1 : at;
    if (this.watched[field] === 1) this.watch(bytes, field, fieldStart, end);
    if (this.headers > 0 && end > start) this.takeHeader(bytes, start, end);
    else if (end === start) this.takeBlank();
    else this.take(bytes, start, end, field + 1);
  }

  private takeHeader(bytes: Buffer, start: number, end: number): void {
    this.headers--;
    const breaks = countLf(bytes.subarray(start, end), 0);
    if (breaks > 0) this.oneLineEach = false;
    this.line += 1 + breaks;
  }

  /** Place of the quote that closes a field, so that a delimiter or line end follows; the end of the bytes when it is not there. */
  private closingQuote(bytes: Buffer, open: number): number {
    const quote = bytes[open] ?? 0;
    for (let at = open + 1; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === LF) this.several = true;
      else if (byte === CR && bytes[at + 1] !== LF && at + 1 < bytes.length) this.fail('newline');
      if (byte !== quote) continue;
      if (bytes[at + 1] === quote) {
        at++;
        continue;
      }
      if (at + 1 >= bytes.length) return at;
      const next = bytes[at + 1];
      if (next !== this.delimiter && next !== LF && next !== CR) this.fail('quote');
      return at;
    }
    return bytes.length;
  }

  /** Looks at a field whose content may make its row more than ordinary data. */
  private watch(bytes: Buffer, field: number, from: number, to: number): void {
    if (to === from) {
      this.look = true;
      return;
    }
    const first = bytes[from] ?? 0;
    if (field === 0 && first === FF) this.fail('page_break');
    if (field === 0 && this.opensOddly(bytes, from, first)) this.look = true;
    if (field === this.odd.sentinel && isLetterCode(first)) this.look = true;
  }

  private opensOddly(bytes: Buffer, from: number, first: number): boolean {
    if (first === this.headerStart || first === 0xef) return true;
    if (first >= 0x30 && first <= 0x39) return false;
    const at = first === this.quote ? from + 1 : from;
    return mayBeLabelBytes(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
  }

  private takeBlank(): void {
    if (this.width === 1) this.fail('blank_line');
    this.blankBefore = true;
    this.line++;
  }

  private take(bytes: Buffer, start: number, end: number, fields: number): void {
    const length = end - start;
    if (length > this.longestRecord) this.longestRecord = length;
    if (length > LONGEST) this.fail('long_record');
    if (fields !== this.width) this.fail('fields');
    if (this.look || this.several || this.blankBefore) this.takeOdd(bytes, start, end);
    this.records++;
    this.line++;
  }

  private takeOdd(bytes: Buffer, start: number, end: number): void {
    const { several } = this;
    const apart = this.blankBefore && this.plan.blanksPart;
    if (this.blankBefore || several) this.oneLineEach = false;
    if (this.fault === null && (this.look || apart || several))
      this.lookAt(bytes.toString('utf8', start, end), apart, several);
    this.blankBefore = false;
    if (several) this.line += countLf(bytes.subarray(start, end), 0);
  }

  /** A slow look at a record that may not be ordinary data. */
  private lookAt(text: string, apart: boolean, several: boolean): void {
    const { plan, odd } = this;
    if (several && mixesLineEnds(text)) this.fail('newline');
    if (several && swallowsRecords(text, plan.dialect, plan.profile)) this.fail('quote');
    const { cells } = splitLine(text, plan.dialect);
    if (odd.isHeaderAgain(cells)) this.fail('repeated_header');
    else if (odd.waitReason(cells, false) !== null) this.fail('odd_row');
    else if (odd.isForeignHeader(cells, apart) || (apart && odd.isNarrow(cells))) this.fail('second_table');
  }
}

function onlyBlanks(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== 0x20 && bytes[at] !== 9) return false;
  return true;
}

function countLf(bytes: Buffer, from: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LF, from); at !== -1; at = bytes.indexOf(LF, at + 1)) count++;
  return count;
}
