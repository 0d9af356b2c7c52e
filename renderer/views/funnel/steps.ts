/** The steps of a cohort funnel, put together from the engine's answers. Pure. */
import type { Row } from '../../engine';
import type { Figure } from '../../frame/answers';
import { figureIn, numberIn } from '../../frame/answers';

/** Where journeys that reached the step before, but not this one, went; of those old enough to judge. */
export interface Others {
  readonly lost: number;
  readonly no_decision: number;
  readonly disqualified: number;
  readonly open: number;
}

export interface FunnelStep {
  readonly rung: string;
  /** The step before; null for the first. */
  readonly from: string | null;
  /** Journeys of the cohort that reached it so far. */
  readonly reached: number | null;
  /** Of these, too young to judge. Both are money where that is shown. */
  readonly young: number;
  readonly others: Others | null;
  /** Journeys that reached it whose money is not known; left out where journeys are counted. */
  readonly withoutMoney?: number;
  /** Where money is shown: what was at the step before of those old enough, and how much of it came on. */
  readonly cameOn?: { readonly money: number; readonly whole: number } | null;
  /** Share of the first step, of journeys old enough. */
  readonly ofFirst: Figure | null;
  /** Share of those at the step before, by the day they reached it. */
  readonly ofPrevious: Figure | null;
  readonly medianDays: number | null;
}

/** Steps from the conversions first → each rung (`cohort`) and rung → next rung (`pairs`), both in the order of the ladder. */
export function funnelSteps(
  rungs: readonly string[],
  cohort: readonly (Row | undefined)[],
  pairs: readonly Row[],
): readonly FunnelStep[] {
  return rungs.map((rung, i): FunnelStep => {
    if (i === 0) {
      const reached = numberIn(cohort[0], 'reached_from');
      return { rung, from: null, reached, young: 0, others: null, ofFirst: null, ofPrevious: null, medianDays: null };
    }
    const row = cohort[i - 1];
    const pair = pairs.find((entry) => entry['to_rung'] === rung && entry['from_rung'] === rungs[i - 1]);
    return {
      rung,
      from: rungs[i - 1] ?? null,
      reached: row ? count(row, 'numerator') + count(row, 'immature_hits') : null,
      young: count(row, 'immature_hits'),
      others: row ? othersOf(row, i > 1 ? cohort[i - 2] : undefined) : null,
      ofFirst: row ? figureIn(row) : null,
      ofPrevious: pair ? figureIn(pair) : null,
      medianDays: numberIn(pair, 'median_days'),
    };
  });
}

// Who did not get here, less who had not got to the step before: each journey is named at the step it was lost at.
function othersOf(row: Row, before: Row | undefined): Others {
  const lostHere = (name: string): number => count(row, name) - count(before, name);
  return {
    lost: lostHere('ended_lost'),
    no_decision: lostHere('ended_no_decision'),
    disqualified: lostHere('ended_disqualified'),
    open: lostHere('still_open'),
  };
}

function count(row: Row | undefined, name: string): number {
  return numberIn(row, name) ?? 0;
}

/** Bins of equal width over durations in days, from 0; at most about twelve. */
export function binsOf(
  days: readonly number[],
): readonly { readonly from: number; readonly to: number; readonly count: number }[] {
  const longest = Math.max(0, ...days);
  if (days.length === 0) return [];
  const width =
    [1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365].find((size) => longest / size < 12) ?? Math.ceil(longest / 12);
  const bins = Array.from({ length: Math.floor(longest / width) + 1 }, (_, i) => ({
    from: i * width,
    to: (i + 1) * width,
    count: 0,
  }));
  for (const day of days) {
    const bin = bins[Math.floor(Math.max(0, day) / width)];
    if (bin) bin.count++;
  }
  return bins;
}
