import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTarEntry } from '../../scripts/tar.mjs';

const blockSize = 512;

function entry(name: string, content: Buffer, type = '0'): Buffer {
  const header = Buffer.alloc(blockSize);
  header.write(name, 0);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(type, 156);
  const padding = Buffer.alloc((blockSize - (content.length % blockSize)) % blockSize);
  return Buffer.concat([header, content, padding]);
}

function archive(...entries: Buffer[]): Buffer {
  return Buffer.concat([...entries, Buffer.alloc(2 * blockSize)]);
}

async function* inPieces(bytes: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
    await Promise.resolve();
  }
}

test('a file is read whole, however the archive arrives in pieces', async () => {
  const content = fc.uint8Array({ maxLength: 3 * blockSize }).map((bytes) => Buffer.from(bytes));
  const sizes = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(content, content, sizes, async (first, second, pieces) => {
      const tar = archive(entry('package/a', first), entry('package/b.zip', second));
      expect(await readTarEntry(inPieces(tar, pieces), 'package/b.zip')).toEqual(second);
    }),
  );
});

test('a folder or an extended header of the same name is not taken for the file', async () => {
  const tar = archive(
    entry('a', Buffer.from('pax'), 'x'),
    entry('a', Buffer.alloc(0), '5'),
    entry('a', Buffer.from('x')),
  );
  expect(String(await readTarEntry(inPieces(tar, [100]), 'a'))).toBe('x');
});

test('an archive that is cut short is refused', async () => {
  const tar = archive(entry('a', Buffer.alloc(700, 1)));
  await expect(readTarEntry(inPieces(tar.subarray(0, 1000), [300]), 'a')).rejects.toThrow('ends too early');
});

test('an archive without the file says so', async () => {
  await expect(readTarEntry(inPieces(archive(entry('a', Buffer.alloc(3))), [512]), 'b')).rejects.toThrow('no file b');
});

test('a size that is no number is refused instead of read as nothing', async () => {
  const tar = archive(entry('a', Buffer.alloc(3)));
  tar.write('nonsense!!!', 124);
  await expect(readTarEntry(inPieces(tar, [512]), 'a')).rejects.toThrow('not a tar size');
});
