import type { Problem } from '../engine';
import { problemOf } from '../engine';
import type { Edit, StepName } from './question';
import { edited } from './question';

/** Makes an edit of the workspace and notes it as one step; where it cannot be made nothing is noted, and the answer is what went wrong. */
export async function made(work: () => Promise<void>, name: StepName, edit: Edit): Promise<Problem | null> {
  try {
    await work();
  } catch (error) {
    return problemOf(error);
  }
  edited(name, edit);
  return null;
}
