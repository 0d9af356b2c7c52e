import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, describe, expect, it } from 'vitest';
import { MessageChannel } from 'node:worker_threads';
import { callsOf } from '../../electron/engine';
import { arrowOf } from '../../electron/db/arrow';
import { UserError } from '../../electron/model/errors';
import { numberColumn, textColumn } from '../../electron/model/table';
import type { Session } from '../../electron/session/session';
import { ask, connectEngine, connectPort, disconnectEngine, problemOf } from '../../renderer/engine';
import { gridOf } from '../../renderer/grid';
import { fakeEngine } from '../views/fake-engine';

const ports: MessagePort[] = [];

/** A port to a session of which only the given calls are answered. */
function portTo(session: Partial<Session>): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const [page, engine] = [port1, port2] as unknown as [MessagePort, MessagePort];
  new RPCHandler(callsOf(session as Session), { experimental_transfer: () => [] }).upgrade(engine);
  engine.start();
  ports.push(page, engine);
  return page;
}

afterEach(() => {
  disconnectEngine();
  ports.splice(0).forEach((port) => port.close());
});

const never = new Promise<never>(() => {});

describe('a request to the engine', () => {
  it('is answered over the port', async () => {
    connectPort(portTo({ hello: () => Promise.resolve({ version: '1', duckdb: '2' }) }));
    expect(await ask((engine) => engine.engine.hello())).toEqual({ version: '1', duckdb: '2' });
  });

  it('carries the code and the arguments of what a person can mend', async () => {
    connectPort(portTo({ open: () => Promise.reject(new UserError('workspace_missing', { folder: '/gone' })) }));
    const fault = await ask((engine) => engine.workspace.open({ folder: '/gone', create: false })).catch(problemOf);
    expect(fault).toMatchObject({ code: 'workspace_missing', args: { folder: '/gone' } });
  });

  it('brings tables with their units', async () => {
    const table = {
      length: 2,
      columns: [
        textColumn('rep', 'label', ['Aisyah', null]),
        numberColumn('value', 'ratio', [0.25, null]),
        numberColumn('on', 'date', [20_000, null]),
      ],
    };
    connectPort(portTo({ sql: () => Promise.resolve({ table, count: 2, cut: false, milliseconds: 1 }) }));
    const { arrow } = await ask((engine) => engine.sql.run({ text: 'select 1', explain: false }));
    expect(gridOf(arrow)).toEqual({
      columns: [
        { name: 'rep', unit: 'label' },
        { name: 'value', unit: 'ratio' },
        { name: 'on', unit: 'date' },
      ],
      rows: [
        { rep: 'Aisyah', value: 0.25, on: '2024-10-04' },
        { rep: null, value: null, on: null },
      ],
    });
  });

  it('is refused with engine_stopped when the engine dies, pending and later ones alike', async () => {
    connectPort(portTo({ hello: () => never }));
    const pending = ask((engine) => engine.engine.hello()).catch(problemOf);
    await new Promise((resolve) => setTimeout(resolve, 5));
    disconnectEngine();
    expect(await pending).toMatchObject({ code: 'engine_stopped' });
    expect(await ask((engine) => engine.engine.hello()).catch(problemOf)).toMatchObject({ code: 'engine_stopped' });
  });

  it('is answered again by the next engine, and what was refused is not sent again', async () => {
    let loads = 0;
    const session: Partial<Session> = {
      undo: () => {
        loads++;
        return never;
      },
      hello: () => Promise.resolve({ version: '2', duckdb: '2' }),
    };
    connectPort(portTo(session));
    const lost = ask((engine) => engine.files.undo({ importId: '1' })).catch(problemOf);
    await new Promise((resolve) => setTimeout(resolve, 5));
    disconnectEngine();
    connectPort(portTo(session));
    expect(await ask((engine) => engine.engine.hello())).toMatchObject({ version: '2' });
    expect(await lost).toMatchObject({ code: 'engine_stopped' });
    expect(loads).toBe(1);
  });

  it('is withdrawn when the page no longer wants it', async () => {
    let stopped = false;
    const session: Partial<Session> = {
      values: (_dimension, _search, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            stopped = true;
            reject(new UserError('query_cancelled'));
          });
        }),
    };
    connectPort(portTo(session));
    const abort = new AbortController();
    const asked = ask(
      (engine, signal) => engine.workspace.values({ dimension: 'rep', search: '' }, { signal }),
      abort.signal,
    ).catch(problemOf);
    await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort();
    expect(await asked).toMatchObject({ code: 'query_cancelled' });
    await expect.poll(() => stopped).toBe(true);
  });
});

describe('before the first port', () => {
  it('a request after a death is refused, not kept', async () => {
    disconnectEngine();
    expect(await ask((engine) => engine.engine.hello()).catch(problemOf)).toMatchObject({ code: 'engine_stopped' });
    connectEngine(fakeEngine().engine);
    expect(await ask((engine) => engine.engine.hello())).toMatchObject({ version: '0.1.0' });
  });
});

describe('rows of an answer', () => {
  it('keep their columns when there are none', () => {
    const empty = { length: 0, columns: [textColumn('rep', 'label', []), numberColumn('value', 'ratio', [])] };
    expect(gridOf(arrowOf(empty))).toEqual({
      columns: [
        { name: 'rep', unit: 'label' },
        { name: 'value', unit: 'ratio' },
      ],
      rows: [],
    });
  });
});

describe('a fault', () => {
  it('without a code of ours is a bug', () => {
    expect(problemOf(new TypeError('x is not a function'))).toMatchObject({
      code: 'bug',
      detail: 'TypeError: x is not a function',
    });
    expect(problemOf('odd')).toMatchObject({ code: 'bug' });
  });
});
