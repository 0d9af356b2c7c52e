// What a screen reader's user and a weak eye need, held against the laid-out page of the real program: every place, in the dark and in the longer language.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LaunchedApp } from './harness';
import { launchWithSample } from './sample';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchWithSample();
  const { page } = launched;
  await page.evaluate(() => localStorage.setItem('quarterdeck.language', 'ms'));
  await page.evaluate(async () => (window as unknown as { quarterdeck: Theming }).quarterdeck.setTheme('dark'));
  await page.reload();
  await page.locator('html[data-theme="dark"][lang="ms"]').waitFor();
  await page.evaluate(axe);
}, 180_000);

afterAll(() => launched.close());

interface Theming {
  readonly setTheme: (choice: 'dark') => Promise<void>;
}

/** What is wrong with what is on screen, once nothing is waited for. */
async function faults(): Promise<readonly string[]> {
  const { page } = launched;
  await page.locator('.page:not([data-asking])').waitFor({ timeout: 60_000 });
  await expect.poll(() => page.locator('.answer-waiting:empty').count(), { timeout: 60_000 }).toBe(0);
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

it.each(['overview', 'funnel', 'pipeline', 'retention', 'customers', 'reps', 'growth', 'seats', 'import', 'review'])(
  '%s and what is beside it under its tabs',
  async (place) => {
    const { page } = launched;
    await page.locator(`.rail-entry[data-place="${place}"]`).click();
    await page.locator('h1').waitFor({ timeout: 60_000 });
    expect(await faults()).toEqual([]);
    const tabs = page.locator('.tabs .tab');
    for (let at = 1; at < (await tabs.count()); at++) {
      await tabs.nth(at).click();
      await page.locator('h1').waitFor({ timeout: 60_000 });
      expect(await faults(), String(at)).toEqual([]);
    }
  },
  120_000,
);
