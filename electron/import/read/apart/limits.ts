import { UserError } from '../../../model/errors';

/** Most bytes that one part of a workbook may unpack to. */
const mostUnpacked = 2 * 1024 * 1024 * 1024;
/** Most bytes of shared texts: they are all held in memory. */
const mostTexts = 256 * 1024 * 1024;
/** Most bytes of the small parts that say where things are. */
const mostPlan = 32 * 1024 * 1024;
const most = { rows: mostUnpacked, texts: mostTexts, plan: mostPlan };

/** From this size on a part that unpacks to far more than it takes is a bomb. */
const ratioFrom = { rows: 50 * 1024 * 1024, texts: 20 * 1024 * 1024, plan: 4 * 1024 * 1024 };
const mostRatio = { rows: 200, texts: 100, plan: 100 };

/** Most cells of one sheet, empty ones between filled ones included. */
const mostCells = 50_000_000;
/** Most cells of a sheet that is next to empty. */
const mostSparse = 5_000_000;
const sparse = 0.02;
const lastRow = 1_048_576;

/** What a part of a workbook is for. */
export type PartUse = keyof typeof most;

/** Refuses a part that unpacked to too much. Throws UserError `archive_too_big`. */
export function refuseSize(file: string, use: PartUse, unpacked: number, packed: number): void {
  const bomb = unpacked > ratioFrom[use] && unpacked > packed * mostRatio[use];
  if (bomb || unpacked > most[use]) throw new UserError('archive_too_big', { file, bytes: unpacked });
}

/** Refuses a sheet of more cells than anyone has, most of all when hardly one is filled. Throws UserError `archive_too_big`. */
export function refuseCells(file: string, cells: number, filled: number): void {
  const most = filled < cells * sparse ? mostSparse : mostCells;
  if (cells > most) throw new UserError('archive_too_big', { file, cells, most });
}

/** Refuses a row below the last that any sheet has. Throws UserError `archive_damaged`. */
export function refuseRow(file: string, row: number): void {
  if (row > lastRow) throw new UserError('archive_damaged', { file, reason: 'row_number' });
}

/** Refuses a part that declares entities: no workbook has any. Throws UserError `archive_damaged`. */
export function refuseDeclarations(file: string, head: string): void {
  if (/<!(?:doctype|entity)/i.test(head)) throw new UserError('archive_damaged', { file, reason: 'declares_entities' });
}
