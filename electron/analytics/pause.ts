/** Lets others have their turn between two units of a long calculation. Throws `query_cancelled` where its answer is no longer wanted. */
export type Turn = () => Promise<void>;

/** Lets others have their turn between two long calculations: a withdrawal is heard only then. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
