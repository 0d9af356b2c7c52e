/** Ten thousand rows of eight columns from the engine to the page, in a real window, against packed columns of the same result over the same kind of port. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { bundleFor, programFolder, resultOf } from './electron';
import type { Figure } from './figure';
import { ratioOf } from './figure';
import type { Ground } from './ground';

const times = z.object({ ours: z.array(z.number()), packed: z.array(z.number()) });
const rows = 10_000;

/** Rounds are many and short: the first ones, while code is still being compiled, are left out. */
export async function measureTransfer(ground: Ground): Promise<Figure[]> {
  const folder = await programFolder(join(ground.folder, 'programs'), 'transfer', 'main.cjs');
  const place = join(import.meta.dirname, 'transfer');
  for (const name of ['main', 'preload', 'packed-engine'])
    await bundleFor('node', join(place, `${name}.ts`), folder, `${name}.cjs`);
  await bundleFor('node', join(import.meta.dirname, '../../electron/engine.ts'), folder, 'engine.cjs');
  await bundleFor('page', join(place, 'page.ts'), folder, 'page.js');
  await writeFile(join(folder, 'page.html'), '<!doctype html><meta charset="utf-8"><script src="page.js"></script>');
  const warming = 10;
  const rounds = warming + ground.rounds * 10;
  const search = new URLSearchParams({ rows: String(rows), rounds: String(rounds), folder: join(folder, 'workspace') });
  const result = times.parse(await resultOf([folder], folder, { BENCH_SEARCH: `?${search.toString()}` }));
  const samples = (all: readonly number[]) => all.slice(warming).map((ms) => ({ ms }));
  const named = {
    name: 'transfer',
    what: `${rows} rows of 8 columns through the free SQL call, its guard included, to a chart's reading`,
    yardstick: 'packed columns over the same kind of port',
    goal: 1.2,
  };
  return [ratioOf(named, samples(result.ours), samples(result.packed))];
}
