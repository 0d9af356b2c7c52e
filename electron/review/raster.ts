import { Resvg, initWasm } from '@resvg/resvg-wasm';
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import interExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline';
import program from '@resvg/resvg-wasm/index_bg.wasm?url&inline';

let ready: Promise<void> | null = null;

/** An SVG as PNG of that width. The renderer knows no fonts but the bundled one. */
export async function pngOf(svg: string, width: number): Promise<Uint8Array> {
  await (ready ??= initWasm(bytesOf(program)));
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers: [bytesOf(inter), bytesOf(interExtended)], loadSystemFonts: false, defaultFontFamily: 'Inter' },
  });
  try {
    return picture.render().asPng();
  } finally {
    picture.free();
  }
}

/** The bundled typeface as a data URL, for pages that are read offline. */
export const interFont = inter;

function bytesOf(dataUrl: string): Uint8Array {
  return new Uint8Array(Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'));
}
