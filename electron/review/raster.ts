import { Resvg, initWasm } from '@resvg/resvg-wasm';
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import interExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline';
import { systemFonts } from './system-fonts';
import program from '@resvg/resvg-wasm/index_bg.wasm?url&inline';

let ready: Promise<void> | null = null;

/** An SVG as PNG of that width, in the bundled typeface; letters it lacks come from those of this computer. */
export async function pngOf(svg: string, width: number): Promise<Uint8Array> {
  await (ready ??= initWasm(bytesOf(program)));
  const others = beyondBundled.test(svg) ? await systemFonts() : [];
  const picture = new Resvg(drawable(svg), {
    fitTo: { mode: 'width', value: width },
    font: {
      fontBuffers: [bytesOf(inter), bytesOf(interExtended), ...others],
      loadSystemFonts: false,
      defaultFontFamily: 'Inter',
    },
  });
  try {
    return picture.render().asPng();
  } finally {
    picture.free();
  }
}

// Letters of other scripts than Latin.
const beyondBundled = /(?!\p{Script=Latin})\p{L}/u;

// The bundled typeface's files have arrows but no triangles, and the renderer takes one weight from each: strong text gets an outline in its own colour.
function drawable(svg: string): string {
  return svg
    .replaceAll('▼', '↓')
    .replaceAll('▲', '↑')
    .replace(/<text\b[^>]*\bfont-weight="600"[^>]*>/g, (tag) => {
      const [, fill] = /\bfill="([^"]+)"/.exec(tag) ?? [];
      const size = Number(/\bfont-size="([\d.]+)"/.exec(tag)?.[1] ?? NaN);
      if (fill === undefined || Number.isNaN(size)) return tag;
      return tag.replace('<text', `<text stroke="${fill}" stroke-width="${(size * strongShare).toFixed(2)}"`);
    });
}

/** Width of that outline to the size of the letters. */
const strongShare = 0.04;

/** The bundled typeface as a data URL, for pages that are read offline. */
export const interFont = inter;

function bytesOf(dataUrl: string): Uint8Array {
  return new Uint8Array(Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'));
}
