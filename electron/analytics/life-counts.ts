/** Lives counted by group, whole days and the cause of their end, for shares that other ends compete with. */
import type { Unit } from '../model/units';

/** Most counts that are kept in memory. */
const mostCounts = 4_000_000;

export interface Life {
  readonly group: number;
  readonly life: number;
  readonly cause: number;
  readonly n: number;
}

/** Counts of lives; those that go on beyond the window are going on one day after it. */
export interface LifeCounts {
  /** Days from 0; cause 0 is still going on. */
  readonly add: (group: number, days: number, cause: number) => void;
  /** What was counted, in the order of groups, days and causes. */
  readonly rows: () => readonly Life[];
}

/** Room for the lives of so many groups, none longer than `longest` days; null where that would take too much memory. */
export function lifeCounts(groups: number, window: number, longest: number): LifeCounts | null {
  const width = (Math.ceil(Math.min(longest, window + 1)) + 1) * 3;
  if (groups * width > mostCounts) return null;
  const counts = new Int32Array(groups * width);
  return {
    add: (group, days, cause) => {
      const place = Math.ceil(Math.min(days, window + 1)) * 3 + (days > window ? 0 : cause);
      counts[group * width + place]!++;
    },
    rows: () => {
      const rows: Life[] = [];
      counts.forEach((n, at) => {
        const place = at % width;
        if (n > 0) rows.push({ group: Math.floor(at / width), life: Math.floor(place / 3), cause: place % 3, n });
      });
      return rows;
    },
  };
}

/** Columns of counted lives. */
export function lifeColumns(
  rows: readonly Life[],
): Readonly<Record<string, readonly [unit: Unit, values: readonly number[]]>> {
  return {
    life_days: ['days', rows.map(({ life }) => life)],
    cause: ['count', rows.map(({ cause }) => cause)],
    journeys: ['count', rows.map(({ n }) => n)],
  };
}
