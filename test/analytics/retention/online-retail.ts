import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { sharedData } from '../../shared-data';
import type { Row } from '../ground';

/** Fields of one line of CSV with doubled quotes. */
function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  const pattern = /("(?:[^"]|"")*"|[^,]*)(?:,|$)/y;
  while (pattern.lastIndex < line.length) fields.push((pattern.exec(line)?.[1] ?? '').replace(/^"|"$/g, ''));
  return fields;
}

/** The retailer's purchases as orders: one an invoice with a customer, cancelled ones and lines without quantity left out. */
export function onlineRetailOrders(): Row[] {
  const text = gunzipSync(readFileSync(sharedData('uci-online-retail', 'online-retail.csv.gz'))).toString('utf8');
  const orders = new Map<string, { account_id: string; ordered_at: string; amount: number }>();
  for (const line of text.split('\n').slice(1)) {
    const [invoice = '', , , quantity = '', at = '', price = '', customer = ''] = fieldsOf(line);
    if (customer === '' || invoice.startsWith('C') || !(Number(quantity) > 0)) continue;
    const order = orders.get(invoice) ?? { account_id: customer.replace('.0', ''), ordered_at: at, amount: 0 };
    orders.set(invoice, { ...order, amount: order.amount + Number(quantity) * Number(price) });
  }
  return [...orders].map(([order_id, order]) => ({ order_id, ...order, amount: Number(order.amount.toFixed(4)) }));
}
