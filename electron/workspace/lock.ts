import { readFileSync } from 'node:fs';
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../model/errors';

const lockFile = 'lock.json';

/** A hold on a workspace; `release` gives it up. */
export interface Hold {
  release(): Promise<void>;
}

const holder = z.object({ pid: z.number().int(), host: z.string(), started: z.string().nullable() });
type Holder = Readonly<z.infer<typeof holder>>;

const beatEvery = 30_000;
/** A lock that another computer has not renewed for this long belongs to a process that is gone. */
const silentAfter = 150_000;
const heldHere = new Set<string>();

/** Takes the workspace for this process; a lock left by a process that is gone is taken over. Throws `workspace_locked`. */
export async function takeLock(folder: string): Promise<Hold> {
  const path = join(folder, lockFile);
  if (heldHere.has(path)) throw new UserError('workspace_locked', { folder, pid: process.pid, host: hostname() });
  for (let tries = 0; tries < 3; tries++) {
    try {
      await write(path);
      return held(path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const other = await holderOf(path);
      if (other !== null && (await isAlive(path, other)))
        throw new UserError('workspace_locked', { folder, pid: other.pid, host: other.host });
      await rm(path, { force: true });
    }
  }
  throw new UserError('workspace_locked', { folder, pid: 0, host: '' });
}

async function write(path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    const own: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
    await file.writeFile(JSON.stringify(own));
  } finally {
    await file.close();
  }
}

function held(path: string): Hold {
  heldHere.add(path);
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), beatEvery);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      heldHere.delete(path);
      await rm(path, { force: true });
    },
  };
}

// A lock cut short by a crash names nobody and is nobody's.
async function holderOf(path: string): Promise<Holder | null> {
  try {
    const parsed = holder.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function isAlive(path: string, { pid, host, started }: Holder): Promise<boolean> {
  if (host !== hostname()) {
    const renewed = await stat(path).catch(() => null);
    return renewed !== null && Date.now() - renewed.mtimeMs < silentAfter;
  }
  // Our own number without our own hold: a process before us had it, as in a container, where numbers start anew.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  // A process number is used again; its start time is not.
  const now = startOf(pid);
  return now === null || started === null || now === started;
}

function startOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
