/** The look of the person's own company: read from a logo or a PowerPoint template, and kept readable on white. */
import JSZip from 'jszip';
import type { Brand, CheckedBrand } from '../model/deck';
import { UserError } from '../model/errors';
import { pictureType } from './draw/logo';
import { pngOf } from './raster';

/** Contrast to white: text of any size, and letters that stand in a bar. */
const least = { accent: 4.5, ink: 7 } as const;

const largestLogo = 1_400_000;
const largestPart = 8 * 2 ** 20;

/** A brand, with what the file says put in: a logo from a picture, colours, typeface and logo from a template. Colours too pale to be read are made darker. Throws `brand_unreadable`. */
export async function checkedBrand(
  brand: Brand,
  file: { readonly name: string; readonly bytes: Uint8Array } | null,
): Promise<CheckedBrand> {
  const given = file === null ? brand : { ...brand, ...(await readBrand(file.name, file.bytes)) };
  const accent = given.accent === null ? null : readable(given.accent, least.accent);
  const ink = given.ink === null ? null : readable(given.ink, least.ink);
  return {
    brand: { ...given, accent, ink },
    darkened: [
      ...(accent === given.accent ? [] : (['accent'] as const)),
      ...(ink === given.ink ? [] : (['ink'] as const)),
    ],
  };
}

/** A colour of six hexadecimal digits, made darker step by step until it stands out from white so clearly. */
export function readable(colour: string, ratio: number): string {
  let parts = partsOf(colour);
  for (let step = 0; step < 100 && contrastToWhite(parts) < ratio; step++) parts = parts.map((part) => part * 0.96);
  return parts
    .map((part) => Math.round(part).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

function partsOf(colour: string): number[] {
  return [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

// Source: WCAG 2.2, relative luminance and contrast ratio; rounded parts are what is drawn.
function contrastToWhite(parts: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = parts.map((part) => {
    const share = Math.round(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

async function readBrand(name: string, bytes: Uint8Array): Promise<Partial<Brand>> {
  if (/\.(?:pptx|potx)$/i.test(name)) return templateBrand(name, bytes);
  return { logo: await logoOf(name, bytes) };
}

async function logoOf(name: string, bytes: Uint8Array): Promise<string> {
  const type = pictureType(bytes);
  if (type === null) throw new UserError('brand_unreadable', { file: name, reason: 'it is no PNG, JPEG, SVG or PPTX' });
  const picture = type === 'svg' ? await drawn(name, bytes) : bytes;
  if (picture.byteLength > largestLogo)
    throw new UserError('brand_unreadable', { file: name, reason: 'the picture is larger than 1.4 MB' });
  return `data:image/${type === 'jpeg' ? 'jpeg' : 'png'};base64,${Buffer.from(picture).toString('base64')}`;
}

async function drawn(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await pngOf(new TextDecoder().decode(bytes), 560);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError('brand_unreadable', { file: name, reason });
  }
}

async function templateBrand(name: string, bytes: Uint8Array): Promise<Partial<Brand>> {
  const zip = await JSZip.loadAsync(bytes).catch(() => null);
  const theme = zip === null ? null : await partOf(zip, 'ppt/theme/theme1.xml');
  if (zip === null || theme === null)
    throw new UserError('brand_unreadable', { file: name, reason: 'it holds no PowerPoint theme' });
  const text = new TextDecoder().decode(theme);
  const font = /<a:majorFont>\s*<a:latin\b[^>]*\btypeface="([^"+<&][^"<&]{0,99})"/.exec(text)?.[1];
  const logo = await masterPicture(zip);
  return {
    accent: themeColour(text, 'accent1'),
    ink: themeColour(text, 'dk1'),
    ...(font !== undefined && { font }),
    ...(logo !== null && { logo: await logoOf(name, logo) }),
  };
}

function themeColour(theme: string, name: string): string | null {
  const inside = new RegExp(`<a:${name}>([\\s\\S]{0,400}?)</a:${name}>`).exec(theme)?.[1] ?? '';
  return /(?:srgbClr val|lastClr)="([0-9A-Fa-f]{6})"/.exec(inside)?.[1]?.toUpperCase() ?? null;
}

// The picture that stands on every slide: the first one of the master.
async function masterPicture(zip: JSZip): Promise<Uint8Array | null> {
  const rels = await partOf(zip, 'ppt/slideMasters/_rels/slideMaster1.xml.rels');
  if (rels === null) return null;
  for (const [, target = ''] of new TextDecoder()
    .decode(rels)
    .matchAll(/Target="\.\.\/(media\/[^"]+\.(?:png|jpe?g))"/gi)) {
    const picture = await partOf(zip, `ppt/${target}`);
    if (picture !== null && picture.byteLength <= largestLogo && pictureType(picture) !== null) return picture;
  }
  return null;
}

// A part that unpacks to more than it may is as if it were not there.
function partOf(zip: JSZip, name: string): Promise<Uint8Array | null> {
  const entry = zip.file(name);
  if (!entry) return Promise.resolve(null);
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const stream = entry.nodeStream();
    stream.on('data', (part: Buffer) => {
      size += part.byteLength;
      if (size <= largestPart) parts.push(part);
      else {
        stream.pause();
        resolve(null);
      }
    });
    stream.on('end', () => resolve(Buffer.concat(parts)));
    stream.on('error', () => resolve(null));
  });
}
