/** Conversations of journeys by day: which were the first of a period, and what they led to. */
import { dimensions, isTimeDimension } from '../model/question';
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import type { Asked, BoardPlan } from './board';
import { byDay, chosenOf, daysIn, firstFrom, gathered, noDay, quickWay } from './board';
import { canGroup, groupsOf, isTimed } from './board-groups';
import type { Options } from './metric';
import periodDays from './period-days.sql?raw';
import talkDays from './talk-days.sql?raw';
import talkSize from './talk-size.sql?raw';
import unlinkedDays from './unlinked-days.sql?raw';

interface TalkBoard {
  readonly members: Table;
  readonly place: Int32Array;
  readonly day: Int32Array;
  /** Day of the same journey's conversation before; the smallest number for its first. */
  readonly before: Int32Array;
  /** Days from the conversation until the journey was won; NaN where it was not. */
  readonly won: Float64Array;
  /** Days of conversations that belong to no journey. */
  readonly unlinked: Int32Array;
}

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
      members,
      place: rows.of('place', Int32Array),
      day: rows.day,
      before: daysIn(rows.of('before_on', Float64Array), never),
      won: rows.of('won_days', Float64Array),
      unlinked: byDay(unlinked).day,
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

/** Rows of the statement of prospects spoken to. */
function gatherSpoken(board: TalkBoard, asked: Asked): Table {
  const { members, place, day, before, won, unlinked } = board;
  const groups = groupsOf(members, asked);
  const chosen = chosenOf(members, asked.question.filters);
  const { first, end } = daysAsked(asked.question);
  const window = Number(asked.parameters['window_days'] ?? 1e9);
  const { by } = asked.question;
  // What belongs to no journey is nobody's, in a last group of its own unless time alone splits.
  const labels = groups.timed || by.length === 0 ? groups.labels : [...groups.labels, null];
  const apartFrom = (on: number) => (labels === groups.labels ? groups.of(-1, on) : labels.length - 1);
  const [hits, all, apart] = [0, 0, 0].map(() => new Float64Array(labels.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const stop = firstFrom(day, end);
  for (let row = firstFrom(day, first); row < stop; row++) {
    const who = place[row]!;
    if (before[row]! >= first || (chosen !== null && !chosen[who])) continue;
    const group = groups.of(who, day[row]!);
    all[group]!++;
    if (won[row]! >= 0 && won[row]! <= window) hits[group]!++;
  }
  const last = firstFrom(unlinked, end);
  for (let row = firstFrom(unlinked, first); row < last; row++) apart[apartFrom(unlinked[row]!)]!++;
  const rows = labels.flatMap((_, group) => (all[group]! + apart[group]! > 0 ? [group] : []));
  const count = (values: Float64Array) => ['count', rows.map((group) => values[group]!)] as const;
  return gathered(
    rows.map((group) => labels[group] ?? null),
    { numerator: count(hits), denominator: count(all), excluded_unlinked: count(apart) },
  );
}

// The period as days, without a bound all that have a day; "none before" is earlier than any first day.
function daysAsked({ from, to }: Question): { readonly first: number; readonly end: number } {
  const dayOf = (date: string) => Date.parse(date) / 86_400_000;
  return { first: from === null ? never + 1 : dayOf(from), end: to === null ? noDay : dayOf(to) };
}

export const spokenQuickly = quickWay({ plan, spans: periodDays, covers, gather: gatherSpoken });
