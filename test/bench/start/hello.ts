/** The smallest program with a window: what any Electron program pays before it has done anything. */
import { BrowserWindow, app } from 'electron';
import { join } from 'node:path';

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1200,
    height: 800,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  return window.loadFile(join(__dirname, 'hello.html'));
});
