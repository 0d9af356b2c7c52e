import type { Answer, Question } from '../model/question';
import type { Ground } from './answer';

/** Most answers kept of one ground, and most rows of one that is kept. */
const mostAnswers = 300;
const mostRows = 20_000;

const kept = new WeakMap<Ground, Map<string, Answer>>();

/**
 * The answer to a question that was asked of this ground before, else what the work gives, kept for the next time.
 * A ground is made anew whenever rows or settings change, so what is kept of one is never stale; the answers longest unasked go first.
 */
export async function keptAnswer(
  ground: Ground,
  metric: string,
  question: Question,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const answers = kept.get(ground) ?? new Map<string, Answer>();
  kept.set(ground, answers);
  const key = keyOf(metric, question);
  const answer = answers.get(key) ?? (await work());
  answers.delete(key);
  if (answer.table.length <= mostRows) answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
  return answer;
}

// Filters and options are the same in whatever order they were named; values within a filter too, but the order of a split is the order of the columns.
function keyOf(metric: string, { from, to, asOf, by, filters, options }: Question): string {
  const sorted = (entries: Readonly<Record<string, unknown>>) =>
    Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
  const values = Object.fromEntries(Object.entries(filters).map(([name, list]) => [name, [...list].sort()]));
  return JSON.stringify([metric, from, to, asOf, by, sorted(values), sorted(options)]);
}
