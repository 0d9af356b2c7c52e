import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, deal, history, lastly, stage_map } from '../sales';

afterAll(closeGrounds);

describe('the edge-case matrix: time', () => {
  it('leap day, month ends: a month after 31 January is the last day of February', async () => {
    const orders = ['2024-01-31', '2024-02-29', '2025-02-28'].map((ordered_at, i) => ({
      order_id: `o${i}`,
      account_id: 'a',
      ordered_at,
      amount: 1,
    }));
    const { rows } = await ask(await groundOf({ orders }), 'cohort-retention', { options: { grain: 'month' } });
    expect(rows.filter((row) => row['cohort'] === '2024-01' && row['value'] === 1).map((row) => row['k'])).toEqual([
      0, 1, 13,
    ]);
  });

  it('daylight saving: an instant belongs to the local day, a duration is what the clock ran, a date-only one is calendar days', async () => {
    // Berlin: 29 March 2026 has 23 hours. From 28 March 12:00 to 30 March 12:00 local time it is 47 hours.
    const opportunities = [
      closed('instants', 'Won', '2026-03-30 10:00:00', { created_at: '2026-03-28 11:00:00' }),
      closed('dates', 'Won', '2026-03-30', { created_at: '2026-03-28' }),
      closed('late', 'Lost', '2026-03-28 23:30:00', { created_at: '2026-03-01 00:00:00' }),
    ];
    const ground = await groundOf({ opportunities, stage_map }, { time_zone: 'Europe/Berlin' });
    const { rows } = await ask(ground, 'cycle-length', { by: ['size_band'] });
    expect(rows[0]).toMatchObject({ n: 2 });
    expect(rows[0]?.['mean_days']).toBeCloseTo((47 / 24 + 2) / 2, 9);
    const days = await ask(ground, 'win-rate', { from: '2026-03-29', to: '2026-03-30' });
    expect(days.rows[0]).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it('a column of days that nobody filled in makes no day of an instant', async () => {
    // A file's empty column is read as days: nothing in it has a time. 20 January 09:00 to 4 February 21:00 is 15.5 days.
    const nobody = { qualified_at: null, qualified_at_is_date: true };
    const leads = [{ lead_id: 'l', created_at: '2026-01-19 08:00:00', opportunity_id: 'a', ...nobody }];
    const unclosed = { closed_at: null, closed_at_is_date: true, lead_id: 'l', created_at: '2026-01-20 09:00:00' };
    const ground = await groundOf({
      leads,
      opportunities: [deal('a', { stage: 'Won', ...unclosed })],
      stage_events: history('a', ['2026-01-20 09:00:00', 'Qualified'], ['2026-02-04 21:00:00', 'Won']),
      stage_map,
    });
    expect((await ask(ground, 'cycle-length')).rows[0]).toMatchObject({ value: 15.5 });
    // The lead was created 25 hours before.
    const options = { from: 'lead', to: 'qualified', window: '14d' };
    const { rows } = await ask(ground, 'cohort-conversion', { options });
    expect(rows[0]?.['median_days']).toBeCloseTo(25 / 24, 9);
  });

  it('fiscal year not January: quarters and their names follow the start month and the rule', async () => {
    const opportunities = [
      closed('a', 'Won', '2026-03-31', { created_at: '2026-01-01' }),
      closed('b', 'Won', '2026-04-01'),
      closed('c', 'Won', '2027-03-31'),
    ];
    const quarters = async (settings: object) =>
      (await ask(await groundOf({ opportunities, stage_map }, settings), 'win-rate', { by: ['quarter'] })).rows.map(
        (row) => row['quarter'],
      );
    expect(await quarters({ fiscal_start_month: 4 })).toEqual(['2026Q4', '2027Q1', '2027Q4']);
    expect(await quarters({ fiscal_start_month: 4, fiscal_naming: 'starts' })).toEqual(['2025Q4', '2026Q1', '2026Q4']);
  });

  it('an as-of date is its last microsecond in the workspace zone, and what came later is invisible', async () => {
    const opportunities = [
      deal('a', { created_at: '2026-01-05 00:00:00', stage: 'Won' }),
      deal('b', { created_at: '2026-03-01 00:00:00' }),
    ];
    const stage_events = history('a', ['2026-01-05 00:00:00', 'Qualified'], ['2026-02-28 16:30:00', 'Won']);
    // 16:30 UTC on 28 February is half past midnight on 1 March in Kuala Lumpur.
    const settings = { time_zone: 'Asia/Kuala_Lumpur' };
    const before = await groundOf({ opportunities, stage_events, stage_map }, settings, '2026-02-28T15:59:59.999999Z');
    expect((await ask(before, 'win-rate')).rows[0]).toMatchObject({ denominator: 0, excluded: '{"open":1}' });
    const after = await groundOf({ opportunities, stage_events, stage_map }, settings, '2026-03-01T15:59:59.999999Z');
    expect((await ask(after, 'win-rate', { by: ['month'] })).rows[0]).toMatchObject({ month: '2026-03', numerator: 1 });
  });

  it('without any event the as-of is the end of the latest creation, a date to its last microsecond', async () => {
    const ground = await groundOf(
      { opportunities: [deal('a', { created_at: '2026-01-05' })], stage_map },
      { time_zone: 'Asia/Kuala_Lumpur' },
    );
    expect(ground.asOf).toBe('2026-01-05T15:59:59.999999Z');
  });

  it('survey scales differ: the net score takes 0 to 10 alone, the others are scaled', async () => {
    const surveys = [
      {
        survey_id: '1',
        kind: 'nps',
        answered_at: '2026-01-01',
        score: 10,
        scale_min: 0,
        scale_max: 10,
        account_id: 'a',
      },
      { survey_id: '2', kind: 'nps', answered_at: '2026-01-01', score: 5, scale_min: 1, scale_max: 5, account_id: 'b' },
      {
        survey_id: '3',
        kind: 'csat',
        answered_at: '2026-01-01',
        score: 9,
        scale_min: 1,
        scale_max: 10,
        account_id: 'c',
      },
      {
        survey_id: '4',
        kind: 'csat',
        answered_at: '2026-01-01',
        score: 2,
        scale_min: 1,
        scale_max: 5,
        account_id: 'd',
      },
    ];
    const ground = await groundOf({ surveys, activities: [lastly('2026-02-01')] });
    expect((await ask(ground, 'satisfaction')).rows[0]).toMatchObject({
      value: 1,
      n: 1,
      excluded: '{"other_scale":1}',
    });
    expect((await ask(ground, 'satisfaction', { options: { kind: 'csat' } })).rows[0]).toMatchObject({
      value: 0.5,
      n: 2,
    });
  });
});
