import type { Row } from '../engine';
import type { MetricAnswer } from '../state/use-metric';

/** What an answer says beside its rows under a name, as one row; undefined where it says nothing of the kind. */
export function extraRow(answer: MetricAnswer | undefined, name: string): Row | undefined {
  const value = answer?.extra?.[name];
  return isRow(value) ? value : undefined;
}

/** The same for a list of rows; empty where there is none. */
export function extraRows(answer: MetricAnswer | undefined, name: string): readonly Row[] {
  const value = answer?.extra?.[name];
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
