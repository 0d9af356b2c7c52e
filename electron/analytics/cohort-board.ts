/** Customers by the period they bought first in, and in which later ones they bought: the grid of cohorts from the board of customers. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { numbersOf, textColumn, textsOf } from '../model/table';
import type { Asked } from './board';
import { dayAsked, gathered, quickWay } from './board';
import { chosenOf } from './board-members';
import type { Groups } from './board-groups';
import { canGroup, customerTraits, groupsOf, isFilteredBy } from './board-groups';
import cohortPeriods from './cohort-periods.sql?raw';
import type { CustomerBoard } from './customer-board';
import { customerPlan, purchase } from './customer-board';
import type { Options } from './metric';

/** Periods a cohort is followed for, its own not counted. */
const longest = 366;

/** Most cells that are counted in memory. */
const mostCells = 4_000_000;

/** Customers counted by their first purchase: money, and cohorts of every purchase, are asked of the statement. */
function covers({ by, filters }: Question, options: Options): boolean {
  const counted = options['measure'] === 'logo' && options['kind'] === 'first';
  return (
    counted &&
    by.every((name) => customerTraits.includes(name)) &&
    canGroup(by, customerTraits) &&
    isFilteredBy(customerTraits, filters)
  );
}

/** The calendar, from the first customer's period to the as-of's. */
interface Periods {
  readonly count: number;
  readonly start: Float64Array;
  readonly labels: readonly (string | null)[];
  readonly complete: Float64Array;
  /** Place of the period a day lies in, by days from the first one's start. */
  readonly of: Int32Array;
}

function periodsOf(spans: Table): Periods {
  const [start, end] = [numbersOf(spans, 'start_on'), numbersOf(spans, 'end_on')];
  const first = start[0] ?? 0;
  const places = new Int32Array((end.at(-1) ?? first) - first);
  for (let at = 0; at < start.length; at++) places.fill(at, start[at]! - first, end[at]! - first);
  return {
    count: start.length,
    start,
    labels: textsOf(spans, 'label'),
    complete: numbersOf(spans, 'complete'),
    of: places,
  };
}

/** Customers of each group, cohort and step; groups one after the other, in them cohorts, in those steps. */
interface Cells {
  readonly steps: number;
  readonly counts: Int32Array;
  /** Those known by won deals alone, by group and cohort. */
  readonly fromWon: Int32Array;
}

/** Rows of the statement of cohorts; null where contracts count as well. */
function gatherCohorts(board: CustomerBoard, asked: Asked): Table | null {
  if (board.contracts) return null;
  const periods = periodsOf(asked.spans);
  const groups = groupsOf(board.members, asked);
  const steps = Math.min(periods.count, longest + 1);
  if (groups.labels.length * periods.count * steps > mostCells) return null;
  const cohorts = cohortsOf(board, periods, asked.question);
  const cells = {
    steps,
    counts: new Int32Array(groups.labels.length * periods.count * steps),
    fromWon: new Int32Array(groups.labels.length * periods.count),
  };
  count(board, periods, cohorts, cells, groups, asked.options);
  return rowsOf(cells, groups, periods, asked);
}

// Period each customer bought first in; -1 for those who were not asked for.
function cohortsOf({ members, firstOn }: CustomerBoard, periods: Periods, { from, to, filters }: Question): Int32Array {
  const chosen = chosenOf(members, filters);
  const [low, high] = [dayAsked(from, -Infinity), dayAsked(to, Infinity)];
  const cohorts = new Int32Array(members.length).fill(-1);
  const first = periods.start[0] ?? 0;
  for (let who = 0; who < cohorts.length; who++) {
    const day = firstOn[who]!;
    if (day >= low && day < high && (chosen === null || chosen[who])) cohorts[who] = periods.of[day - first]!;
  }
  return cohorts;
}

// Each customer once in each cell: in the periods it bought in, in all up to the last of them, or in those soon after each.
function count(
  { members, purchases, fromWon }: CustomerBoard,
  periods: Periods,
  cohorts: Int32Array,
  cells: Cells,
  groups: Groups,
  options: Options,
): void {
  const { steps, counts } = cells;
  const rolling = options['mode'] === 'rolling';
  const reach = options['mode'] === 'windowed' ? Math.floor(Number(options['width'])) : 1;
  const begins = new Int32Array(members.length);
  for (let who = 0; who < cohorts.length; who++) {
    if (cohorts[who]! < 0) continue;
    const line = (groups.codes === null ? 0 : groups.codes[who]! - 1) * periods.count + cohorts[who]!;
    begins[who] = line * steps;
    cells.fromWon[line]! += fromWon[who]!;
  }
  // First step of each customer that is not counted yet.
  const next = new Int32Array(members.length);
  const first = periods.start[0] ?? 0;
  const { place, day, kind } = purchases;
  for (let row = 0; row < place.length; row++) {
    const who = place[row]!;
    const cohort = cohorts[who]!;
    if (cohort < 0 || !(kind[row]! & purchase.bought)) continue;
    const step = periods.of[day[row]! - first]! - cohort;
    const end = Math.min(step + reach, steps);
    for (let at = rolling ? next[who]! : Math.max(step, next[who]!); at < end; at++) counts[begins[who]! + at]!++;
    if (end > next[who]!) next[who] = end;
  }
}

function rowsOf({ steps, counts, fromWon }: Cells, groups: Groups, periods: Periods, asked: Asked): Table {
  const lines = linesOf(counts, steps, groups, periods, asked.question);
  const last = (line: number) => Math.min(steps, periods.count - (line % periods.count));
  const rows = lines.flatMap((line) => Array.from({ length: last(line) }, (_, step) => ({ line, step })));
  const column = (of: (line: number, step: number) => number) =>
    Float64Array.from(rows, ({ line, step }) => of(line, step));
  const sizes = column((line) => counts[line * steps]!);
  const reach = asked.options['mode'] === 'rolling' ? Math.floor(Number(asked.options['width'])) : 0;
  const none = new Float64Array(rows.length);
  const table = gathered(
    rows.map(({ line }) => groups.labels[Math.floor(line / periods.count)] ?? null),
    {
      k: ['count', column((_, step) => step)],
      cohort_size: ['count', sizes],
      numerator: ['score', column((line, step) => counts[line * steps + step]!)],
      denominator: ['score', sizes],
      complete: ['flag', column((line, step) => periods.complete[(line % periods.count) + step]!)],
      can_still_rise: [
        'flag',
        column((line, step) => Number(reach > 0 && (line % periods.count) + step + reach >= periods.count)),
      ],
      from_flags: ['count', column((line) => fromWon[line]!)],
      excluded_no_fx: ['count', none],
      excluded_no_amount: ['count', none],
      excluded_negative: ['count', none],
    },
  );
  const cohort = rows.map(({ line }) => periods.labels[line % periods.count] ?? null);
  return { ...table, columns: [...table.columns, textColumn('cohort', 'label', cohort)] };
}

// Cohorts with anybody in them; where nothing splits them also those between, up to the end asked for.
function linesOf(counts: Int32Array, steps: number, groups: Groups, periods: Periods, { by, to }: Question): number[] {
  const all = Array.from({ length: groups.labels.length * periods.count }, (_, line) => line);
  const filled = (line: number) => counts[line * steps]! > 0;
  if (by.length > 0) return all.filter(filled);
  const first = all.findIndex(filled);
  const end = dayAsked(to, Infinity);
  return first < 0 ? [] : all.slice(first).filter((line) => periods.start[line]! < end);
}

export const cohortsQuickly = quickWay({ plan: customerPlan, spans: cohortPeriods, covers, gather: gatherCohorts });
