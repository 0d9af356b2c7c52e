import { afterAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import { answerRows } from '../../../electron/session/answer';
import type { Row } from '../ground';
import { ask, behind, closeGrounds, groundOf } from '../ground';
import { closed, deal, history, lastly, stage_map } from '../sales';

afterAll(closeGrounds);

describe('prospecting pace', () => {
  // Monday 5 January to Sunday 1 February 2026: four whole weeks. Ana all of them, Ben on leave in the third, Cy left on the 11th.
  const reps = [
    { rep_id: 'ana', name: 'Ana', role: 'sdr', started_on: '2025-01-01' },
    { rep_id: 'ben', name: 'Ben', role: 'sdr', started_on: '2025-01-01' },
    { rep_id: 'cy', name: 'Cy', role: 'sdr', started_on: '2025-01-01', ended_on: '2026-01-11' },
  ];
  const rep_periods = [{ rep_id: 'ben', from_on: '2026-01-19', to_on: '2026-01-26', leave: true }];
  const lead = (lead_id: string, created_at: string, owner_id: string | null): Row => ({
    lead_id,
    created_at,
    owner_id,
  });
  const leads = [
    lead('1', '2026-01-05', 'ana'),
    lead('2', '2026-01-06', 'ana'),
    lead('3', '2026-01-14', 'ana'),
    lead('4', '2026-01-30', 'ben'),
    lead('5', '2026-01-30', null),
    lead('early', '2026-01-04', 'ana'),
    lead('late', '2026-02-02', 'ana'),
  ];
  const rows = { reps, rep_periods, leads, activities: [lastly('2026-02-28')], stage_map };
  const january = { from: '2026-01-05', to: '2026-02-02' };

  it('is leads over rep-weeks, weeks without a lead included, leave and time after leaving not', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'prospecting-pace', { ...january, by: ['rep'] });
    expect(
      found.map((row) => [row['rep'], row['numerator'], row['denominator'], row['value'], row['zero_share']]),
    ).toEqual([
      ['Ana', 3, 4, 0.75, 0.5],
      ['Ben', 1, 3, 1 / 3, 2 / 3],
      ['Cy', 0, 1, 0, 1],
      ['Unassigned', 1, 0, null, null],
    ]);
  });

  it('no owner: in the total, with the exact Poisson interval', async () => {
    const ground = await groundOf(rows);
    const [row] = (await ask(ground, 'prospecting-pace', january)).rows;
    // 5 leads in 8 rep-weeks; Garwood: 1.6235 to 11.6683 leads.
    expect(row).toMatchObject({
      value: 0.625,
      numerator: 5,
      denominator: 8,
      rep_days: 56,
      method: 'poisson',
      state: 'thin',
    });
    expect(row?.['lower']).toBeCloseTo(1.6235 / 8, 4);
    expect(row?.['upper']).toBeCloseTo(11.6683 / 8, 4);
    const request = {
      metric: 'prospecting-pace',
      question: { ...everything, ...january },
      where: {},
      offset: 0,
      limit: 5,
    };
    expect((await answerRows(ground, { ...request, part: 'numerator' })).count).toBe(5);
    expect((await answerRows(ground, { ...request, part: 'denominator' })).count).toBe(56);
  });

  it('all of history begins with the first lead', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'prospecting-pace', { to: '2026-01-19', by: ['rep'] });
    // Ana and Ben from Sunday 4 to the 18th, Cy until the 11th.
    expect(found.map((row) => [row['rep'], row['numerator'], row['rep_days']])).toEqual([
      ['Ana', 4, 15],
      ['Ben', 0, 15],
      ['Cy', 0, 8],
    ]);
  });

  it('a part of a week counts by its days, and is no week without leads', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'prospecting-pace', {
      from: '2026-01-05',
      to: '2026-01-08',
      filters: { rep: ['Ana'] },
    });
    expect(found[0]).toMatchObject({ numerator: 2, rep_days: 3, whole_weeks: 0, zero_share: null });
    expect(found[0]?.['value']).toBeCloseTo((2 * 7) / 3, 9);
    const six = { from: '2026-01-05', to: '2026-01-11', filters: { rep: ['Cy'] } };
    const [cy] = (await ask(await groundOf(rows), 'prospecting-pace', six)).rows;
    expect(cy).toMatchObject({ value: 0, rep_days: 6, whole_weeks: 0, zero_weeks: 0, zero_share: null });
  });

  it('a rep without a starting day counts from the first thing recorded of them, marked derived', async () => {
    const ground = await groundOf({ ...rows, reps: [{ rep_id: 'ana', name: 'Ana', role: 'sdr' }], rep_periods: [] });
    const { rows: found } = await ask(ground, 'prospecting-pace', {
      from: '2025-12-01',
      to: '2026-01-19',
      by: ['rep'],
    });
    // From Sunday 4 January, her first lead, to the 18th: 15 days.
    expect(found.find((row) => row['rep'] === 'Ana')).toMatchObject({ rep_days: 15, numerator: 4, state: 'derived' });
  });
});

describe('hand-off', () => {
  const reps = [
    { rep_id: 's', name: 'Sue', role: 'sdr' },
    { rep_id: 'a', name: 'Al', role: 'ae' },
  ];
  const opportunities = ['1', '2', '3', '4', '5', '6'].map((id) =>
    deal(id, id === '1' ? { stage: 'Won', closed_at: '2026-02-20' } : {}),
  );
  const give = (opportunity_id: string, at: string, more: Row = {}): Row => ({
    opportunity_id,
    from_rep: 's',
    to_rep: 'a',
    at,
    ...more,
  });
  const handoffs = [
    give('1', '2026-01-10', { accepted_at: '2026-01-12' }),
    give('2', '2026-01-10', { accepted_at: '2026-01-14' }),
    give('3', '2026-01-10', { rejected_at: '2026-01-11' }),
    give('4', '2026-01-10'),
    give('5', '2026-06-28'),
    give('6', '2026-01-10', { accepted_at: '2026-01-11' }),
    { opportunity_id: '6', from_rep: 'a', to_rep: 's', at: '2026-01-20' },
  ];
  const rows = { reps, opportunities, handoffs, activities: [lastly('2026-06-30')], stage_map };

  it('is accepted over accepted, rejected and unanswered for more than seven days', async () => {
    // By the SDR: 1, 2, 6 accepted; 3 rejected; 4 unanswered; 5 too fresh. Days to accept 2, 4, 1. Of the ripe, one of five won in 90 days.
    const { rows: found } = await ask(await groundOf(rows), 'hand-off', { by: ['rep'] });
    expect(found.find((row) => row['rep'] === 'Sue')).toMatchObject({
      numerator: 3,
      denominator: 5,
      median_days: 2,
      came_back: 1,
      yield_won: 1,
      yield_of: 5,
      yield_rate: 0.2,
      excluded: '{"not_mature":1}',
    });
  });

  it('given on a day, seven days are calendar days; of a lead that nobody listed the answer still counts', async () => {
    const handoffs = [
      give('2', '2026-06-23'),
      give('3', '2026-06-22'),
      { lead_id: 'unlisted', from_rep: 's', to_rep: 'a', at: '2026-01-10', accepted_at: '2026-01-11' },
    ];
    const ground = await groundOf({ ...rows, handoffs });
    expect((await ask(ground, 'hand-off')).rows[0]).toMatchObject({
      numerator: 1,
      denominator: 2,
      yield_of: 0,
      excluded: '{"not_mature":1}',
    });
    const request = { metric: 'hand-off', question: everything, where: {}, part: 'denominator' as const };
    expect((await answerRows(ground, { ...request, offset: 0, limit: 9 })).count).toBe(2);
  });

  it('without a window the yield is that of the deals that ended', async () => {
    const question = { by: ['rep'], options: { window: 'inf' } };
    const { rows: found } = await ask(await groundOf(rows), 'hand-off', question);
    expect(found.find((row) => row['rep'] === 'Sue')).toMatchObject({ denominator: 5, yield_won: 1, yield_of: 1 });
  });

  it('a return to an SDR is no hand-off of its own', async () => {
    expect((await ask(await groundOf(rows), 'hand-off')).rows[0]).toMatchObject({ numerator: 3, denominator: 5 });
  });

  it('given by somebody who is an SDR no more: counted apart, and a row behind it', async () => {
    const former = [...reps, { rep_id: 'f', name: 'Fay', role: 'ae' }];
    const given = [...handoffs, { opportunity_id: '2', from_rep: 'f', to_rep: 'a', at: '2026-01-10', accepted_at: '2026-01-11' }]; // prettier-ignore
    const ground = await groundOf({ ...rows, reps: former, handoffs: given });
    expect((await ask(ground, 'hand-off')).rows[0]).toMatchObject({
      numerator: 3,
      denominator: 5,
      yield_of: 5,
      excluded: '{"not_mature":1,"no_sdr":1}',
    });
    expect(await behind(ground, 'hand-off', { left_out: 'no_sdr' }, 'excluded')).toBe(1);
  });

  it('is credited to the one who took over when asked', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'hand-off', { by: ['rep'], options: { credit: 'to' } });
    expect(found.find((row) => row['rep'] === 'Al')).toMatchObject({ numerator: 3, denominator: 5 });
  });

  it('without recorded hand-offs the owner changes stand in: accepted when it did not come back within 14 days', async () => {
    const by = (rep_id: string): Row => ({ rep_id });
    const stage_events = [
      ...history(
        '1',
        ['2026-01-05', 'Qualified', by('s')],
        ['2026-01-10', 'Meeting', by('a')],
        ['2026-02-20', 'Won', by('a')],
      ),
      ...history(
        '2',
        ['2026-01-05', 'Qualified', by('s')],
        ['2026-01-10', 'Meeting', by('a')],
        ['2026-01-20', 'Qualified', by('s')],
      ),
      ...history('3', ['2026-06-20', 'Qualified', by('s')], ['2026-06-25', 'Meeting', by('a')]),
    ];
    const { rows: found } = await ask(await groundOf({ ...rows, handoffs: [], stage_events }), 'hand-off');
    expect(found[0]).toMatchObject({
      numerator: 1,
      denominator: 2,
      came_back: 1,
      state: 'derived',
      excluded: '{"not_mature":1}',
    });
  });

  it('nothing handed over has no rate', async () => {
    const ground = await groundOf({ ...rows, handoffs: [give('1', '2026-06-29')] });
    expect((await ask(ground, 'hand-off')).rows[0]).toMatchObject({
      value: null,
      state: 'immature',
      reason: 'not_mature',
    });
  });
});

describe('specialist lift', () => {
  // 40 complicated deals without a specialist, and one whose specialist came the day after it was closed: 10 of 20 SMB won, 5 of 20 Key. With one: 8 of 10 SMB, 4 of 10 Key.
  // Expected 10·0.5 + 10·0.25 = 7.5 of 20; observed 12: index 1.6, difference 0.6 − 0.375.
  const group = (name: string, segment: string, n: number, won: number): Row[] =>
    Array.from({ length: n }, (_, i) =>
      closed(`${name}${i}`, i < won ? 'Won' : 'Lost', '2026-02-10', { segment, complexity: 1, amount: 100 }),
    );
  const helped = [...group('hs', 'SMB', 10, 8), ...group('hk', 'Key', 10, 4)];
  const opportunities = [
    ...helped,
    ...group('as', 'SMB', 21, 10),
    ...group('ak', 'Key', 20, 5),
    closed('simple', 'Won', '2026-02-10', { complexity: 0, amount: 1e6 }),
    deal('open', { complexity: 1 }),
    deal('open2', { complexity: 1 }),
    closed('late', 'Won', '2026-02-10', { complexity: 1 }),
  ];
  const join = (opportunity_id: string, rep_id = 'sp', from_at: string | null = null): Row => ({
    opportunity_id,
    rep_id,
    role: 'specialist',
    from_at,
  });
  const opportunity_roles = [
    ...helped.map((row) => join(String(row['opportunity_id']))),
    join('open'),
    join('open2'),
    join('late', 'sp', '2026-02-05'),
    join('as20', 'sp', '2026-02-11'),
    { opportunity_id: 'as0', rep_id: 'x', role: 'support' },
  ];
  const stage_events = history(
    'late',
    ['2026-01-05', 'Qualified'],
    ['2026-02-01', 'Negotiation'],
    ['2026-02-10', 'Won'],
  );
  const rows = { opportunities, opportunity_roles, stage_events, stage_map, activities: [lastly('2026-02-12')] };

  it('sets the deals with a specialist against what deals without would have brought on the same mix', async () => {
    const [row] = (await ask(await groundOf(rows), 'specialist-lift')).rows;
    expect(row).toMatchObject({
      with_deals: 20,
      with_won: 12,
      with_rate: 0.6,
      expected_rate: 0.375,
      without_deals: 40,
      without_rate: 0.375,
      n: 20,
      method: 'standardised',
    });
    expect(row?.['value']).toBeCloseTo(0.225, 12);
    expect(row?.['index']).toBeCloseTo(1.6, 12);
    // Limits 1.6 · exp(∓1.959964 / √12), less 1, times 0.375.
    expect(row?.['lower']).toBeCloseTo((1.6 * Math.exp(-1.959964 / Math.sqrt(12)) - 1) * 0.375, 6);
    expect(row).toMatchObject({
      involvement: 20 / 60,
      open_deals: 2,
      specialists: 1,
      load: 2,
      excluded: '{"joined_late":2}',
    });
  });

  it('a specialist who joins after the as-of is on no deal yet', async () => {
    const ground = await groundOf(
      { ...rows, opportunity_roles: [...opportunity_roles, join('open', 'sp', '2026-02-11'), join('simple')] },
      {},
      '2026-02-10T23:59:59.999999Z',
    );
    // as20, whose specialist came on the 11th, is a deal without.
    expect((await ask(ground, 'specialist-lift')).rows[0]).toMatchObject({
      without_deals: 41,
      open_deals: 2,
      excluded: '{"joined_late":1}',
    });
  });

  it('without a mark the top fifth by amount and deals of three product families are complicated', async () => {
    const plain = Array.from({ length: 10 }, (_, i) => closed(`d${i}`, 'Won', '2026-02-10', { amount: (i + 1) * 100 }));
    const ground = await groundOf({
      opportunities: plain,
      opportunity_roles: [join('d0'), join('d1'), join('d9')],
      orders: [{ order_id: 'o', opportunity_id: 'd0', ordered_at: '2026-02-10', amount: 1 }],
      order_lines: ['a', 'b', 'c'].map((product_id, line) => ({ order_id: 'o', line, product_id })),
      products: ['a', 'b', 'c'].map((product_id) => ({ product_id, name: product_id, family: product_id })),
      stage_map,
    });
    // P80 of 100 … 1000 is 820: d8 and d9; d0 by its families. With: d0, d9.
    expect((await ask(ground, 'specialist-lift')).rows[0]).toMatchObject({ with_deals: 2, without_deals: 1 });
  });

  it('says so when no specialist was on a deal, and when none of the roles are recorded', async () => {
    const none = await groundOf({
      ...rows,
      opportunity_roles: [{ opportunity_id: 'as0', rep_id: 'x', role: 'support' }],
    });
    expect((await ask(none, 'specialist-lift')).rows[0]).toMatchObject({ value: null, reason: 'no_specialists' });
    const bare = await groundOf({ opportunities, stage_map });
    expect((await ask(bare, 'specialist-lift')).rows[0]).toMatchObject({ reason: 'missing:opportunity_roles' });
  });
});
