import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerCalls } from '../../electron/shell/bridge-calls';
import { callTable } from '../../electron/shell/calls';
import { Offers } from '../../electron/shell/offers';
import { openSettings } from '../../electron/shell/settings';
import { Workspaces } from '../../electron/shell/workspaces';

type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>;
const electron = vi.hoisted(() => ({ handlers: new Map<string, unknown>(), opened: [] as string[], menus: 0 }));

vi.mock('electron', () => ({
  app: { getPath: () => '/home/ann/Documents', name: 'Quarterdeck' },
  dialog: {
    showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
    showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
  },
  ipcMain: { handle: (name: string, handler: unknown) => void electron.handlers.set(name, handler) },
  Menu: { buildFromTemplate: () => ({}), setApplicationMenu: () => void electron.menus++ },
  nativeTheme: { themeSource: 'system', shouldUseDarkColors: false, shouldUseHighContrastColors: false },
  shell: { openExternal: (url: string) => Promise.resolve(void electron.opened.push(url)) },
}));

const folder = mkdtempSync(join(tmpdir(), 'calls-'));
const origin = 'app://quarterdeck';
const page = { senderFrame: { origin, parent: null } };
const words = [
  'file',
  'newWorkspace',
  'openWorkspace',
  'openSample',
  'importFiles',
  'importFolder',
  'exportReview',
  'closeWindow',
  'quit',
  'edit',
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'selectAll',
  'search',
  'view',
  'actualSize',
  'zoomIn',
  'zoomOut',
  'fullScreen',
  'hide',
  'hideOthers',
  'help',
  'keyboard',
  'about',
];
const menuWords = Object.fromEntries(words.map((word) => [word, word]));

afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  electron.handlers.clear();
  const settings = openSettings(folder);
  const contents = { removeAllListeners: () => {}, on: () => {}, isDestroyed: () => true };
  const parts = {
    window: { webContents: contents },
    engine: { connect: () => 'ready' },
    settings,
    workspaces: new Workspaces(settings, { samples: folder, ownFolder: folder }),
    offers: new Offers(),
  };
  answerCalls(callTable(parts as never));
});

async function call(name: string, ...args: unknown[]): Promise<unknown> {
  return callFrom(page, name, ...args);
}

async function callFrom(event: unknown, name: string, ...args: unknown[]): Promise<unknown> {
  const handler = electron.handlers.get(name) as Handler | undefined;
  if (!handler) throw new Error(`no channel ${name}`);
  return handler(event, ...args);
}

const strangers = [
  ['a frame in the page', { senderFrame: { origin, parent: { origin, parent: null } } }],
  ['a page of another origin', { senderFrame: { origin: 'https://evil.example', parent: null } }],
  ['a page of an opaque origin', { senderFrame: { origin: 'null', parent: null } }],
  ['a frame that is gone', { senderFrame: null }],
] as const;

describe('the bridge', () => {
  it('answers the page', async () => {
    expect(await call('connectEngine')).toBe('ready');
    expect(await call('theme')).toEqual({ choice: 'system', dark: false, highContrast: false });
    expect(await call('openWorkspaceDialog')).toBeNull();
    expect(await call('newWorkspaceDialog')).toBeNull();
    expect(await call('saveFile', 'deck.pptx', new Uint8Array(3))).toEqual({ ok: true, value: null });
    await call('setMenuWords', menuWords);
    expect(electron.menus).toBe(1);
  });

  it.each(strangers)('answers no call of %s', async (_name, event) => {
    expect(electron.handlers.size).toBeGreaterThan(15);
    for (const name of electron.handlers.keys()) await expect(callFrom(event, name)).rejects.toThrow('not the page');
  });

  it.each([
    ['forgetRecent', []],
    ['forgetRecent', [1]],
    ['forgetRecent', ['']],
    ['forgetRecent', ['x'.repeat(501)]],
    ['forgetRecent', ['/a', '/b']],
    ['workspaceOpened', [undefined]],
    ['workspaceOpened', [{ folder: '/' }]],
    ['offerDropped', ['/etc/passwd']],
    ['offerDropped', [['']]],
    ['offerDropped', [[null]]],
    ['offerDropped', [Array.from({ length: 10_001 }, () => '/x')]],
    ['saveFile', ['deck.pptx']],
    ['saveFile', ['deck.pptx', [1, 2, 3]]],
    ['savePdf', ['deck.pdf', '<p>text</p>']],
    ['saveFile', ['x'.repeat(201), new Uint8Array(1)]],
    ['saveFile', ['deck.pptx', { byteLength: 1 }]],
    ['openExternal', [{ href: 'https://example.com' }]],
    ['setTheme', ['blue']],
    ['setMenuWords', [{}]],
    ['setMenuWords', [{ ...menuWords, file: 'x'.repeat(81) }]],
    ['setMenuWords', [{ ...menuWords, evil: 'x' }]],
    ['chooseFiles', ['/etc/passwd']],
    ['connectEngine', [{}]],
  ])('%s refuses arguments of another shape: %j', async (name, args) => {
    await expect(call(name, ...args)).rejects.toThrow('wrong arguments');
  });

  it('refuses a file above 512 MB', async () => {
    const huge = Object.defineProperty(new Uint8Array(1), 'byteLength', { value: 512 * 2 ** 20 + 1 });
    await expect(call('saveFile', 'deck.pptx', huge)).rejects.toThrow('wrong arguments');
  });

  it('answers or refuses whatever it is sent, and opens nothing', async () => {
    const anything = fc.array(fc.anything({ withBigInt: true, withTypedArray: true, withNullPrototype: true }), {
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...electron.handlers.keys()), anything, async (name, args) => {
        await call(name, ...args).catch((error: unknown) => expect(String(error)).toContain('refused'));
      }),
      { numRuns: 500 },
    );
    expect(electron.opened).toEqual([]);
  });

  it('opens outside only what the one door lets through', async () => {
    expect(await call('openExternal', 'file:///etc/passwd')).toBe(false);
    expect(electron.opened).toEqual([]);
    expect(await call('openExternal', 'https://example.com')).toBe(true);
    expect(electron.opened).toEqual(['https://example.com/']);
  });

  it('says as a code what a person can mend', async () => {
    expect(await call('importSample')).toEqual({ ok: false, code: 'not_open', args: {} });
    expect(await call('importOffered')).toEqual({ ok: false, code: 'not_open', args: {} });
  });

  it('gives the folder of a dropped workspace and counts the files beside it', async () => {
    const [team, broken] = [join(folder, 'Team'), join(folder, 'Gone.quarterdeck')];
    for (const each of [team, broken]) mkdirSync(each);
    writeFileSync(join(team, 'workspace.json'), '{}');
    expect(await call('offerDropped', [broken])).toEqual({ folder: broken, files: 0 });
    expect(await call('offerDropped', ['/x/deals.csv'])).toEqual({ folder: null, files: 1 });
    expect(await call('offerDropped', [team, '/x/leads.csv'])).toEqual({ folder: team, files: 2 });
    await call('workspaceOpened', team);
    expect(await call('offer')).toEqual({ folder: null, files: 2 });
  });

  it('lets the page open no folder that it was not given', async () => {
    await expect(call('workspaceOpened', '/etc')).rejects.toThrow('refused');
    const { folder: sample } = (await call('sampleWorkspace')) as { folder: string };
    await call('workspaceOpened', sample);
    expect(await call('openWorkspace')).toBe(sample);
  });
});
