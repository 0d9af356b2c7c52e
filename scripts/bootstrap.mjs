// The steps that make a clone ready, each a function that does nothing when its work is already done.
// A script calls the ones it needs, in this order.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { treeLock, withLock } from './cache.mjs';
import { electronExecutable, electronRuntime } from './electron-runtime.mjs';
import { SetupError, capture, captureNpm, note, npmReason, root } from './process.mjs';
import { contents, glance, judgeBuild, listSources, packagesMatch } from './staleness.mjs';
import * as libraries from './system-libraries.mjs';

const oldestNode = [20, 19];
const stampFile = join(root, 'dist/build-stamp.json');

/** Throws when this Node is too old to run the project. */
export function ensureNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new SetupError(`Quarterdeck needs Node ${oldestNode.join('.')} or newer; this is ${version}.`);
}

/** Installs the packages that the lock file names unless they are there; throws with npm's own words when that fails. */
export async function ensurePackages() {
  if (packagesAreCurrent()) return;
  await withLock(treeLock('packages'), async () => {
    if (packagesAreCurrent()) return;
    note('Installing packages (npm ci).');
    const { code, output } = await captureNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) throw new SetupError(`${npmReason(output)}\n\nnpm ci failed; the packages could not be installed.`);
  });
}

function packagesAreCurrent() {
  try {
    const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
    return packagesMatch(read('package-lock.json'), read('node_modules/.package-lock.json'));
  } catch {
    return false;
  }
}

/** Folder of the Electron to use, for this process's children too: they find it in ELECTRON_OVERRIDE_DIST_PATH. */
export async function ensureElectron() {
  const folder = await electronRuntime();
  process.env.ELECTRON_OVERRIDE_DIST_PATH = folder;
  return folder;
}

/** Makes sure that the system can open this Electron's window; with `screen`, also where there is no display. */
export async function ensureSystemLibraries(folder, { screen = false } = {}) {
  await libraries.ensureSystemLibraries(electronExecutable(folder), { screen });
  await libraries.ensureSandbox(folder);
}

/** Builds unless the last build was made from the sources as they are now. */
export async function ensureBuild() {
  if (buildIsCurrent()) return;
  await withLock(treeLock('build'), async () => {
    if (!buildIsCurrent()) await build();
  });
}

/** Builds the program into dist/ and stamps it; throws with the bundler's output when it fails. */
export async function build() {
  note('Building.');
  const sources = listSources(root);
  const stamp = { glance: glance(sources), contents: contents(root, sources) };
  forgetBuild();
  const { code, output } = await capture(process.execPath, [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--app',
  ]);
  if (code !== 0) throw new SetupError(`${output.trim()}\n\nThe build failed.`);
  writeStamp(stamp);
}

/** Marks what is in dist/ as not to be relied on. */
export function forgetBuild() {
  rmSync(stampFile, { force: true });
}

function buildIsCurrent() {
  const sources = listSources(root);
  const stamp = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : null;
  const now = glance(sources);
  const verdict = judgeBuild(stamp, now, () => contents(root, sources));
  if (verdict === 'touched') writeStamp({ ...stamp, glance: now });
  return verdict !== 'stale';
}

function writeStamp(stamp) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, JSON.stringify(stamp));
}
