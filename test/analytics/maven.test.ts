import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ground } from '../../electron/session/answer';
import { answerRows } from '../../electron/session/answer';
import { everything } from '../../electron/model/question';
import { mavenRecords } from '../maven';
import { hasSharedData, sharedData } from '../shared-data';
import type { Row } from './ground';
import { ask, closeGrounds, groundOf } from './ground';

describe.skipIf(!hasSharedData)('the published CRM set', () => {
  let ground: Ground;
  beforeAll(async () => {
    const opportunities = mavenRecords('sales_pipeline.csv').map((row): Row => ({
      opportunity_id: row['opportunity_id'] ?? null,
      created_at: row['engage_date'] || null,
      closed_at: row['close_date'] || null,
      stage: row['deal_stage'] ?? null,
      owner_id: row['sales_agent'] ?? null,
      account_id: row['account'] || null,
      product_id: row['product'] ?? null,
      amount: row['close_value'] ? Number(row['close_value']) : null,
    }));
    const reps = mavenRecords('sales_teams.csv').map((row): Row => ({
      rep_id: row['sales_agent'] ?? '',
      name: row['sales_agent'] ?? '',
      role: 'other',
      team_id: row['manager'] ?? '',
    }));
    const stage_map = Object.entries({ Prospecting: 'lead', Engaging: 'qualified', Won: 'won', Lost: 'lost' }).map(
      ([stage, target]) => ({ stage, target }),
    );
    ground = await groundOf({ opportunities, reps, stage_map });
  });
  afterAll(closeGrounds);

  it('is as of the end of its last day', () => {
    expect(ground.asOf).toBe('2017-12-31T23:59:59.999999Z');
  });

  it('has the published win rate with its Wilson interval', async () => {
    const { rows } = await ask(ground, 'win-rate');
    expect(rows[0]).toMatchObject({
      numerator: 4238,
      denominator: 6711,
      n: 6711,
      method: 'wilson',
      state: 'ok',
      excluded: '{"open":2089}',
    });
    expect(rows[0]?.['value']).toBeCloseTo(0.6315005215, 9);
    expect(rows[0]?.['lower']).toBeCloseTo(0.6199, 4);
    expect(rows[0]?.['upper']).toBeCloseTo(0.643, 4);
  });

  it('says there is no evidence that people differ, and flags nobody', async () => {
    const { answer, rows } = await ask(ground, 'win-rate', { by: ['rep'] });
    expect(rows).toHaveLength(30);
    expect(answer.homogeneity?.chi_square).toBeCloseTo(33.3477, 3);
    expect(answer.homogeneity).toMatchObject({ df: 29, verdict: 'no_difference' });
    expect(answer.homogeneity?.p).toBeCloseTo(0.2639, 4);
    expect(rows.every((row) => row['flag'] === null)).toBe(true);
  });

  it('says so too when the mix of deals is taken out', async () => {
    const { answer, rows } = await ask(ground, 'mix-adjustment', { by: ['rep'] });
    expect(rows).toHaveLength(30);
    expect(answer.homogeneity).toMatchObject({ df: 29, verdict: 'no_difference' });
    expect(rows.every((row) => row['flag'] === null)).toBe(true);
  });

  it('books the published sum and takes the published days', async () => {
    expect((await ask(ground, 'bookings')).rows[0]).toMatchObject({ value: 10005534, n: 4238 });
    const [cycle] = (await ask(ground, 'cycle-length')).rows;
    expect(cycle).toMatchObject({ value: 57, median_days: 57, n: 4238 });
    expect(cycle?.['mean_days']).toBeCloseTo(51.782, 3);
  });

  it('agrees with the published rates by manager', async () => {
    const expected = JSON.parse(readFileSync(sharedData('reference', 'crm_expected.json'), 'utf8')) as {
      published: { managers: Record<string, { won: number; closed: number }> };
    };
    const { rows } = await ask(ground, 'win-rate', { by: ['team'] });
    for (const row of rows) {
      const published = expected.published.managers[String(row['team'])];
      expect([row['numerator'], row['denominator']]).toEqual([published?.won, published?.closed]);
    }
    expect(rows).toHaveLength(6);
  });

  it('counts wins by quarter as published', async () => {
    const { rows } = await ask(ground, 'win-rate', { by: ['quarter'] });
    expect(rows.map((row) => [row['quarter'], row['numerator'], row['denominator']])).toEqual([
      ['2017Q1', 531, 647],
      ['2017Q2', 1254, 2032],
      ['2017Q3', 1257, 2047],
      ['2017Q4', 1196, 1985],
    ]);
  });

  it('gives exactly as many rows as a mark says', async () => {
    const request = { metric: 'win-rate', question: everything, where: { team: 'Cara Losch' }, offset: 0, limit: 100 };
    expect((await answerRows(ground, { ...request, part: 'numerator' })).count).toBe(480);
    expect((await answerRows(ground, { ...request, part: 'denominator' })).count).toBe(745);
  });

  it('shows the ladder as it stands', async () => {
    const { rows } = await ask(ground, 'snapshot-funnel');
    expect(rows.map((row) => [row['rung'], row['count']])).toEqual([
      ['lead', 500],
      ['qualified', 1589],
      ['won', 4238],
      ['lost', 2473],
    ]);
  });

  it('tells a change from the quarter before', async () => {
    const { rows } = await ask(ground, 'measured-change', { from: '2017-07-01', to: '2017-10-01' });
    expect(rows[0]).toMatchObject({ verdict: 'no_clear_change', method: 'newcombe' });
    expect(rows[0]?.['now']).toBeCloseTo(1257 / 2047, 9);
    expect(rows[0]?.['before']).toBeCloseTo(1254 / 2032, 9);
    const periods = [['2017-07-01', '2017-10-01'] as const, ['2017-04-01', '2017-07-01'] as const];
    const [open = 0, openBefore = 0] = await Promise.all(
      periods.map(async ([from, to]) => {
        const [row] = (await ask(ground, 'win-rate', { from, to })).rows;
        return (JSON.parse(String(row?.['excluded'])) as Record<string, number>)['open'];
      }),
    );
    expect(open * openBefore, 'some were open in either quarter').toBeGreaterThan(0);
    expect(rows[0]?.['excluded'], 'what either of them left out').toBe(JSON.stringify({ open: open + openBefore }));
    const last = await ask(ground, 'measured-change', { from: '2017-10-01', to: '2018-01-01' });
    expect((await ask(ground, 'measured-change')).rows, 'the quarter of the as-of where none is named').toEqual(
      last.rows,
    );
  });

  it('follows a cohort from qualified to won', async () => {
    const { rows } = await ask(ground, 'stage-conversion', { options: { steps: 'qualified,won', window: 'inf' } });
    expect(rows[0]).toMatchObject({
      from_rung: 'qualified',
      to_rung: 'won',
      numerator: 4238,
      denominator: 6711,
      immature: 1589,
    });
  });
});
