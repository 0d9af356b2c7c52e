import type { ElectronApplication, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What is waited for may take its time on a busy machine; nothing that waits so measures it. */
export const patience = { timeout: 60_000 };

/** Loads what lies on the table; where stages that end a deal wait to be confirmed, they are as suggested. */
export async function load(page: Page): Promise<void> {
  const confirm = page.getByRole('button', { name: /^Confirm \d+/ });
  const ready = page.getByRole('button', { name: /^Import [\d,]+ rows$/ });
  await confirm.or(ready).first().waitFor(patience);
  if (await confirm.isVisible()) await page.getByRole('button', { name: 'Yes', exact: true }).click(patience);
  await ready.click(patience);
  await page.getByRole('heading', { level: 1, name: /rows imported\.$/ }).waitFor(patience);
}

/** Goes to a view by its name, and to one of its tabs. */
export async function goTo(page: Page, view: string, tab?: string): Promise<void> {
  await page.getByRole('navigation').first().getByText(view, { exact: true }).click(patience);
  if (tab !== undefined) await page.locator('.tabs').getByRole('button', { name: tab, exact: true }).click(patience);
}

export async function allOfHistory(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Period: / }).click(patience);
  await page.getByRole('radio', { name: 'All', exact: true }).click(patience);
  await page.getByRole('dialog', { name: 'Period' }).waitFor({ state: 'hidden', ...patience });
}

/** Waits until the first headline says this. */
export async function headline(page: Page, said: RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: said }).waitFor(patience);
}

/** A figure that says how it is worked out when it is pressed. */
export function figure(page: Page | Locator, text: string): Locator {
  return page.getByRole('button', { name: `Show how ${text} is worked out`, exact: true }).first();
}

/** The line of a list of measures that begins with a name. */
export function line(page: Page, list: string, name: string): Locator {
  return page.getByRole('list', { name: list, exact: true }).getByRole('listitem').filter({ hasText: name });
}

/** Closes every dialog that is open. */
export async function closeAll(page: Page): Promise<void> {
  const dialogs = page.getByRole('dialog');
  const closed = async (): Promise<boolean> => {
    if ((await dialogs.count()) > 0) await page.keyboard.press('Escape');
    return (await dialogs.count()) === 0;
  };
  await expect.poll(closed, patience).toBe(true);
}

/** Opens the rows behind the mark of a picture that says this, and holds them to be as many; the marks are walked from the last or the first on. */
export async function rowsBehind(page: Page, picture: string, mark: RegExp, rows: number): Promise<void> {
  const stage = page.getByRole('application', { name: picture, exact: true });
  await stage.focus(patience);
  const here = page.locator('.chart-here');
  const told = async (key: string): Promise<string> => {
    await page.keyboard.press(key);
    return (await here.first().getAttribute('aria-label', patience)) ?? '';
  };
  let said = await told('End');
  if (!mark.test(said)) said = await told('Home');
  for (let step = 0; step < 60 && !mark.test(said); step++) said = await told('ArrowRight');
  expect(said).toMatch(mark);
  await page.keyboard.press('Enter');
  await page.getByText(`${rows.toLocaleString('en')} rows behind the mark`).waitFor(patience);
  await closeAll(page);
}

/** Texts of the cells of the rows that are drawn, without the heads. */
export function cellsOf(rows: Locator): Promise<string[][]> {
  return rows.evaluateAll((found) =>
    found.flatMap((row) => {
      const cells = [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent);
      return cells.length > 0 ? [cells] : [];
    }),
  );
}

/** A part that no file fills says which kind of list would, opens the choice of files, and tells what such a list has. */
export async function needs(part: Locator, list: string, about: RegExp): Promise<void> {
  await part.getByText(`Needs ${list}: none has been imported yet.`, { exact: true }).first().waitFor(patience);
  await part.getByRole('button', { name: 'Import files' }).first().waitFor(patience);
  await part.getByRole('button', { name: 'What do I need to import for this?' }).first().click(patience);
  await part.page().getByRole('dialog').getByText(about).waitFor(patience);
  await closeAll(part.page());
}

/** Pastes a block of a spreadsheet into the grid that has the focus, from its chosen cell on. */
export async function pasteRows(
  app: ElectronApplication,
  page: Page,
  rows: readonly (readonly string[])[],
): Promise<void> {
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), rows.map((row) => row.join('\t')).join('\n'));
  const cdp = await page.context().newCDPSession(page);
  const key = { key: 'v', code: 'KeyV', modifiers: 2, windowsVirtualKeyCode: 86 };
  const said = rows.length === 1 ? '1 row changed and not used yet' : `${rows.length} rows changed and not used yet`;
  // A busy screen may hand over what was copied late: it is waited for before it is pasted once more, or the second would come after the first was used.
  const pasted = async (): Promise<boolean> => {
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, commands: ['paste'] });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    const shown = page.getByText(said).waitFor({ timeout: 5_000 });
    return shown.then(
      () => true,
      () => false,
    );
  };
  await expect.poll(pasted, patience).toBe(true);
}
