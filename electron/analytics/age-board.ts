/** Open deals with how long each stands on its rung: how they age, under any filter. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { numbersOf, textColumn, textsOf } from '../model/table';
import { quantileCont } from '../stats/quantile';
import ageSize from './age-size.sql?raw';
import type { Asked, BoardPlan } from './board';
import { filled, gathered, mostMembers, placesWhere, quickWay } from './board';
import type { Members } from './board-members';
import { chosenOf, membersOf } from './board-members';
import { canGroup, dealTraits, groupsOf, isFilteredBy, isTimed } from './board-groups';
import type { Options } from './metric';

/** Open deals by their rungs, from the first on, and on each by how long they stand there. */
interface AgeBoard {
  readonly members: Members;
  /** Names of the rungs, and of each deal the place of its own among them. */
  readonly rungs: readonly string[];
  readonly rung: Uint8Array;
  readonly stay: Float64Array;
  /** Days since somebody touched it; NaN where nobody did. */
  readonly quiet: Float64Array;
  /** Places of those touched, those touched last first. */
  readonly byQuiet: Int32Array;
  /** Ten-thousandths; NaN where nobody knows. */
  readonly money: Float64Array;
  /** What the deals of a rung are judged by, one entry a rung; NaN where there is nothing to judge by. */
  readonly p75: Float64Array;
  readonly p90: Float64Array;
  readonly reference: Float64Array;
}

const plan: BoardPlan<AgeBoard> = {
  of: 'ageing',
  size: ageSize,
  members: {
    rung: 'rung_of(rung_rank)',
    stay: 'cast(stay_days as double)',
    quiet: 'cast(quiet_days as double)',
    money: 'cast(cast(amount_money as decimal(18, 4)) * 10000 as bigint)',
    p75: 'cast(p75_days as double)',
    p90: 'cast(p90_days as double)',
    reference: 'reference',
  },
  order: 'rung_rank, stay_days, journey_no',
  parts: {},
  build: (members) => {
    const texts = textsOf(members, 'rung').map((name) => name ?? '');
    const rungs = [...new Set(texts)];
    const places = new Map(rungs.map((name, at) => [name, at] as const));
    const firsts = rungs.map((name) => texts.indexOf(name));
    const ofRung = (name: string) => Float64Array.from(firsts, (first) => numbersOf(members, name)[first]!);
    const quiet = numbersOf(members, 'quiet');
    return {
      members: membersOf(members, ['rung']),
      rungs,
      rung: Uint8Array.from(texts, (name) => places.get(name)!),
      stay: numbersOf(members, 'stay'),
      quiet,
      byQuiet: inOrder(quiet),
      money: numbersOf(members, 'money'),
      p75: ofRung('p75'),
      p90: ofRung('p90'),
      reference: ofRung('reference'),
    };
  },
};

// Days and place as one number, for numbers alone are sorted fast.
function inOrder(days: Float64Array): Int32Array {
  const known = placesWhere(days.length, (at) => !Number.isNaN(days[at]));
  const keys = filled(
    new Float64Array(known.length),
    (at) => (days[known[at]!]! + mostDays) * mostMembers + known[at]!,
  ).sort();
  return filled(new Int32Array(keys.length), (at) => keys[at]! % mostMembers);
}

/** More days than a date lies from another. */
const mostDays = 2 ** 27;

function covers({ by, filters }: Question, options: Options): boolean {
  return (
    options['attribution'] === 'current' &&
    !isTimed(by) &&
    canGroup(by, dealTraits) &&
    isFilteredBy(dealTraits, filters)
  );
}

/** What is counted of the deals of a group on one rung. */
interface Counted {
  open: number;
  aged: number;
  stale: number;
  /** Ten-thousandths; NaN while no amount is known. */
  agedMoney: number;
  /** Ascending. */
  readonly stays: number[];
  readonly quiet: number[];
}

/** Rows of the statement of ageing. */
function gatherAges(board: AgeBoard, asked: Asked): Table {
  const { members, rungs, rung } = board;
  const groups = groupsOf(members, asked);
  const found = groups.labels.flatMap(() => rungs.map(none));
  const { codes } = groups;
  const cellOf = (place: number) => found[(codes === null ? 0 : codes[place]! - 1) * rungs.length + rung[place]!]!;
  const chosen = chosenOf(members, asked.question.filters);
  for (let place = 0; place < rung.length; place++)
    if (chosen === null || chosen[place] === 1) count(cellOf(place), board, place);
  for (const place of board.byQuiet)
    if (chosen === null || chosen[place] === 1) cellOf(place).quiet.push(board.quiet[place]!);
  return tableOf(board, groups.labels, found);
}

function none(): Counted {
  return { open: 0, aged: 0, stale: 0, agedMoney: NaN, stays: [], quiet: [] };
}

function count(counted: Counted, { rung, stay, money, p75, p90 }: AgeBoard, place: number): void {
  const days = stay[place]!;
  counted.open++;
  if (!Number.isNaN(days)) counted.stays.push(days);
  if (days > p90[rung[place]!]!) counted.stale++;
  if (!(days > p75[rung[place]!]!)) return;
  counted.aged++;
  if (!Number.isNaN(money[place]))
    counted.agedMoney = (Number.isNaN(counted.agedMoney) ? 0 : counted.agedMoney) + money[place]!;
}

function tableOf(
  { rungs, p75, p90, reference }: AgeBoard,
  labels: readonly (string | null)[],
  found: readonly Counted[],
): Table {
  const rows = found.flatMap((counted, cell) => {
    const at = cell % rungs.length;
    return counted.open === 0 ? [] : [{ ...counted, at, label: labels[(cell - at) / rungs.length] ?? null }];
  });
  const count = (of: (row: (typeof rows)[number]) => number) => ['count', rows.map(of)] as const;
  const days = (of: (row: (typeof rows)[number]) => number | null) => ['days', rows.map(of)] as const;
  const isJudged = (at: number) => !Number.isNaN(p75[at]);
  const numbers = gathered(
    rows.map(({ label }) => label),
    {
      numerator: count(({ aged }) => aged),
      denominator: count(({ open, at }) => (isJudged(at) ? open : 0)),
      stale: count(({ stale }) => stale),
      open: count(({ open }) => open),
      median_days: days(({ stays }) => quantileCont(stays, 0.5)),
      p75_days: days(({ at }) => p75[at]!),
      p90_days: days(({ at }) => p90[at]!),
      reference: count(({ at }) => reference[at]! || 0),
      quiet_days: days(({ quiet }) => quantileCont(quiet, 0.5)),
      never_touched: count(({ open, quiet }) => open - quiet.length),
      aged_money: ['money', rows.map(({ agedMoney }) => agedMoney / 10_000)],
      excluded_no_reference: count(({ open, at }) => (isJudged(at) ? 0 : open)),
    },
  );
  const names = rows.map(({ at }) => rungs[at]!);
  return { ...numbers, columns: [...numbers.columns, textColumn('rung', 'label', names)] };
}

/** How open deals age. */
export const agesQuickly = quickWay({ plan, spans: null, covers, gather: gatherAges });
