// Rules 15, 17, 18 and 20 of the security list: the doors of the program, each tried in the built program.
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAttack, expectUnharmed, home } from './attacks';
import { appFolder, launchApp } from './harness';
import type { LaunchedApp } from './harness';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
});

beforeEach(() => beginAttack(launched.page));

afterAll(async () => {
  launched.noise.length = 0;
  await launched.close();
});

const hostile = [
  'file:///etc/passwd',
  'FILE:///C:/Windows/System32/calc.exe',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'smb://host/share/run.exe',
  '\\\\host\\share\\run.exe',
  '//host/share/run.exe',
  'ms-officecmd:{"id":3}',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x&crumb=location:\\\\host',
  'ssh://-oProxyCommand=run/x',
  'http://example.com/',
  'https://trusted.com@evil.example/',
  'https:\\\\evil.example\\x',
  'https://127.0.0.1/',
  'https://[::1]/',
  'mailto:ann@example.com?attach=/etc/passwd',
  'app://quarterdeck/index.html',
];

describe('15, handing an address to the system', () => {
  it('lets none of twenty hostile ones through, and a plain one', async () => {
    const { app, page } = launched;
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Reflect.set(globalThis, 'opened', opened);
      shell.openExternal = (url) => Promise.resolve(void opened.push(url));
    });
    const answers = await page.evaluate(
      async (urls) => Promise.all(urls.map((url) => window.quarterdeck.openExternal(url))),
      hostile,
    );
    expect(answers).toEqual(hostile.map(() => false));
    expect(await page.evaluate(() => window.quarterdeck.openExternal('https://example.com/'))).toBe(true);
    expect(await app.evaluate(() => Reflect.get(globalThis, 'opened') as unknown)).toEqual(['https://example.com/']);
  });
});

describe('17, who may call the program', () => {
  it('a page of another origin is refused, though it has the bridge', async () => {
    expect(await callFrom('data:text/html,<p>evil</p>', '')).toContain('refused: not the page');
  });

  it('a frame inside the page is refused, though it has the bridge', async () => {
    const frame = "document.body.append(Object.assign(document.createElement('iframe'), { src: location.href }));";
    expect(await callFrom(home, frame)).toContain('refused: not the page');
  });

  it.each([
    ['a theme that is none', "window.quarterdeck.setTheme('blue')"],
    ['a theme that is an object', 'window.quarterdeck.setTheme({})'],
    ['menus without words', 'window.quarterdeck.setMenuWords({})'],
    ['menus with more than words', 'window.quarterdeck.setMenuWords(JSON.parse(\'{"__proto__": {"file": "x"}}\'))'],
    ['a path for a file', "window.quarterdeck.saveFile(['/etc/passwd'], new Uint8Array(1))"],
    ['text for bytes', "window.quarterdeck.saveFile('x.csv', 'text')"],
    ['a name that is too long', "window.quarterdeck.saveFile('x'.repeat(1e6), new Uint8Array(1))"],
    ['a folder never given', "window.quarterdeck.workspaceOpened('/etc')"],
    ['an argument too many', 'window.quarterdeck.connectEngine({})'],
  ])('%s is refused', async (_name, call) => {
    await expect(launched.page.evaluate(call)).rejects.toThrow('refused');
  });

  it('paths that no dropped file stands behind are no way in', async () => {
    const { page } = launched;
    const answers = await page.evaluate(async () => {
      const forged = Object.assign(new File(['x'], 'passwd'), { path: '/etc/passwd' });
      const call = async (files: readonly unknown[]) => window.quarterdeck.offerDropped(files as readonly File[]);
      const said = (files: readonly unknown[]) => call(files).then(() => 'answered', String);
      return [await said([forged]), await said(['/etc/passwd'])];
    });
    for (const answer of answers) expect(answer).not.toBe('answered');
  });

  it('ten thousand calls at once are answered, and the window lives on', async () => {
    const { app, page } = launched;
    const count = await page.evaluate(
      async () => (await Promise.all(Array.from({ length: 10_000 }, () => window.quarterdeck.theme()))).length,
    );
    expect(count).toBe(10_000);
    await expectUnharmed(app, page);
  });
});

// A second window with the program's own bridge and without its guards, as an attacker would need it; what its innermost frame is told when it calls.
function callFrom(address: string, prepare: string): Promise<string> {
  const call = `(async () => {
    ${prepare}
    await new Promise((resolve) => setTimeout(resolve, 500));
    const own = window.frames.length > 0 ? window.frames[0] : window;
    return own.quarterdeck ? own.quarterdeck.theme().then(() => 'answered', String) : 'no bridge';
  })()`;
  return launched.app.evaluate(
    async ({ app, BrowserWindow, session }, [url, code]) => {
      const preload = `${app.getAppPath()}/dist/preload/preload.cjs`;
      const preferences = { preload, sandbox: true, nodeIntegrationInSubFrames: true };
      const window = new BrowserWindow({ show: false, webPreferences: preferences });
      session.defaultSession.webRequest.onHeadersReceived(({ responseHeaders = {} }, decide) => {
        const others = Object.entries(responseHeaders).filter(([name]) => !/^content-security-policy$/i.test(name));
        decide({ responseHeaders: Object.fromEntries(others) });
      });
      window.webContents.removeAllListeners('will-frame-navigate');
      await window.loadURL(url);
      const said: unknown = await window.webContents.executeJavaScript(code);
      window.destroy();
      session.defaultSession.webRequest.onHeadersReceived(null);
      return String(said);
    },
    [address, call] as const,
  );
}

describe('18, the files behind the page', () => {
  const outside = [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/..\\..\\package.json',
    '//etc/hostname',
    '/%2fetc%2fpasswd',
    '/C:/Windows/win.ini',
    '/index.html%00.json',
    '/%00',
    '/%',
    '/assets/',
    '/',
  ];

  it.each(outside)('%s is not served', async (path) => {
    const status = await launched.page.evaluate(
      (url) =>
        fetch(url).then(
          (answer) => answer.status,
          () => 0,
        ),
      `app://quarterdeck${path}`,
    );
    expect([0, 404]).toContain(status);
  });

  it('a link in the folder that leads out is not followed', async () => {
    const planted = join(appFolder, 'dist/page/leak.json');
    rmSync(planted, { force: true });
    symlinkSync(join(appFolder, 'package.json'), planted);
    try {
      expect(await launched.page.evaluate(() => fetch('/leak.json').then((answer) => answer.status))).toBe(404);
    } finally {
      rmSync(planted);
    }
  });

  it('other hosts and ways of asking are not answered', async () => {
    const { page } = launched;
    expect(
      await page.evaluate(() => fetch('/index.html', { method: 'POST', body: 'x' }).then((answer) => answer.status)),
    ).toBe(404);
    expect(
      await page.evaluate(() =>
        fetch('app://evil/index.html').then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
    expect(
      await launched.app.evaluate(({ net }) => net.fetch('app://evil/index.html').then((answer) => answer.status)),
    ).toBe(404);
  });

  it('a file address is refused to the page and to the program', async () => {
    const { app, page } = launched;
    expect(
      await page.evaluate(() =>
        fetch('file:///etc/passwd').then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
    expect(
      await app.evaluate(({ net }) =>
        net.fetch('file:///etc/passwd').then(
          (answer) => answer.status,
          () => 403,
        ),
      ),
    ).toBe(403);
  });
});

describe('20, what the page holds of the program', () => {
  it('is named functions and one word, none of which leads further', async () => {
    const found = await launched.page.evaluate(() => {
      const kinds = Object.entries(window.quarterdeck).map(([name, value]) => [name, typeof value] as const);
      const odd = kinds.filter(([name, kind]) => (name === 'platform' ? kind !== 'string' : kind !== 'function'));
      const further = Object.values(window.quarterdeck).flatMap((value: unknown) =>
        typeof value === 'function' ? Object.keys(value) : [],
      );
      return { count: kinds.length, odd, further };
    });
    expect(found.count).toBeGreaterThan(15);
    expect(found).toMatchObject({ odd: [], further: [] });
  });

  it('cannot be replaced or changed', async () => {
    const { page } = launched;
    await expect(page.evaluate(() => void Object.assign(window, { quarterdeck: {} }))).rejects.toThrow('TypeError');
    await expect(page.evaluate(() => void Object.assign(window.quarterdeck, { theme: null }))).rejects.toThrow(
      'TypeError',
    );
  });

  it('gives a listener the word alone, not the event behind it', async () => {
    const { app, page } = launched;
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Reflect.set(window, 'heard', heard);
      window.quarterdeck.onMenuCommand((...args: unknown[]) => heard.push(...args));
    });
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('menu-command', 'keyboard'),
    );
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'heard') as unknown)).toEqual(['keyboard']);
  });
});
