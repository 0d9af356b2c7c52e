/* Customers who left, as the truth file lists them. */
import { END, dateText, dayAt } from './calendar';
import { silenceLimit } from './orders';
import type { Trade } from './trade';
import type { Leaver } from './truth';
import type { Account, Customer, World } from './world';

/** Customers gone without a word, long enough ago to be seen: no order for four gaps, nothing heard from them since. */
export function quietLeavers(world: World): readonly Customer[] {
  const heard = new Map<Account, number>();
  for (const one of world.activities)
    if (one.account && (one.inbound || one.conversation)) heard.set(one.account, one.at);
  return world.customers.filter(
    (customer) =>
      customer.leaving === 'quiet' &&
      customer.gapDays !== null &&
      customer.orders >= 3 &&
      END - customer.lastOrder >= silenceLimit(customer.gapDays) &&
      (heard.get(customer.account) ?? 0) <= customer.lastOrder,
  );
}

/** What the truth file says of them, by account. */
export function describeLeavers(trade: Trade, customers: readonly Customer[]): readonly Leaver[] {
  const list = customers.map((customer) => leaver(trade, customer));
  return list.sort((a, b) => Number(a.account_id.slice(1)) - Number(b.account_id.slice(1)));
}

function leaver(trade: Trade, customer: Customer): Leaver {
  const notice = trade.cases.find((one) => one.account === customer.account && one.kind === 'cancel_notice');
  return {
    account_id: customer.account.id,
    last_order_on: dateText(dayAt(customer.lastOrder)),
    orders: customer.orders,
    gap_days: Math.round(customer.gapDays ?? 0),
    notice_on: notice ? dateText(dayAt(notice.opened)) : null,
  };
}
