import { open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../model/errors';

const lockFile = 'lock.json';

/** A hold on a workspace; `release` gives it up. */
export interface Hold {
  release(): Promise<void>;
}

/** Takes the workspace for this process; a lock left by a process that is gone is taken over. Throws `workspace_locked`. */
export async function takeLock(folder: string): Promise<Hold> {
  const path = join(folder, lockFile);
  for (let tries = 0; tries < 3; tries++) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() }));
      await file.close();
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = await holderOf(path);
      if (holder !== null && isAlive(holder))
        throw new UserError('workspace_locked', { folder, pid: holder.pid, host: holder.host });
      await rm(path, { force: true });
    }
  }
  throw new UserError('workspace_locked', { folder, pid: 0, host: '' });
}

interface Holder {
  readonly pid: number;
  readonly host: string;
}

// A lock cut short by a crash names nobody and is nobody's.
async function holderOf(path: string): Promise<Holder | null> {
  try {
    const data: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof data !== 'object' || data === null || !('pid' in data) || typeof data.pid !== 'number') return null;
    return { pid: data.pid, host: 'host' in data && typeof data.host === 'string' ? data.host : '' };
  } catch {
    return null;
  }
}

// A process on another computer cannot be asked, so its lock stands.
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
