import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, errors } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';

/** The checkout, or the program named by QUARTERDECK_APP: a folder with package.json and dist/. */
export const appFolder = process.env['QUARTERDECK_APP'] ?? resolve(import.meta.dirname, '../..');

const screenshots = resolve(import.meta.dirname, '../../out/screenshots');

export const isRoot = process.getuid?.() === 0;

export interface LaunchOptions {
  /** Folder of a workspace to open, named on the command line as a double click would. */
  readonly workspace?: string;
  readonly args?: readonly string[];
  /** Own folder of the program; a fresh one when left out. It is removed at the end only when fresh. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Puts something into the program's own folder before it starts. */
  readonly prepare?: (userData: string) => void;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Errors and warnings of the page's console and what it threw; whatever is in it at the end fails the test. */
  readonly noise: string[];
  /** Writes out/screenshots/NAME.png. */
  screenshot(name: string): Promise<void>;
  /** Ends the program; throws when the page was noisy. */
  close(): Promise<void>;
}

/** Starts the built program in its own folder of settings and waits for its page. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'quarterdeck-app-'));
  options.prepare?.(userData);
  // Without colorScheme: null the page would see Playwright's own choice instead of the program's theme.
  const app = await start({
    executablePath: starter ?? electronExecutable(),
    chromiumSandbox: !isRoot,
    // A machine of tests has no graphics processor: without the word each start would first try one, and fall back.
    args: [appFolder, '--disable-gpu', `--user-data-dir=${userData}`, ...named(options)],
    env: environment({ ...options.env, ...(starter && { QUARTERDECK_ELECTRON: electronExecutable() }) }),
    colorScheme: null,
  });
  const page = await app.firstWindow();
  const noise = listen(page);
  await page.waitForLoadState('load');
  return {
    app,
    page,
    userData,
    noise,
    screenshot: async (name) => {
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },
    close: async () => {
      await app.close();
      if (!options.userData) rmSync(userData, { recursive: true, force: true });
      if (noise.length > 0) throw new Error(`the page was noisy:\n${noise.join('\n')}`);
    },
  };
}

/** Program that starts Electron where the machine has what it needs; see there why. */
const starter = process.platform === 'linux' ? join(import.meta.dirname, 'start-electron.sh') : null;

/** How long each start in turn is waited for, in milliseconds: one that is lost is noticed soon, a slow machine has its time in the end. */
const patience = [8_000, 16_000, 30_000, 45_000];

// A start has been lost between the debugger of the tests and the program; without a debugger none is.
async function start(settings: Parameters<typeof _electron.launch>[0], times = 1): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...settings, timeout: patience[times - 1] ?? 0 });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError) || times === patience.length) throw error;
    console.warn(`Start ${times} was not answered and is made once more.`);
    return start(settings, times + 1);
  }
}

/** Path of the Electron that tests run on. */
export function electronExecutable(): string {
  const names: Readonly<Record<string, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  };
  return join(electronFolder(), names[process.platform] ?? 'electron');
}

/** Folder of the Electron that tests run on. */
export function electronFolder(): string {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given) return given;
  const script = resolve(import.meta.dirname, '../../scripts/electron-path.mjs');
  const folder = execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim();
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder;
  return folder;
}

function named({ workspace, args = [] }: LaunchOptions): readonly string[] {
  return workspace === undefined ? args : [workspace, ...args];
}

/** Environment of a started program, without what the test runner adds for its own children. */
export function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_OPTIONS|ELECTRON_RUN_AS_NODE|VITE|VITEST.*)$/.test(name),
  );
  const plain = own.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { ...Object.fromEntries(plain), ...more };
}

function listen(page: Page): string[] {
  const noise: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') noise.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => noise.push(`thrown: ${error.message}`));
  return noise;
}
