/** What no CRM exports and a person types in instead: which tables may be, and what a typed cell must look like. Rows stay the person's own texts. */
import type { Field, TableName } from './tables';
import { tableModel } from './tables';

/** Tables of people and programme, in the order a person meets them. */
export const enteredNames = [
  'reps',
  'rep_periods',
  'targets',
  'costs',
  'fx_rates',
  'programmes',
  'trainings',
  'coachings',
  'incentive_plans',
  'incentive_tiers',
  'payouts',
  'recognitions',
  'surveys',
] as const satisfies readonly TableName[];

export type EnteredName = (typeof enteredNames)[number];

/** One typed row: field → text; a field that is not there was left empty. */
export type EnteredRow = Readonly<Record<string, string>>;

/** Typed rows by table. */
export type Entered = Readonly<Partial<Record<EnteredName, readonly EnteredRow[]>>>;

/** A cell that cannot be taken: row counts from 0; `expected` is a field type, `required`, `unique`, or the allowed words. */
export interface CellFault {
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly expected: string;
}

/** True for a table that can be typed in. */
export function isEnteredName(name: string): name is EnteredName {
  return (enteredNames as readonly string[]).includes(name);
}

/** Every cell of typed rows that cannot be taken, in reading order; none when all can. */
export function faultsIn(table: EnteredName, rows: readonly EnteredRow[]): readonly CellFault[] {
  const { fields, key } = tableModel(table);
  const seen = new Set<string>();
  return rows.flatMap((cells, row) => {
    const faults = fields.flatMap((field) => faultOf(field, cells[field.name] ?? '', row, needed(field, key)));
    const own = JSON.stringify(key.map((name) => cells[name] ?? ''));
    if (key.length > 0 && seen.has(own)) {
      faults.push({ row, field: key[0] ?? '', value: cells[key[0] ?? ''] ?? '', expected: 'unique' });
    }
    seen.add(own);
    return faults;
  });
}

// A typed row may fill in what an imported one lacks, so only its key must be there; a row without a key stands for itself and must be whole.
function needed(field: Field, key: readonly string[]): boolean {
  return key.length > 0 ? key.includes(field.name) : field.required;
}

function faultOf(field: Field, value: string, row: number, required: boolean): readonly CellFault[] {
  if (value === '') return required ? [{ row, field: field.name, value, expected: 'required' }] : [];
  const expected = isReadable(field, value) ? null : field.type === 'enum' ? field.values.join(', ') : field.type;
  return expected === null ? [] : [{ row, field: field.name, value, expected }];
}

function isReadable(field: Field, value: string): boolean {
  switch (field.type) {
    case 'id':
      return value.trim() === value;
    case 'text':
    case 'list':
      return true;
    case 'bool':
      return value === 'true' || value === 'false';
    case 'int':
      return /^-?\d{1,15}$/.test(value);
    case 'dec':
      return /^-?\d{1,14}(\.\d{1,4})?$/.test(value);
    case 'date':
    case 'ts':
      return isDay(value);
    case 'enum':
      return field.values.includes(value);
  }
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
