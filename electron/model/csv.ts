/**
 * Tables as CSV: RFC 4180, UTF-8, one header line; text that a spreadsheet would run as a formula gets an apostrophe in front. Cells are bytes from the start:
 * a text is encoded once however often it stands in its column, and a million rows are never one string, which could not hold them all.
 */
import type { Cell, Column, NumberColumn, Table } from './table';
import { cellOf } from './table';

/** A table as CSV, its columns' own names above them unless others are given. */
export function csvOf(table: Table, heads?: readonly string[]): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for (const block of csvBlocks(table, heads)) text += decoder.decode(block, { stream: true });
  return text + decoder.decode();
}

/** The same in pieces, to be written as they come: each is good until the next is asked for. */
export function* csvBlocks(
  table: Table,
  heads: readonly string[] = table.columns.map(({ name }) => name),
): Generator<Uint8Array> {
  yield encoder.encode(`${heads.map(csvCell).join(',')}\r\n`);
  const cells = table.columns.map(writerOf);
  const most = cells.reduce((sum, { most }) => sum + most + 1, 2 + word);
  const size = Math.max(blockBytes, most);
  const block = new DataView(new ArrayBuffer(size));
  let at = 0;
  for (let row = 0; row < table.length; row++) {
    if (at + most > size) {
      yield new Uint8Array(block.buffer, 0, at);
      at = 0;
    }
    for (let column = 0; column < cells.length; column++) {
      if (column > 0) block.setUint8(at++, comma);
      at = cells[column]?.write(row, block, at) ?? at;
    }
    block.setUint16(at, lineEnd);
    at += 2;
  }
  yield new Uint8Array(block.buffer, 0, at);
}

const encoder = new TextEncoder();
const blockBytes = 1 << 18;
const word = 4;
const lineEnd = 0x0d0a;
const [comma, zero, minus, point] = [44, 48, 45, 46];

interface CellWriter {
  /** Bytes of the longest cell. */
  readonly most: number;
  /** Writes the cell of a row and gives the place behind it; up to three bytes further may be written over. */
  readonly write: (row: number, block: DataView, at: number) => number;
}

function writerOf(column: Column): CellWriter {
  if (column.kind === 'text') return textWriter(column.dictionary, column.codes);
  if (column.unit !== 'date' && column.unit !== 'instant' && column.unit !== 'flag') return numberWriter(column);
  const { texts, codes } = distinct(column);
  return textWriter(texts, codes);
}

// Days, instants and flags repeat: each is written out once. Those near the first one found are counted from it, which is quicker than to look them up.
function distinct(column: NumberColumn): { texts: readonly string[]; codes: Int32Array } {
  const { values } = column;
  const codes = new Int32Array(values.length).fill(-1);
  const texts: string[] = [];
  const far = new Map<number, number>();
  const near = new Int32Array(2 * reach).fill(-1);
  const first = values.find(Number.isInteger) ?? 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (Number.isNaN(value)) continue;
    const place = value - first + reach;
    const isNear = place >= 0 && place < near.length && Number.isInteger(value);
    let code = isNear ? (near[place] ?? -1) : (far.get(value) ?? -1);
    if (code < 0) {
      code = texts.push(csvCell(cellOf(column, row))) - 1;
      if (isNear) near[place] = code;
      else far.set(value, code);
    }
    codes[row] = code;
  }
  return { texts, codes };
}

/** About 90 years of days. */
const reach = 1 << 15;

// Four bytes at a time, for which there is room behind both: cheaper than a view of each text.
function textWriter(dictionary: readonly string[], codes: Int32Array): CellWriter {
  const { bytes, ends, most } = pooled(dictionary);
  return {
    most,
    write: (row, block, at) => {
      const code = codes[row] ?? -1;
      if (code < 0) return at;
      const to = ends[code + 1] ?? 0;
      let from = ends[code] ?? 0;
      const end = at + to - from;
      for (; from < to; from += word, at += word) block.setUint32(at, bytes.getUint32(from));
      return end;
    },
  };
}

interface Pool {
  /** With room for four more behind the last. */
  readonly bytes: DataView;
  /** Where each text begins, and where the last ends. */
  readonly ends: Float64Array;
  readonly most: number;
}

const chunkTexts = 1_024;

// Encoded many at a time where all letters are of one byte, for then their ends are known without counting.
function pooled(dictionary: readonly string[]): Pool {
  const ends = new Float64Array(dictionary.length + 1);
  const parts: Uint8Array[] = [];
  let [end, most] = [0, 0];
  for (let first = 0; first < dictionary.length; first += chunkTexts) {
    const texts = dictionary.slice(first, first + chunkTexts);
    const joined = texts.join('');
    const safe = !special.test(joined) && texts.every(beginsPlainly);
    const cells = safe ? texts : texts.map(csvCell);
    const whole = encoder.encode(safe ? joined : cells.join(''));
    const lengths = safe && whole.length === joined.length ? null : cells.map((cell) => encoder.encode(cell));
    parts.push(...(lengths ?? [whole]));
    for (let i = 0; i < cells.length; i++) {
      const length = (lengths ?? cells)[i]?.length ?? 0;
      end += length;
      if (length > most) most = length;
      ends[first + i + 1] = end;
    }
  }
  return { bytes: new DataView(joinedBytes(parts, end + word)), ends, most };
}

function joinedBytes(parts: readonly Uint8Array[], length: number): ArrayBuffer {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes.buffer;
}

const special = /[\t",\r\n]/;

// With a letter or a digit, as most do: such a text is no formula.
function beginsPlainly(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= zero && first !== 61 && first !== 64;
}

function numberWriter({ values }: NumberColumn): CellWriter {
  return {
    most: 32,
    write: (row, block, at) => {
      const value = values[row] ?? NaN;
      return Number.isNaN(value) ? at : writeNumber(value, block, at);
    },
  };
}

/** Beyond it a number of cents might not be whole. */
const mostUnits = 2 ** 31;

// What has at most two decimals is a whole number of hundredths: of all texts that mean the number it is the shortest, which is the one a number is written as.
function writeNumber(value: number, block: DataView, at: number): number {
  const size = Math.abs(value);
  const hundredths = Math.round(size * 100);
  if (hundredths >= mostUnits || hundredths / 100 !== size) {
    const text = String(value);
    for (let i = 0; i < text.length; i++) block.setUint8(at++, text.charCodeAt(i));
    return at;
  }
  if (value < 0) block.setUint8(at++, minus);
  const whole = Math.trunc(hundredths / 100);
  const rest = hundredths - whole * 100;
  at = writeDigits(whole, block, at);
  if (rest === 0) return at;
  block.setUint8(at++, point);
  block.setUint8(at++, zero + Math.trunc(rest / 10));
  if (rest % 10 !== 0) block.setUint8(at++, zero + (rest % 10));
  return at;
}

function writeDigits(whole: number, block: DataView, at: number): number {
  let length = 1;
  for (let power = 10; power <= whole; power *= 10) length++;
  let left = whole | 0;
  for (let i = at + length - 1; i >= at; i--) {
    const next = (left / 10) | 0;
    block.setUint8(i, zero + left - next * 10);
    left = next;
  }
  return at + length;
}

/** One cell of a CSV line, guarded and quoted. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  if (!/^[=+\-@]|[\t",\r\n]/.test(value)) return value;
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
