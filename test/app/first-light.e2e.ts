import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { drop } from './drop';
import { figure, goTo, load, patience } from './hands';
import type { LaunchedApp } from './harness';
import { launchApp } from './harness';

let home: string;
let deck: LaunchedApp;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'quarterdeck-story-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('from dropped files to the first number', () => {
  const dealsWon = (won: number): string => {
    const lines = Array.from(
      { length: 100 },
      (_, i) => `o${i},2026-01-05,${i < won ? 'Won' : 'Proposal'},Aina,${i < won ? '2026-02-10' : ''},${i < won}`,
    );
    const path = join(home, 'deals.csv');
    writeFileSync(path, ['opportunity_id,created_at,stage,owner_id,closed_at,is_won', ...lines].join('\n'));
    return path;
  };

  beforeAll(async () => {
    const activities = ['activity_id,at,kind,opportunity_id,is_conversation'].concat(
      Array.from({ length: 100 }, (_, i) => `a${i},2026-01-20,call,o${i},true`),
    );
    writeFileSync(join(home, 'activities.csv'), activities.join('\n'));
    deck = await launchApp();
  }, 120_000);
  afterAll(() => deck.close(), 60_000);

  it('shows 20.0% with 13.3–28.9 on Overview, and no amounts where there are none', async () => {
    const { page } = deck;
    await drop(page, [dealsWon(20), join(home, 'activities.csv')]);
    await load(page);
    await goTo(page, 'Overview');
    await figure(page, '20.0%').waitFor(patience);
    await page.getByText('13.3–28.9 · n 100').waitFor(patience);
    await page
      .getByRole('heading', { level: 1, name: /^20 deals were won in Q1 FY26, with no amount/ })
      .waitFor(patience);
    await deck.screenshot('first-number');
  }, 180_000);

  it('shows 25.0% once five more are won, and 20.0% again when that is taken back', async () => {
    const { page } = deck;
    await drop(page, [dealsWon(25)]);
    await load(page);
    await goTo(page, 'Overview');
    await figure(page, '25.0%').waitFor(patience);
    await goTo(page, 'Data');
    await page.getByRole('button', { name: 'Undo this import' }).first().click(patience);
    await goTo(page, 'Overview');
    await figure(page, '20.0%').waitFor(patience);
  }, 180_000);
});
