import { readFileSync } from 'node:fs';
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
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

/** How long a holder on this computer is given to let go, in milliseconds: a window just closed may still be ending what it was asked. */
const patience = 3_000;
const lookEvery = 100;

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
      if (other !== null && (await staysAlive(path, other)))
        throw new UserError('workspace_locked', { folder, pid: other.pid, host: other.host });
      await rm(path, { force: true });
    }
  }
  throw new UserError('workspace_locked', { folder, pid: 0, host: '' });
}

async function write(path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    const own: Holder = { pid: process.pid, host: hostname(), started: statOf(process.pid)?.started ?? null };
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

async function staysAlive(path: string, other: Holder): Promise<boolean> {
  const looks = other.host === hostname() ? patience / lookEvery : 0;
  for (let look = 0; look < looks; look++) {
    if (!(await isAlive(path, other))) return false;
    await setTimeout(lookEvery);
  }
  return isAlive(path, other);
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
  // A process number is used again; its start time is not. One that has ended and whose end nobody has asked about (Z) is gone too.
  const now = statOf(pid);
  return now === null || (now.state !== 'Z' && (started === null || now.started === started));
}

function statOf(pid: number): { readonly state: string; readonly started: string | null } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? null };
  } catch {
    return null;
  }
}
