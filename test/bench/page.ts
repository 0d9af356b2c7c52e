/** A page of the rows behind a figure at any offset, and how soon a question that nobody waits for any more is given up. */
import { UserError } from '../../electron/model/errors';
import { everything } from '../../electron/model/question';
import type { Session } from '../../electron/session/session';
import type { Figure } from './figure';
import { timesOf } from './figure';
import type { Ground } from './ground';

/** Offsets step through the whole list in strides that meet no page twice. */
export async function measurePages(ground: Ground): Promise<Figure[]> {
  const { session } = await ground.filled();
  const request = { metric: 'win-rate', question: everything, where: {}, part: 'denominator', limit: 100 } as const;
  const { count } = await session.rows({ ...request, offset: 0 });
  const times: number[] = [];
  for (let page = 0; page < ground.rounds * 4; page++) {
    const start = performance.now();
    const { table } = await session.rows({ ...request, offset: Math.floor(((page * 0.618034) % 1) * (count - 100)) });
    times.push(performance.now() - start);
    if (table.length !== 100) throw new Error(`a page of ${table.length} rows`);
  }
  const named = { name: 'page of 100 rows', what: `at any offset of ${count} rows behind the win rate`, goal: 50 };
  return [timesOf(named, times)];
}

/** Every metric is asked and withdrawn a moment later; what counts is the slowest. */
export async function measureCancelling(ground: Ground): Promise<Figure[]> {
  const { session } = await ground.filled();
  const times: number[] = [];
  for (const { id } of session.metrics()) times.push(await withdrawn(session, id));
  const named = {
    name: 'cancelling',
    what: `the slowest of ${times.length} metrics, each withdrawn after 30 ms`,
    goal: 1000,
  };
  return [timesOf({ ...named, share: 1 }, times)];
}

const lastYear = { ...everything, from: '2025-10-01', to: '2026-10-01' };

async function withdrawn(session: Session, metric: string): Promise<number> {
  const abort = new AbortController();
  const answer = session.answer(metric, lastYear, abort.signal).catch((error: unknown) => {
    if (!(error instanceof UserError) || error.code !== 'query_cancelled') throw error;
  });
  await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 30))]);
  const start = performance.now();
  abort.abort();
  await answer;
  return performance.now() - start;
}
