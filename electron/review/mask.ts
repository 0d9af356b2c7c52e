/** Pseudonyms in place of names: in cells that are a name, and wherever a name stands in a text. */
import { takeRows } from '../analytics/groups';
import { escaped } from './svg';
import type { Table } from '../model/table';
import { columnOf, textsOf, withColumns } from '../model/table';
import type { Picture, Point, ReviewContent, SlideContent, Twin } from './content/content';

/** Whose names are replaced. */
export interface MaskWish {
  readonly customers: boolean;
  readonly reps: boolean;
}

/** Everything one customer or person is called by, and what they are called instead. */
export interface Masked {
  readonly names: readonly string[];
  readonly pseudonym: string;
}

export interface Mask {
  /** A cell: replaced where it is a name or an id as a whole, else as a text. */
  readonly cell: (text: string) => string;
  /** A text with every name in it replaced, whatever its case. Numbers stay, though an id may be one. */
  readonly text: (text: string) => string;
}

interface Known extends Masked {
  readonly name: string;
}

const word = /[\p{L}\p{N}]+/gu;

/** A mask of these names. A name that two bear gets the first one's pseudonym. */
export function maskOf(all: readonly Masked[]): Mask {
  const whole = new Map<string, string>();
  const byStart = new Map<string, Known[]>();
  for (const each of all)
    for (const name of each.names.map((text) => text.trim()).filter(Boolean)) {
      const plain = lower(name);
      if (!whole.has(plain)) whole.set(plain, each.pseudonym);
      const start = startOf(plain);
      if (start === null || !/\p{L}/u.test(name)) continue;
      byStart.set(start, [...(byStart.get(start) ?? []), { ...each, name: plain }]);
    }
  for (const known of byStart.values()) known.sort((a, b) => b.name.length - a.name.length);
  const text = (given: string): string => replaced(given, byStart);
  return { text, cell: (given) => whole.get(lower(given.trim())) ?? text(given) };
}

// Letter by letter, so that every letter keeps its place: the small form of a few is two letters.
function lower(text: string): string {
  const plain = text.toLowerCase();
  return plain.length === text.length
    ? plain
    : text.replace(/[^]/g, (letter) => (letter.toLowerCase().length === 1 ? letter.toLowerCase() : letter));
}

// The first two words of a name, or its only one: few names share them.
function startOf(name: string): string | null {
  const [first, second] = name.match(word) ?? [];
  return first === undefined ? null : second === undefined ? first : `${first} ${second}`;
}

function replaced(text: string, byStart: ReadonlyMap<string, readonly Known[]>): string {
  if (byStart.size === 0) return text;
  const plain = lower(text);
  const starts = [...plain.matchAll(word)];
  let out = '';
  let done = 0;
  starts.forEach(({ 0: first, index }, i) => {
    if (index < done) return;
    const second = starts[i + 1]?.[0];
    const known = [
      ...(second === undefined ? [] : (byStart.get(`${first} ${second}`) ?? [])),
      ...(byStart.get(first) ?? []),
    ];
    for (const { name, pseudonym } of known) {
      const from = index - leading(name);
      if (from < done || !plain.startsWith(name, from) || /[\p{L}\p{N}]/u.test(plain[from + name.length] ?? ''))
        continue;
      out += text.slice(done, from) + pseudonym;
      done = from + name.length;
      break;
    }
  });
  return out + text.slice(done);
}

// Letters of a name before its first word: a bracket, a quote.
function leading(name: string): number {
  return Math.max(0, name.search(/[\p{L}\p{N}]/u));
}

/** The review with pseudonyms in every text, table and drawing. */
export function maskedReview(review: ReviewContent, mask: Mask): ReviewContent {
  const { text } = mask;
  return {
    ...review,
    title: text(review.title),
    owner: text(review.owner),
    slides: review.slides.map((slide) => maskedSlide(slide, mask)),
    leftOut: review.leftOut.map(({ id, title, reason }) => ({ id, title: text(title), reason: text(reason) })),
  };
}

function maskedSlide(slide: SlideContent, mask: Mask): SlideContent {
  const { text } = mask;
  return {
    ...slide,
    headline: text(slide.headline),
    supported: text(slide.supported),
    findings: slide.findings.map((finding) => ({ ...finding, claim: text(finding.claim) })),
    shown: text(slide.shown),
    picture: maskedPicture(slide.picture, mask),
    alt: text(slide.alt),
    notes: slide.notes.map(({ head, lines }) => ({ head: text(head), lines: lines.map(text) })),
    speech: text(slide.speech),
    footer: text(slide.footer),
    twin: slide.twin && maskedTwin(slide.twin, mask),
  };
}

function maskedPicture(picture: Picture, { cell, text }: Mask): Picture {
  const point = (each: Point): Point => ({ ...each, name: cell(each.name), under: text(each.under) });
  switch (picture.kind) {
    case 'columns':
    case 'bars':
      return { ...picture, name: text(picture.name), points: picture.points.map(point) };
    case 'dots':
      return { ...picture, name: text(picture.name), points: picture.points.map(point) };
    case 'groups':
      return {
        ...picture,
        names: picture.names.map(cell),
        series: picture.series.map((each) => ({ ...each, name: cell(each.name) })),
      };
    case 'curves':
      return { ...picture, series: picture.series.map((each) => ({ ...each, name: cell(each.name) })) };
    case 'falls':
      return { ...picture, name: text(picture.name) };
    case 'grid':
      return {
        ...picture,
        rows: picture.rows.map((cells) => cells.map((each) => ({ ...each, text: text(each.text) }))),
        rest: picture.rest === null ? null : text(picture.rest),
      };
    case 'words':
      return {
        ...picture,
        paragraphs: picture.paragraphs.map(({ head, lines }) => ({ head: text(head), lines: lines.map(text) })),
      };
    case 'drawn':
      return { ...picture, svg: maskedSvg(picture.svg, text) };
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };

function maskedSvg(svg: string, text: (given: string) => string): string {
  return svg.replace(/>([^<]+)</g, (_, inside: string) => {
    const plain = inside.replace(/&(amp|lt|gt|quot|#39|apos);/g, (_entity, name: string) => entities[name] ?? '');
    return `>${escaped(text(plain))}<`;
  });
}

function maskedTwin(twin: Twin, { cell }: Mask): Twin {
  let { table } = twin;
  for (const { name } of twin.table.columns) table = maskedColumn(table, name, cell);
  return { ...twin, table };
}

/** A table with pseudonyms in one column. Rows that stood in the order of its names stand in the order of its pseudonyms, others where they were. */
function maskedColumn(table: Table, name: string, cell: (text: string) => string): Table {
  const column = columnOf(table, name);
  if (column?.kind !== 'text') return table;
  const dictionary = column.dictionary.map(cell);
  const masked = withColumns(table, [{ ...column, dictionary }]);
  if (dictionary.every((now, i) => now === column.dictionary[i])) return masked;
  const blocks = blocksOf(textsOf(table, name));
  if (isByValue(table) || blocks.length > Math.max(1, table.length / 4)) return masked;
  const now = textsOf(masked, name);
  return takeRows(
    masked,
    blocks.flatMap((rows) => [...rows].sort((a, b) => compareNames(now[a], now[b]) || a - b)),
  );
}

// Whether some number only rises or only falls from row to row; so few rows that chance alone could do it say nothing.
function isByValue({ length, columns }: Table): boolean {
  if (length < 6) return false;
  return columns.some((column) => {
    if (column.kind !== 'number') return false;
    const known = column.values.filter((value) => !Number.isNaN(value));
    const steps = known.slice(1).map((value, i) => Math.sign(value - (known[i] ?? 0)));
    return steps.some((step) => step !== 0) && (steps.every((step) => step >= 0) || steps.every((step) => step <= 0));
  });
}

// Stretches of rows in which the names only rise: one where the whole is in their order, one a group where it is so within each group.
function blocksOf(names: readonly (string | null)[]): readonly (readonly number[])[] {
  const blocks: number[][] = [];
  names.forEach((name, row) => {
    const block = blocks.at(-1);
    const before = names[row - 1];
    const falls = name !== null && before != null && before > name && compareNames(before, name) > 0;
    if (block && !falls) block.push(row);
    else blocks.push([row]);
  });
  return blocks;
}

/** Order of names as they will be told: by their pseudonyms where there is a mask. Missing ones come last. */
export function nameOrder(mask: Mask | null): (a: string | null | undefined, b: string | null | undefined) => number {
  if (!mask) return compareNames;
  const told = (name: string | null | undefined) => (name == null ? name : mask.cell(name));
  return (a, b) => compareNames(told(a), told(b));
}

function compareNames(a: string | null | undefined, b: string | null | undefined): number {
  if (a == null || b == null) return Number(a == null) - Number(b == null);
  return byNumber.compare(a, b);
}

const byNumber = new Intl.Collator(undefined, { numeric: true });
