// From the first start to a figure in the real program, and what of it lives through the death of each process.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp } from './harness';
import type { LaunchedApp } from './harness';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
});

afterAll(() => launched.close());

describe('the sample workspace', () => {
  it('is opened, loaded and shown at one press', async () => {
    const { page } = launched;
    await launched.screenshot('first-start');
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await page.getByText('Conversation conversion').first().waitFor({ timeout: 120_000 });
    await page.waitForFunction(() => /\d%/.test(document.body.innerText), undefined, { timeout: 30_000 });
    await launched.screenshot('overview');
  }, 180_000);

  it('is there again within three seconds of the death of the engine, and the page says so meanwhile', async () => {
    const { app, page } = launched;
    const notice = page.getByText('has stopped', { exact: false });
    const said = notice.waitFor({ state: 'visible' });
    const pid = await app.evaluate(
      ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'Quarterdeck engine')?.pid,
    );
    const start = performance.now();
    process.kill(pid ?? NaN, 'SIGKILL');
    await said;
    await notice.waitFor({ state: 'hidden' });
    expect(performance.now() - start).toBeLessThan(3_000);
    await page.waitForFunction(() => /\d%/.test(document.body.innerText));
  });

  it('is there again after the page itself crashed', async () => {
    const { app } = launched;
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const back = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
      contents?.forcefullyCrashRenderer();
      return back;
    });
    const shows = () =>
      app.evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
            'document.body.innerText',
          ) as Promise<unknown>,
      );
    await expect.poll(shows, { timeout: 15_000 }).toMatch(/Conversation conversion[\s\S]*\d%/);
  });
});
