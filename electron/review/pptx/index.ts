import PptxGenJS from 'pptxgenjs';
import type { Brand } from '../../model/deck';
import type { DrawnPicture, GridPicture, ReviewContent, SlideContent, WordsPicture } from '../content/content';
import { gridSize, indentOf, outdentOf, rowHeight } from '../draw/grid';
import type { Ratio, SlideLayout } from '../draw/layout';
import { layoutOf, noteLines, pageOf, pxPerInch, sizes } from '../draw/layout';
import type { Area } from '../draw/shapes';
import { logoIn } from '../draw/logo';
import { tied } from '../draw/width';
import { pngOf } from '../raster';
import type { NativeChart } from './chart';
import { chartOf, isNative } from './chart';
import { finishPackage } from './finish';
import { themeOf } from './theme';

type Page = ReturnType<PptxGenJS['addSlide']>;

const body = '+mn-lt';
const heading = '+mj-lt';

/** Points of a size in px, to the half, never below nine. */
const points = (px: number): number => Math.max(9, Math.round((px * 72 * 2) / pxPerInch) / 2);

const placed = ({ x, y, width, height }: Area) => ({
  x: x / pxPerInch,
  y: y / pxPerInch,
  w: width / pxPerInch,
  h: height / pxPerInch,
});

const flush: [number, number, number, number] = [0, 0, 0, 0];

/** The review as a PowerPoint file: native charts with their data, native tables, notes, the theme's own colours and type. The same review gives the same bytes. */
export async function pptxOf(review: ReviewContent, ratio: Ratio, brand: Brand | null): Promise<Uint8Array> {
  const file = new PptxGenJS();
  const page = pageOf(ratio);
  file.defineLayout({ name: 'page', width: page.width / pxPerInch, height: page.height / pxPerInch });
  file.layout = 'page';
  file.title = review.title;
  file.author = review.owner;
  file.company = '';
  file.subject = review.title;
  const first = review.slides[0] ? layoutOf(review.slides[0], review.owner, ratio, logoIn(brand)) : null;
  file.defineSlideMaster({
    title: 'Review',
    background: { color: 'FFFFFF' },
    objects: [
      {
        placeholder: {
          options: {
            name: 'headline',
            type: 'title',
            ...placed(first?.headline.area ?? { x: 72, y: 44, width: page.width - 144, height: 84 }),
            margin: 0,
            align: 'left',
            valign: 'top',
            fontFace: heading,
            bold: true,
            fontSize: points(sizes.headline),
            color: 'tx1',
          },
          text: '',
        },
      },
    ],
  });
  const charts: NativeChart[] = [];
  const svgs: DrawnPicture[] = [];
  for (const slide of review.slides) {
    const chart = await addSlide(file, slide, review, ratio, brand);
    if (chart) charts.push(chart);
    if (slide.picture.kind === 'drawn') svgs.push(slide.picture);
  }
  const bytes = await file.write({ outputType: 'uint8array', compression: false });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('the slides came as something else than bytes');
  return finishPackage(bytes, {
    charts,
    svgs: svgs.map(({ svg }) => svg),
    headlines: review.slides.map((slide) => points(layoutOf(slide, review.owner, ratio, logoIn(brand)).headline.size)),
    alts: review.slides.map(({ alt }) => alt),
    theme: themeOf(brand),
    day: review.day,
    language: review.locale,
  });
}

async function addSlide(
  file: PptxGenJS,
  slide: SlideContent,
  review: ReviewContent,
  ratio: Ratio,
  brand: Brand | null,
): Promise<NativeChart | null> {
  const layout = layoutOf(slide, review.owner, ratio, logoIn(brand));
  const page = file.addSlide({ masterName: 'Review' });
  addHead(page, slide, layout);
  addNotes(page, slide, layout);
  addFoot(page, slide, layout, brand);
  page.addNotes(slide.speech);
  const { picture } = slide;
  const area = layout.picture;
  if (isNative(picture)) {
    page.addChart('bar', [{ name: 'x', labels: ['x'], values: [0] }], { ...placed(area), altText: slide.alt });
    return chartOf(picture, review.locale, area.width);
  }
  if (picture.kind === 'grid') addGrid(page, picture, area);
  if (picture.kind === 'words') addWords(page, picture, area);
  if (picture.kind === 'drawn') await addDrawing(page, picture, area, slide.alt);
  return null;
}

function addHead(page: Page, slide: SlideContent, { headline, shown }: SlideLayout): void {
  page.addText(tied(slide.headline), {
    placeholder: 'headline',
    ...placed(headline.area),
    fontFace: heading,
    bold: true,
    fontSize: points(headline.size),
    color: 'tx1',
    margin: 0,
    align: 'left',
    valign: 'top',
    fit: 'none',
  });
  page.addText(slide.shown, {
    ...placed(shown.area),
    fontFace: body,
    fontSize: points(sizes.shown),
    color: 'tx2',
    margin: flush,
    valign: 'top',
    fit: 'none',
  });
}

function addNotes(page: Page, slide: SlideContent, { notes }: SlideLayout): void {
  if (notes.width === 0) return;
  const { size } = noteLines(slide.notes, notes);
  const runs = slide.notes.flatMap(({ head, lines }, i) => [
    {
      text: head,
      options: { bold: true, color: 'tx1', breakLine: true, ...(i > 0 && { paraSpaceBefore: points(size * 0.8) }) },
    },
    ...lines.map((text) => ({
      text: tied(text),
      options: { color: 'tx2', breakLine: true, paraSpaceAfter: points(size) * 0.3 },
    })),
  ]);
  page.addText(runs, {
    ...placed(notes),
    fontFace: body,
    fontSize: points(size),
    margin: flush,
    valign: 'top',
    fit: 'none',
    lineSpacingMultiple: 1.1,
  });
}

function addFoot(
  page: Page,
  slide: SlideContent,
  { rule, mark, footer, owner }: SlideLayout,
  brand: Brand | null,
): void {
  page.addShape('line', { ...placed({ ...rule, height: 0 }), line: { color: 'bg2', width: 0.75 } });
  const small = {
    fontFace: body,
    fontSize: points(sizes.footer),
    color: 'tx2',
    margin: flush,
    valign: 'top' as const,
    fit: 'none' as const,
  };
  page.addText(footer.lines.join(' '), { ...placed(footer.area), ...small });
  page.addText(`${owner.text}   ${slide.number}`, { ...placed(owner.area), ...small, align: 'right' });
  if (brand?.logo && logoIn(brand)) page.addImage({ data: brand.logo, ...placed(mark), altText: 'Logo' });
  else page.addShape('rect', { ...placed(mark), fill: { color: 'accent1' } });
}

function addGrid(page: Page, picture: GridPicture, area: Area): void {
  const { columns, rows, rest } = picture;
  const row = rowHeight(picture, area.height);
  const size = points(gridSize(picture, row, area.width));
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const line = { type: 'solid' as const, pt: 0.5, color: 'bg2' };
  const none = { type: 'none' as const };
  // In points: top, right, bottom, left.
  const margin = (i: number): [number, number, number, number] =>
    columns[i]?.align === 'center'
      ? [1, 0, 1, 0]
      : [1, (outdentOf(columns, i) * 72) / pxPerInch - 1, 1, (indentOf(columns, i) * 72) / pxPerInch];
  const cell = { fontFace: body, valign: 'middle' as const };
  const head = columns.map(({ title, align }, i) => ({
    text: title,
    options: {
      ...cell,
      margin: margin(i),
      align,
      color: 'tx2',
      fontSize: points(14),
      border: [none, none, line, none] as [typeof none, typeof none, typeof line, typeof none],
    },
  }));
  const lines = rows.map((cells) =>
    cells.map(({ text, fill, ink, strong }, i) => ({
      text,
      options: {
        ...cell,
        margin: margin(i),
        align: columns[i]?.align ?? ('left' as const),
        color: ink ?? 'tx1',
        bold: strong ?? false,
        fontSize: size,
        border: [none, none, line, none] as [typeof none, typeof none, typeof line, typeof none],
        ...(fill !== undefined && { fill: { color: fill } }),
      },
    })),
  );
  page.addTable([head, ...lines], {
    x: area.x / pxPerInch,
    y: area.y / pxPerInch,
    w: area.width / pxPerInch,
    h: (row * (rows.length + 1)) / pxPerInch,
    colW: columns.map(({ width }) => ((width / total) * area.width) / pxPerInch),
    rowH: Array.from({ length: rows.length + 1 }, () => row / pxPerInch),
    autoPage: false,
  });
  if (rest === null) return;
  const y = area.y + row * (rows.length + 1) + 4;
  page.addText(rest, {
    ...placed({ x: area.x, y, width: area.width, height: 22 }),
    fontFace: body,
    fontSize: points(sizes.small),
    color: 'tx2',
    margin: flush,
    valign: 'top',
  });
}

function addWords(page: Page, { paragraphs }: WordsPicture, area: Area): void {
  const width = area.width / Math.max(1, paragraphs.length) - 24;
  paragraphs.forEach(({ head, lines }, i) => {
    const runs = [
      { text: head, options: { bold: true, color: 'tx1', breakLine: true } },
      ...lines.map((text) => ({ text, options: { color: 'tx2', breakLine: true } })),
    ];
    page.addText(runs, {
      ...placed({ ...area, x: area.x + i * (width + 24), width }),
      fontFace: body,
      fontSize: points(sizes.note),
      margin: flush,
      valign: 'top',
    });
  });
}

async function addDrawing(page: Page, { svg, width, height }: DrawnPicture, area: Area, alt: string): Promise<void> {
  const scale = Math.min(area.width / width, area.height / height);
  const png = Buffer.from(await pngOf(svg, Math.round(width * scale * 2))).toString('base64');
  page.addImage({
    data: `data:image/png;base64,${png}`,
    ...placed({ x: area.x, y: area.y, width: width * scale, height: height * scale }),
    altText: alt,
  });
}
