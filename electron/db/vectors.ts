/**
 * DuckDB result chunks read as typed columns, without a JavaScript object per value.
 * The one file that touches the binding's raw vectors: an upgrade that changes them breaks here, under a test for every column type.
 */
import binding from '@duckdb/node-bindings';
import { DuckDBDecimalType, DuckDBEnumType, DuckDBTypeId, JsonDuckDBValueConverter } from '@duckdb/node-api';
import type { DuckDBDataChunk, DuckDBType } from '@duckdb/node-api';
import type { Column } from '../model/table';
import type { Unit } from '../model/units';

/** Chunks read between two steps, so that a step takes some milliseconds. */
const stride = 8;

/** One result column as a typed column of the given unit, read in steps; dates become days, timestamps milliseconds, lists and structs JSON text. */
export function* columnSteps(
  chunks: readonly DuckDBDataChunk[],
  at: number,
  name: string,
  unit: Unit,
  type: DuckDBType,
): Generator<undefined, Column> {
  const length = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  if (type.typeId === DuckDBTypeId.VARCHAR) return yield* textSteps(chunks, at, name, unit, length);
  if (type instanceof DuckDBEnumType) return readEnum(chunks, at, name, unit, length, type.values);
  const decode = decoderOf(type);
  if (!decode) return readAnything(chunks, at, name, unit);
  const values = new Float64Array(length);
  let row = 0;
  for (const [place, chunk] of chunks.entries()) {
    const rows = chunk.rowCount;
    const vector = vectorOf(chunk, at);
    decode(binding.vector_get_data(vector, rows * decode.width), rows, values, row);
    blankMissing(binding.vector_get_validity(vector, maskBytes(rows)), rows, values, row);
    row += rows;
    if (place % stride === stride - 1) yield;
  }
  return { kind: 'number', name, unit, values };
}

type Decoder = ((bytes: Uint8Array, count: number, out: Float64Array, from: number) => void) & { width: number };
type View = ArrayLike<number>;

function decoder(width: number, view: (bytes: Uint8Array) => View, scale = 1): Decoder {
  const decode = (bytes: Uint8Array, count: number, out: Float64Array, from: number) => {
    const items = view(bytes);
    for (let i = 0; i < count; i++) out[from + i] = (items[i] ?? NaN) / scale;
  };
  return Object.assign(decode, { width });
}

// 64-bit integers as doubles from their two halves: exact below 2^53, and no BigInt per value.
function wideDecoder(scale: number): Decoder {
  const decode = (bytes: Uint8Array, count: number, out: Float64Array, from: number) => {
    const low = new Uint32Array(bytes.buffer, bytes.byteOffset, count * 2);
    const high = new Int32Array(bytes.buffer, bytes.byteOffset, count * 2);
    for (let i = 0; i < count; i++) out[from + i] = ((high[2 * i + 1] ?? 0) * 4294967296 + (low[2 * i] ?? 0)) / scale;
  };
  return Object.assign(decode, { width: 8 });
}

const int16 = (bytes: Uint8Array): View => new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
const int32 = (bytes: Uint8Array): View => new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);

function decoderOf(type: DuckDBType): Decoder | null {
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
    case DuckDBTypeId.UTINYINT:
      return decoder(1, (bytes) => bytes);
    case DuckDBTypeId.TINYINT:
      return decoder(1, (bytes) => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    case DuckDBTypeId.SMALLINT:
      return decoder(2, int16);
    case DuckDBTypeId.USMALLINT:
      return decoder(2, (bytes) => new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2));
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.DATE:
      return decoder(4, int32);
    case DuckDBTypeId.UINTEGER:
      return decoder(4, (bytes) => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4));
    case DuckDBTypeId.FLOAT:
      return decoder(4, (bytes) => new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4));
    case DuckDBTypeId.DOUBLE:
      return decoder(8, (bytes) => new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8));
    case DuckDBTypeId.BIGINT:
      return wideDecoder(1);
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return wideDecoder(1000);
    default:
      return type instanceof DuckDBDecimalType ? decimalDecoder(type) : null;
  }
}

function decimalDecoder(type: DuckDBDecimalType): Decoder | null {
  const scale = 10 ** type.scale;
  if (type.width <= 4) return decoder(2, int16, scale);
  if (type.width <= 9) return decoder(4, int32, scale);
  return type.width <= 18 ? wideDecoder(scale) : null;
}

function vectorOf(chunk: DuckDBDataChunk, at: number) {
  return binding.data_chunk_get_vector(chunk.chunk, at);
}

function maskBytes(rows: number): number {
  return Math.ceil(rows / 64) * 8;
}

function isValid(mask: Uint8Array | null, row: number): boolean {
  return mask === null || ((mask[row >> 3] ?? 255) & (1 << (row & 7))) !== 0;
}

function blankMissing(mask: Uint8Array | null, count: number, values: Float64Array, from: number): void {
  if (!mask) return;
  for (let i = 0; i < count; i++) if (!isValid(mask, i)) values[from + i] = NaN;
}

function readEnum(
  chunks: readonly DuckDBDataChunk[],
  at: number,
  name: string,
  unit: Unit,
  length: number,
  words: readonly string[],
): Column {
  const width = words.length <= 256 ? 1 : words.length <= 65_536 ? 2 : 4;
  const codes = new Int32Array(length);
  let row = 0;
  for (const chunk of chunks) {
    const rows = chunk.rowCount;
    const vector = vectorOf(chunk, at);
    const bytes = binding.vector_get_data(vector, rows * width);
    const items = width === 1 ? bytes : width === 2 ? int16(bytes) : int32(bytes);
    const mask = binding.vector_get_validity(vector, maskBytes(rows));
    const low = width === 2 ? 0xffff : -1;
    for (let i = 0; i < rows; i++, row++) codes[row] = isValid(mask, i) ? (items[i] ?? 0) & low : -1;
  }
  return { kind: 'text', name, unit, dictionary: words, codes };
}

// Texts of at most 12 bytes stand inside their 16-byte view; longer ones need one native call each.
function* textSteps(
  chunks: readonly DuckDBDataChunk[],
  at: number,
  name: string,
  unit: Unit,
  length: number,
): Generator<undefined, Column> {
  const codes = new Int32Array(length);
  const words = new Words();
  let row = 0;
  for (const [place, chunk] of chunks.entries()) {
    const rows = chunk.rowCount;
    const vector = vectorOf(chunk, at);
    const bytes = binding.vector_get_data(vector, rows * 16);
    const mask = binding.vector_get_validity(vector, maskBytes(rows));
    words.begin(bytes);
    for (let i = 0; i < rows; i++, row++) codes[row] = isValid(mask, i) ? words.codeAt(i) : -1;
    if (place % stride === stride - 1) yield;
  }
  return { kind: 'text', name, unit, dictionary: words.dictionary, codes };
}

const slots = 4096;

/** Distinct texts of a column in the order they are met. Views that are alike within one chunk hold the same text, so only the first of them is decoded. */
class Words {
  readonly dictionary: string[] = [];
  private readonly index = new Map<string, number>();
  private readonly utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  /** Row of the chunk plus one by the print of its view, and the code of each row. */
  private readonly rows = new Uint16Array(slots);
  private readonly known = new Int32Array(slots);
  private bytes: Uint8Array = new Uint8Array(0);
  private views: Uint32Array = new Uint32Array(0);

  begin(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.views = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    this.rows.fill(0);
  }

  codeAt(row: number): number {
    const { views, rows, known } = this;
    const at = row * 4;
    const [a = 0, b = 0, c = 0, d = 0] = [views[at], views[at + 1], views[at + 2], views[at + 3]];
    const print = Math.imul(
      a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b) ^ Math.imul(d, 0xc2b2ae35),
      0x27d4eb2f,
    );
    for (let slot = print >>> 20; ; slot = (slot + 1) & (slots - 1)) {
      const other = ((rows[slot] ?? 0) - 1) * 4;
      if (other < 0) {
        rows[slot] = row + 1;
        return (known[slot] = this.codeOf(row));
      }
      if (views[other] === a && views[other + 1] === b && views[other + 2] === c && views[other + 3] === d)
        return known[slot] ?? -1;
    }
  }

  private codeOf(row: number): number {
    const { bytes } = this;
    const size = this.views[row * 4] ?? 0;
    const start = row * 16 + 4;
    const text = this.utf8.decode(
      size <= 12
        ? bytes.subarray(start, start + size)
        : binding.get_data_from_pointer(bytes.buffer as ArrayBuffer, bytes.byteOffset + start + 4, size),
    );
    const known = this.index.get(text);
    if (known !== undefined) return known;
    const code = this.dictionary.push(text) - 1;
    this.index.set(text, code);
    return code;
  }
}

// Wide decimals, huge integers, lists, structs: rare on the way out, so one value at a time.
function readAnything(chunks: readonly DuckDBDataChunk[], at: number, name: string, unit: Unit): Column {
  const values = chunks.flatMap((chunk) => chunk.convertColumnValues(at, JsonDuckDBValueConverter));
  const numeric = values.every((value) => value === null || typeof value === 'number' || isNumber(value));
  if (numeric && unit !== 'label') {
    return {
      kind: 'number',
      name,
      unit,
      values: Float64Array.from(values, (value) => (value === null ? NaN : Number(value))),
    };
  }
  const dictionary = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return {
    kind: 'text',
    name,
    unit,
    dictionary,
    codes: Int32Array.from(values, (value, i) => (value === null ? -1 : i)),
  };
}

function isNumber(value: unknown): boolean {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
}
