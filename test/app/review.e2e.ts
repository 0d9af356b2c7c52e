import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, describe, expect, it } from 'vitest';
import type { LaunchedApp } from './harness';
import { launchApp } from './harness';

let launched: LaunchedApp | null = null;
const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-review-'));

afterEach(async () => {
  await launched?.close();
  launched = null;
  rmSync(folder, { recursive: true, force: true });
});

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
  });
});
