// Just enough of the tar format (POSIX ustar) to take one file out of a package, because a bare machine may have no tar program.
const block = 512;

/** Content of the regular file with exactly this name; throws when the archive is cut short or has no such file. */
export async function readTarEntry(chunks, name) {
  const reader = byteReader(chunks);
  for (;;) {
    const header = await reader.take(block);
    const entry = readHeader(header);
    if (!entry) throw new Error(`no file ${name} in the archive`);
    if (entry.isFile && entry.name === name) return reader.take(entry.size);
    await reader.skip(Math.ceil(entry.size / block) * block);
  }
}

function readHeader(header) {
  if (header.every((byte) => byte === 0)) return null;
  const prefix = text(header, 345, 155);
  const name = text(header, 0, 100);
  const type = header[156];
  return {
    name: prefix ? `${prefix}/${name}` : name,
    size: octal(header, 124, 12),
    isFile: type === 0 || type === 0x30,
  };
}

function text(header, start, length) {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString('utf8');
}

function octal(header, start, length) {
  const value = text(header, start, length).trim();
  if (!/^[0-7]+$/.test(value)) throw new Error(`not a tar size: ${JSON.stringify(value)}`);
  return Number.parseInt(value, 8);
}

function byteReader(chunks) {
  const iterator = chunks[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  const read = async (length, keep) => {
    for (let at = 0; at < length;) {
      if (rest.length === 0) {
        const { value, done } = await iterator.next();
        if (done) throw new Error('the archive ends too early');
        rest = value;
      }
      const part = rest.subarray(0, length - at);
      keep?.set(part, at);
      at += part.length;
      rest = rest.subarray(part.length);
    }
    return keep;
  };
  return { take: (length) => read(length, Buffer.allocUnsafe(length)), skip: (length) => read(length, undefined) };
}
