/** Customers with what each bought and said on which day: what figures about customers are gathered from, for any period and any filter. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { emptyTable, numbersOf, textsOf } from '../model/table';
import type { Asked, BoardPlan, ByDay, Stretches } from './board';
import { byDay, daysIn, filled, noDay, placesWhere, stretches } from './board';
import { customerTraits, isFilteredBy } from './board-groups';
import type { Members } from './board-members';
import { membersOf } from './board-members';
import type { Contacts } from './contact-board';
import boardSize from './customer-board-size.sql?raw';
import broughtAbroad from './customer-abroad.sql?raw';
import contractRows from './customer-contracts.sql?raw';
import expansionDays from './customer-expansions.sql?raw';
import purchaseDays from './customer-purchases.sql?raw';
import talkDays from './customer-talks.sql?raw';
import type { KeptStretch } from './kept-board';
import type { StayedStretch } from './stayed-board';

/** What customers did by day, oldest first; money in ten-thousandths, which all sums of are exact, 0 where nobody knows it. */
export interface Days {
  readonly place: Int32Array;
  readonly day: Int32Array;
  readonly money: Float64Array;
}

/** What a purchase is beside its money, each a bit of `kind`. */
export const purchase = { bought: 1, noRate: 2, noAmount: 4, known: 8 } as const;

/** Contracts from each change of what they are worth to the next: the first day and the first without, `noDay` while one runs; money a month in ten-thousandths. */
export interface Contracts {
  readonly place: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly money: Float64Array;
  /** 1 where the customer had no other from the last day on. */
  readonly isLeft: Uint8Array;
}

export interface CustomerBoard {
  readonly members: Members;
  readonly fromWon: Uint8Array;
  /** Day each bought first. */
  readonly firstOn: Float64Array;
  /** The two halves of a customer's random number. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Places in the order of these numbers. */
  readonly byRank: Int32Array;
  readonly purchases: Days & { readonly kind: Uint8Array };
  /** What contracts are worth a month; null where there is none at all, so that purchases tell what customers bring. */
  readonly contracts: Contracts | null;
  /** Whether any of what tells it came in another currency, whose worth hangs on the day it is asked for. */
  readonly isAbroad: boolean;
  readonly expansions: Days;
  /** Days on which somebody spoke with each. */
  readonly talks: Omit<Days, 'money'>;
  readonly stayed: Stretches<StayedStretch>;
  readonly kept: Stretches<KeptStretch>;
  readonly contacts: Stretches<Contacts>;
}

/** Most stretches kept of those a person chooses among, with the quarters of their trends. */
const chosen = 120;

/** Bytes a customer takes in what is known of those who stayed, of what they bring, and of who spoke with them. */
const [ofStayed, ofKept, ofContacts] = [7, 35, 23];

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
  parts: {
    abroad: broughtAbroad,
    purchases: purchaseDays,
    contracts: contractRows,
    expansions: expansionDays,
    talks: talkDays,
  },
  build: (members, parts) => {
    const [high, low] = ['high', 'low'].map((name) => new Uint32Array(numbersOf(members, name))) as [
      Uint32Array,
      Uint32Array,
    ];
    const countOf = (name: string) => (parts['abroad'] ? (numbersOf(parts['abroad'], name)[0] ?? 0) : 0);
    const hasContracts = countOf('contracts') > 0;
    return {
      members: membersOf(members),
      fromWon: new Uint8Array(numbersOf(members, 'from_won')),
      firstOn: numbersOf(members, 'first_on'),
      high,
      low,
      byRank: byRankOf(high, low),
      purchases: purchasesOf(parts['purchases']),
      contracts: hasContracts ? contractsOf(parts['contracts']) : null,
      isAbroad: countOf(hasContracts ? 'contracts_abroad' : 'purchases') > 0,
      expansions: daysOf(byDay(parts['expansions'])),
      talks: talksOf(parts['talks']),
      stayed: stretches(chosen, ({ kind }) => ofStayed * kind.length),
      kept: stretches(chosen, ({ who }) => ofKept * who.length),
      contacts: stretches(chosen, ({ who }) => ofContacts * who.length),
    };
  },
};

function byRankOf(high: Uint32Array, low: Uint32Array): Int32Array {
  const random = filled(new Float64Array(high.length), (at) => high[at]! * 2 ** 32 + low[at]!);
  return placesWhere(random.length, () => true).sort((a, b) => random[a]! - random[b]! || a - b);
}

function daysOf(rows: ByDay): Days {
  const money = rows.of('money', Float64Array);
  for (let row = 0; row < rows.length; row++) if (Number.isNaN(money[row])) money[row] = 0;
  return { place: rows.of('place', Int32Array), day: rows.day, money };
}

function purchasesOf(part: Table | undefined): CustomerBoard['purchases'] {
  const rows = byDay(part);
  const [bought, noRate, noAmount] = ['bought', 'no_rate', 'no_amount'].map((name) => rows.of(name, Uint8Array));
  const money = rows.of('money', Float64Array);
  const kind = new Uint8Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    kind[row] =
      bought![row]! * purchase.bought +
      noRate![row]! * purchase.noRate +
      noAmount![row]! * purchase.noAmount +
      Number(!Number.isNaN(money[row])) * purchase.known;
  }
  return { ...daysOf(rows), kind };
}

function contractsOf(part: Table = emptyTable): Contracts {
  return {
    place: new Int32Array(numbersOf(part, 'place')),
    from: daysIn(numbersOf(part, 'from_on'), noDay),
    to: daysIn(numbersOf(part, 'to_on'), noDay),
    money: numbersOf(part, 'money'),
    isLeft: new Uint8Array(numbersOf(part, 'is_left')),
  };
}

function talksOf(part: Table | undefined): CustomerBoard['talks'] {
  const rows = byDay(part);
  return { place: rows.of('place', Int32Array), day: rows.day };
}

/** A closed period as a whole, or by month or quarter, filtered by anything but time. */
export function coversCustomers({ from, to, by, filters }: Question): boolean {
  const byTime = by.length === 0 || (by.length === 1 && (by[0] === 'month' || by[0] === 'quarter'));
  return from !== null && to !== null && byTime && isFilteredBy(customerTraits, filters);
}

/** One period and the one before it, as days. */
export interface Span {
  readonly before: number;
  readonly start: number;
  readonly last: number;
  readonly complete: number;
  readonly label: string | null;
}

/** The periods that are asked about, each with its label. */
export function spansOf({ spans: table, question: { by } }: Asked): readonly Span[] {
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

/** Name of a span among stretches. */
export function stretchOf({ before, start, last }: Span): string {
  return `${before} ${start} ${last}`;
}
