/** Where everything on a slide lies, for every format: px at 108 an inch, so that 16 : 9 is 13.33 in wide and nothing printed is under 9 pt (13.5 px). */
import { marksOf } from '../../../renderer/charts/theme';
import type { SlideContent } from '../content/content';
import type { Area } from './shapes';
import { fitted, widthOf, wrapped, wrappedTo } from './width';

export type Ratio = '16:9' | '4:3';

export const pxPerInch = 108;

/** Size of the page in px. */
export function pageOf(ratio: Ratio): { readonly width: number; readonly height: number } {
  return ratio === '16:9' ? { width: 1440, height: 810 } : { width: 1080, height: 810 };
}

export const sizes = { headline: 34, shown: 18, note: 17, noteHead: 17, label: 16, small: 14, footer: 14 } as const;

const marks = marksOf('light');

export const paint = {
  page: '#FFFFFF',
  ink: marks.ink.toUpperCase(),
  ink2: marks.ink2.toUpperCase(),
  ink3: marks.ink3.toUpperCase(),
  line: '#E5E3DD',
  axis: '#B9B6AD',
  accent: '#2455C3',
  mark: '#41597A',
  compare: '#8496AD',
  soft: '#C3CCD8',
  band: '#E3E8EE',
  thin: '#8E9197',
} as const;

export interface SlideLayout {
  readonly page: { readonly width: number; readonly height: number };
  readonly headline: { readonly area: Area; readonly lines: readonly string[]; readonly size: number };
  readonly shown: { readonly area: Area; readonly lines: readonly string[] };
  readonly picture: Area;
  /** Zero wide where the picture takes the whole slide. */
  readonly notes: Area;
  readonly rule: Area;
  /** The product's mark at the foot, or the company's at the head. */
  readonly mark: Area;
  readonly footer: { readonly area: Area; readonly lines: readonly string[] };
  readonly owner: { readonly area: Area; readonly text: string };
}

/** How much wider than Inter the typeface may be that stands in for it. */
const wider = 1.16;

const margin = { x: 72, top: 44, bottom: 20 } as const;

/** The layout of one slide. A headline that needs three lines is set smaller; the footer takes as many lines as it needs, up to three, on the narrow page up to five. */
export function layoutOf(
  slide: SlideContent,
  owner: string,
  ratio: Ratio,
  logo: { readonly width: number; readonly height: number } | null = null,
): SlideLayout {
  const page = pageOf(ratio);
  const width = page.width - 2 * margin.x;
  const headline = headlineOf(slide.headline, width - (logo ? logoRoom.width + 24 : 0));
  const shownTop = headline.area.y + headline.area.height + 8;
  const shown = wrappedTo(slide.shown, 2, width, sizes.shown);
  const ownerWidth = Math.min(
    width * (ratio === '16:9' ? 0.42 : 0.5),
    widthOf(`${owner}   88`, sizes.footer) * wider + 8,
  );
  // The number of the slide stands behind it, on the same line.
  // Half a px more, because the way there and back is not exact.
  const ownerText = fitted(owner, (ownerWidth - 8) / wider - widthOf('   88', sizes.footer) + 0.5, sizes.footer);
  const footerLeft = logo ? 0 : 40;
  const footerWidth = width - footerLeft - ownerWidth - 24;
  const footer = wrappedTo(slide.footer, ratio === '16:9' ? 3 : 5, footerWidth * 0.95, sizes.footer);
  const footerHeight = Math.max(1, footer.length) * 18;
  const ruleY = page.height - margin.bottom - footerHeight - 12;
  const top = shownTop + Math.max(1, shown.length) * 25 + 20;
  const height = ruleY - 20 - top;
  // A table of many columns, and on the narrow page any, needs the whole width; its notes are the speaker's.
  const columns = slide.picture.kind === 'grid' ? slide.picture.columns.length : 0;
  const alone = slide.notes.length === 0 || columns > (ratio === '4:3' ? 0 : 9);
  const side = alone ? 0 : ratio === '16:9' ? 384 : 272;
  const gap = side > 0 ? (ratio === '16:9' ? 56 : 32) : 0;
  const beside = {
    picture: { x: margin.x, y: top, width: width - side - gap, height },
    notes: { x: page.width - margin.x - side, y: top, width: side, height },
  };
  // Columns of words need the width more than the height.
  const upper = Math.round(height * 0.64);
  const below = {
    picture: { x: margin.x, y: top, width, height: upper },
    notes: { x: margin.x, y: top + upper + 24, width, height: height - upper - 24 },
  };
  return {
    page,
    headline,
    shown: { area: { x: margin.x, y: shownTop, width, height: Math.max(1, shown.length) * 25 }, lines: shown },
    ...(slide.picture.kind === 'words' && !alone ? below : beside),
    rule: { x: margin.x, y: ruleY, width, height: 0 },
    mark: logo ? logoArea(logo, page.width - margin.x) : { x: margin.x, y: ruleY + 10, width: 20, height: 20 },
    footer: {
      area: { x: margin.x + footerLeft, y: ruleY + 12, width: footerWidth, height: footerHeight },
      lines: footer,
    },
    owner: {
      area: { x: page.width - margin.x - ownerWidth, y: ruleY + 12, width: ownerWidth, height: 18 },
      text: ownerText,
    },
  };
}

const logoRoom = { width: 150, height: 44 } as const;

// As large as its room allows, in its own proportions, at the right end of the head.
function logoArea({ width, height }: { readonly width: number; readonly height: number }, right: number): Area {
  const scale = Math.min(logoRoom.width / Math.max(1, width), logoRoom.height / Math.max(1, height));
  return { x: right - width * scale, y: margin.top, width: width * scale, height: height * scale };
}

// Where Inter is not installed another typeface stands in, which may be wider.
const slack = 0.8;

function headlineOf(text: string, width: number): SlideLayout['headline'] {
  const linesAt = (size: number, share: number): number => wrapped(text, width * share, size, 600).length;
  const fitting = [sizes.headline, 31, 28, 26, 24].filter((size) => linesAt(size, slack) <= 2);
  // Where the typefaces would differ in lines, one would leave a hole under its headline: a size in which they agree.
  const size = fitting.find((each) => linesAt(each, slack) === linesAt(each, 1)) ?? fitting[0] ?? 20;
  const lines = wrappedTo(text, 3, width * slack, size, 600);
  return { area: { x: margin.x, y: margin.top, width, height: Math.max(1, lines.length) * size * 1.24 }, lines, size };
}

export interface NoteLine {
  readonly text: string;
  readonly head: boolean;
  /** Top of the line within its column. */
  readonly y: number;
}

const noteSizes = [17, 16, 15, 14] as const;

/** The notes beside a picture, in lines, in the largest type in which they all fit; what does not fit even in the smallest is in the speaker's notes. */
export function noteLines(
  notes: SlideContent['notes'],
  area: Area,
): { readonly lines: readonly NoteLine[]; readonly size: number; readonly whole: boolean } {
  for (const size of noteSizes) {
    const lines = setNotes(notes, area.width, size);
    if ((lines.at(-1)?.y ?? 0) + size * 1.5 <= area.height) return { lines, size, whole: true };
  }
  const size = 14;
  const lines = setNotes(notes, area.width, size).filter(({ y }) => y + size * 3 <= area.height);
  return { lines: [...lines, { text: '…', head: false, y: (lines.at(-1)?.y ?? 0) + size * 1.5 }], size, whole: false };
}

function setNotes(notes: SlideContent['notes'], width: number, size: number): readonly NoteLine[] {
  const out: NoteLine[] = [];
  let y = 0;
  for (const { head, lines } of notes) {
    if (out.length > 0) y += size * 0.8;
    for (const text of wrapped(head, width, size, 600)) {
      out.push({ text, head: true, y });
      y += size * 1.5;
    }
    for (const line of lines) {
      for (const text of wrapped(line, width, size)) {
        out.push({ text, head: false, y });
        y += size * 1.5;
      }
      y += size * 0.3;
    }
  }
  return out;
}
