import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { UserError } from '../../../model/errors';
import { lookOf, textOfSerial } from './cell-text';
import type { Look } from './cell-text';
import { builtInLook } from './date-styles';
import { PackageParts } from './package-parts';
import { refuseCells, refuseDeclarations } from './limits';
import type { SheetFacts, SheetReader, SheetRow } from './sheet-reader';

/** Most bytes of a workbook that is held in memory whole. */
const mostBytes = 128 * 1024 * 1024;
const zipStart = 'PK';

/** Reads .xls, .xlsb and .ods workbooks, and the tables of web pages; they are held in memory whole. */
export async function otherReader(path: string, isPage: boolean): Promise<SheetReader> {
  const file = basename(path);
  const book = await (isPage ? pageOf : bookOf)(path, file);
  const is1904 = book.Workbook?.WBProps?.date1904 ?? false;
  const sheetOf = (name: string): WorkSheet => {
    const sheet = book.SheetNames.includes(name) ? book.Sheets[name] : undefined;
    if (!sheet) throw new UserError('part_missing', { file, part: name });
    return sheet;
  };
  return {
    list: () =>
      Promise.resolve(
        book.SheetNames.map((name, i) => ({
          name,
          hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
          empty: !gridOf(sheetOf(name)).some((row) => row?.some((cell) => cell !== undefined)),
        })),
      ),
    facts: (name) => factsOf(sheetOf(name), is1904),
    rows: (name) => rowsOf(sheetOf(name), is1904, file),
  };
}

async function bookOf(path: string, file: string): Promise<WorkBook> {
  const bytes = await readFile(path);
  if (bytes.length > mostBytes) throw new UserError('archive_too_big', { file, bytes: bytes.length });
  if (bytes.toString('latin1', 0, 2) === zipStart) {
    const parts = await PackageParts.open(path);
    for (const name of parts.names) for await (const chunk of parts.chunks(name, 'texts')) void chunk;
  }
  refuseXml(bytes, file);
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellDates: false,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    if (/password|encrypt/i.test(reason)) throw new UserError('workbook_locked', { file });
    throw new UserError('archive_damaged', { file, reason });
  }
}

const markup = /^(?:\xef\xbb\xbf)?\s*</;
const highestIndex = 1_048_576;

// An XML workbook says itself where its rows and cells stand: no entities, and no place that no sheet has.
function refuseXml(bytes: Buffer, file: string): void {
  if (!markup.test(bytes.toString('latin1', 0, 64))) return;
  const text = bytes.toString('latin1');
  refuseDeclarations(file, text);
  for (const [, index = '0'] of text.matchAll(/:(?:Index|MergeAcross|MergeDown|Span)="(\d{5,})"/g))
    if (Number(index) > highestIndex) throw new UserError('archive_damaged', { file, reason: 'row_number' });
}

// Cells stay the text they are: a page knows no numbers, only how somebody had written them.
async function pageOf(path: string, file: string): Promise<WorkBook> {
  const bytes = await readFile(path);
  if (bytes.length > mostBytes) throw new UserError('archive_too_big', { file, bytes: bytes.length });
  const book = readPage(decoded(bytes), file);
  const isTable = (name: string) => {
    const filled = gridOf(book.Sheets[name] ?? {}).map(
      (row) => row?.filter((cell) => cell?.v !== undefined).length ?? 0,
    );
    return filled.filter((cells) => cells >= 2).length >= 2;
  };
  const names = book.SheetNames.filter(isTable);
  if (names.length === 0) throw new UserError('html', { file });
  return { ...book, SheetNames: names };
}

function readPage(text: string, file: string): WorkBook {
  try {
    return read(text, { type: 'string', dense: true, raw: true, cellText: false, cellHTML: false });
  } catch (error) {
    throw new UserError('archive_damaged', { file, reason: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
}

function decoded(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (utf16) return bytes.toString('utf16le').replace(/^\ufeff/, '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

type Grid = readonly (readonly (CellObject | undefined)[] | undefined)[];

function gridOf(sheet: WorkSheet): Grid {
  return sheet['!data'] ?? [];
}

function factsOf(sheet: WorkSheet, is1904: boolean): SheetFacts {
  let formulas = 0;
  let unvalued = 0;
  for (const row of gridOf(sheet)) {
    for (const cell of row ?? []) {
      if (cell?.f === undefined) continue;
      formulas++;
      if (cell.v === undefined) unvalued++;
    }
  }
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    firstRow: s.r + 1,
    lastRow: e.r + 1,
    firstColumn: s.c + 1,
  }));
  return { merges, formulas, unvalued, is1904 };
}

async function* rowsOf(sheet: WorkSheet, is1904: boolean, file: string): AsyncGenerator<SheetRow> {
  const { e } = utils.decode_range(sheet['!ref'] ?? 'A1');
  const filled = gridOf(sheet).reduce((sum, row) => sum + (row?.filter((cell) => cell !== undefined).length ?? 0), 0);
  refuseCells(file, (e.r + 1) * (e.c + 1), filled);
  for (const [i, row] of gridOf(sheet).entries()) {
    if (!row) continue;
    yield await Promise.resolve({ row: i + 1, cells: Array.from(row, (cell) => cellText(cell, is1904)) });
  }
}

function cellText(cell: CellObject | undefined, is1904: boolean): string {
  const value = cell?.v;
  if (!cell || value === undefined || cell.t === 'z') return '';
  if (cell.t === 'e') return errorText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numberText(value, lookOfCell(cell), is1904);
  return typeof value === 'string' ? value : '';
}

function numberText(value: number, look: Look, is1904: boolean): string {
  return look === 'number' ? String(value) : textOfSerial(value, is1904, look);
}

// Numbers stand for the formats that need no text of their own.
function lookOfCell({ z }: CellObject): Look {
  if (z === undefined) return 'number';
  return typeof z === 'number' ? builtInLook(z) : lookOf(z);
}

const errors: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

function errorText(value: unknown): string {
  return errors.get(value) ?? '#VALUE!';
}
