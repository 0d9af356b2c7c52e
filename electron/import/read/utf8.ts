import { isUtf8 } from 'node:buffer';

/** Length of the valid UTF-8 sequence at a place; 0 when the bytes there are not valid, -1 when they are cut off by the end. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const size =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  if (size === 0) return 0;
  for (let i = 1; i < size; i++) {
    const next = bytes[at + i];
    if (next === undefined) return -1;
    if (next < lowest(first, i) || next > highest(first, i)) return 0;
  }
  return size;
}

function lowest(first: number, i: number): number {
  if (i > 1) return 0x80;
  return first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
}

function highest(first: number, i: number): number {
  if (i > 1) return 0xbf;
  return first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
}

/** Length of the ill-formed stretch at a place that one replacement character stands for. */
export function badLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const size = first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 1;
  let length = 1;
  while (length < size - 1) {
    const next = bytes[at + length];
    if (next === undefined || next < lowest(first, length) || next > highest(first, length)) break;
    length++;
  }
  return length;
}

/** Place of the first byte from `from` on that is not valid UTF-8; -1 when all is. A sequence cut off by the end counts as bad. */
export function firstBad(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++;
      continue;
    }
    const size = sequenceAt(bytes, at);
    if (size <= 0) return at;
    at += size;
  }
  return -1;
}

/** Number of bytes at the end that begin a sequence without finishing it: 0 to 3. */
export function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceAt(bytes, bytes.length - back) === -1 ? back : 0;
  }
  return 0;
}

/** True when bytes are valid UTF-8 but for a sequence that the end cuts off. */
export function isUtf8Piece(bytes: Buffer): boolean {
  return isUtf8(bytes.subarray(0, bytes.length - unfinishedTail(bytes)));
}

/** How many multi-byte sequences are valid, and how many stretches are not. */
export function countUtf8(bytes: Uint8Array): { valid: number; bad: number } {
  let valid = 0;
  let bad = 0;
  let at = 0;
  while (at < bytes.length) {
    const size = sequenceAt(bytes, at);
    if (size === -1) break;
    if (size === 0) {
      bad++;
      at += badLength(bytes, at);
    } else {
      if (size > 1) valid++;
      at += size;
    }
  }
  return { valid, bad };
}

/** A piece cut out of the middle, without the bytes of characters that were cut apart. */
export function wholeCharacters(piece: Buffer): Buffer {
  let start = 0;
  while (start < 3 && start < piece.length && ((piece[start] ?? 0) & 0xc0) === 0x80) start++;
  return piece.subarray(start, piece.length - unfinishedTail(piece));
}
