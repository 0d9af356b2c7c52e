/** The way a measure was split: group within group. Kept as a choice of the measure's view, so that each step can be taken back. */
import { change, useQuestion } from './question';

/** A group that was gone into: its dimension, and its value. */
export interface PathStep {
  readonly dimension: string;
  readonly value: string;
}

/** The steps a kept text tells; none where it tells none. */
export function stepsIn(text: string): readonly PathStep[] {
  try {
    const kept: unknown = JSON.parse(text === '' ? '[]' : text);
    return Array.isArray(kept) ? kept.filter(isStep) : [];
  } catch {
    return [];
  }
}

function isStep(step: unknown): step is PathStep {
  if (typeof step !== 'object' || step === null || !('dimension' in step) || !('value' in step)) return false;
  return typeof step.dimension === 'string' && typeof step.value === 'string';
}

/** Goes along a path, and splits its end by a dimension; one step of undo. */
export function splitAlong(steps: readonly PathStep[], by: string): void {
  const { choices } = useQuestion.getState().asked;
  const path = steps.length === 0 ? '' : JSON.stringify(steps);
  change({ kind: 'setting' }, { choices: { ...choices, 'measure.path': path, 'measure.by': by } });
}

/** The filters of a path beside those in force; those of the path hold. */
export function alongPath(
  filters: Readonly<Record<string, readonly string[]>>,
  steps: readonly PathStep[],
): Readonly<Record<string, readonly string[]>> {
  return { ...filters, ...Object.fromEntries(steps.map(({ dimension, value }) => [dimension, [value]])) };
}
