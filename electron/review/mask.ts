/** Pseudonyms in place of names: in cells that are a name, and wherever a name stands in a text. */
import { escaped } from './svg';
import type { Column } from '../model/table';
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
  const columns = twin.table.columns.map((column): Column =>
    column.kind === 'text' ? { ...column, dictionary: column.dictionary.map(cell) } : column,
  );
  return { ...twin, table: { ...twin.table, columns } };
}
