/** Conversations of journeys by day: which were the first of a period, and what they led to. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import type { Asked, BoardPlan, Stretches } from './board';
import { byDay, dayAsked, daysIn, firstFrom, gathered, noDay, quickWay, stretches } from './board';
import type { Groups } from './board-groups';
import { canGroup, dealTraits, isFilteredBy, isTimed } from './board-groups';
import { byPoints } from './board-order';
import type { Members } from './board-members';
import { membersOf } from './board-members';
import type { Sight } from './board-sight';
import { sightOf } from './board-sight';
import type { Entries } from './board-tally';
import { runsOf, tallyOf } from './board-tally';
import { bucketOf, keepsBuckets } from './labels';
import type { Options } from './metric';
import { periodDays } from './board-spans';
import talkDays from './talk-days.sql?raw';
import talkSize from './talk-size.sql?raw';
import unlinkedDays from './unlinked-days.sql?raw';

interface TalkBoard {
  readonly members: Members;
  readonly place: Int32Array;
  readonly day: Int32Array;
  /** Day of the same journey's conversation before; the smallest number for its first. */
  readonly before: Int32Array;
  /** Days from the conversation until the journey was won; endless where it was not, or was before. */
  readonly won: Float64Array;
  /** Days of conversations that belong to no journey. */
  readonly unlinked: Int32Array;
  /** What is kept of stretches of days. */
  readonly firsts: Stretches<Firsts>;
}

/** Conversations of a stretch of days that are the first of their journey in it, by day: kind 1 where it was won in time, else 0. */
type Firsts = Entries;

/** Bytes one of them takes, with what is told of its cell. */
const ofFirst = 13;

/** Most stretches that are remembered: a figure, its change and its trend ask for three. */
const mostFirsts = 120;

const never = -(2 ** 31);

const plan: BoardPlan<TalkBoard> = {
  of: 'conversation-conversion',
  size: talkSize,
  members: {},
  order: 'journey_no',
  parts: { talks: talkDays, unlinked: unlinkedDays },
  build: (members, { talks, unlinked }) => {
    const rows = byDay(talks);
    return {
      members: membersOf(members),
      place: rows.of('place', Int32Array),
      day: rows.day,
      before: daysIn(rows.of('before_on', Float64Array), never),
      won: rows.of('won_days', Float64Array).map((days) => (days >= 0 ? days : Infinity)),
      unlinked: byDay(unlinked).day,
      firsts: stretches(mostFirsts, ({ day }) => ofFirst * day.length),
    };
  },
};

/** Conversations of a journey's present owner, split by time in a closed period alone. */
function covers({ from, to, by, filters }: Question, options: Options): boolean {
  const whole = from !== null && to !== null ? from < to : !isTimed(by);
  return options['attribution'] === 'current' && whole && canGroup(by, dealTraits) && isFilteredBy(dealTraits, filters);
}

/** Rows of the statement of prospects spoken to. */
function gatherSpoken(board: TalkBoard, asked: Asked): Table {
  const sight = sightOf(board.members, asked);
  const { groups } = sight;
  const counts = spokenIn(board, asked, sight);
  const apart = apartIn(board, asked, groups);
  // What belongs to no journey is nobody's, and of no kind, unless time alone splits.
  const bucket = groups.codes === null ? null : bucketOf(asked.question.by[0] ?? '');
  const isThere = bucket === null || groups.labels.includes(bucket);
  const labels = isThere ? groups.labels : [...groups.labels, bucket];
  const count = (of: (group: number) => number) => ['count', rows.map(of)] as const;
  const [missed, hits] = [0, 1].map((kind) => (group: number) => counts[group * 2 + kind] ?? 0);
  const all = (group: number) => missed!(group) + hits!(group);
  const apartOf = (group: number) => (bucket === null ? apart[group]! : labels[group] === bucket ? apart[0]! : 0);
  const filled = labels.flatMap((_, group) => (all(group) + apartOf(group) > 0 ? [group] : []));
  const rows = isThere ? filled : filled.sort((a, b) => byPoints(labels[a] ?? '', labels[b] ?? ''));
  return gathered(
    rows.map((group) => labels[group] ?? null),
    {
      numerator: count(hits!),
      denominator: count(all),
      excluded_unlinked: count(apartOf),
    },
  );
}

// A journey counts by its first conversation of the period: missed or hit, group after group.
function spokenIn(board: TalkBoard, { question, parameters }: Asked, sight: Sight): Int32Array {
  const window = Number(parameters['window_days'] ?? 1e9);
  // Bounds beyond the first and the last conversation are no bounds; "none before" is earlier than any first day.
  const from = Math.max(dayAsked(question.from, never + 1), board.day[0] ?? 0);
  const end = Math.min(dayAsked(question.to, noDay), (board.day.at(-1) ?? 0) + 1);
  const firsts = board.firsts.of(`${from} ${end} ${window}`, () => firstsIn(board, from, end, window));
  return tallyOf(firsts, 2, question, sight);
}

function firstsIn(board: TalkBoard, from: number, end: number, window: number): Firsts {
  const [begin, stop] = [firstFrom(board.day, from), firstFrom(board.day, end)];
  const most = Math.max(0, stop - begin);
  const [day, place, kind] = [new Int32Array(most), new Int32Array(most), new Uint8Array(most)];
  let count = 0;
  // A row is written whether it is a first or not, and overwritten where it was not: no branch to guess wrong.
  for (let row = begin; row < stop; row++) {
    day[count] = board.day[row]!;
    place[count] = board.place[row]!;
    kind[count] = Number(board.won[row]! <= window);
    count += Number(board.before[row]! < from);
  }
  return { day: day.slice(0, count), place: place.slice(0, count), kind: kind.slice(0, count) };
}

// Conversations of no journey by group of time.
function apartIn({ unlinked }: TalkBoard, { question }: Asked, groups: Groups): Int32Array {
  const apart = new Int32Array(groups.stretches === null ? 1 : groups.labels.length);
  if (!keepsBuckets(question.filters)) return apart;
  for (const { group, first, end } of runsOf({ day: unlinked }, question, groups)) apart[group]! += end - first;
  return apart;
}

export const spokenQuickly = quickWay({ plan, spans: periodDays, keepsPeriods: true, covers, gather: gatherSpoken });
