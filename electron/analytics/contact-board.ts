/** With which customers somebody has spoken lately, from the board of customers, for any period and any filter. */
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { numbersOf } from '../model/table';
import { quantileCont } from '../stats/quantile';
import type { Asked } from './board';
import { filled, firstFrom, gathered, noDay, orderByDay, placesWhere, quickWay } from './board';
import { placesIn, sightOf } from './board-sight';
import { canGroup, customerTraits, isFilteredBy, isTimed } from './board-groups';
import { contactSpan } from './board-spans';
import type { CustomerBoard } from './customer-board';
import { customerPlan, purchase } from './customer-board';

function covers({ by, filters }: Question): boolean {
  return !isTimed(by) && canGroup(by, customerTraits) && isFilteredBy(customerTraits, filters);
}

/** Customers active at the end of a period, those spoken with last first and those never spoken with last. */
export interface Contacts {
  readonly who: Int32Array;
  /** Days since somebody spoke with each; NaN for never. */
  readonly gap: Float64Array;
  /** What each brought in the year before, in ten-thousandths; NaN where nobody knows. */
  readonly money: Float64Array;
  /** 1 for the fifth that brought most. */
  readonly top: Uint8Array;
}

function contactsAt(board: CustomerBoard, endOn: number, fromOn: number): Contacts {
  const { active, money } = activeAt(board, endOn, fromOn);
  const spoken = spokenAt(board, endOn);
  const known = money.filter((brought, who) => active[who] === 1 && brought > 0).map((brought) => brought / 10_000);
  const top = quantileCont(known.sort(), 0.8) ?? NaN;
  const all = placesWhere(active.length, (each) => active[each]! > 0);
  const order = orderByDay(filled(new Int32Array(all.length), (at) => gapOf(endOn, spoken[all[at]!]!)));
  const who = filled(new Int32Array(order.length), (at) => all[order[at]!]!);
  const brought = filled(new Float64Array(who.length), (at) => money[who[at]!]!);
  return {
    who,
    gap: filled(new Float64Array(who.length), (at) => (spoken[who[at]!] === noDay ? NaN : endOn - spoken[who[at]!]!)),
    money: brought,
    top: filled(new Uint8Array(who.length), (at) => Number(brought[at]! / 10_000 >= top)),
  };
}

function activeAt({ members, purchases: { place, day, money, kind } }: CustomerBoard, endOn: number, fromOn: number) {
  const active = new Uint8Array(members.length);
  const brought = new Float64Array(members.length).fill(NaN);
  const end = firstFrom(day, endOn + 1);
  const yearAgo = endOn - 365;
  for (let row = firstFrom(day, Math.min(fromOn, yearAgo + 1)); row < end; row++) {
    const who = place[row]!;
    const on = day[row]!;
    if (on >= fromOn) active[who] = active[who]! | (kind[row]! & purchase.bought);
    if (on > yearAgo && kind[row]! & purchase.known)
      brought[who] = (Number.isNaN(brought[who]) ? 0 : brought[who]!) + money[row]!;
  }
  return { active, money: brought };
}

// Whole days, those never spoken with after all others.
function gapOf(endOn: number, day: number): number {
  return day === noDay ? noDay : endOn - day;
}

function spokenAt({ members, talks }: CustomerBoard, endOn: number): Int32Array {
  const spoken = new Int32Array(members.length).fill(noDay);
  const last = firstFrom(talks.day, endOn + 1);
  for (let row = 0; row < last; row++) spoken[talks.place[row]!] = talks.day[row]!;
  return spoken;
}

/** What is counted of a group. */
interface Counted {
  n: number;
  hits: number;
  topWithout: number;
  never: number;
  fromWon: number;
  withoutMoney: number;
  /** Ascending. */
  readonly gaps: number[];
}

/** Rows of the statement of touch coverage. */
function gatherContacts(board: CustomerBoard, asked: Asked): Table | null {
  // Without activities an order is the touch, and with contracts they say who is active, which the statement tells.
  if (board.talks.day.length === 0 || board.contracts) return null;
  const [endOn = NaN, fromOn = NaN] = ['end_on', 'from_on'].map((name) => numbersOf(asked.spans, name)[0]);
  const contacts = board.contacts.of(`${endOn} ${fromOn}`, () => contactsAt(board, endOn, fromOn));
  const sight = sightOf(board.members, asked);
  const {
    groups: { labels, codes },
    chosen,
  } = sight;
  const found = labels.map((): Counted => ({
    n: 0,
    hits: 0,
    topWithout: 0,
    never: 0,
    fromWon: 0,
    withoutMoney: NaN,
    gaps: [],
  }));
  const lately = [Number(asked.parameters['days']), Number(asked.parameters['top_days'])];
  const { who, gap, money, top } = contacts;
  const seen = placesIn(who, sight);
  for (let at = 0; at < who.length; at++) {
    const place = seen[at]!;
    if (chosen !== null && chosen[place] === 0) continue;
    const counted = found[codes === null ? 0 : codes[place]! - 1]!;
    counted.n++;
    counted.fromWon += board.fromWon[who[at]!]!;
    if (Number.isNaN(gap[at])) counted.never++;
    else counted.gaps.push(gap[at]!);
    if (gap[at]! < lately[top[at]!]!) counted.hits++;
    else {
      counted.topWithout += top[at]!;
      if (!Number.isNaN(money[at]))
        counted.withoutMoney = (Number.isNaN(counted.withoutMoney) ? 0 : counted.withoutMoney) + money[at]!;
    }
  }
  return tableOf(labels, found);
}

function tableOf(labels: readonly (string | null)[], found: readonly Counted[]): Table {
  const rows = found.flatMap((counted, at) => (counted.n > 0 ? [{ label: labels[at] ?? null, ...counted }] : []));
  const count = (of: (row: Counted) => number) => ['count', rows.map(of)] as const;
  return gathered(
    rows.map(({ label }) => label),
    {
      numerator: count(({ hits }) => hits),
      denominator: count(({ n }) => n),
      without: count(({ n, hits }) => n - hits),
      top_without: count(({ topWithout }) => topWithout),
      never: count(({ never }) => never),
      median_gap_days: ['days', rows.map(({ gaps }) => quantileCont(gaps, 0.5))],
      without_money: ['money', rows.map(({ withoutMoney }) => withoutMoney / 10_000)],
      from_flags: count(({ fromWon }) => fromWon),
    },
  );
}

/** How many customers somebody has spoken with lately. */
export const contactsQuickly = quickWay({
  plan: customerPlan,
  spans: contactSpan,
  keepsPeriods: true,
  covers,
  gather: gatherContacts,
});
