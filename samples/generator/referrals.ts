/* Word of mouth: customers who send others, and those others who send more. */
import { DAY } from './calendar';
import type { Rep } from './roster';
import type { Account, Referral, World } from './world';

/** A referral by a present customer of the team; null while there is none. */
export function referFrom(world: World, team: Rep['team'], at: number): Referral | null {
  const draw = world.draw('referrals');
  const able = world.customers.filter(
    (customer) =>
      customer.account.team === team &&
      customer.since + 20 * DAY < at &&
      (customer.leavesAt === null || at + 30 * DAY < customer.leavesAt),
  );
  if (able.length === 0) return null;
  // Those who came by a referral refer more, so that chains form.
  const weights = able.map((customer) => (wasReferred(customer.account) ? 5 : customer.cs.id === 'R26' ? 2 : 1));
  const from = able[draw.weighted(weights)]?.account;
  if (!from) return null;
  const referral: Referral = {
    id: '',
    at: at - (1 + draw.below(70)) * 3600,
    from,
    lead: null,
    account: null,
    deal: null,
    invited: 1 + draw.weighted([0.7, 0.2, 0.1]),
  };
  world.referrals.push(referral);
  return referral;
}

function wasReferred(account: Account): boolean {
  return account.source === 'Referral';
}

/** Longest chains A → B → C … of accounts, each having referred the next; only chains of three or more. */
export function referralChains(world: World): readonly (readonly Account[])[] {
  const parents = new Map<Account, Account>();
  for (const { from, account } of world.referrals) if (account && !parents.has(account)) parents.set(account, from);
  const senders = new Set(parents.values());
  const chains: Account[][] = [];
  for (const last of parents.keys()) {
    if (senders.has(last)) continue;
    const chain: Account[] = [last];
    for (let up = parents.get(last); up; up = parents.get(up)) chain.unshift(up);
    if (chain.length >= 3) chains.push(chain);
  }
  return chains.sort((a, b) => b.length - a.length);
}
