/* Orders: those that a won deal brought, and those that customers place at their own pace. */
import { DAY, END, FIRST_DAY, after, dayAt, seasonFactor } from './calendar';
import { products, type Family, type Product, type Segment } from './market';
import { cents } from './pricing';
import type { Draw } from './random';
import type { Order, OrderLine, Trade } from './trade';
import type { Customer, Deal, World } from './world';

const marginRate: Readonly<Record<Family, number>> = {
  Paper: 0.18,
  'Special ink': 0.42,
  Printers: 0.22,
  'Service plans': 0.5,
};
const orderMedian: Readonly<Record<Segment, number>> = { School: 1300, Government: 2300, SME: 850, Corporate: 2900 };

/** All orders up to the last moment, in the order of their moments. */
export function playOrders(world: World, trade: Trade): void {
  for (const deal of world.deals) {
    if (deal.wonAt !== null && deal.product.family !== 'Service plans')
      trade.orders.push(orderOfDeal(world, deal, deal.wonAt));
  }
  for (const customer of world.customers) reorder(world, trade, customer);
  trade.orders.sort((a, b) => a.at - b.at);
  for (const order of trade.orders) {
    const { customer } = order.customer;
    if (!customer || order.cancelled) continue;
    customer.orders++;
    customer.lastOrder = Math.max(customer.lastOrder, order.at);
  }
}

function orderOfDeal(world: World, deal: Deal, won: number): Order {
  const draw = world.draw('orders');
  const amount = deal.amount ?? 0;
  const rate = deal.currency === 'SGD' ? 3.4 : 1;
  const quantity = Math.max(1, Math.round(((deal.listAmount ?? amount) * rate) / deal.product.price));
  const line = {
    product: deal.product,
    quantity,
    unitPrice: fine(amount / quantity),
    listPrice: cents(deal.product.price / rate),
  };
  return {
    id: '',
    account: deal.account,
    customer: deal.account,
    at: Math.min(won + 1800 + draw.below(5400), END),
    amount,
    currency: deal.currency,
    margin: marginOf(draw, deal.product, amount),
    deal,
    cancelled: deal.reversed,
    rep: deal.owner,
    lines: [line],
  };
}

function reorder(world: World, trade: Trade, customer: Customer): void {
  const { gapDays, account } = customer;
  if (gapDays === null) return;
  const draw = world.draw('reorders');
  const school = account.segment === 'School' && customer.family === 'Paper';
  const until = customer.leavesAt ?? END;
  const size = draw.spread(orderMedian[account.segment], 0.5) * (customer.family === 'Special ink' ? 1.3 : 1);
  let at = customer.since;
  for (;;) {
    at = after(draw, at, seasonalDays(dayAt(at), gapDays * draw.erlang(4), school));
    if (at > until || at > END) return;
    if (dayAt(at) < FIRST_DAY) continue;
    trade.orders.push(reorderAt(draw, customer, at, size * (seasonFactor(dayAt(at), school) > 1 ? 1.3 : 1)));
  }
}

/** Days until so much is used up, starting on a day: in a season of factor 2 a day counts for two. */
function seasonalDays(from: number, usual: number, school: boolean): number {
  let day = from;
  for (let left = usual; left > 0 && day - from < 400; left -= seasonFactor(day, school)) day++;
  return day - from;
}

function reorderAt(draw: Draw, customer: Customer, at: number, size: number): Order {
  const own =
    customer.family === 'Service plans' || customer.family === 'Printers' ? pickOf(draw, 'Paper') : customer.product;
  const lines = [orderLine(draw, own, draw.spread(size, 0.3))];
  if (draw.chance(0.24))
    lines.push(orderLine(draw, pickOf(draw, draw.chance(0.7) ? 'Paper' : 'Special ink'), size * 0.25));
  const amount = cents(lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0));
  return {
    id: '',
    account: customer.account,
    customer: customer.account,
    at,
    amount,
    currency: 'MYR',
    margin: marginOf(draw, own, amount),
    deal: null,
    cancelled: draw.chance(0.008),
    rep: customer.cs,
    lines,
  };
}

function pickOf(draw: Draw, family: Family): Product {
  return draw.pick(products.filter((product) => product.family === family));
}

function orderLine(draw: Draw, product: Product, worth: number): OrderLine {
  const unitPrice = cents(product.price * (1 - draw.pick([0, 0.03, 0.05, 0.08])));
  return { product, quantity: Math.max(1, Math.round(worth / unitPrice)), unitPrice, listPrice: product.price };
}

function marginOf(draw: Draw, product: Product, amount: number): number | null {
  return draw.chance(0.02) ? null : cents(amount * (marginRate[product.family] + draw.between(-0.05, 0.05)));
}

function fine(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Moment a customer of so many days' silence counts as gone: four of its own gaps, at least 120 days. */
export function silenceLimit(gapDays: number): number {
  return Math.max(120, 4 * gapDays) * DAY;
}
