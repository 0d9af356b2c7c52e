/** Conversations of journeys by day: which were the first of a period, and what they led to. */
import { dimensions, isTimeDimension } from '../model/question';
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import type { Asked, BoardPlan, Stretches } from './board';
import { byDay, dayAsked, daysIn, filled, firstFrom, gathered, noDay, quickWay, stretches } from './board';
import type { Members } from './board-members';
import { chosenOf, membersOf } from './board-members';
import type { Cells } from './board-cells';
import { byPlace, tally } from './board-cells';
import type { Groups } from './board-groups';
import { canGroup, groupsOf, isTimed } from './board-groups';
import type { Options } from './metric';
import periodDays from './period-days.sql?raw';
import talkDays from './talk-days.sql?raw';
import talkSize from './talk-size.sql?raw';
import unlinkedDays from './unlinked-days.sql?raw';

interface TalkBoard {
  readonly members: Members;
  readonly place: Int32Array;
  readonly day: Int32Array;
  /** Day of the same journey's conversation before; the smallest number for its first. */
  readonly before: Int32Array;
  /** Days from the conversation until the journey was won; NaN where it was not. */
  readonly won: Float64Array;
  /** Days of conversations that belong to no journey. */
  readonly unlinked: Int32Array;
  readonly spoken: Stretches<TalkStretch>;
}

/** Most periods kept. */
const mostPeriods = 6;

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
      won: rows.of('won_days', Float64Array),
      unlinked: byDay(unlinked).day,
      spoken: stretches(mostPeriods),
    };
  },
};

const memberNames = dimensions.filter((name) => !isTimeDimension(name));

/** Conversations of a journey's present owner, split by time in a closed period alone. */
function covers({ from, to, by, filters }: Question, options: Options): boolean {
  const known = (name: string) => memberNames.some((each) => each === name);
  const whole = from !== null && to !== null ? from < to : !isTimed(by);
  return (
    options['attribution'] === 'current' && whole && canGroup(by, memberNames) && Object.keys(filters).every(known)
  );
}

/** Journeys spoken with in a period, won within the window or not, and conversations that belong to none, by group of time. */
interface TalkStretch {
  readonly cells: Cells;
  readonly apart: Int32Array;
}

/** Rows of the statement of prospects spoken to. */
function gatherSpoken(board: TalkBoard, asked: Asked): Table {
  const groups = groupsOf(board.members, asked);
  const chosen = chosenOf(board.members, asked.question.filters);
  const window = Number(asked.parameters['window_days'] ?? 1e9);
  const { from, to, by } = asked.question;
  const { cells, apart } = board.spoken.of(`${from} ${to} ${window} ${groups.timed ? by[0] : ''}`, () =>
    spokenIn(board, asked.question, groups, window),
  );
  // What belongs to no journey is nobody's, in a last group of its own unless time alone splits.
  const labels = groups.timed || by.length === 0 ? groups.labels : [...groups.labels, null];
  const counts = tally(cells, 2, groups, chosen);
  const [missed, hits] = [0, 1].map((kind) => labels.map((_, group) => counts[group * 2 + kind] ?? 0));
  const apartOf = (group: number) => (groups.timed ? apart[group]! : group === labels.length - 1 ? apart[0]! : 0);
  const all = labels.map((_, group) => missed![group]! + hits![group]!);
  const rows = labels.flatMap((_, group) => (all[group]! + apartOf(group) > 0 ? [group] : []));
  const count = (of: (group: number) => number) => ['count', rows.map(of)] as const;
  return gathered(
    rows.map((group) => labels[group] ?? null),
    {
      numerator: count((group) => hits![group]!),
      denominator: count((group) => all[group]!),
      excluded_unlinked: count(apartOf),
    },
  );
}

// A journey counts by its first conversation of the period.
function spokenIn(board: TalkBoard, question: Question, groups: Groups, window: number): TalkStretch {
  const { day, before, won, unlinked } = board;
  const { first, end } = daysAsked(question);
  const groupOf = (on: number) => (groups.timed ? groups.of(-1, on) : 0);
  const { rows, place } = byPlace(board.place, board.members.length, (take) => {
    const stop = firstFrom(day, end);
    for (let row = firstFrom(day, first); row < stop; row++)
      if (before[row]! < first && groupOf(day[row]!) >= 0) take(row);
  });
  const isHit = (row: number) => won[row]! >= 0 && won[row]! <= window;
  const cell = filled(new Uint16Array(rows.length), (at) => groupOf(day[rows[at]!]!) * 2 + Number(isHit(rows[at]!)));
  const apart = new Int32Array(groups.timed ? groups.labels.length : 1);
  const last = firstFrom(unlinked, end);
  for (let row = firstFrom(unlinked, first); row < last; row++) apart[groupOf(unlinked[row]!)]!++;
  return { cells: { place, cell }, apart };
}

// The period as days, without a bound all that have a day; "none before" is earlier than any first day.
function daysAsked({ from, to }: Question): { readonly first: number; readonly end: number } {
  return { first: dayAsked(from, never + 1), end: dayAsked(to, noDay) };
}

export const spokenQuickly = quickWay({ plan, spans: periodDays, covers, gather: gatherSpoken });
