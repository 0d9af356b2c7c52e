import { constants } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../model/errors';

/** The few steps of saving, so that a test can fail or stop each of them. */
export interface Disk {
  readonly write: (path: string, bytes: string | Uint8Array) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly syncFolder: (folder: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}

export const realDisk: Disk = {
  async write(path, bytes) {
    const file = await open(path, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename,
  async syncFolder(folder) {
    // Windows cannot open a folder; its renames are journalled.
    if (process.platform === 'win32') return;
    const handle = await open(folder, constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  remove: (path) => rm(path, { force: true, recursive: true }),
};

/** Puts a file in place whole or not at all: temporary name, sync, rename, sync of the folder. Throws `disk_full`, `workspace_read_only` or `folder_not_writable`. */
export async function writeWhole(path: string, bytes: string | Uint8Array, disk: Disk = realDisk): Promise<void> {
  const folder = dirname(path);
  const part = `${path}.part`;
  try {
    await disk.write(part, bytes);
    await disk.rename(part, path);
    await disk.syncFolder(folder);
  } catch (error) {
    await disk.remove(part).catch(() => undefined);
    throw diskFault(error, folder);
  }
}

/** A file-system fault in our own terms; anything unknown is given back as it is. */
export function diskFault(error: unknown, folder: string): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new UserError('disk_full', { folder });
  if (code === 'EROFS') return new UserError('workspace_read_only', { folder });
  if (code === 'EACCES' || code === 'EPERM') return new UserError('folder_not_writable', { folder });
  return error instanceof Error ? error : new Error(String(error));
}

/** Copies a file, sharing its blocks where the file system can. */
export async function cloneFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
}

/** Empties a folder inside a workspace, making it when missing. */
export async function emptyFolder(folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true, mode: 0o700 });
}
