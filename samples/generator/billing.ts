/* Invoices, payments and refunds. */
import { DAY, END, after, dayAt } from './calendar';
import { cents } from './pricing';
import type { Draw } from './random';
import type { Invoice, Trade } from './trade';
import type { World } from './world';

/** Bills every order that stands and every first year of a service, and lets the customers pay. */
export function playBilling(world: World, trade: Trade): void {
  const draw = world.draw('billing');
  const bills: Invoice[] = [];
  for (const order of trade.orders) {
    if (order.cancelled || order.amount <= 0) continue;
    const at = after(draw, order.at, draw.pick([0, 1, 1, 2]));
    const due = dayAt(at) + (order.account.segment === 'Government' ? 60 : 30);
    bills.push({
      id: '',
      order,
      deal: order.deal,
      account: order.account,
      at,
      due,
      amount: order.amount,
      currency: order.currency,
    });
  }
  for (const deal of world.deals) {
    if (deal.wonAt === null || deal.reversed || deal.product.family !== 'Service plans') continue;
    const at = after(draw, deal.wonAt, draw.between(1, 6));
    bills.push({
      id: '',
      order: null,
      deal,
      account: deal.account,
      at,
      due: dayAt(at) + 30,
      amount: deal.amount ?? 0,
      currency: deal.currency,
    });
  }
  for (const bill of bills) {
    if (bill.at > END) continue;
    trade.invoices.push(bill);
    pay(draw, trade, bill);
  }
  trade.invoices.sort((a, b) => a.at - b.at);
  refund(draw, trade);
  trade.payments.sort((a, b) => a.at - b.at);
}

function pay(draw: Draw, trade: Trade, bill: Invoice): void {
  const late = (bill.account.mergedInto ?? bill.account).customer?.paysLate ?? false;
  const term = bill.due - dayAt(bill.at);
  if (draw.chance(late ? 0.05 : 0.012)) return; // never paid
  const days = late ? term + draw.between(12, 70) : Math.min(term * 1.25, draw.spread(term * 0.65, 0.35));
  let at = after(draw, bill.at, days);
  const add = (moment: number, amount: number, status: 'ok' | 'failed' | 'reversed'): void => {
    if (moment <= END) trade.payments.push({ invoice: bill, account: bill.account, at: moment, amount, status });
  };
  if (draw.chance(0.035)) {
    add(at, bill.amount, 'failed');
    at = after(draw, at, draw.between(1, 6));
  }
  if (draw.chance(0.004)) {
    add(at, bill.amount, 'reversed');
    at = after(draw, at, draw.between(3, 9));
  }
  if (draw.chance(0.03)) {
    const part = cents(bill.amount * draw.between(0.3, 0.7));
    add(at, part, 'ok');
    add(after(draw, at, draw.between(8, 25)), cents(bill.amount - part), 'ok');
  } else add(at, bill.amount, 'ok');
}

function refund(draw: Draw, trade: Trade): void {
  trade.orders.forEach((order, i) => {
    if (order.cancelled || !draw.chance(0.014)) return;
    const at = after(draw, order.at, draw.between(4, 40));
    if (at > END) return;
    const whole = draw.chance(0.2);
    const amount = whole ? order.amount : Math.max(5, cents(order.amount * draw.between(0.05, 0.5)));
    trade.refunds.push({ order: i % 9 === 0 ? null : order, account: order.account, at, amount });
  });
  const [largest] = [...trade.refunds].filter((one) => one.order !== null).sort((a, b) => b.amount - a.amount);
  if (largest?.order) {
    // One refund is larger than its order: goods and carriage together.
    trade.refunds[trade.refunds.indexOf(largest)] = { ...largest, amount: cents(largest.order.amount * 1.1) };
  }
  // One payment came without a word about what it is for.
  const [sample] = trade.payments.filter((payment) => payment.status === 'ok');
  if (sample) trade.payments.push({ ...sample, invoice: null, at: sample.at + DAY, amount: 120 });
}
