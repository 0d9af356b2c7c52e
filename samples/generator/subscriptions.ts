/* Service contracts: started by a won deal, changed, renewed or ended. */
import { LEGACY_CUSTOMERS } from './accounts';
import { END, LAST_DAY, addMonths, dayAt, dayOf } from './calendar';
import { products } from './market';
import { cents } from './pricing';
import { keepRenewalDeal } from './renewal-deals';
import type { Subscription, Renewal, Trade } from './trade';
import type { Customer, World } from './world';

/** All contracts, those of long-standing customers included. */
export function playSubscriptions(world: World, trade: Trade): void {
  const draw = world.draw('subscriptions');
  for (const customer of world.customers.slice(0, LEGACY_CUSTOMERS)) {
    if (customer.leaving !== 'stays' || !draw.chance(0.8)) continue;
    const started = dayOf('2022-10-03') + draw.below(530);
    start(world, trade, customer, started, cents(draw.spread(620, 0.6)), draw.chance(0.65) ? 6 : 12);
  }
  for (const deal of world.deals) {
    const { customer } = deal.account;
    if (deal.wonAt === null || deal.reversed || deal.kind === 'renewal' || !customer || customer.leaving !== 'stays')
      continue;
    // Half of the printers are sold with a care plan beside them.
    if (deal.product.family === 'Printers' && draw.chance(0.5)) {
      const day = dayAt(deal.wonAt) + 10 + draw.below(20);
      if (day <= LAST_DAY) start(world, trade, customer, day, cents(draw.spread(260, 0.4)), draw.chance(0.65) ? 6 : 12);
    }
    if (deal.product.family !== 'Service plans') continue;
    const started = dayAt(deal.wonAt) + 5 + draw.below(14);
    if (started <= LAST_DAY)
      start(world, trade, customer, started, cents((deal.amount ?? 0) / 12), draw.chance(0.65) ? 6 : 12);
  }
}

function start(world: World, trade: Trade, customer: Customer, started: number, mrr: number, term: number): void {
  const service = products.filter((product) => product.family === 'Service plans');
  const subscription: Subscription = {
    id: '',
    account: customer.account,
    started,
    mrr,
    term,
    product: customer.product.family === 'Service plans' ? customer.product : world.draw('subscriptions').pick(service),
    cs: customer.cs,
    changes: [],
    renewals: [],
    ended: null,
    endReason: null,
    notice: null,
  };
  trade.subscriptions.push(subscription);
  let current = mrr;
  for (let k = 1; subscription.ended === null; k++) {
    const due = addMonths(started, k * term);
    if (due > LAST_DAY + 60) return;
    current = changeWithin(world, subscription, current, addMonths(started, (k - 1) * term), due);
    if (due >= dayOf('2024-04-01')) current = renew(world, trade, subscription, due, current);
  }
}

function changeWithin(world: World, subscription: Subscription, mrr: number, from: number, to: number): number {
  const draw = world.draw('subscription changes');
  if (!draw.chance(0.07)) return mrr;
  const on = from + 20 + draw.below(Math.max(1, to - from - 40));
  if (on > LAST_DAY) return mrr;
  const changed = cents(mrr * draw.pick([1.15, 1.25, 0.85]));
  subscription.changes.push({ on, mrr: changed });
  return changed;
}

function renew(world: World, trade: Trade, subscription: Subscription, due: number, mrr: number): number {
  const draw = world.draw('renewals');
  const { cs } = subscription;
  const add = (renewal: Omit<Renewal, 'due' | 'before' | 'rep'>): void => {
    const whole = { due, before: mrr, rep: cs, ...renewal };
    subscription.renewals.push(whole);
    keepRenewalDeal(world, subscription, whole);
  };
  const decided = due - 25 + draw.below(40);
  if (decided > LAST_DAY) {
    add({ outcome: 'open', decided: null, after: null });
    return mrr;
  }
  if (!world.ledger.attempt(draw, cs, 'renew', due, 0)) {
    end(world, trade, subscription, due);
    add({ outcome: 'lost', decided, after: 0 });
    return 0;
  }
  const grown = world.ledger.attempt(draw, cs, 'expand', due, 0);
  const factor = grown
    ? draw.between(1.12, 1.5)
    : draw.chance(0.1)
      ? draw.between(0.75, 0.92)
      : draw.chance(0.3)
        ? 1.03
        : 1;
  const after = cents(mrr * factor);
  add({ outcome: 'renewed', decided, after });
  if (after !== mrr && due <= LAST_DAY) subscription.changes.push({ on: due, mrr: after });
  return after;
}

function end(world: World, trade: Trade, subscription: Subscription, due: number): void {
  const draw = world.draw('renewals');
  subscription.ended = due;
  subscription.endReason = draw.pick(['Price', 'Moved to competitor', 'No longer needed', 'Service', 'Closed down']);
  if (!draw.chance(0.55)) return;
  const notice = due - 20 - draw.below(40);
  subscription.notice = notice;
  const opened = notice * 86_400 + 10 * 3600;
  if (opened <= END)
    trade.cases.push({
      account: subscription.account,
      opened,
      closed: Math.min(opened + 5 * 86_400, END),
      kind: 'cancel_notice',
    });
}
