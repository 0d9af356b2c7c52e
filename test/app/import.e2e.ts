// What a person can do about a load in the real window: mend a wrong guess, answer what the file leaves open, stop it in the middle, take it back.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbook } from '../import/read/apart/workbook';
import { drop } from './drop';
import type { LaunchedApp } from './harness';
import { launchApp } from './harness';

let home: string;
let deck: LaunchedApp;
let page: Page;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'quarterdeck-import-'));
  deck = await launchApp();
  ({ page } = deck);
}, 120_000);
afterAll(async () => {
  await deck.close();
  rmSync(home, { recursive: true, force: true });
}, 60_000);

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(home, name);
  writeFileSync(path, content);
  return path;
};

const sheets = [
  {
    name: 'Deals',
    rows: [
      ['Deal ID', 'Created date', 'Stage', 'Owner', 'Account ID', 'Amount'],
      ['a', '2026-01-05', 'Won', 'Aina', 'C1', 5],
      ['b', '2026-01-06', 'Proposal', 'Bo', 'C2', 7],
    ],
  },
  {
    name: 'Customers',
    rows: [
      ['Account ID', 'Account name', 'Industry'],
      ['C1', 'Acme', 'Retail'],
      ['C2', 'Beta', 'Paper'],
    ],
  },
  {
    name: 'People',
    rows: [
      ['Rep ID', 'Rep name', 'Team'],
      ['Aina', 'Aina Rahman', 'North'],
      ['Bo', 'Bo Tan', 'South'],
    ],
  },
];

const importButton = () => page.getByRole('button', { name: /^Import [\d,]+ rows$/ });
const isReady = async () => (await importButton().getAttribute('aria-disabled')) !== 'true';

const asked = () => page.locator('[data-question]');

async function finish(): Promise<void> {
  await expect.poll(isReady, { timeout: 30_000 }).toBe(true);
  await importButton().click();
  await page.getByRole('heading', { level: 1, name: /rows imported\.$/ }).waitFor({ timeout: 60_000 });
}

async function answerEnds(): Promise<void> {
  await page.getByText('Is this how a deal ends?').waitFor({ timeout: 30_000 });
  await asked().getByRole('button', { name: 'Yes', exact: true }).click();
  await asked().first().waitFor({ state: 'detached', timeout: 30_000 });
}

async function undoLatest(): Promise<void> {
  await page.getByRole('button', { name: 'Undo this import' }).first().click();
}

describe('a load in the window', () => {
  it('asks how dates are written that can be read both ways, and does not go on before', async () => {
    await drop(page, [
      file('open.csv', 'Deal ID,Created date,Stage,Amount\na,01/02/2026,Won,5\nb,03/04/2026,Proposal,7\n'),
    ]);
    await page.getByText(/How are the dates in/).waitFor({ timeout: 60_000 });
    expect(await isReady()).toBe(false);
    await deck.screenshot('import-dates-asked');
    await page.getByRole('button', { name: /^Confirm \d/ }).click();
    await asked()
      .getByRole('button', { name: /^Day first/ })
      .first()
      .click();
    await page.getByText(/How are the dates in/).waitFor({ state: 'detached', timeout: 30_000 });
    await answerEnds();
    await finish();
    await deck.screenshot('import-done');
  }, 180_000);

  it('takes the import back', async () => {
    await undoLatest();
    await expect.poll(() => page.getByText('Nothing has been imported yet.').count(), { timeout: 30_000 }).toBe(1);
  }, 60_000);

  it('lets a wrong guess be mended: the field of a column, and the rung of a stage', async () => {
    await drop(page, [
      file(
        'guess.csv',
        'Deal ID,Created date,Stage,Amount,Area\na,2026-01-05,Won,5,North\nb,2026-01-06,Proposal,7,South\n',
      ),
    ]);
    const area = page.getByRole('button', { name: /^Field for Area/ });
    await area.waitFor({ timeout: 60_000 });
    expect(await area.textContent()).toContain('region');
    await area.click();
    await page.getByRole('option', { name: /^segment/ }).click();
    await expect
      .poll(() => page.getByRole('button', { name: /^Field for Area/ }).textContent(), { timeout: 30_000 })
      .toContain('segment');
    await page.getByRole('button', { name: 'Rung for Proposal' }).press('Alt+ArrowDown');
    await answerEnds();
    await deck.screenshot('import-mended');
    await finish();
    await undoLatest();
    await expect.poll(() => page.getByText('Nothing has been imported yet.').count(), { timeout: 30_000 }).toBe(1);
  }, 180_000);

  it('brings every sheet of a workbook, each as a table of its own', async () => {
    await drop(page, [file('pejabat.xlsx', workbook('xlsx', sheets))]);
    for (const sheet of ['Deals', 'Customers', 'People'])
      await page.getByText(`pejabat.xlsx · ${sheet}`).first().waitFor({ timeout: 60_000 });
    await importButton().waitFor({ timeout: 60_000 });
    await deck.screenshot('import-three-sheets');
    // How a deal ends is asked once for a stage's name, so it may be known by now.
    if (!(await isReady())) await answerEnds();
    await finish();
    await undoLatest();
    await expect.poll(() => page.getByText('Nothing has been imported yet.').count(), { timeout: 30_000 }).toBe(1);
  }, 180_000);

  it('can be stopped in the middle, and then nothing of it is there', async () => {
    const rows = Array.from(
      { length: 600_000 },
      (_, i) => `${i},2026-01-0${(i % 9) + 1},Proposal,${i % 977}.25,note ${i}`,
    );
    await drop(page, [file('large.csv', ['Deal ID,Created date,Stage,Amount,Remark', ...rows].join('\n'))]);
    await expect.poll(() => importButton().count(), { timeout: 120_000 }).toBe(1);
    await expect.poll(isReady, { timeout: 30_000 }).toBe(true);
    await importButton().click();
    await page.getByText('Cancelling leaves nothing half written.').waitFor();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    // The plan stands as it was, ready to be loaded after all.
    await expect.poll(() => importButton().count(), { timeout: 60_000 }).toBe(1);
    await deck.screenshot('import-cancelled');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByText('Nothing has been imported yet.').waitFor({ timeout: 30_000 });
  }, 300_000);
});
