/** The review as the page that becomes a PDF: a sheet a slide, its headline a heading, its words and tables real ones that can be selected and read aloud, its charts drawings with their description. */
import { words } from '../../renderer/i18n';
import type { Brand } from '../model/deck';
import type { GridPicture, ReviewContent, SlideContent } from './content/content';
import { gridSize, indentOf, outdentOf, rowHeight } from './draw/grid';
import type { Ratio, SlideLayout } from './draw/layout';
import { layoutOf, paint } from './draw/layout';
import type { Area, Shape } from './draw/shapes';
import { logoIn } from './draw/logo';
import { slideParts } from './draw/slide';
import { wrappedTo } from './draw/width';
import { interFont } from './raster';
import { escaped, fontsOf, shapeText } from './svg';

/** What a review is printed on: sheets of the slides' own size, or office paper lying on its side. */
export type Paper = 'slide' | 'A4' | 'Letter';

interface Sheet {
  /** Inches. */
  readonly width: number;
  readonly height: number;
  readonly ratio: Ratio;
}

// Office paper is nearest to 4 : 3, and the letters keep their size on it.
function sheetOf(paper: Paper, ratio: Ratio): Sheet {
  if (paper === 'A4') return { width: 297 / 25.4, height: 210 / 25.4, ratio: '4:3' };
  if (paper === 'Letter') return { width: 11, height: 8.5, ratio: '4:3' };
  return ratio === '16:9' ? { width: 40 / 3, height: 7.5, ratio } : { width: 10, height: 7.5, ratio };
}

/** The page to print, as bytes; it needs no script and nothing from outside. */
export function printPageOf(review: ReviewContent, paper: Paper, ratio: Ratio, brand: Brand | null): Uint8Array {
  const sheet = sheetOf(paper, ratio);
  const sections = review.slides.map((slide) => sectionOf(slide, review, sheet, brand));
  const page = `<!doctype html>
<html lang="${review.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<title>${escaped(review.title)}</title>
<style>${stylesOf(sheet, brand)}</style>
</head>
<body>
${sections.join('\n')}
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

// Everything on a sheet is placed in inches: `scale` of them a px of the drawing.
interface Placing {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

function sectionOf(slide: SlideContent, review: ReviewContent, sheet: Sheet, brand: Brand | null): string {
  const layout = layoutOf(slide, review.owner, sheet.ratio, logoIn(brand));
  const { width, height } = layout.page;
  const scale = Math.min(sheet.width / width, sheet.height / height);
  const placing = {
    scale,
    left: (sheet.width - width * scale) / 2,
    top: (sheet.height - height * scale) / 2,
  };
  const parts = slideParts(slide, review, layout, brand);
  return [
    '<section>',
    drawing(parts.foot.filter(isDrawn), '', layout, placing),
    textBlock('h1', parts.headline, layout, placing),
    textBlock('p', parts.shown, layout, placing),
    pictureOf(slide, parts.picture, layout, placing, words(review.locale).t('chart.table')),
    ...parts.notes.map((shape) => textBlock('p', [shape], layout, placing)),
    textBlock('p', parts.foot, layout, placing),
    '</section>',
  ].join('');
}

const isDrawn = (shape: Shape): boolean => shape.kind !== 'text';

function pictureOf(
  slide: SlideContent,
  shapes: readonly Shape[],
  layout: SlideLayout,
  placing: Placing,
  caption: string,
): string {
  const { picture, alt } = slide;
  if (picture.kind === 'grid') return gridOf(picture, layout.picture, placing, caption);
  if (picture.kind !== 'words') return drawing(shapes, alt, layout, placing);
  const lines = drawing(shapes.filter(isDrawn), '', layout, placing);
  return `${lines}${shapes.map((shape) => textBlock('p', [shape], layout, placing)).join('')}`;
}

// A drawing without words is decoration; one with a description is read as it.
function drawing(shapes: readonly Shape[], alt: string, { page }: SlideLayout, placing: Placing): string {
  if (shapes.length === 0) return '';
  const { scale, left, top } = placing;
  const place = `left:${inch(left)};top:${inch(top)};width:${inch(page.width * scale)};height:${inch(page.height * scale)}`;
  const role = alt === '' ? ' aria-hidden="true"' : ` role="img" aria-label="${escaped(alt)}"`;
  return `<svg viewBox="0 0 ${page.width} ${page.height}" style="${place}"${role}>${shapes.map(shapeText).join('')}</svg>`;
}

/** Share of a line as high as its letters at which Inter's baseline lies. */
const baseline = 0.864;

function textBlock(
  tag: 'h1' | 'p',
  shapes: readonly Shape[],
  { page }: SlideLayout,
  { scale, left, top }: Placing,
): string {
  const lines = shapes.flatMap((shape) => {
    if (shape.kind !== 'text') return [];
    const { x, y, size, anchor, fill, weight, text } = shape;
    const across =
      anchor === 'end' ? `right:${inch(left + (page.width - x) * scale)}` : `left:${inch(left + x * scale)}`;
    const style = `${across};top:${inch(top + (y - size * baseline) * scale)};font-size:${inch(size * scale)};color:${fill};font-weight:${weight}`;
    return [`<span style="${style}">${escaped(text)} </span>`];
  });
  return lines.length === 0 ? '' : `<${tag}>${lines.join('')}</${tag}>`;
}

function gridOf(picture: GridPicture, area: Area, { scale, left, top }: Placing, caption: string): string {
  const row = rowHeight(picture, area.height);
  const size = gridSize(picture, row, area.width);
  const total = picture.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = picture.columns.map(({ width }) => (width / total) * area.width);
  const most = row >= 34 ? 2 : 1;
  const lines = (text: string, i: number, look: number, weight: 400 | 600): string =>
    wrappedTo(text, most, (widths[i] ?? 0) - 4 - indentOf(picture.columns, i), look, weight)
      .map(escaped)
      .join('<br>');
  const high = `height:${inch(row * scale)}`;
  const side = (i: number): string =>
    `text-align:${picture.columns[i]?.align ?? 'left'};padding-left:${inch(indentOf(picture.columns, i) * scale)};padding-right:${inch(outdentOf(picture.columns, i) * scale)}`;
  const heads = picture.columns.map(
    ({ title }, i) => `<th scope="col" style="${high};${side(i)}">${lines(title, i, 14, 400)}</th>`,
  );
  const rows = picture.rows.map((cells) => {
    const inside = cells.map(({ text, fill, ink, strong }, i) => {
      const ground = fill === undefined ? '' : `;background:#${fill}`;
      const colour = ink === undefined ? paint.ink : `#${ink}`;
      const style = `${high};${side(i)};color:${colour};font-weight:${strong ? 600 : 400}${ground}`;
      return `<td style="${style}">${lines(text, i, size, strong ? 600 : 400)}</td>`;
    });
    return `<tr>${inside.join('')}</tr>`;
  });
  const place = `left:${inch(left + area.x * scale)};top:${inch(top + area.y * scale)};width:${inch(area.width * scale)};font-size:${inch(size * scale)}`;
  const columns = widths.map((width) => `<col style="width:${inch(width * scale)}">`).join('');
  // Under the last row wherever that ends.
  const rest =
    picture.rest === null
      ? ''
      : `<tfoot><tr><td colspan="${widths.length}" style="padding:${inch(5 * scale)} 0 0;border:0;font-size:${inch(14 * scale)};color:${paint.ink2}">${escaped(picture.rest)}</td></tr></tfoot>`;
  return `<table style="${place}" aria-label="${escaped(caption)}"><colgroup>${columns}</colgroup><thead style="font-size:${inch(14 * scale)}"><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody>${rest}</table>`;
}

function inch(value: number): string {
  return `${Math.round(value * 10_000) / 10_000}in`;
}

function stylesOf({ width, height }: Sheet, brand: Brand | null): string {
  return `@font-face{font-family:'Inter Variable';src:url(${interFont}) format('woff2');font-weight:100 900}
@page{size:${inch(width)} ${inch(height)};margin:0}
*{margin:0;padding:0}
body{font-family:${fontsOf(brand)};font-variant-numeric:tabular-nums;-webkit-print-color-adjust:exact}
section{position:relative;width:${inch(width)};height:${inch(height)};overflow:hidden;break-after:page;break-inside:avoid}
section:last-child{break-after:auto}
span,svg,table{position:absolute}
span{line-height:1;white-space:pre}
table{border-collapse:collapse;table-layout:fixed}
th{color:${paint.ink3};font-weight:400}
th,td{box-sizing:border-box;line-height:1.15;padding:0 0.05in;border-bottom:0.5pt solid ${paint.line};vertical-align:middle;white-space:nowrap}
thead th{border-bottom-color:${paint.axis}}`;
}
