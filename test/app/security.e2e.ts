// Attacks on the built program, one for each rule of Electron's security list, by the list's numbers: 1 to 6, 8 to 10 here, 7 in `policy`, 11 to 20 in `doors`.
// What the page logs about attempts that were refused is expected.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home, preferencesOf } from './attacks';
import { isRoot, launchApp } from './harness';
import type { LaunchedApp } from './harness';
import { launchAsOrdinaryUser } from './ordinary-user';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp({ args: ['--use-fake-device-for-media-stream'] });
});

afterAll(async () => {
  launched.noise.length = 0;
  await launched.close();
});

describe('1, content from elsewhere', () => {
  it('the page asks for nothing but its own files', async () => {
    const { app, page } = launched;
    await app.evaluate(({ session }) => {
      const urls: string[] = [];
      Reflect.set(globalThis, 'urls', urls);
      session.defaultSession.webRequest.onCompleted(({ url }) => urls.push(url));
      session.defaultSession.webRequest.onErrorOccurred(({ url }) => urls.push(url));
    });
    await page.reload();
    await page.waitForTimeout(1_000);
    const urls = await app.evaluate(() => Reflect.get(globalThis, 'urls') as readonly string[]);
    expect(urls).toContain(home);
    expect(urls.filter((url) => !url.startsWith('app://quarterdeck/'))).toEqual([]);
  });

  it.each(['https://example.com/', 'http://127.0.0.1:9/', 'http://[::1]:9/'])(
    'a request to %s ends in the program, even where no page policy applies',
    async (url) => {
      const said = await launched.app.evaluate(
        ({ net }, to) => net.fetch(to).then(String, (error: unknown) => String(error)),
        url,
      );
      expect(said).toContain('ERR_BLOCKED_BY_CLIENT');
    },
  );

  it('no name is looked up', async () => {
    const looked = await launched.app.evaluate(({ session }) =>
      session.defaultSession.resolveHost('localhost').then(
        () => 'found',
        (error: unknown) => String(error),
      ),
    );
    expect(looked).toContain('ERR_NAME_NOT_RESOLVED');
  });
});

describe('2 to 4, Node in the page', () => {
  it('the page has no way to it', async () => {
    const found = await launched.page.evaluate(() =>
      ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
    );
    expect(found).toEqual([]);
  });

  it('every page is sandboxed and isolated, without Node', async () => {
    const all = await preferencesOf(launched.app);
    expect(all).toHaveLength(1);
    for (const preferences of all) {
      expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
      expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false);
      expect(preferences['nodeIntegrationInSubFrames'] ?? false).toBe(false);
    }
  });

  it("the system's own sandbox holds the page of an ordinary user", async () => {
    const { app, end } = isRoot ? await launchAsOrdinaryUser() : { app: launched.app, end: async () => {} };
    try {
      const [pid, isOff] = await app.evaluate(({ app: main, BrowserWindow }) => {
        const page = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
        return [page, main.commandLine.hasSwitch('no-sandbox')] as const;
      });
      expect(isOff).toBe(false);
      // 2: the process may make only the system calls that a filter lets through.
      if (process.platform === 'linux') expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s2$/m);
    } finally {
      await end();
    }
  });
});

describe('5, permissions', () => {
  const asks: Readonly<Record<string, () => Promise<unknown>>> = {
    geolocation: () =>
      new Promise((resolve, reject) => {
        navigator.geolocation.getCurrentPosition(resolve, ({ code }) =>
          code === 1 ? reject(new Error('refused')) : resolve(code),
        );
      }),
    camera: () => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted'),
    microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted'),
    screen: () => navigator.mediaDevices.getDisplayMedia().then(() => 'granted'),
    midi: () => navigator.requestMIDIAccess({ sysex: true }).then(() => 'granted'),
    'reading the clipboard': () => navigator.clipboard.readText(),
    notifications: async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused');
    },
  };

  it.each(Object.keys(asks))('%s is refused', async (name) => {
    await expect(launched.page.evaluate(asks[name] ?? (() => Promise.resolve()))).rejects.toThrow(
      /refused|denied|NotAllowed|NotSupported/i,
    );
  });

  it.each(['usb', 'hid', 'serial', 'bluetooth'])('a %s device is refused', async (kind) => {
    const got = launched.page.evaluate(async (name) => {
      const devices = Reflect.get(navigator, name) as Record<string, (wanted: object) => Promise<unknown>>;
      const ask = devices['requestDevice'] ?? devices['requestPort'];
      const found = await ask?.call(devices, { filters: [{ vendorId: 1 }] });
      return found === undefined || (Array.isArray(found) && found.length === 0) ? 'refused' : 'granted';
    }, kind);
    expect(await got.catch(() => 'refused')).toBe('refused');
  });

  it.each(['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage'])(
    '%s is known to be refused before it is asked for',
    async (name) => {
      const state = await launched.page.evaluate(
        async (asked) => (await navigator.permissions.query({ name: asked as PermissionName })).state,
        name,
      );
      expect(state).toBe('denied');
    },
  );

  it('text may be copied out, the one thing that is let through', async () => {
    const state = await launched.page.evaluate(
      async () => (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state,
    );
    expect(state).toBe('granted');
  });
});

describe('6, 8, 9, 10, protections left on', () => {
  it('no page has one switched off', async () => {
    for (const preferences of await preferencesOf(launched.app)) {
      expect(preferences['webSecurity'] ?? true).toBe(true);
      expect(preferences['allowRunningInsecureContent'] ?? false).toBe(false);
      expect(preferences['experimentalFeatures'] ?? false).toBe(false);
      expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
    }
  });

  it('no source names the switch of one', () => {
    const folder = join(import.meta.dirname, '../../electron');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const switches =
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|disable-web-security|nodeIntegrationInWorker|\.openPath\(|\.loadFile\(|\.executeJavaScript\(/;
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((name) => switches.test(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
  });
});
