import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoadEvent } from '../../electron/contract';
import { everything } from '../../electron/model/question';
import { numbersOf } from '../../electron/model/table';
import { createSession } from '../../electron/session';

const home = mkdtempSync(join(tmpdir(), 'quarterdeck-undo-'));
const session = createSession();

beforeAll(async () => {
  await session.open(join(home, 'w'), true);
});
afterAll(async () => {
  await session.close();
  rmSync(home, { recursive: true, force: true });
});

/** Loads a hundred deals of which so many are won; gives the import's id. */
async function load(won: number): Promise<string> {
  const lines = Array.from(
    { length: 100 },
    (_, i) => `o${i},2026-01-05,${i < won ? 'Won' : 'Proposal'},${i < won ? '2026-02-10' : ''},${i < won}`,
  );
  const path = join(home, 'deals.csv');
  writeFileSync(path, ['opportunity_id,created_at,stage,closed_at,is_won', ...lines].join('\n'));
  let last: LoadEvent | undefined;
  for await (const event of session.load([await session.stage(path)], {})) last = event;
  return last?.type === 'done' ? (last.result.import_id ?? '') : '';
}

async function won(): Promise<number | null> {
  const { table } = await session.answer('win-rate', everything);
  return numbersOf(table, 'numerator')[0] ?? null;
}

describe('an import taken back while answers are read', () => {
  it('is taken back, and who reads the new revision never gets the old figure', async () => {
    await load(20);
    const id = await load(25);
    const { revision } = await session.state();
    let done = false;
    const seen: { revision: number; won: number | null }[] = [];
    const reader = async (name: string): Promise<void> => {
      for (let i = 0; !done; i++) {
        const state = await session.state();
        await session.answer('win-rate', { ...everything, filters: { rep: [`${name}${i}`] } });
        seen.push({ revision: state.revision, won: await won() });
      }
    };
    const readers = ['a', 'b', 'c', 'd'].map(reader);
    while (seen.length < 4) await new Promise((resolve) => setTimeout(resolve, 1));
    await session.undo(id);
    done = true;
    await Promise.all(readers);
    expect(seen.some((one) => one.revision === revision && one.won === 25)).toBe(true);
    expect(seen.filter((one) => one.revision > revision && one.won !== 20)).toEqual([]);
    expect((await session.state()).revision).toBeGreaterThan(revision);
    expect(await won()).toBe(20);
  });

  it('loses no note that was kept meanwhile', async () => {
    const id = await load(30);
    await Promise.all([session.undo(id), session.saveNote('r1', 'asks good questions'), session.saveNote('r2', 'new')]);
    expect(await session.notes()).toEqual({ r1: 'asks good questions', r2: 'new' });
    expect(await won()).toBe(20);
  });

  it('leaves saved views where they are, also when the workspace is opened again', async () => {
    const view = { id: 'a', name: 'Losses', asked: '{"form":1,"asked":{}}' };
    await session.keepView('a', view);
    await session.keepView('b', { ...view, id: 'b' });
    const id = await load(40);
    await Promise.all([session.undo(id), session.keepView('b', null)]);
    expect((await session.state()).views).toEqual([view]);
    await session.close();
    expect((await session.open(join(home, 'w'), false)).views).toEqual([view]);
  });
});
