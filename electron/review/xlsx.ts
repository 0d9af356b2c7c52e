import type { Cell, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import JSZip from 'jszip';
import { words } from '../../renderer/i18n';
import type { Column, Table } from '../model/table';
import { numberColumn, textColumn } from '../model/table';
import type { CellFigure, GridCell, GridPicture, ReviewContent, SlideContent, Twin } from './content/content';
import { numberFormat } from './number-format';
import { SharedTexts, letters, rowsXml, sheetText } from './sheet';
import type { ZipContents } from './zip';
import { zipOf } from './zip';

interface TableSheet {
  readonly kind: 'table';
  readonly name: string;
  readonly heads: readonly string[];
  readonly table: Table;
  readonly formats: readonly (string | undefined)[];
}

/** A grid as the slide shows it, where a column may hold numbers of several units. */
interface GridSheet {
  readonly kind: 'grid';
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: GridPicture['rows'];
  readonly currency: string;
}

type Sheet = TableSheet | GridSheet;

/**
 * The tables behind a review's pictures, one sheet each: cells typed, numbers whole and formatted as the screen prints them, text never a formula. What a slide shows as a grid put together
 * from rows is a sheet of its own before that of the rows.
 */
export async function xlsxOf(review: ReviewContent): Promise<Uint8Array> {
  const sheets = [aboutSheet(review), ...review.slides.flatMap((slide) => sheetsOf(slide, review.currency))];
  const frame = await partsOf(await frameOf(review, sheets));
  const texts = frame.get(textsPart) ?? '';
  const shared = new SharedTexts(texts.split('<si>').length - 1);
  frame.delete(textsPart);
  const files = [...frame].map(([name, part]): [string, ZipContents] => {
    const sheet = sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]) - 1];
    return [name, sheet?.kind === 'table' ? filled(part, sheet.table, shared) : part];
  });
  // Packed last: the sheets before it say which texts they have.
  return zipOf([...files, [textsPart, withTexts(texts, shared)]]);
}

const textsPart = 'xl/sharedStrings.xml';

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.values(zip.files).map(async (part) => [part.name, await part.async('string')] as const);
  return new Map(await Promise.all(parts));
}

/** The workbook with everything but its rows: each sheet's heads, in the style of their columns. */
function frameOf({ title, day }: ReviewContent, sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = new Set<string>();
  const made = new Date(`${day}T00:00:00Z`);
  return writeXlsx({
    properties: { title, creator: 'Quarterdeck', created: made, modified: made },
    sheets: sheets.map((sheet) => ({
      name: sheetName(sheet.name, names),
      ...(sheet.kind === 'table' ? headsOf(sheet) : gridOf(sheet)),
      freezePane: { rows: 1 },
    })),
  });
}

function headsOf({ heads, table, formats }: TableSheet): Pick<WriteSheet, 'columns' | 'rows'> {
  return {
    columns: heads.map((head, i) => ({
      width: widthFor(head, table.columns[i]),
      ...(formats[i] !== undefined && { numFmt: formats[i] }),
    })),
    rows: [heads.map(sheetText)],
  };
}

function gridOf({ heads, rows, currency }: GridSheet): Pick<WriteSheet, 'columns' | 'rows' | 'cells'> {
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, r) =>
    row.forEach(({ figure }, c) => {
      const numFmt = figure && figureFormat(figure, currency);
      if (numFmt !== undefined) cells.set(`${r + 1},${c}`, { style: { numFmt } });
    }),
  );
  return {
    columns: heads.map((head, c) => ({
      width: widthOf(
        head,
        rows.map((row) => lengthOf(row[c])),
      ),
    })),
    rows: [
      heads.map(sheetText),
      ...rows.map((row) => row.map(({ text, figure }) => figure?.value ?? (text === '' ? null : sheetText(text)))),
    ],
    cells,
  };
}

/** A sheet's part with the rows below its heads. */
function* filled(part: string, table: Table, shared: SharedTexts): Generator<string> {
  const [before = '', after = ''] = part.split(/(?=<\/sheetData>)/);
  yield before.replace(/<dimension [^>]*>/, '');
  yield* rowsXml(table, stylesIn(before, table.columns.length), 2, shared);
  yield after;
}

function* withTexts(part: string, shared: SharedTexts): Generator<string> {
  const [before = '', after = ''] = part.split(/(?=<\/sst>)/);
  yield before.replace(/ (?:count|uniqueCount)="\d+"/g, '');
  yield* shared.xml();
  yield after;
}

function stylesIn(heads: string, columns: number): string[] {
  const styles = new Map(
    [...heads.matchAll(/<c r="([A-Z]+)1"[^>]* s="(\d+)"/g)].map(([, letter = '', style = '']) => [letter, style]),
  );
  return Array.from({ length: columns }, (_, i) => styles.get(letters(i)) ?? '');
}

function aboutSheet({ title, locale, slides, leftOut }: ReviewContent): TableSheet {
  const { t } = words(locale);
  const missing = leftOut.map(() => null);
  const table: Table = {
    length: slides.length + leftOut.length,
    columns: [
      numberColumn('number', 'count', [...slides.map(({ number }) => number), ...missing]),
      textColumn('headline', 'label', [
        ...slides.map(({ headline }) => headline),
        ...leftOut.map((left) => left.title),
      ]),
      textColumn('shown', 'label', [...slides.map(({ shown }) => shown), ...leftOut.map(() => t('review.leftOut'))]),
      textColumn('footer', 'label', [...slides.map(({ footer }) => footer), ...leftOut.map(({ reason }) => reason)]),
    ],
  };
  const heads = ['', t('review.sheet.headline'), t('review.sheet.shown'), t('review.sheet.footer')];
  return { kind: 'table', name: title, heads, table, formats: [] };
}

// A number is longer in a sheet than on a slide: money is whole there, a share has its decimal.
function lengthOf(cell: GridCell | undefined): number {
  return Math.max(cell?.text.length ?? 0, cell?.figure ? (cell.figure.unit === 'money' ? 14 : 8) : 0);
}

function figureFormat({ unit, before = '', after = '' }: CellFigure, currency: string): string | undefined {
  const format = numberFormat(unit, currency);
  const quoted = (sign: string): string => (sign === '' ? '' : JSON.stringify(sign));
  return format && `${quoted(before)}${format}${quoted(after)}`;
}

function sheetsOf({ number, id, twin, picture }: SlideContent, currency: string): readonly Sheet[] {
  const name = `${number} ${id}`;
  const isGrid = picture.kind === 'grid' && (picture.from === 'cells' || !twin);
  const grid = isGrid ? [gridSheet(name, picture, currency)] : [];
  return twin ? [...grid, twinSheet(isGrid ? `${name} rows` : name, twin)] : grid;
}

function gridSheet(name: string, { columns, rows }: GridPicture, currency: string): GridSheet {
  return { kind: 'grid', name, heads: columns.map(({ title }) => title), rows, currency };
}

/** A table as a sheet: heads in words, every cell as what it is. */
function twinSheet(name: string, { table, titles, currency }: Twin): TableSheet {
  const formats = table.columns.map(({ unit }) => numberFormat(unit, currency));
  return { kind: 'table', name, heads: titles, table, formats };
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

function widthFor(head: string, column: Column | undefined): number {
  const texts =
    column?.kind === 'text'
      ? Array.from(column.codes.subarray(0, 200), (code) => column.dictionary[code]?.length ?? 0)
      : [10];
  return widthOf(head, texts);
}

function widthOf(head: string, lengths: readonly number[]): number {
  return Math.min(80, Math.max(head.length, ...lengths) + 2);
}
