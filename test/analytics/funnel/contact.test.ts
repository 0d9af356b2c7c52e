import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import { answerRows } from '../../../electron/session/answer';
import { kaplanMeier, survivalQuantile } from '../../../electron/stats/survival';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { deal, history, lastly, stage_map } from '../sales';

afterAll(closeGrounds);

const lead = (lead_id: string, created_at: string, more: Row = {}): Row => ({ lead_id, created_at, ...more });
const call = (lead_id: string, at: string, more: Row = {}): Row => ({
  activity_id: `${lead_id} ${at}`,
  lead_id,
  at,
  kind: 'call',
  direction: 'out',
  ...more,
});

describe('contact rate', () => {
  const leads = [
    lead('first-day', '2026-01-05'),
    lead('boundary', '2026-01-05'),
    lead('too-late', '2026-01-05'),
    lead('never', '2026-01-05'),
    lead('called-us', '2026-01-05'),
    lead('imported', '2026-01-05'),
    lead('young', '2026-03-20'),
  ];
  const activities = [
    call('first-day', '2026-01-05'),
    call('boundary', '2026-01-19', { is_conversation: true }),
    call('too-late', '2026-01-20'),
    call('never', '2026-01-06', { kind: 'note' }),
    call('called-us', '2026-01-06', { direction: 'in', is_conversation: true }),
    call('imported', '2026-01-01'),
    call('young', '2026-03-21'),
    lastly('2026-03-31'),
  ];

  it('is leads approached within the window over leads old enough; the last day of the window counts', async () => {
    // Mature: all but "young" (20 March + 14 days is after 31 March). Approached in time: first-day, boundary, imported: 3 of 6.
    const ground = await groundOf({ leads, activities, stage_map });
    const [row] = (await ask(ground, 'contact-rate')).rows;
    expect(row).toMatchObject({ numerator: 3, denominator: 6, immature: 1, before_creation: 1, state: 'thin' });
    expect(row?.['excluded']).toBe('{"not_mature":1}');
  });

  it('answered: only two-way contacts that went out from us', async () => {
    const ground = await groundOf({ leads, activities, stage_map });
    const { rows } = await ask(ground, 'contact-rate', { options: { contact: 'answered' } });
    expect(rows[0]).toMatchObject({ numerator: 1, denominator: 6 });
  });

  it('counts a contact recorded on the opportunity the lead became', async () => {
    const ground = await groundOf({
      leads: [lead('l', '2026-01-05', { opportunity_id: 'o' })],
      opportunities: [{ opportunity_id: 'o', created_at: '2026-01-10', stage: 'Qualified' }],
      activities: [{ activity_id: 'a', opportunity_id: 'o', at: '2026-01-12', kind: 'email' }, lastly('2026-03-31')],
      stage_map,
    });
    expect((await ask(ground, 'contact-rate')).rows[0]).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('rows behind the mark number what it says, in every part', async () => {
    const ground = await groundOf({ leads, activities, stage_map });
    const request = { metric: 'contact-rate', question: everything, where: {}, offset: 0, limit: 10 };
    const counts = await Promise.all(
      (['numerator', 'denominator', 'excluded'] as const).map((part) => answerRows(ground, { ...request, part })),
    );
    expect(counts.map(({ count }) => count)).toEqual([3, 6, 1]);
    const because = (left_out: string) => answerRows(ground, { ...request, where: { left_out }, part: 'excluded' });
    expect((await because('not_mature')).count).toBe(1);
    expect((await because('no_amount')).count).toBe(0);
  });

  it('without activities it cannot be said, and names what is missing', async () => {
    const ground = await groundOf({ leads, stage_map });
    expect((await ask(ground, 'contact-rate')).rows[0]).toMatchObject({
      value: null,
      state: 'unavailable',
      reason: 'missing:activities',
    });
  });
});

describe('time to first contact', () => {
  it('is the Kaplan-Meier median; leads still waiting and leads given up are censored', async () => {
    // Ends: contact after 1, 2, 4 days; censored: disqualified after 3, waiting since 10 days.
    // S(1) = 4/5, S(2) = 4/5·3/4 = 3/5, S(4) = 3/5·1/2 = 3/10 → quarter by day 2, median 4, three quarters never.
    const ground = await groundOf({
      leads: [
        lead('a', '2026-01-01'),
        lead('b', '2026-01-01'),
        lead('c', '2026-01-01'),
        lead('d', '2026-01-01', { disqualified_at: '2026-01-04' }),
        lead('e', '2026-01-01'),
      ],
      activities: [call('a', '2026-01-02'), call('b', '2026-01-03'), call('c', '2026-01-05'), lastly('2026-01-11')],
      stage_map,
    });
    const [row] = (await ask(ground, 'time-to-first-contact')).rows;
    expect(row).toMatchObject({ value: 4, p25_days: 2, p75_days: null, n: 5, contacted: 3, waiting: 2 });
    expect(row).toMatchObject({ method: 'kaplan-meier', state: 'thin', reason: null });
  });

  it('contact before creation is zero days and counted; hours count as parts of a day', async () => {
    const ground = await groundOf({
      leads: [lead('a', '2026-01-01 10:00:00'), lead('b', '2026-01-01 10:00:00')],
      activities: [call('a', '2026-01-01 09:00:00'), call('b', '2026-01-01 16:00:00'), lastly('2026-01-11')],
      stage_map,
    });
    // S(0) = 1/2: the median is reached at once; S(0.25) = 0.
    expect((await ask(ground, 'time-to-first-contact')).rows[0]).toMatchObject({
      value: 0,
      p75_days: 0.25,
      before_creation: 1,
    });
  });

  it('nobody contacted has no median, and says so; no leads at all is empty', async () => {
    const activities = [lastly('2026-01-11')];
    const ground = await groundOf({ leads: [lead('a', '2026-01-01')], activities, stage_map });
    expect((await ask(ground, 'time-to-first-contact')).rows[0]).toMatchObject({ value: null, reason: 'not_reached' });
    expect((await ask(ground, 'time-to-first-contact', { from: '2027-01-01' })).rows[0]).toMatchObject({
      value: null,
      n: 0,
      reason: 'empty',
    });
  });

  it('agrees with the statistics room on random lives, limits included', { timeout: 60_000 }, async () => {
    const life = fc.record({ wait: fc.integer({ min: 0, max: 40 }), contacted: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 40 }), async (lives) => {
        const day = (wait: number) => new Date(Date.UTC(2026, 0, 1 + wait)).toISOString().slice(0, 10);
        const ground = await groundOf({
          leads: lives.map(({ wait, contacted }, i) =>
            lead(`l${i}`, '2026-01-01', contacted ? {} : { disqualified_at: day(wait) }),
          ),
          activities: [
            ...lives.flatMap(({ wait, contacted }, i) => (contacted ? [call(`l${i}`, day(wait))] : [])),
            lastly('2026-06-30'),
          ],
          stage_map,
        });
        const [row] = (await ask(ground, 'time-to-first-contact')).rows;
        const curve = kaplanMeier({
          time: lives.map(({ wait }) => wait),
          event: lives.map(({ contacted }) => (contacted ? 1 : 0)),
        });
        const half = survivalQuantile(curve);
        expect(row).toMatchObject({
          value: half.value,
          lower: half.lower,
          upper: half.upper,
          p25_days: survivalQuantile(curve, 0.25).value,
          p75_days: survivalQuantile(curve, 0.75).value,
        });
      }),
      { numRuns: 12, seed: 5 },
    );
  });
});

describe('stage duration', () => {
  const opportunities = ['a', 'b', 'c'].map((id): Row => ({
    opportunity_id: id,
    created_at: '2026-01-01',
    stage: 'x',
  }));
  const stage_events = [
    // Qualified 10 days, Meeting 5, back to Qualified 4, Meeting 6, won.
    ...history(
      'a',
      ['2026-01-01', 'Qualified'],
      ['2026-01-11', 'Meeting'],
      ['2026-01-16', 'Qualified'],
      ['2026-01-20', 'Meeting'],
      ['2026-01-26', 'Won'],
    ),
    // Qualified 20 days, Meeting skipped, Proposal 10 days, lost.
    ...history('b', ['2026-01-01', 'Qualified'], ['2026-01-21', 'Proposal'], ['2026-01-31', 'Lost']),
    // Qualified since the first, still there on 10 February: at least 40 days.
    ...history('c', ['2026-01-01', 'Qualified']),
  ];
  const rows = { opportunities, stage_events, stage_map, activities: [lastly('2026-02-10')] };

  it('backward move: both visits are added and the move is counted; open stays are censored', async () => {
    // Qualified: 14 (a), 20 (b), 40+ (c): S(14) = 2/3, S(20) = 1/3 → quarter by 14, median 20. Mean of the ended: 17.
    const { rows: found } = await ask(await groundOf(rows), 'stage-duration');
    expect(found.map((row) => row['rung'])).toEqual(['qualified', 'meeting', 'proposal']);
    expect(found[0]).toMatchObject({
      value: 20,
      p25_days: 14,
      p75_days: null,
      mean_days: 17,
      n: 3,
      left_rung: 2,
      still_there: 1,
      moved_back: 1,
    });
  });

  it('skipped stage: reached at the later entry, but no stay and no duration', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'stage-duration');
    expect(found[1]).toMatchObject({ rung: 'meeting', value: 11, n: 1, moved_back: 1 });
  });

  it('a lead qualified after it was contacted stands at qualified, and taken over there goes on with the same stay', async () => {
    const leads = [
      { lead_id: 'l1', created_at: '2026-01-01', qualified_at: '2026-01-09' },
      { lead_id: 'l2', created_at: '2026-01-01', qualified_at: '2026-01-09' },
    ];
    const contacted = leads.map(({ lead_id }) => ({ lead_id, entered_at: '2026-01-05', to_stage: 'Contacted' }));
    const ground = await groundOf({
      leads,
      opportunities: [deal('a', { lead_id: 'l1', created_at: '2026-01-12', stage: 'Meeting' })],
      stage_events: [...contacted, ...history('a', ['2026-01-12', 'Qualified'], ['2026-01-19', 'Meeting'])],
      activities: [lastly('2026-02-10')],
      stage_map,
    });
    const now = (await ask(ground, 'snapshot-funnel')).rows.filter((row) => row['count'] !== 0);
    expect(now.map((row) => [row['rung'], row['count']])).toEqual([
      ['qualified', 1],
      ['meeting', 1],
    ]);
    const stays = (await ask(ground, 'stage-duration', { options: { per: 'visit' } })).rows;
    expect(stays.find((row) => row['rung'] === 'contacted')).toMatchObject({ n: 2, value: 4 });
    expect(stays.find((row) => row['rung'] === 'qualified')).toMatchObject({ n: 2, value: 10, moved_back: 0 });
  });

  it('takes each visit by itself when asked', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'stage-duration', { options: { per: 'visit' } });
    // Qualified: 4, 10, 20, 40+; Meeting: 5, 6.
    expect(found[0]).toMatchObject({ rung: 'qualified', value: 10, n: 4, mean_days: 34 / 3 });
    expect(found[1]).toMatchObject({ rung: 'meeting', value: 5, p75_days: 6, n: 2, moved_back: 0 });
  });

  it('splits by outcome for the resolved ones', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'stage-duration', { options: { outcome: 'won' } });
    expect(found.map((row) => [row['rung'], row['value']])).toEqual([
      ['qualified', 14],
      ['meeting', 11],
    ]);
  });

  it('two stages at one instant: by rank, then input order, with zero duration', async () => {
    const ground = await groundOf({
      ...rows,
      stage_events: history('a', ['2026-01-01', 'Proposal'], ['2026-01-01', 'Qualified'], ['2026-01-05', 'Won']),
    });
    const { rows: found } = await ask(ground, 'stage-duration');
    expect(found.map((row) => [row['rung'], row['value'], row['n']])).toEqual([
      ['qualified', 0, 1],
      ['proposal', 4, 1],
    ]);
  });

  it('a change of amount or due date within a stage does not end the stay', async () => {
    const ground = await groundOf({
      ...rows,
      stage_events: history(
        'a',
        ['2026-01-01', 'Qualified', { amount: 10 }],
        ['2026-01-03', 'Qualified', { amount: 20 }],
        ['2026-01-08', 'Won'],
      ),
    });
    const { rows: found } = await ask(ground, 'stage-duration', { options: { per: 'visit' } });
    expect(found).toMatchObject([{ rung: 'qualified', value: 7, n: 1 }]);
  });

  it('rows behind a rung number its n, by rep at the entry of that rung', async () => {
    const events = stage_events.map((event) => ({ ...event, rep_id: event['to_stage'] === 'Meeting' ? 'M' : 'Q' }));
    const ground = await groundOf({ ...rows, stage_events: events });
    const question = { ...everything, by: ['rep'] };
    const { rows: found } = await ask(ground, 'stage-duration', question);
    expect(found.map((row) => [row['rep'], row['rung'], row['n']])).toEqual([
      ['M', 'meeting', 1],
      ['Q', 'qualified', 3],
      ['Q', 'proposal', 1],
    ]);
    for (const row of found) {
      const where = { rep: String(row['rep']), rung: String(row['rung']) };
      const request = { metric: 'stage-duration', question, where, part: 'denominator' as const, offset: 0, limit: 9 };
      expect((await answerRows(ground, request)).count).toBe(row['n']);
    }
  });

  it('needs recorded stage events', async () => {
    const ground = await groundOf({ opportunities, stage_map });
    expect((await ask(ground, 'stage-duration')).rows[0]).toMatchObject({ reason: 'missing:stage_events' });
  });
});
