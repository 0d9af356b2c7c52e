import { readFileSync } from 'node:fs';
import { sharedData } from '../../shared-data';
import type { Row } from '../ground';

let made = 0;

/** An order of an account on a day, 100 unless said otherwise. */
export function order(account_id: string | null, ordered_at: string, more: Row = {}): Row {
  return { order_id: `order-${++made}`, account_id, ordered_at, amount: 100, ...more };
}

/** Orders of an account, one a day. */
export function orders(account_id: string, ...days: readonly string[]): Row[] {
  return days.map((day) => order(account_id, day));
}

/** A contract of an account from a day, 100 a month unless said otherwise. */
export function contract(account_id: string, started_on: string, more: Row = {}): Row {
  return { subscription_id: `contract-${++made}`, account_id, started_on, mrr: 100, ...more };
}

/** The last microsecond of a day in UTC. */
export function endOf(day: string): string {
  return `${day}T23:59:59.999999Z`;
}

/** A day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Every purchase of the CDNOW tenth sample as an order. */
export function cdnowOrders(): Row[] {
  const lines = readFileSync(sharedData('cdnow-sample', 'CDNOW_sample.txt'), 'utf8').trim().split(/\r?\n/);
  return lines.map((line, i) => {
    const [account_id = '', , day = '', , value = ''] = line.trim().split(/\s+/);
    const ordered_at = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    return { order_id: `o${i}`, account_id, ordered_at, amount: Number(value) };
  });
}
