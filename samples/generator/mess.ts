/* The dirt of real exports, planted on purpose and counted. */
import { DAY, END, after } from './calendar';
import { misspeltProduct, stages } from './market';
import type { Draw } from './random';
import type { Order, OrderLine, Trade } from './trade';
import type { Account, Activity, Deal, Lead, World } from './world';

/** Which records are written untidily. */
export interface Mess {
  readonly amounts: ReadonlyMap<Deal, number | null>;
  readonly ownerless: ReadonlySet<Deal>;
  readonly sourceless: ReadonlySet<Deal>;
  readonly closedBeforeCreated: ReadonlySet<Deal>;
  readonly createdAfterEvent: ReadonlySet<Deal>;
  readonly misspeltDeals: ReadonlySet<Deal>;
  readonly misspeltLines: ReadonlySet<OrderLine>;
  readonly olderCopies: ReadonlySet<Deal>;
  readonly paddedAccounts: ReadonlySet<Account>;
  readonly customerless: ReadonlySet<Order>;
  readonly strayActivities: ReadonlySet<Activity>;
  readonly mergedAccounts: readonly Account[];
  readonly mergedLeads: readonly Lead[];
}

/** Id of an account that is in no file. */
export const strayAccountId = 'A99999';

/** Merges some records and chooses those to be written untidily. */
export function makeMess(world: World, trade: Trade): Mess {
  const draw = world.draw('mess');
  const closed = world.deals.filter((deal) => deal.closed !== null);
  const lost = closed.filter((deal) => deal.wonAt === null);
  const won = closed.filter((deal) => deal.stage === stages.won);
  const zero = [...some(draw, won, 3), ...some(draw, lost, 2)];
  const negative = some(
    draw,
    won.filter((deal) => !zero.includes(deal)),
    2,
  );
  const missing = some(
    draw,
    lost.filter((deal) => !zero.includes(deal)),
    45,
  );
  const quiet = new Set(
    world.customers.filter((customer) => customer.leaving === 'quiet').map((customer) => customer.account),
  );
  const loose = trade.orders.filter((order) => order.deal === null && !quiet.has(order.customer) && !order.cancelled);
  return {
    amounts: new Map<Deal, number | null>([
      ...missing.map((deal) => [deal, null] as const),
      ...zero.map((deal) => [deal, 0] as const),
      ...negative.map((deal) => [deal, -Math.abs(deal.amount ?? 100)] as const),
    ]),
    ownerless: new Set(some(draw, lost, 14)),
    sourceless: new Set(some(draw, lost, 20)),
    closedBeforeCreated: new Set(some(draw, lost, 3)),
    createdAfterEvent: new Set(
      some(
        draw,
        world.deals.filter((deal) => deal.lead === null && deal.created < END - 60 * DAY),
        4,
      ),
    ),
    misspeltDeals: new Set(
      world.deals.filter((deal) => deal.product.id === misspeltProduct.right && draw.chance(0.12)),
    ),
    misspeltLines: new Set(
      trade.orders
        .flatMap((order) => order.lines)
        .filter((line) => line.product.id === misspeltProduct.right && draw.chance(0.15)),
    ),
    olderCopies: new Set(some(draw, won, 4)),
    paddedAccounts: new Set(some(draw, world.accounts, 14)),
    customerless: new Set(some(draw, loose, 6)),
    strayActivities: new Set(
      some(
        draw,
        world.activities.filter(
          (activity) => activity.lead === null && activity.deal === null && !quiet.has(activity.account as Account),
        ),
        3,
      ),
    ),
    mergedAccounts: mergeAccounts(world, trade, draw),
    mergedLeads: mergeLeads(world, draw),
  };
}

/** Different members of a list, at most so many. */
function some<T>(draw: Draw, list: readonly T[], count: number): T[] {
  const chosen = new Set<T>();
  for (let tries = 0; chosen.size < Math.min(count, list.length) && tries < 50 * count; tries++)
    chosen.add(draw.pick(list));
  return [...chosen];
}

/** Some customers exist twice; part of their orders were booked on the double. */
function mergeAccounts(world: World, trade: Trade, draw: Draw): readonly Account[] {
  const owners = world.customers.filter((customer) => customer.orders >= 5 && customer.leaving === 'stays');
  return some(draw, owners, 8).map(({ account }) => {
    const double: Account = {
      ...account,
      id: '',
      name: account.name.toUpperCase(),
      created: after(draw, account.created, 40),
      contacts: [],
      customer: null,
      mergedInto: account,
    };
    world.accounts.push(double);
    trade.orders
      .filter((order) => order.customer === account && order.deal === null && order.at > double.created)
      .forEach((order, i) => {
        if (i % 3 === 1) order.account = double;
      });
    return double;
  });
}

function mergeLeads(world: World, draw: Draw): readonly Lead[] {
  const origins = some(
    draw,
    world.leads.filter((lead) => lead.created < END - 30 * DAY),
    10,
  );
  return origins.map((origin) => {
    const double: Lead = {
      ...origin,
      id: '',
      created: after(draw, origin.created, 2),
      referral: null,
      status: 'Duplicate',
      qualified: null,
      converted: null,
      disqualified: null,
      account: null,
      contact: null,
      deal: null,
      mergedInto: origin,
    };
    world.leads.push(double);
    return double;
  });
}

/** Puts several accounts under a common parent, as groups of companies and school boards are. */
export function groupAccounts(world: World): void {
  const draw = world.draw('groups');
  const corporate = world.accounts.filter((account) => account.segment === 'Corporate' || account.segment === 'School');
  for (let group = 0; group < 14; group++) {
    const parent = draw.pick(corporate);
    if (parent.parent !== null) continue;
    for (const child of some(draw, corporate, 2 + draw.below(3))) {
      const isParent = corporate.some((account) => account.parent === child);
      if (child !== parent && !isParent && child.segment === parent.segment) child.parent = parent;
    }
  }
}
