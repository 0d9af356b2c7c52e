import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { UserError } from '../model/errors';

/** Writes a file whole or not at all: under a temporary name beside it, then renamed. Throws `folder_not_writable`. */
export async function writeWhole(target: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(target);
  const part = resolve(folder, `.${basename(target).slice(0, 100)}.${process.pid}.part`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw new UserError('folder_not_writable', {
      folder,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}
