import { because } from '../../model/evidence';
import type { Evidence } from '../../model/evidence';
import iconv from 'iconv-lite';
import type { Encoding } from 'iconv-lite';
import { UserError } from '../../model/errors';
import { isUncertain, rankLegacy } from './legacy';
import { countUtf8, firstBad, isUtf8Piece } from './utf8';

/** The encoding of a file as told by its bytes. */
export interface EncodingChoice {
  encoding: Encoding;
  bom: boolean;
  evidence: Evidence;
  /** Other encodings in which the text would read about as well; empty when the choice is sure. */
  rivals: string[];
}

const MARKS: readonly { bytes: readonly number[]; encoding: Encoding }[] = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
];

/** Tells the encoding from the head of a file and further pieces of it. */
export function chooseEncoding(head: Buffer, further: readonly Buffer[], asked?: string): EncodingChoice {
  const marked = MARKS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (asked !== undefined) return { ...sure(named(asked), because('told')), bom: marked !== undefined };
  if (marked !== undefined && marked.encoding !== 'utf-8') {
    return { ...sure(marked.encoding, because('byte_order_mark')), bom: true };
  }
  const wide = marked === undefined ? wideWithoutMark(head) : null;
  if (wide !== null) return sure(wide, because('two_bytes'));
  const pieces = [head, ...further];
  if (pieces.every(isUtf8Piece)) {
    const ascii = pieces.every((piece) => firstBeyondAscii(piece) === -1);
    const evidence = because(marked !== undefined ? 'byte_order_mark' : ascii ? 'only_ascii' : 'valid_utf8');
    return { ...sure('utf-8', evidence), bom: marked !== undefined };
  }
  return { ...notValid(pieces), bom: marked !== undefined };
}

/** The encoding that bytes which are not UTF-8 are most likely in. */
export function chooseLegacy(bytes: Buffer): EncodingChoice {
  const ranked = rankLegacy(bytes);
  const [best, second] = ranked;
  const encoding = best?.encoding ?? 'windows-1252';
  const evidence = because('not_utf8');
  const rivals = isUncertain(ranked) && second !== undefined ? [second.encoding] : [];
  return { encoding, bom: false, evidence, rivals };
}

/** Place of the first byte beyond ASCII; -1 when there is none. */
function firstBeyondAscii(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) >= 0x80) return i;
  return -1;
}

function notValid(pieces: readonly Buffer[]): EncodingChoice {
  let valid = 0;
  let bad = 0;
  for (const piece of pieces) {
    const count = countUtf8(piece);
    valid += count.valid;
    bad += count.bad;
  }
  if (valid >= bad) return sure('utf-8', because('mostly_utf8', { valid, bad }));
  return chooseLegacy(Buffer.concat(pieces.filter((piece) => firstBad(piece, 0) !== -1)));
}

function sure(encoding: Encoding, evidence: Evidence): EncodingChoice {
  return { encoding, bom: false, evidence, rivals: [] };
}

function named(name: string): Encoding {
  const known = name.trim().toLowerCase();
  if (!iconv.encodingExists(known)) throw new UserError('bad_encoding', { encoding: name });
  return known;
}

const WIDE_SAMPLE = 64 * 1024;

/** UTF-16 without a mark: zero bytes stand on one side of the pairs, and line ends are pairs too. */
function wideWithoutMark(head: Buffer): Encoding | null {
  const size = Math.min(head.length, WIDE_SAMPLE) & ~1;
  if (size < 4 || head.indexOf(0) === -1) return null;
  const little = pairsOf(head, size, 0);
  const big = pairsOf(head, size, 1);
  if (isWide(little, size) && big.everyday === 0) return 'utf-16le';
  return isWide(big, size) && little.everyday === 0 ? 'utf-16be' : null;
}

interface Pairs {
  /** Pairs of an everyday ASCII character and a zero. */
  everyday: number;
  zeros: number;
  lineEnds: number;
  /** Line end bytes that are no pair. */
  strays: number;
}

function pairsOf(bytes: Buffer, size: number, low: 0 | 1): Pairs {
  const found = { everyday: 0, zeros: 0, lineEnds: 0, strays: 0 };
  for (let i = 0; i < size; i += 2) {
    const value = bytes[i + low] ?? 0;
    const high = bytes[i + 1 - low] ?? 0;
    if (high === 10 || high === 13) found.strays++;
    if (high === 0) {
      found.zeros++;
      if (isEveryday(value)) found.everyday++;
      if (value === 10 || value === 13) found.lineEnds++;
    } else if (value === 10 || value === 13) found.strays++;
  }
  return found;
}

function isWide({ everyday, zeros, lineEnds, strays }: Pairs, size: number): boolean {
  if (everyday < 2 || zeros > everyday * 2) return false;
  return everyday > size * 0.2 || (everyday > size * 0.02 && lineEnds > 0 && strays <= lineEnds * 0.1);
}

function isEveryday(byte: number): boolean {
  return byte === 9 || byte === 10 || byte === 13 || (byte >= 0x20 && byte < 0x7f);
}
