import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasSharedData, sharedData } from '../shared-data';
import type { LaunchedApp } from './harness';
import { launchApp } from './harness';

let home: string;
let deck: LaunchedApp;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'quarterdeck-story-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

// A real drop: the files come from the disk through an input, so the program can ask where they lie.
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'hand' });
    input.style.position = 'fixed';
    document.body.append(input);
  });
  await page.locator('#hand').setInputFiles([...paths]);
  await page.evaluate(() => {
    const input = document.querySelector('#hand');
    if (!(input instanceof HTMLInputElement)) throw new Error('no hand');
    const dataTransfer = new DataTransfer();
    for (const file of input.files ?? []) dataTransfer.items.add(file);
    input.remove();
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
}

async function load(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click({ timeout: 60_000 });
  await page
    .getByRole('button', { name: /Undo this import/ })
    .first()
    .waitFor({ timeout: 60_000 });
}

async function goTo(page: Page, view: string): Promise<void> {
  await page.getByRole('navigation').getByText(view, { exact: true }).click();
}

describe('from dropped files to the first number', () => {
  beforeAll(async () => {
    const deals = ['opportunity_id,created_at,stage,owner_id,closed_at,is_won'].concat(
      Array.from(
        { length: 100 },
        (_, i) => `o${i},2026-01-05,${i < 20 ? 'Won' : 'Proposal'},Aina,${i < 20 ? '2026-02-10' : ''},${i < 20}`,
      ),
    );
    const activities = ['activity_id,at,kind,opportunity_id,is_conversation'].concat(
      Array.from({ length: 100 }, (_, i) => `a${i},2026-01-20,call,o${i},true`),
    );
    writeFileSync(join(home, 'deals.csv'), deals.join('\n'));
    writeFileSync(join(home, 'activities.csv'), activities.join('\n'));
    deck = await launchApp();
  }, 120_000);
  afterAll(() => deck.close(), 30_000);

  it('shows 20.0% with 13.3–28.9 on Overview', async () => {
    const { page } = deck;
    await drop(page, [join(home, 'deals.csv'), join(home, 'activities.csv')]);
    await load(page);
    await goTo(page, 'Overview');
    await page.getByText('20.0%').first().waitFor({ timeout: 20_000 });
    expect(
      await page
        .getByText(/13\.3–28\.9/)
        .first()
        .isVisible(),
    ).toBe(true);
    await deck.screenshot('first-number');
  }, 120_000);

  it('takes the import back', async () => {
    const { page } = deck;
    await goTo(page, 'Data');
    await page
      .getByRole('button', { name: /Undo this import/ })
      .first()
      .click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: /Undo/ });
    if (await confirm.isVisible({ timeout: 2_000 }).catch(() => false)) await confirm.click();
    await expect
      .poll(() => page.getByRole('button', { name: /Undo this import/ }).count(), { timeout: 20_000 })
      .toBe(0);
  }, 60_000);
});

describe.skipIf(!hasSharedData)('the published CRM export through the window', () => {
  beforeAll(async () => {
    deck = await launchApp();
    const files = ['accounts', 'products', 'sales_teams', 'sales_pipeline'];
    await drop(
      deck.page,
      files.map((name) => sharedData('maven-crm-sales-opportunities', `${name}.csv`)),
    );
    await load(deck.page);
  }, 180_000);
  afterAll(() => deck.close(), 30_000);

  it('reads every file, shows the win rate of the last quarter, and no evidence that people differ', async () => {
    const { page } = deck;
    await goTo(page, 'Overview');
    await page.getByText('60.3%').first().waitFor({ timeout: 20_000 });
    await deck.screenshot('maven-overview');
    await goTo(page, 'Reps');
    await page
      .getByText(/no evidence that people differ here/i)
      .first()
      .waitFor({ timeout: 20_000 });
    await deck.screenshot('maven-compare');
  }, 60_000);

  it('shows the funnel with the rows behind a step', async () => {
    const { page } = deck;
    await goTo(page, 'Funnel');
    await page.getByText('Where we lose them').waitFor({ timeout: 20_000 });
    await page.getByRole('table').last().waitFor({ timeout: 20_000 });
    await deck.screenshot('maven-funnel');
  }, 60_000);

  it('changes language and theme while it runs, and keeps the numbers', async () => {
    const { page } = deck;
    await goTo(page, 'Overview');
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    const malay = page.getByRole('menuitemradio', { name: /Bahasa Melayu/ });
    if (await malay.isVisible({ timeout: 2_000 }).catch(() => false)) await malay.click();
    await page.getByText('Ringkasan', { exact: true }).waitFor({ timeout: 10_000 });
    await page.getByText('60.3%').first().waitFor({ timeout: 10_000 });
    await deck.screenshot('maven-overview-ms');
  }, 60_000);
});
