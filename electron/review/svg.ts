import type { Brand } from '../model/deck';
import type { DrawnSlide } from './draw/slide';
import type { Shape } from './draw/shapes';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Letters that no XML document may hold, whatever way they are written.
const unlawful =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text without the letters that no XML document may hold. */
export function lawful(text: string): string {
  return text.replace(unlawful, '\uFFFD');
}

/** A text as XML holds it. */
export function escaped(text: string): string {
  return lawful(text).replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}

/** The typefaces of a review, the company's first; as CSS and SVG name them. */
export function fontsOf(brand: Brand | null): string {
  const own = brand?.font?.replace(/[^\p{L}\p{N} _-]/gu, '').trim();
  return `${own ? `'${own}', ` : ''}'Inter Variable', Inter, system-ui, sans-serif`;
}

/** A drawn slide as one SVG document; texts stay texts. */
export function svgOf(slide: DrawnSlide, font = fontsOf(null)): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${slide.width} ${slide.height}" width="${slide.width}" height="${slide.height}" role="img" font-family="${font}" font-variant-numeric="tabular-nums"><title>${escaped(slide.alt)}</title>${slide.shapes.map(shapeText).join('')}</svg>`;
}

/** One shape as SVG. */
export function shapeText(shape: Shape): string {
  switch (shape.kind) {
    case 'box':
      return `<rect x="${at(shape.x)}" y="${at(shape.y)}" width="${at(shape.width)}" height="${at(shape.height)}" fill="${shape.fill}"${shape.stroke === undefined ? '' : ` stroke="${shape.stroke}"`}/>`;
    case 'line':
      return `<line x1="${at(shape.x1)}" y1="${at(shape.y1)}" x2="${at(shape.x2)}" y2="${at(shape.y2)}" stroke="${shape.stroke}" stroke-width="${shape.width}"${dashOf(shape.dash)}/>`;
    case 'path':
      return `<path d="${shape.d}" fill="${shape.fill ?? 'none'}" stroke="${shape.stroke}" stroke-width="${shape.width}" stroke-linejoin="round"${dashOf(shape.dash)}/>`;
    case 'dot':
      return `<circle cx="${at(shape.x)}" cy="${at(shape.y)}" r="${shape.r}" fill="${shape.fill}" stroke="${shape.stroke}" stroke-width="2"/>`;
    case 'text':
      return `<text x="${at(shape.x)}" y="${at(shape.y)}" font-size="${shape.size}" fill="${shape.fill}"${shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`}${shape.weight === 400 ? '' : ' font-weight="600"'}>${escaped(shape.text)}</text>`;
    case 'picture':
      return placed(shape);
    case 'image':
      return `<image x="${at(shape.x)}" y="${at(shape.y)}" width="${at(shape.width)}" height="${at(shape.height)}" href="${escaped(shape.href)}"/>`;
  }
}

// The drawing is our own renderer's, its texts escaped there.
function placed({ svg, x, y, width, height }: Extract<Shape, { kind: 'picture' }>): string {
  return svg.replace(/^<svg\b([^>]*)>/, (_, attributes: string) => {
    const [, w = '1'] = /\bwidth="([\d.]+)"/.exec(attributes) ?? [];
    const [, h = '1'] = /\bheight="([\d.]+)"/.exec(attributes) ?? [];
    const others = attributes.replace(/\s(?:width|height|x|y|viewBox|xmlns)="[^"]*"/g, '');
    return `<svg${others} x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" viewBox="0 0 ${w} ${h}">`;
  });
}

function dashOf(dash: string | undefined): string {
  return dash === undefined ? '' : ` stroke-dasharray="${dash}"`;
}

function at(value: number): string {
  return String(Math.round(value * 100) / 100);
}
