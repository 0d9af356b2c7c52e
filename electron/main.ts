/** The shell: one window that shows the page, one process that computes, and the few things a page may ask of the system. It never sees data. */
import { BrowserWindow, Menu, app, nativeTheme, session } from 'electron';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { answerCalls } from './shell/bridge-calls';
import { callTable } from './shell/calls';
import { EngineProcess } from './shell/engine-process';
import { forbidNetwork, guardAll } from './shell/guards';
import { reportFaults } from './shell/faults';
import { Offers } from './shell/offers';
import { declareScheme, servePage } from './shell/protocol';
import { openSettings } from './shell/settings';
import { namedPaths } from './shell/start-arguments';
import { openWindow } from './shell/window';
import { Workspaces } from './shell/workspaces';

const dist = dirname(__dirname);
const offers = new Offers();
const secondStart = z.object({ paths: z.array(z.string().max(4_096)).max(1_000) }).catch({ paths: [] });

function start(): void {
  // Its process takes longest to come up.
  const engine = new EngineProcess(join(dist, 'engine/engine.cjs'));
  engine.start();
  const { folder } = offers.waiting();
  if (folder !== null) engine.prepare(folder);
  const settings = openSettings(app.getPath('userData'));
  const places = { samples: join(dirname(dist), 'samples'), ownFolder: app.getPath('userData') };
  const workspaces = new Workspaces(settings, places);
  nativeTheme.themeSource = settings.read().theme;
  guardAll(session.defaultSession);
  servePage(join(dist, 'page'));
  const window = openWindow(settings, dist);
  answerCalls(callTable({ window, engine, settings, workspaces, offers }));
  app.once('will-quit', (event) => {
    event.preventDefault();
    void engine.close().then(() => app.quit());
  });
}

function offer(paths: readonly string[]): void {
  offers.add(paths);
  // A window of another session is one that prints.
  const window = BrowserWindow.getAllWindows().find(
    ({ webContents }) => webContents.session === session.defaultSession,
  );
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
  if (paths.length > 0) window.webContents.send('menu-command', 'offer');
}

reportFaults();
declareScheme();
forbidNetwork();
Menu.setApplicationMenu(null);
// With --no-sandbox, which root must give, this call would take the switch away again and no window would ever open.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// The page holds some twenty megabytes and drops as much in three changes of a filter. Told to begin with that little, its memory is searched
// through beside every other change; so much more is taken only by who goes on changing.
app.commandLine.appendSwitch('js-flags', '--initial-old-space-size=64');
const paths = namedPaths(process.argv, process.cwd(), process.defaultApp ? app.getAppPath() : null);

if (app.requestSingleInstanceLock({ paths })) {
  offers.add(paths);
  app.on('second-instance', (_event, _argv, _folder, data) => offer(secondStart.parse(data).paths));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    offer([path]);
  });
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else {
  app.quit();
}
