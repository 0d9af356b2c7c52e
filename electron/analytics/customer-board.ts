/** Customers with what each bought on which day: who stayed, and what they still bring, for any period and any filter. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { numbersOf, textsOf } from '../model/table';
import type { Asked, BoardPlan } from './board';
import { chosenOf, firstFrom, gathered, quickWay } from './board';
import { customerDimensions } from './customers';
import boardSize from './customer-board-size.sql?raw';
import expansionDays from './customer-expansions.sql?raw';
import purchaseDays from './customer-purchases.sql?raw';
import spans from './customer-spans.sql?raw';

/** What customers did by day, oldest first; money in ten-thousandths, which all sums of are exact. */
interface Days {
  readonly length: number;
  readonly place: Int32Array;
  readonly day: Int32Array;
  readonly money: Float64Array;
}

interface Purchases extends Days {
  readonly bought: Uint8Array;
  readonly noAmount: Uint8Array;
  readonly noRate: Uint8Array;
}

interface CustomerBoard {
  readonly members: Table;
  readonly fromWon: Uint8Array;
  /** The two halves of a customer's random number. */
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly purchases: Purchases;
  readonly expansions: Days;
}

const plan: BoardPlan<CustomerBoard> = {
  of: 'logo-retention',
  size: boardSize,
  members: {
    from_won: 'from_won',
    high: 'cast(hash(account_id) >> 32 as bigint)',
    low: 'cast(hash(account_id) & 4294967295 as bigint)',
  },
  order: 'account_id',
  parts: { purchases: purchaseDays, expansions: expansionDays },
  build: (members, parts) => ({
    members,
    fromWon: new Uint8Array(numbersOf(members, 'from_won')),
    high: numbersOf(members, 'high'),
    low: numbersOf(members, 'low'),
    purchases: {
      ...daysOf(parts['purchases']),
      bought: flagsOf(parts['purchases'], 'bought'),
      noAmount: flagsOf(parts['purchases'], 'no_amount'),
      noRate: flagsOf(parts['purchases'], 'no_rate'),
    },
    expansions: daysOf(parts['expansions']),
  }),
};

function daysOf(part: Table | undefined): Days {
  const table = part ?? { length: 0, columns: [] };
  return {
    length: table.length,
    place: new Int32Array(numbersOf(table, 'place')),
    day: new Int32Array(numbersOf(table, 'on_day')),
    money: numbersOf(table, 'money').map((value) => (Number.isNaN(value) ? 0 : value)),
  };
}

function flagsOf(part: Table | undefined, name: string): Uint8Array {
  return new Uint8Array(part ? numbersOf(part, name) : []);
}

const timeNames: readonly string[] = ['month', 'quarter', 'week'];

/** A closed period as a whole, or by month or quarter, filtered by anything but time. */
function covers({ from, to, by, filters }: Question): boolean {
  const byTime = by.length === 0 || (by.length === 1 && (by[0] === 'month' || by[0] === 'quarter'));
  const known = (name: string) => !timeNames.includes(name) && customerDimensions.some((each) => each === name);
  return from !== null && to !== null && byTime && Object.keys(filters).every(known);
}

/** One period and the one before it, as days. */
interface Span {
  readonly before: number;
  readonly start: number;
  readonly last: number;
  readonly complete: number;
  readonly label: string | null;
}

function spansOf({ spans: table, question: { by } }: Asked): readonly Span[] {
  const [before, start, last, complete] = ['before_on', 'start_on', 'last_on', 'complete'].map((name) =>
    numbersOf(table, name),
  );
  const labels = by[0] === undefined ? [] : textsOf(table, by[0]);
  return Array.from({ length: table.length }, (_, at) => ({
    before: before?.[at] ?? NaN,
    start: start?.[at] ?? NaN,
    last: last?.[at] ?? NaN,
    complete: complete?.[at] ?? NaN,
    label: labels[at] ?? null,
  }));
}

/** Rows of the logo statement: customers active before, and those of them active still. */
function gatherStayed(board: CustomerBoard, asked: Asked): Table {
  const chosen = chosenOf(board.members, asked.question.filters);
  const rows = spansOf(asked).flatMap((span) => {
    const { kept, gone, fromWon } = stayedIn(board, chosen, span);
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

function stayedIn({ members, purchases, fromWon }: CustomerBoard, chosen: Uint8Array | null, span: Span) {
  const { place, day, bought } = purchases;
  const seen = new Uint8Array(members.length);
  const end = firstFrom(day, span.last + 1);
  for (let row = firstFrom(day, span.before); row < end; row++) {
    const who = place[row]!;
    if (bought[row] && (chosen === null || chosen[who])) seen[who] = seen[who]! | (day[row]! < span.start ? 1 : 2);
  }
  let [kept, gone, won] = [0, 0, 0];
  for (let who = 0; who < seen.length; who++) {
    if (!(seen[who]! & 1)) continue;
    if (seen[who]! & 2) kept++;
    else gone++;
    won += fromWon[who]!;
  }
  return { kept, gone, fromWon: won };
}

/** How customers stayed, for metrics of the logo statement. */
export const stayedQuickly = quickWay({ plan, spans, covers, gather: gatherStayed });

/** What the customers of a block, or those left out, add up to; money in ten-thousandths. */
interface Block {
  readonly place: number | null;
  start: number;
  end: number;
  kept: number;
  grown: number;
  expansion: number;
  n: number;
  risen: number;
  fromWon: number;
  left: number;
  noRate: number;
  noAmount: number;
}

function gatherMoney(board: CustomerBoard, asked: Asked): Table {
  const chosen = chosenOf(board.members, asked.question.filters);
  const grown = asked.parameters['of'] === 'expansion';
  const known = new Map<string, Brought>();
  const judged = spansOf(asked).map((span) => ({ span, ...moneyIn(board, chosen, span, grown, known) }));
  const filled = judged.filter(({ who }) => who.length > 0);
  const most = Math.max(50, Math.min(5000, Math.floor(25_000 / Math.max(1, filled.length))));
  const rows = filled.flatMap(({ span, ...money }) => blocksOf(board, money, most).map((block) => ({ span, block })));
  const of = (value: (block: Block) => number) =>
    Float64Array.from({ length: rows.length }, (_, at) => value(rows[at]!.block));
  const money = (value: (block: Block) => number) =>
    ['money', of((block) => (block.n > 0 ? value(block) / 10_000 : NaN))] as const;
  const count = (value: (block: Block) => number) => ['count', of(value)] as const;
  return gathered(
    rows.map(({ span }) => span.label),
    {
      block: ['score', of(({ place }) => place ?? NaN)],
      start_money: money(({ start }) => start),
      end_money: money(({ end }) => end),
      kept_money: money(({ kept }) => kept),
      grown_money: money(({ grown: more }) => more),
      expansion_money: money(({ expansion }) => expansion),
      n: count(({ n }) => n),
      grown: count(({ risen }) => risen),
      complete: ['flag', rows.map(({ span }) => span.complete)],
      by_contract: ['flag', new Float64Array(rows.length)],
      from_flags: count(({ fromWon }) => fromWon),
      excluded_left: count(({ left }) => left),
      excluded_no_fx: count(({ noRate }) => noRate),
      excluded_no_amount: count(({ noAmount }) => noAmount),
    },
  );
}

/** What each customer brought in a stretch of days, and what of it nobody knows: 1 no rate, 2 no amount. */
interface Brought {
  readonly money: Float64Array;
  readonly doubt: Uint8Array;
}

// The stretch before a quarter is the quarter before, so one is added up once.
function broughtIn(
  { members, purchases }: CustomerBoard,
  chosen: Uint8Array | null,
  [first, end]: readonly [number, number],
  known: Map<string, Brought>,
): Brought {
  const before = known.get(`${first} ${end}`);
  if (before) return before;
  const sums = { money: new Float64Array(members.length), doubt: new Uint8Array(members.length) };
  known.set(`${first} ${end}`, sums);
  const { place, day, money, noAmount, noRate } = purchases;
  const stop = firstFrom(day, end);
  for (let row = firstFrom(day, first); row < stop; row++) {
    const who = place[row]!;
    if (chosen !== null && !chosen[who]) continue;
    sums.money[who] = sums.money[who]! + money[row]!;
    sums.doubt[who] = sums.doubt[who]! | noRate[row]! | (noAmount[row]! << 1);
  }
  return sums;
}

/** Customers with money before, known or not, and what each brought. */
interface Money {
  readonly who: readonly number[];
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly expansion: Float64Array;
  /** 0 judged, else why not: 1 no rate, 2 no amount, 3 left. */
  readonly leftOut: Uint8Array;
}

function moneyIn(
  board: CustomerBoard,
  chosen: Uint8Array | null,
  span: Span,
  left: boolean,
  known: Map<string, Brought>,
): Money {
  const { members, expansions } = board;
  const { money: start, doubt: doubtBefore } = broughtIn(board, chosen, [span.before, span.start], known);
  const { money: end, doubt: doubtNow } = broughtIn(board, chosen, [span.start, span.last + 1], known);
  const expansion = new Float64Array(members.length);
  const last = firstFrom(expansions.day, span.last + 1);
  for (let row = firstFrom(expansions.day, span.start); row < last; row++) {
    const who = expansions.place[row]!;
    expansion[who] = expansion[who]! + expansions.money[row]!;
  }
  const who: number[] = [];
  const leftOut = new Uint8Array(members.length);
  for (let at = 0; at < start.length; at++) {
    const doubt = doubtBefore[at]! | doubtNow[at]!;
    const had = start[at]! > 0;
    if (!had && doubtBefore[at] === 0) continue;
    who.push(at);
    leftOut[at] = doubt & 1 ? 1 : !had ? 2 : left && !(end[at]! > 0) ? 3 : 0;
  }
  return { who, start, end, expansion, leftOut };
}

// Blocks of customers as the statement throws them together, those left out after them.
function blocksOf(
  board: CustomerBoard,
  { who, start, end, expansion, leftOut }: Money,
  most: number,
): readonly Block[] {
  const units = who.reduce((n, at) => n + Number(leftOut[at] === 0), 0);
  const blocks = new Map<number | null, Block>();
  for (const at of who) {
    const reason = leftOut[at]!;
    const place = reason === 0 ? blockOf(board, at, units, most) : null;
    const block = blocks.get(place) ?? emptyBlock(place);
    blocks.set(place, block);
    if (reason === 0) addTo(block, start[at]!, end[at]!, expansion[at]!, board.fromWon[at]!);
    else if (reason === 1) block.noRate++;
    else if (reason === 2) block.noAmount++;
    else block.left++;
  }
  return [...blocks.values()].sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));
}

function blockOf({ high, low }: CustomerBoard, at: number, units: number, most: number): number {
  if (units <= most) return high[at]! * 2 ** 32 + low[at]!;
  return (high[at]! * (2 ** 32 % most) + low[at]!) % most;
}

function emptyBlock(place: number | null): Block {
  const none = { start: 0, end: 0, kept: 0, grown: 0, expansion: 0, n: 0, risen: 0, fromWon: 0 };
  return { place, ...none, left: 0, noRate: 0, noAmount: 0 };
}

function addTo(block: Block, start: number, end: number, expansion: number, fromWon: number): void {
  block.n++;
  block.start += start;
  block.end += end;
  block.kept += Math.min(start, end);
  block.grown += Math.max(end - start, 0);
  block.expansion += expansion;
  block.risen += Number(end > start);
  block.fromWon += fromWon;
}

/** The money of customers who stayed, for metrics of the revenue statement. */
export const keptMoneyQuickly = quickWay({ plan, spans, covers, gather: gatherMoney });
