import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { goTo, patience } from '../hands';
import { saveSlides } from '../slides';
import { lastQuarter, percent, won, lost } from './facts';

/** The review of the last quarter, from the page to a file whose slides are read back. */
export function reviewStory(window: () => Page, app: () => ElectronApplication): void {
  it('is of what the files can tell, says what is left out, and is saved as slides that say the same', async () => {
    const page = window();
    await goTo(page, 'Review');
    const list = page.getByRole('list', { name: 'Slides' }).getByRole('listitem');
    await list.filter({ hasText: 'Win rate by team: no difference beyond chance.' }).waitFor(patience);
    for (const name of ['What changed in the pipeline', 'Customers who refer', 'Skills'])
      await list.filter({ hasText: new RegExp(`^–\\s*${name}\\s*left out$`) }).waitFor(patience);
    const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-maven-'));
    try {
      const slides = await saveSlides(app(), page, join(folder, 'maven.pptx'));
      const text = slides.join('\n');
      const late = ({ closed }: { closed: string }): boolean => closed >= lastQuarter;
      const rate = percent(won.filter(late).length / [...won, ...lost].filter(late).length);
      expect(text).toContain(`Win rate ${rate}, no clear change from Q3 (61.4%).`);
      expect(text).toContain('Most is lost from Qualified to Won: 34.9% go on.');
      expect(text).not.toMatch(/NaN|undefined|\{\w+\}/);
      expect(readFileSync(join(folder, 'maven.pptx')).length).toBeGreaterThan(10_000);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 180_000);
}
