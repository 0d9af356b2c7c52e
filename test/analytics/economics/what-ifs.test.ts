import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, deal, history, stage_map } from '../sales';

afterAll(closeGrounds);

const until = '2026-12-31T23:59:59.999999Z';

describe('conversion what-if', () => {
  const opportunities = Array.from({ length: 100 }, (_, i) =>
    i < 20 ? closed(`o${i}`, 'Won', '2026-02-10', { amount: 50 }) : closed(`o${i}`, 'Lost', '2026-02-10'),
  );

  it('20 to 25 percent lowers the cost of one by exactly one fifth', async () => {
    const costs = [{ cost_id: 'k', on: '2026-01-05', amount: 1000, purpose: 'acquire' }];
    const ground = await groundOf({ opportunities, costs, stage_map }, {}, until);
    const { rows } = await ask(ground, 'conversion-what-if');
    // 1,000 over 20 wins is 50; five more wins of 50 each.
    expect(rows[0]).toMatchObject({
      rate: 0.2,
      new_rate: 0.25,
      entries: 100,
      cost_per_conversion_money: 50,
      basis: 'revenue',
    });
    expect(rows[0]?.['value']).toBeCloseTo(40, 10);
    expect(rows[0]?.['added_wins']).toBeCloseTo(5, 10);
    expect(rows[0]?.['added_margin_money']).toBeCloseTo(250, 8);
  });

  it('the cost of one is that of all won in the period, also of those that began further up', async () => {
    const deals = [
      closed('a', 'Won', '2026-02-10'),
      closed('b', 'Lost', '2026-02-10'),
      closed('late', 'Won', '2026-02-10'),
    ];
    const stage_events = history('late', ['2026-01-05', 'Proposal'], ['2026-02-10', 'Won']);
    const costs = [{ cost_id: 'k', on: '2026-01-05', amount: 1000, purpose: 'acquire' }];
    const ground = await groundOf({ opportunities: deals, stage_events, costs, stage_map }, {}, until);
    const { rows } = await ask(ground, 'conversion-what-if');
    expect(rows[0]).toMatchObject({ rate: 0.5, entries: 2, cost_per_conversion_money: 500 });
    expect(rows[0]?.['cost_per_conversion_money']).toBe((await ask(ground, 'cost-per-conversion')).rows[0]?.['value']);
  });

  it('without costs the wins are said and the cost is not, until one is entered', async () => {
    const ground = await groundOf({ opportunities, stage_map }, {}, until);
    expect((await ask(ground, 'conversion-what-if')).rows[0]).toMatchObject({ value: null, reason: 'missing:costs' });
    const typed = await ask(ground, 'conversion-what-if', { options: { cost: '100', margin_rate: '0.5' } });
    expect(typed.rows[0]?.['value']).toBeCloseTo(80, 10);
    expect(typed.rows[0]?.['added_margin_money']).toBeCloseTo(125, 8);
    expect(typed.answer.extra?.['entered']).toEqual(['cost', 'margin_rate']);
  });

  it('open deals have no part in it; none won: no what-if', async () => {
    const ground = await groundOf(
      { opportunities: [deal('a'), closed('b', 'Lost', '2026-02-10')], stage_map },
      {},
      until,
    );
    expect((await ask(ground, 'conversion-what-if')).rows[0]).toMatchObject({
      value: null,
      reason: 'no_wins',
      entries: 1,
      excluded: '{"open":1}',
    });
  });
});

describe('retention what-if', () => {
  const rows = { orders: [{ order_id: '1', account_id: 'a', ordered_at: '2026-03-01', amount: 10 }] };

  it('margin 100, discount 10 percent, retention 80: 366.667 to 440.000 at 85, plus 20 percent', async () => {
    const ground = await groundOf(rows, {}, until);
    const options = { margin: '100', discount: '0.1', retention: '0.8', cost: '0' };
    const found = (await ask(ground, 'retention-what-if', { options })).rows;
    expect(found.map((row) => row['reading'])).toEqual(['points', 'relative']);
    expect(found[0]?.['value_money']).toBeCloseTo(366.667, 3);
    expect(found[0]?.['new_value_money']).toBeCloseTo(440, 6);
    expect(found[0]?.['value']).toBeCloseTo(0.2, 9);
    expect(found[1]?.['new_retention']).toBeCloseTo(0.84, 12);
    const dear = (await ask(ground, 'retention-what-if', { options: { ...options, cost: '150' } })).rows;
    expect(dear[0]?.['value']).toBeCloseTo(0.33846, 5);
  });

  it('a value not above zero: the difference in money only', async () => {
    const ground = await groundOf(rows, {}, until);
    const options = { margin: '100', discount: '0.1', retention: '0.8', cost: '400' };
    expect((await ask(ground, 'retention-what-if', { options })).rows[0]).toMatchObject({
      value: null,
      reason: 'no_value',
    });
  });

  it('own figures: retention of the year, margin of an active customer', async () => {
    const orders = [
      { order_id: '1', account_id: 'a', ordered_at: '2025-05-01', amount: 50, margin: 10 },
      { order_id: '2', account_id: 'a', ordered_at: '2026-05-01', amount: 50, margin: 30 },
      { order_id: '3', account_id: 'b', ordered_at: '2025-05-01', amount: 50, margin: 10 },
    ];
    const ground = await groundOf({ orders }, {}, until);
    const { rows: found } = await ask(ground, 'retention-what-if');
    // One of two kept; the one active customer brought 30: V = 30 x 1.1 / 0.6 = 55, at 0.55 60.
    expect(found[0]).toMatchObject({ retention: 0.5, margin_money: 30, basis: 'margin', n: 2 });
    expect(found[0]?.['value_money']).toBeCloseTo(55, 9);
    expect(found[0]?.['new_value_money']).toBeCloseTo(60, 9);
  });

  it('own figures: an order wholly refunded keeps nobody, money nobody knows is not nothing', async () => {
    const bought = (account_id: string, ordered_at: string, more = {}) => ({
      order_id: `${account_id} ${ordered_at}`,
      account_id,
      ordered_at,
      amount: 50,
      margin: 30,
      ...more,
    });
    const orders = [
      bought('a', '2025-05-01'),
      bought('a', '2026-05-01'),
      bought('returned it', '2025-05-01'),
      bought('returned it', '2026-05-01'),
      bought('no rate', '2026-05-01', { currency: 'EUR' }),
    ];
    const refunds = [{ refund_id: 'r', order_id: 'returned it 2026-05-01', at: '2026-05-02', amount: 50 }];
    const ground = await groundOf({ orders, refunds }, {}, until);
    expect((await ask(ground, 'retention-what-if')).rows[0]).toMatchObject({ retention: 0.5, margin_money: 30, n: 2 });
  });

  it('with contracts: margin and discount of the period asked, be it a quarter, are taken by the month', async () => {
    const subscriptions = Array.from({ length: 40 }, (_, i) => ({
      subscription_id: `s${i}`,
      account_id: `s${i}`,
      started_on: '2025-01-01',
      ended_on: i < 36 ? `2025-${String(4 + (i % 9)).padStart(2, '0')}-01` : null,
      mrr: 1,
    }));
    const ground = await groundOf({ subscriptions }, {}, until);
    const options = { retention: '0.5', discount: '0', cost: '0' };
    const worth = async (margin: string, period: object) => {
      const { rows: found } = await ask(ground, 'retention-what-if', { ...period, options: { ...options, margin } });
      return Number(found[0]?.['contract_value_money']);
    };
    const year = await worth('1200', {});
    expect(await worth('300', { from: '2026-07-01', to: '2026-10-01' })).toBeCloseTo(year, 6);
    expect(await worth('100', { from: '2026-07-01', to: '2026-08-01' })).toBeCloseTo(year, 6);
  });

  it('active customers whose margin nobody knows are counted', async () => {
    const orders = [
      { order_id: '1', account_id: 'a', ordered_at: '2026-05-01', amount: 50, margin: 30 },
      { order_id: '2', account_id: 'b', ordered_at: '2026-05-01', amount: 50 },
      { order_id: '3', account_id: 'a', ordered_at: '2025-05-01', amount: 50, margin: 30 },
    ];
    const ground = await groundOf({ orders }, {}, until);
    const [row] = (await ask(ground, 'retention-what-if')).rows;
    expect(row).toMatchObject({ margin_money: 30, excluded: '{"no_margin":1}' });
    const typed = { options: { margin: '10' } };
    expect((await ask(ground, 'retention-what-if', typed)).rows[0]).toMatchObject({ excluded: '{}' });
  });

  it('with revenue alone the margin must be entered', async () => {
    const orders = ['2025-05-01', '2026-05-01'].map((ordered_at, i) => ({
      order_id: `${i}`,
      account_id: 'a',
      ordered_at,
      amount: 50,
    }));
    const ground = await groundOf({ orders }, {}, until);
    expect((await ask(ground, 'retention-what-if')).rows[0]).toMatchObject({ value: null, reason: 'missing:margin' });
  });
});
