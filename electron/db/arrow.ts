import {
  DateDay,
  Bool,
  type DataType,
  Dictionary,
  Field,
  Float64,
  Int32,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  TimestampMillisecond,
  Utf8,
  makeData,
  makeVector,
  tableToIPC,
} from 'apache-arrow';
import type { Data } from 'apache-arrow';
import type { Column, NumberColumn, Table, TextColumn } from '../model/table';
import type { Unit } from '../model/units';

/** Arrow stream bytes of a table; each field carries its unit in its metadata, and an empty table keeps its columns. */
export function arrowOf(table: Table): Uint8Array {
  const datas = table.columns.map((column) => dataOf(column, table.length));
  const fields = table.columns.map((column, i) => fieldOf(column, datas[i]?.type ?? new Utf8()));
  const schema = new Schema(fields);
  const struct = makeData({ type: new Struct(fields), length: table.length, nullCount: 0, children: datas });
  return tableToIPC(new ArrowTable(schema, [new RecordBatch(schema, struct)]), 'stream');
}

function fieldOf(column: Column, type: DataType): Field {
  return new Field(column.name, type, true, new Map([['unit', column.unit]]));
}

function dataOf(column: Column, length: number): Data {
  return column.kind === 'text' ? dictionaryData(usedOf(column), length) : numberData(column, length);
}

// A few rows taken of a long list still bear the words of all of it.
function usedOf(column: TextColumn): TextColumn {
  const { dictionary, codes } = column;
  if (dictionary.length <= 2 * codes.length) return column;
  const places = new Map<number, number>();
  for (const code of codes) if (code >= 0 && !places.has(code)) places.set(code, places.size);
  return {
    ...column,
    dictionary: Array.from(places.keys(), (code) => dictionary[code] ?? ''),
    codes: codes.map((code) => places.get(code) ?? -1),
  };
}

function dictionaryData(column: TextColumn, length: number): Data {
  const nullBitmap = bitmapOf(length, (row) => (column.codes[row] ?? -1) >= 0);
  const codes = nullBitmap ? column.codes.map((code) => Math.max(code, 0)) : column.codes;
  return makeData({
    type: new Dictionary(new Utf8(), new Int32()),
    length,
    data: codes,
    dictionary: makeVector(textsData(column.dictionary)),
    ...nullsOf(nullBitmap, length),
  });
}

// All texts are encoded in one piece; Arrow's own builder takes them one by one, which is most of the time of a page of unique texts.
function textsData(texts: readonly string[]): Data<Utf8> {
  const data = new TextEncoder().encode(texts.join(''));
  const valueOffsets = new Int32Array(texts.length + 1);
  const plain = data.length === texts.reduce((sum, text) => sum + text.length, 0);
  texts.forEach((text, i) => {
    valueOffsets[i + 1] = (valueOffsets[i] ?? 0) + (plain ? text.length : Buffer.byteLength(text));
  });
  return makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data });
}

const intUnits: ReadonlySet<Unit> = new Set<Unit>(['count', 'date']);

function numberData(column: NumberColumn, length: number): Data {
  const { values, unit } = column;
  const nulls = nullsOf(
    bitmapOf(length, (row) => !Number.isNaN(values[row])),
    length,
  );
  if (unit === 'flag')
    return makeData({
      type: new Bool(),
      length,
      data: bitmapOf(length, (row) => values[row] === 1) ?? filled(length),
      ...nulls,
    });
  if (unit === 'instant')
    return makeData({
      type: new TimestampMillisecond(),
      length,
      data: wholeNumbers(values),
      ...nulls,
    });
  if (intUnits.has(unit) && fitsInt32(values)) {
    const data = new Int32Array(values);
    return unit === 'date'
      ? makeData({ type: new DateDay(), length, data, ...nulls })
      : makeData({ type: new Int32(), length, data, ...nulls });
  }
  return makeData({ type: new Float64(), length, data: values, ...nulls });
}

// 64-bit integers from doubles by their two halves, least first as Arrow wants them, and no BigInt a value; 0 where there is none.
function wholeNumbers(values: Float64Array): BigInt64Array {
  const halves = new DataView(new ArrayBuffer(values.length * 8));
  for (let row = 0; row < values.length; row++) {
    const whole = Math.round(values[row] || 0);
    const high = Math.floor(whole / 2 ** 32);
    halves.setUint32(row * 8, whole - high * 2 ** 32, true);
    halves.setInt32(row * 8 + 4, high, true);
  }
  return new BigInt64Array(halves.buffer);
}

function fitsInt32(values: Float64Array): boolean {
  return values.every((value) => Number.isNaN(value) || (Number.isInteger(value) && Math.abs(value) <= 0x7fffffff));
}

function filled(length: number): Uint8Array {
  return new Uint8Array(Math.ceil(length / 8)).fill(255);
}

// Null when every row holds, so that a full column carries no bitmap.
function bitmapOf(length: number, holds: (row: number) => boolean): Uint8Array | null {
  const bits = new Uint8Array(Math.ceil(length / 8));
  let missing = 0;
  for (let row = 0; row < length; row++) {
    if (holds(row)) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
    else missing++;
  }
  return missing > 0 ? bits : null;
}

function nullsOf(bitmap: Uint8Array | null, length: number): { nullCount: number; nullBitmap?: Uint8Array } {
  if (!bitmap) return { nullCount: 0 };
  let valid = 0;
  for (let row = 0; row < length; row++) valid += ((bitmap[row >> 3] ?? 0) >> (row & 7)) & 1;
  return { nullCount: length - valid, nullBitmap: bitmap };
}
