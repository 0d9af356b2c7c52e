/** Electron programs of the measurements themselves: bundled from TypeScript into a folder, started on a screen of their own where there is none. */
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { electronExecutable, environment, isRoot } from '../app/harness';

const root = resolve(import.meta.dirname, '../..');
const outside = new Set(['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);

/** Bundles a program for one of Electron's processes, `page` for the window's page. */
export async function bundleFor(kind: 'node' | 'page', entry: string, folder: string, name: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    ...(kind === 'node' ? { ssr: { noExternal: true } } : {}),
    build: {
      ...(kind === 'node' ? { ssr: entry } : {}),
      outDir: folder,
      emptyOutDir: false,
      minify: kind === 'page',
      target: kind === 'node' ? 'node20' : 'chrome130',
      rollupOptions: {
        input: entry,
        external: (id) => outside.has(id) || id.startsWith('@duckdb/'),
        output: { format: kind === 'node' ? 'cjs' : 'iife', entryFileNames: name },
      },
    },
  });
}

/** A folder that Electron takes for a program. */
export async function programFolder(parent: string, name: string, main: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, `${name}-`));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, main }));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** A screen that programs can be shown on: the machine's own, or one in memory where there is none. */
export async function openScreen(): Promise<{
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => void;
}> {
  if (isShown()) return { env: {}, close: () => {} };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  return { env: { DISPLAY: `:${number}` }, close: () => void server.kill() };
}

function isShown(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  const shown = { ...process.env, ...env };
  return process.platform !== 'linux' || Boolean(shown['DISPLAY'] ?? shown['WAYLAND_DISPLAY']);
}

/** Starts Electron and gives the JSON after `RESULT ` in its output. Throws with the output when there is none. */
export async function resultOf(
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const data = await mkdtemp(join(folder, 'profile-'));
  const all = [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${data}`, ...args];
  const [program, given] = isShown(env)
    ? [electronExecutable(), all]
    : ['xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', electronExecutable(), ...all]];
  const output = await new Promise<string>((done) => {
    const options = { env: environment(env), maxBuffer: 1e8, timeout: 120_000 };
    execFile(program, given, options, (error, stdout, stderr) =>
      done(`${stdout}\n${error ? `${error.message}\n${stderr}` : ''}`),
    );
  });
  await rm(data, { recursive: true, force: true });
  const line = /^RESULT (.*)$/m.exec(output)?.[1];
  if (line === undefined || line.startsWith('{"failed"')) throw new Error(`no result:\n${output.slice(-3000)}`);
  return JSON.parse(line);
}
