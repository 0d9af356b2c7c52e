/** Journeys with the rungs each reached, when, and whose it was then: every step of the usual funnel for any period, filter and split. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { emptyTable, numbersOf, textColumn, textsOf } from '../model/table';
import type { Asked, BoardPlan } from './board';
import { daysIn, noDay } from './board';
import type { Groups } from './board-groups';
import { canGroup, dealTraits, groupsOf, isFilteredBy } from './board-groups';
import type { Members } from './board-members';
import { chosenOf, membersOf } from './board-members';
import { unassigned } from './labels';
import type { Options } from './metric';
import { isRung, rankOf, shownRungs } from '../model/ladder';
import reachDays from './reach-days.sql?raw';
import reachPeople from './reach-people.sql?raw';
import reachSize from './reach-size.sql?raw';
import reachSteps from './reach-steps.sql?raw';

/** One rung of all journeys: when each reached it, NaN where it did not, and the person it was then. */
export interface Reached {
  readonly at: Float64Array;
  readonly on: Int32Array;
  readonly rep: Int32Array;
  /** Day a journey counts on at this rung: reached it, or began where no rung of it is recorded; none where it began above. */
  readonly countedOn: Int32Array;
}

/** Spans of people, with nobody in the last row. */
interface People {
  readonly table: Members;
  readonly until: Int32Array;
  /** First row of each person by the place among the rep ids. */
  readonly first: Int32Array;
}

/** How a journey ended. */
export const ending = { open: 0, won: 1, reversed: 2, lost: 3, noDecision: 4, disqualified: 5 } as const;

export interface ReachBoard {
  readonly members: Members;
  readonly rungs: ReadonlyMap<number, Reached>;
  readonly closedAt: Float64Array;
  readonly closedOn: Int32Array;
  readonly beganOn: Int32Array;
  readonly ending: Uint8Array;
  readonly closedWithoutDate: Uint8Array;
  readonly rungsUnknown: Uint8Array;
  readonly fromFlags: Uint8Array;
  readonly dateOnly: Uint8Array;
  readonly people: People;
  /** Every day something may lie on, with its month and quarter. */
  readonly days: Table;
  readonly nowAt: number;
  readonly nowOn: number;
  /** Row of people that each journey belonged to at a rung, found when first asked for. */
  readonly owners: Map<number, Int32Array>;
}

const ranks = shownRungs.map(rankOf);

/** How journeys are read. */
export const reachPlan: BoardPlan<ReachBoard> = {
  of: 'cohort-conversion',
  size: reachSize,
  members: {},
  order: 'journey_no',
  parts: { steps: reachSteps, people: reachPeople, days: reachDays },
  build: (members, { steps = emptyTable, people = emptyTable, days = emptyTable }) => {
    const bytes = (name: string) => new Uint8Array(numbersOf(steps, name));
    return {
      members: membersOf(members),
      rungs: new Map(ranks.map((rank) => [rank, reachedOf(steps, rank)])),
      closedAt: numbersOf(steps, 'closed_at'),
      closedOn: daysIn(numbersOf(steps, 'closed_on'), noDay),
      beganOn: daysIn(numbersOf(steps, 'began_on'), noDay),
      ending: bytes('ending'),
      closedWithoutDate: bytes('closed_without_date'),
      rungsUnknown: bytes('rungs_unknown'),
      fromFlags: bytes('from_flags'),
      dateOnly: bytes('date_only'),
      people: peopleOf(people),
      days,
      nowAt: numbersOf(days, 'now_at')[0] ?? NaN,
      nowOn: numbersOf(days, 'now_on')[0] ?? NaN,
      owners: new Map(),
    };
  },
};

function reachedOf(steps: Table, rank: number): Reached {
  const on = daysIn(numbersOf(steps, `on_${rank}`), noDay);
  const [entry, unknown, began] = ['entry_rank', 'rungs_unknown', 'began_on'].map((name) => numbersOf(steps, name));
  const countedOn = on.map((day, who) => {
    if (!(entry![who]! <= rank)) return noDay;
    return day === noDay && unknown![who] === 1 && rank <= 5 && !Number.isNaN(began![who]!) ? began![who]! : day;
  });
  return { at: numbersOf(steps, `at_${rank}`), on, rep: daysIn(numbersOf(steps, `rep_${rank}`), -1), countedOn };
}

function peopleOf(rows: Table): People {
  const number = numbersOf(rows, 'rep_no');
  const first = new Int32Array((number.at(-1) ?? -1) + 1).fill(rows.length);
  for (let row = rows.length - 1; row >= 0; row--) first[number[row]!] = row;
  const texts = ['rep', 'team', 'role'].map((name) => {
    const column = textsOf(rows, name).map((text) => text ?? unassigned);
    return textColumn(name, 'label', [...column, unassigned]);
  });
  return {
    table: membersOf({ length: rows.length + 1, columns: texts }),
    until: daysIn(numbersOf(rows, 'to_on'), noDay),
    first,
  };
}

/** Day of the person of a journey that has neither ended nor begun: 9999-01-01. */
const lastDay = 2_932_532;

// Team and role are those of the closing day, else of the day the journey began.
function ownersAt(board: ReachBoard, rank: number): Int32Array {
  const known = board.owners.get(rank);
  if (known) return known;
  const { closedOn, beganOn, people, rungs } = board;
  const rep = rungs.get(rank)?.rep ?? new Int32Array();
  const nobody = people.table.length - 1;
  const owners = Int32Array.from(rep, (number, who) => {
    let row = number < 0 ? nobody : (people.first[number] ?? nobody);
    const [closed, began] = [closedOn[who]!, beganOn[who]!];
    const day = closed !== noDay ? closed : began !== noDay ? began : lastDay;
    while (row < nobody && people.until[row]! <= day) row++;
    return row;
  });
  board.owners.set(rank, owners);
  return owners;
}

const ofPeople: readonly string[] = ['rep', 'team', 'role'];
/** True for steps between the rungs a funnel usually shows, each counted for whoever had it when it reached the first. */
export function coversSteps({ by, filters }: Question, options: Options): boolean {
  const isShown = (rung = '') => isRung(rung) && shownRungs.includes(rung);
  const usual = options['reach'] === 'cumulative' && options['attribution'] === 'at_entry';
  return (
    usual &&
    isShown(options['from']) &&
    isShown(options['to']) &&
    by.every((name) => canGroup([name], dealTraits)) &&
    isFilteredBy(dealTraits, filters)
  );
}

/** Groups by several dimensions at once, in the order of the answer: what a journey's day, its person and itself say of the group, to be added up. */
export interface Split {
  readonly count: number;
  /** Labels of a group, one a dimension. */
  readonly labelsOf: (group: number) => readonly (string | null)[];
  readonly firstDay: number;
  readonly byDay: Int32Array;
  readonly owners: Int32Array | null;
  readonly byPerson: Int32Array;
  readonly byMember: Int32Array | null;
}

/** The groups a question asks for, of journeys that stood on a rung. */
export function splitOf(board: ReachBoard, rank: number, asked: Asked): Split {
  const { members, people, days } = board;
  const all = asked.question.by.map((name) => groupsBy(board, asked, name));
  const sized = all.map((each, at) => {
    const size = all.slice(at + 1).reduce((product, { groups }) => product * groups.labels.length, 1);
    return { ...each, size };
  });
  const firstDay = numbersOf(days, 'on_day')[0] ?? 0;
  const added = (length: number, kind: Kind) => {
    const sum = new Int32Array(length);
    for (const { kind: own, groups, size } of sized) if (own === kind) addGroups(sum, groups, size, firstDay);
    return sum;
  };
  const has = (kind: Kind) => all.some((each) => each.kind === kind);
  return {
    count: all.reduce((product, { groups }) => product * groups.labels.length, 1),
    labelsOf: (group) =>
      sized.map(({ groups: { labels }, size }) => labels[Math.floor(group / size) % labels.length] ?? null),
    firstDay,
    byDay: added(days.length, 'day'),
    owners: has('person') ? ownersAt(board, rank) : null,
    byPerson: added(people.table.length, 'person'),
    byMember: has('member') ? added(members.length, 'member') : null,
  };
}

/** What tells the group of a journey. */
type Kind = 'day' | 'person' | 'member';

function groupsBy({ members, people, days }: ReachBoard, asked: Asked, name: string): { groups: Groups; kind: Kind } {
  const alone = { ...asked, question: { ...asked.question, by: [name] }, spans: days };
  const isOfPerson = ofPeople.includes(name);
  const groups = groupsOf(isOfPerson ? people.table : members, alone);
  return { groups, kind: groups.stretches !== null ? 'day' : isOfPerson ? 'person' : 'member' };
}

function addGroups(sum: Int32Array, { codes, stretches }: Groups, size: number, firstDay: number): void {
  if (codes !== null) for (let at = 0; at < sum.length; at++) sum[at]! += size * (codes[at]! - 1);
  for (const { group, first, end } of stretches ?? [])
    for (let on = first; on < end; on++) sum[on - firstDay]! += size * group;
}

/** Which journeys the filters choose, as they stood on a rung: 1 or 0 a journey, null for all of them. */
export function chosenAt(board: ReachBoard, rank: number, { filters }: Question): Uint8Array | null {
  const [own, others] = [true, false].map((wanted) =>
    Object.fromEntries(Object.entries(filters).filter(([name]) => ofPeople.includes(name) === wanted)),
  );
  const byMember = chosenOf(board.members, others ?? {});
  const byPerson = chosenOf(board.people.table, own ?? {});
  if (byPerson === null) return byMember;
  const owners = ownersAt(board, rank);
  const chosen = new Uint8Array(owners.length);
  for (let who = 0; who < owners.length; who++) chosen[who] = byPerson[owners[who]!]!;
  if (byMember !== null) for (let who = 0; who < owners.length; who++) chosen[who]! &= byMember[who]!;
  return chosen;
}
