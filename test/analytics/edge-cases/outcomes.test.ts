import { afterAll, describe, expect, it } from 'vitest';
import { metricOf } from '../../../electron/analytics';
import { everything } from '../../../electron/model/question';
import { rowsOf } from '../../../electron/model/table';
import { answerRows } from '../../../electron/session/answer';
import type { Ground } from '../../../electron/session/answer';
import { words } from '../../../renderer/i18n';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, deal, history, lastly, stage_map } from '../sales';

afterAll(closeGrounds);

async function journeysOf(ground: Ground) {
  const request = { metric: 'snapshot-funnel', question: everything, where: {}, offset: 0, limit: 100 };
  const { table } = await answerRows(ground, { ...request, part: 'denominator' });
  return Object.fromEntries(rowsOf(table).map((row) => [String(row['journey_id']), row]));
}

describe('the edge-case matrix: how deals end', () => {
  it('zero denominator: null and a reason, never 0', async () => {
    const ground = await groundOf({ opportunities: [deal('a')], activities: [lastly('2026-02-01')], stage_map });
    const [row] = (await ask(ground, 'win-rate')).rows;
    expect(row).toMatchObject({
      value: null,
      lower: null,
      upper: null,
      denominator: 0,
      reason: 'empty',
      state: 'thin',
    });
  });

  it('open deals in a win rate: excluded, the count shown', async () => {
    const opportunities = [deal('a'), deal('b'), closed('c', 'Won', '2026-02-01'), closed('d', 'Lost', '2026-02-02')];
    const [row] = (await ask(await groundOf({ opportunities, stage_map }), 'win-rate')).rows;
    expect(row).toMatchObject({ numerator: 1, denominator: 2, excluded: '{"open":2}' });
  });

  it('right-censored journeys: immature, never counted as lost', async () => {
    const opportunities = [
      deal('old', { created_at: '2026-01-01' }),
      closed('won', 'Won', '2026-01-20', { created_at: '2026-01-01' }),
      deal('young', { created_at: '2026-05-20' }),
    ];
    const ground = await groundOf({ opportunities, activities: [lastly('2026-06-01')], stage_map });
    const [row] = (await ask(ground, 'cohort-conversion')).rows;
    expect(row).toMatchObject({ numerator: 1, denominator: 2, immature: 1, ended_lost: 0 });
    // More than a tenth is immature: with the young one in, the incidence of winning is 1 of 3 from day 19 on.
    expect(row?.['incidence']).toBeCloseTo(1 / 2, 1);
  });

  it('without a window the denominator is resolved journeys only, so that the rates of one cohort multiply', async () => {
    const opportunities = [
      deal('open', { stage: 'Meeting' }),
      closed('won', 'Won', '2026-03-01'),
      closed('lost', 'Lost', '2026-03-01'),
    ];
    const stage_events = [
      ...history('open', ['2026-01-05', 'Qualified'], ['2026-01-09', 'Meeting']),
      ...history('won', ['2026-01-05', 'Qualified'], ['2026-01-09', 'Meeting'], ['2026-03-01', 'Won']),
      ...history('lost', ['2026-01-05', 'Qualified'], ['2026-03-01', 'Lost']),
    ];
    const ground = await groundOf({ opportunities, stage_events, activities: [lastly('2026-06-01')], stage_map });
    const { rows } = await ask(ground, 'stage-conversion', {
      options: { steps: 'qualified,meeting,won', window: 'inf' },
    });
    const behind = {
      metric: 'stage-conversion',
      question: { ...everything, options: { steps: 'qualified,meeting,won', window: 'inf' } },
    };
    // One of the two rungs names the step: its neighbour stands in for the other.
    const count = async (where: Record<string, string>, part: 'numerator' | 'denominator') =>
      (await answerRows(ground, { ...behind, where, part, offset: 0, limit: 9 })).count;
    expect(await count({ from_rung: 'qualified' }, 'numerator')).toBe(1);
    expect(await count({ from_rung: 'qualified' }, 'denominator')).toBe(2);
    expect(await count({ to_rung: 'won' }, 'denominator')).toBe(1);
    expect(rows.map((row) => [row['numerator'], row['denominator'], row['immature']])).toEqual([
      [1, 2, 1],
      [1, 1, 1],
    ]);
  });

  it('skipped stage: reached at the later entry, and no duration', async () => {
    const opportunities = [deal('a', { stage: 'Proposal', created_at: '2026-01-01' })];
    const stage_events = history('a', ['2026-01-01', 'Qualified'], ['2026-01-11', 'Proposal']);
    const ground = await groundOf({ opportunities, stage_events, activities: [lastly('2026-06-01')], stage_map });
    const skipped = { from: 'qualified', to: 'meeting' };
    const [cumulative] = (await ask(ground, 'cohort-conversion', { options: skipped })).rows;
    expect(cumulative).toMatchObject({ numerator: 1, denominator: 1, median_days: 10 });
    const [touched] = (await ask(ground, 'cohort-conversion', { options: { ...skipped, reach: 'touched' } })).rows;
    expect(touched).toMatchObject({ numerator: 0, denominator: 1 });
    const { rows } = await ask(ground, 'stage-duration');
    expect(rows.map((row) => row['rung'])).toEqual(['qualified', 'proposal']);
  });

  it('backward move: the reach is kept, the duration adds both visits, counted as moved back', async () => {
    const opportunities = [deal('a', { stage: 'Qualified', created_at: '2026-01-01' })];
    const stage_events = history(
      'a',
      ['2026-01-01', 'Qualified'],
      ['2026-01-06', 'Meeting'],
      ['2026-01-08', 'Qualified'],
      ['2026-01-18', 'Meeting'],
      ['2026-01-19', 'Lost'],
    );
    const ground = await groundOf({ opportunities, stage_events, activities: [lastly('2026-06-01')], stage_map });
    const [reach] = (await ask(ground, 'cohort-conversion', { options: { from: 'qualified', to: 'meeting' } })).rows;
    expect(reach).toMatchObject({ numerator: 1, denominator: 1, median_days: 5 });
    const [qualified, meeting] = (await ask(ground, 'stage-duration')).rows;
    expect(qualified).toMatchObject({ rung: 'qualified', median_days: 15, mean_days: 15, moved_back: 1 });
    expect(meeting).toMatchObject({ rung: 'meeting', median_days: 3, moved_back: 1 });
  });

  it('reopened after lost: open again, the final close decides, the time it lay closed is told apart', async () => {
    const opportunities = [deal('open', { created_at: '2026-01-01' }), deal('won', { created_at: '2026-01-01' })];
    const stage_events = [
      ...history('open', ['2026-01-01', 'Qualified'], ['2026-01-10', 'Lost'], ['2026-02-10', 'Proposal']),
      ...history(
        'won',
        ['2026-01-01', 'Qualified'],
        ['2026-01-11', 'Lost'],
        ['2026-02-10', 'Proposal'],
        ['2026-03-02', 'Won'],
      ),
    ];
    const ground = await groundOf({ opportunities, stage_events, activities: [lastly('2026-06-01')], stage_map });
    expect((await ask(ground, 'win-rate')).rows[0]).toMatchObject({
      numerator: 1,
      denominator: 1,
      excluded: '{"open":1}',
    });
    // 1 January to 2 March is 60 days; closed from 11 January to 10 February, 30 of them.
    const [days] = (await ask(ground, 'cycle-length')).rows;
    expect(days).toMatchObject({ median_days: 60, reopened: 1, n: 1 });
    expect((await ask(ground, 'cycle-length', { options: { days: 'active' } })).rows[0]).toMatchObject({
      median_days: 30,
    });
  });

  it('many old open deals: the won ones are the quick ones, and the share of all won within the window is told', async () => {
    const begun = (id: string, days: number, stage: string) =>
      closed(id, stage, new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10), { created_at: '2026-01-01' });
    const opportunities = [
      ...[10, 20, 30, 40].map((days) => begun(`w${days}`, days, 'Won')),
      begun('l', 20, 'Lost'),
      ...['o1', 'o2'].map((id) => deal(id, { stage: 'Qualified', created_at: '2026-01-01' })),
    ];
    const ground = await groundOf({ opportunities, activities: [lastly('2026-06-01')], stage_map });
    // Of 7: one won on day 10, of the 6 left one won and one lost on day 20, of the 4 left one won on day 30: 1/7 + 6/7 · 1/6 + 4/7 · 1/4.
    const [row] = (await ask(ground, 'cycle-length', { options: { window: '35d' } })).rows;
    expect(row).toMatchObject({ n: 4, median_days: 25, open_older: 2, survivor_bias: true, excluded: '{}' });
    expect(row?.['incidence']).toBeCloseTo(3 / 7, 12);
    expect(Number(row?.['incidence_lower'])).toBeLessThan(3 / 7);
    // Those that began later are of another cohort; nothing is told where few are still open.
    const later = { from: '2026-02-01', to: '2026-03-01' };
    expect((await ask(ground, 'cycle-length', later)).rows[0]).toMatchObject({ n: 1, incidence: null });
    const few = opportunities.slice(0, 5);
    const [plain] = (
      await ask(await groundOf({ opportunities: few, activities: [lastly('2026-06-01')], stage_map }), 'cycle-length')
    ).rows;
    expect(plain).toMatchObject({ n: 4, open_older: 0, survivor_bias: false });
    expect(plain?.['incidence'] ?? null).toBeNull();
  });

  it('won then cancelled: reversed, not won; bookings subtract on that date', async () => {
    const opportunities = [deal('a', { created_at: '2026-01-01', amount: 500 })];
    const stage_events = history('a', ['2026-01-01', 'Qualified'], ['2026-02-10', 'Won'], ['2026-04-03', 'Lost']);
    const ground = await groundOf({ opportunities, stage_events, activities: [lastly('2026-06-01')], stage_map });
    expect((await ask(ground, 'win-rate')).rows[0]).toMatchObject({ numerator: 0, denominator: 1 });
    // A rung reached stays reached; both figures say how they differ.
    expect((await ask(ground, 'cohort-conversion')).rows[0]).toMatchObject({ numerator: 1, denominator: 1 });
    for (const metric of ['win-rate', 'cohort-conversion', 'stage-conversion'])
      expect([metricOf(metric).sql, words('en').find(`metric.${metric}.definition`)]).toEqual([
        expect.stringMatching(/won and later lost .*reached|reached: a deal won and later lost/),
        expect.stringMatching(/won and later lost .*reached|reached: a deal won and later lost/),
      ]);
    const { rows } = await ask(ground, 'bookings', { by: ['month'] });
    expect(rows.map((row) => [row['month'], row['value']])).toEqual([
      ['2026-02', 500],
      ['2026-04', -500],
    ]);
  });

  it('won then cancelled in another currency: what was booked is what is taken off, at the rate of the day it was won', async () => {
    const opportunities = [deal('a', { created_at: '2026-01-01', amount: 500, currency: 'EUR' })];
    const stage_events = history('a', ['2026-01-01', 'Qualified'], ['2026-02-10', 'Won'], ['2026-04-03', 'Lost']);
    const fx_rates = [
      { on: '2026-01-01', from_ccy: 'EUR', to_ccy: 'USD', rate: 2 },
      { on: '2026-03-01', from_ccy: 'EUR', to_ccy: 'USD', rate: 3 },
    ];
    const activities = [lastly('2026-06-01')];
    const ground = await groundOf({ opportunities, stage_events, fx_rates, activities, stage_map });
    const { rows } = await ask(ground, 'bookings', { by: ['month'] });
    expect(rows.map((row) => [row['month'], row['value']])).toEqual([
      ['2026-02', 1000],
      ['2026-04', -1000],
    ]);
  });

  it('a payment recorded as a stage, and an ending recorded twice, leave the closing where it was', async () => {
    const opportunities = [
      deal('a', { created_at: '2026-01-01', amount: 500 }),
      deal('b', { created_at: '2026-01-01' }),
    ];
    const stage_events = [
      ...history(
        'a',
        ['2026-01-01', 'Qualified'],
        ['2026-02-10', 'Won', { rep_id: 'Ana' }],
        ['2026-05-01', 'Paid', { rep_id: 'Till' }],
      ),
      ...history('b', ['2026-01-01', 'Qualified'], ['2026-02-20', 'Lost'], ['2026-04-20', 'Lost']),
    ];
    const ground = await groundOf({
      opportunities,
      stage_events,
      activities: [lastly('2026-06-01')],
      stage_map: [...stage_map, { stage: 'Paid', target: 'paid' }],
    });
    const { rows } = await ask(ground, 'win-rate', { by: ['month', 'rep'] });
    expect(rows.map((row) => [row['month'], row['rep'], row['numerator'], row['denominator']])).toEqual([
      ['2026-02', 'Ana', 1, 1],
      ['2026-02', 'Unassigned', 0, 1],
    ]);
    expect((await ask(ground, 'bookings', { from: '2026-02-01', to: '2026-03-01' })).rows[0]).toMatchObject({
      value: 500,
    });
    expect((await ask(ground, 'cycle-length')).rows[0]).toMatchObject({ median_days: 40 });
    expect((await ask(ground, 'cohort-conversion', { options: { from: 'won', to: 'paid' } })).rows[0]).toMatchObject({
      numerator: 1,
      median_days: 80,
    });
  });

  it('two stages at one instant: by rank, then input order; a duration of zero', async () => {
    const at = '2026-01-05 10:00:00';
    const opportunities = [deal('a', { stage: 'Proposal', created_at: at })];
    const stage_events = history('a', [at, 'Proposal'], [at, 'Qualified'], [at, 'Meeting']);
    const ground = await groundOf({ opportunities, stage_events, activities: [lastly('2026-06-01')], stage_map });
    expect((await journeysOf(ground))['o:a']).toMatchObject({ outcome: 'open' });
    const [row] = (await ask(ground, 'cohort-conversion', { options: { from: 'qualified', to: 'proposal' } })).rows;
    expect(row).toMatchObject({ numerator: 1, median_days: 0 });
    expect((await ask(ground, 'snapshot-funnel')).rows).toMatchObject([{ rung: 'proposal', count: 1 }]);
  });

  it('event before creation: the earliest event is the creation', async () => {
    const opportunities = [closed('a', 'Won', '2026-02-01', { created_at: '2026-01-20' })];
    const stage_events = history('a', ['2026-01-02', 'Qualified'], ['2026-02-01', 'Won']);
    const ground = await groundOf({ opportunities, stage_events, stage_map });
    expect((await ask(ground, 'cycle-length')).rows[0]).toMatchObject({ median_days: 30, n: 1 });
    expect((await journeysOf(ground))['o:a']).toMatchObject({ began_on: '2026-01-02' });
  });

  it('closed without date: closed with its last stage event, else left out of dated figures as bad dates, and never open', async () => {
    const opportunities = [
      deal('by event', { stage: 'Won', is_won: true, created_at: '2026-01-01', amount: 100 }),
      deal('undated', { stage: 'Won', is_won: true, created_at: '2026-01-01', amount: 900 }),
      deal('undated lost', { stage: 'Lost', created_at: '2026-01-01' }),
    ];
    const stage_events = history('by event', ['2026-01-01', 'Qualified'], ['2026-01-15', 'Proposal']);
    const ground = await groundOf({ opportunities, stage_events, activities: [lastly('2026-06-01')], stage_map });
    expect((await ask(ground, 'win-rate')).rows[0]).toMatchObject({
      numerator: 1,
      denominator: 1,
      excluded: '{"bad_dates":2}',
    });
    expect((await ask(ground, 'bookings')).rows[0]).toMatchObject({ value: 100, excluded: '{"bad_dates":1}' });
    expect((await ask(ground, 'loss-profile')).rows[0]).toMatchObject({ n: 0, excluded: '{"bad_dates":1}' });
    expect((await ask(ground, 'cohort-conversion')).rows[0]).toMatchObject({
      numerator: 1,
      denominator: 1,
      excluded: '{"bad_dates":2}',
    });
    expect((await ask(ground, 'snapshot-funnel')).rows.map((row) => [row['rung'], row['count']])).toEqual([
      ['won', 2],
      ['lost', 1],
    ]);
  });

  it('lost reason empty: unknown, shown', async () => {
    const opportunities = [
      closed('a', 'Lost', '2026-02-01', { loss_reason: 'Price' }),
      closed('b', 'Lost', '2026-02-01', { loss_reason: ' ' }),
      closed('c', 'Lost', '2026-02-01'),
    ];
    const { rows } = await ask(await groundOf({ opportunities, stage_map }), 'loss-profile');
    expect(rows.map((row) => [row['reason'], row['share']])).toEqual([
      ['unknown', 2 / 3],
      ['Price', 1 / 3],
    ]);
  });

  it('expected close in the past, still open: overdue', async () => {
    const opportunities = [
      deal('a', { expected_close: '2026-03-01' }),
      deal('b', { expected_close: '2026-09-01' }),
      deal('c'),
    ];
    const ground = await groundOf({ opportunities, activities: [lastly('2026-06-01')], stage_map });
    const [row] = (await ask(ground, 'slippage')).rows;
    expect(row).toMatchObject({
      basis: 'overdue',
      numerator: 1,
      denominator: 2,
      state: 'derived',
      excluded: '{"no_due_date":1}',
    });
  });
});
