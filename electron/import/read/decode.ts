import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { DecoderStream, Encoding } from 'iconv-lite';
import { chooseLegacy } from './encoding';
import { badLength, countUtf8, firstBad, unfinishedTail } from './utf8';

/** A piece of decoded text, and the places in it that stand for bytes which could not be decoded. */
interface Decoded {
  text: string;
  bad: number[];
}

const NONE: number[] = [];

/** Turns a file's bytes into text piece by piece, its byte order mark left out. */
export class TextStream {
  /** Set when the bytes turned out to be in another encoding than judged, after nothing but ASCII. */
  changedTo: { encoding: Encoding; rivals: string[] } | null = null;
  private rest: Buffer = Buffer.alloc(0);
  private decoder: DecoderStream | null;
  private started = false;
  /** In UTF-16 and UTF-32 a U+FFFD is the file's own. */
  private readonly wide: boolean;
  private beyondAscii = false;

  constructor(
    encoding: Encoding,
    /** True when the judged encoding may be given up for another at the first bad byte. */
    private readonly mayChange: boolean,
  ) {
    this.wide = /^utf-?(?:16|32)/.test(encoding);
    this.decoder = isUtf8Name(encoding) ? null : iconv.getDecoder(encoding, { stripBOM: true });
  }

  /** Decodes a further piece. */
  write(bytes: Buffer): Decoded {
    return this.decoder === null ? this.writeUtf8(bytes) : this.marked(this.decoder.write(bytes));
  }

  /** Decodes what was left unfinished. */
  end(): Decoded {
    if (this.decoder !== null) return this.marked(this.decoder.end() ?? '');
    const left = this.rest;
    this.rest = Buffer.alloc(0);
    return left.length === 0 ? { text: '', bad: NONE } : this.broken(left);
  }

  private marked(text: string): Decoded {
    return this.wide ? { text, bad: NONE } : findBad(text);
  }

  private writeUtf8(piece: Buffer): Decoded {
    let bytes = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
    if (!this.started && bytes.length < 3 && bytes[0] === 0xef) {
      this.rest = bytes;
      return { text: '', bad: NONE };
    }
    if (!this.started) bytes = withoutMarks(bytes);
    this.started = true;
    const tail = unfinishedTail(bytes);
    this.rest = tail === 0 ? Buffer.alloc(0) : Buffer.from(bytes.subarray(bytes.length - tail));
    const whole = tail === 0 ? bytes : bytes.subarray(0, bytes.length - tail);
    if (isAscii(whole)) return { text: whole.toString('latin1'), bad: NONE };
    if (isUtf8(whole)) {
      this.beyondAscii = true;
      return { text: whole.toString('utf8'), bad: NONE };
    }
    return this.broken(whole);
  }

  private broken(bytes: Buffer): Decoded {
    if (this.mayChange && !this.beyondAscii && mostlyBad(bytes)) {
      const choice = chooseLegacy(bytes);
      this.changedTo = { encoding: choice.encoding, rivals: choice.rivals };
      this.decoder = iconv.getDecoder(choice.encoding);
      const text = this.decoder.write(Buffer.concat([bytes, this.rest]));
      this.rest = Buffer.alloc(0);
      return { text, bad: NONE };
    }
    this.beyondAscii = true;
    return replaceBad(bytes);
  }
}

/** Programs that add a mark without looking leave two. */
function withoutMarks(bytes: Buffer): Buffer {
  let from = 0;
  while (bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf) from += 3;
  return bytes.subarray(from);
}

/** True when the bytes beyond ASCII speak against UTF-8. */
function mostlyBad(bytes: Buffer): boolean {
  const { valid, bad } = countUtf8(bytes);
  return bad > valid;
}

/** Decodes UTF-8 with one U+FFFD for each ill-formed stretch, and says where these stand. */
function replaceBad(bytes: Buffer): Decoded {
  const parts: string[] = [];
  const bad: number[] = [];
  let length = 0;
  let from = 0;
  for (let at = firstBad(bytes, 0); at !== -1; at = firstBad(bytes, from)) {
    const good = bytes.toString('utf8', from, at);
    bad.push(length + good.length);
    parts.push(good, '\ufffd');
    length += good.length + 1;
    from = at + badLength(bytes, at);
  }
  parts.push(bytes.toString('utf8', from));
  return { text: parts.join(''), bad };
}

/** Places of U+FFFD, by which other decoders mark what they cannot read. */
function findBad(text: string): Decoded {
  if (!text.includes('\ufffd')) return { text, bad: NONE };
  const bad: number[] = [];
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) bad.push(at);
  return { text, bad };
}

function isUtf8Name(encoding: Encoding): boolean {
  return /^(?:utf-?8|ascii|us-?ascii)$/.test(encoding);
}
