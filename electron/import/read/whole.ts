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
import type { Judgement, ReadControl, ReadOptions, WholeCheck } from './types';

const LONGEST = 1_900_000;
const LF = 10;
const CR = 13;
const PLAIN = 0;
const DELIMITER = 1;
const LINE_END = 2;
const RETURN = 3;
const QUOTE = 4;

/**
 * Looks at every byte of a judged file: `clean` says that a strict reader told encoding, delimiter, quote and header line
 * reads exactly the records that this one would. Stops at the first fault. Throws UserError.
 */
export async function checkWhole(path: string, judgement: Judgement, control: ReadControl = {}): Promise<WholeCheck> {
  const { plan } = await judgeFile(path, optionsOf(judgement));
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
  const ascii = dialect.delimiter.charCodeAt(0) < 0x80 && dialect.delimiter !== ' ';
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
  private readonly kinds = new Uint8Array(256);
  /** The highest byte that is more than text. */
  private readonly highest: number;
  /** Fields whose content decides whether a row is looked at closely. */
  private readonly watched: Uint8Array;
  private readonly odd: Oddities;
  private readonly width: number;
  private readonly anchor: number;
  private readonly crlf: boolean;
  private skip: number;
  private headers: number;
  private blankBefore = false;
  private started = false;
  /** True when the current record holds a line break. */
  private several = false;
  private readonly headerStart: number;

  constructor(private readonly plan: Plan) {
    const { dialect, layout, profile, judgement } = plan;
    this.kinds[LF] = LINE_END;
    this.kinds[CR] = RETURN;
    this.kinds[dialect.delimiter.charCodeAt(0)] = DELIMITER;
    if (dialect.quote !== '') this.kinds[dialect.quote.charCodeAt(0)] = QUOTE;
    this.odd = new Oddities(plan);
    this.width = layout.width;
    this.anchor = profile.anchor;
    this.highest = this.kinds.findLastIndex((kind) => kind !== PLAIN);
    this.watched = new Uint8Array(this.width);
    for (const field of [0, 1, this.anchor, this.odd.sentinel]) if (field >= 0) this.watched[field] = 1;
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
    while (start < bytes.length && this.fault === null) {
      const end = this.skip > 0 ? this.skipLine(bytes, start, final) : this.readRecord(bytes, start, final);
      if (end === -1) break;
      start = end;
    }
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

  /** Reads one record; gives the place after it, -1 when it is not all there. */
  private readRecord(bytes: Buffer, start: number, final: boolean): number {
    const { kinds, watched, highest } = this;
    const size = bytes.length;
    let fields = 1;
    let fieldStart = start;
    let look = false;
    this.several = false;
    let at = start;
    for (; at < size; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > highest) continue;
      const kind = kinds[byte];
      if (kind === PLAIN) continue;
      if (kind === DELIMITER) {
        if (watched[fields - 1] === 1 && this.isOddField(bytes, fields - 1, fieldStart, at)) look = true;
        fields++;
        fieldStart = at + 1;
      } else if (kind === QUOTE) {
        if (at !== fieldStart) {
          if (onlyBlanks(bytes, fieldStart, at)) this.fail('quote');
          continue;
        }
        at = this.closingQuote(bytes, at);
        if (at === -1) return this.unclosed(final);
      } else if (kind === LINE_END) break;
      else if (bytes[at + 1] !== LF) {
        if (at + 1 < size || final) this.fail('newline');
        return -1;
      }
    }
    if (at >= size && !final) return -1;
    const end = at > start && bytes[at - 1] === CR ? at - 1 : at;
    if (at < size && end < at !== this.crlf) this.fail('newline');
    if (watched[fields - 1] === 1 && this.isOddField(bytes, fields - 1, fieldStart, end)) look = true;
    if (this.headers > 0 && end > start) this.takeHeader(bytes, start, end);
    else this.take(bytes, start, end, fields, look);
    return at + 1;
  }

  private takeHeader(bytes: Buffer, start: number, end: number): void {
    this.headers--;
    this.line += 1 + countLf(bytes.subarray(start, end), 0);
  }

  private unclosed(final: boolean): number {
    if (final) this.fail('quote');
    return -1;
  }

  /** Place of the quote that closes a field, so that a delimiter or line end follows; -1 when it is not there. */
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
      const next = this.kinds[bytes[at + 1] ?? 0];
      if (next === PLAIN || next === QUOTE) this.fail('quote');
      return at;
    }
    return -1;
  }

  /** True when a field may make its row more than ordinary data. */
  private isOddField(bytes: Buffer, field: number, from: number, to: number): boolean {
    if (to === from) return field === 0 || field === this.anchor || field === 1;
    if (field === 0) {
      const first = bytes[from] ?? 0;
      if (first === this.headerStart || first === 0xef) return true;
      const at = this.kinds[first] === QUOTE ? from + 1 : from;
      if (mayBeLabelBytes(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0)) return true;
    }
    return field === this.odd.sentinel && isLetterCode(bytes[from] ?? 0);
  }

  private take(bytes: Buffer, start: number, end: number, fields: number, look: boolean): void {
    const length = end - start;
    if (length === 0) {
      if (this.width === 1) this.fail('blank_line');
      this.blankBefore = true;
      this.line++;
      return;
    }
    if (length > this.longestRecord) this.longestRecord = length;
    if (length > LONGEST) this.fail('long_record');
    if (fields !== this.width) this.fail('fields');
    const apart = this.blankBefore && this.plan.blanksPart;
    if (this.blankBefore) this.oneLineEach = false;
    const { several } = this;
    if ((look || apart || several) && this.fault === null)
      this.lookAt(bytes.toString('utf8', start, end), apart, several);
    this.blankBefore = false;
    this.records++;
    this.line += 1 + (several ? countLf(bytes.subarray(start, end), 0) : 0);
    if (several) this.oneLineEach = false;
  }

  /** A slow look at a record that may not be ordinary data. */
  private lookAt(text: string, apart: boolean, several: boolean): void {
    const { plan, odd } = this;
    if (several && mixesLineEnds(text)) this.fail('newline');
    if (several && swallowsRecords(text, plan.dialect, plan.profile)) this.fail('quote');
    const { cells } = splitLine(text, plan.dialect);
    if (odd.isHeaderAgain(cells)) this.fail('repeated_header');
    else if (odd.waitReason(cells, false) !== null) this.fail('odd_row');
    else if (odd.isForeignHeader(cells, apart)) this.fail('second_table');
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
