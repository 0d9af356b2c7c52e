import { because } from '../../../model/evidence';
import type { Written } from './write-sheet';
import { PlainWriter } from './plain-writer';
import type { JsonList } from './read-json';

/** Writes records as plain text: first the names of their fields in the order met, then a record a row. Throws UserError. */
export async function writeRecords(list: JsonList, target: string): Promise<Written> {
  const names = await namesOf(list);
  const writer = new PlainWriter(target);
  try {
    if (names !== null) writer.add(names);
    for await (const record of list.records()) {
      const fields = names === null ? null : fieldsOf(record);
      writer.add(fields === null ? cellsOf(record) : (names ?? []).map((name) => fields.get(name) ?? ''));
    }
    writer.finish();
  } catch (error) {
    writer.abandon();
    throw error;
  }
  const { rows, width } = writer;
  const chosen = list.name === '' ? 'a list of records' : list.name;
  const evidence = names === null ? because('list_of_lists') : because('nested_fields', { n: names.length });
  return { rows, width, named: names !== null, decisions: [{ what: 'records', chosen, evidence }], warnings: [] };
}

/** Names of all fields; null for a list of lists, which names nothing. */
async function namesOf(list: JsonList): Promise<readonly string[] | null> {
  const names = new Set<string>();
  let onlyLists = true;
  for await (const record of list.records()) {
    onlyLists &&= Array.isArray(record);
    if (!onlyLists) for (const name of fieldsOf(record).keys()) names.add(name);
  }
  return onlyLists ? null : [...names];
}

function cellsOf(record: unknown): string[] {
  return Array.isArray(record) ? record.map(textOf) : [textOf(record)];
}

/** Fields of a record; those of an object inside it come out under both names with a dot between. */
function fieldsOf(record: unknown): Map<string, string> {
  const fields = new Map<string, string>();
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return fields.set('value', textOf(record));
  for (const [name, value] of Object.entries(record)) {
    for (const [inner, deep] of innerOf(value)) fields.set(inner === '' ? name : `${name}.${inner}`, textOf(deep));
  }
  return fields;
}

/** Fields of a value that is an object itself; of any other the value alone, without a name. */
function innerOf(value: unknown): [string, unknown][] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.entries(value) : [['', value]];
}

/** A value as text: nothing for null, plain lists joined by semicolons, anything deeper as JSON. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const plain = Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null);
  return plain ? value.map(textOf).join(';') : JSON.stringify(value);
}
