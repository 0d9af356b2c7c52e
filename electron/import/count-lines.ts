import { open } from 'node:fs/promises';
import type { ReadControl } from './read';

/** Line ends of a file, counted byte by byte without reading it as text. */
export interface LineCount {
  /** Physical lines, a last one without an end included. */
  readonly lines: number;
  readonly returns: number;
  readonly hasNul: boolean;
}

const chunk = 4 * 1024 * 1024;

/** Counts the lines of a file; about 3 GB/s. Throws the signal's reason. */
export async function countLines(path: string, { signal, onProgress }: ReadControl = {}): Promise<LineCount> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(chunk);
    const { size } = await handle.stat();
    let done = 0;
    let feeds = 0;
    let returns = 0;
    let hasNul = false;
    let last = 10;
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, 0, chunk);
      if (bytesRead === 0) break;
      done += bytesRead;
      onProgress?.(done, Math.max(done, size));
      const piece = buffer.subarray(0, bytesRead);
      feeds += occurrences(piece, 10);
      returns += occurrences(piece, 13);
      hasNul ||= piece.includes(0);
      last = piece[bytesRead - 1] ?? 10;
    }
    return { lines: feeds + (last === 10 ? 0 : 1), returns, hasNul };
  } finally {
    await handle.close();
  }
}

function occurrences(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count++;
  return count;
}
