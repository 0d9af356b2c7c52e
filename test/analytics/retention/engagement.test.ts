import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { contract, daysAfter, endOf, orders } from './sold';

afterAll(closeGrounds);

describe('engagement and later retention', () => {
  it('retention after a year by quartile of earlier conversations, as an association', async () => {
    // Eight customers with 0, 1, ... 7 conversations before their first order; those with 4 and more buy again after eleven months.
    const accounts = Array.from({ length: 8 }, (_, i) => ({ account_id: `c${i}`, name: `c${i}`, segment: 'SME' }));
    const data = Array.from({ length: 8 }, (_, i) =>
      orders(`c${i}`, '2025-01-31', ...(i >= 4 ? ['2025-12-31'] : [])),
    ).flat();
    const activities = Array.from({ length: 8 }, (_, i) =>
      Array.from({ length: i }, (_talk, k) => ({
        activity_id: `${i}-${k}`,
        at: daysAfter('2025-01-01', k),
        kind: 'call',
        account_id: `c${i}`,
        is_conversation: true,
      })),
    ).flat();
    const ground = await groundOf({ accounts, orders: data, activities }, {}, endOf('2026-06-30'));
    const { rows, answer } = await ask(ground, 'engagement-retention');
    // One stratum: expected is half of each quartile, so the standardised share is the crude one.
    expect(
      rows.map((row) => [
        row['quartile'],
        row['n'],
        row['crude'],
        row['value'],
        row['conversations_from'],
        row['conversations_to'],
      ]),
    ).toEqual([
      ['1', 2, 0, 0, 0, 1],
      ['2', 2, 0, 0, 2, 3],
      ['3', 2, 1, 1, 4, 5],
      ['4', 2, 1, 1, 6, 7],
    ]);
    expect(answer.extra?.['reads_as']).toBe('association');
  });

  it('contracts in another currency are as large as their value at the rate of their start', async () => {
    const held = (account_id: string, mrr: number, currency: string, ended_on: string | null) =>
      contract(account_id, '2025-01-01', { mrr, currency, ended_on });
    const subscriptions = [
      held('a', 10, 'USD', '2025-06-01'),
      ...['b', 'c'].map((id) => held(id, 1000, 'JPY', '2025-06-01')),
      ...['d', 'e', 'f'].map((id) => held(id, 20, 'USD', null)),
      ...['g', 'h', 'i'].map((id) => held(id, 30, 'USD', null)),
    ];
    const fx_rates = [
      { on: '2024-01-01', from_ccy: 'JPY', to_ccy: 'USD', rate: 0.01 },
      { on: '2025-02-01', from_ccy: 'JPY', to_ccy: 'USD', rate: 1 },
    ];
    const activities = [{ activity_id: '1', at: '2024-12-01', kind: 'call', account_id: 'a', is_conversation: true }];
    const rows = { subscriptions, fx_rates, activities };
    const found = (await ask(await groundOf(rows, {}, endOf('2026-06-30')), 'engagement-retention')).rows;
    // a, b and c are the small ones, and none of them stayed: nobody like a was to be expected to.
    expect(found.find((row) => row['quartile'] === '4')).toMatchObject({ n: 1, expected: 0, reason: 'nobody_stayed' });
  });

  it('a customer not a year old is not judged', async () => {
    const activities = [{ activity_id: '1', at: '2026-01-01', kind: 'call', account_id: 'a', is_conversation: true }];
    const ground = await groundOf({ orders: orders('a', '2025-07-01'), activities }, {}, endOf('2026-06-30'));
    const { rows } = await ask(ground, 'engagement-retention');
    expect(rows.every((row) => row['value'] === null)).toBe(true);
    expect(rows.map((row) => row['excluded'])).toContain('{"not_mature":1}');
  });
});
