import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MetricAsk } from '../../electron/contract';
import { serve } from '../../electron/engine';
import { UserError } from '../../electron/model/errors';
import type { Answer } from '../../electron/model/question';
import { everything } from '../../electron/model/question';
import type { Table } from '../../electron/model/table';
import { numberColumn, textColumn } from '../../electron/model/table';
import type { Session } from '../../electron/session/session';
import { connectPort, disconnectEngine, problemOf } from '../../renderer/engine';
import { answerTo } from '../../renderer/state/ask-together';

type Answers = (metric: string, signal: AbortSignal) => Promise<Partial<Answer> & { readonly table: Table }>;

const ports: MessagePort[] = [];
/** Messages that the page sent. */
let sent = 0;

function connect(answers: Answers): void {
  const { port1, port2 } = new MessageChannel();
  const [page, engine] = [port1, port2] as unknown as [MessagePort, MessagePort];
  const answerMost = async (metric: string, _question: unknown, _most: unknown, signal: AbortSignal) => {
    const { table, ...frame } = await answers(metric, signal);
    const columns = table.columns.map(({ name, unit }) => ({ name, unit }));
    return { metric, columns, ...frame, table, total: table.length };
  };
  serve({ answerMost } as unknown as Session, engine);
  engine.start();
  const post = page.postMessage.bind(page);
  sent = 0;
  page.postMessage = (message: unknown) => (sent++, post(message));
  connectPort(page);
  ports.push(page, engine);
}

afterEach(() => {
  disconnectEngine();
  ports.splice(0).forEach((port) => port.close());
});

const asked = (metric: string): MetricAsk => ({
  metric,
  question: { ...everything, by: [], filters: {}, options: {} },
});
const wanted = (metric: string, stop = new AbortController()) => answerTo(asked(metric), stop.signal);

const one: Table = {
  length: 3,
  columns: [
    textColumn('rep', 'label', ['Aisyah', null, 'Tan "Mei" Ling']),
    numberColumn('value', 'ratio', [1 / 3, null, 0]),
    numberColumn('on', 'date', [20_000, null, 0]),
    numberColumn('at', 'instant', [1_700_000_000_123, null, 0]),
    numberColumn('met', 'flag', [1, null, 0]),
  ],
};
const rows = [
  { rep: 'Aisyah', value: 1 / 3, on: '2024-10-04', at: '2023-11-14T22:13:20.123Z', met: true },
  { rep: null, value: null, on: null, at: null, met: null },
  { rep: 'Tan "Mei" Ling', value: 0, on: '1970-01-01', at: '1970-01-01T00:00:00.000Z', met: false },
];

describe('questions asked in one moment', () => {
  it('go in one message, and each has its own answer or its own fault', async () => {
    connect((metric) =>
      metric === 'luck' ? Promise.reject(new UserError('unknown_metric', { metric })) : Promise.resolve({ table: one }),
    );
    const all = ['win-rate', 'luck', 'bookings'].map((metric) => wanted(metric).catch(problemOf));
    const [rate, luck, bookings] = await Promise.all(all);
    expect(sent).toBe(1);
    expect(rate).toMatchObject({ metric: 'win-rate', total: 3, grid: { rows } });
    expect(bookings).toMatchObject({ metric: 'bookings', grid: { rows } });
    expect(luck).toMatchObject({ code: 'unknown_metric', args: { metric: 'luck' } });
  });

  it('of which one is of another shape keep their answers', async () => {
    connect(() => Promise.resolve({ table: one }));
    const wrong = { metric: 7 } as unknown as MetricAsk;
    const [rate, bad] = await Promise.all([
      wanted('win-rate'),
      answerTo(wrong, new AbortController().signal).catch(problemOf),
    ]);
    expect(rate.grid.rows).toEqual(rows);
    expect(bad).toMatchObject({ code: 'bug' });
  });

  it('are answered as they come, not when the last has', async () => {
    let finish = (): void => {};
    connect(async (metric) => {
      if (metric === 'slow') await new Promise<void>((resolve) => (finish = resolve));
      return { table: one };
    });
    const slow = wanted('slow');
    expect((await wanted('quick')).grid.rows).toEqual(rows);
    finish();
    expect((await slow).grid.rows).toEqual(rows);
  });

  it('stop in the engine when they are given up, one by one or all', async () => {
    const signals = new Map<string, AbortSignal>();
    connect((metric, signal) => {
      signals.set(metric, signal);
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new UserError('query_cancelled'))),
      );
    });
    const stops = ['a', 'b', 'c'].map((metric) => {
      const stop = new AbortController();
      return { stop, answer: wanted(metric, stop).catch(problemOf) };
    });
    await vi.waitFor(() => expect(signals.size).toBe(3));
    stops[1]?.stop.abort();
    expect(await stops[1]?.answer).toMatchObject({ code: 'query_cancelled' });
    await vi.waitFor(() => expect(signals.get('b')?.aborted).toBe(true));
    expect([signals.get('a')?.aborted, signals.get('c')?.aborted]).toEqual([false, false]);
    for (const { stop } of stops) stop.abort();
    await vi.waitFor(() => expect([...signals.values()].every(({ aborted }) => aborted)).toBe(true));
    expect(await stops[0]?.answer).toMatchObject({ code: 'query_cancelled' });
  });

  it('given up before they are sent are not asked', async () => {
    const seen: string[] = [];
    connect((metric) => {
      seen.push(metric);
      return Promise.resolve({ table: one });
    });
    const stop = new AbortController();
    const [gone, there] = [wanted('gone', stop).catch(problemOf), wanted('there')];
    stop.abort();
    await there;
    expect(await gone).toMatchObject({ code: 'query_cancelled' });
    expect(seen).toEqual(['there']);
  });

  it('are refused together when the engine dies, but for those answered', async () => {
    connect((metric) => (metric === 'never' ? new Promise(() => {}) : Promise.resolve({ table: one })));
    const [never, quick] = [wanted('never').catch(problemOf), wanted('quick')];
    await quick;
    disconnectEngine();
    expect(await never).toMatchObject({ code: 'engine_stopped' });
  });
});

describe('an answer that does not go as text', () => {
  const long = Array.from({ length: 4_000 }, (_, row) => row);

  it.each([
    [
      'is long',
      { table: { length: 4_000, columns: ['a', 'b', 'c'].map((name) => numberColumn(name, 'count', long)) } },
    ],
    ['has no end', { table: { length: 1, columns: [numberColumn('a', 'ratio', [Infinity])] } }],
    ['says what text cannot', { table: one, extra: { fitted: Float64Array.of(1.5) } }],
  ])('because it %s is asked for by itself', async (_, given) => {
    connect(() => Promise.resolve(given));
    const answer = await wanted('win-rate');
    expect(sent).toBe(2);
    expect(answer.grid.rows).toHaveLength(given.table.length);
    const last = given.table.columns.at(-1)?.name ?? '';
    expect(answer.grid.rows.at(-1)?.[last]).toBe(
      given.table === one ? false : given.table.length === 1 ? Infinity : 3_999,
    );
    if ('extra' in given) expect(answer.extra).toEqual(given.extra);
  });
});
