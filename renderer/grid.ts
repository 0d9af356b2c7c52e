/** An answer's Arrow bytes as rows; apart from the port, so that the first screen goes without the reader of Arrow. */
import { tableFromIPC } from 'apache-arrow';
import type { Cell } from '../electron/model/table';
import type { Unit } from '../electron/model/units';
import type { Grid, Row } from './engine';

/** Rows of Arrow stream bytes, units read from the fields' metadata. */
export function gridOf(arrow: Uint8Array): Grid {
  const table = tableFromIPC(arrow);
  const columns = table.schema.fields.map((field) => ({ name: field.name, unit: unitIn(field.metadata.get('unit')) }));
  const vectors = columns.map((column) => table.getChild(column.name));
  const rows = Array.from({ length: table.numRows }, (_, row): Row => {
    const cells = columns.map((column, i) => [column.name, plainCell(vectors[i]?.get(row), column.unit)] as const);
    return Object.fromEntries(cells);
  });
  return { columns, rows };
}

function unitIn(text: string | undefined): Unit {
  return (text ?? 'label') as Unit;
}

function plainCell(value: unknown, unit: Unit): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  const number = Number(value);
  if (Number.isNaN(number)) return null;
  if (unit === 'date') return new Date(number).toISOString().slice(0, 10);
  if (unit === 'instant') return new Date(number).toISOString();
  return number;
}
