/** What customers who stayed still bring, from the board of customers. */
import type { Table } from '../model/table';
import type { Asked, Stretches } from './board';
import { filled, firstFrom, gatheredRuns, placesWhere, quickWay, stretches } from './board';
import type { Sight } from './board-sight';
import { placesIn, sightOf } from './board-sight';
import { spareFor } from './board-tally';
import type { Contracts, CustomerBoard, Days, Span } from './customer-board';
import { coversCustomers, customerPlan, purchase, spansOf, stretchOf } from './customer-board';
import { periodsAsked } from './board-spans';

/** Customers with money in the period before a span, or with some that nobody knows, in the order of their random numbers. */
export interface KeptStretch {
  readonly who: Int32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly expansion: Float64Array;
  /** 0 judged, 1 judged unless those who left are not, else why not: 2 no rate, 3 no amount. */
  readonly kind: Uint8Array;
  /** Block of each, by how many blocks there are. */
  readonly blocks: Stretches<Uint16Array>;
}

/** What a block of customers adds up to, in the order in which its sums stand: money in ten-thousandths, then counts. */
const sums = ['start_money', 'end_money', 'kept_money', 'grown_money', 'expansion_money'] as const;
const counts = ['n', 'grown', 'from_flags'] as const;
const width = sums.length + counts.length;
const nAt = sums.length;

/** What is gathered of one period. */
interface Rows {
  readonly span: Span;
  /** Sums of the blocks one after the other, and their places; of blocks that hold anything alone. */
  readonly blocks: Float64Array;
  readonly places: Float64Array;
  /** How many customers are left out: they left, no rate, no amount. */
  readonly leftOut: readonly [number, number, number];
}

/** Which customers of a period are judged, as entries of its stretch, and how many are left out. */
interface Judged extends Pick<Rows, 'span' | 'leftOut'> {
  readonly stretch: KeptStretch;
  readonly entries: Int32Array;
}

/** Rows of the revenue statement; null where money came in other currencies, which it takes at the rate of each period's first day. */
function gatherMoney(board: CustomerBoard, asked: Asked): Table | null {
  if (board.isAbroad) return null;
  const sight = sightOf(board.members, { ...asked, question: { ...asked.question, by: [] } });
  const isExpansion = asked.parameters['of'] === 'expansion';
  const judged = spansOf(asked).map((span) => {
    const stretch = board.kept.of(stretchOf(span), () => keptIn(board, span));
    return judgedIn(span, stretch, sight, isExpansion ? 0 : 1);
  });
  const held = judged.filter(({ entries, leftOut }) => entries.length > 0 || anyOf(leftOut));
  const most = Math.max(50, Math.min(5000, Math.floor(25_000 / Math.max(1, held.length))));
  const rows = held.map((each) => (each.entries.length > most ? inBlocks : oneByOne)(board, each, most));
  return tableOf(rows, board.contracts !== null);
}

function anyOf(leftOut: Rows['leftOut']): boolean {
  return leftOut.some((count) => count > 0);
}

function judgedIn(span: Span, stretch: KeptStretch, sight: Sight, limit: 0 | 1): Judged {
  const { who, kind } = stretch;
  const { chosen } = sight;
  const seen = placesIn(who, sight);
  const [entries, kinds] = [spareFor(who.length + 1), new Int32Array(4)];
  let count = 0;
  // An entry is written whether it is judged or not, and overwritten where it was not: no branch to guess wrong.
  for (let at = 0; at < who.length; at++) {
    const one = chosen === null ? 1 : chosen[seen[at]!]!;
    kinds[kind[at]!]! += one;
    entries[count] = at;
    count += one & Number(kind[at]! <= limit);
  }
  return {
    span,
    stretch,
    entries: entries.slice(0, count),
    leftOut: [limit === 0 ? kinds[1]! : 0, kinds[2]!, kinds[3]!],
  };
}

// A customer each while there are few, in the order of their random numbers.
function oneByOne({ high, low, fromWon }: CustomerBoard, { span, stretch, entries, leftOut }: Judged): Rows {
  const { who } = stretch;
  const blocks = new Float64Array(entries.length * width);
  const places = new Float64Array(entries.length);
  for (let block = 0; block < entries.length; block++) {
    const at = entries[block]!;
    places[block] = high[who[at]!]! * 2 ** 32 + low[who[at]!]!;
    addTo(blocks, block * width, stretch, at, fromWon[who[at]!]!);
  }
  return { span, blocks, places, leftOut };
}

// Blocks of customers as the statement throws them together.
function inBlocks(board: CustomerBoard, { span, stretch, entries, leftOut }: Judged, most: number): Rows {
  const blockOf = stretch.blocks.of(String(most), () => blocksOf(board, stretch, most));
  const blocks = new Float64Array(most * width);
  for (let entry = 0; entry < entries.length; entry++) {
    const at = entries[entry]!;
    addTo(blocks, blockOf[at]! * width, stretch, at, board.fromWon[stretch.who[at]!]!);
  }
  const places = new Float64Array(placesWhere(most, (block) => blocks[block * width + nAt]! > 0));
  if (places.length < most)
    places.forEach((block, at) => blocks.copyWithin(at * width, block * width, (block + 1) * width));
  return { span, blocks, places, leftOut };
}

function blocksOf({ high, low }: CustomerBoard, { who }: KeptStretch, most: number): Uint16Array {
  const scale = 2 ** 32 % most;
  return filled(new Uint16Array(who.length), (at) => (high[who[at]!]! * scale + low[who[at]!]!) % most);
}

function addTo(blocks: Float64Array, first: number, stretch: KeptStretch, at: number, fromWon: number): void {
  const [start, end] = [stretch.start[at]!, stretch.end[at]!];
  const kept = Math.min(start, end);
  blocks[first]! += start;
  blocks[first + 1]! += end;
  blocks[first + 2]! += kept;
  blocks[first + 3]! += end - kept;
  blocks[first + 4]! += stretch.expansion[at]!;
  blocks[first + 5]!++;
  blocks[first + 6]! += Number(end > start);
  blocks[first + 7]! += fromWon;
}

// One row a block, and a last one of a period for those left out.
function tableOf(all: readonly Rows[], byContract: boolean): Table {
  const labels = all.map(({ span, places, leftOut }) => [span.label, places.length + Number(anyOf(leftOut))] as const);
  const length = labels.reduce((sum, [, rows]) => sum + rows, 0);
  const column = (write: (rows: Rows, out: Float64Array, first: number) => void, last: (rows: Rows) => number) => {
    const out = new Float64Array(length);
    let first = 0;
    for (const rows of all) {
      write(rows, out, first);
      first += rows.places.length;
      if (anyOf(rows.leftOut)) out[first++] = last(rows);
    }
    return out;
  };
  const none = () => 0;
  const missing = () => NaN;
  const sumAt = (at: number, unit: number) => (rows: Rows, out: Float64Array, first: number) => {
    for (let block = 0; block < rows.places.length; block++)
      out[first + block] = rows.blocks[block * width + at]! / unit;
  };
  return gatheredRuns(labels, {
    block: ['score', column(({ places }, out, first) => out.set(places, first), missing)],
    ...Object.fromEntries(sums.map((name, at) => [name, ['money', column(sumAt(at, 10_000), missing)] as const])),
    ...Object.fromEntries(counts.map((name, at) => [name, ['count', column(sumAt(nAt + at, 1), none)] as const])),
    excluded_left: ['count', column(none, ({ leftOut }) => leftOut[0])],
    excluded_no_fx: ['count', column(none, ({ leftOut }) => leftOut[1])],
    excluded_no_amount: ['count', column(none, ({ leftOut }) => leftOut[2])],
    complete: [
      'flag',
      column(
        ({ span, places }, out, first) => out.fill(span.complete, first, first + places.length),
        ({ span }) => span.complete,
      ),
    ],
    by_contract: ['flag', new Float64Array(length).fill(Number(byContract))],
  });
}

function keptIn(board: CustomerBoard, span: Span): KeptStretch {
  const { members, contracts } = board;
  const [before, now] = contracts ? runningIn(contracts, members.length, span) : boughtIn(board, span);
  const expansion = summed(board.expansions, members.length, span.start, span.last + 1);
  const places = board.byRank.filter((each) => before.doubt[each]! > 0 || before.money[each]! > 0);
  const pick = (values: Float64Array) => {
    const out = new Float64Array(places.length);
    for (let at = 0; at < out.length; at++) out[at] = values[places[at]!]!;
    return out;
  };
  const kind = filled(new Uint8Array(places.length), (at) => {
    const each = places[at]!;
    if ((before.doubt[each]! | now.doubt[each]!) & purchase.noRate) return 2;
    if (!(before.money[each]! > 0)) return 3;
    return now.money[each]! > 0 ? 0 : 1;
  });
  const sums = { start: pick(before.money), end: pick(now.money), expansion: pick(expansion) };
  return { who: places, ...sums, kind, blocks: stretches(2) };
}

/** What each customer brings, and what of it nobody knows, as bits of a purchase. */
interface Brought {
  readonly money: Float64Array;
  readonly doubt: Uint8Array;
}

// What contracts are worth a month on the last day of each period; what they are is always known.
function runningIn(
  { place, from, to, money }: Contracts,
  members: number,
  { start, last }: Span,
): readonly [Brought, Brought] {
  const none = () => ({ money: new Float64Array(members), doubt: new Uint8Array(members) });
  const [before, now] = [none(), none()];
  for (let row = 0; row < place.length; row++) {
    if (from[row]! > last || to[row]! < start) continue;
    if (from[row]! < start) before.money[place[row]!]! += money[row]!;
    if (to[row]! > last) now.money[place[row]!]! += money[row]!;
  }
  return [before, now];
}

function boughtIn({ members, purchases }: CustomerBoard, { before, start, last }: Span): readonly [Brought, Brought] {
  const of = (first: number, end: number) => broughtIn(purchases, members.length, first, end);
  return [of(before, start), of(start, last + 1)];
}

// What each customer brought in a stretch of days, and what of it nobody knows, as bits of a purchase.
function broughtIn(purchases: CustomerBoard['purchases'], members: number, first: number, end: number): Brought {
  const { place, day, kind } = purchases;
  const doubt = new Uint8Array(members);
  const bits = purchase.noRate | purchase.noAmount;
  const stop = firstFrom(day, end);
  for (let row = firstFrom(day, first); row < stop; row++)
    doubt[place[row]!] = doubt[place[row]!]! | (kind[row]! & bits);
  return { money: summed(purchases, members, first, end), doubt };
}

function summed({ place, day, money }: Days, members: number, first: number, end: number): Float64Array {
  const sum = new Float64Array(members);
  const stop = firstFrom(day, end);
  for (let row = firstFrom(day, first); row < stop; row++) sum[place[row]!]! += money[row]!;
  return sum;
}

/** The money of customers who stayed, for metrics of the revenue statement. */
export const keptMoneyQuickly = quickWay({
  plan: customerPlan,
  spans: periodsAsked,
  keepsPeriods: true,
  covers: coversCustomers,
  gather: gatherMoney,
});
