import { inflateSync } from 'node:zlib';

/** What a PDF says of itself, read from its objects. */
export interface Pdf {
  /** Width of each sheet in points. */
  readonly sheets: readonly number[];
  readonly tagged: boolean;
  /** Entries of its outline, in their order. */
  readonly headings: readonly string[];
  /** Whether its fonts say which letters their signs are, so that text can be selected and found. */
  readonly letters: boolean;
}

/** Reads a PDF as Chromium writes it: every object in the open, its streams packed. */
export function readPdf(bytes: Buffer): Pdf {
  const text = bytes.toString('latin1');
  const objects = text.split(/\bendobj\b/);
  const sheets = objects.flatMap((object) => {
    if (!/\/Type\s*\/Page\b/.test(object)) return [];
    return [Number(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)/.exec(object)?.[1] ?? NaN)];
  });
  return {
    sheets,
    tagged: /\/StructTreeRoot\b/.test(text) && /\/MarkInfo\s*<<[^>]*\/Marked\s+true/.test(text),
    headings: objects.flatMap((object) => (/\/Dest\b|\/A\s*<</.test(object) ? titleIn(object) : [])),
    letters: streamsIn(bytes, text).some((stream) => /beginbf(?:char|range)/.test(stream)),
  };
}

function titleIn(object: string): readonly string[] {
  const hex = /\/Title\s*<([0-9A-Fa-f]+)>/.exec(object)?.[1];
  if (hex !== undefined) return [decoded(Buffer.from(hex, 'hex'))];
  const plain = /\/Title\s*\(((?:\\[\s\S]|[^\\)])*)\)/.exec(object)?.[1];
  return plain === undefined ? [] : [decoded(Buffer.from(unescaped(plain), 'latin1'))];
}

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3}|[\s\S])/g, (_, sign: string) =>
    /^[0-7]{3}$/.test(sign) ? String.fromCharCode(parseInt(sign, 8)) : sign,
  );
}

function decoded(bytes: Buffer): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1').trim();
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le').trim();
}

function streamsIn(bytes: Buffer, text: string): readonly string[] {
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: head }) => {
    if (text.slice(index - 3, index) === 'end') return [];
    try {
      return [inflateSync(bytes.subarray(index + head.length)).toString('latin1')];
    } catch {
      return [];
    }
  });
}
