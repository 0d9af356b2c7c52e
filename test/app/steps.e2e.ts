// What a person did can be taken back after the program was closed, and saved views come with the workspace.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drop } from './drop';
import type { LaunchedApp } from './harness';
import { launchApp } from './harness';

const patience = { timeout: 60_000 };

let home: string;
let deck: LaunchedApp;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'quarterdeck-steps-'));
  const lines = Array.from(
    { length: 60 },
    (_, i) =>
      `o${i},2026-01-05,${i % 3 ? 'Proposal' : 'Won'},${i % 2 ? 'Aina' : 'Badrul'},${i % 3 ? '' : '2026-02-10'}`,
  );
  writeFileSync(join(home, 'deals.csv'), ['opportunity_id,created_at,stage,owner_id,closed_at', ...lines].join('\n'));
  deck = await launchApp({ userData: join(home, 'own') });
}, 120_000);
afterAll(async () => {
  await deck.close();
  rmSync(home, { recursive: true, force: true });
}, 60_000);

async function goTo(page: Page, view: string): Promise<void> {
  await page.getByRole('navigation').getByText(view, { exact: true }).click(patience);
}

async function period(page: Page): Promise<string> {
  return (await page.getByRole('button', { name: /^Period: / }).textContent(patience)) ?? '';
}

async function savedViews(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'Saved views', exact: true }).click(patience);
  // A key pressed before the menu has the focus would leave it open, over all else.
  const menu = page.getByRole('menu');
  await menu.waitFor(patience);
  const texts = await menu.getByRole('menuitem').or(menu.getByRole('menuitemradio')).allTextContents();
  await menu.press('Escape');
  await menu.waitFor({ ...patience, state: 'detached' });
  return texts;
}

describe('steps', () => {
  it('are saved as a view and made', async () => {
    const { page } = deck;
    await drop(page, [join(home, 'deals.csv')]);
    const confirm = page.getByRole('button', { name: /^Confirm \d+/ });
    const ready = page.getByRole('button', { name: /^Import [\d,]+ rows$/ });
    await confirm.or(ready).first().waitFor(patience);
    if (await confirm.isVisible()) await page.getByRole('button', { name: 'Yes', exact: true }).first().click(patience);
    await ready.click(patience);
    await page.getByRole('heading', { level: 1, name: /rows imported\.$/ }).waitFor(patience);
    await goTo(page, 'Funnel');
    await page.getByRole('button', { name: /^Period: / }).click(patience);
    await page.getByRole('radio', { name: 'All', exact: true }).click(patience);
    await page.getByRole('button', { name: 'Saved views', exact: true }).click(patience);
    await page.getByText('Save this view…').click(patience);
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('All of it');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove All of it' }).waitFor(patience);
    await deck.screenshot('saved-views');
    await page.keyboard.press('Escape');
    await goTo(page, 'Overview');
    expect(await savedViews(page)).toEqual(['All of it', 'Save this view…']);
  }, 120_000);

  it('are taken back after a restart, one by one, and made again', async () => {
    await deck.close();
    deck = await launchApp({ userData: join(home, 'own') });
    const { page } = deck;
    await page.locator('.start-open').first().click(patience);
    await page.getByRole('button', { name: /^Period: / }).waitFor(patience);
    expect(await period(page)).toBe('All time');
    expect(await savedViews(page)).toEqual(['All of it', 'Save this view…']);
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    await undo.click(patience);
    await page.getByRole('main', { name: 'Funnel' }).waitFor(patience);
    await undo.click(patience);
    await expect.poll(() => savedViews(page), patience).toEqual(['Save this view…']);
    await undo.click(patience);
    expect(await period(page)).not.toBe('All time');
    const redo = page.getByRole('button', { name: 'Redo', exact: true });
    for (let i = 0; i < 3; i++) await redo.click(patience);
    await page.getByRole('main', { name: 'Overview' }).waitFor(patience);
    await expect.poll(() => savedViews(page), patience).toEqual(['All of it', 'Save this view…']);
  }, 120_000);
});
