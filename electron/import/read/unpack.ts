import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { listMembers, ordinaryMembers } from './archive';
import type { Member } from './archive';
import { chunksOf, openSource } from './source';
import type { ReadControl } from './types';

/** A file out of an archive that is more than plain text, unpacked into the scratch folder, and the part of it that is asked for. */
export interface Unpacked {
  readonly path: string;
  readonly part: string | null;
}

/** Names of what is read by its own reader and not as text. */
const ownReader = /\.(?:xlsx|xlsm|xlsb|xls|ods|json|ndjson|jsonl|parquet|pq|duckdb|ddb|html?)$/i;

const folders = new Set<string>();

/** Files of an archive as a person would list them. Throws UserError. */
export async function membersOf(path: string): Promise<readonly Member[]> {
  const handle = await open(path, 'r');
  try {
    return ordinaryMembers(await listMembers(handle, (await handle.stat()).size, basename(path)));
  } finally {
    await handle.close();
  }
}

/** True for a file of an archive that has to be unpacked to be read. */
export function needsUnpacking({ name, bytes }: Member): boolean {
  return ownReader.test(name) && bytes > 0;
}

/** The file of an archive that a part names, `member` or `member/part of it`, unpacked; null when it is plain text. Without a name: the archive's only file. Throws UserError. */
export async function unpackFor(
  path: string,
  part: string | null,
  scratch: string,
  control: ReadControl,
): Promise<Unpacked | null> {
  const members = await membersOf(path);
  const named = members
    .filter(({ name }) => part === name || part?.startsWith(`${name}/`))
    .sort((a, b) => b.name.length - a.name.length)[0];
  const member = part === null && members.length === 1 ? members[0] : named;
  if (!member || !needsUnpacking(member)) return null;
  const inner = part === null || part === member.name ? null : part.slice(member.name.length + 1);
  return { path: await unpack(path, member, scratch, control), part: inner };
}

/** Unpacks one file of an archive into the scratch folder, within the limits of archives; the name it has there is its own. Throws UserError. */
export async function unpack(path: string, { name }: Member, scratch: string, control: ReadControl): Promise<string> {
  const { size, mtimeMs } = statSync(path);
  const identity = createHash('sha1').update([path, name, size, mtimeMs].join('\0')).digest('hex').slice(0, 16);
  const folder = join(scratch, `member-${identity}`);
  const target = join(folder, basename(name.replaceAll('\\', '/')));
  if (folders.has(folder) && existsSync(target)) return target;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  folders.add(folder);
  const source = await openSource(path, { part: name });
  await pipeline(
    Readable.from(copies(chunksOf(source, control))),
    createWriteStream(`${target}.part`, { mode: 0o600 }),
  );
  await rename(`${target}.part`, target);
  return target;
}

// A piece is valid until the next one comes, and a stream may hold several.
async function* copies(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** Removes what was unpacked into a scratch folder. */
export async function removeUnpacked(scratch: string): Promise<void> {
  for (const folder of [...folders].filter((each) => dirname(each) === scratch)) {
    folders.delete(folder);
    await rm(folder, { recursive: true, force: true });
  }
}
