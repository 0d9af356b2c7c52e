import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import { answerRows } from '../../../electron/session/answer';
import { cumulativeIncidence, freeAt, incidenceAt } from '../../../electron/stats/cumulative-incidence';
import type { Ground } from '../../../electron/session/answer';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, deal, history, lastly, stage_map } from '../sales';
import { histories } from './histories';

afterAll(closeGrounds);

// Ten deals qualified within a year of 10 June: 3 won on day 5, 2 on day 30, 3 lost on day 40, 2 still open on day 10.
// S(10) = 7/10, W(10) = 3/10; at day 30 five are at risk: W(35) = 3/10 + 7/10 · 2/5 = 0.58. An open deal of 10 days is won within 25 more with (0.58 − 0.3) / 0.7 = 0.4.
const cohort = (name: string, count: number, stage: string, closed_at: string) =>
  Array.from({ length: count }, (_, i) => closed(`${name}${i}`, stage, closed_at, { created_at: '2026-04-01' }));
const open = (id: string, amount: number | null, more: Row = {}) =>
  deal(id, { created_at: '2026-05-31', amount, expected_close: '2026-06-20', owner_id: 'r1', ...more });
const opportunities = [
  ...cohort('early', 3, 'Won', '2026-04-06'),
  ...cohort('late', 2, 'Won', '2026-05-01'),
  ...cohort('lost', 3, 'Lost', '2026-05-11'),
  open('a', 1000),
  open('b', 500),
  closed('booked', 'Won', '2026-06-05', { created_at: '2025-01-01', amount: 400, owner_id: 'r1' }),
];
const reps = [
  { rep_id: 'r1', name: 'Ana', role: 'ae', team_id: 'North' },
  { rep_id: 'r2', name: 'Ben', role: 'ae', team_id: 'North' },
];
const goal = (value: number, more: Row): Row => ({
  metric: 'bookings',
  period_start: '2026-06-01',
  period_end: '2026-07-06',
  value,
  ...more,
});
const activities = [lastly('2026-06-10')];
const period = { from: '2026-06-01', to: '2026-07-06' };

describe('pipeline coverage', () => {
  const targets = [
    goal(2000, { target_id: '1', rep_id: 'r1' }),
    goal(50, { target_id: '2', rep_id: 'r1', metric: 'leads' }),
  ];

  it('is open money over what is missing to the target; weighted, by the history of the rung and age', async () => {
    const ground = await groundOf({ opportunities, reps, targets, activities, stage_map });
    const [row] = (await ask(ground, 'pipeline-coverage', period)).rows;
    // Open 1500, target 2000, won 400: 1500 / 1600; weighted 0.4 · 1500 / 1600.
    expect(row).toMatchObject({
      value: 0.9375,
      numerator: 1500,
      denominator: 1600,
      n: 2,
      won_money: 400,
      target_money: 2000,
    });
    expect(row?.['weighted_money']).toBeCloseTo(600, 9);
    expect(row?.['weighted_coverage']).toBeCloseTo(0.375, 12);
  });

  it('target met: no coverage, and the reason; no target: the open money still shows', async () => {
    const met = await groundOf({ opportunities, reps, targets: [goal(400, { rep_id: 'r1' })], activities, stage_map });
    expect((await ask(met, 'pipeline-coverage', period)).rows[0]).toMatchObject({ value: null, reason: 'target_met' });
    const none = await groundOf({ opportunities, reps, activities, stage_map });
    expect((await ask(none, 'pipeline-coverage', period)).rows[0]).toMatchObject({
      value: null,
      state: 'unavailable',
      reason: 'missing:targets',
      open_money: 1500,
    });
  });

  it('what is won counts for those credited for it at closing, in their shares, as bookings do; also in the forecast', async () => {
    const won = closed('shared', 'Won', '2026-06-06', { amount: 300, owner_id: 'r1' });
    const handed = closed('handed over', 'Won', '2026-06-07', { amount: 50, owner_id: 'r2' });
    const rows = {
      opportunities: [...opportunities, won, handed],
      stage_events: history('handed over', ['2026-01-05', 'Qualified'], ['2026-06-07', 'Won', { rep_id: 'r1' }]),
      opportunity_roles: [
        { opportunity_id: 'shared', rep_id: 'r1', role: 'owner', credit_share: 2 },
        { opportunity_id: 'shared', rep_id: 'r2', role: 'specialist', credit_share: 1 },
        { opportunity_id: 'a', rep_id: 'r2', role: 'specialist', credit_share: 1 },
      ],
      reps,
      targets: [goal(2000, { rep_id: 'r1' }), goal(900, { rep_id: 'r2' })],
      activities,
      stage_map,
    };
    const ground = await groundOf(rows);
    const byRep = { ...period, by: ['rep' as const] };
    const coverage = (await ask(ground, 'pipeline-coverage', byRep)).rows;
    expect(coverage.map((row) => [row['rep'], row['open_money'], row['won_money'], row['denominator']])).toEqual([
      ['Ana', 1500, 400 + 200 + 50, 1350],
      ['Ben', 0, 100, 800],
    ]);
    const booked = (await ask(ground, 'bookings', byRep)).rows;
    expect(booked.map((row) => row['value'])).toEqual([650, 100]);
    const forecast = (await ask(ground, 'forecast', byRep)).rows;
    expect(forecast.map((row) => row['won_money'])).toEqual([650, 100]);
    expect((await ask(ground, 'pipeline-coverage', period)).rows[0]).toMatchObject({ won_money: 750, n: 2 });
  });

  it('takes a target by its days in the period, a month’s last day included', async () => {
    // June to August, 92 days, 920: 30 days of it fall in June.
    const targets = [
      { metric: 'bookings', rep_id: 'r1', period_start: '2026-06-01', period_end: '2026-08-31', value: 920 },
    ];
    const ground = await groundOf({ opportunities, reps, targets, activities, stage_map });
    const [row] = (await ask(ground, 'pipeline-coverage', { from: '2026-06-01', to: '2026-07-01' })).rows;
    expect(row?.['target_money']).toBeCloseTo(300, 9);
  });

  it('by rep only rep targets count, a rep with a target and no deals is there; a team target stands for its members', async () => {
    const targets = [goal(2000, { rep_id: 'r1' }), goal(900, { rep_id: 'r2' }), goal(5000, { team_id: 'North' })];
    const ground = await groundOf({ opportunities, reps, targets, activities, stage_map });
    const { rows } = await ask(ground, 'pipeline-coverage', { ...period, by: ['rep'] });
    expect(rows.map((row) => [row['rep'], row['target_money'], row['open_money'], row['reason']])).toEqual([
      ['Ana', 2000, 1500, null],
      ['Ben', 900, 0, null],
    ]);
    const { rows: teams } = await ask(ground, 'pipeline-coverage', { ...period, by: ['team'] });
    expect(teams.find((row) => row['team'] === 'North')).toMatchObject({ target_money: 5000 });
    expect((await ask(ground, 'pipeline-coverage', period)).rows[0]).toMatchObject({ target_money: 5000 });
    const { rows: one } = await ask(ground, 'pipeline-coverage', { ...period, filters: { rep: ['Ben'] } });
    expect(one[0]).toMatchObject({ target_money: 900, open_money: 0, value: 0 });
  });

  it('open deals without amount or due date are left out and counted; the rows behind number n', async () => {
    const more = [
      ...opportunities,
      open('x', null),
      open('y', 10, { expected_close: null }),
      open('z', 10, { expected_close: '2026-08-01' }),
    ];
    const ground = await groundOf({ opportunities: more, reps, targets, activities, stage_map });
    const [row] = (await ask(ground, 'pipeline-coverage', period)).rows;
    expect(row).toMatchObject({ n: 2 });
    expect(JSON.parse(String(row?.['excluded']))).toEqual({ no_amount: 1, no_due_date: 1 });
    const request = {
      metric: 'pipeline-coverage',
      question: { ...everything, ...period },
      where: {},
      offset: 0,
      limit: 9,
    };
    expect((await answerRows(ground, { ...request, part: 'numerator' })).count).toBe(2);
    expect((await answerRows(ground, { ...request, part: 'excluded' })).count).toBe(2);
  });

  it('reads the chance as the statistics room does', () => {
    const time = [5, 5, 5, 30, 30, 40, 40, 40, 10, 10];
    const event = [1, 1, 1, 1, 1, 2, 2, 2, 0, 0];
    const curves = cumulativeIncidence({ time, event }, 2);
    const won = (at: number) => incidenceAt(curves, 1, at).value;
    expect((won(35) - won(10)) / freeAt(curves, 10)).toBeCloseTo(0.4, 12);
  });
});

describe('forecast', () => {
  it('without recorded stages every open deal is read from the rung the deals began on, never from those that only won deals reached', async () => {
    const closedOn = (i: number) => `2026-05-${String(1 + (i % 9)).padStart(2, '0')}`;
    const many = (name: string, count: number, stage: string) =>
      Array.from({ length: count }, (_, i) => closed(`${name}${i}`, stage, closedOn(i), { created_at: '2026-04-20' }));
    const rows = {
      opportunities: [
        ...many('won', 10, 'Won'),
        ...many('lost', 30, 'Lost'),
        ...Array.from({ length: 30 }, (_, i) => open(`p${i}`, 100, { created_at: '2026-06-10', stage: 'Proposal' })),
      ],
      activities,
      stage_map,
    };
    const [row] = (await ask(await groundOf(rows), 'forecast', period)).rows;
    // 10 of 40 were won within 20 days; there are 25 left.
    expect(row).toMatchObject({ n: 30, state: 'derived', excluded: '{}' });
    expect(row?.['weighted_money']).toBeCloseTo(30 * 100 * 0.25, 6);
    const [covered] = (await ask(await groundOf(rows), 'pipeline-coverage', period)).rows;
    expect(covered?.['weighted_money']).toBeCloseTo(30 * 100 * 0.25, 6);
  });

  it('while nothing has ended there is no history to read, and no chance of nought', async () => {
    const opportunities = [open('a', 1000), open('b', 500)];
    const [row] = (await ask(await groundOf({ opportunities, activities, stage_map }), 'forecast', period)).rows;
    expect(row).toMatchObject({ value: null, n: 0, reason: 'empty', excluded: '{"no_history":2}' });
  });

  it('is won so far plus the weighted pipeline, with the 10, 50 and 90 percent points of the draws', async () => {
    const ground = await groundOf({ opportunities, reps, activities, stage_map });
    const [row] = (await ask(ground, 'forecast', period)).rows;
    // Two deals of 1000 and 500 at 0.4 each: 0 with 0.36, 500 with 0.24, 1000 with 0.24, 1500 with 0.16; on top of 400.
    expect(row).toMatchObject({ n: 2, won_money: 400, p10_money: 400, p50_money: 900, p90_money: 1900, level: 0.8 });
    expect(row?.['value']).toBeCloseTo(1000, 9);
    expect(row).toMatchObject({ lower: 400, upper: 1900, method: 'simulation' });
  });

  it('period over: nothing more comes in', async () => {
    const ground = await groundOf({ opportunities, reps, activities: [lastly('2026-07-31')], stage_map });
    expect((await ask(ground, 'forecast', period)).rows[0]).toMatchObject({ value: 400, weighted_money: 0 });
  });

  it('nothing open and nothing won has no forecast', async () => {
    const ground = await groundOf({ opportunities: cohort('lost', 3, 'Lost', '2026-05-11'), activities, stage_map });
    expect((await ask(ground, 'forecast', period)).rows[0]).toMatchObject({ value: null, reason: 'empty' });
  });

  it('without a period it is about the fiscal quarter of the as-of', async () => {
    const ground = await groundOf({ opportunities, reps, activities, stage_map }, { fiscal_start_month: 2 });
    const { answer } = await ask(ground, 'forecast');
    expect(answer.period).toEqual({ start: '2026-05-01', end: '2026-08-01' });
  });
});

describe('sales velocity at an earlier moment', () => {
  const before = async (ground: Ground) => Number((await ask(ground, 'sales-velocity')).rows[0]?.['before_money']);
  const told = async (ground: Ground) => Number((await ask(ground, 'sales-velocity')).rows[0]?.['value']);

  it('knows nothing that came later: a sale cancelled since was one, a deal opened again was lost, an amount was what it was', async () => {
    const from = { created_at: '2026-01-05', amount: 900 };
    const opportunities = ['cancelled', 'again', 'grown'].map((id) => deal(id, from));
    const stage_events = [
      ...history('cancelled', ['2026-01-05', 'Qualified'], ['2026-01-25', 'Won', { amount: 300 }], ['2026-04-20', 'Lost', { amount: 0 }]), // prettier-ignore
      ...history('again', ['2026-01-05', 'Qualified'], ['2026-01-25', 'Lost'], ['2026-03-05', 'Proposal'], ['2026-05-05', 'Won']), // prettier-ignore
      ...history('grown', ['2026-01-05', 'Qualified', { amount: 100 }], ['2026-05-05', 'Proposal', { amount: 900 }]),
    ];
    const rows = { opportunities, stage_events, activities: [lastly('2026-05-11')], stage_map };
    // On 11 February: one open; one of two won, for 300, in 20 days.
    expect(await before(await groundOf(rows))).toBeCloseTo((1 * 0.5 * 300) / 20, 12);
    expect(await told(await groundOf(rows, {}, '2026-02-11T23:59:59.999999Z'))).toBeCloseTo(7.5, 12);
  });

  it('is what was told then, whatever the histories', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (rows) => {
        expect(await before(await groundOf(rows))).toBe(
          await told(await groundOf(rows, {}, '2026-02-11T23:59:59.999999Z')),
        );
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

describe('sales velocity', () => {
  // Open and qualified 3; closed within the year 4 won of 10; mean won amount 500; each 20 days: 3 · 0.4 · 500 / 20 = 30 a day.
  const base = [
    ...Array.from({ length: 4 }, (_, i) =>
      closed(`w${i}`, 'Won', '2026-05-25', { created_at: '2026-05-05', amount: 350 + 100 * i }),
    ),
    ...Array.from({ length: 6 }, (_, i) => closed(`l${i}`, i < 3 ? 'Lost' : 'None', '2026-05-25')),
    closed('d', 'Disqualified', '2026-05-25'),
    deal('o1', { created_at: '2026-06-01' }),
    deal('o2', { created_at: '2026-01-01' }),
    deal('o3', { created_at: '2026-06-20', stage: 'Meeting' }),
    deal('lead', { stage: 'Lead' }),
  ];

  it('multiplies its four factors and shows them', async () => {
    const ground = await groundOf({ opportunities: base, activities: [lastly('2026-06-30')], stage_map });
    const [row] = (await ask(ground, 'sales-velocity')).rows;
    expect(row).toMatchObject({ open_deals: 3, win_rate: 0.4, mean_money: 500, cycle_days: 20, state: 'thin' });
    expect(row?.['value']).toBeCloseTo(30, 12);
    expect(row).toMatchObject({ before_money: null, change_money: null });
  });

  it('what a factor leaves out is counted, and listed', async () => {
    const opportunities = [
      ...base,
      closed('refund', 'Won', '2026-05-25', { created_at: '2026-05-05', amount: -1 }),
      closed('too early', 'Won', '2026-05-25', { created_at: '2026-05-26', amount: 500 }),
    ];
    const ground = await groundOf({ opportunities, activities: [lastly('2026-06-30')], stage_map });
    expect((await ask(ground, 'sales-velocity')).rows[0]).toMatchObject({
      mean_money: 500,
      cycle_days: 20,
      n: 12,
      excluded: '{"negative":1,"bad_dates":1}',
    });
    const request = { metric: 'sales-velocity', question: everything, where: {}, offset: 0, limit: 9 };
    expect((await answerRows(ground, { ...request, part: 'excluded' })).count).toBe(2);
    expect((await answerRows(ground, { ...request, part: 'denominator' })).count).toBe(12);
  });

  it('any factor unknown: null, the others still shown', async () => {
    const ground = await groundOf({ opportunities: [deal('o'), closed('l', 'Lost', '2026-05-25')], stage_map });
    expect((await ask(ground, 'sales-velocity')).rows[0]).toMatchObject({
      value: null,
      open_deals: 1,
      win_rate: 0,
      mean_money: null,
      reason: 'empty',
    });
  });

  it('shares its change out among the factors, exactly', async () => {
    const earlier = [
      closed('e1', 'Won', '2026-02-20', { created_at: '2026-01-21', amount: 200 }),
      closed('e2', 'Lost', '2026-02-20', { created_at: '2026-01-21' }),
    ];
    const ground = await groundOf({
      opportunities: [...base, ...earlier],
      activities: [lastly('2026-06-30')],
      stage_map,
    });
    const [row] = (await ask(ground, 'sales-velocity')).rows;
    // On 30 March: o2 and the ten later closed with creation 5 January (the six lost, the disqualified) are open; 1 of 2 won, 200, 30 days.
    expect(row?.['before_money']).toBeCloseTo((8 * 0.5 * 200) / 30, 9);
    const effects = ['open', 'rate', 'amount', 'cycle'].reduce(
      (sum, name) => sum + Number(row?.[`${name}_effect_money`]),
      0,
    );
    expect(effects).toBeCloseTo(Number(row?.['value']) - Number(row?.['before_money']), 9);
  });
});
