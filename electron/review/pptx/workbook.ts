import { writeXlsx } from 'hucre/xlsx';
import JSZip from 'jszip';
import { zipOf } from '../zip';

export type SheetCell = string | number | null;

/** The data sheet inside a chart: one sheet, the same rows give the same bytes. */
export async function workbookOf(rows: readonly (readonly SheetCell[])[]): Promise<Uint8Array> {
  const day = new Date(Date.UTC(2000, 0, 1));
  const bytes = await writeXlsx({
    properties: { created: day, modified: day },
    sheets: [{ name: 'Sheet1', rows: rows.map((row) => [...row]) }],
  });
  const zip = await JSZip.loadAsync(bytes);
  const files: [string, Uint8Array][] = [];
  for (const name of Object.keys(zip.files)) {
    const entry = zip.file(name);
    if (entry) files.push([name, await entry.async('uint8array')]);
  }
  return zipOf(files);
}
