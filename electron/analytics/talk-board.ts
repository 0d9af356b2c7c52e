/** Conversations of journeys by day: which were the first of a period, and what they led to. */
import { dimensions, isTimeDimension } from '../model/question';
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import type { Asked, BoardPlan } from './board';
import { byDay, chosenOf, daysIn, firstFrom, gathered, quickWay } from './board';
import { canGroup, groupsOf } from './board-groups';
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

function covers({ from, to, by, filters }: Question, options: Options): boolean {
  const known = (name: string) => memberNames.some((each) => each === name);
  const whole = from !== null && to !== null && from < to;
  return options['attribution'] === 'current' && whole && canGroup(by) && Object.keys(filters).every(known);
}

/** Rows of the statement of prospects spoken to. */
function gatherSpoken(board: TalkBoard, asked: Asked): Table {
  const { members, place, day, before, won, unlinked } = board;
  const groups = groupsOf(members, asked);
  const chosen = chosenOf(members, asked.question.filters);
  const [from, to] = [asked.question.from, asked.question.to].map((date) => Date.parse(date ?? '') / 86_400_000) as [
    number,
    number,
  ];
  const window = Number(asked.parameters['window_days'] ?? 1e9);
  const [hits, all, apart] = [0, 0, 0].map(() => new Float64Array(groups.labels.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const end = firstFrom(day, to);
  for (let row = firstFrom(day, from); row < end; row++) {
    const who = place[row]!;
    if (before[row]! >= from || (chosen !== null && !chosen[who])) continue;
    const group = groups.of(who, day[row]!);
    all[group]!++;
    if (won[row]! >= 0 && won[row]! <= window) hits[group]!++;
  }
  const last = firstFrom(unlinked, to);
  for (let row = firstFrom(unlinked, from); row < last; row++) apart[groups.of(-1, unlinked[row]!)]!++;
  const rows = groups.labels.flatMap((_, group) => (all[group]! + apart[group]! > 0 ? [group] : []));
  const count = (values: Float64Array) => ['count', rows.map((group) => values[group]!)] as const;
  return gathered(
    rows.map((group) => groups.labels[group] ?? null),
    { numerator: count(hits), denominator: count(all), excluded_unlinked: count(apart) },
  );
}

export const spokenQuickly = quickWay({ plan, spans: periodDays, covers, gather: gatherSpoken });
