import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, deal, history, lastly, stage_map } from '../sales';

afterAll(closeGrounds);

const reps = [
  { rep_id: 'r1', name: 'Ana', role: 'ae', team_id: 'North', started_on: '2020-01-01' },
  { rep_id: 'r2', name: 'Ben', role: 'ae', team_id: 'South', started_on: '2020-01-01', ended_on: '2026-02-15' },
];

describe('the edge-case matrix: whose it is', () => {
  it('no owner: Unassigned, in every total, never compared', async () => {
    const opportunities = [
      ...Array.from({ length: 40 }, (_, i) => closed(`n${i}`, 'Lost', '2026-02-01')),
      ...['r1', 'r2', 'r3', 'r4', 'r5', 'r6'].flatMap((owner_id) =>
        Array.from({ length: 40 }, (_, i) =>
          closed(`${owner_id}${i}`, i < 20 ? 'Won' : 'Lost', '2026-02-01', { owner_id }),
        ),
      ),
    ];
    const { answer, rows } = await ask(await groundOf({ opportunities, stage_map }), 'win-rate', { by: ['rep'] });
    expect(rows.find((row) => row['rep'] === 'Unassigned')).toMatchObject({
      numerator: 0,
      denominator: 40,
      flag: null,
      posterior: null,
    });
    expect(answer.homogeneity).toMatchObject({ df: 5, verdict: 'no_difference' });
  });

  it('owner changed mid-journey: the attribution mode decides', async () => {
    const opportunities = [deal('a', { owner_id: 'r3', created_at: '2026-01-01' })];
    const stage_events = history(
      'a',
      ['2026-01-01', 'Qualified', { rep_id: 'r1' }],
      ['2026-02-01', 'Won', { rep_id: 'r2' }],
    );
    const ground = await groundOf({ opportunities, stage_events, reps, activities: [lastly('2026-06-01')], stage_map });
    const by = async (metric: string, attribution?: string) =>
      (await ask(ground, metric, { by: ['rep'], options: attribution ? { attribution } : {} })).rows.map(
        (row) => row['rep'],
      );
    expect(await by('cohort-conversion')).toEqual(['Ana']);
    expect(await by('cohort-conversion', 'at_close')).toEqual(['Ben']);
    expect(await by('cohort-conversion', 'current')).toEqual(['r3']);
    expect(await by('win-rate')).toEqual(['Ben']);
    expect(await by('win-rate', 'at_entry')).toEqual(['Ana']);
  });

  it('at_entry is the owner when the rung was reached, be it by a later one; where only its own stages count, when that stage was entered', async () => {
    const stage_events = history(
      'a',
      ['2026-01-05', 'Qualified', { rep_id: 'r1' }],
      ['2026-01-10', 'Proposal', { rep_id: 'r1' }],
      ['2026-01-20', 'Meeting', { rep_id: 'r2' }],
    );
    const ground = await groundOf({
      opportunities: [deal('a')],
      stage_events,
      reps,
      activities: [lastly('2026-06-01')],
      stage_map,
    });
    const owners = async (reach: string) =>
      (await ask(ground, 'cohort-conversion', { by: ['rep'], options: { from: 'meeting', reach } })).rows.map((row) => [
        row['rep'],
        row['denominator'],
      ]);
    expect(await owners('cumulative')).toEqual([['Ana', 1]]);
    expect(await owners('touched')).toEqual([['Ben', 1]]);
  });

  it('a lead is its own owner’s until it is taken over, and nobody’s where it has none', async () => {
    const opportunities = [
      deal('a', { created_at: '2026-01-20', owner_id: 'r1', lead_id: 'l1' }),
      deal('b', { created_at: '2026-01-20', owner_id: 'r1', lead_id: 'l2' }),
    ];
    const leads = [
      { lead_id: 'l1', created_at: '2026-01-05', owner_id: 'r2' },
      { lead_id: 'l2', created_at: '2026-01-05' },
    ];
    const ground = await groundOf({ opportunities, leads, reps, activities: [lastly('2026-06-01')], stage_map });
    const owners = async (from: string) =>
      (await ask(ground, 'cohort-conversion', { by: ['rep'], options: { from } })).rows.map((row) => [
        row['rep'],
        row['denominator'],
      ]);
    expect(await owners('lead')).toEqual([
      ['Ben', 1],
      ['Unassigned', 1],
    ]);
    expect(await owners('qualified')).toEqual([['Ana', 2]]);
  });

  it('rep left: stays in history', async () => {
    const opportunities = [
      closed('a', 'Won', '2026-02-01', { owner_id: 'r2' }),
      closed('b', 'Lost', '2026-06-01', { owner_id: 'r1' }),
    ];
    const { rows } = await ask(await groundOf({ opportunities, reps, stage_map }), 'win-rate', { by: ['rep'] });
    expect(rows.map((row) => [row['rep'], row['numerator'], row['denominator']])).toEqual([
      ['Ana', 0, 1],
      ['Ben', 1, 1],
    ]);
  });

  it('rep with no deals: never a rate of 0', async () => {
    const opportunities = [closed('a', 'Won', '2026-02-01', { owner_id: 'r1' })];
    const { rows } = await ask(await groundOf({ opportunities, reps, stage_map }), 'win-rate', { by: ['rep'] });
    expect(rows.map((row) => row['rep'])).toEqual(['Ana']);
  });

  it('role change: by date, each deal with the role its rep then had', async () => {
    const opportunities = [
      closed('a', 'Won', '2026-02-01', { owner_id: 'r1' }),
      closed('b', 'Lost', '2026-05-01', { owner_id: 'r1' }),
    ];
    const rep_periods = [{ rep_id: 'r1', from_on: '2026-04-01', role: 'manager', team_id: 'East' }];
    const { rows } = await ask(await groundOf({ opportunities, reps, rep_periods, stage_map }), 'win-rate', {
      by: ['role', 'team'],
    });
    expect(rows.map((row) => [row['role'], row['team'], row['numerator']])).toEqual([
      ['ae', 'North', 1],
      ['manager', 'East', 0],
    ]);
  });

  it('shared credit: money by share, made to add up to the whole; the deal counts for its owner alone', async () => {
    const opportunities = [
      closed('a', 'Won', '2026-02-01', { owner_id: 'r1', amount: 100 }),
      closed('b', 'Won', '2026-02-01', { owner_id: 'r2', amount: 10 }),
    ];
    // 0.5 and 0.25 stand for two thirds and one third.
    const opportunity_roles = [
      { opportunity_id: 'a', rep_id: 'r1', role: 'owner', credit_share: 0.5 },
      { opportunity_id: 'a', rep_id: 'r2', role: 'specialist', credit_share: 0.25 },
      { opportunity_id: 'a', rep_id: 'r3', role: 'support' },
    ];
    const ground = await groundOf({ opportunities, opportunity_roles, reps, stage_map });
    const { rows } = await ask(ground, 'bookings', { by: ['rep'] });
    expect(rows.map((row) => [row['rep'], row['n']])).toEqual([
      ['Ana', 1],
      ['Ben', 1],
    ]);
    expect(rows[0]?.['value']).toBeCloseTo(66.6667, 4);
    expect(Number(rows[0]?.['value']) + Number(rows[1]?.['value'])).toBe(110);
    expect((await ask(ground, 'bookings')).rows[0]).toMatchObject({ value: 110, n: 2 });
    expect((await ask(ground, 'bookings', { filters: { team: ['South'] } })).rows[0]?.['value']).toBeCloseTo(
      43.3333,
      4,
    );
  });
});
