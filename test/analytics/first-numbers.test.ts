import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { compareGroups } from '../../electron/analytics/homogeneity';
import type { Table } from '../../electron/model/table';
import { numberColumn, textColumn, textsOf } from '../../electron/model/table';
import { everything } from '../../electron/model/question';
import { answerRows } from '../../electron/session/answer';
import { seeded } from '../../electron/stats/random';
import type { Row } from './ground';
import { ask, closeGrounds, groundOf } from './ground';

afterAll(closeGrounds);

const stage_map = Object.entries({
  Qualified: 'qualified',
  Meeting: 'meeting',
  Proposal: 'proposal',
  Won: 'won',
  Lost: 'lost',
  None: 'no_decision',
}).map(([stage, target]) => ({ stage, target }));

function deal(id: string, more: Row): Row {
  return { opportunity_id: id, created_at: '2026-01-05', stage: 'Qualified', ...more };
}

describe('conversation conversion', () => {
  const opportunities = Array.from({ length: 100 }, (_, i) =>
    deal(`o${i}`, i < 20 ? { is_won: true, is_closed: true, stage: 'Won', closed_at: '2026-02-10' } : {}),
  );
  const activities = opportunities.map((row, i) => ({
    activity_id: `a${i}`,
    at: '2026-01-20',
    kind: 'call',
    opportunity_id: row['opportunity_id'] ?? '',
    is_conversation: true,
  }));

  it('is 20 percent for 100 people spoken to and 20 sales, 13.3 to 28.9', async () => {
    const ground = await groundOf({ opportunities, activities, stage_map });
    const { rows } = await ask(ground, 'conversation-conversion');
    expect(rows[0]).toMatchObject({ value: 0.2, numerator: 20, denominator: 100, state: 'ok' });
    expect(rows[0]?.['lower']).toBeCloseTo(0.1334, 4);
    expect(rows[0]?.['upper']).toBeCloseTo(0.2888, 4);
  });

  it('counts a prospect spoken to twice once, and a conversation that belongs to nothing apart', async () => {
    const more = [
      ...activities,
      ...activities.map((row) => ({ ...row, activity_id: `${row.activity_id}b` })),
      { activity_id: 'x', at: '2026-01-20', kind: 'call', is_conversation: true },
    ];
    const ground = await groundOf({ opportunities, activities: more, stage_map });
    const { rows } = await ask(ground, 'conversation-conversion');
    expect(rows[0]).toMatchObject({ numerator: 20, denominator: 100, excluded: '{"unlinked":1}' });
  });

  it('does not count a win after the window', async () => {
    const ground = await groundOf({ opportunities, activities, stage_map });
    expect((await ask(ground, 'conversation-conversion', { options: { window: '20d' } })).rows[0]).toMatchObject({
      numerator: 0,
    });
  });
});

describe('people who differ', () => {
  it('two of ten reps at half the rate are flagged, and only they', async () => {
    const opportunities = Array.from({ length: 10 }, (_, rep) =>
      Array.from({ length: 300 }, (_deal, i) => {
        const won = i < (rep < 2 ? 60 : 114 + 2 * (rep - 2));
        return deal(`${rep}-${i}`, { owner_id: `Rep ${rep}`, stage: won ? 'Won' : 'Lost', closed_at: '2026-03-01' });
      }),
    ).flat();
    const { answer, rows } = await ask(await groundOf({ opportunities, stage_map }), 'win-rate', { by: ['rep'] });
    expect(answer.homogeneity?.verdict).toBe('differs');
    const flagged = rows.filter((row) => row['flag'] !== null);
    expect(flagged.map((row) => [row['rep'], row['flag']])).toEqual([
      ['Rep 0', 'gap'],
      ['Rep 1', 'gap'],
    ]);
  });

  it('in 300 drawn teams like that both are nearly always found, and nobody else in most', () => {
    const random = seeded(11);
    let found = 0;
    let exact = 0;
    for (let draw = 0; draw < 300; draw++) {
      const wins = Array.from({ length: 10 }, (_, rep) => random.binomial(300, rep < 2 ? 0.2 : 0.4));
      const table: Table = {
        length: 10,
        columns: [
          textColumn(
            'rep',
            'label',
            wins.map((_, rep) => `Rep ${rep}`),
          ),
          numberColumn('numerator', 'count', wins),
          numberColumn(
            'denominator',
            'count',
            wins.map(() => 300),
          ),
        ],
      };
      const flags = textsOf(compareGroups(table, 'rep').table, 'flag');
      if (flags[0] === 'gap' && flags[1] === 'gap') found++;
      if (flags[0] === 'gap' && flags[1] === 'gap' && flags.slice(2).every((flag) => flag === null)) exact++;
    }
    expect(found / 300).toBeGreaterThan(0.97);
    expect(exact / 300).toBeGreaterThan(0.85);
  });

  it('fewer than five people are never flagged', async () => {
    const opportunities = ['A', 'B', 'C'].flatMap((rep, r) =>
      Array.from({ length: 60 }, (_, i) =>
        deal(`${rep}${i}`, { owner_id: rep, stage: i < 10 + 20 * r ? 'Won' : 'Lost', closed_at: '2026-03-01' }),
      ),
    );
    const { answer, rows } = await ask(await groundOf({ opportunities, stage_map }), 'win-rate', { by: ['rep'] });
    expect(answer.homogeneity?.verdict).toBe('too_few');
    expect(rows.every((row) => row['flag'] === null)).toBe(true);
  });
});

describe('edges', () => {
  it('nothing closed has no rate, not zero', async () => {
    const ground = await groundOf({ opportunities: [deal('a', {})], stage_map });
    expect((await ask(ground, 'win-rate')).rows[0]).toMatchObject({
      value: null,
      reason: 'empty',
      numerator: 0,
      denominator: 0,
      excluded: '{"open":1}',
    });
  });

  it('won then cancelled is not won, and bookings take it off on that day', async () => {
    const events = [
      { opportunity_id: 'a', entered_at: '2026-01-05', to_stage: 'Qualified' },
      { opportunity_id: 'a', entered_at: '2026-02-01', to_stage: 'Won' },
      { opportunity_id: 'a', entered_at: '2026-04-01', to_stage: 'Lost' },
    ];
    const ground = await groundOf({
      opportunities: [deal('a', { amount: 100, stage: 'Lost' })],
      stage_events: events,
      stage_map,
    });
    expect((await ask(ground, 'bookings', { by: ['month'] })).rows.map((row) => [row['month'], row['value']])).toEqual([
      ['2026-02', 100],
      ['2026-04', -100],
    ]);
    expect((await ask(ground, 'win-rate')).rows[0]).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it('a skipped stage counts as reached at the later entry, and a reopened deal is open again', async () => {
    const events = [
      { opportunity_id: 'a', entered_at: '2026-01-05', to_stage: 'Qualified' },
      { opportunity_id: 'a', entered_at: '2026-01-15', to_stage: 'Proposal' },
      { opportunity_id: 'a', entered_at: '2026-02-01', to_stage: 'Lost' },
      { opportunity_id: 'a', entered_at: '2026-02-05', to_stage: 'Proposal' },
    ];
    const ground = await groundOf({
      opportunities: [deal('a', { stage: 'Proposal' })],
      stage_events: events,
      stage_map,
      activities: [{ activity_id: 'z', at: '2026-12-31', kind: 'note' }],
    });
    const { rows } = await ask(ground, 'stage-conversion', { options: { steps: 'qualified,meeting,proposal' } });
    expect(rows.map((row) => [row['numerator'], row['denominator'], row['median_days']])).toEqual([
      [1, 1, 10],
      [1, 1, 0],
    ]);
    expect((await ask(ground, 'win-rate')).rows[0]).toMatchObject({ denominator: 0, excluded: '{"open":1}' });
  });

  it('a journey created at proposal says nothing about earlier rungs', async () => {
    const events = [{ opportunity_id: 'a', entered_at: '2026-01-05', to_stage: 'Proposal' }];
    const ground = await groundOf({
      opportunities: [deal('a', { stage: 'Proposal' })],
      stage_events: events,
      stage_map,
      activities: [{ activity_id: 'z', at: '2026-12-31', kind: 'note' }],
    });
    const { rows } = await ask(ground, 'stage-conversion', { options: { steps: 'qualified,proposal,won' } });
    expect(rows.map((row) => row['denominator'])).toEqual([0, 1]);
  });

  it('journeys too young for the window are counted apart, never as lost', async () => {
    const opportunities = [deal('old', { created_at: '2026-01-01' }), deal('young', { created_at: '2026-06-01' })];
    const ground = await groundOf({
      opportunities,
      stage_map,
      activities: [{ activity_id: 'z', at: '2026-06-30', kind: 'note' }],
    });
    expect((await ask(ground, 'cohort-conversion')).rows[0]).toMatchObject({
      denominator: 1,
      immature: 1,
      excluded: '{"not_mature":1}',
    });
  });

  it('money in a currency without a rate is left out and counted, never taken one to one', async () => {
    const opportunities = [
      deal('a', { stage: 'Won', closed_at: '2026-02-01', amount: 100, currency: 'USD' }),
      deal('b', { stage: 'Won', closed_at: '2026-02-01', amount: 100, currency: 'SGD' }),
      deal('c', { stage: 'Won', closed_at: '2026-02-01', amount: 100, currency: 'EUR' }),
    ];
    const fx_rates = [{ on: '2026-01-01', from_ccy: 'SGD', to_ccy: 'USD', rate: 0.75 }];
    const ground = await groundOf({ opportunities, fx_rates, stage_map });
    expect((await ask(ground, 'bookings')).rows[0]).toMatchObject({ value: 175, n: 2, excluded: '{"no_fx":1}' });
  });

  it('earlier as-of: what came later is invisible', async () => {
    const opportunities = [
      deal('a', { stage: 'Won', closed_at: '2026-03-01', amount: 50 }),
      deal('b', { created_at: '2026-04-01' }),
    ];
    const ground = await groundOf({ opportunities, stage_map }, {}, '2026-02-15T23:59:59.999999Z');
    expect((await ask(ground, 'win-rate')).rows[0]).toMatchObject({ denominator: 0, excluded: '{"open":1}' });
  });

  it('the day and the quarter follow the workspace zone and calendar', async () => {
    const opportunities = [deal('a', { stage: 'Won', closed_at: '2026-03-31 17:30:00', amount: 1 })];
    const ground = await groundOf(
      { opportunities, stage_map },
      { time_zone: 'Asia/Kuala_Lumpur', fiscal_start_month: 4 },
    );
    expect((await ask(ground, 'win-rate', { by: ['quarter'] })).rows[0]?.['quarter']).toBe('2027Q1');
    const utc = await groundOf({ opportunities, stage_map }, { fiscal_start_month: 4, fiscal_naming: 'starts' });
    expect((await ask(utc, 'win-rate', { by: ['quarter'] })).rows[0]?.['quarter']).toBe('2025Q4');
  });
});

describe('rows behind a mark', () => {
  it('number exactly what the mark says, whatever the filters', { timeout: 60_000 }, async () => {
    const random = seeded(3);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random.uniform() * values.length)]!;
    const opportunities = Array.from({ length: 400 }, (_, i) =>
      deal(`o${i}`, {
        created_at: `2026-0${1 + (i % 6)}-1${i % 9}`,
        stage: pick(['Qualified', 'Meeting', 'Proposal', 'Won', 'Lost', 'None']),
        closed_at: `2026-0${3 + (i % 6)}-2${i % 8}`,
        owner_id: pick(['A', 'B', 'C', null]),
        segment: pick(['SMB', 'Key', null]),
        source: pick(['Web', 'Call']),
        amount: Math.round(random.uniform() * 1000),
      }),
    );
    const ground = await groundOf({ opportunities, stage_map });
    const filters = fc.record({
      segment: fc.option(fc.constantFrom('SMB', 'Key', 'Unknown')),
      source: fc.option(fc.constantFrom('Web', 'Call')),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('win-rate', 'cohort-conversion', 'cycle-length'),
        fc.constantFrom('rep', 'segment', 'month'),
        filters,
        async (metric, by, chosen) => {
          const question = {
            ...everything,
            by: [by],
            filters: Object.fromEntries(
              Object.entries(chosen).flatMap(([name, value]) => (value === null ? [] : [[name, [value]]])),
            ),
          };
          const { rows } = await ask(ground, metric, question);
          for (const row of rows) {
            const where = { [by]: row[by] as string };
            const { count } = await answerRows(ground, {
              metric,
              question,
              where,
              part: 'denominator',
              offset: 0,
              limit: 1,
            });
            expect(count).toBe(row['n']);
          }
        },
      ),
      { numRuns: 10, seed: 1 },
    );
  });
});
