// The published CRM export through the window, view by view, in one start of the real program: every number is one published with it, or counted from its files apart from the program.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { hasSharedData, sharedData } from '../shared-data';
import { drop } from './drop';
import { closeAll, goTo, patience } from './hands';
import type { LaunchedApp } from './harness';
import { launchApp } from './harness';
import { customerStories } from './maven/customers';
import { dataStories } from './maven/data';
import { peopleStories } from './maven/people';
import { salesStories } from './maven/sales';
import { reviewStory } from './maven/review';

describe.skipIf(!hasSharedData)('the published CRM export through the window', () => {
  let deck: LaunchedApp;
  const page = (): Page => deck.page;

  beforeAll(async () => {
    deck = await launchApp();
    const files = ['accounts', 'products', 'sales_teams', 'sales_pipeline'];
    await drop(
      deck.page,
      files.map((name) => sharedData('maven-crm-sales-opportunities', `${name}.csv`)),
    );
  }, 180_000);
  afterAll(() => deck.close(), 60_000);

  // What one story leaves open stands in the way of no other.
  afterEach(() => closeAll(deck.page));

  describe('Data', () => dataStories(page));
  describe('Review', () => reviewStory(page, () => deck.app));
  describe('Overview, Funnel and Pipeline', () => salesStories(page));
  describe('Retention, Customers and Growth', () => customerStories(page));
  describe('Reps and Team', () => peopleStories(page, () => deck.app));

  it('changes language while it runs, and keeps the numbers', async () => {
    await goTo(page(), 'Overview');
    await page().getByRole('button', { name: 'Language: EN', exact: true }).click(patience);
    await page().getByRole('menuitemradio', { name: 'Bahasa Melayu' }).click(patience);
    await page().getByRole('navigation').getByText('Ringkasan', { exact: true }).waitFor(patience);
    await page().getByText('63.2%').first().waitFor(patience);
    await page()
      .locator('html[lang="ms"]')
      .waitFor({ state: 'attached', ...patience });
    await deck.screenshot('maven-overview-ms');
  }, 90_000);
});
