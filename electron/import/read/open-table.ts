import { remark } from '../../model/remarks';
import { because } from '../../model/evidence';
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readApart } from './apart/read-apart';
import { choosePart } from './choose-part';
import type { PartInfo } from './choose-part';
import { contentOf, isExpected } from './content';
import type { Transcribed } from './content';
import { databaseTables, writeTable } from './database';
import { UserError } from '../../model/errors';
import type { Member } from './archive';
import { listParts } from './source';
import { membersOf, needsUnpacking, removeUnpacked, unpack, unpackFor } from './unpack';
import type { Part, ReadControl, ReadOptions, Transcript, Warning } from './types';

/** A table that is ready to be read: where it lies as text, and how it is to be read. */
export interface OpenTable {
  readonly path: string;
  readonly options: ReadOptions;
}

const transcripts = new Map<string, Transcript>();

/** Lists the tables that can be read from a file: sheets, lists of records, tables of a database, archive members, or the file itself. Throws UserError. */
export async function partsOf(path: string, scratch: string, { signal }: ReadControl = {}): Promise<Part[]> {
  const content = await contentOf(path);
  if (content === 'text') return listParts(path);
  return content === 'archive' ? partsPacked(path, scratch, signal) : partsIn(path, content, scratch, signal);
}

// A file inside an archive is called by its name, its parts by that and their own.
async function partsPacked(path: string, scratch: string, signal: AbortSignal | undefined): Promise<Part[]> {
  const control = signal ? { signal } : {};
  const unpacking = new Map(
    (await membersOf(path)).flatMap((each) => (needsUnpacking(each) ? [[each.name, each]] : [])),
  );
  const parts: Part[] = [];
  for (const part of await listParts(path)) {
    const member = unpacking.get(part.name);
    const inner = member ? await partsOfMember(path, member, scratch, control) : [];
    parts.push(...(inner.length > 0 ? inner : [part]));
  }
  return parts;
}

// A member that cannot be opened is listed as it is; the fault is told when it is read.
async function partsOfMember(path: string, member: Member, scratch: string, control: ReadControl): Promise<Part[]> {
  try {
    const target = await unpack(path, member, scratch, control);
    const inner = await partsOf(target, scratch, control);
    const own = basename(target);
    return inner.map((part) => ({ ...part, name: part.name === own ? member.name : `${member.name}/${part.name}` }));
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

/**
 * Makes a table readable as text: a text file is left as it is; a sheet, list of records or database table is written out once into the scratch
 * folder, and kept there for further readings until `removeTranscripts`. Throws UserError.
 */
export async function openTable(
  path: string,
  options: ReadOptions,
  scratch: string,
  { signal, onProgress }: ReadControl = {},
): Promise<OpenTable> {
  const content = await contentOf(path);
  if (content === 'archive') {
    const unpacked = await unpackFor(path, options.part ?? null, scratch, signal ? { signal } : {});
    const { part: _part, ...others } = options;
    if (!unpacked) return { path, options };
    const own = unpacked.part === null ? others : { ...others, part: unpacked.part };
    return openTable(unpacked.path, own, scratch, signal ? { signal } : {});
  }
  if (content === 'text') return { path, options };
  const { size, mtimeMs } = statSync(path);
  const identity = [path, options.part ?? '', size, mtimeMs].join('\0');
  const target = join(scratch, `text-${createHash('sha1').update(identity).digest('hex').slice(0, 16)}.csv`);
  let transcript = transcripts.get(target);
  if (!transcript || !existsSync(target)) {
    transcript = await transcribe(path, content, options.part ?? null, target, signal);
    transcripts.set(target, transcript);
  }
  onProgress?.(size, size);
  return { path: target, options: { ...options, transcript } };
}

/** Removes what was written out into a scratch folder. */
export async function removeTranscripts(scratch: string): Promise<void> {
  for (const target of [...transcripts.keys()].filter((each) => dirname(each) === scratch)) {
    transcripts.delete(target);
    await rm(target, { force: true });
  }
  await removeUnpacked(scratch);
}

async function transcribe(
  path: string,
  content: Transcribed,
  asked: string | null,
  target: string,
  signal: AbortSignal | undefined,
): Promise<Transcript> {
  const file = basename(path);
  const nameOf = (part: string): string => (part === file ? file : `${file}/${part}`);
  const misnamed = wrongName(file, content);
  if (content === 'parquet') {
    const written = await writeTable(path, null, target, signal);
    return { path: target, name: file, named: true, ...written, warnings: misnamed };
  }
  if (content === 'database') {
    const tables = await databaseTables(path, dirname(target), signal);
    const chosen = choosePart(tables, asked, file);
    const { width, decisions } = await writeTable(path, chosen, target, signal);
    const said = [...decisions, ...otherParts(tables, chosen.name)];
    return { path: target, name: nameOf(chosen.name), named: true, width, decisions: said, warnings: misnamed };
  }
  const { parts, written } = await readApart({ task: 'write', path, kind: content, part: asked, target }, signal);
  if (!written) throw new Error('nothing was written');
  const { part, width, named } = written;
  return {
    path: target,
    name: nameOf(part),
    named,
    width,
    decisions: [...written.decisions, ...otherParts(parts, part)],
    warnings: [...misnamed, ...written.warnings],
  };
}

function otherParts(parts: readonly PartInfo[], chosen: string): Transcript['decisions'] {
  const others = parts.filter(({ name, empty }) => name !== chosen && !empty);
  if (others.length === 0) return [];
  const named = others.map(({ name, hidden }) => (hidden ? `${name} (hidden)` : name)).join(', ');
  return [{ what: 'part', chosen, evidence: because('other_parts', { parts: named }) }];
}

function wrongName(file: string, content: Transcribed): Warning[] {
  return isExpected(file, content) ? [] : [{ code: 'other_content', says: remark(`holds_${content}`) }];
}

async function partsIn(
  path: string,
  content: Transcribed,
  scratch: string,
  signal: AbortSignal | undefined,
): Promise<Part[]> {
  if (content === 'parquet') return [{ name: basename(path), kind: 'table', bytes: null }];
  if (content === 'database')
    return (await databaseTables(path, scratch, signal)).map(({ name }) => ({ name, kind: 'table', bytes: null }));
  const { parts } = await readApart({ task: 'list', path, kind: content }, signal);
  return parts.map(({ name, hidden, empty }) => ({
    name,
    kind: content === 'json' ? 'records' : 'sheet',
    bytes: null,
    ...(hidden ? { hidden } : {}),
    ...(empty ? { empty } : {}),
  }));
}
