import { UserError } from '../model/errors';
import type { Answer, Question } from '../model/question';
import { questionKey } from '../model/question-key';
import type { Ground } from './answer';

/** Most answers kept of one ground, and most rows of them all: a list of every customer is long, and asked again with every look. */
const mostAnswers = 300;
const mostRows = 500_000;

interface Running {
  readonly answer: Promise<Answer>;
  readonly abort: AbortController;
  users: number;
}

interface Kept {
  readonly answers: Map<string, Answer>;
  readonly running: Map<string, Running>;
}

const kept = new WeakMap<Ground, Kept>();

/**
 * The answer to a question that was asked of this ground before, else what the work gives, kept for the next time.
 * A ground is made anew whenever rows or settings change, so what is kept of one is never stale; the answers longest unasked go first.
 * Who asks what is being worked out already waits for the same work, which is stopped when the last of them gives up. Throws `query_cancelled`.
 */
export async function keptAnswer(
  ground: Ground,
  metric: string,
  question: Question,
  work: (signal: AbortSignal) => Promise<Answer>,
  signal?: AbortSignal,
): Promise<Answer> {
  const { answers, running } = kept.get(ground) ?? { answers: new Map<string, Answer>(), running: new Map() };
  kept.set(ground, { answers, running });
  const key = questionKey(metric, question);
  const answer = answers.get(key) ?? (await shared(running, key, work, signal));
  answers.delete(key);
  if (answer.table.length <= mostRows) answers.set(key, answer);
  dropOldest(answers);
  return answer;
}

/** The answers kept of a ground by what was asked, those asked last at the end. */
export function answersOf(ground: Ground): ReadonlyMap<string, Answer> {
  return kept.get(ground)?.answers ?? new Map();
}

/** Puts answers in that were given of the same data before; what is kept already stays. */
export function putAnswers(ground: Ground, before: ReadonlyMap<string, Answer>): void {
  const { answers, running } = kept.get(ground) ?? { answers: new Map<string, Answer>(), running: new Map() };
  kept.set(ground, { answers: new Map([...before, ...answers]), running });
}

async function shared(
  running: Map<string, Running>,
  key: string,
  work: (signal: AbortSignal) => Promise<Answer>,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  if (signal?.aborted) throw new UserError('query_cancelled');
  const job = running.get(key) ?? begin(running, key, work);
  job.users++;
  let giveUp = (): void => {};
  const givenUp = new Promise<null>((resolve) => (giveUp = () => resolve(null)));
  signal?.addEventListener('abort', giveUp);
  try {
    return (await Promise.race([job.answer, givenUp])) ?? (await stopped(running, key, job));
  } finally {
    signal?.removeEventListener('abort', giveUp);
    if (--job.users === 0 && running.get(key) === job) running.delete(key);
  }
}

// Who is the last to give up sees the work come to its end, so that whoever waits for the lane knows when it is free.
async function stopped(running: Map<string, Running>, key: string, job: Running): Promise<Answer> {
  if (job.users > 1) throw new UserError('query_cancelled');
  if (running.get(key) === job) running.delete(key);
  job.abort.abort();
  return job.answer;
}

function begin(running: Map<string, Running>, key: string, work: (signal: AbortSignal) => Promise<Answer>): Running {
  const abort = new AbortController();
  const job = { answer: work(abort.signal), abort, users: 0 };
  job.answer.catch(() => undefined);
  running.set(key, job);
  return job;
}

function dropOldest(answers: Map<string, Answer>): void {
  let rows = 0;
  for (const { table } of answers.values()) rows += table.length;
  for (const [key, { table }] of answers) {
    if (answers.size <= mostAnswers && rows <= mostRows) return;
    answers.delete(key);
    rows -= table.length;
  }
}
