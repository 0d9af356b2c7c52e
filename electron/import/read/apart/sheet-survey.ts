import type { MergedRange, SheetFacts } from './sheet-reader';

const mostMerges = 100_000;
const mostCarried = 4 * 1024 * 1024;
const longestStart = 16;
/** How cells begin that hold anything. */
const contents = ['<v>', '<v ', '<is>', '<f>', '<f ', ':v>', ':v ', ':is>', ':f>', ':f '];
/** How formulas and merged cells begin. */
const odd = ['<f>', '<f ', '<f/', ':f>', ':f ', ':f/', 'mergeCell'];
const formula = /<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(<(?:\w+:)?v[\s>])?/g;
const merged = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g;

/** Gathers from a sheet's own text what its rows do not tell: merged cells, and formulas without their value. */
export class SheetSurvey {
  private formulas = 0;
  private unvalued = 0;
  private filled = false;
  /** True once anything was met that is to be looked at letter by letter. */
  private worthALook = false;
  private tail: Buffer = Buffer.alloc(0);
  private carry = '';
  private readonly merges: MergedRange[] = [];

  /** Takes a further piece of the sheet's XML. */
  add(chunk: Buffer): void {
    if (this.worthALook) return this.addText(chunk);
    const bytes = this.tail.length === 0 ? chunk : Buffer.concat([this.tail, chunk]);
    this.filled ||= contents.some((start) => bytes.includes(start));
    this.worthALook = odd.some((start) => bytes.includes(start));
    if (this.worthALook) this.addText(bytes);
    else this.tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - longestStart)));
  }

  private addText(bytes: Buffer): void {
    const text = this.carry + bytes.toString('latin1');
    const end = text.includes('mergeCell') ? text.lastIndexOf('/>') + 2 : text.lastIndexOf('</c>') + 4;
    const cut = end < 4 ? 0 : end;
    this.look(text.slice(0, cut));
    this.carry = text.slice(Math.max(cut, text.length - mostCarried));
  }

  /** What was found, now that the sheet has ended. */
  finish(is1904: boolean): SheetFacts & { readonly filled: boolean } {
    this.look(this.carry);
    const { merges, formulas, unvalued, filled } = this;
    return { merges, formulas, unvalued, is1904, filled };
  }

  private look(text: string): void {
    for (const [, value] of text.matchAll(formula)) {
      this.formulas++;
      if (value === undefined) this.unvalued++;
    }
    if (!text.includes('mergeCell')) return;
    for (const [, column = '', first = '', last = ''] of text.matchAll(merged)) {
      if (this.merges.length >= mostMerges) return;
      this.merges.push({ firstRow: Number(first), lastRow: Number(last), firstColumn: columnNumber(column) });
    }
  }
}

/** Number of a column from its letters: A is 1, AA is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
