/** Which customers stayed from one period to the next, from the board of customers. */
import type { Table } from '../model/table';
import type { Asked } from './board';
import { firstFrom, gathered, quickWay } from './board';
import { chosenOf } from './board-members';
import type { CustomerBoard, Span } from './customer-board';
import { coversCustomers, customerPlan, purchase, spansOf, stretchOf } from './customer-board';
import { periodsAsked } from './board-spans';

/** Customers active in the period before a span, and of each: 1 active still, 2 known from deals won alone. */
export interface StayedStretch {
  readonly who: Int32Array;
  readonly kind: Uint8Array;
}

/** Rows of the logo statement: customers active before, and those of them active still. */
function gatherStayed(board: CustomerBoard, asked: Asked): Table {
  const chosen = chosenOf(board.members, asked.question.filters);
  const rows = spansOf(asked).flatMap((span) => {
    const stretch = board.stayed.of(stretchOf(span), () => stayedIn(board, span));
    const counts = countedIn(stretch, chosen);
    const [kept, gone, fromWon] = [counts[1]! + counts[3]!, counts[0]! + counts[2]!, counts[2]! + counts[3]!];
    return kept + gone > 0 ? [{ span, kept, gone, fromWon }] : [];
  });
  const numerator = asked.parameters['count'] === 'kept' ? 'kept' : 'gone';
  return gathered(
    rows.map(({ span }) => span.label),
    {
      numerator: ['count', rows.map((row) => row[numerator])],
      denominator: ['count', rows.map(({ kept, gone }) => kept + gone)],
      kept: ['count', rows.map(({ kept }) => kept)],
      gone: ['count', rows.map(({ gone }) => gone)],
      returned: ['count', rows.map(() => 0)],
      complete: ['flag', rows.map(({ span }) => span.complete)],
      from_flags: ['count', rows.map(({ fromWon }) => fromWon)],
    },
  );
}

// How many of each kind are chosen.
function countedIn({ who, kind }: StayedStretch, chosen: Uint8Array | null): Int32Array {
  const counts = new Int32Array(4);
  if (chosen === null) for (let at = 0; at < who.length; at++) counts[kind[at]!]!++;
  else for (let at = 0; at < who.length; at++) counts[kind[at]!]! += chosen[who[at]!]!;
  return counts;
}

function stayedIn({ members, purchases: { place, day, kind: bits }, fromWon }: CustomerBoard, span: Span) {
  const seen = new Uint8Array(members.length);
  const [begin, start, end] = [span.before, span.start, span.last + 1].map((on) => firstFrom(day, on)) as [
    number,
    number,
    number,
  ];
  for (let row = begin; row < start; row++) seen[place[row]!]! |= bits[row]! & purchase.bought;
  for (let row = start; row < end; row++) seen[place[row]!]! |= (bits[row]! & purchase.bought) << 1;
  const [who, kind] = [new Int32Array(seen.length), new Uint8Array(seen.length)];
  let count = 0;
  // A customer is written whether active before or not, and overwritten where not: no branch to guess wrong.
  for (let each = 0; each < seen.length; each++) {
    who[count] = each;
    kind[count] = (seen[each]! >> 1) | (fromWon[each]! << 1);
    count += seen[each]! & 1;
  }
  return { who: who.slice(0, count), kind: kind.slice(0, count) };
}

/** How customers stayed, for metrics of the logo statement. */
export const stayedQuickly = quickWay({
  plan: customerPlan,
  spans: periodsAsked,
  keepsPeriods: true,
  covers: coversCustomers,
  gather: gatherStayed,
});
