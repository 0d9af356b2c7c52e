/** The answers that came unasked with the workspace, as text until they are wanted: a first screen found among them is drawn once, and not a first time to ask. */
import type { RememberedAnswer } from '../../electron/contract';

const texts = new Map<string, string>();

/** Keeps the answers of the data that has this name; those of other data go. */
export function remember(data: string, answers: readonly RememberedAnswer[]): void {
  texts.clear();
  for (const { key, text } of answers) texts.set(`${data}:${answerKey(key)}`, text);
}

/** The text of an answer that came unasked. */
export function remembered(key: string): string | undefined {
  return texts.get(key);
}

/** Under what the whole answer to a question is kept, the question being told by its `questionKey`. */
export function answerKey(question: string): string {
  return `metric:${question}`;
}

/** What answers are kept under that were given of the data as it is now. */
export function dataKey(epoch: number, revision: number): string {
  return `${epoch}:${revision}`;
}
