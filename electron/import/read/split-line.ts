import { fieldEnd } from './lines';
import type { Dialect } from './lines';

/** The cells of one physical line taken by itself, and whether its quotes were in order. */
interface SplitLine {
  cells: string[];
  tidy: boolean;
}

/** How broken quoting is taken. */
export interface Leniency {
  /** A quote followed by further text ends the quoting: the field runs on to the next delimiter, marks kept. */
  strayEnds?: boolean;
  /** Two quotes before a delimiter are one of text and the closing one. */
  pairCloses?: boolean;
  /** Place of an opening quote that is text. */
  literalAt?: number;
}

/** Splits one physical line by itself: a quoted field that does not close within the line stands as written. */
export function splitLine(line: string, dialect: Dialect, leniency: Leniency = {}): SplitLine {
  if (dialect.delimiter === ' ') return { cells: line.trim().split(/[ \t]+/), tidy: true };
  const cells: string[] = [];
  let tidy = true;
  let at = 0;
  for (;;) {
    const field = quotedField(line, at, dialect, leniency) ?? plainField(line, at, dialect);
    cells.push(field.value);
    tidy &&= field.tidy;
    if (field.end >= line.length) return { cells, tidy };
    at = field.end + dialect.delimiter.length;
    if (dialect.blankAfter && line.charAt(at) === ' ') at++;
  }
}

/** Places of the quotes that open a field, as far as delimiters tell. */
export function openingQuotes(line: string, { delimiter, quote }: Dialect): number[] {
  const places: number[] = [];
  for (let at = line.indexOf(quote); at !== -1 && places.length < 20; at = line.indexOf(quote, at + 1)) {
    if (at === 0 || line.endsWith(delimiter, at)) places.push(at);
  }
  return places;
}

interface Field {
  value: string;
  /** Place of the delimiter after the field, or the line's length. */
  end: number;
  tidy: boolean;
}

function plainField(line: string, start: number, dialect: Dialect): Field {
  const { delimiter, quote } = dialect;
  const at = line.indexOf(delimiter, start);
  const end = at === -1 ? line.length : at;
  const value = line.slice(start, at === -1 ? end : fieldEnd(line, start, at, dialect));
  return { value, end, tidy: quote === '' || !value.startsWith(quote) };
}

function quotedField(line: string, start: number, dialect: Dialect, leniency: Leniency): Field | null {
  const { quote, delimiter } = dialect;
  if (quote === '') return null;
  let open = start;
  if (dialect.blankBeforeQuote) while (line.charAt(open) === ' ') open++;
  if (line.charAt(open) !== quote || open === leniency.literalAt) return null;
  let tidy = true;
  for (let at = line.indexOf(quote, open + 1); at !== -1; at = line.indexOf(quote, at + 1)) {
    if (dialect.backslash && escaped(line, open, at)) continue;
    if (line.charAt(at + 1) === quote) {
      const last = at + 2 >= line.length || line.startsWith(delimiter, at + 2);
      at++;
      if (!last || !(leniency.pairCloses ?? false)) continue;
      return { value: unquote(line.slice(open + 1, at), dialect), end: at + 1, tidy: false };
    }
    let after = at + 1;
    while (line.charAt(after) === ' ' && delimiter !== ' ') after++;
    if (after >= line.length || line.startsWith(delimiter, after)) {
      return { value: unquote(line.slice(open + 1, at), dialect), end: after, tidy };
    }
    tidy = false;
    if (leniency.strayEnds ?? false) return runsOn(line, open, at, dialect);
  }
  return null;
}

function runsOn(line: string, open: number, from: number, { delimiter }: Dialect): Field {
  const at = line.indexOf(delimiter, from);
  const end = at === -1 ? line.length : at;
  return { value: line.slice(open, end), end, tidy: false };
}

function unquote(value: string, { quote, backslash }: Dialect): string {
  const single = value.replaceAll(quote + quote, quote);
  return backslash ? single.replace(/\\([\\"'])/g, '$1') : single;
}

function escaped(line: string, open: number, at: number): boolean {
  let slashes = 0;
  for (let i = at - 1; i > open && line.charAt(i) === '\\'; i--) slashes++;
  return slashes % 2 === 1;
}
