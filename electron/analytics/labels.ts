import type { Question } from '../model/question';
import { isTimeDimension } from '../model/question';

/** Bucket of what nobody owns: part of every total, never a peer. */
export const unassigned = 'Unassigned';

/** Bucket of a dimension that a record does not fill. */
export const unknown = 'Unknown';

const ofPeople: readonly string[] = ['rep', 'team', 'role'];

/** The bucket of a dimension that holds what has no value of it. */
export function bucketOf(dimension: string): string {
  return ofPeople.includes(dimension) ? unassigned : unknown;
}

/** True where the filters leave what has no value of any dimension but time. */
export function keepsBuckets(filters: Question['filters']): boolean {
  return Object.entries(filters).every(([name, values]) => isTimeDimension(name) || values.includes(bucketOf(name)));
}
