import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { decodeStream } from 'iconv-lite';
import { readRecords } from './read';
import type { OpenTable, ReadOptions } from './read';

/** Original text of physical lines of a file, by number; of a file that is no plain text, the cells of the record that starts there. */
export async function linesOf(
  { path, options }: OpenTable,
  encoding: string,
  wanted: ReadonlySet<number>,
): Promise<Map<number, string>> {
  if (wanted.size === 0) return new Map();
  return options.part === undefined && options.transcript === undefined && (await isPlain(path))
    ? textLines(path, encoding, wanted)
    : recordLines(path, options, wanted);
}

async function isPlain(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const start = buffer.toString('latin1');
    return !start.startsWith('PK') && !start.startsWith('\x1f\x8b') && start !== '\xd0\xcf\x11\xe0';
  } finally {
    await handle.close();
  }
}

async function textLines(path: string, encoding: string, wanted: ReadonlySet<number>): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const last = Math.max(...wanted);
  let line = 1;
  let rest = '';
  const stream = createReadStream(path).pipe(decodeStream(encoding));
  for await (const piece of stream) {
    const parts = (rest + String(piece)).split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop() ?? '';
    for (const text of parts) {
      if (wanted.has(line)) found.set(line, text);
      line++;
    }
    if (line > last) break;
  }
  if (wanted.has(line) && rest !== '') found.set(line, rest.replace(/\r$/, ''));
  return found;
}

async function recordLines(
  path: string,
  options: ReadOptions,
  wanted: ReadonlySet<number>,
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  for await (const batch of readRecords(path, options)) {
    batch.lines.forEach((line, i) => {
      if (wanted.has(line)) found.set(line, (batch.cells[i] ?? []).join(','));
    });
    for (const aside of batch.setAside) if (wanted.has(aside.line)) found.set(aside.line, aside.text);
  }
  return found;
}
