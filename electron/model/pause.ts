/** Lets others have their turn between two units of a long calculation. Throws `query_cancelled` where its answer is no longer wanted. */
export type Turn = () => Promise<void>;

/** Lets others have their turn between two long calculations: a withdrawal is heard only then. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What steps come to, taken with a turn for others after each. */
export async function pausing<T>(steps: Generator<undefined, T>, turn: Turn = pause): Promise<T> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) await turn();
  return step.value;
}
