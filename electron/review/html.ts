import { words } from '../../renderer/i18n';
import type { Brand } from '../model/deck';
import { cellOf } from '../model/table';
import { format } from '../../renderer/i18n/format';
import type { ReviewContent, SlideContent } from './content/content';
import type { Ratio } from './draw/layout';
import { drawSlide } from './draw/slide';
import { interFont } from './raster';
import { escaped, fontsOf, svgOf } from './svg';

/** The review as one page that opens offline: every slide as a drawing with selectable text, its table below it, no script at all. Printed, it is one slide a sheet. */
export function htmlOf(review: ReviewContent, ratio: Ratio, brand: Brand | null): Uint8Array {
  const { t } = words(review.locale);
  const slides = review.slides.map((slide) => section(slide, review, ratio, brand, t('chart.table')));
  const left = review.leftOut.map(({ title, reason }) => `<li>${escaped(title)}: ${escaped(reason)}</li>`).join('');
  const foot = left === '' ? '' : `<footer><h2>${escaped(t('review.leftOut'))}</h2><ul>${left}</ul></footer>`;
  const page = `<!doctype html>
<html lang="${review.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<meta name="viewport" content="width=device-width">
<title>${escaped(review.title)}</title>
<style>${styles(ratio, brand)}</style>
</head>
<body>
<h1>${escaped(review.title)}</h1>
${slides.join('\n')}
${foot}
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

function section(slide: SlideContent, review: ReviewContent, ratio: Ratio, brand: Brand | null, show: string): string {
  const table = tableOf(slide, review.locale);
  return `<section aria-label="${escaped(`${slide.number}. ${slide.headline}`)}">
<h2>${escaped(slide.headline)}</h2>
${svgOf(drawSlide(slide, review, ratio, brand), fontsOf(brand))}
${table === '' ? '' : `<details><summary>${escaped(show)}</summary>${table}</details>`}
</section>`;
}

const mostRows = 2_000;

function tableOf({ twin, picture, headline }: SlideContent, locale: ReviewContent['locale']): string {
  const { t } = words(locale);
  if (!twin) {
    if (picture.kind !== 'grid') return '';
    return tableText(
      headline,
      picture.columns.map(({ title, align }) => ({ title, right: align === 'right' })),
      picture.rows.map((cells) => cells.map(({ text }) => text)),
    );
  }
  const { table, titles, currency } = twin;
  const rows = Array.from({ length: Math.min(mostRows, table.length) }, (_, row) =>
    table.columns.map((column) => format(column.unit, cellOf(column, row), locale, { currency })),
  );
  const rest = table.length > mostRows ? `<p>${escaped(t('common.more', { n: table.length - mostRows }))}</p>` : '';
  return `${tableText(
    headline,
    titles.map((title, i) => ({ title, right: table.columns[i]?.kind === 'number' })),
    rows,
  )}${rest}`;
}

function tableText(
  caption: string,
  heads: readonly { readonly title: string; readonly right: boolean }[],
  rows: readonly (readonly string[])[],
): string {
  const side = (i: number): string => (heads[i]?.right ? ' class="n"' : '');
  const head = heads.map(({ title }, i) => `<th scope="col"${side(i)}>${escaped(title)}</th>`).join('');
  const body = rows
    .map((cells) => `<tr>${cells.map((text, i) => `<td${side(i)}>${escaped(text)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function styles(ratio: Ratio, brand: Brand | null): string {
  const [width, height] = ratio === '16:9' ? ['13.333in', '7.5in'] : ['10in', '7.5in'];
  return `@font-face{font-family:'Inter Variable';src:url(${interFont}) format('woff2');font-weight:100 900}
body{font:15px/1.5 ${fontsOf(brand)};color:#1a1d23;background:#f7f6f3;margin:0 auto;max-width:1440px;padding:24px}
h1{font-size:20px}section{margin:0 0 32px}section>h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
svg{display:block;width:100%;height:auto;background:#fff}details{background:#fff;border-top:1px solid #e5e3dd;padding:8px 24px;overflow-x:auto}
table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}caption{text-align:left;color:#61656d;padding:8px 0}
th,td{text-align:left;padding:4px 12px 4px 0;border-bottom:1px solid #e5e3dd;font-weight:400;vertical-align:top}th{color:#61656d}.n{text-align:right}
@page{size:${width} ${height};margin:0}
@media print{body{padding:0;margin:0;max-width:none;background:none}h1,details,footer{display:none}section{margin:0;break-after:page;break-inside:avoid;width:${width};height:${height};overflow:hidden}section:last-of-type{break-after:auto}}`;
}
