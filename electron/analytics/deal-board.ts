/** Deals with how and when each ended: what was won, and for how much, for any period and any filter. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { emptyTable, numbersOf } from '../model/table';
import type { Asked, BoardPlan, ByDay } from './board';
import { byDay, daysIn, gathered, noDay, quickWay } from './board';
import type { Kinds } from './board-cube';
import { canGroup, dealTraits, isFilteredBy, isTimed } from './board-groups';
import type { Members } from './board-members';
import { membersOf } from './board-members';
import { sightOf } from './board-sight';
import type { Entries, Ordered } from './board-tally';
import { filledOf, ordered, tallyOf } from './board-tally';
import dealAges from './deal-ages.sql?raw';
import dealCycles from './deal-cycles.sql?raw';
import dealLives from './deal-lives.sql?raw';
import dealOutcomes from './deal-outcomes.sql?raw';
import dealSize from './deal-size.sql?raw';
import dealTook from './deal-took.sql?raw';
import dealTotals from './deal-totals.sql?raw';
import dealUndated from './deal-undated.sql?raw';
import dealValued from './deal-valued.sql?raw';
import dealWorth from './deal-worth.sql?raw';
import type { Lives } from './life-tally';
import { livesOf } from './life-tally';
import type { Options } from './metric';
import { periodDays } from './board-spans';

export interface DealBoard {
  readonly members: Members;
  readonly outcomes: Entries;
  readonly undated: Entries;
  /** Deals won by whether their worth counts; null where the statement has to be asked, as sums are too large to be exact. */
  readonly valued: Entries | null;
  /** What each of those that count is worth, the least first: ten-thousandths, and its logarithm in millionths of millionths, NaN for nothing. */
  readonly worth: Ordered & { readonly money: Float64Array; readonly score: Float64Array };
  /** Deals won and open. */
  readonly cycles: Entries;
  /** Those open whose age is known, in days, the youngest first. */
  readonly open: Kinds & { readonly age: Float64Array };
  /** How long each won deal took, the shortest first. */
  readonly took: Ordered & { readonly number: Float64Array };
  /** What became of each, by the day it began. */
  readonly lives: Lives;
}

/** How deals are read. */
export const dealPlan: BoardPlan<DealBoard> = {
  of: 'win-rate',
  size: dealSize,
  members: {},
  order: 'journey_no',
  parts: {
    outcomes: dealOutcomes,
    undated: dealUndated,
    totals: dealTotals,
    valued: dealValued,
    worth: dealWorth,
    cycles: dealCycles,
    ages: dealAges,
    took: dealTook,
    lives: dealLives,
  },
  build: (members, parts) => {
    const entries = (name: string) => entriesOf(byDay(parts[name]));
    const fits = parts['totals'] !== undefined && numbersOf(parts['totals'], 'fits')[0] === 1;
    return {
      members: membersOf(members),
      outcomes: entries('outcomes'),
      undated: entries('undated'),
      valued: fits ? entries('valued') : null,
      worth: worthOf(parts['worth']),
      cycles: entries('cycles'),
      open: openOf(parts['ages']),
      took: tookOf(parts['took']),
      lives: livesOf(parts['lives']),
    };
  },
};

function entriesOf(rows: ByDay): Entries {
  return { place: rows.of('place', Int32Array), day: rows.day, kind: rows.of('kind', Uint8Array) };
}

function openOf(part = emptyTable): DealBoard['open'] {
  return {
    place: new Int32Array(numbersOf(part, 'place')),
    kind: new Uint8Array(part.length),
    isRanked: true,
    age: numbersOf(part, 'number'),
  };
}

// In the order they were read in.
function readIn(part: Table): Ordered {
  return ordered(new Int32Array(numbersOf(part, 'place')), daysIn(numbersOf(part, 'on_day'), noDay));
}

function tookOf(part = emptyTable): DealBoard['took'] {
  return { ...readIn(part), number: numbersOf(part, 'number') };
}

function worthOf(part = emptyTable): DealBoard['worth'] {
  return { ...readIn(part), money: numbersOf(part, 'money'), score: numbersOf(part, 'score') };
}

/** True for deals judged at their closing, split by time in a closed period alone. */
export function coversDeals({ from, to, by, filters }: Question, options: Options): boolean {
  const whole = from !== null && to !== null ? from < to : !isTimed(by);
  return (
    options['attribution'] === 'at_close' && whole && canGroup(by, dealTraits) && isFilteredBy(dealTraits, filters)
  );
}

/** Rows of the win rate's statement. Kinds: 0 not won, 1 won, 2 open, 3 disqualified, 4 without a date. */
function gatherOutcomes({ members, outcomes, undated }: DealBoard, asked: Asked): Table {
  const { question } = asked;
  const sight = sightOf(members, asked);
  const { groups } = sight;
  const counts = tallyOf(outcomes, 5, question, sight);
  if (groups.stretches === null) {
    // What did not close counts from the day it began on.
    const begun = tallyOf(undated, 5, { ...question, from: null }, sight);
    begun.forEach((n, cell) => (counts[cell]! += n));
  }
  const rows = filledOf(counts, 5, groups);
  const judgesAll = asked.parameters['disqualified'] === 'counted';
  const count = (of: (kind: (kind: number) => number) => number) =>
    ['count', rows.map((group) => of((kind) => counts[group * 5 + kind]!))] as const;
  return gathered(
    rows.map((group) => groups.labels[group] ?? null),
    {
      numerator: count((kind) => kind(1)),
      denominator: count((kind) => kind(0) + kind(1) + (judgesAll ? kind(3) : 0)),
      excluded_open: count((kind) => kind(2)),
      excluded_disqualified: count((kind) => (judgesAll ? 0 : kind(3))),
      excluded_bad_dates: count((kind) => kind(4)),
    },
  );
}

export const winRateQuickly = quickWay({
  plan: dealPlan,
  spans: periodDays,
  covers: coversDeals,
  gather: gatherOutcomes,
});
