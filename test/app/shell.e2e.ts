// The shell around the page: what it does with files, settings, a second start, and the death of what it keeps alive.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EngineState } from '../../electron/contract';
import { appFolder, electronExecutable, environment, isRoot, launchApp } from './harness';
import type { LaunchedApp } from './harness';

declare global {
  interface Window {
    /** States of the engine heard, each with the milliseconds since the page began. */
    heard: (readonly [EngineState, number])[];
    /** Ports to the engine received. */
    ports: MessagePort[];
  }
}

const place = mkdtempSync(join(tmpdir(), 'quarterdeck-shell-'));
const userData = join(place, 'data');
let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp({ userData });
});

afterAll(async () => {
  launched.noise.length = 0;
  await launched.close();
  rmSync(place, { recursive: true, force: true });
});

async function openSample(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { folder } = await window.quarterdeck.sampleWorkspace();
    await window.quarterdeck.workspaceOpened(folder);
    return folder;
  });
}

describe('files for the open workspace', () => {
  beforeEach(() => {
    mkdirSync(join(place, 'exports/north'), { recursive: true });
    writeFileSync(join(place, 'exports/deals.csv'), 'id\n1\n');
    writeFileSync(join(place, 'exports/north/leads.csv'), 'id\n2\n');
  });

  it('come from the page as dropped files, never as paths', async () => {
    const { page } = launched;
    const folder = await openSample(page);
    await page.evaluate(() =>
      document.body.append(
        Object.assign(document.createElement('input'), { type: 'file', id: 'drop', multiple: true }),
      ),
    );
    await page.setInputFiles('#drop', [join(place, 'exports/deals.csv'), join(place, 'exports/north/leads.csv')]);
    const offer = await page.evaluate(() => {
      const { files } = document.querySelector<HTMLInputElement>('#drop') ?? {};
      return window.quarterdeck.offerDropped([...(files ?? [])]);
    });
    expect(offer).toEqual({ folder: null, files: 2 });
    const outcome = await page.evaluate(() => window.quarterdeck.importOffered());
    expect(outcome).toMatchObject({ ok: true, value: [{ name: 'deals.csv' }, { name: 'leads.csv' }] });
    const [file] = outcome.ok ? outcome.value : [];
    expect(readFileSync(join(folder, 'incoming', file?.stored ?? ''), 'utf8')).toBe('id\n1\n');
    await page.evaluate(() => document.querySelector('#drop')?.remove());
  });

  it('come from the dialogs, and nothing comes when the person cancels', async () => {
    const { app, page } = launched;
    await openSample(page);
    await answerDialog(app, [join(place, 'exports')]);
    expect(await page.evaluate(() => window.quarterdeck.chooseFolder())).toMatchObject({
      ok: true,
      value: [{ name: 'deals.csv' }, { name: 'north/leads.csv' }],
    });
    await answerDialog(app, [join(place, 'exports/deals.csv')]);
    expect(await page.evaluate(() => window.quarterdeck.chooseFiles())).toMatchObject({
      ok: true,
      value: [{ name: 'deals.csv' }],
    });
    await answerDialog(app, []);
    expect(await page.evaluate(() => window.quarterdeck.chooseFiles())).toEqual({ ok: true, value: [] });
  });

  it('one that is gone is named', async () => {
    const { app, page } = launched;
    await openSample(page);
    await answerDialog(app, [join(place, 'exports/gone.csv')]);
    expect(await page.evaluate(() => window.quarterdeck.chooseFiles())).toEqual({
      ok: false,
      code: 'file_missing',
      args: { file: 'gone.csv' },
    });
  });
});

function answerDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen.length === 0, filePaths: [...chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen.length === 0, filePath: chosen[0] ?? '' });
  }, paths);
}

describe('saving and workspaces', () => {
  it('a file is saved whole where the person says, and only its name comes back', async () => {
    const { app, page } = launched;
    await answerDialog(app, [join(place, 'deck.pptx')]);
    expect(await page.evaluate(() => window.quarterdeck.saveFile('deck.pptx', Uint8Array.of(1, 2, 3)))).toEqual({
      ok: true,
      value: 'deck.pptx',
    });
    expect([...readFileSync(join(place, 'deck.pptx'))]).toEqual([1, 2, 3]);
  });

  it('a new workspace gets its extension, and may then be named as open', async () => {
    const { app, page } = launched;
    await answerDialog(app, [join(place, 'Sales')]);
    const folder = await page.evaluate(() => window.quarterdeck.newWorkspaceDialog());
    expect(folder).toBe(join(place, 'Sales.quarterdeck'));
    mkdirSync(folder ?? '');
    await page.evaluate((opened) => window.quarterdeck.workspaceOpened(opened), folder);
    expect(await page.evaluate(() => window.quarterdeck.openWorkspace())).toBe(folder);
    expect(await page.evaluate(() => window.quarterdeck.recentWorkspaces())).toEqual([{ folder, name: 'Sales' }]);
  });

  it('the window never tells what is open', async () => {
    const { app, page } = launched;
    await page.evaluate(() => (document.title = 'Ann Lim owes RM 12,000'));
    await page.waitForTimeout(200);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('Quarterdeck');
  });

  it('the theme changes at once and is kept', async () => {
    const { page } = launched;
    await page.evaluate(() => window.quarterdeck.setTheme('dark'));
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    expect(await page.evaluate(() => window.quarterdeck.theme())).toMatchObject({ choice: 'dark', dark: true });
    expect(readFileSync(join(userData, 'shell.json'), 'utf8')).toContain('"theme": "dark"');
    await page.evaluate(() => window.quarterdeck.setTheme('system'));
  });
});

describe('a second start', () => {
  it('ends at once, and hands its files to the window that is open', async () => {
    const { page } = launched;
    await openSample(page);
    await page.evaluate(() => {
      Reflect.set(window, 'offered', 0);
      window.quarterdeck.onMenuCommand((command) => command === 'offer' && Reflect.set(window, 'offered', 1));
    });
    const file = join(place, 'exports/offered.csv');
    writeFileSync(file, 'id\n3\n');
    const args = [appFolder, ...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${userData}`, file];
    const second = spawn(electronExecutable(), args, { env: environment(), stdio: 'ignore' });
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
    await page.waitForFunction(() => Reflect.get(window, 'offered') === 1);
    await page.evaluate(() => window.quarterdeck.importOffered());
    // The page, which has no workspace of its own open, makes one for the file, and may be quicker than who asks here.
    const copies = () => readdirSync(userData, { recursive: true, encoding: 'utf8' });
    await expect.poll(copies).toContainEqual(expect.stringMatching(/\.quarterdeck\/incoming\/\w+\/offered\.csv$/));
    expect(await page.evaluate(() => window.quarterdeck.offer())).toMatchObject({ files: 0 });
  });
});

describe('when the engine dies', () => {
  beforeAll(async () => {
    await launched.page.evaluate(async () => {
      window.heard = [];
      window.ports = [];
      window.quarterdeck.onEngineState((state) => window.heard.push([state, performance.now()]));
      window.addEventListener(
        'message',
        ({ data, ports: [port] }) => data === 'engine-port' && port && window.ports.push(port),
      );
      await window.quarterdeck.connectEngine();
    });
    await launched.page.waitForFunction(() => window.ports.length === 1);
  });

  it('the page hears of it at once, and has an answering one within three seconds', async () => {
    const { app, page } = launched;
    const before = await enginePid(app);
    const start = await page.evaluate(() => performance.now());
    process.kill(before, 'SIGKILL');
    await page.waitForFunction(() => window.heard.at(-1)?.[0] === 'ready' && window.ports.length === 2);
    expect(await answers(page)).toBe(true);
    const took = (await page.evaluate(() => performance.now())) - start;
    const states = (await page.evaluate(() => window.heard)).map(([state]) => state);
    expect(states).toEqual(['stopped', 'starting', 'ready']);
    expect(took).toBeLessThan(3_000);
    expect(await enginePid(app)).not.toBe(before);
  });

  it('it was not from what is no call', async () => {
    const { app, page } = launched;
    const before = await enginePid(app);
    await page.evaluate(() => {
      const port = window.ports.at(-1);
      const own = { i: 'x', p: { u: '/engine/none' } };
      const wrong = [
        '',
        '{',
        'null',
        '[]',
        42,
        null,
        undefined,
        [],
        {},
        { p: 1 },
        own,
        { ...own, p: { u: 'http://[' } },
        new ArrayBuffer(8),
      ];
      for (const message of [...wrong, 'x'.repeat(20_000_000)]) port?.postMessage(message);
      for (let i = 0; i < 5_000; i++)
        port?.postMessage(`{"i":"${i}","p":{"u":"/workspace/setting","b":{"json":{"key":{}}}}}`);
    });
    expect(await answers(page)).toBe(true);
    expect(await enginePid(app)).toBe(before);
  });

  it('again and again, the pauses grow and the window stays', async () => {
    const { app, page } = launched;
    for (let death = 2; death <= 4; death++) {
      await expect.poll(() => enginePid(app)).toBeGreaterThan(0);
      await page.evaluate(() => (window.heard = []));
      process.kill(await enginePid(app), 'SIGKILL');
      await page.waitForFunction(() => window.heard.at(-1)?.[0] === 'ready');
    }
    const heard = await page.evaluate(() => window.heard);
    const at = (wanted: EngineState) => heard.find(([state]) => state === wanted)?.[1] ?? NaN;
    expect(at('starting') - at('stopped')).toBeGreaterThan(900);
    expect(await page.evaluate(() => window.quarterdeck.openWorkspace())).not.toBeNull();
  });
});

function enginePid(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'Quarterdeck engine')?.pid ?? 0,
  );
}

// One call on the newest port, written as the wire has it.
function answers(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const port = window.ports.at(-1);
        port?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
          const text = JSON.stringify(data);
          if (text.includes('own-call')) resolve(text.includes('version'));
        });
        port?.start();
        port?.postMessage(JSON.stringify({ i: 'own-call', p: { u: '/engine/hello' } }));
      }),
  );
}

describe('when the page crashes', () => {
  it('it comes back with its workspace, and the engine never notices', async () => {
    const { app, page } = launched;
    const folder = await openSample(page);
    const engine = await enginePid(app);
    const back = app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
      contents?.forcefullyCrashRenderer();
      return loaded;
    });
    await back;
    const open = await app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'window.quarterdeck.openWorkspace()',
        ) as Promise<unknown>,
    );
    expect(open).toBe(folder);
    expect(await enginePid(app)).toBe(engine);
  });
});

describe('the next start', () => {
  it('opens where the window was left', async () => {
    const own = join(place, 'own');
    const bounds = { x: 40, y: 50, width: 900, height: 640 };
    const first = await launchApp({ userData: own });
    const boundsOf = ({ app }: typeof first) =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
    await first.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
    // The screen moves a window and sizes it in its own time.
    await expect.poll(() => boundsOf(first), { timeout: 30_000 }).toEqual(bounds);
    await first.close();
    // A busy screen has been seen to put a window back once it is drawn: where it was in the end is what was written.
    const { bounds: left } = JSON.parse(readFileSync(join(own, 'shell.json'), 'utf8')) as { bounds: typeof bounds };
    expect(left).toMatchObject({ width: bounds.width, height: bounds.height });
    const second = await launchApp({ userData: own, workspace: join(place, 'Sales.quarterdeck') });
    await expect.poll(() => boundsOf(second), { timeout: 30_000 }).toEqual(left);
    second.noise.length = 0;
    await second.close();
  });

  it('ends by itself, its engine too', async () => {
    const own = await launchApp();
    const pid = await enginePid(own.app);
    await own.close();
    // The system takes a process off its list in its own time.
    await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false);
  });

  it('of a built program pays no heed to a development server', async () => {
    const own = await launchApp({ env: { VITE_DEV_SERVER_URL: 'http://127.0.0.1:9/' } });
    expect(own.page.url()).toBe('app://quarterdeck/index.html');
    await own.close();
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
