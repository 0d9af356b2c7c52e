/** A told review as the bytes of a file. Each format's writer is fetched when it is first wanted, so that a command that writes none does not load them. */
import type { Brand } from '../model/deck';
import { UserError } from '../model/errors';
import type { ReviewContent } from './content/content';
import type { Ratio } from './draw/layout';
import { drawSlide } from './draw/slide';
import type { Paper } from './print';
import { fontsOf, svgOf } from './svg';

/** The formats a review is written in; a PDF comes as the page that the window prints. */
export const formats = ['pptx', 'xlsx', 'csv', 'svg', 'html', 'png', 'pdf'] as const;

export type Format = (typeof formats)[number];

/** The format a file name asks for by its ending; null for any other. */
export function formatOf(name: string): Format | null {
  const ending = /\.([A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return formats.find((format) => format === ending) ?? null;
}

export interface WriteWishes {
  readonly format: Format;
  readonly ratio: Ratio;
  /** What a PDF is printed on. */
  readonly paper: Paper;
  readonly brand: Brand | null;
  /** Number of the one slide that is wanted, from 1; SVG and PNG. */
  readonly slide: number | null;
}

/** The review's file. Throws `no_such_slide`. */
export async function writeReview(review: ReviewContent, wishes: WriteWishes): Promise<Uint8Array> {
  switch (wishes.format) {
    case 'pptx':
      return (await import('./pptx')).pptxOf(review, wishes.ratio, wishes.brand);
    case 'xlsx':
      return (await import('./xlsx')).xlsxOf(review);
    case 'csv':
      return (await import('./csv')).csvZipOf(review);
    case 'html':
      return (await import('./html')).htmlOf(review, wishes.ratio, wishes.brand);
    case 'pdf':
      return (await import('./print')).printPageOf(review, wishes.paper, wishes.ratio, wishes.brand);
    case 'svg':
    case 'png':
      return pictures(review, wishes);
  }
}

async function pictures(review: ReviewContent, { format, ratio, brand, slide }: WriteWishes): Promise<Uint8Array> {
  const ending = format === 'png' ? 'png' : 'svg';
  const bytesOf = async (at: number): Promise<Uint8Array> => {
    const wanted = review.slides[at - 1];
    if (!wanted) throw new UserError('no_such_slide', { slide: at, slides: review.slides.length });
    const drawn = drawSlide(wanted, review, ratio, brand);
    const svg = svgOf(drawn, fontsOf(brand));
    return format === 'png' ? (await import('./raster')).pngOf(svg, drawn.width * 2) : new TextEncoder().encode(svg);
  };
  if (slide !== null) return bytesOf(slide);
  const files: [string, Uint8Array][] = [];
  for (const { number, id } of review.slides)
    files.push([`${String(number).padStart(2, '0')}-${plainName(id)}.${ending}`, await bytesOf(number)]);
  return (await import('./zip')).zipOf(files);
}

/** A text as part of a file name: letters, digits and hyphens. */
export function plainName(text: string): string {
  return (
    text
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'slide'
  );
}
