import type { Field, Vector } from 'apache-arrow';
import { DataType, tableFromIPC } from 'apache-arrow';
import type { Unit } from '../i18n/format';
import type { Column, NumberColumn, Table, TextColumn } from './table';

/** Columns of Arrow stream bytes as typed arrays, each with the unit its field carries; no object is made for a row. */
export function tableOfArrow(arrow: Uint8Array): Table {
  const table = tableFromIPC(arrow);
  const columns = table.schema.fields.flatMap((field, i): Column[] => {
    const vector = table.getChildAt(i);
    return vector ? [columnOf(field, vector, table.numRows)] : [];
  });
  return { length: table.numRows, columns };
}

function columnOf(field: Field, vector: Vector, length: number): Column {
  const unit = unitOf(field);
  return DataType.isDictionary(vector.type)
    ? coded(field.name, unit, vector, length)
    : DataType.isUtf8(vector.type)
      ? spelled(field.name, unit, vector, length)
      : numbers(field.name, unit, vector, length);
}

const units: readonly string[] = [
  'ratio',
  'count',
  'days',
  'money',
  'score',
  'index',
  'label',
  'date',
  'instant',
  'flag',
] satisfies readonly Unit[];

function isUnit(text: string): text is Unit {
  return units.includes(text);
}

function unitOf(field: Field): Unit {
  const named = field.metadata.get('unit') ?? '';
  if (isUnit(named)) return named;
  return DataType.isDictionary(field.type) || DataType.isUtf8(field.type) ? 'label' : 'score';
}

function numbers(name: string, unit: Unit, vector: Vector, length: number): NumberColumn {
  const values = new Float64Array(length);
  let at = 0;
  for (const data of vector.data) {
    fill(values, at, data);
    at += data.length;
  }
  return { kind: 'number', name, unit, values };
}

function fill(values: Float64Array, at: number, data: Vector['data'][number]): void {
  const read = readerOf(data);
  for (let row = 0; row < data.length; row++) values[at + row] = data.getValid(row) ? read(row) : NaN;
}

// A flag is a bit, a moment a 64-bit integer; everything else is a number already.
function readerOf(data: Vector['data'][number]): (row: number) => number {
  const source: unknown = data.values;
  if (source instanceof Uint8Array && DataType.isBool(data.type)) {
    return (row) => ((source[(data.offset + row) >> 3] ?? 0) >> ((data.offset + row) & 7)) & 1;
  }
  if (source instanceof BigInt64Array || source instanceof BigUint64Array) return (row) => Number(source[row]);
  if (source instanceof Float64Array || source instanceof Int32Array || source instanceof Float32Array) {
    return (row) => source[row] ?? NaN;
  }
  throw new TypeError(`An answer's column has Arrow type ${data.typeId}, which no unit is sent as.`);
}

function coded(name: string, unit: Unit, vector: Vector, length: number): TextColumn {
  const codes = new Int32Array(length);
  let at = 0;
  let dictionary: readonly string[] = [];
  for (const data of vector.data) {
    dictionary = data.dictionary ? textsIn(data.dictionary) : dictionary;
    const source: unknown = data.values;
    if (!(source instanceof Int32Array)) throw new TypeError('A label column has codes other than Int32.');
    for (let row = 0; row < data.length; row++) codes[at + row] = data.getValid(row) ? (source[row] ?? -1) : -1;
    at += data.length;
  }
  return { kind: 'text', name, unit, dictionary, codes };
}

function spelled(name: string, unit: Unit, vector: Vector, length: number): TextColumn {
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    const text: unknown = vector.get(row);
    const code = typeof text === 'string' ? (codeOf.get(text) ?? codeOf.size) : -1;
    if (typeof text === 'string') codeOf.set(text, code);
    codes[row] = code;
  }
  return { kind: 'text', name, unit, dictionary: [...codeOf.keys()], codes };
}

function textsIn(vector: Vector): string[] {
  return Array.from({ length: vector.length }, (_, i) => String(vector.get(i)));
}
