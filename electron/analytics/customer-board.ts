/** Customers with what each bought on which day: who stayed, and what they still bring, for any period and any filter. */
import { isTimeDimension } from '../model/question';
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { numbersOf, textsOf } from '../model/table';
import type { Asked, BoardPlan, ByDay } from './board';
import { byDay, chosenOf, firstFrom, gathered, quickWay } from './board';
import { customerDimensions } from './customers';
import boardSize from './customer-board-size.sql?raw';
import expansionDays from './customer-expansions.sql?raw';
import purchaseDays from './customer-purchases.sql?raw';
import spans from './customer-spans.sql?raw';
import talkDays from './customer-talks.sql?raw';

/** What customers did by day, oldest first; money in ten-thousandths, which all sums of are exact. */
interface Days {
  readonly length: number;
  readonly place: Int32Array;
  readonly day: Int32Array;
  readonly money: Float64Array;
}

interface Purchases extends Days {
  /** 1 where the money is known; 0 stands for the rest. */
  readonly known: Uint8Array;
  readonly bought: Uint8Array;
  readonly noAmount: Uint8Array;
  readonly noRate: Uint8Array;
}

export interface CustomerBoard {
  readonly members: Table;
  readonly fromWon: Uint8Array;
  /** The two halves of a customer's random number. */
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly purchases: Purchases;
  readonly expansions: Days;
  /** Days on which somebody spoke with each. */
  readonly talks: Omit<Days, 'money'>;
  /** What was added up of stretches of days that were asked for last: no filter changes what a customer brought. */
  readonly brought: Map<string, Brought>;
  readonly expanded: Map<string, Float64Array>;
  readonly seen: Map<string, Uint8Array>;
}

/** Most stretches kept of each kind: a trend asks for nine, of quarters or months. */
const mostStretches = 30;

/** What is known of a stretch, else what is made of it now; those longest unused go. */
function once<T>(known: Map<string, T>, stretch: string, make: () => T): T {
  const found = known.get(stretch) ?? make();
  known.delete(stretch);
  known.set(stretch, found);
  const [oldest] = known.keys();
  if (known.size > mostStretches && oldest !== undefined) known.delete(oldest);
  return found;
}

/** How customers are read. */
export const customerPlan: BoardPlan<CustomerBoard> = {
  of: 'logo-retention',
  uses: ['touches'],
  size: boardSize,
  members: {
    from_won: 'from_won',
    first_on: 'first_on',
    high: 'cast(hash(account_id) >> 32 as bigint)',
    low: 'cast(hash(account_id) & 4294967295 as bigint)',
  },
  order: 'account_id',
  parts: { purchases: purchaseDays, expansions: expansionDays, talks: talkDays },
  build: (members, parts) => ({
    members,
    fromWon: new Uint8Array(numbersOf(members, 'from_won')),
    high: numbersOf(members, 'high'),
    low: numbersOf(members, 'low'),
    purchases: purchasesOf(parts['purchases']),
    expansions: daysOf(parts['expansions']).days,
    talks: talksOf(parts['talks']),
    brought: new Map(),
    expanded: new Map(),
    seen: new Map(),
  }),
};

function daysOf(part: Table | undefined): { readonly rows: ByDay; readonly days: Days; readonly known: Uint8Array } {
  const rows = byDay(part);
  const money = rows.of('money', Float64Array);
  const known = new Uint8Array(rows.length);
  for (let row = 0; row < known.length; row++) {
    if (Number.isNaN(money[row])) money[row] = 0;
    else known[row] = 1;
  }
  return { rows, days: { length: rows.length, place: rows.of('place', Int32Array), day: rows.day, money }, known };
}

function purchasesOf(part: Table | undefined): Purchases {
  const { rows, days, known } = daysOf(part);
  return {
    ...days,
    known,
    bought: rows.of('bought', Uint8Array),
    noAmount: rows.of('no_amount', Uint8Array),
    noRate: rows.of('no_rate', Uint8Array),
  };
}

function talksOf(part: Table | undefined): CustomerBoard['talks'] {
  const rows = byDay(part);
  return { length: rows.length, place: rows.of('place', Int32Array), day: rows.day };
}

/** A closed period as a whole, or by month or quarter, filtered by anything but time. */
function covers({ from, to, by, filters }: Question): boolean {
  const byTime = by.length === 0 || (by.length === 1 && (by[0] === 'month' || by[0] === 'quarter'));
  const known = (name: string) => !isTimeDimension(name) && customerDimensions.some((each) => each === name);
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

function stayedIn(board: CustomerBoard, chosen: Uint8Array | null, span: Span) {
  const seen = seenIn(board, span);
  let [kept, gone, won] = [0, 0, 0];
  for (let who = 0; who < seen.length; who++) {
    if (!(seen[who]! & 1) || (chosen !== null && !chosen[who])) continue;
    if (seen[who]! & 2) kept++;
    else gone++;
    won += board.fromWon[who]!;
  }
  return { kept, gone, fromWon: won };
}

// Of each customer whether it bought in the period before (1) and in this one (2).
function seenIn({ members, purchases, seen: known }: CustomerBoard, span: Span): Uint8Array {
  return once(known, `${span.before} ${span.start} ${span.last}`, () => {
    const { place, day, bought } = purchases;
    const seen = new Uint8Array(members.length);
    const end = firstFrom(day, span.last + 1);
    for (let row = firstFrom(day, span.before); row < end; row++) {
      const who = place[row]!;
      if (bought[row]) seen[who] = seen[who]! | (day[row]! < span.start ? 1 : 2);
    }
    return seen;
  });
}

/** How customers stayed, for metrics of the logo statement. */
export const stayedQuickly = quickWay({ plan: customerPlan, spans, covers, gather: gatherStayed });

/** Columns of the answer that are sums of money over a block, in ten-thousandths, and those that count. */
const sums = ['start_money', 'end_money', 'kept_money', 'grown_money', 'expansion_money'] as const;
const counts = ['n', 'grown', 'from_flags', 'excluded_left', 'excluded_no_fx', 'excluded_no_amount'] as const;
const names = [...sums, ...counts];
type Name = (typeof names)[number];

/** What blocks of customers add up to, one entry a block. */
type Blocks = Readonly<Record<Name, Float64Array>>;

function blocksFor(length: number): Blocks {
  return Object.fromEntries(names.map((name) => [name, new Float64Array(length)])) as unknown as Blocks;
}

/** Rows of one period: blocks by their place, those left out last with no place. */
interface Rows {
  readonly span: Span;
  readonly blocks: Blocks;
  readonly places: Float64Array;
  /** Blocks that hold anything, in the order of their places. */
  readonly kept: readonly number[];
}

function gatherMoney(board: CustomerBoard, asked: Asked): Table {
  const chosen = chosenOf(board.members, asked.question.filters);
  const grown = asked.parameters['of'] === 'expansion';
  const judged = spansOf(asked).map((span) => moneyIn(board, chosen, span, grown));
  const filled = judged.filter(({ units, leftOut }) => units > 0 || leftOut.some((reason) => reason !== absent));
  const most = Math.max(50, Math.min(5000, Math.floor(25_000 / Math.max(1, filled.length))));
  const all = filled.map((money) => rowsOf(board, money, most));
  const length = all.reduce((sum, { kept }) => sum + kept.length, 0);
  const column = (read: (rows: Rows, block: number) => number): Float64Array => {
    const out = new Float64Array(length);
    let at = 0;
    for (const rows of all) for (const block of rows.kept) out[at++] = read(rows, block);
    return out;
  };
  const isMoney = (name: Name) => sums.some((each) => each === name);
  const valueOf = (name: Name) =>
    isMoney(name)
      ? column(({ blocks }, block) => (blocks.n[block]! > 0 ? blocks[name][block]! / 10_000 : NaN))
      : column(({ blocks }, block) => blocks[name][block]!);
  return gathered(
    all.flatMap(({ span, kept }) => kept.map(() => span.label)),
    {
      block: ['score', column(({ places }, block) => places[block]!)],
      ...Object.fromEntries(names.map((name) => [name, [isMoney(name) ? 'money' : 'count', valueOf(name)] as const])),
      complete: ['flag', column(({ span }) => span.complete)],
      by_contract: ['flag', new Float64Array(length)],
    },
  );
}

/** What each customer brought in a stretch of days, and what of it nobody knows: 1 no rate, 2 no amount. */
interface Brought {
  readonly money: Float64Array;
  readonly doubt: Uint8Array;
}

function broughtIn({ members, purchases, brought }: CustomerBoard, first: number, end: number): Brought {
  return once(brought, `${first} ${end}`, () => {
    const found = { money: new Float64Array(members.length), doubt: new Uint8Array(members.length) };
    const { place, day, money, noAmount, noRate } = purchases;
    const stop = firstFrom(day, end);
    for (let row = firstFrom(day, first); row < stop; row++) {
      const who = place[row]!;
      found.money[who] = found.money[who]! + money[row]!;
      found.doubt[who] = found.doubt[who]! | noRate[row]! | (noAmount[row]! << 1);
    }
    return found;
  });
}

/** Who had no money before that anybody knows or doubts. */
const absent = 255;

/** What each customer brought, and which are judged. */
interface Money {
  readonly span: Span;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly expansion: Float64Array;
  /** 0 judged, 255 not there, else why not judged: 1 no rate, 2 no amount, 3 left. */
  readonly leftOut: Uint8Array;
  readonly units: number;
}

function moneyIn(board: CustomerBoard, chosen: Uint8Array | null, span: Span, left: boolean): Money {
  const { money: start, doubt: doubtBefore } = broughtIn(board, span.before, span.start);
  const { money: end, doubt: doubtNow } = broughtIn(board, span.start, span.last + 1);
  const leftOut = new Uint8Array(start.length).fill(absent);
  let units = 0;
  for (let at = 0; at < start.length; at++) {
    const had = start[at]! > 0;
    if ((!had && doubtBefore[at] === 0) || (chosen !== null && !chosen[at])) continue;
    const doubt = doubtBefore[at]! | doubtNow[at]!;
    const reason = doubt & 1 ? 1 : !had ? 2 : left && !(end[at]! > 0) ? 3 : 0;
    leftOut[at] = reason;
    if (reason === 0) units++;
  }
  return { span, start, end, expansion: expandedIn(board, span), leftOut, units };
}

function expandedIn({ members, expansions, expanded }: CustomerBoard, span: Span): Float64Array {
  return once(expanded, `${span.start} ${span.last}`, () => {
    const expansion = new Float64Array(members.length);
    const last = firstFrom(expansions.day, span.last + 1);
    for (let row = firstFrom(expansions.day, span.start); row < last; row++) {
      const who = expansions.place[row]!;
      expansion[who] = expansion[who]! + expansions.money[row]!;
    }
    return expansion;
  });
}

// Blocks of customers as the statement throws them together: a customer each while there are few.
function rowsOf(board: CustomerBoard, money: Money, most: number): Rows {
  const { span, leftOut, units } = money;
  const few = units <= most;
  const out = few ? units : most;
  const places = new Float64Array(out + 1);
  const blocks = blocksFor(out + 1);
  let next = 0;
  for (let at = 0; at < leftOut.length; at++) {
    const reason = leftOut[at]!;
    if (reason === absent) continue;
    if (reason === 0) {
      const place = placeOf(board, at, few, most);
      const block = few ? next++ : place;
      places[block] = place;
      addTo(blocks, block, money, at, board.fromWon[at]!);
    } else {
      const why = (['excluded_no_fx', 'excluded_no_amount', 'excluded_left'] as const)[reason - 1]!;
      blocks[why][out]!++;
    }
  }
  places[out] = NaN;
  const kept = Array.from(places.keys()).filter((block) => block < out && blocks.n[block]! > 0);
  if (few) kept.sort((a, b) => places[a]! - places[b]!);
  const any = blocks.excluded_no_fx[out]! + blocks.excluded_no_amount[out]! + blocks.excluded_left[out]! > 0;
  return { span, blocks, places, kept: any ? [...kept, out] : kept };
}

function placeOf({ high, low }: CustomerBoard, at: number, few: boolean, most: number): number {
  return few ? high[at]! * 2 ** 32 + low[at]! : (high[at]! * (2 ** 32 % most) + low[at]!) % most;
}

function addTo(blocks: Blocks, block: number, money: Money, at: number, fromWon: number): void {
  const [start, end] = [money.start[at]!, money.end[at]!];
  blocks.n[block]!++;
  blocks.start_money[block]! += start;
  blocks.end_money[block]! += end;
  blocks.kept_money[block]! += Math.min(start, end);
  blocks.grown_money[block]! += Math.max(end - start, 0);
  blocks.expansion_money[block]! += money.expansion[at]!;
  blocks.grown[block]! += Number(end > start);
  blocks.from_flags[block]! += fromWon;
}

/** The money of customers who stayed, for metrics of the revenue statement. */
export const keptMoneyQuickly = quickWay({ plan: customerPlan, spans, covers, gather: gatherMoney });
