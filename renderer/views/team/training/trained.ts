import type { Row } from '../../../engine';
import { numberIn, textIn } from '../../../frame/answers';

/** How somebody stands to a programme meant for them. */
export type Completion = 'isDone' | 'isEnrolled' | 'isExpired' | 'isNotYet';

/** A person with every programme meant for them. */
export interface Trained {
  readonly rep: string;
  readonly by: ReadonlyMap<string, Completion>;
}

/** Everybody a programme is meant for, by name, from the coverage asked by person. */
export function trainedOf(rows: readonly Row[]): readonly Trained[] {
  const names = [...new Set(rows.flatMap((row) => textIn(row, 'rep') ?? []))].sort((a, b) => a.localeCompare(b));
  return names.map((rep) => {
    const own = rows.filter((row) => textIn(row, 'rep') === rep);
    return { rep, by: new Map(own.map((row) => [textIn(row, 'programme') ?? '', completionOf(row)] as const)) };
  });
}

function completionOf(row: Row): Completion {
  if ((numberIn(row, 'numerator') ?? 0) > 0) return 'isDone';
  if ((numberIn(row, 'expired') ?? 0) > 0) return 'isExpired';
  return (numberIn(row, 'enrolled') ?? 0) > 0 ? 'isEnrolled' : 'isNotYet';
}
