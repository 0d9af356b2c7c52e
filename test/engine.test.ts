import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { tableFromIPC } from 'apache-arrow';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { contract } from '../electron/contract';
import { serve } from '../electron/engine';
import { UserError } from '../electron/model/errors';
import type { Session } from '../electron/session/session';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const question = { from: null, to: null, asOf: null, by: [], filters: {}, options: {} };
const file = { stored: 'a1/deals.csv', name: 'deals.csv' };
const table = {
  length: 2,
  columns: [{ kind: 'number' as const, name: 'value', unit: 'ratio' as const, values: Float64Array.of(0.25, NaN) }],
};

// Only the calls a test is about; the others are not there to be called.
function connected(session: Partial<Session>): ContractRouterClient<typeof contract> {
  const { port1, port2 } = new MessageChannel();
  ends.push(() => port1.close());
  serve(session as Session, port2);
  port2.start();
  port1.start();
  return createORPCClient(new RPCLink({ port: port1 }));
}

describe('the engine behind a port', () => {
  it('answers a call', async () => {
    const engine = connected({ hello: () => Promise.resolve({ version: '1', duckdb: '1.5' }) });
    expect(await engine.engine.hello()).toEqual({ version: '1', duckdb: '1.5' });
  });

  it('sends a table as Arrow bytes in one piece, not as text, with its unit', async () => {
    const engine = connected({ sql: () => Promise.resolve({ table, count: 2, cut: false, milliseconds: 1 }) });
    const { arrow, ...rest } = await engine.sql.run({ text: 'select 1', explain: false });
    expect(arrow).toBeInstanceOf(Uint8Array);
    expect(rest).toEqual({ count: 2, cut: false, milliseconds: 1 });
    const column = tableFromIPC(arrow).getChild('value');
    expect([column?.get(0), column?.get(1)]).toEqual([0.25, null]);
    expect(tableFromIPC(arrow).schema.fields[0]?.metadata.get('unit')).toBe('ratio');
  });

  it('fails with the code and the arguments of what a person can mend', async () => {
    const engine = connected({ answerMost: () => Promise.reject(new UserError('unknown_metric', { metric: 'luck' })) });
    await expect(engine.metrics.answer({ metric: 'luck', question })).rejects.toMatchObject({
      code: 'unknown_metric',
      data: { metric: 'luck' },
    });
  });

  it('fails with `internal` on a fault of its own, and neither the page nor the log learns its words', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const engine = connected({ state: () => Promise.reject(new TypeError("could not convert 'Ann Lim'")) });
    const error = await engine.workspace.state().catch((reason: unknown) => reason);
    const logged = log.mock.calls.join('');
    log.mockRestore();
    expect(error).toMatchObject({ code: 'internal' });
    expect(JSON.stringify(error) + String(error)).not.toContain('Ann');
    expect(logged).toMatch(/TypeError\n\s+at /);
    expect(logged).not.toContain('Ann');
  });

  it('refuses arguments of another shape before the session sees them', async () => {
    const open = vi.fn();
    const engine = connected({ open });
    const wrong = { folder: 7, create: 'yes' } as unknown as { folder: string; create: boolean };
    await expect(engine.workspace.open(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(open).not.toHaveBeenCalled();
  });

  it('tells a call that nobody waits for any more', async () => {
    const aborted = vi.fn();
    const engine = connected({
      values: (_dimension, _search, signal) =>
        new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => {
            aborted();
            reject(new UserError('query_cancelled'));
          }),
        ),
    });
    const stop = new AbortController();
    const pending = engine.workspace.values({ dimension: 'rep', search: '' }, { signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    await expect(pending).rejects.toThrow();
    await vi.waitFor(() => expect(aborted).toHaveBeenCalledOnce());
  });

  it('streams the progress of a load, and its code when it fails midway', async () => {
    const engine = connected({
      async *load() {
        yield { type: 'progress', file: 'deals.csv', step: 'read', unit: 'bytes', done: 1, total: 2 };
        await Promise.resolve();
        throw new UserError('import_failed', { file: 'deals.csv', reason: 'x' });
      },
    });
    const seen: string[] = [];
    const load = async (): Promise<void> => {
      for await (const event of await engine.files.load({ files: [file], map: {} })) seen.push(event.type);
    };
    await expect(load()).rejects.toMatchObject({ code: 'import_failed', data: { file: 'deals.csv', reason: 'x' } });
    expect(seen).toEqual(['progress']);
  });

  it('stops a load that nobody listens to any more', async () => {
    const stopped = vi.fn();
    const engine = connected({
      async *load(_files, _map, signal) {
        signal?.addEventListener('abort', stopped);
        for (let done = 0; !signal?.aborted; done++) {
          yield { type: 'progress', file: 'deals.csv', step: 'read', unit: 'bytes', done, total: 100 };
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      },
    });
    for await (const event of await engine.files.load({ files: [file], map: {} })) {
      if (event.type === 'progress' && event.done === 2) break;
    }
    await vi.waitFor(() => expect(stopped).toHaveBeenCalled());
  });
});
