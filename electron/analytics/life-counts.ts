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

/** Counts of lives by group, days from 0 and cause, of which 0 is still going on; those that go on beyond the window are going on one day after it. */
export interface LifeCounts {
  readonly counts: Int32Array;
  /** Counts of one group. */
  readonly width: number;
  readonly window: number;
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
    counts,
    width,
    window,
    add: (group, days, cause) => {
      const place = Math.ceil(Math.min(days, window + 1)) * 3 + (days > window ? 0 : cause);
      counts[group * width + place]!++;
    },
    rows: () => {
      const rows: Life[] = [];
      for (let at = 0; at < counts.length; at++) {
        if (counts[at] === 0) continue;
        const place = at % width;
        rows.push({ group: Math.floor(at / width), life: Math.floor(place / 3), cause: place % 3, n: counts[at]! });
      }
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
