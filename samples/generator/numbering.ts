/* Ids, given at the end in the order of time as a CRM would have given them. */
import type { Trade } from './trade';
import type { World } from './world';

function number<T extends { id: string }>(list: T[], letter: string, timeOf: (one: T) => number): void {
  list.sort((a, b) => timeOf(a) - timeOf(b));
  list.forEach((one, i) => (one.id = `${letter}${i + 1}`));
}

/** Sorts everything by time and numbers it. */
export function giveIds(world: World, trade: Trade): void {
  number(world.accounts, 'A', (account) => account.created);
  number(
    world.accounts.flatMap((account) => account.contacts),
    'C',
    (contact) => contact.created,
  );
  number(world.leads, 'L', (lead) => lead.created);
  number(world.deals, 'O', (deal) => deal.created);
  number(world.referrals, 'W', (referral) => referral.at);
  number(trade.orders, 'D', (order) => order.at);
  number(trade.invoices, 'I', (invoice) => invoice.at);
  number(trade.subscriptions, 'B', (subscription) => subscription.started);
  world.events.sort((a, b) => a.at - b.at);
  world.activities.sort((a, b) => a.at - b.at);
  world.handoffs.sort((a, b) => a.at - b.at);
  world.needs.sort((a, b) => a.recorded - b.recorded);
}
