import type { CountedCode } from './account';
import { ASIDE, WarningLog, book, emptyAccount, linesAbove } from './account';
import type { QuoteFault, Row, Sink } from './feed';
import { isComment, isRuler } from './layout';
import { Oddities } from './oddity';
import { contentSpan, isRemark, lacksFilled, parts, secondTable, settleLast } from './pending';
import type { LastFate, WaitReason, Waiting } from './pending';
import { readOtherwise } from './other-dialect';
import type { Plan } from './plan';
import { countFilled, fitOf } from './profile';
import { mark, mixesLineEnds } from './lines';
import { isTotalsRow, mayBeLabel } from './totals';
import type { SetAside, SetAsideReason } from './types';

/** Takes the rows of the table and the lines kept out of it. */
export interface Output {
  /** `plain` says that no cell holds a quote mark. */
  row(cells: string[], line: number, plain: boolean): void;
  setAside(line: SetAside): void;
  /** Blank lines, from one on. */
  blank?(line: number, lines: number): void;
  /** True when no more rows are wanted. */
  full(): boolean;
}

const MOST_WAITING = 200;
const MOST_BLANK = 1_000_000;
const LONG_RECORD = 2_000_000;
const LONGEST_MENDED = 100_000;

/** Decides of each record what it is, keeps the account of lines, and passes rows on. */
export class Classifier implements Sink {
  readonly lines = emptyAccount();
  readonly log: WarningLog;
  rows = 0;
  setAsideCount = 0;

  /** Line ends by kind. */
  readonly ends = { lf: 0, crlf: 0, cr: 0 };
  /** True once something was met that a strict reader may read otherwise, though nothing is wrong with it. */
  loose = false;

  /** Called when the end is reached, before what waits is settled. */
  beforeEnd: () => void = () => undefined;

  private headersLeft: number;
  private waiting: Waiting[] = [];
  private waitingFilled = 0;
  /** Width of a second table that the lines now belong to; 0 outside one. */
  private second = 0;
  private readonly width: number;
  private readonly odd: Oddities;
  /** Lines above the records that only their transcript has. */
  private readonly above: number;

  constructor(
    private readonly plan: Plan,
    private readonly output: Output,
  ) {
    const { layout } = plan;
    this.odd = new Oddities(plan);
    this.above = linesAbove(plan.options);
    this.log = new WarningLog(this.above);
    this.width = layout.width;
    this.headersLeft = layout.headerLine === 0 ? 0 : 1 + layout.furtherHeaders;
  }

  skipped(row: Row): void {
    this.countEnd(row.marks);
    if (row.marks & (mark.badBytes | mark.nul)) this.noteContent(row);
    const text = row.raw();
    const { quote } = this.plan.dialect;
    if (quote !== '' && text.includes(quote)) this.loose = true;
    if (text.trim() === '') this.blank(row.line, row.lines);
    else if (text.startsWith('#')) {
      book(this.lines, 'comment', row.lines);
      this.log.note('comment_lines', row.line);
    } else book(this.lines, 'title', row.lines);
  }

  record(row: Row): boolean {
    this.countEnd(row.marks);
    if (row.lines > 1 && mixesLineEnds(row.raw())) this.loose = true;
    if (row.marks & mark.pageBreak) this.notePageBreak(row);
    if (row.marks & (mark.badBytes | mark.nul) || row.length > LONG_RECORD) this.noteContent(row);
    if (this.headersLeft > 0 && countFilled(row.cells) > 0) {
      this.headersLeft--;
      if (row.fault !== 'none')
        this.log.note(row.fault.endsWith('stray') ? 'stray_quotes' : 'unclosed_quotes', row.line);
      book(this.lines, 'header', row.lines);
      return false;
    }
    if (this.plan.dialect.quote === '' && isQuotedWhole(row.raw())) this.log.note('stray_quotes', row.line);
    if (row.cells.length !== this.width || row.fault !== 'none') this.readOtherwise(row);
    if (row.fault !== 'none' && !this.acceptFault(row, row.fault)) return this.output.full();
    if (row.cells.length === this.width) this.fullRow(row, row.cells);
    else if (row.cells.length < this.width) this.shortRow(row);
    else this.longRow(row);
    return this.output.full();
  }

  /** Settles what still waits; call once, after the last record or where reading stops before it. */
  finish(atEnd: boolean): void {
    if (atEnd) this.beforeEnd();
    if (!atEnd) {
      this.flush();
      return;
    }
    const fates = settleLast(this.waiting, this.plan.profile, this.rows > 0);
    const { waiting } = this;
    this.waiting = [];
    for (const [i, entry] of waiting.entries()) this.settle(entry, fates[i] ?? 'as_before_a_row');
  }

  private countEnd(marks: number): void {
    if (marks & mark.crlf) this.ends.crlf++;
    else if (marks & mark.cr) this.ends.cr++;
    else if (!(marks & mark.unended)) this.ends.lf++;
    if (marks & (mark.padded | mark.loneCr)) this.loose = true;
  }

  private notePageBreak({ line }: Row): void {
    this.loose = true;
    this.log.note('page_breaks', line);
  }

  private noteContent(row: Row): void {
    if (row.marks & mark.badBytes) this.log.note('bad_bytes', row.line);
    if (row.marks & mark.nul) this.log.note('nul_bytes', row.line);
    if (row.length > LONG_RECORD) this.log.note('long_record', row.line);
  }

  /** Mends a row that is whole in another dialect. */
  private readOtherwise(row: Row): void {
    if (row.fault === 'stray' || row.lines > 1 || row.length > LONGEST_MENDED) return;
    const cells = readOtherwise(row.raw(), this.plan.dialect, this.plan.profile);
    if (cells === null) return;
    row.cells = cells;
    row.fault = 'none';
    this.log.note('other_dialect', row.line);
  }

  /** Notes a fault of quoting; false when the record was set aside for it. */
  private acceptFault(row: Row, fault: QuoteFault): boolean {
    const unclosed = fault === 'unclosed' || fault === 'lost_unclosed';
    const lost = fault === 'lost_unclosed' || fault === 'lost_stray' || row.cells.length !== this.width;
    if (lost) {
      this.flush();
      this.aside(row.line, row.lines, unclosed ? 'unclosed_quote' : 'stray_quote', row.raw());
      return false;
    }
    this.log.note(unclosed ? 'unclosed_quotes' : 'stray_quotes', row.line);
    return true;
  }

  private fullRow(row: Row, cells: string[]): void {
    if (isRuler(cells)) {
      book(this.lines, 'comment', row.lines);
      this.log.note('comment_lines', row.line);
      return;
    }
    if (this.odd.isHeaderAgain(cells)) {
      this.flush();
      this.second = 0;
      book(this.lines, 'header', row.lines);
      this.log.note('repeated_header', row.line);
      return;
    }
    if (this.second === this.width || (this.second > 0 && contentSpan(cells) <= this.second)) {
      this.aside(row.line, row.lines, 'second_table', row.raw());
      return;
    }
    this.second = 0;
    const reason = this.odd.waitReason(cells, (row.marks & mark.quoted) !== 0);
    if (reason !== null) {
      this.wait(row, cells, reason);
      return;
    }
    if (this.mayBelongApart() && this.odd.isNarrow(cells)) {
      this.loose = true;
      this.wait(row, cells, 'narrow');
      return;
    }
    const apart = parts(this.waiting.at(-1)) && this.plan.blanksPart;
    if (this.odd.isForeignHeader(cells, apart)) {
      this.flush();
      if (apart) this.second = this.width;
      this.aside(row.line, row.lines, 'looks_like_header', row.raw());
      return;
    }
    if (this.waiting.length > 0) this.flush();
    this.emit(cells, row.line, row.lines, (row.marks & mark.plain) !== 0);
  }

  /** True where a blank line stands above, or a row of what may be a narrower table below one. */
  private mayBelongApart(): boolean {
    const last = this.waiting.at(-1);
    return this.plan.blanksPart && (parts(last) || last?.reason === 'narrow' || last?.reason === 'sparse');
  }

  private shortRow(row: Row): void {
    const { cells } = row;
    const text = row.raw();
    if (isComment({ cells, text }, this.width)) {
      book(this.lines, 'comment', row.lines);
      this.log.note('comment_lines', row.line);
      return;
    }
    const filled = countFilled(cells);
    if (filled === 0) {
      this.wait(row, cells, cells.length === 1 ? 'blank' : 'empty');
      return;
    }
    if (isFill(text)) {
      this.loose = true;
      this.blank(row.line, row.lines);
      return;
    }
    if (this.second === cells.length) {
      this.aside(row.line, row.lines, 'second_table', text);
      return;
    }
    this.wait(
      row,
      cells,
      mayBeLabel(cells.find((cell) => cell.trim() !== '') ?? '') && isTotalsRow(cells) ? 'totals' : 'short',
    );
  }

  private longRow(row: Row): void {
    const { cells } = row;
    const extra = cells.slice(this.width);
    const usual = extra.length === this.plan.layout.usualExtra;
    if (extra.some((cell) => cell.trim() !== '') || (!usual && fitOf(cells, this.plan.profile).bad > 0)) {
      this.flush();
      this.aside(row.line, row.lines, 'too_many_fields', row.raw());
      return;
    }
    if (!usual) this.log.note('extra_empty_cells', row.line);
    this.fullRow(row, cells.slice(0, this.width));
  }

  private wait(row: Row, cells: string[], reason: WaitReason): void {
    const { line, lines, marks } = row;
    const last = this.waiting.at(-1);
    if (reason === 'empty' || (reason === 'blank' && (row.length > 0 || this.width === 1))) this.loose = true;
    if (reason === 'blank' && last?.reason === 'blank') {
      last.lines += lines;
      return;
    }
    this.waiting.push({ reason, cells, line, lines, marks, filled: countFilled(cells), text: row.raw() });
    if (reason !== 'blank' && reason !== 'empty') this.waitingFilled++;
    if (this.waitingFilled >= MOST_WAITING || this.waiting.length >= MOST_BLANK) this.flush(true);
  }

  /** Settles what waits, now that a row follows; `overfull` says that none did yet. */
  private flush(overfull = false): void {
    if (this.waiting.length === 0) return;
    const { waiting } = this;
    this.waiting = [];
    this.waitingFilled = 0;
    const second = this.plan.blanksPart ? secondTable(waiting, this.plan.profile) : new Set<number>();
    for (const [i, entry] of waiting.entries()) this.settle(entry, second.has(i) ? 'second_table' : 'as_before_a_row');
    if (overfull && second.has(waiting.length - 1)) this.second = secondWidth(waiting, second);
  }

  private settle(entry: Waiting, fate: LastFate): void {
    const { line, lines, text } = entry;
    if (fate === 'as_before_a_row') this.settleBeforeRow(entry);
    else if (fate === 'blank') this.bookBlank(entry);
    else if (fate === 'footer' || fate === 'totals') {
      book(this.lines, 'footer', lines);
      this.log.note(fate, line);
    } else this.aside(line, lines, fate === 'nameless' ? 'looks_like_totals' : fate, text);
  }

  private blank(line: number, lines: number): void {
    book(this.lines, 'blank', lines);
    this.output.blank?.(line - this.above, lines);
  }

  private bookBlank({ reason, line, lines }: Waiting): void {
    this.blank(line, lines);
    if (reason === 'empty') this.log.note('empty_rows', line);
  }

  private settleBeforeRow(entry: Waiting): void {
    const { reason, cells, line, lines, text } = entry;
    const { profile } = this.plan;
    const { bad } = fitOf(cells, profile);
    if (reason === 'blank') {
      this.blank(line, lines);
      if (this.width === 1 && this.rows > 0) this.log.note('blank_lines', line);
    } else if (reason === 'empty') this.bookBlank(entry);
    else if (reason === 'nameless' || reason === 'narrow') {
      if (cells.length < this.width) this.log.note('short_rows', line);
      this.emit(this.padded(cells), line, lines);
    } else if (reason === 'totals') {
      if (this.width > 3 && (lacksFilled(entry, profile) || cells.length < this.width))
        this.aside(line, lines, 'subtotal', text);
      else this.keep('possible_totals', cells, line, lines);
    } else if (reason === 'sparse') {
      if (bad > 0) this.aside(line, lines, 'stray_text', text);
      else this.keep('sparse_rows', cells, line, lines);
    } else if (bad > 0 || isRemark(entry, profile)) {
      this.aside(line, lines, entry.filled > 1 ? 'too_few_fields' : 'stray_text', text);
    } else this.keep('short_rows', cells, line, lines);
  }

  private keep(code: CountedCode, cells: string[], line: number, lines: number): void {
    this.log.note(code, line);
    this.emit(this.padded(cells), line, lines);
  }

  private padded(cells: string[]): string[] {
    return cells.length === this.width
      ? cells
      : [...cells, ...Array.from({ length: this.width - cells.length }, () => '')];
  }

  private emit(cells: string[], line: number, lines: number, plain = false): void {
    book(this.lines, 'data', lines);
    this.rows++;
    this.output.row(cells, line - this.above, plain);
  }

  private aside(line: number, lines: number, reason: SetAsideReason, text: string): void {
    book(this.lines, 'set_aside', lines);
    this.setAsideCount++;
    this.log.note(ASIDE[reason], line);
    this.output.setAside({ line: line - this.above, reason, text });
  }
}

/** Number of columns of the second table that waits: those of its widest row. */
function secondWidth(waiting: readonly Waiting[], second: ReadonlySet<number>): number {
  return Math.max(...waiting.map(({ cells }, i) => (second.has(i) ? contentSpan(cells) : 0)));
}

/** True for what old systems write after the end of a text, and what fills up a file that was not written to its end. */
function isFill(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first === 0 || first === 0x1a) && /^[\0\x1a]+$/.test(text);
}

function isQuotedWhole(line: string): boolean {
  return line.length > 2 && line.startsWith('"') && line.endsWith('"');
}
