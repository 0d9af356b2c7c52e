import type { Encoding } from 'iconv-lite';
import { TextStream } from './decode';
import { readHead, readMiddle } from './source';
import type { Source } from './source';
import { isUtf8Piece, wholeCharacters } from './utf8';

const HEAD = 1024 * 1024;
const MOST_HEAD = 16 * HEAD;
const SCANNED_WHOLE = 64 * HEAD;
const PROBE = 64 * 1024;
const PROBES = 24;
const MOST_BAD = 8;

/** The first bytes of a file: enough for a few whole lines. */
export async function headOf(source: Source): Promise<{ bytes: Buffer; whole: boolean }> {
  for (let size = HEAD; ; size *= 4) {
    const head = await readHead(source, size);
    if (head.whole || size >= MOST_HEAD || countLineEnds(head.bytes) >= 3) return head;
  }
}

function countLineEnds(bytes: Buffer): number {
  let count = 0;
  for (let i = 0; i < bytes.length && count < 3; i++) if (bytes[i] === 10 || bytes[i] === 13) count++;
  return count;
}

/** Pieces beyond the head that are not valid UTF-8: of a small file from all of it, of a big one from places spread over it. */
export async function furtherPieces(source: Source): Promise<Buffer[]> {
  const size = source.packed === 'plain' ? (source.bytes ?? 0) : 0;
  const pieces: Buffer[] = [];
  const whole = size <= SCANNED_WHOLE;
  const step = whole ? HEAD : Math.floor((size - HEAD) / PROBES);
  const places = size <= HEAD ? [] : Array.from({ length: Math.ceil((size - HEAD) / step) }, (_, i) => HEAD + i * step);
  if (!whole) places.push(size - PROBE);
  for (const at of places) {
    const piece = wholeCharacters(await readMiddle(source, at, whole ? HEAD : PROBE));
    if (!isUtf8Piece(piece)) pieces.push(piece);
    if (pieces.length >= MOST_BAD) break;
  }
  return pieces;
}

/** Decodes all bytes, and says which places stand for undecodable ones. */
export function decodeAll(bytes: Buffer, encoding: Encoding): { text: string; bad: number[] } {
  const stream = new TextStream(encoding, false);
  const first = stream.write(bytes);
  const last = stream.end();
  return { text: first.text + last.text, bad: [...first.bad, ...last.bad.map((place) => place + first.text.length)] };
}
