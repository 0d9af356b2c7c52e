import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import type { ElectronApplication, Page } from 'playwright-core';
import { patience } from './hands';

/** Answers the next question of where to save with this path. */
export async function saveTo(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
}

/** Saves the review on screen as a presentation, and gives the text of each of its slides in their order. */
export async function saveSlides(app: ElectronApplication, page: Page, file: string): Promise<readonly string[]> {
  await saveTo(app, file);
  await page.getByRole('button', { name: 'Export' }).click(patience);
  await page.getByRole('menuitemradio', { name: 'PowerPoint' }).first().click(patience);
  await page.getByText(`Saved ${file.split('/').at(-1) ?? ''}`).waitFor(patience);
  const { files } = await JSZip.loadAsync(readFileSync(file));
  const numbered = Object.keys(files).flatMap((name) => {
    const number = /^ppt\/slides\/slide(\d+)\.xml$/.exec(name)?.[1];
    return number === undefined ? [] : [{ name, number: Number(number) }];
  });
  numbered.sort((a, b) => a.number - b.number);
  return Promise.all(numbered.map(async ({ name }) => textOf((await files[name]?.async('string')) ?? '')));
}

// The runs of a paragraph are one text, each paragraph a line.
function textOf(slide: string): string {
  return slide
    .split('</a:p>')
    .map((paragraph) => [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join(''))
    .filter((text) => text !== '')
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
