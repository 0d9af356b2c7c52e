import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { readPdf } from './pdf';
import type { LaunchedApp } from './harness';
import { launchApp } from './harness';

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

describe('the review', () => {
  it('goes from the sample files to saved slides in four clicks', { timeout: 240_000 }, async () => {
    launched = await launchApp();
    const { app, page } = launched;
    const target = join(folder, 'review.pptx');
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, target);
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await page.getByText('Bookings reached').first().waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    const slides = page.getByRole('list', { name: 'Slides' });
    await slides.getByText('Win rate 30', { exact: false }).first().waitFor({ timeout: 90_000 });
    await launched.screenshot('review');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitemradio', { name: 'PowerPoint' }).first().click();
    await page.getByText('Saved review.pptx').waitFor({ timeout: 60_000 });
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
      await app.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
      }, printed);
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
    expect(readdirSync(folder).filter((name) => !/^(?:review\.pptx|(?:960|842)\.pdf)$/.test(name))).toEqual([]);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});
