import { createReadStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { UserError } from '../../../model/errors';

/** Most bytes of JSON that is held in memory whole; one record a line may be of any size. */
const mostBytes = 256 * 1024 * 1024;

/** A list of records inside a JSON file, with the name of the field that holds it; the file's own list has none. */
export interface JsonList {
  readonly name: string;
  records(): AsyncIterable<unknown>;
}

/** The lists of records that a JSON file holds: the file itself, its lines, or the lists inside its one object. Throws UserError `json`. */
export async function jsonLists(path: string): Promise<readonly JsonList[]> {
  const file = basename(path);
  if (await isOneALine(path)) return [{ name: '', records: () => lineRecords(path, file) }];
  const { size } = statSync(path);
  if (size > mostBytes) throw new UserError('archive_too_big', { file, bytes: size });
  const value = parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''), file);
  const lists = isList(value) ? [{ name: '', list: value }] : innerLists(value, '');
  if (lists.length === 0) throw new UserError('json', { file });
  return lists.map(({ name, list }) => ({ name, records: () => each(list) }));
}

async function* each(list: readonly unknown[]): AsyncGenerator<unknown> {
  for (const record of list) yield await Promise.resolve(record);
}

/** Lists of objects or of lists, at most one object deep; the outer ones first. */
function innerLists(value: unknown, within: string): { name: string; list: readonly unknown[] }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const entries = Object.entries(value);
  const here = entries.flatMap(([name, inner]) => (isList(inner) ? [{ name: within + name, list: inner }] : []));
  if (here.length > 0 || within !== '') return here;
  return entries.flatMap(([name, inner]) => innerLists(inner, `${name}.`));
}

function isList(value: unknown): value is readonly unknown[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((record) => typeof record === 'object' && record !== null)
  );
}

/** True when the first two lines are each a whole JSON object. */
async function isOneALine(path: string): Promise<boolean> {
  const first: string[] = [];
  for await (const line of linesOf(path)) {
    if (line.trim() === '') continue;
    first.push(line);
    if (first.length === 2) break;
  }
  return first.length === 2 && first.every((line) => isObject(line));
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: 1024 * 1024 });
  const lines = createInterface({ input: stream, crlfDelay: Infinity });
  try {
    for await (const line of lines) yield line.replace(/^\ufeff/, '');
  } finally {
    lines.close();
    stream.destroy();
  }
}

/** One record a line; a blank line is a record without fields. Throws UserError naming a line that is no JSON. */
async function* lineRecords(path: string, file: string): AsyncGenerator<unknown> {
  let number = 0;
  for await (const line of linesOf(path)) {
    number++;
    if (line.trim() === '') yield {};
    else yield parse(line, file, number);
  }
}

/**
 * Parses JSON so that no digit is lost: a number that would come out otherwise than it is written, such as 1.10 or an id of
 * 20 digits, comes out as text. Throws UserError `json`.
 */
function parse(text: string, file: string, line = 0): unknown {
  const kept = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`,
  );
  try {
    return JSON.parse(kept);
  } catch {
    throw new UserError('json', line === 0 ? { file } : { file, line });
  }
}
