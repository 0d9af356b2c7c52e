import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { readPdf } from './pdf';
import type { LaunchedApp } from './harness';
import { launchApp } from './harness';
import { saveTo } from './slides';

let launched: LaunchedApp | null = null;
const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-review-'));

afterEach(async () => {
  await launched?.close();
  launched = null;
  rmSync(folder, { recursive: true, force: true });
});

// Headlines of the slides that are shown, in their order.
async function slideNames(page: Page): Promise<readonly string[]> {
  const rows = page.getByRole('list', { name: 'Slides' }).getByRole('listitem');
  const texts = await rows.evaluateAll((items) =>
    items.map((item) => [...item.querySelectorAll('span')].map((span) => span.textContent)),
  );
  return texts.flatMap(([number, headline]) => (number === '–' || headline === undefined ? [] : [headline]));
}

// The slide on screen has the company's line at its foot once the look is taken.
async function look(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await page.getByLabel('Accent').fill('#0b6e4f');
  await page.getByLabel('Footer').fill('Kedai Kita');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Kedai Kita · ', { exact: false }).first().waitFor({ timeout: 60_000, state: 'attached' });
  await page.keyboard.press('Escape');
}

async function pseudonyms(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Names', exact: true }).click();
  for (const whose of ['customers', 'reps']) await page.getByText(`Pseudonyms for ${whose}`).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Names: pseudonyms' }).waitFor({ timeout: 60_000 });
}

// The narrow page in the company's colour, with its line and without a name of the team.
async function expectOwnLook(file: string): Promise<void> {
  const zip = await JSZip.loadAsync(readFileSync(file));
  const parts = await Promise.all(
    Object.values(zip.files).flatMap((entry) => (/\.xml$/.test(entry.name) ? entry.async('string') : [])),
  );
  const text = parts.join('\n');
  expect(text).toMatch(/<p:sldSz cx="9144000" cy="6858000"/);
  for (const wanted of ['0B6E4F', 'Kedai Kita', 'Rep A', 'Customer ']) expect(text).toContain(wanted);
  const team = readFileSync(join(import.meta.dirname, '../../samples/reps.csv'), 'utf8')
    .split('\n')
    .slice(1);
  const names = team.flatMap((line) => line.split(',')[1] ?? []);
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => text.includes(name))).toEqual([]);
}

// The review of the quarter before is written, then made again for the one that followed, which tells what became of its numbers.
async function makeAgain({ app, page }: LaunchedApp, file: string): Promise<void> {
  await page.getByRole('button', { name: /^Period: / }).click();
  await page.getByRole('radio', { name: 'Quarter', exact: true }).click();
  await page.getByRole('button', { name: 'Q2 FY26', exact: true }).click();
  const again = page.getByRole('button', { name: 'Make again for Q3 FY26' });
  await again.waitFor({ timeout: 90_000 });
  await saveTo(app, file);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitemradio', { name: /CSV/ }).click();
  await page.getByText('Saved second').waitFor({ timeout: 60_000 });
  await again.click();
  await page.getByRole('heading', { level: 1, name: /Q3 FY26/ }).waitFor({ timeout: 90_000 });
  await again.waitFor({ state: 'detached' });
  const changed = 'No number of Q2 FY26 is told differently today.';
  await page.getByRole('list', { name: 'Slides' }).getByText(changed).click({ timeout: 90_000 });
  await page.getByRole('region', { name: 'The slide' }).getByText(changed).waitFor();
}

describe('the review', () => {
  it('goes from the sample files to saved slides in four clicks', { timeout: 240_000 }, async () => {
    launched = await launchApp();
    const { app, page } = launched;
    const target = join(folder, 'review.pptx');
    await saveTo(app, target);
    let clicks = 0;
    const press = async (what: Locator): Promise<void> => {
      clicks++;
      await what.click();
    };
    await press(page.getByRole('button', { name: 'Open the sample' }));
    await page.getByText('Bookings reached').first().waitFor({ timeout: 120_000 });
    await press(page.getByRole('button', { name: 'Review', exact: true }));
    const slides = page.getByRole('list', { name: 'Slides' });
    await slides.getByText('Win rate 30', { exact: false }).first().waitFor({ timeout: 90_000 });
    await launched.screenshot('review');
    await press(page.getByRole('button', { name: 'Export' }));
    await press(page.getByRole('menuitemradio', { name: 'PowerPoint' }).first());
    await page.getByText('Saved review.pptx').waitFor({ timeout: 60_000 });
    expect(clicks).toBe(4);
    expect(existsSync(target)).toBe(true);
    const zip = await JSZip.loadAsync(readFileSync(target));
    expect(
      Object.keys(zip.files).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).length,
    ).toBeGreaterThanOrEqual(8);
    const headlines = await slideNames(page);
    for (const [paper, width] of [
      ['Sheets of the slides’ size', 960],
      ['A4, lying', 842],
    ] as const) {
      const printed = join(folder, `${width}.pdf`);
      await saveTo(app, printed);
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitemradio', { name: paper }).click();
      await page.getByText(`Saved ${width}.pdf`).waitFor({ timeout: 60_000 });
      const pdf = readPdf(readFileSync(printed));
      expect(pdf.sheets).toHaveLength(headlines.length);
      expect(pdf.sheets.every((sheet) => Math.abs(sheet - width) <= 1)).toBe(true);
      expect(pdf.tagged).toBe(true);
      expect(pdf.headings).toEqual(headlines);
      expect(pdf.letters).toBe(true);
    }
    await look(page);
    await pseudonyms(page);
    const masked = join(folder, 'masked.pptx');
    await saveTo(app, masked);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitemradio', { name: 'PowerPoint' }).last().click();
    await page.getByText('Saved masked.pptx').waitFor({ timeout: 60_000 });
    await expectOwnLook(masked);
    await saveTo(app, join(folder, 'given.quarterdeck'));
    await page.getByRole('button', { name: 'Names: pseudonyms' }).click();
    await page.getByText('Share a copy of the workspace…').click();
    await page.getByText('Saved given.quarterdeck').waitFor({ timeout: 90_000 });
    expect(readdirSync(join(folder, 'given.quarterdeck')).length).toBeGreaterThan(1);
    await makeAgain(launched, join(folder, 'second.csv.zip'));
    await launched.screenshot('review-again');
    expect(
      readdirSync(folder).filter(
        (name) => !/^(?:review\.pptx|(?:960|842)\.pdf|masked\.pptx|second\.csv\.zip|given\.quarterdeck)$/.test(name),
      ),
    ).toEqual([]);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});
