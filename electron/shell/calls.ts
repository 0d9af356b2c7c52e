import { nativeTheme, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { z } from 'zod';
import type { Offer } from '../contract';
import { outcomeOf } from './bridge-calls';
import type { CallTable } from './bridge-calls';
import { chooseFiles, chooseFolder, chooseNewWorkspace, saveAs } from './dialogs';
import type { EngineProcess } from './engine-process';
import { externalUrl } from './external-url';
import { menuWords, setMenu } from './menu';
import type { Offers } from './offers';
import { pdfOf } from './print';
import type { Settings } from './settings';
import type { Workspaces } from './workspaces';

const folder = z.string().min(1).max(500);
const path = z.string().min(1).max(4_096);
const largestFile = 512 * 2 ** 20;
const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= largestFile);
const nothing = z.tuple([]);

/** What the calls of the bridge work with. */
export interface Shell {
  readonly window: BrowserWindow;
  readonly engine: EngineProcess;
  readonly settings: Settings;
  readonly workspaces: Workspaces;
  readonly offers: Offers;
}

/** Every call of the bridge: the shape of its arguments and its answer. */
export function callTable(parts: Shell): CallTable {
  return { ...workspaceCalls(parts), ...fileCalls(parts), ...windowCalls(parts) };
}

type Some<K extends keyof CallTable> = Pick<CallTable, K>;
type WorkspaceCalls =
  | 'openWorkspaceDialog'
  | 'newWorkspaceDialog'
  | 'workspaceOpened'
  | 'openWorkspace'
  | 'recentWorkspaces'
  | 'forgetRecent'
  | 'sampleWorkspace'
  | 'ownWorkspace'
  | 'offer'
  | 'offerDropped';
type FileCalls = 'importSample' | 'chooseFiles' | 'chooseFolder' | 'importOffered' | 'saveFile' | 'savePdf';

function workspaceCalls({ window, workspaces, offers }: Shell): Some<WorkspaceCalls> {
  const given = (chosen: string | null): string | null => (chosen === null ? null : workspaces.give(chosen));
  const waiting = (): Offer => ({ ...offers.waiting(), folder: given(offers.waiting().folder) });
  return {
    openWorkspaceDialog: { args: nothing, answer: async () => given(await chooseFolder(window)) },
    newWorkspaceDialog: { args: nothing, answer: async () => given(await chooseNewWorkspace(window)) },
    workspaceOpened: {
      args: z.tuple([folder.nullable()]),
      answer: (opened) => {
        workspaces.opened(opened);
        if (opened !== null) offers.settleFolder();
      },
    },
    openWorkspace: { args: nothing, answer: () => workspaces.open() },
    recentWorkspaces: { args: nothing, answer: () => workspaces.recent() },
    forgetRecent: { args: z.tuple([folder]), answer: (forgotten) => workspaces.forget(forgotten) },
    sampleWorkspace: { args: nothing, answer: () => workspaces.sample() },
    ownWorkspace: { args: nothing, answer: () => workspaces.own(new Date()) },
    offer: { args: nothing, answer: waiting },
    offerDropped: {
      args: z.tuple([z.array(path).max(10_000)]),
      answer: (paths) => {
        offers.settleFolder();
        offers.add(paths);
        return waiting();
      },
    },
  };
}

function fileCalls({ window, workspaces, offers }: Shell): Some<FileCalls> {
  const bringIn = (paths: readonly string[]) => workspaces.bringIn(paths);
  return {
    importSample: { args: nothing, answer: () => outcomeOf(() => workspaces.importSample()) },
    chooseFiles: { args: nothing, answer: () => outcomeOf(async () => bringIn(await chooseFiles(window))) },
    chooseFolder: {
      args: nothing,
      answer: () =>
        outcomeOf(async () => {
          const chosen = await chooseFolder(window);
          return bringIn(chosen === null ? [] : [chosen]);
        }),
    },
    importOffered: {
      args: nothing,
      answer: () => outcomeOf(async () => (workspaces.open() === null ? bringIn([]) : bringIn(offers.takeFiles()))),
    },
    saveFile: {
      args: z.tuple([z.string().min(1).max(200), bytes]),
      answer: (name, content) => outcomeOf(() => saveAs(window, name, () => content)),
    },
    savePdf: {
      args: z.tuple([z.string().min(1).max(200), bytes]),
      answer: (name, page) => outcomeOf(() => saveAs(window, name, () => pdfOf(page))),
    },
  };
}

function windowCalls({ window, engine, settings }: Shell): Some<Exclude<keyof CallTable, WorkspaceCalls | FileCalls>> {
  return {
    connectEngine: { args: nothing, answer: () => engine.connect(window.webContents) },
    openExternal: {
      args: z.tuple([z.string()]),
      answer: async (text) => {
        const url = externalUrl(text);
        if (url !== null) await shell.openExternal(url);
        return url !== null;
      },
    },
    setMenuWords: {
      args: z.tuple([menuWords]),
      answer: (words) => setMenu(words, window.webContents),
    },
    theme: {
      args: nothing,
      answer: () => ({
        choice: settings.read().theme,
        dark: nativeTheme.shouldUseDarkColors,
        highContrast: nativeTheme.shouldUseHighContrastColors,
      }),
    },
    setTheme: {
      args: z.tuple([z.enum(['system', 'light', 'dark'])]),
      answer: (theme) => {
        settings.change({ theme });
        nativeTheme.themeSource = theme;
      },
    },
  };
}
