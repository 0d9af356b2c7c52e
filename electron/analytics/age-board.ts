/** Open deals with how long each stands on its rung: how they age, under any filter. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { numbersOf, textColumn, textsOf } from '../model/table';
import { quantileCont } from '../stats/quantile';
import ageSize from './age-size.sql?raw';
import type { Asked, BoardPlan } from './board';
import { filled, gathered, mostMembers, placesWhere, quickWay } from './board';
import type { Members } from './board-members';
import { membersOf } from './board-members';
import { canGroup, dealTraits, isFilteredBy, isTimed } from './board-groups';
import type { Kinds } from './board-cube';
import { rowsAt } from './board-cube';
import type { Sight } from './board-sight';
import { placesIn, sightOf } from './board-sight';
import type { Run } from './board-tally';
import { sumRuns, tallyRuns } from './board-tally';
import type { Options } from './metric';

/** Days of deals, ascending on each rung; kinds are the rungs they stand on. */
interface Lasting extends Kinds {
  readonly days: Float64Array;
}

interface Worth extends Kinds {
  readonly money: Float64Array;
}

/** How long a deal stands on its rung, as the upper quartile and the upper tenth judge it. */
const [usual, aged, stale] = [0, 1, 2];
const ages = 3;

/** Open deals by their rungs, from the first on, and on each by how long they stand there. */
interface AgeBoard {
  readonly members: Members;
  readonly rungs: readonly string[];
  /** Every deal by its rung and age: kinds are ages, rung after rung. */
  readonly deals: Kinds;
  readonly stays: Lasting;
  /** Days since somebody touched them, of those touched. */
  readonly quiet: Lasting;
  /** Of each rung the aged deals whose amount is known, in ten-thousandths. */
  readonly worth: readonly Worth[];
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
    const rung = Uint8Array.from(texts, (name) => places.get(name)!);
    const [stay, quiet, money] = [numbersOf(members, 'stay'), numbersOf(members, 'quiet'), numbersOf(members, 'money')];
    const [p75, p90] = [ofRung('p75'), ofRung('p90')];
    const every = filled(new Int32Array(rung.length), (at) => at);
    const ageOf = (at: number) => (stay[at]! > p90[rung[at]!]! ? stale : stay[at]! > p75[rung[at]!]! ? aged : usual);
    const lasting = (place: Int32Array, days: Float64Array): Lasting => ({
      place,
      isRanked: true,
      days: filled(new Float64Array(place.length), (at) => days[place[at]!]!),
      kind: filled(new Uint8Array(place.length), (at) => rung[place[at]!]!),
    });
    const isWorth = (at: number) => ageOf(at) !== usual && !Number.isNaN(money[at]);
    return {
      members: membersOf(members, ['rung']),
      rungs,
      deals: { place: every, kind: filled(new Uint8Array(rung.length), (at) => rung[at]! * ages + ageOf(at)) },
      stays: lasting(
        placesWhere(rung.length, (at) => !Number.isNaN(stay[at])),
        stay,
      ),
      quiet: lasting(inOrder(quiet), quiet),
      worth: rungs.map((_, own) =>
        worthOf(
          placesWhere(rung.length, (at) => rung[at] === own && isWorth(at)),
          money,
        ),
      ),
      p75,
      p90,
      reference: ofRung('reference'),
    };
  },
};

function worthOf(place: Int32Array, money: Float64Array): Worth {
  return {
    place,
    kind: new Uint8Array(place.length),
    money: filled(new Float64Array(place.length), (at) => money[place[at]!]!),
  };
}

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

/** What is counted of the deals of each group on each rung: groups one after the other, in each its rungs. */
interface Counted {
  readonly open: Int32Array;
  readonly aged: Int32Array;
  readonly stale: Int32Array;
  /** Ten-thousandths; NaN where no amount is known. */
  readonly agedMoney: Float64Array;
  readonly medianStay: readonly (number | null)[];
  readonly medianQuiet: readonly (number | null)[];
  /** Deals that somebody touched. */
  readonly touched: Int32Array;
}

/** Rows of the statement of ageing. */
function gatherAges(board: AgeBoard, asked: Asked): Table {
  const { members, rungs, deals } = board;
  const sight = sightOf(members, asked);
  const { labels } = sight.groups;
  const counts = tallyRuns(deals, rungs.length * ages, wholeOf(deals), sight);
  const from = (age: number) =>
    filled(new Int32Array(labels.length * rungs.length), (cell) => {
      let sum = 0;
      for (let each = age; each < ages; each++) sum += counts[cell * ages + each]!;
      return sum;
    });
  const [stays, quiet] = [mediansOf(board.stays, rungs.length, sight), mediansOf(board.quiet, rungs.length, sight)];
  return tableOf(board, labels, {
    open: from(usual),
    aged: from(aged),
    stale: from(stale),
    agedMoney: moneyOf(board, sight),
    medianStay: stays.medians,
    medianQuiet: quiet.medians,
    touched: quiet.counts,
  });
}

function wholeOf({ kind: { length } }: Kinds): readonly Run[] {
  return [{ group: 0, first: 0, end: length }];
}

// The middle days of each cell.
function mediansOf(rows: Lasting, rungs: number, sight: Sight) {
  const counts = tallyRuns(rows, rungs, wholeOf(rows), sight);
  const middle =
    sight.groups.codes === null ? middleAt(rows, rungs, counts, sight) : middleOf(rows, rungs, counts, sight);
  return { counts, medians: Array.from(counts, (_, cell) => quantileCont(middle[cell]!, 0.5)) };
}

/** Places of the middle one, or two, of so many. */
function middlePlaces(n: number): number[] {
  if (n === 0) return [];
  return n % 2 === 1 ? [(n - 1) / 2] : [n / 2 - 1, n / 2];
}

function middleAt(rows: Lasting, rungs: number, counts: Int32Array, sight: Sight): number[][] {
  return Array.from(counts, (n, rung) =>
    rowsAt(rows, rungs, rung, middlePlaces(n), sight).map((row) => rows.days[row]!),
  );
}

// In one walk in the order of the days.
function middleOf({ place, kind, days }: Lasting, rungs: number, counts: Int32Array, sight: Sight): number[][] {
  const { chosen, groups } = sight;
  const [seen, codes] = [placesIn(place, sight), groups.codes!];
  const wanted = Array.from(counts, middlePlaces);
  const found = wanted.map((): number[] => []);
  const passed = new Int32Array(counts.length);
  for (let row = 0; row < days.length; row++) {
    const who = seen[row]!;
    const cell = (codes[who]! - 1) * rungs + kind[row]!;
    if (cell < 0 || (chosen !== null && chosen[who] === 0)) continue;
    if (wanted[cell]!.includes(passed[cell]!)) found[cell]!.push(days[row]!);
    passed[cell]!++;
  }
  return found;
}

function moneyOf({ rungs, worth }: AgeBoard, sight: Sight): Float64Array {
  const cells = sight.groups.labels.length * rungs.length;
  const out = new Float64Array(cells).fill(NaN);
  worth.forEach((rows, rung) => {
    const known = tallyRuns(rows, 1, wholeOf(rows), sight);
    sumRuns(rows, rows.money, wholeOf(rows), sight).forEach((sum, group) => {
      if (known[group]! > 0) out[group * rungs.length + rung] = sum;
    });
  });
  return out;
}

function tableOf(
  { rungs, p75, p90, reference }: AgeBoard,
  labels: readonly (string | null)[],
  counted: Counted,
): Table {
  const { open, agedMoney, medianStay, medianQuiet, touched } = counted;
  const shown = placesWhere(open.length, (cell) => open[cell]! > 0);
  const rungAt = (cell: number) => cell % rungs.length;
  const of = (value: (cell: number) => number | null) => Array.from(shown, value);
  const count = (value: (cell: number) => number) => ['count', of(value)] as const;
  const days = (value: (cell: number) => number | null) => ['days', of(value)] as const;
  const isJudged = (cell: number) => !Number.isNaN(p75[rungAt(cell)]);
  const numbers = gathered(
    Array.from(shown, (cell) => labels[Math.floor(cell / rungs.length)] ?? null),
    {
      numerator: count((cell) => counted.aged[cell]!),
      denominator: count((cell) => (isJudged(cell) ? open[cell]! : 0)),
      stale: count((cell) => counted.stale[cell]!),
      open: count((cell) => open[cell]!),
      median_days: days((cell) => medianStay[cell]!),
      p75_days: days((cell) => p75[rungAt(cell)]!),
      p90_days: days((cell) => p90[rungAt(cell)]!),
      reference: count((cell) => reference[rungAt(cell)]! || 0),
      quiet_days: days((cell) => medianQuiet[cell]!),
      never_touched: count((cell) => open[cell]! - touched[cell]!),
      aged_money: ['money', of((cell) => agedMoney[cell]! / 10_000)],
      excluded_no_reference: count((cell) => (isJudged(cell) ? 0 : open[cell]!)),
    },
  );
  const names = Array.from(shown, (cell) => rungs[rungAt(cell)]!);
  return { ...numbers, columns: [...numbers.columns, textColumn('rung', 'label', names)] };
}

/** How open deals age. */
export const agesQuickly = quickWay({ plan, spans: null, covers, gather: gatherAges });
