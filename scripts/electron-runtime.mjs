// Finds the Electron that a checkout runs on: the folder the caller names, the official binary, or the fallback.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, withLock } from './cache.mjs';
import { fallbackRuntime } from './fallback-runtime.mjs';
import { SetupError, capture, note, root } from './process.mjs';

const wrapper = join(root, 'node_modules/electron');
const dayInMs = 24 * 60 * 60 * 1000;
const downloadTimeout = { withFallback: 120_000, alone: 15 * 60_000 };

/** Folder that holds the Electron to use, prepared when needed; throws a SetupError that says what was tried when there is none. */
export async function electronRuntime() {
  return namedRuntime() ?? (await officialRuntime()) ?? (await fallbackRuntime()) ?? refuse();
}

/** Path of the program inside a runtime folder. */
export function electronExecutable(folder) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  return join(folder, names[process.platform] ?? 'electron');
}

/** Flags that Chromium needs on this machine: it refuses its sandbox to root, and finds no X server under Wayland alone. */
export function electronFlags() {
  const flags = [];
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  if (process.platform === 'linux' && !process.env.DISPLAY && process.env.WAYLAND_DISPLAY)
    flags.push('--ozone-platform=wayland');
  return flags;
}

function namedRuntime() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return null;
  if (!existsSync(electronExecutable(folder))) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${electronExecutable(folder)}.`);
  }
  return folder;
}

async function officialRuntime() {
  const version = JSON.parse(readFileSync(join(wrapper, 'package.json'), 'utf8')).version;
  const folder = join(wrapper, 'dist');
  if (isInstalled(folder, version)) return folder;
  if (failedLately(version)) return null;
  return withLock('electron', async () => {
    if (!isInstalled(folder, version) && !failedLately(version)) await download(version, folder);
    return isInstalled(folder, version) ? folder : null;
  });
}

/** Lets the wrapper fetch its binary, which it does quietly or not at all, and remembers a failure. */
async function download(version, folder) {
  note(`Fetching Electron ${version} (once).`);
  const timeout =
    process.platform === 'linux' && process.arch === 'x64' ? downloadTimeout.withFallback : downloadTimeout.alone;
  await capture(process.execPath, [join(wrapper, 'install.js')], { timeout, env: { ELECTRON_GET_NO_PROGRESS: '1' } });
  rememberDownload(version, isInstalled(folder, version));
}

function isInstalled(folder, version) {
  try {
    const found = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
    return found === version && existsSync(join(wrapper, 'path.txt')) && existsSync(electronExecutable(folder));
  } catch {
    return false;
  }
}

function failureFile() {
  return join(cacheFolder(), 'electron-download-failed.json');
}

function failedLately(version) {
  try {
    const failure = JSON.parse(readFileSync(failureFile(), 'utf8'));
    return failure.version === version && Date.now() - failure.at < dayInMs;
  } catch {
    return false;
  }
}

function rememberDownload(version, arrived) {
  if (arrived) rmSync(failureFile(), { force: true });
  else writeFileSync(failureFile(), JSON.stringify({ version, at: Date.now() }));
}

function refuse() {
  throw new SetupError(
    `No Electron could be had on ${process.platform} ${process.arch}: its own download is not reachable (${failureFile()} remembers that for a day).\n` +
      `Give access to its release page, set ELECTRON_MIRROR to a mirror, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds Electron.`,
  );
}
