/** Opens a window like the program's own and hands both ends of each port over, once. */
import { BrowserWindow, MessageChannelMain, app, ipcMain, utilityProcess } from 'electron';
import { join } from 'node:path';

async function start(): Promise<void> {
  const engines = ['engine.cjs', 'packed-engine.cjs'].map((name) => utilityProcess.fork(join(__dirname, name)));
  await Promise.all(engines.map((engine) => new Promise((resolve) => engine.once('message', resolve))));
  const window = new BrowserWindow({
    width: 1200,
    height: 800,
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  ipcMain.once('report', (_event, result) => {
    process.stdout.write(`RESULT ${JSON.stringify(result)}\n`);
    app.exit(0);
  });
  await window.loadFile(join(__dirname, 'page.html'), { search: process.env['BENCH_SEARCH'] ?? '' });
  for (const engine of engines) {
    const { port1, port2 } = new MessageChannelMain();
    engine.postMessage('port', [port1]);
    window.webContents.postMessage('port', null, [port2]);
  }
}

void app.whenReady().then(start);
