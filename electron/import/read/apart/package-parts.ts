import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { crc32, createInflateRaw } from 'node:zlib';
import { UserError } from '../../../model/errors';
import { dataStart, listMembers } from '../archive';
import type { Member } from '../archive';
import { refuseDeclarations, refuseSize } from './limits';
import type { PartUse } from './limits';

const chunkSize = 1024 * 1024;
const headLooked = 4096;

/** The parts of a workbook that is a zip archive, unpacked within limits: what an entry claims of itself is not believed. */
export class PackageParts {
  readonly file: string;

  private constructor(
    private readonly path: string,
    private readonly members: ReadonlyMap<string, Member>,
  ) {
    this.file = basename(path);
  }

  /** Reads the list of parts. Throws UserError. */
  static async open(path: string): Promise<PackageParts> {
    const file = basename(path);
    const members = await withFile(path, async (handle) => listMembers(handle, (await handle.stat()).size, file));
    return new PackageParts(path, new Map(members.map((member) => [partName(member.name), member])));
  }

  get names(): readonly string[] {
    return [...this.members.keys()];
  }

  has(name: string): boolean {
    return this.members.has(partName(name));
  }

  /** The whole text of a small part; empty when there is none of that name. */
  async text(name: string): Promise<string> {
    const pieces: Buffer[] = [];
    if (this.has(name)) for await (const chunk of this.chunks(name, 'plan')) pieces.push(chunk);
    return Buffer.concat(pieces).toString('utf8');
  }

  /** Unpacks a part piece by piece. Throws UserError for a bomb, for damage, and for declared entities. */
  async *chunks(name: string, use: PartUse): AsyncGenerator<Buffer> {
    const member = this.members.get(partName(name));
    if (!member || member.packedBytes === 0) return;
    this.refuseKind(member);
    const start = await withFile(this.path, (handle) => dataStart(handle, member, this.file));
    const packed = createReadStream(this.path, {
      highWaterMark: chunkSize,
      start,
      end: start + member.packedBytes - 1,
    });
    const inflate = createInflateRaw({ chunkSize });
    packed.on('error', (error) => inflate.destroy(error));
    const stream = member.method === 0 ? packed : packed.pipe(inflate);
    let unpacked = 0;
    let crc = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if (unpacked === 0) refuseDeclarations(this.file, chunk.toString('latin1', 0, headLooked));
        unpacked += chunk.length;
        refuseSize(this.file, use, unpacked, member.packedBytes);
        crc = crc32(chunk, crc);
        yield chunk;
      }
      if (crc !== member.crc) throw new UserError('archive_damaged', { file: this.file });
    } catch (error) {
      throw error instanceof UserError ? error : new UserError('archive_damaged', { file: this.file });
    } finally {
      packed.destroy();
      inflate.destroy();
    }
  }

  private refuseKind(member: Member): void {
    if (member.encrypted) throw new UserError('archive_damaged', { file: this.file, reason: 'encrypted' });
    if (member.method !== 0 && member.method !== 8)
      throw new UserError('archive_damaged', { file: this.file, reason: 'method' });
  }
}

function partName(name: string): string {
  return name.replace(/^\/+/, '').replaceAll('\\', '/').toLowerCase();
}

async function withFile<T>(path: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r');
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}
