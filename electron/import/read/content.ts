import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { UserError } from '../../model/errors';
import { isWorkbook, listMembers } from './archive';
import { isHtml, isZip, looksLikeJson } from './refuse';

/** What a file holds, told by its bytes and never by its name. */
export type Content = 'text' | 'archive' | 'xlsx' | 'other' | 'html' | 'json' | 'parquet' | 'database';

/** Contents that are no text and are written out as such before they are read. */
export type Transcribed = Exclude<Content, 'text' | 'archive'>;

const headLength = 256 * 1024;
const oldWorkbook = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Tells what a file holds. Throws UserError for a missing file and for documents that hold no table. */
export async function contentOf(path: string): Promise<Content> {
  const file = basename(path);
  const handle = await open(path, 'r').catch(() => null);
  // A file that cannot be opened is refused, with its reason, by whoever reads it.
  if (!handle) return 'text';
  try {
    const { buffer, bytesRead } = await handle
      .read(Buffer.alloc(headLength), 0, headLength, 0)
      .catch(() => ({ buffer: Buffer.alloc(0), bytesRead: 0 }));
    const head = buffer.subarray(0, bytesRead);
    if (head.subarray(0, 8).equals(oldWorkbook) || isOldSheet(head)) return 'other';
    if (head.toString('latin1', 0, 4) === 'PAR1') return 'parquet';
    if (head.toString('latin1', 8, 12) === 'DUCK') return 'database';
    if (!isZip(head)) return contentOfText(head.toString('utf8').replace(/^\ufeff/, ''), file);
    const members = await listMembers(handle, (await handle.stat()).size, file);
    return isWorkbook(members)
      ? kindOfWorkbook(new Set(members.map(({ name }) => name.toLowerCase())), file)
      : 'archive';
  } finally {
    await handle.close();
  }
}

// A web page with a table in it, under the name of a workbook or a page, is what several systems export as one.
function contentOfText(text: string, file: string): Content {
  if (looksLikeJson(text)) return 'json';
  if (isXmlWorkbook(text)) return 'other';
  return /\.(?:xls|xlsx|html?)$/i.test(file) && isHtml(text) && /<table\b/i.test(text) ? 'html' : 'text';
}

// The XML workbooks of Excel 2003, which some systems still write under the name .xls or .xml.
function isXmlWorkbook(text: string): boolean {
  const start = text.slice(0, 4096);
  return (
    /^\s*<\?xml\b/.test(start) &&
    /<(?:\w+:)?Workbook\b/.test(start) &&
    start.includes('urn:schemas-microsoft-com:office:spreadsheet')
  );
}

function isOldSheet(head: Buffer): boolean {
  return (
    head[0] === 9 && [0, 2, 4, 8].includes(head[1] ?? -1) && [4, 6, 8, 16].includes(head[2] ?? -1) && head[3] === 0
  );
}

function kindOfWorkbook(names: ReadonlySet<string>, file: string): Content {
  if (names.has('xl/workbook.bin')) return 'other';
  if (names.has('content.xml')) return 'other';
  const kind = [...names].some((name) => name.startsWith('index')) ? 'Numbers' : 'document';
  if (![...names].some((name) => name.startsWith('xl/'))) throw new UserError('spreadsheet_not_csv', { file, kind });
  return 'xlsx';
}

const extensions: Readonly<Record<Transcribed, RegExp>> = {
  html: /^\.(?:html?)$/,
  xlsx: /^\.(?:xl\w*|ods)$/,
  other: /^\.(?:xl\w*|ods|xml)$/,
  json: /^\.(?:json|ndjson|jsonl)$/,
  parquet: /^\.(?:parquet|pq)$/,
  database: /^\.(?:duckdb|ddb|db)$/,
};

/** True when a file's name promises nothing else than it holds. */
export function isExpected(file: string, content: Transcribed): boolean {
  const extension = extname(file).toLowerCase();
  return extension === '' || extensions[content].test(extension);
}
