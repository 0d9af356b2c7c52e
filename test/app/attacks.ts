import type { ElectronApplication, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Bridge } from '../../electron/contract';

declare global {
  interface Window {
    readonly quarterdeck: Bridge;
    /** Directives of the content policy that refused something since the attack began. */
    refused: string[];
    /** Set by an attack that came through. */
    harm: string | undefined;
  }
}

/** Address of the page. */
export const home = 'app://quarterdeck/index.html';

/** Begins an attack: what the content policy refuses from now on is written down in the page. */
export async function beginAttack(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (!('refused' in window)) {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        window.refused.push(effectiveDirective),
      );
    }
    window.refused = [];
    window.harm = undefined;
  });
}

/** Checks after an attack that the one window still shows the page and that nothing of the attack ran. */
export async function expectUnharmed(app: ElectronApplication, page: Page): Promise<void> {
  await page.waitForTimeout(200);
  expect(page.url()).toBe(home);
  expect(app.windows()).toHaveLength(1);
  expect(await page.evaluate(() => window.harm)).toBeUndefined();
}

/** The settings that each page of the program really runs with. */
export function preferencesOf(app: ElectronApplication): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const reader: unknown = contents;
      return (reader as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
    }),
  );
}
