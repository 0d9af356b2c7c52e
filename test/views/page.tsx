/** The page in jsdom over the fake engine: what a browser has and jsdom lacks, the shell's bridge, and one call to show a view. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import type { Bridge, Incoming, Outcome } from '../../electron/contract';
import { App } from '../../renderer/app';
import { parts } from '../../renderer/workbench';
import type { Engine } from '../../renderer/engine';
import { connectEngine } from '../../renderer/engine';
import type { Words } from '../../renderer/i18n';
import { clearLoad } from '../../renderer/state/load';
import type { ViewId } from '../../renderer/state/question';
import { keepNow, showView } from '../../renderer/state/question';
import { usePreferences } from '../../renderer/state/preferences';
import { useScreen } from '../../renderer/state/screen';
import { useTour } from '../../renderer/state/tour';
import { askAgain, usePending } from '../../renderer/state/use-metric';
import { openWorkspace, useWorkspace } from '../../renderer/state/workspace';
import type { FakeOptions } from './fake-engine';
import { fakeEngine } from './fake-engine';

const incoming: readonly Incoming[] = [{ stored: '1/opportunities.csv', name: 'opportunities.csv' }];

/** A bridge whose dialogs are answered at once: a new workspace, one file. */
export function fakeBridge(over: Partial<Bridge> = {}): Bridge {
  const files = (): Promise<Outcome<readonly Incoming[]>> => Promise.resolve({ ok: true, value: incoming });
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    platform: 'linux',
    connectEngine: () => Promise.resolve('ready'),
    onEngineState: () => () => {},
    openWorkspaceDialog: () => Promise.resolve(null),
    newWorkspaceDialog: () => Promise.resolve('/invented/New.quarterdeck'),
    workspaceOpened: nothing,
    openWorkspace: () => Promise.resolve(null),
    recentWorkspaces: () => Promise.resolve([]),
    forgetRecent: nothing,
    sampleWorkspace: () => Promise.resolve({ folder: '/invented/Sample.quarterdeck', fresh: false, settings: {} }),
    ownWorkspace: () => Promise.resolve('/invented/Workspace.quarterdeck'),
    importSample: files,
    chooseFiles: files,
    chooseFolder: files,
    offerDropped: () => Promise.resolve({ folder: null, files: 1 }),
    offer: () => Promise.resolve({ folder: null, files: 0 }),
    importOffered: files,
    saveFile: (name) => Promise.resolve({ ok: true, value: name }),
    savePdf: (name) => Promise.resolve({ ok: true, value: name }),
    openExternal: () => Promise.resolve(false),
    setMenuWords: nothing,
    onMenuCommand: () => () => {},
    theme: () => Promise.resolve({ choice: 'system', dark: false, highContrast: false }),
    setTheme: nothing,
    ...over,
  };
}

/** Gives jsdom sizes, observers and a media query, so that charts draw and virtual tables show rows. */
export function furnish(): void {
  const size = { width: 900, height: 600, top: 0, left: 0, right: 900, bottom: 600, x: 0, y: 0, toJSON: () => ({}) };
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(
        private readonly tell: (
          entries: { contentRect: typeof size; target: Element; borderBoxSize: never[] }[],
        ) => void,
      ) {}
      observe(target: Element): void {
        this.tell([{ contentRect: size, target, borderBoxSize: [] }]);
      }
      unobserve(): void {}
      disconnect(): void {}
    },
  );
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
  for (const [name, value] of Object.entries({
    offsetHeight: 600,
    offsetWidth: 900,
    clientHeight: 600,
    clientWidth: 900,
  })) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  }
  vi.stubGlobal('CSS', { escape: (text: string) => text.replaceAll(/[^\w-]/g, '\\$&'), supports: () => false });
  document.hasFocus = () => true;
  HTMLElement.prototype.scrollIntoView = () => {};
  HTMLElement.prototype.scrollTo = () => {};
  HTMLCanvasElement.prototype.getContext = () => null;
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
  Range.prototype.getBoundingClientRect = () => size;
}

export interface Shown {
  readonly calls: readonly string[];
}

/** Shows the page, in a workspace unless the view is `start`, and waits until nothing is asked any more. */
export async function showPage(
  view: ViewId | 'start',
  options: FakeOptions & { readonly words?: Words; readonly bridge?: Partial<Bridge>; readonly engine?: Engine } = {},
): Promise<Shown> {
  cleanup();
  keepNow();
  localStorage.clear();
  Object.defineProperty(window, 'quarterdeck', { configurable: true, value: fakeBridge(options.bridge) });
  const { engine, calls } = fakeEngine(options);
  connectEngine(options.engine ?? engine);
  useWorkspace.setState({ phase: 'none', workspace: null, problem: null, engine: 'running' });
  clearLoad();
  askAgain();
  useScreen.setState(useScreen.getInitialState());
  usePreferences.setState(usePreferences.getInitialState());
  useTour.setState(useTour.getInitialState());
  if (view !== 'start') {
    await openWorkspace('/invented/Pejabat Prima.quarterdeck');
    showView(view);
  }
  render(<App parts={parts} {...(options.words && { words: options.words })} />);
  await settle();
  return { calls };
}

/** Waits until no answer is on its way. */
export async function settle(): Promise<void> {
  for (let rounds = 0; rounds < 40; rounds++) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    if (usePending.getState().count === 0 && rounds > 3) return;
  }
}

/** The headline of the view. */
export function headline(): string {
  return screen.getByRole('heading', { level: 1 }).textContent;
}
