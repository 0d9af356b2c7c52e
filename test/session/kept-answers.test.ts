import { afterAll, describe, expect, it, vi } from 'vitest';
import { UserError } from '../../electron/model/errors';
import { everything } from '../../electron/model/question';
import type { Question } from '../../electron/model/question';
import { answerMetric } from '../../electron/session/answer';
import type { Ground } from '../../electron/session/answer';
import { keptAnswer } from '../../electron/session/kept-answers';
import { closeGrounds, groundOf } from '../analytics/ground';

afterAll(closeGrounds);

const deals = {
  opportunities: [
    { opportunity_id: 'o1', created_at: '2026-01-01', closed_at: '2026-02-01', is_won: true, is_closed: true },
  ],
};

function asking(ground: Ground) {
  const work = vi.fn((question: Question) => answerMetric(ground, 'win-rate', question));
  const ask = (part: Partial<Question> = {}) => {
    const question = { ...everything, ...part };
    return keptAnswer(ground, 'win-rate', question, () => work(question));
  };
  return { ask, work };
}

describe('answers kept of a ground', () => {
  it('work out a question once, in whatever order its filters are named', async () => {
    const { ask, work } = asking(await groundOf(deals));
    const first = await ask({ filters: { team: ['A', 'B'], rep: ['C'] } });
    expect(await ask({ filters: { rep: ['C'], team: ['B', 'A'] } })).toBe(first);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('tell apart every part of a question', async () => {
    const { ask, work } = asking(await groundOf(deals));
    const parts: Partial<Question>[] = [
      {},
      { from: '2026-01-01' },
      { to: '2026-01-01' },
      { by: ['rep', 'team'] },
      { by: ['team', 'rep'] },
      { filters: { rep: [] } },
      { options: { disqualified: 'counted' } },
    ];
    for (const part of [...parts, ...parts]) await ask(part);
    expect(work).toHaveBeenCalledTimes(parts.length);
  });

  it('know nothing of another ground, which other rows or settings make', async () => {
    const [one, other] = [asking(await groundOf(deals)), asking(await groundOf({ opportunities: [] }))];
    expect((await one.ask()).table).not.toEqual((await other.ask()).table);
    expect(other.work).toHaveBeenCalledTimes(1);
  });

  it('keep nothing of a question that was cancelled', async () => {
    const ground = await groundOf(deals);
    const cancelled = () => Promise.reject(new UserError('query_cancelled'));
    await expect(keptAnswer(ground, 'win-rate', everything, cancelled)).rejects.toThrow('query_cancelled');
    const { ask, work } = asking(ground);
    await ask();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('let go of what was longest unasked', async () => {
    const { ask, work } = asking(await groundOf(deals));
    const answer = await ask();
    work.mockImplementation(() => Promise.resolve(answer));
    for (let i = 0; i < 300; i++) await ask({ filters: { rep: [String(i)] } });
    work.mockClear();
    await ask({ filters: { rep: ['299'] } });
    expect(work).toHaveBeenCalledTimes(0);
    await ask();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('share work that is under way, and stop it when the last who waits gives up', async () => {
    const ground = await groundOf(deals);
    const stops: AbortSignal[] = [];
    const work = vi.fn((stop: AbortSignal) => {
      stops.push(stop);
      return new Promise<never>((_, reject) => {
        stop.addEventListener('abort', () => reject(new UserError('query_cancelled')));
      });
    });
    const [one, two] = [new AbortController(), new AbortController()];
    const [first, second] = [one, two].map(({ signal }) =>
      keptAnswer(ground, 'win-rate', everything, work, signal).catch((error: unknown) => error),
    );
    expect(work).toHaveBeenCalledTimes(1);
    one.abort();
    expect(await first).toMatchObject({ code: 'query_cancelled' });
    expect(stops[0]?.aborted).toBe(false);
    two.abort();
    expect(await second).toMatchObject({ code: 'query_cancelled' });
    expect(stops[0]?.aborted).toBe(true);
    const { ask, work: again } = asking(ground);
    await ask();
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('give a change the two answers that the view asked for itself', async () => {
    const ground = await groundOf(deals);
    const { ask, work } = asking(ground);
    const quarter = { from: '2025-10-01', to: '2026-01-01' };
    const change = await answerMetric(ground, 'measured-change', {
      ...everything,
      ...quarter,
      options: { of: 'win-rate' },
    });
    expect(change.sql).toHaveLength(2);
    expect((await ask(quarter)).sql).toEqual(change.sql.slice(0, 1));
    expect(work).toHaveBeenCalledTimes(0);
  });

  it('let go of long lists before there are too many rows, and keep none that is too long alone', async () => {
    const { ask, work } = asking(await groundOf(deals));
    const answer = await ask();
    const long = (length: number) => () => Promise.resolve({ ...answer, table: { ...answer.table, length } });
    work.mockImplementation(long(400_000));
    await ask({ from: '2026-01-01' });
    await ask({ from: '2026-01-02' });
    work.mockClear();
    await ask({ from: '2026-01-02' });
    expect(work).toHaveBeenCalledTimes(0);
    await ask({ from: '2026-01-01' });
    expect(work).toHaveBeenCalledTimes(1);
    work.mockImplementation(long(500_001));
    await ask({ from: '2026-01-03' });
    await ask({ from: '2026-01-03' });
    expect(work).toHaveBeenCalledTimes(3);
  });
});
