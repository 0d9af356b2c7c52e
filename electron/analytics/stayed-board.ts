/** Which customers stayed from one period to the next, from the board of customers. */
import type { Table } from '../model/table';
import type { Asked } from './board';
import { firstFrom, gathered, quickWay } from './board';
import type { Kinds } from './board-cube';
import { sightOf } from './board-sight';
import { tallyRuns } from './board-tally';
import type { Contracts, CustomerBoard, Span } from './customer-board';
import { coversCustomers, customerPlan, purchase, spansOf, stretchOf } from './customer-board';
import { periodsAsked } from './board-spans';

/** Customers active in the period before a span, and as the kind of each these bits: active still, known from deals won alone, left for a while or for good. */
export type StayedStretch = Kinds;

/** Rows of the logo statement: customers active before, and those of them active still. */
function gatherStayed(board: CustomerBoard, asked: Asked): Table {
  const sight = sightOf(board.members, { ...asked, question: { ...asked.question, by: [] } });
  const rows = spansOf(asked).flatMap((span) => {
    const stretch = board.stayed.of(stretchOf(span), () => stayedIn(board, span));
    const counts = tallyRuns(stretch, 8, [{ group: 0, first: 0, end: stretch.kind.length }], sight);
    const of = (holds: (kind: number) => boolean) => counts.reduce((sum, n, kind) => sum + (holds(kind) ? n : 0), 0);
    const [all, kept] = [of(() => true), of((kind) => (kind & isActive) > 0)];
    const returned = of((kind) => (kind & isActive) > 0 && (kind & hasLeft) > 0);
    const fromWon = of((kind) => (kind & isFromWon) > 0);
    return all > 0 ? [{ span, kept, gone: all - kept, gross: all - kept + returned, returned, fromWon }] : [];
  });
  const { count } = asked.parameters;
  const numerator = count === 'kept' || count === 'gross' ? count : 'gone';
  return gathered(
    rows.map(({ span }) => span.label),
    {
      numerator: ['count', rows.map((row) => row[numerator])],
      denominator: ['count', rows.map(({ kept, gone }) => kept + gone)],
      kept: ['count', rows.map(({ kept }) => kept)],
      gone: ['count', rows.map(({ gone }) => gone)],
      returned: ['count', rows.map(({ returned }) => returned)],
      complete: ['flag', rows.map(({ span }) => span.complete)],
      from_flags: ['count', rows.map(({ fromWon }) => fromWon)],
    },
  );
}

const [isActive, isFromWon, hasLeft] = [1, 2, 4];

function stayedIn({ members, purchases, contracts, fromWon }: CustomerBoard, span: Span): StayedStretch {
  const { place, day, kind: bits } = purchases;
  // Bits: active before, active still, left.
  const seen = new Uint8Array(members.length);
  const [begin, start, end] = [span.before, span.start, span.last + 1].map((on) => firstFrom(day, on)) as [
    number,
    number,
    number,
  ];
  for (let row = begin; row < start; row++) seen[place[row]!]! |= bits[row]! & purchase.bought;
  for (let row = start; row < end; row++) seen[place[row]!]! |= (bits[row]! & purchase.bought) << 1;
  if (contracts) addContracts(seen, contracts, span);
  const [who, kind] = [new Int32Array(seen.length), new Uint8Array(seen.length)];
  let count = 0;
  // A customer is written whether active before or not, and overwritten where not: no branch to guess wrong.
  for (let each = 0; each < seen.length; each++) {
    who[count] = each;
    kind[count] = ((seen[each]! >> 1) & isActive) | (fromWon[each]! * isFromWon) | (seen[each]! & hasLeft);
    count += seen[each]! & 1;
  }
  return { place: who.slice(0, count), kind: kind.slice(0, count) };
}

// A contract counts on the last day of a period.
function addContracts(seen: Uint8Array, { place, from, to, isLeft }: Contracts, { start, last }: Span): void {
  for (let row = 0; row < place.length; row++) {
    const [begin, end, who] = [from[row]!, to[row]!, place[row]!];
    if (begin > last || end < start) continue;
    const left = isLeft[row]! * Number(end <= last);
    seen[who]! |= Number(begin < start) | (Number(end > last) << 1) | (left * hasLeft);
  }
}

/** How customers stayed, for metrics of the logo statement. */
export const stayedQuickly = quickWay({
  plan: customerPlan,
  spans: periodsAsked,
  keepsPeriods: true,
  covers: coversCustomers,
  gather: gatherStayed,
});
