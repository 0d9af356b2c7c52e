// Rules 11 to 14 of the security list: web views, leaving the page, more windows, each tried in the built program.
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
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

describe('11 and 12, web views', () => {
  it('the page cannot make one', async () => {
    const { app, page } = launched;
    await page.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'data:text/html,hello');
      document.body.append(view);
    });
    await expectUnharmed(app, page);
    expect(await pagesOf(app)).toEqual(['window']);
  });

  it('not even where a window allowed it', async () => {
    const kinds = await launched.app.evaluate(async ({ BrowserWindow, webContents }, address) => {
      const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
      await window.loadURL(address);
      const view =
        "const view = document.createElement('webview'); view.setAttribute('src', 'data:text/html,x'); document.body.append(view);";
      await window.webContents.executeJavaScript(`{ ${view} } 0`);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const all = webContents.getAllWebContents().map((contents) => contents.getType());
      window.destroy();
      return all;
    }, home);
    expect(kinds).toEqual(['window', 'window']);
  });
});

function pagesOf(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getType()));
}

const elsewhere = [
  'https://example.com/',
  'http://localhost:9/',
  'file:///etc/passwd',
  'app://quarterdeck.evil/index.html',
  'app://evil/index.html',
  'data:text/html,<p>hello</p>',
  'about:blank',
  'chrome://gpu/',
  'view-source:app://quarterdeck/index.html',
];

describe('13, leaving the page', () => {
  it.each(elsewhere)('an address set to %s leads nowhere', async (address) => {
    const { app, page } = launched;
    await page.evaluate((to) => void setTimeout(() => (window.location.href = to)), address);
    await expectUnharmed(app, page);
  });

  it.each(elsewhere)('a click on a link to %s leads nowhere', async (address) => {
    const { app, page } = launched;
    await link(address, {});
    await page.mouse.click(6, 6);
    await page.waitForTimeout(200);
    await expectUnharmed(app, page);
  });

  it('nor does the same page again, a blob, a form or a step back', async () => {
    const { app, page } = launched;
    await page.evaluate(() => {
      const form = document.body.appendChild(document.createElement('form'));
      form.action = '/other.html';
      setTimeout(() => form.submit());
      setTimeout(() => (window.location.href = URL.createObjectURL(new Blob(['hello'], { type: 'text/html' }))));
      setTimeout(() => history.back());
    });
    await expectUnharmed(app, page);
  });

  it('nor does a file dropped on the window', async () => {
    const { app, page } = launched;
    const session = await app.context().newCDPSession(page);
    const data = { items: [], files: [join(appFolder, 'package.json')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 5, y: 5, data });
    }
    await expectUnharmed(app, page);
  });

  it('the program itself cannot show a file either', async () => {
    const shown = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL('file:///etc/passwd').catch(() => undefined);
      const text: unknown = await window.webContents.executeJavaScript('document.body.innerText');
      window.destroy();
      return text;
    });
    expect(shown).toBe('');
  });
});

function link(address: string, more: Readonly<Record<string, string>>): Promise<void> {
  return launched.page.evaluate(
    ([href, rest]) => {
      document.getElementById('attack')?.remove();
      const anchor = Object.assign(document.createElement('a'), { id: 'attack', href, textContent: 'here', ...rest });
      anchor.style.cssText = 'position: fixed; inset: 0; z-index: 9999';
      document.body.append(anchor);
    },
    [address, more] as const,
  );
}

describe('14, more windows', () => {
  it.each(elsewhere)('the page cannot open one for %s', async (address) => {
    const { app, page } = launched;
    expect(await page.evaluate((to) => window.open(to) === null, address)).toBe(true);
    await expectUnharmed(app, page);
  });

  it.each([
    ['a link to a new window', { target: '_blank' }, {}],
    ['a click with Ctrl', {}, { modifiers: ['Control'] }],
    ['a click with Shift', {}, { modifiers: ['Shift'] }],
    ['a middle click', {}, { button: 'middle' }],
  ] as const)('%s opens none', async (_name, more, how) => {
    const { app, page } = launched;
    await link('https://example.com/', more);
    await page.click('#attack', {
      button: 'button' in how ? how.button : 'left',
      modifiers: 'modifiers' in how ? [...how.modifiers] : [],
    });
    await expectUnharmed(app, page);
    expect(await pagesOf(app)).toEqual(['window']);
  });
});
