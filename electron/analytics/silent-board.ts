/** Every customer with its probability of having left: no filter changes a score, so an answer is a choice among the rows of all of them. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { emptyTable, numbersOf, textsOf } from '../model/table';
import type { Asked, BoardPlan } from './board';
import { dayAsked, quickWay } from './board';
import { customerTraits, isFilteredBy } from './board-groups';
import type { Members } from './board-members';
import { membersOf } from './board-members';
import { placesIn, sightOf } from './board-sight';
import { takeRowsLater } from './groups';
import boardSize from './silent-board-size.sql?raw';

interface SilentBoard {
  readonly members: Members;
  /** The answer to the question about everybody, and the member each of its rows is about. */
  readonly rows: Table;
  readonly place: Int32Array;
}

const plan: BoardPlan<SilentBoard> = {
  of: 'silent-churn',
  size: boardSize,
  members: { account_id: 'account_id' },
  order: 'account_id',
  parts: {},
  whole: true,
  build: (members, _, rows = emptyTable) => {
    const places = new Map(textsOf(members, 'account_id').map((id, at) => [id, at] as const));
    const place = Int32Array.from(textsOf(rows, 'account_id'), (id) => {
      const found = places.get(id);
      if (found === undefined) throw new Error(`no member ${id}`);
      return found;
    });
    return { members: membersOf(members, ['account_id']), rows, place };
  },
};

function covers({ by, filters }: Question): boolean {
  return by.length === 0 && isFilteredBy(customerTraits, filters);
}

/** Rows of the statement: those of the customers chosen whose last purchase lies in the period. */
function gatherSilent({ members, rows, place }: SilentBoard, asked: Asked): Table {
  const { question } = asked;
  const sight = sightOf(members, asked);
  const { chosen } = sight;
  if (chosen === null && question.from === null && question.to === null) return rows;
  const last = numbersOf(rows, 'last_on');
  const [from, to] = [dayAsked(question.from, -Infinity), dayAsked(question.to, Infinity)];
  const [taken, whenever] = [new Int32Array(rows.length), question.from === null && question.to === null];
  const seen = placesIn(place, sight);
  let count = 0;
  // A row is written whether it is taken or not, and overwritten where it was not: no branch to guess wrong.
  for (let row = 0; row < rows.length; row++) {
    const isThen = whenever || (last[row]! >= from && last[row]! < to);
    taken[count] = row;
    count += Number(isThen) & (chosen === null ? 1 : chosen[seen[row]!]!);
  }
  return takeRowsLater(rows, taken.subarray(0, count));
}

/** Who has left without a word. */
export const silentQuickly = quickWay({ plan, spans: null, covers, gather: gatherSilent });
