import { it } from 'vitest';
import { launchApp } from './harness';
const want = (process.env['SHOTS'] ?? 'targets,recognition').split(',');
it('shots', async () => {
  const launched = await launchApp({ workspace: process.cwd() + '/scratch/sample.quarterdeck' });
  const { page, app } = launched;
  const size = (w: number, h: number) => app.evaluate(({ BrowserWindow }, [a, b]) => BrowserWindow.getAllWindows()[0]?.setContentSize(a as number, b as number), [w, h]);
  await size(1440, 900);
  await page.getByText('Conversation conversion').first().waitFor({ timeout: 120000 }); await page.locator('.rail-entry[data-place="seats"]').click();
  const tab = async (i: number) => { await page.locator('.view-tabs [role=tab]').nth(i).click(); await page.locator('.view h1').waitFor({ timeout: 60000 }); await page.waitForTimeout(3500); };
  for (const name of want) {
    await tab(name === 'targets' ? 1 : 2);
    await launched.screenshot(`${name}-light`);
    await page.evaluate(() => { document.querySelector('.view')!.scrollTop = 99999; document.querySelector('main')?.scrollTo(0, 99999); });
    await page.waitForTimeout(400);
    await launched.screenshot(`${name}-light-2`);
  }
  if (process.env['ALL']) {
    await page.getByRole('button', { name: /theme/i }).first().click().catch(() => {});
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    for (const name of want) { await tab(name === 'targets' ? 1 : 2); await launched.screenshot(`${name}-dark`); }
    await page.getByRole('button', { name: /language|EN/i }).first().click().catch(() => {});
    await page.waitForTimeout(500);
    await launched.screenshot('lang');
    await size(1024, 700);
    for (const name of want) { await tab(name === 'targets' ? 1 : 2); await launched.screenshot(`${name}-small`); }
  }
  await launched.close().catch((e) => console.log(String(e).slice(0, 800)));
}, 240000);
