import { csvCell, csvOf } from '../model/csv';
import type { ReviewContent, SlideContent } from './content/content';
import { plainName } from './write';
import { zipOf } from './zip';

/** The tables behind a review's pictures, one file each, in a zip. Text that a spreadsheet would run gets an apostrophe in front. */
export function csvZipOf(review: ReviewContent): Promise<Uint8Array> {
  const files = review.slides.flatMap((slide): [string, string][] => {
    const text = csvOfSlide(slide);
    return text === null ? [] : [[`${String(slide.number).padStart(2, '0')}-${plainName(slide.id)}.csv`, text]];
  });
  return zipOf(files);
}

function csvOfSlide({ twin, picture }: SlideContent): string | null {
  if (twin) return csvOf(twin.table, twin.titles);
  if (picture.kind !== 'grid') return null;
  const heads = picture.columns.map(({ title }) => csvCell(title));
  const rows = picture.rows.map((cells) => cells.map(({ text, figure }) => figure?.value ?? csvCell(text)));
  return [heads, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}
