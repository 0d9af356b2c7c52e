import { writeXlsx } from 'hucre/xlsx';
import { words } from '../../renderer/i18n';
import type { Column } from '../model/table';
import type { ReviewContent, SlideContent, Twin } from './content/content';
import { numberFormat } from './number-format';

type CellValue = string | number | boolean | Date | null;

interface Sheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: CellValue[][];
  readonly formats: readonly (string | undefined)[];
}

/** The tables behind a review's pictures, one sheet each: cells typed, numbers whole and formatted as the screen prints them, text never a formula. */
export async function xlsxOf(review: ReviewContent): Promise<Uint8Array> {
  const sheets = [aboutSheet(review), ...review.slides.flatMap((slide) => sheetOf(slide) ?? [])];
  const names = new Set<string>();
  const day = new Date(`${review.day}T00:00:00Z`);
  return writeXlsx({
    properties: { title: review.title, creator: 'Quarterdeck', created: day, modified: day },
    sheets: sheets.map(({ name, heads, rows, formats }) => ({
      name: sheetName(name, names),
      columns: heads.map((head, i) => ({
        width: widthFor(head, rows, i),
        ...(formats[i] !== undefined && { numFmt: formats[i] }),
      })),
      rows: [
        heads.map(plainText),
        ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? plainText(cell) : cell))),
      ],
      freezePane: { rows: 1 },
    })),
  });
}

function aboutSheet({ title, locale, slides, leftOut }: ReviewContent): Sheet {
  const { t } = words(locale);
  const rows = slides.map(({ number, headline, shown, footer }): CellValue[] => [number, headline, shown, footer]);
  const left = leftOut.map(({ title: name, reason }): CellValue[] => [null, name, t('review.leftOut'), reason]);
  return {
    name: title,
    heads: ['', t('review.sheet.headline'), t('review.sheet.shown'), t('review.sheet.footer')],
    rows: [...rows, ...left],
    formats: [],
  };
}

function sheetOf({ number, id, twin, picture }: SlideContent): Sheet | null {
  if (twin) return twinSheet(`${number} ${id}`, twin);
  if (picture.kind !== 'grid') return null;
  return {
    name: `${number} ${id}`,
    heads: picture.columns.map(({ title }) => title),
    rows: picture.rows.map((cells) => cells.map(({ text }) => text)),
    formats: [],
  };
}

/** A table as a sheet: heads in words, every cell as what it is. */
export function twinSheet(name: string, { table, titles, currency }: Twin): Sheet {
  const rows = Array.from({ length: table.length }, (_, row) => table.columns.map((column) => cellIn(column, row)));
  return { name, heads: titles, rows, formats: table.columns.map(({ unit }) => numberFormat(unit, currency)) };
}

function cellIn(column: Column, row: number): CellValue {
  if (column.kind === 'text') return column.dictionary[column.codes[row] ?? -1] ?? null;
  const value = column.values[row] ?? NaN;
  if (Number.isNaN(value)) return null;
  if (column.unit === 'flag') return value !== 0;
  if (column.unit === 'date') return new Date(value * 86_400_000);
  if (column.unit === 'instant') return new Date(value);
  return value;
}

// `_x0041_` stands for A in a sheet; where a text says that itself, its first sign is written as the code of the sign.
function plainText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

// Thirty-one letters at most, none that a sheet's name may not hold, each name once whatever its case.
function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet';
  let name = plain;
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${plain.slice(0, 28)} ${i}`;
  taken.add(name.toLowerCase());
  return name;
}

function widthFor(head: string, rows: readonly CellValue[][], column: number): number {
  const longest = rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, typeof row[column] === 'string' ? row[column].length : 10), head.length);
  return Math.min(80, longest + 2);
}
