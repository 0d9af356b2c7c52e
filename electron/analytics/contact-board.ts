/** With which customers somebody has spoken lately, from the board of customers, for any period and any filter. */
import { isTimeDimension } from '../model/question';
import type { Question } from '../model/question';
import type { Table } from '../model/table';
import { numbersOf } from '../model/table';
import { quantileCont } from '../stats/quantile';
import type { Asked } from './board';
import { chosenOf, firstFrom, gathered, quickWay } from './board';
import { canGroup, groupsOf, isTimed } from './board-groups';
import contactSpan from './contact-span.sql?raw';
import type { CustomerBoard } from './customer-board';
import { customerPlan } from './customer-board';
import { customerDimensions } from './customers';

const memberNames = customerDimensions.filter((name) => !isTimeDimension(name));

function covers({ by, filters }: Question): boolean {
  const known = (name: string) => memberNames.some((each) => each === name);
  return !isTimed(by) && canGroup(by, memberNames) && Object.keys(filters).every(known);
}

/** Customers active at the end of the period, with what each brought in the year before; the same for every filter. */
interface Active {
  readonly active: Uint8Array;
  /** Ten-thousandths; NaN where nobody knows. */
  readonly money: Float64Array;
  /** Day somebody last spoke with each; NaN for never. */
  readonly spoken: Float64Array;
  /** What the largest fifth brought at least; NaN where nobody brought anything. */
  readonly top: number;
}

function activeAt({ members, purchases, talks }: CustomerBoard, endOn: number, fromOn: number): Active {
  const active = new Uint8Array(members.length);
  const money = new Float64Array(members.length).fill(NaN);
  const spoken = new Float64Array(members.length).fill(NaN);
  const end = firstFrom(purchases.day, endOn + 1);
  const yearAgo = endOn - 365;
  for (let row = firstFrom(purchases.day, Math.min(fromOn, yearAgo + 1)); row < end; row++) {
    const who = purchases.place[row]!;
    const day = purchases.day[row]!;
    if (day >= fromOn) active[who] = active[who]! | purchases.bought[row]!;
    if (day > yearAgo && purchases.known[row])
      money[who] = (Number.isNaN(money[who]) ? 0 : money[who]!) + purchases.money[row]!;
  }
  const last = firstFrom(talks.day, endOn + 1);
  for (let row = 0; row < last; row++) spoken[talks.place[row]!] = talks.day[row]!;
  const known = money.filter((brought, who) => active[who] === 1 && brought > 0).map((brought) => brought / 10_000);
  return { active, money, spoken, top: quantileCont(known.sort(), 0.8) ?? NaN };
}

interface Contacts {
  n: number;
  hits: number;
  topWithout: number;
  never: number;
  fromWon: number;
  withoutMoney: number;
  readonly gaps: number[];
}

/** Rows of the statement of touch coverage. */
function gatherContacts(board: CustomerBoard, asked: Asked): Table | null {
  // Without activities an order is the touch, which the statement tells.
  if (board.talks.length === 0) return null;
  const [endOn = NaN, fromOn = NaN] = ['end_on', 'from_on'].map((name) => numbersOf(asked.spans, name)[0]);
  const { active, money, spoken, top } = activeAt(board, endOn, fromOn);
  const chosen = chosenOf(board.members, asked.question.filters);
  const groups = groupsOf(board.members, asked);
  const empty = (): Contacts => ({ n: 0, hits: 0, topWithout: 0, never: 0, fromWon: 0, withoutMoney: NaN, gaps: [] });
  const found = groups.labels.map(empty);
  const [days, topDays] = [Number(asked.parameters['days']), Number(asked.parameters['top_days'])];
  for (let who = 0; who < active.length; who++) {
    if (!active[who] || (chosen !== null && !chosen[who])) continue;
    const contacts = found[groups.of(who, NaN)]!;
    const isTop = money[who]! / 10_000 >= top;
    contacts.n++;
    contacts.fromWon += board.fromWon[who]!;
    if (Number.isNaN(spoken[who])) contacts.never++;
    else contacts.gaps.push(endOn - spoken[who]!);
    if (spoken[who]! > endOn - (isTop ? topDays : days)) contacts.hits++;
    else {
      contacts.topWithout += Number(isTop);
      if (!Number.isNaN(money[who]))
        contacts.withoutMoney = (Number.isNaN(contacts.withoutMoney) ? 0 : contacts.withoutMoney) + money[who]!;
    }
  }
  return tableOf(groups.labels, found);
}

function tableOf(labels: readonly (string | null)[], found: readonly Contacts[]): Table {
  const rows = found.flatMap((contacts, at) => (contacts.n > 0 ? [{ label: labels[at] ?? null, ...contacts }] : []));
  const count = (of: (row: Contacts) => number) => ['count', rows.map(of)] as const;
  return gathered(
    rows.map(({ label }) => label),
    {
      numerator: count(({ hits }) => hits),
      denominator: count(({ n }) => n),
      without: count(({ n, hits }) => n - hits),
      top_without: count(({ topWithout }) => topWithout),
      never: count(({ never }) => never),
      median_gap_days: ['days', rows.map(({ gaps }) => quantileCont(Float64Array.from(gaps).sort(), 0.5))],
      without_money: ['money', rows.map(({ withoutMoney }) => withoutMoney / 10_000)],
      from_flags: count(({ fromWon }) => fromWon),
    },
  );
}

/** How many customers somebody has spoken with lately. */
export const contactsQuickly = quickWay({ plan: customerPlan, spans: contactSpan, covers, gather: gatherContacts });
