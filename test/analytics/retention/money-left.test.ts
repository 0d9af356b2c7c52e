import { afterAll, describe, expect, it } from 'vitest';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { contract, endOf, order } from './sold';

afterAll(closeGrounds);

function paid(invoice_id: string, at: string, amount = 100, status = 'ok'): Row {
  return { payment_id: `${invoice_id}-${at}-${status}`, invoice_id, at, amount, status };
}

describe('money left on the table', () => {
  it('item by item: lost without a conversation, unpaid past due, and below the index where one is set', async () => {
    const subscriptions = [
      contract('a', '2025-01-01', { subscription_id: 'a' }),
      contract('b', '2025-01-01', { subscription_id: 'b' }),
    ];
    const renewals = [
      { renewal_id: 'silent', subscription_id: 'a', due_on: '2026-03-01', outcome: 'lost', mrr_before: 50 },
      { renewal_id: 'spoken', subscription_id: 'b', due_on: '2026-03-01', outcome: 'lost', mrr_before: 70 },
      {
        renewal_id: 'flat',
        subscription_id: 'b',
        due_on: '2026-01-01',
        outcome: 'renewed',
        mrr_before: 100,
        mrr_after: 100,
      },
      {
        renewal_id: 'raised',
        subscription_id: 'b',
        due_on: '2026-02-01',
        outcome: 'renewed',
        mrr_before: 100,
        mrr_after: 110,
      },
    ];
    const activities = [
      { activity_id: '1', at: '2026-02-28', kind: 'call', account_id: 'b', is_conversation: true },
      { activity_id: '2', at: '2025-12-30', kind: 'call', account_id: 'a', is_conversation: true },
    ];
    const data = [order('a', '2026-01-01', { order_id: 'o' })];
    const invoices = [
      { invoice_id: 'half', order_id: 'o', issued_at: '2026-01-01', due_on: '2026-02-01', amount: 80 },
      { invoice_id: 'today', order_id: 'o', issued_at: '2026-01-01', due_on: '2026-03-31', amount: 80 },
    ];
    const payments = [paid('half', '2026-01-10', 30), paid('half', '2026-04-10', 50)];
    const ground = await groundOf(
      { subscriptions, renewals, activities, orders: data, invoices, payments },
      {},
      endOf('2026-03-31'),
    );
    const items = async (options = {}) =>
      Object.fromEntries(
        (await ask(ground, 'money-left', { options })).rows.map(
          (row) => [String(row['item']), [row['value'], row['count']]] as const,
        ),
      );
    expect(await items()).toEqual({ lost_without_conversation: [600, 1], unpaid_invoice: [50, 1] });
    // Indexed 5 percent: 105 - 100, twelve months.
    expect(await items({ index: '0.05' })).toEqual({
      lost_without_conversation: [600, 1],
      unpaid_invoice: [50, 1],
      flat_renewal: [60, 1],
    });
  });

  it('a renewal lost before it was due is too young to judge: somebody may still speak with them', async () => {
    const subscriptions = [contract('a', '2025-01-01', { subscription_id: 'a' })];
    const lost = (renewal_id: string, due_on: string) => ({
      renewal_id,
      subscription_id: 'a',
      due_on,
      outcome: 'lost',
      decided_on: '2026-03-15',
      mrr_before: 50,
    });
    const renewals = [lost('today', '2026-03-31'), lost('tomorrow', '2026-04-01')];
    const activities = [{ activity_id: '1', at: '2025-03-01', kind: 'call', account_id: 'a', is_conversation: true }];
    const ground = await groundOf({ subscriptions, renewals, activities }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'money-left')).rows).toMatchObject([
      { item: 'lost_without_conversation', value: 600, n: 1, excluded: '{"not_mature":1}' },
    ]);
  });

  it('a renewal whose new value nobody wrote down is told, where an index is set', async () => {
    const subscriptions = [contract('a', '2025-01-01', { subscription_id: 'a' })];
    const renewals = [
      { renewal_id: 'r', subscription_id: 'a', due_on: '2026-03-01', outcome: 'renewed', mrr_before: 50 },
    ];
    const ground = await groundOf({ subscriptions, renewals }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'money-left', { options: { index: '0.05' } })).rows).toMatchObject([
      { item: 'flat_renewal', value: null, n: 0, excluded: '{"no_amount":1}' },
    ]);
  });

  it('an invoice is worth what its own date’s rate makes of it, not the due date’s', async () => {
    const bill = { invoice_id: 'i', order_id: 'o', issued_at: '2026-01-01', due_on: '2026-02-01', amount: 80 };
    const fx_rates = [
      { on: '2026-01-01', from_ccy: 'SGD', to_ccy: 'USD', rate: 0.75 },
      { on: '2026-01-15', from_ccy: 'SGD', to_ccy: 'USD', rate: 0.5 },
    ];
    const sold = order('a', '2026-01-01', { order_id: 'o', currency: 'SGD' });
    const ground = await groundOf({ orders: [sold], invoices: [bill], fx_rates }, {}, endOf('2026-03-31'));
    expect((await ask(ground, 'money-left')).rows).toMatchObject([{ item: 'unpaid_invoice', value: 60 }]);
  });
});
