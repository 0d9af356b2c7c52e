/** How long deals took to be won, and what became of those begun: gathered from the board of deals. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { quantileCont } from '../stats/quantile';
import type { Asked } from './board';
import { filled, gathered, quickWay } from './board';
import { chosenOf } from './board-members';
import type { Cells } from './board-cells';
import type { Groups } from './board-groups';
import type { DealBoard } from './deal-board';
import { cellsOf, coversDeals, dealPlan, eachOf, stretchOf, walk } from './deal-board';
import { groupsOf } from './board-groups';
import { lifeColumns, lifeCounts } from './life-counts';
import type { Options } from './metric';
import periodDays from './period-days.sql?raw';

/** Creation to won by the calendar: another start or other days are asked of the statement. */
function covers(question: Question, options: Options): boolean {
  return options['start'] === 'created' && options['days'] === 'calendar' && coversDeals(question, options);
}

/** Deals won or open of a period, by kind and group of time, with how long each took. */
export interface CycleStretch extends Cells {
  readonly number: Float64Array;
  readonly again: Uint8Array;
}

/** What one group holds. */
interface Cycles {
  readonly won: number[];
  readonly open: number[];
  again: number;
  badDates: number;
  /** Whether any deal began in the period, which makes it a group of the answer. */
  any: boolean;
}

/** Rows of the cycle length's statement. Kinds: 0 won, 1 won without dates in order, 2 open. */
function gatherCycles(board: DealBoard, asked: Asked): Table {
  const { cycles } = board;
  const groups = groupsOf(board.members, asked);
  const found = groups.labels.map((): Cycles => ({ won: [], open: [], again: 0, badDates: 0, any: false }));
  const chosen = chosenOf(board.members, asked.question.filters);
  const { place, cell, number, again } = board.took.of(stretchOf(asked.question, groups), () => {
    const { rows, ...cells } = cellsOf(board, cycles, asked, groups, 3);
    return {
      ...cells,
      number: filled(new Float64Array(rows.length), (at) => cycles.number[rows[at]!]!),
      again: filled(new Uint8Array(rows.length), (at) => cycles.again[rows[at]!]!),
    };
  });
  for (let at = 0; at < place.length; at++) {
    const who = place[at]!;
    if (chosen !== null && chosen[who] === 0) continue;
    const kind = cell[at]! % 3;
    const cycle = found[groups.timed ? (cell[at]! - kind) / 3 : groups.of(who, NaN)];
    if (!cycle) continue;
    cycle.any = true;
    if (kind === 2) cycle.open.push(number[at]!);
    else if (kind === 1) cycle.badDates++;
    else {
      cycle.won.push(number[at]!);
      cycle.again += again[at]!;
    }
  }
  if (!groups.timed) markBegun(board, asked, groups, chosen, found);
  const rows = found.flatMap((cycle, group) => (cycle.any ? [{ group, ...lengthsOf(cycle) }] : []));
  const days = (of: (row: (typeof rows)[number]) => number | null) => ['days', rows.map(of)] as const;
  const count = (of: (row: (typeof rows)[number]) => number) => ['count', rows.map(of)] as const;
  return gathered(
    rows.map(({ group }) => groups.labels[group] ?? null),
    {
      median_days: days(({ median }) => median),
      p25_days: days(({ p25 }) => p25),
      p75_days: days(({ p75 }) => p75),
      mean_days: days(({ mean }) => mean),
      lower: days(({ lower }) => lower),
      upper: days(({ upper }) => upper),
      n: count(({ n }) => n),
      reopened: count(({ again }) => again),
      open_older: count(({ older }) => older),
      survivor_bias: ['flag', rows.map(({ older, n }) => Number(10 * older > n && n > 0))],
      excluded_bad_dates: count(({ badDates }) => badDates),
    },
  );
}

// A deal begun in the period makes its group one of the answer.
function markBegun(
  board: DealBoard,
  asked: Asked,
  groups: Groups,
  chosen: Uint8Array | null,
  found: readonly Cycles[],
): void {
  const begun = board.begun.of(stretchOf(asked.question, groups), () => {
    const rows: number[] = [];
    eachOf(board.lives, asked.question, false, (row) => rows.push(row));
    return filled(new Int32Array(rows.length), (at) => board.lives.place[rows[at]!]!);
  });
  let left = found.filter(({ any }) => !any).length;
  for (let at = 0; at < begun.length && left > 0; at++) {
    const who = begun[at]!;
    const cycle = chosen === null || chosen[who] === 1 ? found[groups.of(who, NaN)] : undefined;
    if (!cycle || cycle.any) continue;
    cycle.any = true;
    left--;
  }
}

function lengthsOf({ won, open, again, badDates }: Cycles) {
  const sorted = new Float64Array(won).sort();
  const n = sorted.length;
  const p75 = quantileCont(sorted, 0.75);
  const half = 0.979982 * Math.sqrt(n);
  return {
    n,
    again,
    badDates,
    median: quantileCont(sorted, 0.5),
    p25: quantileCont(sorted, 0.25),
    p75,
    mean: n === 0 ? null : sorted.reduce((sum, days) => sum + days, 0) / n,
    lower: sorted[Math.max(0, Math.floor(n / 2 - half))] ?? null,
    upper: sorted[Math.min(n, Math.ceil(n / 2 + half)) - 1] ?? null,
    older: p75 === null ? 0 : open.reduce((older, age) => older + Number(age > p75), 0),
  };
}

/** Rows of the statement's further half: whole days to each end, of the deals begun in the period. */
function gatherLives(board: DealBoard, asked: Asked): Table | null {
  const { lives } = board;
  const groups = groupsOf(board.members, asked);
  if (groups.timed) return null;
  const window = Number(asked.parameters['window_days'] ?? Infinity);
  const longest = lives.number.reduce((most, days) => (days > most ? days : most), 0);
  const counts = lifeCounts(groups.labels.length, window, longest);
  if (counts === null) return null;
  walk(board, lives, asked, groups, (row, group) => {
    const life = lives.number[row]!;
    if (!Number.isNaN(life)) counts.add(group, life, lives.kind[row]!);
  });
  const rows = counts.rows();
  return gathered(
    rows.map(({ group }) => groups.labels[group] ?? null),
    lifeColumns(rows),
  );
}

export const cyclesQuickly = quickWay({
  plan: dealPlan,
  spans: periodDays,
  covers,
  gather: gatherCycles,
  more: gatherLives,
});
