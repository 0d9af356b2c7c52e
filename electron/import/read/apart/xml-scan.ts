const [lessThan, greaterThan, slash, bang, question, equals, colon, ampersand] = [
  0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x3d, 0x3a, 0x26,
];
const [doubleQuote, singleQuote, hyphen, bracket] = [0x22, 0x27, 0x2d, 0x5b];
const declarationStart = 9;
/** Most bytes of one tag or one text that is asked for; no cell of a workbook holds a tenth of that. */
const longestPiece = 4 * 1024 * 1024;
const none: Buffer = Buffer.alloc(0);

/** What a scanner tells. Bytes and places hold only while they are told. */
export interface XmlListener {
  /** True while text is asked for; other text is passed over unseen. */
  readonly wantsText: boolean;
  /** An element begins; the name has no prefix. */
  opened(name: string, attributes: Attributes): void;
  closed(name: string): void;
  text(text: XmlText): void;
}

/** Thrown for XML that is not well formed, or whose pieces are longer than any workbook's. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault';
}

/** Attributes of the element that begins, found by their whole name. */
export class Attributes {
  bytes = none;
  /** Name from, name to, value from, value to: four places an attribute. */
  readonly places: number[] = [];

  /** Value of an attribute; null where it is missing. */
  get(name: string): string | null {
    for (let i = 0; i < this.places.length; i += 4) {
      const [from = 0, to = 0, start = 0, end = 0] = this.places.slice(i, i + 4);
      if (this.bytes.toString('latin1', from, to) === name) return decoded(this.bytes, start, end, true);
    }
    return null;
  }

  /** Where the value of an attribute of one letter lies in `places`; -1 where it is missing. */
  placeOf(letter: number): number {
    const { bytes, places } = this;
    for (let i = 0; i < places.length; i += 4) {
      const from = places[i] ?? 0;
      if (bytes[from] === letter && places[i + 1] === from + 1) return i + 2;
    }
    return -1;
  }
}

/** A run of text between tags. */
export class XmlText {
  bytes = none;
  from = 0;
  to = 0;
  /** True for text that stands for itself: what looks like a reference in it is none. */
  isVerbatim = false;

  toString(): string {
    return decoded(this.bytes, this.from, this.to, !this.isVerbatim);
  }

  /** The number that up to 15 digits and nothing else spell; -1 for any other text. */
  get digits(): number {
    const { bytes, from, to } = this;
    if (from === to || to - from > 15) return -1;
    let number = 0;
    for (let i = from; i < to; i++) {
      const digit = (bytes[i] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return -1;
      number = number * 10 + digit;
    }
    return number;
  }
}

/** Reads XML from its bytes as they come, without making text of what nobody asks for. */
export class XmlScanner {
  private rest = none;
  private depth = 0;
  private readonly attributes = new Attributes();
  private readonly run = new XmlText();

  constructor(private readonly listener: XmlListener) {}

  /** Takes a further piece. Throws XmlFault. */
  add(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const done = this.scan(bytes);
    this.rest = bytes.subarray(done);
    if (this.rest.length > longestPiece) throw new XmlFault('a piece without end');
  }

  /** Throws XmlFault when the XML ends inside an element. */
  finish(): void {
    if (this.depth !== 0 || this.rest.includes(lessThan)) throw new XmlFault('cut short');
  }

  /** Tells all that is whole; gives the place of what is not. */
  private scan(bytes: Buffer): number {
    this.attributes.bytes = bytes;
    const { length } = bytes;
    let at = 0;
    for (;;) {
      let open = at;
      while (open < length && bytes[open] !== lessThan) open++;
      const isWanted = this.listener.wantsText;
      if (open + 1 >= length) return isWanted ? at : open;
      if (open > at && isWanted) this.tellText(bytes, at, open, false);
      const after = this.tag(bytes, open);
      if (after < 0) return open;
      at = after;
    }
  }

  private tellText(bytes: Buffer, from: number, to: number, isVerbatim: boolean): void {
    const { run } = this;
    run.bytes = bytes;
    run.from = from;
    run.to = to;
    run.isVerbatim = isVerbatim;
    this.listener.text(run);
  }

  /** Tells the tag that begins at a place; gives the place behind it, -1 when its end has not come yet. */
  private tag(bytes: Buffer, open: number): number {
    switch (bytes[open + 1]) {
      case slash: {
        const end = tagEnd(bytes, open);
        if (end < 0) return -1;
        this.depth--;
        this.listener.closed(localName(bytes, open + 2, nameEnd(bytes, open + 2, end)));
        return end + 1;
      }
      case bang:
        return this.declaration(bytes, open);
      case question:
        return behind(bytes, '?>', open);
      default:
        return this.element(bytes, open);
    }
  }

  private declaration(bytes: Buffer, open: number): number {
    if (bytes.length < open + declarationStart) return -1;
    if (bytes[open + 2] === hyphen) return behind(bytes, '-->', open + 4);
    if (bytes[open + 2] !== bracket) return behind(bytes, '>', open);
    const end = behind(bytes, ']]>', open + declarationStart);
    if (end > 0 && this.listener.wantsText) this.tellText(bytes, open + declarationStart, end - 3, true);
    return end;
  }

  private element(bytes: Buffer, open: number): number {
    const { places } = this.attributes;
    places.length = 0;
    const last = nameEnd(bytes, open + 1, bytes.length);
    let at = last;
    for (;;) {
      while (isBlank(bytes[at])) at++;
      const byte = bytes[at];
      if (byte === undefined) return -1;
      if (byte === greaterThan) break;
      if (byte === slash) {
        at++;
        continue;
      }
      at = attributeAt(bytes, at, places);
      if (at < 0) return -1;
    }
    const name = localName(bytes, open + 1, last);
    this.listener.opened(name, this.attributes);
    if (bytes[at - 1] === slash) this.listener.closed(name);
    else this.depth++;
    return at + 1;
  }
}

/** Notes the attribute that begins at a place; gives the place behind it, -1 when its end has not come yet. */
function attributeAt(bytes: Buffer, from: number, places: number[]): number {
  let at = from;
  while (bytes[at] !== equals) {
    const byte = bytes[at];
    if (byte === undefined) return -1;
    if (byte === greaterThan) throw new XmlFault('an attribute without value');
    at++;
  }
  let to = at;
  while (isBlank(bytes[to - 1])) to--;
  at++;
  while (isBlank(bytes[at])) at++;
  const quote = bytes[at];
  if (quote === undefined) return -1;
  if (quote !== doubleQuote && quote !== singleQuote) throw new XmlFault('an attribute without quotes');
  const start = at + 1;
  at = start;
  while (at < bytes.length && bytes[at] !== quote) at++;
  if (at === bytes.length) return -1;
  places.push(from, to, start, at);
  return at + 1;
}

function behind(bytes: Buffer, end: string, from: number): number {
  const found = bytes.indexOf(end, from, 'latin1');
  return found < 0 ? -1 : found + end.length;
}

// Tags are so short that asking the runtime costs more than looking.
function tagEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== greaterThan) at++;
  return at < bytes.length ? at : -1;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function nameEnd(bytes: Buffer, from: number, most: number): number {
  let at = from;
  while (at < most && bytes[at] !== greaterThan && bytes[at] !== slash && !isBlank(bytes[at])) at++;
  return at;
}

// Names of one letter come by the million; every letter is made into text once.
const letters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

function localName(bytes: Buffer, from: number, to: number): string {
  let start = from;
  if (to - from > 1) {
    for (let i = from; i < to; i++) if (bytes[i] === colon) start = i + 1;
  }
  const only = to - start === 1 ? letters[bytes[start] ?? 0] : undefined;
  return only ?? bytes.toString('latin1', start, to);
}

function decoded(bytes: Buffer, from: number, to: number, hasReferences: boolean): string {
  let bits = 0;
  let refers = false;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    bits |= byte;
    refers ||= byte === ampersand;
  }
  const text = bytes.toString(bits < 0x80 ? 'latin1' : 'utf8', from, to);
  return hasReferences && refers ? withoutReferences(text) : text;
}

const signs: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Puts what the references of XML stand for in their place; what is none stays. */
export function withoutReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return signs.get(name) ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
