// The system libraries a real Electron window needs on Linux: finds what is missing, installs it as root on Debian and its kin,
// otherwise says once what to run.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError, capture, findProgram, hasDisplay, note } from './process.mjs';

const libraries = 'libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libatk-bridge2.0-0 libdrm2 fonts-liberation'.split(
  ' ',
);
const virtualScreen = ['xvfb', 'xauth'];
// Debian 13 and Ubuntu 24.04 renamed these when time became 64 bits wide.
const renamed = new Set(['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0']);

/** Makes sure that Electron's libraries, a font and, where asked for, a screen are there; installs them as root, else throws. */
export async function ensureSystemLibraries(executable, { screen }) {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(executable, screen);
  if (missing.length === 0) return;
  const packages = await packageNames(missing);
  const isRoot = process.getuid() === 0;
  if (!isRoot || !findProgram('apt-get'))
    throw new SetupError(installMessage(missing, packages, findProgram('apt-get')));
  note(`Installing system libraries (once): ${packages.join(' ')}`);
  await install(packages);
  const still = await findMissing(executable, screen);
  if (still.length > 0) throw new SetupError(`Still missing after installing: ${still.join(', ')}.`);
}

/** Throws when Chromium's sandbox cannot work for this user: neither user namespaces nor its set-user-id helper. */
export async function ensureSandbox(folder) {
  if (process.platform !== 'linux' || process.getuid() === 0) return;
  const helper = join(folder, 'chrome-sandbox');
  const stat = statSync(helper, { throwIfNoEntry: false });
  if (stat && stat.uid === 0 && stat.mode & 0o4000) return;
  const { code } = await capture('unshare', ['--user', '--map-root-user', 'true']);
  if (code === 0 || code === 127) return;
  throw new SetupError(sandboxMessage(helper));
}

/** What an ordinary user is told where the system allows no user namespaces. */
export function sandboxMessage(helper) {
  return `This system lets ordinary programs make no user namespace, which Electron's sandbox needs. Run once, then run the command again:

  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'
`;
}

async function findMissing(executable, screen) {
  const missing = missingIn((await capture('ldd', [executable], { env: { LC_ALL: 'C' } })).stdout);
  if (!hasFont()) missing.push('a font');
  if (screen && !hasDisplay() && !(findProgram('xvfb-run') && findProgram('xauth')))
    missing.push('a display or xvfb-run');
  return missing;
}

/** Names of the shared libraries that `ldd` did not find. */
export function missingIn(lddText) {
  return [...new Set([...lddText.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]))];
}

/** What an ordinary user is told: what is missing and the one command that helps. */
export function installMessage(missing, packages, hasApt) {
  const named = missing.length > 6 ? [...missing.slice(0, 5), `${missing.length - 5} more`] : missing;
  const what = `Electron cannot open a window here; missing: ${named.join(', ')}.`;
  if (!hasApt)
    return `${what}\nInstall the packages that hold them with this system's package manager, then run the command again.`;
  return `${what}\nInstall once, as root or with sudo, then run the command again:\n\n  sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}'\n`;
}

async function packageNames(missing) {
  const needsScreen = missing.includes('a display or xvfb-run');
  const others = missing.length > (needsScreen ? 1 : 0);
  const names = [...(others ? libraries : []), ...(needsScreen ? virtualScreen : [])];
  return Promise.all(names.map(async (name) => ((await isRenamed(name)) ? `${name}t64` : name)));
}

async function isRenamed(name) {
  if (!renamed.has(name)) return false;
  const { code, stdout } = await capture('apt-cache', ['show', `${name}t64`]);
  return code === 0 && stdout.includes('Package:');
}

async function install(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  await aptGet([...options, 'update'], env);
  await aptGet([...options, 'install', '-y', '--no-install-recommends', ...packages], env);
}

async function aptGet(args, env) {
  const { code, output } = await capture('apt-get', args, { env });
  if (code !== 0)
    throw new SetupError(
      `${output.trim()}\n\napt-get ${args.join(' ')} failed; without these libraries Electron cannot open a window.`,
    );
}

function hasFont() {
  const home = process.env.HOME ?? '/';
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.fonts'),
    join(home, '.local/share/fonts'),
  ];
  return folders.some(holdsFont);
}

function holdsFont(folder) {
  if (!existsSync(folder)) return false;
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.some((entry) =>
    entry.isDirectory() ? holdsFont(join(folder, entry.name)) : /\.(ttf|otf|ttc|pfb)$/i.test(entry.name),
  );
}
