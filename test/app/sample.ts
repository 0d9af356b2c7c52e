import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { z } from 'zod';
import { appFolder, launchApp } from './harness';
import type { LaunchedApp } from './harness';

const name = 'Sample.quarterdeck';
const samples = join(appFolder, 'samples');

/**
 * Starts the program and opens the sample workspace, with its overview drawn. The files are loaded once a run, by the command, for every story that is not about loading them;
 * each story works on a copy of its own.
 */
export async function launchWithSample(): Promise<LaunchedApp> {
  const whole = loadedSample();
  const launched = await launchApp({
    prepare: (userData) => cpSync(whole, join(userData, name), { recursive: true }),
  });
  await launched.page.getByRole('button', { name: 'Open the sample' }).click();
  await launched.page.getByText('Conversation conversion').first().waitFor({ timeout: 120_000 });
  return launched;
}

/** Folder of the loaded sample; its name is there only once it is whole. */
function loadedSample(): string {
  const folder = join(inject('sampleHome'), name);
  if (existsSync(folder)) return folder;
  const making = join(inject('sampleHome'), 'making', name);
  const command = (verb: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(appFolder, 'dist/cli/cli.cjs'), verb, ...args, '--workspace', making], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  mkdirSync(join(making, '..'), { recursive: true });
  command('import', ...readdirSync(samples).flatMap((file) => (file.endsWith('.csv') ? [join(samples, file)] : [])));
  const settings = z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(join(samples, 'settings.json'), 'utf8')));
  command('settings', ...Object.entries(settings).map(([key, value]) => `${key}=${value}`));
  renameSync(making, folder);
  return folder;
}
