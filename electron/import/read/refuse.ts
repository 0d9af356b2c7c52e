import { UserError } from '../../model/errors';
import type { ErrorCode } from '../../model/errors';

interface Magic {
  code: ErrorCode;
  kind: string;
  /** Characters (one a byte) that the file starts with. */
  start: string;
  /** Further characters at a place. */
  also?: { at: number; text: string };
}

const MAGIC: readonly Magic[] = [
  { code: 'pdf', kind: 'PDF', start: '%PDF-' },
  { code: 'not_text', kind: 'PostScript', start: '%!PS' },
  { code: 'image', kind: 'PNG', start: '\x89PNG' },
  { code: 'image', kind: 'JPEG', start: '\xff\xd8\xff' },
  { code: 'image', kind: 'GIF', start: 'GIF8' },
  { code: 'image', kind: 'TIFF', start: 'II*\0' },
  { code: 'image', kind: 'TIFF', start: 'MM\0*' },
  { code: 'image', kind: 'WebP', start: 'RIFF', also: { at: 8, text: 'WEBP' } },
  { code: 'image', kind: 'BMP', start: 'BM', also: { at: 6, text: '\0\0\0\0' } },
  { code: 'image', kind: 'HEIC', start: '', also: { at: 4, text: 'ftyphei' } },
  { code: 'spreadsheet_not_csv', kind: 'Excel 97', start: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { code: 'spreadsheet_not_csv', kind: 'Excel', start: '\x09\x08', also: { at: 2, text: '\x10\0' } },
  { code: 'not_text', kind: 'bzip2', start: 'BZh', also: { at: 4, text: '1AY&SY' } },
  { code: 'not_text', kind: '7z', start: '7z\xbc\xaf\x27\x1c' },
  { code: 'not_text', kind: 'rar', start: 'Rar!\x1a' },
  { code: 'not_text', kind: 'xz', start: '\xfd7zXZ\0' },
  { code: 'not_text', kind: 'zstd', start: '\x28\xb5\x2f\xfd' },
  { code: 'not_text', kind: 'tar', start: '', also: { at: 257, text: 'ustar' } },
  { code: 'not_text', kind: 'SQLite', start: 'SQLite format 3\0' },
  { code: 'not_text', kind: 'DuckDB', start: '', also: { at: 8, text: 'DUCK' } },
  { code: 'not_text', kind: 'Parquet', start: 'PAR1' },
  { code: 'not_text', kind: 'Arrow', start: 'ARROW1' },
  { code: 'not_text', kind: 'Avro', start: 'Obj\x01' },
  { code: 'not_text', kind: 'RTF', start: '{\\rtf' },
  { code: 'not_text', kind: 'program', start: '\x7fELF' },
  { code: 'not_text', kind: 'program', start: 'MZ', also: { at: 3, text: '\0' } },
];

/** Refuses a file by its first bytes when these belong to no text. Throws UserError naming the kind. */
export function refuseBytes(head: Buffer, file: string): void {
  const text = head.toString('latin1', 0, 512);
  const found = MAGIC.find(
    ({ start, also }) => text.startsWith(start) && (also === undefined || text.startsWith(also.text, also.at)),
  );
  if (found !== undefined) throw new UserError(found.code, { file, kind: found.kind });
}

/** True for the first bytes of gzip data. */
export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** True for the first bytes of a zip archive, also of an empty one. */
export function isZip(head: Buffer): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

const HTML =
  /^(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|table|tr|td|th|meta|style|script|div|span|p|b|font|center|pre)\b[^<]*>?/i;
const XML = /^<(?:\?xml|!DOCTYPE|([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?\/?>)/;
const JSON_START =
  /^(?:\{\s*(?:"(?:[^"\\\n]|\\.)*"\s*:|\})|\[\s*(?:\{\s*"|\[|"(?:[^"\\\n]|\\.)*"\s*,?\s*[\n"\]]|-?\d+(?:\.\d+)?\s*,|\]))/;
const MIME = /^(?:MIME-Version:|Content-Type:\s*multipart\/)/i;
const CARD = /^BEGIN:V[A-Z]+\r?\n/;

/** Refuses decoded text that is a document and no table. Throws UserError naming the kind. */
export function refuseText(text: string, file: string): void {
  const start = text.slice(0, 64 * 1024).trimStart();
  if (isHtml(text) || MIME.test(start)) throw new UserError('html', { file });
  const xml = XML.exec(start);
  if (xml !== null && (xml[1] === undefined || start.includes(`</${xml[1]}`))) throw new UserError('xml', { file });
  if (looksLikeJson(text)) throw new UserError('json', { file });
  if (CARD.test(start)) throw new UserError('not_a_table', { file, reason: 'card' });
  // A file that was not written to its end is filled up with zero bytes.
  refuseControls(text.slice(0, 256 * 1024).replace(/\0+$/, ''), file);
}

/** True for text that begins as a web page does. */
export function isHtml(text: string): boolean {
  return HTML.test(text.slice(0, 64 * 1024).trimStart());
}

/** True for text that is JSON and no table. */
export function looksLikeJson(text: string): boolean {
  const start = text.slice(0, 64 * 1024).trimStart();
  return JSON_START.test(start) && isJson(text, start);
}

/** JSON as a whole, JSON cut off by the sample's end, or one JSON value a line. */
function isJson(text: string, start: string): boolean {
  if (parses(text.trim())) return true;
  const [first = '', second = ''] = start.split('\n');
  if (parses(first.trim())) return second.trim() === '' || parses(second.trim());
  return /^[[{]\s*(?:[[{]\s*)?"(?:[^"\\]|\\.)*"\s*:/.test(start) || /^\[\s*$/.test(first) || /^\{\s*$/.test(first);
}

function parses(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

const MOST_CONTROLS = 0.05;

function refuseControls(text: string, file: string): void {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 ? code < 9 || (code > 13 && code < 26) : code === 0x7f || code === 0xfffd) controls++;
  }
  if (controls > 3 && controls > text.length * MOST_CONTROLS) throw new UserError('not_text', { file, kind: 'binary' });
}
