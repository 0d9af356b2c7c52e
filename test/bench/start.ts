/** Cold start and idle memory of the built program, against a window that says hello. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { appFolder, launchApp } from '../app/harness';
import { bundleFor, openScreen, programFolder, resultOf } from './electron';
import type { Figure, Sample } from './figure';
import { memoryRatioOf, ratioOf } from './figure';
import type { Ground } from './ground';
import { inTurns } from './in-turns';

const seen = z.object({ painted: z.number(), engine: z.number().optional(), mb: z.number() });

/** Each repetition is a start of its own with a fresh folder of settings; the file cache is warm. */
export async function measureStart(ground: Ground): Promise<Figure[]> {
  if (!existsSync(join(appFolder, 'dist/main/main.cjs'))) throw new Error('build the program first: npm run build');
  const folder = await programFolder(join(ground.folder, 'programs'), 'hello', 'hello.cjs');
  const place = join(import.meta.dirname, 'start');
  for (const name of ['hello', 'watch']) await bundleFor('node', join(place, `${name}.ts`), folder, `${name}.cjs`);
  await writeFile(
    join(folder, 'hello.html'),
    '<!doctype html><meta charset="utf-8"><title>Hello</title><h1>Hello</h1>',
  );
  const workspace = await ground.handOver();
  const screen = await openScreen();
  try {
    await seenBefore(workspace, screen.env);
    return await measuredOn(screen.env, ground.rounds, folder, workspace);
  } finally {
    screen.close();
  }
}

// A saved dashboard is one that somebody looked at before.
async function seenBefore(workspace: string, env: Readonly<Record<string, string>>): Promise<void> {
  const { app, page } = await launchApp({ workspace, env });
  for (const shown of ['.answer-head h1', '.page:not([data-asking]) .pillars .picture'])
    await page.waitForSelector(shown, { timeout: 120_000 });
  await app.close();
}

async function measuredOn(
  screen: Readonly<Record<string, string>>,
  rounds: number,
  folder: string,
  workspace: string,
): Promise<Figure[]> {
  const engine: Sample[] = [];
  const start = async (args: readonly string[], env: Record<string, string>): Promise<Sample> => {
    const result = seen.parse(
      await resultOf(['-r', join(folder, 'watch.cjs'), ...args], folder, { ...screen, ...env }),
    );
    if (result.engine !== undefined && env['BENCH_DASHBOARD'] === undefined) engine.push({ ms: result.engine });
    return { ms: result.painted, mb: result.mb };
  };
  const { hello, shell, dashboard } = await inTurns(
    rounds + 1,
    {
      hello: () => start([folder], {}),
      shell: () => start([appFolder], { BENCH_ENGINE: '1' }),
      dashboard: () => start([appFolder, workspace], { BENCH_ENGINE: '1', BENCH_DASHBOARD: '1' }),
    },
    true,
  );
  const yardstick = 'a hello-world window';
  const named = { yardstick, what: 'from the start of the process' };
  return [
    ratioOf({ ...named, name: 'cold start, painted shell', goal: 1.5 }, shell, hello),
    ratioOf({ ...named, name: 'cold start, engine ready', goal: 1.6 }, engine.slice(1), hello),
    ratioOf({ ...named, name: 'cold start, saved dashboard', goal: 2 }, dashboard, hello),
    memoryRatioOf({ yardstick, what: 'sum of working sets', name: 'idle memory', goal: 1.5 }, shell, hello),
  ];
}
