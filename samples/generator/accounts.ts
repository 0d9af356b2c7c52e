/* Organisations, the people in them, and what becomes of them once they buy. */
import { DAY, END, FIRST_DAY, after, dayAt, dayOf } from './calendar';
import {
  families,
  familyWeights,
  industries,
  products,
  regions,
  segments,
  type Product,
  type Segment,
  type Source,
} from './market';
import { personName } from './names';
import type { Draw } from './random';
import { present, roster, type Rep } from './roster';
import type { Account, Contact, Customer, Leaving, World } from './world';

const contactRoles: Readonly<Record<Segment, readonly string[]>> = {
  School: ['Head teacher', 'Office clerk', 'Bursar'],
  Government: ['Procurement officer', 'Records officer', 'Administrator'],
  SME: ['Owner', 'Office manager', 'Accounts'],
  Corporate: ['Procurement manager', 'IT manager', 'Facilities manager', 'Finance'],
};

const staffMedian: Readonly<Record<Segment, number>> = { School: 55, Government: 90, SME: 18, Corporate: 320 };

/** Customers the company had before the first day of the data. */
export const LEGACY_CUSTOMERS = 130;

/** A new organisation with one to three contacts. */
export function openAccount(
  world: World,
  team: Rep['team'],
  segment: Segment,
  source: Source,
  created: number,
  owner: Rep | null,
): Account {
  const draw = world.draw('accounts');
  const account: Account = {
    id: '',
    name: world.nameOf(segment),
    segment,
    industry: draw.pick(industries[segment]),
    region: draw.pick(regions[team] ?? ['Kuala Lumpur']),
    team,
    employees: Math.max(2, Math.round(draw.spread(staffMedian[segment], 0.7))),
    revenue:
      segment === 'SME' || segment === 'Corporate'
        ? Math.round(draw.spread(segment === 'SME' ? 2.4 : 60, 0.8) * 10) * 100_000
        : null,
    created,
    source,
    contacts: [],
    parent: null,
    owner,
    consumptionDays: null,
    mergedInto: null,
    customer: null,
  };
  world.accounts.push(account);
  addContact(world, account, created);
  if (draw.chance(0.15)) addContact(world, account, after(draw, created, draw.between(5, 60)));
  if (segment === 'Corporate' && draw.chance(0.3))
    addContact(world, account, after(draw, created, draw.between(5, 120)));
  return account;
}

function addContact(world: World, account: Account, created: number): Contact {
  const draw = world.draw('contacts');
  const contact: Contact = {
    id: '',
    account,
    name: personName(draw),
    role: draw.pick(contactRoles[account.segment]),
    created: Math.min(created, END),
    active: !draw.chance(0.05),
  };
  account.contacts.push(contact);
  return contact;
}

/** A product such customers ask for. */
export function askedProduct(draw: Draw, segment: Segment): Product {
  const family = families[draw.weighted(familyWeights[segment])];
  return draw.pick(products.filter((product) => product.family === family));
}

/** Makes the account a customer from its first purchase on; does nothing when it is one already. */
export function becomeCustomer(world: World, account: Account, since: number, product: Product): Customer {
  if (account.customer) return account.customer;
  const draw = world.draw('customers');
  const reorders =
    product.family === 'Paper' || product.family === 'Special ink' ? draw.chance(0.74) : draw.chance(0.3);
  const gapDays = reorders
    ? Math.min(140, Math.max(28, draw.spread(product.family === 'Special ink' ? 78 : 66, 0.4)))
    : null;
  const staying = draw.between(0, 1);
  // Buyers of a service have a contract; they end it, they do not fall silent.
  const leavesAt =
    gapDays === null || product.family === 'Service plans'
      ? null
      : since + (gapDays * 3 - Math.log(1 - staying) * 850) * DAY;
  const leaves = leavesAt !== null && leavesAt < END;
  const quiet = draw.chance(0.74);
  const leaving: Leaving = !leaves ? 'stays' : quiet ? 'quiet' : 'loud';
  const candidates = roster.filter((rep) => rep.role === 'cs' && rep.team === account.team && rep.id !== 'R30');
  const helpers =
    dayAt(since) >= dayOf('2025-04-01') && account.team === 'Central'
      ? [...candidates, ...present('cs', dayAt(since)).filter((rep) => rep.id === 'R30')]
      : candidates;
  const customer: Customer = {
    account,
    since,
    family: product.family,
    product,
    cs: draw.pick(helpers),
    gapDays,
    leaving,
    leavesAt: leaves ? leavesAt : null,
    neglected: draw.chance(0.07),
    paysLate: draw.chance(account.segment === 'Government' ? 0.14 : 0.06),
    lastOrder: since,
    orders: 0,
  };
  account.customer = customer;
  account.owner = customer.cs;
  if (gapDays !== null && draw.chance(0.6)) {
    // One customer in nine buys at half the pace it says it uses things up: it buys elsewhere too.
    account.consumptionDays = Math.round(gapDays * (draw.chance(0.11) ? 0.5 : draw.between(0.9, 1.1)));
  }
  world.customers.push(customer);
  return customer;
}

/** True when the customer still buys well after the moment. */
export function isSettled(customer: Customer, moment: number): boolean {
  return customer.since + 45 * DAY < moment && (customer.leavesAt === null || moment + 110 * DAY < customer.leavesAt);
}

/** Opens the accounts of customers who were there before the first day. */
export function openLegacyCustomers(world: World): void {
  const draw = world.draw('legacy');
  for (let i = 0; i < LEGACY_CUSTOMERS; i++) {
    const segment = segments[draw.weighted([0.3, 0.16, 0.36, 0.18])] ?? 'SME';
    const team = draw.chance(0.55) ? 'Central' : 'North';
    const created = after(draw, dayOf('2021-01-04') * DAY, draw.between(0, 1150));
    const account = openAccount(world, team, segment, draw.chance(0.25) ? 'Referral' : 'Web', created, null);
    becomeCustomer(world, account, FIRST_DAY * DAY - draw.between(5, 60) * DAY, askedProduct(draw, segment));
  }
}
