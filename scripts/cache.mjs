// Where prepared things are kept between runs and between clones, and how two runs keep out of each other's way.
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError, note, root } from './process.mjs';

const longestWork = 30 * 60_000;

/** Folder for what a fresh clone can reuse; under node_modules when the home folder cannot be written. Made when missing. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME ?? '';
  const folder =
    writable(() => join(isAbsolute(base) ? base : join(homedir(), '.cache'), 'quarterdeck')) ??
    writable(treeCacheFolder);
  if (!folder) throw new SetupError(`No cache folder can be written, neither under the home folder nor under ${root}.`);
  return folder;
}

function writable(place) {
  try {
    const folder = place();
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return null;
  }
}

/** Folder for what belongs to this checkout alone. Made when missing. */
export function treeCacheFolder() {
  const folder = join(root, 'node_modules/.cache/quarterdeck');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs the work while no other run on this machine does work of the same name; a lock left by a dead run is taken over. */
export async function withLock(name, work) {
  const file = join(cacheFolder(), `${name}.lock`);
  for (let waited = false; !takeLock(file); waited = true) {
    if (!waited) note(`Waiting for another run to finish (${name}).`);
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Name for a lock that concerns this checkout alone. */
export function treeLock(name) {
  return `${name}-${createHash('sha1').update(root).digest('hex').slice(0, 12)}`;
}

function takeLock(file) {
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAbandoned(file)) return false;
    rmSync(file, { force: true });
    return takeLock(file);
  }
}

function isAbandoned(file) {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    const owner = Number(readFileSync(file, 'utf8'));
    return age > longestWork || (owner ? !isAlive(owner) : age > 10_000);
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
