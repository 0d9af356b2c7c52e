import type { Brand } from '../../model/deck';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What kind of picture these bytes are; null for any other. */
export function pictureType(bytes: Uint8Array): 'png' | 'jpeg' | 'svg' | null {
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  return /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 4_096))) ? 'svg' : null;
}

/** Size of a brand's logo in its own px; null where there is none that can be drawn. */
export function logoIn(brand: Brand | null): Size | null {
  return brand?.logo ? sizeOf(Buffer.from(brand.logo.slice(brand.logo.indexOf(',') + 1), 'base64')) : null;
}

// Both kinds tell their size in their head; in a JPEG it stands in the first frame.
function sizeOf(bytes: Buffer): Size | null {
  if (pictureType(bytes) === 'png' && bytes.length >= 24)
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return null;
}
