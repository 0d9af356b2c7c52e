import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const windows = join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts');

/** Where each system keeps typefaces of many scripts. */
const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
    '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf',
    '/usr/share/fonts/truetype/noto/NotoSansTamil-Regular.ttf',
    '/usr/share/fonts/truetype/noto/NotoSansThai-Regular.ttf',
    '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
    '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf',
  ],
  darwin: [
    '/System/Library/Fonts/Supplemental/Arial Unicode.ttf',
    '/System/Library/Fonts/PingFang.ttc',
    '/System/Library/Fonts/Hiragino Sans GB.ttc',
  ],
  win32: ['msyh.ttc', 'simsun.ttc', 'Nirmala.ttf', 'Nirmala.ttc', 'tahoma.ttf', 'arial.ttf'].map((name) =>
    join(windows, name),
  ),
};

/** Typefaces of this computer for the letters that the bundled one lacks, as in names in Chinese or Tamil; those of the usual places that are there. */
export async function systemFonts(): Promise<readonly Uint8Array[]> {
  const found = await Promise.all((places[process.platform] ?? []).map((path) => readFile(path).catch(() => null)));
  return found.filter((font) => font !== null);
}
