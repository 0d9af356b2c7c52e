/** Lets others have their turn between two long calculations: a withdrawal is heard only then. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
