import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../electron/db/open';
import { UserError } from '../../electron/model/errors';
import { everything } from '../../electron/model/question';
import type { Table } from '../../electron/model/table';
import { answerMetric } from '../../electron/session/answer';
import { gatheredOnce } from '../../electron/session/gathered';
import { closeGrounds, groundOf } from '../analytics/ground';
import { sixSellers } from '../analytics/sellers';

afterAll(closeGrounds);

const empty: Table = { length: 0, columns: [] };

describe('rows that several metrics finish', () => {
  it('are read once for the same statement and values', async () => {
    const ground = await groundOf({});
    const read = vi.fn(() => Promise.resolve<Table>({ ...empty }));
    const first = await gatheredOnce(ground, 'select 1', { a: 1, b: null }, read);
    expect(await gatheredOnce(ground, 'select 1', { b: null, a: 1 }, read)).toBe(first);
    expect(read).toHaveBeenCalledTimes(1);
    await gatheredOnce(ground, 'select 1', { a: 2, b: null }, read);
    await gatheredOnce(ground, 'select 2', { a: 1, b: null }, read);
    await gatheredOnce(await groundOf({}), 'select 1', { a: 1, b: null }, read);
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('are read again after a reading that was cancelled, and after others took their place', async () => {
    const ground = await groundOf({});
    const cancelled = () => Promise.reject(new UserError('query_cancelled'));
    await expect(gatheredOnce(ground, 'select 1', {}, cancelled)).rejects.toThrow('query_cancelled');
    const read = vi.fn(() => Promise.resolve(empty));
    for (const text of ['select 1', 'select 2', 'select 3', 'select 4', 'select 5', 'select 1'])
      await gatheredOnce(ground, text, {}, read);
    expect(read).toHaveBeenCalledTimes(6);
    await gatheredOnce(ground, 'select 5', {}, read);
    expect(read).toHaveBeenCalledTimes(6);
  });

  it('are not finished for somebody who gave up while they were read', async () => {
    const ground = await groundOf({
      opportunities: [{ opportunity_id: 'o1', created_at: '2026-01-01', is_won: true, is_closed: true }],
    });
    const stop = new AbortController();
    const database: Database = {
      readOnly: false,
      // The reading itself is over by the time it is told.
      read: async (job) => {
        const done = await ground.database.read(job);
        stop.abort();
        return done;
      },
      write: (job) => ground.database.write(job),
      close: () => Promise.resolve(),
    };
    await expect(answerMetric({ ...ground, database }, 'win-rate', everything, stop.signal)).rejects.toThrow(
      'query_cancelled',
    );
  });

  it('are no longer fitted for somebody who gave up between two skills or two people', async () => {
    const six = await groundOf(sixSellers);
    // A signal that counts how often it is looked at, and tells of a withdrawal from some look on.
    const asked = async (metric: string, last = Infinity) => {
      let looks = 0;
      const { signal } = new AbortController();
      Object.defineProperty(signal, 'aborted', { get: () => ++looks > last });
      await answerMetric({ ...six }, metric, everything, signal);
      return looks;
    };
    const nothingFitted = await asked('win-rate');
    // Three skills and the worth of one gap; three skills and six people.
    for (const [metric, units] of [
      ['skill-gap', 4],
      ['right-seat', 9],
    ] as const) {
      // The tables it reads are made when first asked for.
      await asked(metric);
      const looks = await asked(metric);
      expect(looks - nothingFitted, metric).toBeGreaterThanOrEqual(units);
      await expect(asked(metric, looks - 1), metric).rejects.toThrow('query_cancelled');
    }
  });
});
