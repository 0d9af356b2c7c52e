import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication } from 'playwright-core';
import { appFolder, electronFolder, environment } from './harness';

const nobody = 65_534;

/**
 * Starts the program as the system's user `nobody`, with Chromium's sandbox on, for a root who cannot have it.
 * Runs from a copy that this user may read, because the real ones often lie in root's own folder.
 */
export async function launchAsOrdinaryUser(): Promise<{
  readonly app: ElectronApplication;
  readonly end: () => Promise<void>;
}> {
  const place = mkdtempSync(join(tmpdir(), 'quarterdeck-nobody-'));
  chmodSync(place, 0o755);
  share(electronFolder(), join(place, 'runtime'));
  for (const name of ['dist', 'node_modules/@duckdb']) share(join(appFolder, name), join(place, 'app', name));
  copyFileSync(join(appFolder, 'package.json'), join(place, 'app/package.json'));
  const home = join(place, 'home');
  mkdirSync(home);
  const starter = join(place, 'start');
  writeFileSync(
    starter,
    `#!/bin/sh\nexec setpriv --reuid=${nobody} --regid=${nobody} --clear-groups '${place}/runtime/electron' "$@"\n`,
    { mode: 0o755 },
  );
  const own = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_RUNTIME_DIR: home, ...screenAccess(home) };
  give(home);
  const app = await _electron.launch({
    executablePath: starter,
    chromiumSandbox: true,
    args: [join(place, 'app'), `--user-data-dir=${join(home, 'data')}`],
    cwd: home,
    env: environment(own),
    timeout: 60_000,
  });
  await app.firstWindow();
  const end = async (): Promise<void> => {
    await app.close();
    rmSync(place, { recursive: true, force: true });
  };
  return { app, end };
}

// The key to the screen is root's alone; the user gets a copy.
function screenAccess(home: string): Record<string, string> {
  const key = process.env['XAUTHORITY'];
  if (!key || !existsSync(key)) return {};
  copyFileSync(key, join(home, 'screen-key'));
  give(join(home, 'screen-key'));
  return { XAUTHORITY: join(home, 'screen-key') };
}

function give(path: string): void {
  chownSync(path, nobody, nobody);
}

// Hard links cost nothing; across file systems it takes a copy.
function share(from: string, to: string): void {
  try {
    link(from, to);
  } catch {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
  }
}

function link(from: string, to: string): void {
  if (!statSync(from).isDirectory()) return linkSync(from, to);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) link(join(from, name), join(to, name));
}
