import { afterAll, describe, expect, it, vi } from 'vitest';
import { query } from '../../electron/db/run';
import type { Database } from '../../electron/db/open';
import { UserError } from '../../electron/model/errors';
import { laterNames } from '../../electron/model/derived';
import { textsOf } from '../../electron/model/table';
import { getReady, giveWay, heed } from '../../electron/session/ahead';
import type { Ground } from '../../electron/session/answer';
import { closeGrounds, groundOf } from '../analytics/ground';

const deals = [{ opportunity_id: 'o', created_at: '2026-01-02', stage: 'Won', is_won: true, closed_at: '2026-02-01' }];

afterAll(closeGrounds);

async function tablesOf({ database, schema }: Ground): Promise<readonly string[]> {
  const sql = 'select table_name as name from duckdb_tables() where schema_name = cast($schema as varchar)';
  return textsOf(await database.read((connection) => query(connection, sql, { schema })), 'name').flatMap(
    (name) => name ?? [],
  );
}

/** The same ground with a writer whose jobs begin one by one and end when they are told to, or when they are given up. */
function slow(ground: Ground) {
  let refused = 0;
  let reads = 0;
  const begun: { readonly end: () => void }[] = [];
  const waiting: (() => void)[] = [];
  const database: Database = {
    ...ground.database,
    readOnly: false,
    read: (job, signal) => {
      reads++;
      return ground.database.read(job, signal);
    },
    write: (job, signal) =>
      new Promise((resolve, reject) => {
        const refuse = () => {
          refused++;
          reject(new UserError('query_cancelled'));
        };
        if (signal?.aborted) return refuse();
        signal?.addEventListener('abort', refuse, { once: true });
        begun.push({ end: () => void ground.database.write(job).then(resolve, reject) });
        waiting.shift()?.();
      }),
  };
  const next = async () => {
    if (begun.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    return begun.shift();
  };
  return { ground: { ...ground, database }, next, refused: () => refused, reads: () => reads };
}

describe('what the first screen needs', () => {
  it('is not begun while the screen itself is on its way: a while after the opening, and after whatever was asked last', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const { ground, reads } = slow(await groundOf({ opportunities: deals }));
    const stop = new AbortController();
    const ready = getReady(ground, stop.signal, 1000);
    await vi.advanceTimersByTimeAsync(900);
    heed(ground);
    await vi.advanceTimersByTimeAsync(900);
    expect(reads()).toBe(0);
    await vi.advanceTimersByTimeAsync(400);
    expect(reads()).toBeGreaterThan(0);
    stop.abort();
    vi.useRealTimers();
    await ready;
  });

  it('is made before anybody asks, and nothing else is', async () => {
    const ground = await groundOf({ opportunities: deals });
    await getReady(ground, new AbortController().signal, 0);
    const made = await tablesOf(ground);
    expect(made).toEqual(expect.arrayContaining(['customers', 'touches', 'open_stays', 'open_ages']));
    expect(laterNames.filter((name) => made.includes(name))).not.toContain('skill_trials');
  });

  it('is broken off for a question about other tables, twice, and begun again', async () => {
    const { ground, next, refused } = slow(await groundOf({ opportunities: deals }));
    const stop = new AbortController();
    const ready = getReady(ground, stop.signal, 0);
    for (let broken = 0; broken < 2; broken++) {
      await next();
      // The first that is made: whoever needs it waits for it.
      giveWay(ground, ['customers']);
      giveWay(ground, ['ramps']);
    }
    const third = await next();
    giveWay(ground, ['ramps']);
    expect(refused()).toBe(2);
    third?.end();
    await next();
    expect(await tablesOf(ground)).toContain('parties');
    stop.abort();
    await ready;
    expect(await tablesOf(ground)).not.toContain('customers');
  });
});
