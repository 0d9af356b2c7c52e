import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** What stands in an archive under one name. Pieces are packed while the next ones are made, so that what is long never stands whole in memory. */
export type ZipContents = Uint8Array | string | Iterable<string>;

// One fixed moment, whatever the time zone, so that the same contents give the same bytes.
const alike = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

/** A zip archive of these files in this order; the same files give the same bytes. */
export function zipOf(files: readonly (readonly [string, ZipContents])[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, contents] of files) {
    if (typeof contents === 'string' || contents instanceof Uint8Array)
      zip.addBuffer(Buffer.from(contents), name, alike);
    else zip.addReadStream(piecesOf(contents, zip), name, { ...alike, compressionLevel: quick });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** What comes in pieces is long, and the packing then is most of the wait: the quickest level, for a file about a third larger. */
const quick = 1;

function piecesOf(contents: Iterable<string>, zip: ZipFile): Readable {
  return Readable.from(contents).on('error', (error) => zip.outputStream.emit('error', error));
}
