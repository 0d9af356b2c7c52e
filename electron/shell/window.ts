import { BrowserWindow, nativeTheme, screen } from 'electron';
import { join } from 'node:path';
import { devServer, originOf, pageOrigin, pageUrl } from './origin';
import { restartDelay } from './restart-delay';
import type { Settings } from './settings';
import { windowBounds } from './window-bounds';

const background = { light: '#ffffff', dark: '#16191e' };

/** Opens the window where it was left and loads the page; its title never tells what is in it. */
export function openWindow(settings: Settings, dist: string): BrowserWindow {
  const { bounds, maximized } = settings.read();
  const window = new BrowserWindow({
    ...windowBounds(bounds, displayAreas()),
    minWidth: 800,
    minHeight: 600,
    title: 'Quarterdeck',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: join(dist, 'preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: devServer !== undefined,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => settings.change({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  reloadAfterCrash(window);
  returnHome(window);
  void window.loadURL(pageUrl);
  return window;
}

// The first display comes first: where nothing fits, the window opens there.
function displayAreas() {
  const first = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id);
  return [first, ...others].map(({ workArea }) => workArea);
}

// The page keeps its own state; the engine and its workspace are not touched.
function reloadAfterCrash(window: BrowserWindow): void {
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes.push(Date.now());
    setTimeout(() => window.isDestroyed() || window.webContents.reload(), restartDelay(crashes, Date.now()));
  });
}

// The blank addresses, about:blank and about:srcdoc, pass by the events that keep a page in its place.
function returnHome({ webContents }: BrowserWindow): void {
  webContents.on('did-navigate', (_event, url) => {
    if (originOf(url) !== pageOrigin) void webContents.loadURL(pageUrl);
  });
  webContents.on('did-fail-load', (_event, _code, _reason, url, isTop) => {
    if (isTop && url.startsWith('about:')) void webContents.loadURL(pageUrl);
  });
}
