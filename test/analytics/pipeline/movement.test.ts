import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { deal, history, lastly, stage_map } from '../sales';
import { dayAt, histories, leadHistories } from './histories';

afterAll(closeGrounds);

describe('stage matrix', () => {
  it('counts journeys by where they stood and where they stand', async () => {
    const ground = await groundOf({
      opportunities: [
        deal('a', { amount: 150 }),
        deal('b', { amount: 70 }),
        deal('c', { created_at: '2026-02-10', amount: 9 }),
      ],
      stage_events: [
        ...history('a', ['2026-01-05', 'Qualified', { amount: 100 }], ['2026-02-15', 'Proposal', { amount: 150 }]),
        ...history('b', ['2026-01-05', 'Qualified'], ['2026-02-15', 'Won']),
        ...history('c', ['2026-02-10', 'Qualified']),
      ],
      stage_map,
      activities: [lastly('2026-04-30')],
    });
    const { rows } = await ask(ground, 'stage-matrix', { from: '2026-02-01', to: '2026-03-01' });
    expect(
      rows.map((row) => [
        row['rung_start'],
        row['rung_end'],
        row['count'],
        row['amount_start_money'],
        row['amount_end_money'],
      ]),
    ).toEqual([
      ['not_begun', 'qualified', 1, null, 9],
      ['qualified', 'proposal', 1, 100, 150],
      ['qualified', 'won', 1, 70, 70],
    ]);
  });

  it(
    'row and column totals agree with the snapshot funnel at both ends, in counts and money',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          histories,
          leadHistories,
          fc.integer({ min: 1, max: 60 }),
          fc.integer({ min: 61, max: 130 }),
          async (deals, leads, s, e) => {
            const drawn = {
              ...deals,
              leads: leads.leads ?? [],
              stage_events: [...(deals.stage_events ?? []), ...(leads.stage_events ?? [])],
            };
            const ground = await groundOf(drawn);
            const { rows } = await ask(ground, 'stage-matrix', { from: dayAt(s), to: dayAt(e) });
            const totals = (rung: string, money: string) => {
              const sums = new Map<string, [number, number]>();
              for (const row of rows) {
                const key = String(row[rung]);
                const [count, amount] = sums.get(key) ?? [0, 0];
                sums.set(key, [count + Number(row['count']), amount + Number(row[money])]);
              }
              sums.delete('not_begun');
              return Object.fromEntries(
                [...sums].map(([key, [count, amount]]) => [key, [count, Math.round(amount * 1e4)]]),
              );
            };
            for (const [day, rung, money] of [
              [s, 'rung_start', 'amount_start_money'],
              [e, 'rung_end', 'amount_end_money'],
            ] as const) {
              const then = await groundOf(drawn, {}, `${dayAt(day - 1)}T23:59:59.999999Z`);
              const { rows: stood } = await ask(then, 'snapshot-funnel');
              const expected = stood
                .filter((row) => row['rung'] !== null)
                .map((row) => [row['rung'], [row['count'], Math.round(Number(row['amount_money']) * 1e4)]]);
              expect(totals(rung, money)).toEqual(Object.fromEntries(expected));
            }
          },
        ),
        { numRuns: 8, seed: 72 },
      );
    },
  );
});

describe('slippage', () => {
  const due = (expected_close: string): Row => ({ expected_close });
  const stage_events = [
    ...history('won', ['2026-01-01', 'Qualified', due('2026-02-10')], ['2026-02-20', 'Won', due('2026-02-20')]),
    ...history('lost', ['2026-01-01', 'Qualified', due('2026-02-10')], ['2026-02-20', 'Lost', due('2026-02-10')]),
    // Pushed twice, 40 days in all; the winner's date moved with its closing, which is no push.
    ...history(
      'pushed',
      ['2026-01-01', 'Qualified', due('2026-02-10')],
      ['2026-02-05', 'Meeting', due('2026-03-01')],
      ['2026-02-15', 'Meeting', due('2026-03-22')],
    ),
    // Not moved and not closed: 15 days overdue when the period ends on 1 March.
    ...history('overdue', ['2026-01-01', 'Qualified', due('2026-02-14')]),
    // Due on the boundary day, the first after the period: not expected in it.
    ...history('later', ['2026-01-01', 'Qualified', due('2026-03-01')]),
    // Created within the period.
    ...history('new', ['2026-02-02', 'Qualified', due('2026-02-10')]),
  ];
  const opportunities = ['won', 'lost', 'pushed', 'overdue', 'later', 'new'].map((id) =>
    deal(id, { created_at: id === 'new' ? '2026-02-02' : '2026-01-01', stage: 'Qualified' }),
  );
  const rows = { opportunities, stage_events, stage_map };

  it('is the share of the deals expected in the period that did not close in it', async () => {
    const ground = await groundOf({ ...rows, activities: [lastly('2026-04-30')] });
    const [row] = (await ask(ground, 'slippage', { from: '2026-02-01', to: '2026-03-01' })).rows;
    // Expected: won, lost, pushed, overdue. Pushed 40 days and 15 days: mean 27.5.
    expect(row).toMatchObject({
      numerator: 2,
      denominator: 4,
      lost: 1,
      lost_share: 0.25,
      pushes: 2,
      mean_days: 27.5,
      basis: 'history',
    });
  });

  it('period not complete: a deal still due in it is too young to judge, one pushed beyond it is not', async () => {
    const ground = await groundOf({ ...rows, activities: [lastly('2026-02-21')] });
    const [row] = (await ask(ground, 'slippage', { from: '2026-02-01', to: '2026-03-01' })).rows;
    expect(row).toMatchObject({ numerator: 1, denominator: 3, immature: 1, excluded: '{"not_mature":1}' });
  });

  it('a period is over with the last microsecond of its last day', async () => {
    const ground = await groundOf({ ...rows, activities: [lastly('2026-02-28')] });
    const [row] = (await ask(ground, 'slippage', { from: '2026-02-01', to: '2026-03-01' })).rows;
    expect(row).toMatchObject({ numerator: 2, denominator: 4, immature: 0, mean_days: 27.5, excluded: '{}' });
  });

  it('expected close in the past, still open: overdue, where no history was recorded', async () => {
    const ground = await groundOf({
      opportunities: [
        deal('past', { expected_close: '2026-03-01' }),
        deal('today', { expected_close: '2026-03-31' }),
        deal('none'),
        deal('closed', { stage: 'Won', closed_at: '2026-03-05', expected_close: '2026-03-01' }),
      ],
      stage_map,
      activities: [lastly('2026-03-31')],
    });
    const [row] = (await ask(ground, 'slippage')).rows;
    expect(row).toMatchObject({ numerator: 1, denominator: 2, state: 'derived', basis: 'overdue', mean_days: 30 });
    expect(row?.['excluded']).toBe('{"no_due_date":1}');
  });

  it('nothing expected has no share', async () => {
    const ground = await groundOf({ ...rows, activities: [lastly('2026-04-30')] });
    expect((await ask(ground, 'slippage', { from: '2027-02-01', to: '2027-03-01' })).rows[0]).toMatchObject({
      value: null,
      reason: 'empty',
    });
  });
});

describe('ageing', () => {
  it('sets the open stays of a rung against its won ones, pooling a rung with few with the next', async () => {
    // Won stays at qualified: 1, 2 … 20 days: P75 15.25, P90 18.1. At proposal only 20 more, of 10 days each; meeting has none of its own.
    const wonDeals = Array.from({ length: 20 }, (_, i) => `w${i}`);
    const stage_events = [
      ...wonDeals.flatMap((id, i) =>
        history(id, ['2026-01-01', 'Qualified'], [dayAt(i + 1), 'Proposal'], [dayAt(i + 11), 'Won']),
      ),
      ...history('young', ['2026-04-10', 'Qualified']),
      ...history('aged', ['2026-04-04', 'Qualified']),
      ...history('stale', ['2026-03-01', 'Qualified']),
      ...history('meeting', ['2026-04-01', 'Qualified'], ['2026-04-09', 'Meeting']),
    ];
    const opportunities = [...wonDeals, 'young', 'aged', 'stale', 'meeting'].map((id) =>
      deal(id, { created_at: '2026-01-01', amount: 10 }),
    );
    const activities = [
      { activity_id: 'x', opportunity_id: 'aged', at: '2026-04-10', kind: 'note' },
      lastly('2026-04-20'),
    ];
    const { rows } = await ask(await groundOf({ opportunities, stage_events, stage_map, activities }), 'ageing');
    // At 20 April (to its last microsecond, whole days): young 10, aged 16, stale 50; meeting 11 days against 10.
    expect(rows).toMatchObject([
      {
        rung: 'qualified',
        numerator: 2,
        denominator: 3,
        stale: 1,
        p75_days: 15.25,
        reference: 20,
        aged_money: 20,
        quiet_days: 10,
        never_touched: 2,
      },
      { rung: 'meeting', numerator: 1, denominator: 1, stale: 1, p75_days: 10, reference: 20 },
    ]);
    expect(rows[0]?.['p90_days']).toBeCloseTo(18.1, 9);
  });

  it('without any won stay nothing is aged, and the deals are counted apart', async () => {
    const ground = await groundOf({
      opportunities: [deal('a')],
      stage_events: history('a', ['2026-01-05', 'Qualified']),
      stage_map,
    });
    expect((await ask(ground, 'ageing')).rows).toMatchObject([
      { rung: 'qualified', value: null, open: 1, excluded: '{"no_reference":1}' },
    ]);
  });
});
