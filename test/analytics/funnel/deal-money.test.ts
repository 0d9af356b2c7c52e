import { afterAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import { answerRows } from '../../../electron/session/answer';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, deal, history, lastly, stage_map } from '../sales';

afterAll(closeGrounds);

describe('deal value', () => {
  // Won: 0, 100, 200, 400, 800 → mean 300, median 200, P75 400; ln over the four above zero: (ln 100 + ln 200 + ln 400 + ln 800) / 4.
  const opportunities = [
    ...[0, 100, 200, 400, 800].map((amount, i) => closed(`w${i}`, 'Won', '2026-02-10', { amount })),
    closed('none', 'Won', '2026-02-10'),
    closed('negative', 'Won', '2026-02-10', { amount: -50 }),
    closed('lost', 'Lost', '2026-02-10', { amount: 9999 }),
    closed('later', 'Won', '2026-03-01', { amount: 7777 }),
    deal('open', { amount: 9999 }),
  ];

  it('is the mean of the won amounts, with median, P75 and log-mean beside it', async () => {
    const ground = await groundOf({ opportunities, stage_map });
    const { rows } = await ask(ground, 'deal-value', { from: '2026-02-01', to: '2026-03-01' });
    expect(rows[0]).toMatchObject({ value: 300, n: 5, mean_money: 300, median_money: 200, p75_money: 400 });
    expect(rows[0]?.['log_mean']).toBeCloseTo((Math.log(100) + Math.log(200) + Math.log(400) + Math.log(800)) / 4, 12);
    // Sample sd 316.2278, t(4) 2.776445: 300 ∓ 2.776445 × 316.2278 / √5 = 300 ∓ 392.648.
    expect(rows[0]?.['lower']).toBeCloseTo(300 - 392.6487, 3);
    expect(rows[0]).toMatchObject({ method: 'student', state: 'thin' });
  });

  it('negative or zero amount won: zero counts, negative is left out and counted; a missing amount too', async () => {
    const ground = await groundOf({ opportunities, stage_map });
    const { rows } = await ask(ground, 'deal-value', { from: '2026-02-01', to: '2026-03-01' });
    expect(JSON.parse(String(rows[0]?.['excluded']))).toEqual({ negative: 1, no_amount: 1 });
  });

  it('has no interval for one deal and no value for none', async () => {
    const ground = await groundOf({ opportunities: [closed('a', 'Won', '2026-02-10', { amount: 70 })], stage_map });
    expect((await ask(ground, 'deal-value')).rows[0]).toMatchObject({ value: 70, n: 1, lower: null, method: null });
    const none = await groundOf({ opportunities: [deal('a')], stage_map });
    expect((await ask(none, 'deal-value')).rows[0]).toMatchObject({ value: null, n: 0, reason: 'empty' });
  });
});

describe('win rate by value', () => {
  it('is money won over money closed, a deal lost at zero counting with its list amount or price', async () => {
    // Won 600; lost 100 as recorded, 200 by list amount, 100 by the product's price: 600 / 1000.
    const ground = await groundOf({
      opportunities: [
        closed('w', 'Won', '2026-02-10', { amount: 600 }),
        closed('l1', 'Lost', '2026-02-10', { amount: 100 }),
        closed('l2', 'Lost', '2026-02-10', { amount: 0, list_amount: 200 }),
        closed('l3', 'None', '2026-02-10', { product_id: 'p' }),
        closed('l4', 'Lost', '2026-02-10'),
        closed('d', 'Disqualified', '2026-02-10', { amount: 5000 }),
        deal('open', { amount: 5000 }),
      ],
      products: [{ product_id: 'p', name: 'Printer', list_price: 100 }],
      stage_map,
    });
    const [row] = (await ask(ground, 'win-rate-by-value')).rows;
    expect(row).toMatchObject({ value: 0.6, numerator: 600, denominator: 1000, n: 4, state: 'derived' });
    expect(row).toMatchObject({ largest_share: 0.6, hits: 1, hit_share: 0.25 });
    expect(JSON.parse(String(row?.['excluded']))).toEqual({ no_amount: 1, disqualified: 1, open: 1 });
  });

  it('amount missing on a won deal: out of the money, never a lost value of zero', async () => {
    const ground = await groundOf({
      opportunities: [closed('a', 'Won', '2026-02-10'), closed('b', 'Lost', '2026-02-10', { amount: 0 })],
      stage_map,
    });
    expect((await ask(ground, 'win-rate-by-value')).rows[0]).toMatchObject({
      value: null,
      reason: 'empty',
      excluded: '{"no_amount":2}',
    });
  });

  it('has a bootstrap interval around it, the same every time, and enough evidence from thirty deals', async () => {
    const opportunities = Array.from({ length: 60 }, (_, i) =>
      closed(`d${i}`, i % 3 === 0 ? 'Won' : 'Lost', '2026-02-10', {
        amount: 100 + (i % 7) * 50,
        owner_id: `R${i % 2}`,
      }),
    );
    const ground = await groundOf({ opportunities, stage_map });
    const [once, again] = [await ask(ground, 'win-rate-by-value'), await ask(ground, 'win-rate-by-value')];
    const [row] = once.rows;
    expect(row).toMatchObject({ method: 'bootstrap', state: 'ok', n: 60 });
    expect(again.rows[0]).toEqual(row);
    expect(Number(row?.['lower'])).toBeGreaterThan(0.15);
    expect(Number(row?.['lower'])).toBeLessThan(Number(row?.['value']));
    expect(Number(row?.['upper'])).toBeGreaterThan(Number(row?.['value']));
    const { rows } = await ask(ground, 'win-rate-by-value', { by: ['rep'] });
    expect(rows.map(({ rep, n }) => [rep, n])).toEqual([
      ['R0', 30],
      ['R1', 30],
    ]);
  });
});

describe('loss profile', () => {
  const opportunities = [
    ...['Price', 'Price', 'Price', 'Timing', null, '  '].map((loss_reason, i) =>
      closed(`l${i}`, 'Lost', '2026-02-10', {
        loss_reason,
        competitor: i === 0 ? 'Acme' : null,
        has_reference: i < 2,
        amount: 100,
      }),
    ),
    closed('w1', 'Won', '2026-02-10', { has_reference: true }),
    closed('w2', 'Won', '2026-02-10', { has_reference: true }),
    closed('w3', 'Won', '2026-02-10'),
    closed('before', 'Lost', '2026-01-31', { loss_reason: 'Price' }),
  ];
  const period = { from: '2026-02-01', to: '2026-03-01' };

  it('lost reason empty: shown as unknown, and the shares of the reasons sum to one', async () => {
    const ground = await groundOf({ opportunities, stage_map });
    const { rows } = await ask(ground, 'loss-profile', period);
    expect(rows.map((row) => [row['reason'], row['numerator'], row['denominator'], row['share']])).toEqual([
      ['Price', 3, 6, 0.5],
      ['unknown', 2, 6, 2 / 6],
      ['Timing', 1, 6, 1 / 6],
    ]);
    expect(rows[0]).toMatchObject({ method: 'wilson', amount_money: 300 });
  });

  it('a deal won and lost after all is among the losses, with its reason', async () => {
    const reversed = deal('r', { stage: 'Lost', closed_at: '2026-02-20', loss_reason: 'Price' });
    const stage_events = history('r', ['2026-01-05', 'Qualified'], ['2026-02-01', 'Won'], ['2026-02-20', 'Lost']);
    const { rows } = await ask(await groundOf({ opportunities: [reversed], stage_events, stage_map }), 'loss-profile');
    expect(rows).toMatchObject([{ reason: 'Price', numerator: 1, denominator: 1 }]);
  });

  it('names competitors instead when asked', async () => {
    const ground = await groundOf({ opportunities, stage_map });
    const { rows } = await ask(ground, 'loss-profile', { ...period, options: { of: 'competitor' } });
    expect(rows.map((row) => [row['reason'], row['numerator']])).toEqual([
      ['unknown', 5],
      ['Acme', 1],
    ]);
  });

  it('sets the win rate with a reference beside the one without, and leaves out deals that do not say', async () => {
    const ground = await groundOf({ opportunities, stage_map });
    const { rows } = await ask(ground, 'loss-profile', { ...period, options: { of: 'reference' } });
    // With: 2 of 4. Without: 0 of 4. w3 does not say.
    expect(rows.map((row) => [row['reason'], row['value'], row['method'], row['excluded']])).toEqual([
      ['with_reference', 0.5, 'wilson', '{"no_reference":1}'],
      ['without_reference', 0, 'wilson', '{"no_reference":1}'],
      ['difference', 0.5, 'newcombe', '{}'],
    ]);
  });

  it('has rows behind a reason as many as the mark says, and all losses behind the denominator', async () => {
    const ground = await groundOf({ opportunities, stage_map });
    const question = { ...everything, ...period };
    const request = { metric: 'loss-profile', question, where: { reason: 'unknown' }, offset: 0, limit: 10 };
    expect((await answerRows(ground, { ...request, part: 'numerator' })).count).toBe(2);
    expect((await answerRows(ground, { ...request, part: 'denominator' })).count).toBe(6);
  });

  it('has no share when nothing was lost', async () => {
    const ground = await groundOf({ opportunities: [closed('w', 'Won', '2026-02-10')], stage_map });
    expect((await ask(ground, 'loss-profile')).rows).toMatchObject([{ value: null, n: 0, reason: 'empty' }]);
  });
});

describe('discount discipline', () => {
  it('is one less money over list money, with the share of deals beyond the limit', async () => {
    // 900 of 1000, 400 of 500 (exactly the limit of 20 percent: not beyond), 350 of 500: 1 − 1650 / 2000 = 0.175.
    const ground = await groundOf({
      opportunities: [
        closed('a', 'Won', '2026-02-10', { amount: 900, list_amount: 1000 }),
        closed('b', 'Won', '2026-02-10', { amount: 400, list_amount: 500 }),
        closed('c', 'Won', '2026-02-10', { amount: 350, list_amount: 500 }),
        closed('d', 'Won', '2026-02-10', { amount: 350 }),
        closed('e', 'Won', '2026-02-10', { amount: 350, list_amount: 0 }),
        closed('f', 'Won', '2026-02-10', { list_amount: 10 }),
        closed('g', 'Lost', '2026-02-10', { amount: 1, list_amount: 10 }),
      ],
      stage_map,
    });
    const [row] = (await ask(ground, 'discount-discipline')).rows;
    expect(row).toMatchObject({ numerator: 350, denominator: 2000, n: 3, hits: 1, hit_share: 1 / 3 });
    expect(row?.['value']).toBeCloseTo(0.175, 12);
    expect(JSON.parse(String(row?.['excluded']))).toEqual({ no_list: 2, no_amount: 1 });
    const strict = await ask(ground, 'discount-discipline', { options: { limit: '0.05' } });
    expect(strict.rows[0]).toMatchObject({ hits: 3 });
  });

  it('says nothing without list amounts', async () => {
    const ground = await groundOf({ opportunities: [closed('a', 'Won', '2026-02-10', { amount: 1 })], stage_map });
    expect((await ask(ground, 'discount-discipline')).rows[0]).toMatchObject({ value: null, reason: 'empty' });
  });

  it('sold above list is below zero', async () => {
    const opportunities = [closed('a', 'Won', '2026-02-10', { amount: 110, list_amount: 100 })];
    const ground = await groundOf({ opportunities, stage_map, activities: [lastly('2026-06-30')] });
    expect((await ask(ground, 'discount-discipline')).rows[0]?.['value']).toBeCloseTo(-0.1, 12);
  });
});

describe('conversion step by step, by value', () => {
  const at = lastly('2026-12-31');

  it('is the money that came on over the money that was there, each journey weighing what it is worth now', async () => {
    // Qualified: 600 + 100 + 200 (by list amount) with an amount, one without. Proposal in time: 600 and 200. Won: 600.
    const ground = await groundOf({
      opportunities: [
        closed('w', 'Won', '2026-02-10', { amount: 600 }),
        closed('l1', 'Lost', '2026-02-10', { amount: 100 }),
        closed('l2', 'Lost', '2026-02-10', { amount: 0, list_amount: 200 }),
        deal('none', { stage: 'Proposal' }),
      ],
      stage_events: [
        ...history('w', ['2026-01-05', 'Qualified'], ['2026-01-20', 'Proposal'], ['2026-02-10', 'Won']),
        ...history('l1', ['2026-01-05', 'Qualified'], ['2026-02-10', 'Lost']),
        ...history('l2', ['2026-01-05', 'Qualified'], ['2026-01-20', 'Proposal'], ['2026-02-10', 'Lost']),
        ...history('none', ['2026-01-05', 'Qualified'], ['2026-01-20', 'Proposal']),
      ],
      stage_map,
      activities: [at],
    });
    const { rows } = await ask(ground, 'stage-conversion-by-value', { options: { steps: 'qualified,proposal,won' } });
    expect(
      rows.map(({ from_rung, to_rung, numerator, denominator, n, hits_without_money }) => [
        from_rung,
        to_rung,
        numerator,
        denominator,
        n,
        hits_without_money,
      ]),
    ).toEqual([
      ['qualified', 'proposal', 800, 900, 3, 1],
      ['proposal', 'won', 600, 800, 2, 0],
      ['qualified', 'won', 600, 900, 3, 0],
    ]);
    expect(rows[0]).toMatchObject({ value: 800 / 900, state: 'derived', excluded: '{"no_amount":1}' });
  });

  it('sets the money of journeys too young apart', async () => {
    const ground = await groundOf({
      opportunities: [
        closed('old', 'Won', '2026-02-10', { amount: 600 }),
        deal('young', { amount: 70, created_at: '2026-11-20' }),
        closed('fast', 'Won', '2026-12-01', { amount: 30, created_at: '2026-11-20' }),
      ],
      stage_map,
      activities: [at],
    });
    const { rows } = await ask(ground, 'stage-conversion-by-value', { options: { steps: 'qualified,won' } });
    expect(rows).toMatchObject([
      { numerator: 600, denominator: 600, immature_money: 100, immature_hits_money: 30, excluded: '{"not_mature":2}' },
    ]);
  });

  it('tells of leads what came so far and no share of it', async () => {
    const ground = await groundOf({
      leads: [
        { lead_id: 'a', created_at: '2026-01-02', opportunity_id: 'w' },
        { lead_id: 'b', created_at: '2026-01-02' },
      ],
      opportunities: [closed('w', 'Won', '2026-02-10', { amount: 600, lead_id: 'a' })],
      stage_map,
      activities: [at],
    });
    const { rows } = await ask(ground, 'stage-conversion-by-value', { options: { steps: 'lead,qualified,won' } });
    expect(rows[0]).toMatchObject({ from_rung: 'lead', numerator: 600, value: null, lower: null, reason: 'no_money' });
    expect(rows[1]).toMatchObject({ from_rung: 'qualified', to_rung: 'won', value: 1 });
  });
});
