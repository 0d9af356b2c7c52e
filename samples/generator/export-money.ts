/* Products, orders, invoices, payments, contracts and costs, as files. */
import { dateText, instantText } from './calendar';
import type { Cost, Rate } from './costs';
import { csvTable, type CsvTable } from './csv';
import { misspeltProduct, products } from './market';
import type { Mess } from './mess';
import type { Trade } from './trade';

const date = (day: number | null): string | null => (day === null ? null : dateText(day));

/** products.csv. */
export function productTable(): CsvTable {
  const table = csvTable('products.csv');
  for (const p of products) table.add([p.id, p.name, p.family, p.price, p.aliases.join('; ') || null]);
  table.newline = '\r\n';
  return table;
}

/** orders.csv and order_lines.csv. */
export function orderTables(trade: Trade, mess: Mess): readonly CsvTable[] {
  const orders = csvTable('orders.csv');
  const lines = csvTable('order_lines.csv');
  for (const o of trade.orders) {
    const account = mess.customerless.has(o) ? null : o.account.id;
    orders.add([
      o.id,
      account,
      instantText(o.at),
      o.amount,
      o.currency,
      o.margin,
      o.deal?.id ?? null,
      o.cancelled ? 'cancelled' : 'placed',
      o.rep?.id ?? null,
    ]);
    o.lines.forEach((line, i) => {
      const product = mess.misspeltLines.has(line) ? misspeltProduct.wrong : line.product.id;
      lines.add([o.id, i + 1, product, line.quantity, line.unitPrice, line.listPrice]);
    });
  }
  return [orders, lines];
}

/** invoices.csv, payments.csv and refunds.csv. */
export function billingTables(trade: Trade): readonly CsvTable[] {
  const invoices = csvTable('invoices.csv');
  for (const i of trade.invoices)
    invoices.add([
      i.id,
      i.order?.id ?? null,
      i.deal?.id ?? null,
      instantText(i.at),
      dateText(i.due),
      i.amount,
      i.currency,
    ]);
  const payments = csvTable('payments.csv');
  trade.payments.forEach((p, i) =>
    payments.add([`P${i + 1}`, p.invoice?.id ?? null, p.account.id, instantText(p.at), p.amount, p.status]),
  );
  const refunds = csvTable('refunds.csv');
  trade.refunds.forEach((r, i) =>
    refunds.add([`F${i + 1}`, r.order?.id ?? null, r.account?.id ?? null, instantText(r.at), r.amount]),
  );
  return [invoices, payments, refunds];
}

/** subscriptions.csv, subscription_changes.csv and renewals.csv. */
export function contractTables(trade: Trade): readonly CsvTable[] {
  const subscriptions = csvTable('subscriptions.csv');
  const changes = csvTable('subscription_changes.csv');
  const renewals = csvTable('renewals.csv');
  for (const s of trade.subscriptions) {
    subscriptions.add([
      s.id,
      s.account.id,
      dateText(s.started),
      date(s.ended),
      s.mrr,
      'MYR',
      s.term,
      s.product.id,
      s.cs.id,
      s.endReason,
      date(s.notice),
    ]);
    for (const change of [...s.changes].sort((a, b) => a.on - b.on))
      changes.add([s.id, dateText(change.on), change.mrr]);
  }
  const all = trade.subscriptions
    .flatMap((s) => s.renewals.map((renewal) => ({ s, renewal })))
    .sort((a, b) => a.renewal.due - b.renewal.due);
  all.forEach(({ s, renewal: r }, i) =>
    renewals.add([`N${i + 1}`, s.id, dateText(r.due), r.outcome, date(r.decided), r.before, r.after, r.rep.id]),
  );
  return [subscriptions, changes, renewals];
}

/** costs.csv and fx_rates.csv. */
export function costTables(costs: readonly Cost[], rates: readonly Rate[]): readonly CsvTable[] {
  const table = csvTable('costs.csv');
  costs.forEach((c, i) =>
    table.add([
      `K${i + 1}`,
      date(c.on),
      date(c.from),
      date(c.to),
      c.amount,
      'MYR',
      c.purpose,
      c.rep,
      c.team,
      c.source,
      c.campaign,
    ]),
  );
  const fx = csvTable('fx_rates.csv');
  for (const r of rates) fx.add([dateText(r.on), 'SGD', 'MYR', r.rate]);
  return [table, fx];
}
