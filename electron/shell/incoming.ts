import { randomBytes } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Incoming } from '../contract';
import { UserError } from '../model/errors';

const mostFiles = 1_000;
const longestName = 500;

interface Found {
  readonly path: string;
  /** Path below the folder that was chosen, or the file's own name. */
  readonly name: string;
}

/**
 * Copies files, and all files of folders, into a workspace's `incoming/`, each into a folder with a random name; clones where the file system can.
 * Links in a folder are not followed. All of them or none; throws UserError `file_missing`, `file_unreadable`, `disk_full`, `folder_not_writable`, `usage`.
 */
export async function bringIn(workspace: string, paths: readonly string[]): Promise<readonly Incoming[]> {
  const found: Found[] = [];
  for (const path of paths) await find(path, '', found);
  const brought: Incoming[] = [];
  try {
    for (const file of found) brought.push(await bring(workspace, file));
    return brought;
  } catch (error) {
    for (const { stored } of brought) await rm(join(workspace, 'incoming', dirname(stored)), { recursive: true });
    throw error;
  }
}

async function find(path: string, above: string, found: Found[]): Promise<void> {
  const name = above + basename(path);
  const kind = await blaming(name, () => stat(path));
  if (kind.isDirectory()) return findIn(path, above, found);
  if (!kind.isFile()) throw new UserError('file_unreadable', { file: name, reason: 'not a file' });
  if (found.length === mostFiles) throw new UserError('usage', { reason: `more than ${mostFiles} files` });
  found.push({ path, name: name.length > longestName ? basename(path) : name });
}

async function findIn(folder: string, above: string, found: Found[]): Promise<void> {
  const entries = await blaming(basename(folder), () => readdir(folder, { withFileTypes: true }));
  const names = new Set(entries.map((entry) => entry.name));
  const isLog = (name: string): boolean => name.endsWith('.wal') && names.has(name.slice(0, -'.wal'.length));
  const visible = entries.filter(
    (entry) => !entry.name.startsWith('.') && !isLog(entry.name) && (entry.isFile() || entry.isDirectory()),
  );
  for (const entry of visible.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    await (entry.isDirectory() ? findIn(path, `${above}${entry.name}/`, found) : find(path, above, found));
  }
}

async function bring(workspace: string, { path, name }: Found): Promise<Incoming> {
  const own = randomBytes(8).toString('hex');
  const folder = join(workspace, 'incoming', own);
  const stored = `${own}/${safeName(basename(path))}`;
  await blaming(name, () => mkdir(folder, { recursive: true, mode: 0o700 }), 'folder_not_writable');
  try {
    await copyWhole(path, join(workspace, 'incoming', stored), name);
    // A database that was not closed has its latest rows in a log beside it, which is read with it.
    if (existsSync(`${path}.wal`)) await copyWhole(`${path}.wal`, join(workspace, 'incoming', `${stored}.wal`), name);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return { stored, name };
}

// A file that changes while it is copied is copied once more, and refused when it still changes: never half of two states.
async function copyWhole(path: string, target: string, name: string): Promise<void> {
  for (let tries = 0; tries < 2; tries++) {
    const before = await blaming(name, () => stat(path));
    await blaming(name, () => copyFile(path, target, constants.COPYFILE_FICLONE));
    await chmod(target, 0o600);
    const after = await blaming(name, () => stat(path));
    if (before.size === after.size && before.mtimeMs === after.mtimeMs) return;
  }
  throw new UserError('file_unreadable', { file: name, reason: 'it is being written to' });
}

/** The name with nothing in it that a file system, a pattern or a statement could take for more than a name; the extension stays. */
export function safeName(name: string): string {
  const extension = extname(name)
    .replace(/[^\w.]/g, '')
    .slice(0, 16);
  const stem = basename(name, extname(name))
    .replace(/[^\w-]/g, '_')
    .slice(0, 80);
  return `${stem || 'file'}${extension}`;
}

async function blaming<T>(
  file: string,
  work: () => Promise<T>,
  refused: 'file_unreadable' | 'folder_not_writable' = 'file_unreadable',
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new UserError('file_missing', { file });
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new UserError('disk_full');
    if (refused === 'folder_not_writable') throw new UserError(refused, { folder: 'incoming' });
    throw new UserError('file_unreadable', { file, reason: code || 'unknown' });
  }
}
