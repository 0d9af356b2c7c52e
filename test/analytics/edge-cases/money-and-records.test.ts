import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { order } from '../retention/sold';
import { closed, deal, history, lastly, stage_map } from '../sales';

afterAll(closeGrounds);

describe('the edge-case matrix: money and records', () => {
  it('amount missing: out of money, in counts', async () => {
    const opportunities = [closed('a', 'Won', '2026-02-01', { amount: 80 }), closed('b', 'Won', '2026-02-01')];
    const ground = await groundOf({ opportunities, stage_map });
    expect((await ask(ground, 'bookings')).rows[0]).toMatchObject({ value: 80, n: 1, excluded: '{"no_amount":1}' });
    expect((await ask(ground, 'win-rate')).rows[0]).toMatchObject({ numerator: 2, denominator: 2 });
  });

  it('amount changed during life: the value at the close for closed deals, at the as-of for open ones', async () => {
    const opportunities = [deal('a', { stage: 'Won', amount: 300 }), deal('b', { stage: 'Proposal', amount: 50 })];
    const stage_events = [
      ...history('a', ['2026-01-05', 'Qualified', { amount: 100 }], ['2026-02-01', 'Won', { amount: 300 }]),
      ...history('b', ['2026-01-05', 'Qualified', { amount: 20 }], ['2026-03-01', 'Proposal', { amount: 50 }]),
    ];
    const ground = await groundOf({ opportunities, stage_events, activities: [lastly('2026-06-01')], stage_map });
    expect((await ask(ground, 'bookings')).rows[0]).toMatchObject({ value: 300 });
    const { rows } = await ask(ground, 'snapshot-funnel');
    expect(rows.map((row) => [row['rung'], row['amount_money']])).toEqual([
      ['proposal', 50],
      ['won', 300],
    ]);
    const earlier = await groundOf(
      { opportunities, stage_events, activities: [lastly('2026-06-01')], stage_map },
      {},
      '2026-02-15T00:00:00Z',
    );
    expect((await ask(earlier, 'snapshot-funnel')).rows.map((row) => [row['rung'], row['amount_money']])).toEqual([
      ['qualified', 20],
      ['won', 300],
    ]);
  });

  it('amount changed during life: of two values of one instant the one of the later rung counts, of one rung the later one', async () => {
    const at = '2026-01-20 10:00:00';
    const events = history(
      'a',
      [at, 'Proposal', { amount: 70, expected_close: '2026-03-07' }],
      [at, 'Proposal', { amount: 80, expected_close: '2026-03-08' }],
      [at, 'Meeting', { amount: 60, expected_close: '2026-03-06' }],
      ['2026-02-20 10:00:00', 'Won', { amount: 90 }],
    );
    const opportunities = [deal('a', { stage: 'Won', amount: 90, created_at: at })];
    for (const stage_events of [events, events.toReversed()]) {
      const ground = await groundOf({ opportunities, stage_events, stage_map }, {}, '2026-02-01T00:00:00Z');
      expect((await ask(ground, 'snapshot-funnel')).rows).toMatchObject([{ rung: 'proposal', amount_money: 80 }]);
    }
  });

  it('amount changed during life: size bands go by the value at entry, a won deal without one by what stands in for it', async () => {
    // Entered at 10, 20, 30 and 40; the first was won for 400. Thirds of the entry values are cut at 20 and 30.
    const entered = [10, 20, 30, 40];
    const ground = await groundOf({
      opportunities: entered.map((amount, i) =>
        closed(`${i}`, i === 0 ? 'Won' : 'Lost', '2026-02-01', { amount: i === 0 ? 400 : amount, list_amount: 0 }),
      ),
      stage_events: entered.flatMap((amount, i) =>
        history(
          `${i}`,
          ['2026-01-05', 'Qualified', { amount }],
          ['2026-02-01', i === 0 ? 'Won' : 'Lost', { amount: i === 0 ? 400 : amount }],
        ),
      ),
      stage_map,
    });
    const bands = await ask(ground, 'win-rate', { by: ['size_band'] });
    expect(bands.rows.map((row) => [row['size_band'], row['numerator'], row['denominator']])).toEqual([
      ['large', 0, 1],
      ['medium', 0, 1],
      ['small', 1, 2],
    ]);
    // What is lost still counts with its amount at the loss, what was won with the amount it was won for.
    expect((await ask(ground, 'win-rate-by-value')).rows[0]).toMatchObject({ numerator: 400, denominator: 490 });
  });

  it('mixed currencies, missing rate: the latest rate on or before the day that fixes the amount, never one to one', async () => {
    const opportunities = [
      closed('a', 'Won', '2026-02-10', { amount: 100, currency: 'EUR' }),
      closed('b', 'Won', '2026-02-20', { amount: 100, currency: 'EUR' }),
      closed('c', 'Won', '2026-01-01', { amount: 100, currency: 'EUR', created_at: '2025-12-01' }),
      closed('d', 'Won', '2026-02-20', { amount: 7, currency: 'JPY' }),
      closed('e', 'Won', '2026-02-20', { amount: 1 }),
    ];
    const fx_rates = [
      { on: '2026-02-01', from_ccy: 'EUR', to_ccy: 'USD', rate: 1.1 },
      { on: '2026-02-15', from_ccy: 'EUR', to_ccy: 'USD', rate: 1.2 },
      { on: '2026-03-01', from_ccy: 'EUR', to_ccy: 'USD', rate: 9 },
    ];
    const [row] = (await ask(await groundOf({ opportunities, fx_rates, stage_map }), 'bookings')).rows;
    expect(row).toMatchObject({ value: 231, n: 3, excluded: '{"no_fx":2}' });
  });

  it('an open deal is worth what its currency is at the as-of', async () => {
    const opportunities = [deal('a', { amount: 100, currency: 'EUR' })];
    const fx_rates = [
      { on: '2026-01-01', from_ccy: 'EUR', to_ccy: 'USD', rate: 1.1 },
      { on: '2026-05-01', from_ccy: 'EUR', to_ccy: 'USD', rate: 1.3 },
    ];
    const ground = await groundOf({ opportunities, fx_rates, activities: [lastly('2026-06-01')], stage_map });
    expect((await ask(ground, 'snapshot-funnel')).rows[0]).toMatchObject({ amount_money: 130 });
  });

  it('negative or zero amount won: zero kept in counts, negative out of money and counted', async () => {
    const opportunities = [
      closed('a', 'Won', '2026-02-01', { amount: 0 }),
      closed('b', 'Won', '2026-02-01', { amount: -5 }),
      closed('c', 'Won', '2026-02-01', { amount: 10 }),
    ];
    const ground = await groundOf({ opportunities, stage_map });
    expect((await ask(ground, 'bookings')).rows[0]).toMatchObject({ value: 10, n: 2, excluded: '{"negative":1}' });
    expect((await ask(ground, 'deal-value')).rows[0]).toMatchObject({ mean_money: 5, n: 2 });
    expect((await ask(ground, 'win-rate')).rows[0]).toMatchObject({ numerator: 3 });
  });

  it('account merged: deals and dimensions follow to the end of the chain', async () => {
    const accounts = [
      { account_id: 'a1', name: 'Old', industry: 'Paper', merged_into: 'a2' },
      { account_id: 'a2', name: 'Middle', merged_into: 'a3' },
      { account_id: 'a3', name: 'Head', segment: 'Large' },
    ];
    const opportunities = [closed('a', 'Won', '2026-02-01', { account_id: 'a1' })];
    const ground = await groundOf({ accounts, opportunities, stage_map });
    expect((await ask(ground, 'win-rate', { by: ['segment', 'industry'] })).rows[0]).toMatchObject({
      segment: 'Large',
      industry: 'Paper',
    });
    expect((await ask(ground, 'cadence')).rows[0]).toMatchObject({ account: 'Head' });
  });

  it('lead merged: its deal, its events and its calls belong to the lead that stayed', async () => {
    const leads = [
      { lead_id: 'l1', created_at: '2026-01-03', merged_into: 'l2' },
      { lead_id: 'l2', created_at: '2026-01-01' },
    ];
    const opportunities = [closed('a', 'Won', '2026-02-01', { lead_id: 'l1', created_at: '2026-01-20' })];
    const activities = [
      { activity_id: 'x', at: '2026-01-04', kind: 'call', direction: 'out', is_conversation: true, lead_id: 'l1' },
      lastly('2026-06-01'),
    ];
    const ground = await groundOf({ leads, opportunities, activities, stage_map });
    expect((await ask(ground, 'cohort-conversion', { options: { from: 'lead' } })).rows[0]).toMatchObject({
      numerator: 1,
      denominator: 1,
      median_days: 31,
    });
    expect((await ask(ground, 'contact-rate')).rows[0]).toMatchObject({ numerator: 1, denominator: 1 });
    expect((await ask(ground, 'conversation-conversion')).rows[0]).toMatchObject({
      numerator: 1,
      denominator: 1,
      excluded: '{}',
    });
  });

  it('refund larger than the order: no purchase, the money exact', async () => {
    const orders = [
      order('c', '2026-01-10', { order_id: 'o1', amount: 100 }),
      order('c', '2026-02-10', { amount: 40 }),
    ];
    const refunds = [{ refund_id: 'f', order_id: 'o1', at: '2026-01-12', amount: 130 }];
    const ground = await groundOf({ orders, refunds });
    expect((await ask(ground, 'value-to-date')).rows[0]).toMatchObject({ value: 10, n: 1 });
    expect((await ask(ground, 'cadence')).rows[0]).toMatchObject({ n: 0 });
  });

  it('probability column in the CRM: kept, never used', async () => {
    const open = (id: string, probability: number) =>
      deal(id, { probability, amount: 100, expected_close: '2026-06-20' });
    const rows = async (p: number) => {
      const won = Array.from({ length: 20 }, (_, i) =>
        closed(`w${i}`, i < 10 ? 'Won' : 'Lost', '2026-03-01', { created_at: '2026-01-01', amount: 10 }),
      );
      const ground = await groundOf({
        opportunities: [...won, open('a', p)],
        activities: [lastly('2026-05-01')],
        stage_map,
      });
      return (await ask(ground, 'forecast', { from: '2026-04-01', to: '2026-07-01' })).rows;
    };
    expect(await rows(0.99)).toEqual(await rows(0.01));
  });
});
