import { utils, write } from '@e965/xlsx';
import type { BookType, WorkSheet } from '@e965/xlsx';

type Cell = string | number | boolean | Date | null;

/** A sheet of a workbook written for a test. */
export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly hidden?: boolean;
  readonly merges?: readonly string[];
  /** Number formats of single cells, by their place. */
  readonly formats?: Readonly<Record<string, string>>;
}

/** A workbook of any kind as another program writes it. */
export function workbook(kind: BookType, sheets: readonly TestSheet[], is1904 = false): Buffer {
  const book = utils.book_new();
  for (const { name, rows, merges = [], formats = {} } of sheets) {
    const sheet: WorkSheet = utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      { UTC: true, cellDates: true, dateNF: kind === 'ods' ? 'm/d/yy' : 'yyyy-mm-dd hh:mm:ss' },
    );
    if (merges.length > 0) sheet['!merges'] = merges.map((range) => utils.decode_range(range));
    for (const [place, format] of Object.entries(formats)) Object.assign(cellOf(sheet, place), { z: format });
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = {
    Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden === true ? 1 : 0 })),
    WBProps: { date1904: is1904 },
  };
  const bytes: unknown = write(book, { type: 'buffer', bookType: kind, cellDates: false });
  if (!Buffer.isBuffer(bytes)) throw new Error('the workbook was not written');
  return bytes;
}

function cellOf(sheet: WorkSheet, place: string): object {
  const cell: unknown = sheet[place];
  if (typeof cell !== 'object' || cell === null) throw new Error(`no cell at ${place}`);
  return cell;
}
