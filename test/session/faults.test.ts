import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '../../electron/session';
import { everything } from '../../electron/model/question';
import { rowsOf } from '../../electron/model/table';
import { OpenDeck } from './open-deck';
import { mayMount } from './may-mount';

const deals = 'Deal ID,Created date,Stage,Amount,Close date\n1,2026-01-01,Won,5,2026-02-01\n2,2026-01-01,New,6,\n';
const endless = 'select sum(a.range * b.range * c.range) from range(10000000) a, range(10000000) b, range(10000000) c';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
  await deck.loadText('deals.csv', deals);
});
afterEach(() => deck.close());

describe('fault 7: what the database writes first is cut, emptied, foreign or gone', () => {
  const wal = () => join(deck.folder, 'data.duckdb.wal');

  it.each<[string, () => void]>([
    ['emptied', () => writeFileSync(wal(), '')],
    ['foreign', () => writeFileSync(wal(), Buffer.alloc(4_096, 7))],
    ['cut', () => (writeFileSync(wal(), Buffer.alloc(64, 1)), truncateSync(wal(), 10))],
    ['gone', () => rmSync(wal(), { force: true })],
  ])('%s: the rows of the last import are all there, and what was made anew is said', async (_name, harm) => {
    await deck.workspace.close();
    harm();
    await deck.reopen();
    expect(
      await deck.rows('select opportunity_id as id, amount::double as money from opportunities order by 1'),
    ).toEqual([
      { id: '1', money: 5 },
      { id: '2', money: 6 },
    ]);
    const rebuilt = deck.workspace.notices.filter(({ code }) => code === 'database_rebuilt');
    expect(deck.workspace.notices).toEqual(rebuilt);
  });
});

const sealed = mkdtempSync(join(tmpdir(), 'quarterdeck-sealed-'));
afterAll(() => rmSync(sealed, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;

/** Takes the right to write into a folder, at a place where it is then to be found; gives the way to give it back. Nothing but a mount stops root. */
function seal(folder: string): { place: string; unseal: () => void } {
  if (!isRoot) {
    const mode = (rights: string) => execFileSync('chmod', ['-R', rights, folder]);
    mode('a-w');
    return { place: folder, unseal: () => mode('u+w') };
  }
  execFileSync('mount', ['--bind', folder, sealed]);
  execFileSync('mount', ['-o', 'remount,bind,ro', sealed]);
  return { place: sealed, unseal: () => execFileSync('umount', [sealed]) };
}

describe.skipIf(isRoot && !mayMount)('fault 16: a medium that cannot be written to', () => {
  it('opens for reading, says so, answers, and takes no import', async () => {
    const session = createSession();
    await deck.workspace.close();
    await session.open(deck.folder, false);
    await session.close();
    const before = statSync(join(deck.folder, 'workspace.json')).mtimeMs;
    const { place, unseal } = seal(deck.folder);
    try {
      const state = await session.open(place, false);
      expect(state).toMatchObject({ readOnly: true, notices: [{ code: 'read_only' }] });
      const { table } = await session.answer('win-rate', everything);
      expect(rowsOf(table)[0]).toMatchObject({ numerator: 1, denominator: 1 });
      await expect(session.stage(deck.file('more.csv', deals))).rejects.toMatchObject({ code: 'workspace_read_only' });
      await expect(session.setting('currency', 'MYR')).rejects.toMatchObject({ code: 'workspace_read_only' });
    } finally {
      await session.close();
      unseal();
    }
    expect(statSync(join(deck.folder, 'workspace.json')).mtimeMs).toBe(before);
  });
});

describe('fault 20: the same workspace twice', () => {
  it('is refused while it is open, naming who has it, and opens once it is free', async () => {
    const second = createSession();
    await expect(second.open(deck.folder, false)).rejects.toMatchObject({
      code: 'workspace_locked',
      args: { pid: process.pid },
    });
    await deck.workspace.close();
    expect(await second.open(deck.folder, false)).toMatchObject({ open: true, readOnly: false });
    await second.close();
  });
});

describe('fault 23: a query that never ends', () => {
  it('stops when it is cancelled, and the next one is answered', async () => {
    await deck.workspace.close();
    const session = createSession();
    await session.open(deck.folder, false);
    const stop = new AbortController();
    const running = session.sql(endless, false, stop.signal);
    setTimeout(() => stop.abort(), 100);
    await expect(running).rejects.toMatchObject({ code: 'query_cancelled' });
    const { table } = await session.sql('select count(*) as n from opportunities', false);
    expect(rowsOf(table)).toEqual([{ n: 2 }]);
    await session.close();
  });

  it('does not keep the workspace from closing', async () => {
    await deck.workspace.close();
    const session = createSession();
    await session.open(deck.folder, false);
    const running = session.sql(endless, false).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await session.close();
    expect(await running).toMatchObject({ code: 'query_cancelled' });
  });
});
