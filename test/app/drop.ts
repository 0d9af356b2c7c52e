import type { Page } from 'playwright-core';

/** A real drop: the files come from the disk through an input, so the program can ask where they lie. */
export async function drop(page: Page, paths: readonly string[]): Promise<void> {
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
