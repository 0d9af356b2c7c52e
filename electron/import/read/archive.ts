import type { FileHandle } from 'node:fs/promises';
import { UserError } from '../../model/errors';

/** One file inside a zip archive. */
export interface Member {
  name: string;
  /** 0 = stored, 8 = deflated. */
  method: number;
  encrypted: boolean;
  packedBytes: number;
  /** Unpacked size as the archive claims it. */
  bytes: number;
  crc: number;
  /** Place of the local header in the archive. */
  offset: number;
}

/** Most entries an archive may list. */
const MOST_ENTRIES = 10_000;
const END_RECORD = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 46;
const LOCAL = 30;
const FULL_32 = 0xffffffff;

/** Reads the list of a zip archive's files, folders left out. Throws UserError `archive_damaged` and `archive_too_big`. */
export async function listMembers(handle: FileHandle, size: number, file: string): Promise<Member[]> {
  const tail = await readAt(
    handle,
    Math.max(0, size - END_RECORD - LONGEST_COMMENT - 20),
    END_RECORD + LONGEST_COMMENT + 20,
  );
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end === -1 || end + END_RECORD > tail.length) throw new UserError('archive_damaged', { file });
  const { count, length, start } = await directory(handle, tail, end);
  if (count > MOST_ENTRIES) throw new UserError('archive_too_big', { file, entries: count, most: MOST_ENTRIES });
  if (start + length > size) throw new UserError('archive_damaged', { file });
  const list = await readAt(handle, start, length);
  const members: Member[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY > list.length || list.readUInt32LE(at) !== 0x02014b50)
      throw new UserError('archive_damaged', { file });
    const { member, next } = entryAt(list, at);
    at = next;
    if (!member.name.endsWith('/')) members.push(member);
  }
  return members;
}

/** Place of a member's packed bytes. Throws UserError `archive_damaged`. */
export async function dataStart(handle: FileHandle, member: Member, file: string): Promise<number> {
  const local = await readAt(handle, member.offset, LOCAL);
  if (local.length < LOCAL || local.readUInt32LE(0) !== 0x04034b50) throw new UserError('archive_damaged', { file });
  return member.offset + LOCAL + local.readUInt16LE(26) + local.readUInt16LE(28);
}

/** True when the members are those of a spreadsheet file. */
export function isWorkbook(members: readonly Member[]): boolean {
  const names = new Set(members.map((member) => member.name));
  if (names.has('[Content_Types].xml') || names.has('Index/Document.iwa') || names.has('Index.zip')) return true;
  return names.has('mimetype') && names.has('content.xml');
}

/** The members a person would call the archive's files: no folders, no system leavings. */
export function ordinaryMembers(members: readonly Member[]): Member[] {
  return members.filter(
    ({ name }) => !name.startsWith('__MACOSX/') && !/(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini)$/i.test(name),
  );
}

interface Directory {
  count: number;
  length: number;
  start: number;
}

async function directory(handle: FileHandle, tail: Buffer, end: number): Promise<Directory> {
  const plain = {
    count: tail.readUInt16LE(end + 10),
    length: tail.readUInt32LE(end + 12),
    start: tail.readUInt32LE(end + 16),
  };
  const big = plain.count === 0xffff || plain.length === FULL_32 || plain.start === FULL_32;
  const locator = end - 20;
  if (!big || locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) return plain;
  const record = await readAt(handle, Number(tail.readBigUInt64LE(locator + 8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) return plain;
  return {
    count: Number(record.readBigUInt64LE(32)),
    length: Number(record.readBigUInt64LE(40)),
    start: Number(record.readBigUInt64LE(48)),
  };
}

function entryAt(list: Buffer, at: number): { member: Member; next: number } {
  const nameLength = list.readUInt16LE(at + 28);
  const extraLength = list.readUInt16LE(at + 30);
  const nameStart = at + ENTRY;
  const flags = list.readUInt16LE(at + 8);
  const name = list.toString(flags & 0x800 ? 'utf8' : 'latin1', nameStart, nameStart + nameLength);
  const extra = list.subarray(nameStart + nameLength, nameStart + nameLength + extraLength);
  const big = bigSizes(extra);
  const take = (value: number): number => (value === FULL_32 ? (big.shift() ?? value) : value);
  const bytes = take(list.readUInt32LE(at + 24));
  const packedBytes = take(list.readUInt32LE(at + 20));
  const offset = take(list.readUInt32LE(at + 42));
  const method = list.readUInt16LE(at + 10);
  const member = {
    name,
    method,
    encrypted: (flags & 1) === 1,
    packedBytes,
    bytes,
    crc: list.readUInt32LE(at + 16),
    offset,
  };
  return { member, next: nameStart + nameLength + extraLength + list.readUInt16LE(at + 32) };
}

/** The sizes beyond 4 GB that an entry's extra field holds, in their order. */
function bigSizes(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const length = Math.min(extra.readUInt16LE(at + 2), extra.length - at - 4);
    return Array.from({ length: Math.floor(length / 8) }, (_, i) => Number(extra.readBigUInt64LE(at + 4 + i * 8)));
  }
  return [];
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
