import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, stage_map } from '../sales';
import { endOf, orders } from './sold';

afterAll(closeGrounds);

const march = { from: '2026-03-01', to: '2026-04-01' };

describe('revenue retention in several currencies', () => {
  const paid = (account: string, day: string, amount: number, currency: string | null = null, more: object = {}) => ({
    ...orders(account, day)[0],
    order_id: `${account} ${day} ${currency}`,
    amount,
    currency,
    ...more,
  });
  const quotes = [
    ['2026-01-01', 2],
    ['2026-03-01', 3],
    ['2026-03-20', 5],
  ].map(([on, rate]) => ({ on, from_ccy: 'EUR', to_ccy: 'USD', rate }));

  it('takes both periods at the rate of the first day, so that a currency that moves keeps nobody and loses nobody', async () => {
    const data = [
      paid('a', '2026-02-10', 100, 'EUR'),
      paid('a', '2026-03-25', 100, 'EUR'),
      paid('b', '2026-02-10', 50),
      paid('b', '2026-02-10', 10, 'EUR'),
      paid('b', '2026-03-02', 20),
    ];
    const ground = await groundOf(
      { orders: data, fx_rates: quotes as never },
      { currency: 'USD' },
      endOf('2026-04-30'),
    );
    // At 3 both: a 300 and 300; b 50 + 30 before, 20 after.
    const [net] = (await ask(ground, 'revenue-retention', march)).rows;
    expect(net).toMatchObject({ denominator: 380, numerator: 320, n: 2, excluded: '{}' });
    const [gross] = (await ask(ground, 'revenue-retention', { ...march, options: { measure: 'gross' } })).rows;
    expect(gross).toMatchObject({ denominator: 380, numerator: 320 });
    const [more] = (await ask(ground, 'expansion', march)).rows;
    expect(more).toMatchObject({ value: 0, denominator: 380 });
  });

  it('does so too where customers are known by their won deals alone', async () => {
    const won = (account_id: string, closed_at: string, amount: number, currency = 'EUR') =>
      closed(`${account_id} ${closed_at}`, 'Won', closed_at, { account_id, amount, currency });
    const opportunities = [
      won('a', '2026-02-10', 100),
      won('a', '2026-03-25', 100),
      won('b', '2026-02-10', 50, 'USD'),
      won('b', '2026-03-02', 20, 'USD'),
      won('c', '2026-02-10', 50, 'JPY'),
    ];
    const ground = await groundOf(
      { opportunities, stage_map, fx_rates: quotes as never },
      { currency: 'USD' },
      endOf('2026-04-30'),
    );
    expect((await ask(ground, 'revenue-retention', march)).rows[0]).toMatchObject({
      denominator: 350,
      numerator: 320,
      state: 'derived',
      excluded: '{"no_fx":1}',
    });
  });

  it('leaves out who paid in a currency that has no rate on that day, even where it has one on another', async () => {
    const data = [
      paid('a', '2026-02-10', 100, 'EUR'),
      paid('a', '2026-03-25', 90, 'EUR'),
      paid('b', '2026-02-10', 50),
      paid('b', '2026-03-10', 25),
    ];
    const late = quotes.slice(2);
    const ground = await groundOf({ orders: data, fx_rates: late as never }, { currency: 'USD' }, endOf('2026-04-30'));
    expect((await ask(ground, 'revenue-retention', march)).rows[0]).toMatchObject({
      denominator: 50,
      numerator: 25,
      excluded: '{"no_fx":1}',
    });
    // A rate of the first day is enough where the day of the order had none.
    const early = [...quotes.slice(1)];
    const known = await groundOf({ orders: data, fx_rates: early as never }, { currency: 'USD' }, endOf('2026-04-30'));
    expect((await ask(known, 'revenue-retention', march)).rows[0]).toMatchObject({
      denominator: 350,
      numerator: 295,
      excluded: '{}',
    });
  });
});
