/** Lives read from a board, by the day each began, counted by group, whole days and the cause of their end. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { byDay } from './board';
import type { Sight } from './board-sight';
import { placesIn } from './board-sight';
import type { Entries } from './board-tally';
import { runsOf } from './board-tally';
import type { LifeCounts } from './life-counts';

const causes = 3;

/** Kinds are causes, 0 for none yet. */
export interface Lives extends Entries {
  /** Days of each life, begun ones counted whole, times three, and the cause; -1 where nobody knows the days. */
  readonly told: Int32Array;
  readonly longest: number;
}

/** Lives as they were read, `number` their days. */
export function livesOf(part: Table | undefined): Lives {
  const rows = byDay(part);
  const number = rows.of('number', Float64Array);
  const kind = rows.of('kind', Uint8Array);
  const told = new Int32Array(rows.length);
  let longest = 0;
  for (let row = 0; row < told.length; row++) {
    const days = Math.ceil(number[row]!);
    told[row] = Number.isNaN(days) ? -1 : days * causes + kind[row]!;
    if (days > longest) longest = days;
  }
  return { place: rows.of('place', Int32Array), day: rows.day, kind, told, longest };
}

/** Adds the chosen lives begun in the asked days; the window of the counts is whole days. */
export function addLives({ counts, width, window }: LifeCounts, lives: Lives, question: Question, sight: Sight): void {
  const { told } = lives;
  const { groups, chosen } = sight;
  const { codes } = groups;
  const seen = placesIn(lives.place, sight);
  const beyond = Math.min(window + 1, width / causes - 1) * causes;
  const past = (window + 1) * causes;
  for (const run of runsOf(lives, question, groups))
    for (let row = run.first; row < run.end; row++) {
      const who = seen[row]!;
      const life = told[row]!;
      const group = codes === null ? run.group : codes[who]! - 1;
      if (life < 0 || group < 0) continue;
      // Added whether chosen or not: no branch to guess wrong.
      counts[group * width + (life >= past ? beyond : life)]! += chosen === null ? 1 : chosen[who]!;
    }
}
