import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { crc32, createGunzip, createInflateRaw } from 'node:zlib';
import { UserError } from '../../model/errors';
import { dataStart, isWorkbook, listMembers, ordinaryMembers } from './archive';
import type { Member } from './archive';
import { isGzip, isZip } from './refuse';
import type { Part, ReadControl, ReadOptions } from './types';

/** Most bytes that may come out of an archive. */
const MOST_UNPACKED = 2 * 1024 * 1024 * 1024;
const MOST_RATIO = 200;
const RATIO_FROM = 50 * 1024 * 1024;
const CHUNK = 1024 * 1024;

/** The bytes of one table, whatever they are wrapped in. */
export interface Source {
  path: string;
  /** Name for messages: the file's, with the member's when it is in an archive. */
  name: string;
  packed: 'plain' | 'gzip' | 'zip';
  /** Size on disk, for progress. */
  diskBytes: number;
  /** Number of bytes of the table; null when only unpacking would tell. */
  bytes: number | null;
  member: Member | null;
  /** Modification time when it was opened, in milliseconds. */
  changed: number;
}

/** Opens a file, or the one member of an archive that is asked for. Throws UserError. */
export async function openSource(path: string, { part, transcript }: ReadOptions = {}): Promise<Source> {
  if (transcript) return { ...(await plainSource(transcript.path, transcript.name)), name: transcript.name };
  const file = basename(path);
  const source = await plainSource(path, file);
  return withHandle(path, file, async (handle) => {
    const head = await readAt(handle, 0, 4);
    if (isGzip(head)) return { ...source, packed: 'gzip', bytes: null };
    if (!isZip(head)) return source;
    const members = await listMembers(handle, source.diskBytes, file);
    if (isWorkbook(members)) throw new UserError('spreadsheet_not_csv', { file, kind: 'workbook' });
    const member = chooseMember(ordinaryMembers(members), file, part);
    return { ...source, packed: 'zip', bytes: member.bytes, member, name: `${file}/${member.name}` };
  });
}

async function plainSource(path: string, file: string): Promise<Source> {
  const stats = await statOf(path, file);
  if (stats.size === 0) throw new UserError('empty_file', { file });
  return {
    path,
    name: file,
    packed: 'plain',
    diskBytes: stats.size,
    bytes: stats.size,
    member: null,
    changed: stats.mtimeMs,
  };
}

/** Lists the tables that can be read from a file: sheets and archive members, or the file itself. Throws UserError. */
export async function listParts(path: string): Promise<Part[]> {
  const file = basename(path);
  const stats = await statOf(path, file);
  return withHandle(path, file, async (handle) => {
    const head = await readAt(handle, 0, 8);
    if (head.equals(Buffer.from('d0cf11e0a1b11ae1', 'hex')))
      return [{ name: file, kind: 'workbook', bytes: stats.size }];
    if (!isZip(head)) return [{ name: file, kind: 'text', bytes: isGzip(head) ? null : stats.size }];
    const members = await listMembers(handle, stats.size, file);
    if (isWorkbook(members)) return [{ name: file, kind: 'workbook', bytes: stats.size }];
    return ordinaryMembers(members).map(({ name, bytes }) => ({ name, kind: kindByName(name), bytes }));
  });
}

/** The first bytes, unpacked; `whole` says that there are no more. */
export async function readHead(source: Source, bytes: number): Promise<{ bytes: Buffer; whole: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunksOf(source)) {
    parts.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > bytes) return { bytes: Buffer.concat(parts).subarray(0, bytes), whole: false };
  }
  return { bytes: Buffer.concat(parts), whole: true };
}

/** Unpacks as much as tells a bomb from a file, and keeps nothing of it. Throws UserError `archive_too_big` and `archive_damaged`. */
export async function refuseBomb(source: Source): Promise<void> {
  let size = 0;
  for await (const chunk of chunksOf(source)) {
    size += chunk.length;
    if (size > RATIO_FROM + CHUNK) return;
  }
}

/** Bytes from the middle of a plain file; empty for packed ones. */
export async function readMiddle(source: Source, position: number, length: number): Promise<Buffer> {
  if (source.packed !== 'plain') return Buffer.alloc(0);
  return withHandle(source.path, source.name, (handle) => readAt(handle, position, length));
}

/** All bytes, unpacked, piece by piece; a piece is valid until the next one. Throws UserError when the file changes, is damaged or unpacks to too much. */
export async function* chunksOf(source: Source, control: ReadControl = {}): AsyncGenerator<Buffer> {
  let done = 0;
  const note = (chunk: Buffer): void => {
    done += chunk.length;
    control.onProgress?.(Math.min(done, source.diskBytes), source.diskBytes);
  };
  const { signal } = control;
  try {
    if (source.packed === 'plain') yield* plainChunks(source, signal, note);
    else yield* unpacked(source, signal, note);
  } catch (error) {
    signal?.throwIfAborted();
    throw asUserError(error, source);
  }
  const now = await statOf(source.path, source.name);
  if (now.size !== source.diskBytes || now.mtimeMs !== source.changed) {
    throw new UserError('file_unreadable', { file: source.name, reason: 'changed_while_read' });
  }
}

async function* plainChunks(
  source: Source,
  signal: AbortSignal | undefined,
  note: (chunk: Buffer) => void,
): AsyncGenerator<Buffer> {
  const stream = createReadStream(source.path, { highWaterMark: CHUNK, ...(signal ? { signal } : {}) });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    note(chunk);
    yield chunk;
  }
}

async function* unpacked(
  source: Source,
  signal: AbortSignal | undefined,
  note: (chunk: Buffer) => void,
): AsyncGenerator<Buffer> {
  const range = source.member === null ? {} : await memberRange(source, source.member);
  if (source.member !== null && source.member.packedBytes === 0) return;
  const packed = createReadStream(source.path, { highWaterMark: CHUNK, ...range, ...(signal ? { signal } : {}) });
  packed.on('data', (chunk: string | Buffer) => {
    if (typeof chunk !== 'string') note(chunk);
  });
  const stored = source.member?.method === 0;
  const options = { chunkSize: CHUNK };
  const inflate = source.packed === 'gzip' ? createGunzip(options) : createInflateRaw(options);
  if (!stored) packed.on('error', (error) => inflate.destroy(error));
  const stream = stored ? packed : packed.pipe(inflate);
  const guard = new UnpackGuard(source);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      guard.add(chunk);
      yield chunk;
    }
    guard.finish();
  } finally {
    packed.destroy();
    inflate.destroy();
  }
}

/** Stops what unpacks to too much, and notices a member that is not what the archive says. */
class UnpackGuard {
  private out = 0;
  private crc = 0;

  constructor(private readonly source: Source) {}

  add(chunk: Buffer): void {
    const { source } = this;
    this.out += chunk.length;
    const packed = source.member?.packedBytes ?? source.diskBytes;
    const bomb = this.out > RATIO_FROM && this.out > packed * MOST_RATIO;
    if (bomb || this.out > MOST_UNPACKED)
      throw new UserError('archive_too_big', { file: source.name, bytes: this.out });
    if (source.member !== null) this.crc = crc32(chunk, this.crc);
  }

  finish(): void {
    const { member, name } = this.source;
    if (member !== null && this.crc !== member.crc) throw new UserError('archive_damaged', { file: name });
  }
}

async function memberRange(source: Source, member: Member): Promise<{ start: number; end: number }> {
  const start = await withHandle(source.path, source.name, (handle) => dataStart(handle, member, source.name));
  return { start, end: Math.max(start, start + member.packedBytes - 1) };
}

function chooseMember(members: readonly Member[], file: string, part: string | undefined): Member {
  const tables = members.filter(
    (member) => kindByName(member.name) === 'text' && /\.(?:csv|tsv|tab|txt|psv|dat)$/i.test(member.name),
  );
  const found =
    part === undefined
      ? members.length === 1
        ? members[0]
        : tables.length === 1
          ? tables[0]
          : undefined
      : members.find(({ name }) => name === part);
  if (members.length === 0) throw new UserError('archive_empty', { file });
  if (found === undefined)
    throw new UserError('part_missing', { file, part: part ?? '', parts: members.map(({ name }) => name).join('\n') });
  if (found.encrypted) throw new UserError('archive_damaged', { file, part: found.name, reason: 'encrypted' });
  if (found.method !== 0 && found.method !== 8)
    throw new UserError('archive_damaged', { file, part: found.name, reason: 'method' });
  if (found.bytes === 0) throw new UserError('empty_file', { file: `${file}/${found.name}` });
  return found;
}

function kindByName(name: string): Part['kind'] {
  if (/\.(?:xlsx|xlsm|xlsb|xls|ods|numbers)$/i.test(name)) return 'workbook';
  return /\.(?:json|ndjson|jsonl)$/i.test(name) ? 'json' : 'text';
}

async function statOf(path: string, file: string): Promise<{ size: number; mtimeMs: number }> {
  const stats = await stat(path).catch((error: unknown) => {
    throw fileError(error, file);
  });
  if (stats.isDirectory()) throw new UserError('file_is_folder', { file });
  if (!stats.isFile()) throw new UserError('file_unreadable', { file, reason: 'no_regular_file' });
  return stats;
}

async function withHandle<T>(path: string, file: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw fileError(error, file);
  });
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

function asUserError(error: unknown, source: Source): unknown {
  if (error instanceof UserError) return error;
  const code = codeOf(error);
  if (code.startsWith('Z_')) return new UserError('archive_damaged', { file: source.name });
  return fileError(error, source.name);
}

function fileError(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOENT') return new UserError('file_missing', { file });
  return code === '' || code.startsWith('ERR_') ? error : new UserError('file_unreadable', { file, reason: code });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
