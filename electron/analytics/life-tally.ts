/** Lives read from a board, by the day each began, counted by group, whole days and the cause of their end. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { byDay } from './board';
import type { Sight } from './board-sight';
import { placesIn } from './board-sight';
import type { Entries } from './board-tally';
import { runsOf } from './board-tally';
import type { LifeCounts } from './life-counts';

/** Kinds are causes, 0 for none yet. */
export interface Lives extends Entries {
  /** Days of each life, begun ones counted whole; -1 where nobody knows. */
  readonly days: Int32Array;
  readonly longest: number;
}

/** Lives as they were read, `number` their days. */
export function livesOf(part: Table | undefined): Lives {
  const rows = byDay(part);
  const number = rows.of('number', Float64Array);
  const days = new Int32Array(rows.length);
  let longest = 0;
  for (let row = 0; row < days.length; row++) {
    days[row] = Number.isNaN(number[row]) ? -1 : Math.ceil(number[row]!);
    longest = Math.max(longest, days[row]!);
  }
  return { place: rows.of('place', Int32Array), day: rows.day, kind: rows.of('kind', Uint8Array), days, longest };
}

/** Adds the chosen lives begun in the asked days; the window of the counts is whole days. */
export function addLives({ counts, width, window }: LifeCounts, lives: Lives, question: Question, sight: Sight): void {
  const { days, kind } = lives;
  const { groups, chosen } = sight;
  const { codes } = groups;
  const seen = placesIn(lives.place, sight);
  const beyond = Math.min(window + 1, width / 3 - 1);
  for (const run of runsOf(lives, question, groups))
    for (let row = run.first; row < run.end; row++) {
      const who = seen[row]!;
      const life = days[row]!;
      const group = codes === null ? run.group : codes[who]! - 1;
      if (life < 0 || group < 0) continue;
      // Added whether chosen or not: no branch to guess wrong.
      counts[group * width + (life > window ? beyond * 3 : life * 3 + kind[row]!)]! +=
        chosen === null ? 1 : chosen[who]!;
    }
}
