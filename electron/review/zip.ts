import JSZip from 'jszip';

// One fixed moment, so that the same contents give the same bytes.
const fixedDate = new Date(Date.UTC(1980, 0, 1));

/** A zip archive of these files in this order; the same files give the same bytes. */
export function zipOf(files: readonly (readonly [string, Uint8Array | string])[]): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, bytes] of files)
    zip.file(name, bytes, { date: fixedDate, createFolders: false, unixPermissions: null });
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  });
}
