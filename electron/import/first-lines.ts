import { open } from 'node:fs/promises';

/** The first lines of a file as they stand, for a look at them, and its size in bytes. Bytes that are no UTF-8 show as their Latin-1 letters. */
export async function firstLines(path: string): Promise<{ firstLines: string[]; bytes: number }> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head.includes(0) || head.subarray(0, 2).toString('latin1') === 'PK') return { firstLines: [], bytes: size };
    const text = head.toString('utf8').includes('\ufffd') ? head.toString('latin1') : head.toString('utf8');
    const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
    return { firstLines: lines.slice(0, 6).map((line) => line.slice(0, 300)), bytes: size };
  } finally {
    await handle.close();
  }
}
