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
});
