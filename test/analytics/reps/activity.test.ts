import { afterAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import { answerRows } from '../../../electron/session/answer';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, lastly, stage_map } from '../sales';
import { seller } from '../sellers';

afterAll(closeGrounds);

it('activity mix: activities and conversations of each kind over working days, weekends and leave left out', async () => {
  // Monday 2 to Sunday 15 March 2026: ten working days, two of them on leave.
  const act = (activity_id: string, kind: string, is_conversation = false, at = '2026-03-03 10:00:00'): Row => ({
    activity_id,
    at,
    kind,
    rep_id: 'ann',
    is_conversation,
  });
  const ground = await groundOf({
    reps: [seller('ann')],
    rep_periods: [{ rep_id: 'ann', from_on: '2026-03-12', to_on: '2026-03-14', leave: true, role: 'ae' }],
    activities: [act('1', 'call', true), act('2', 'call'), act('3', 'email'), act('4', 'note'), lastly('2026-03-31')],
    stage_map,
  });
  const { rows } = await ask(ground, 'activity-mix', { from: '2026-03-02', to: '2026-03-16', by: ['rep'] });
  expect(rows.map((row) => [row['kind'], row['value'], row['conversations_a_day'], row['days']])).toEqual([
    ['call', 2 / 8, 1 / 8, 8],
    ['email', 1 / 8, 0, 8],
    ['note', 1 / 8, 0, 8],
  ]);
});

it('activity mix: all of history begins with the first activity, and what nobody did is counted apart', async () => {
  const act = (activity_id: string, at: string, rep_id: string | null): Row => ({
    activity_id,
    at,
    kind: 'call',
    rep_id,
  });
  const ground = await groundOf({
    reps: [seller('ann')],
    // Monday 2 to Friday 6 March 2026; she has been there since 2020.
    activities: [act('1', '2026-03-02 10:00:00', 'ann'), act('2', '2026-03-03', null), act('3', '2026-03-06', 'ann')],
    stage_map,
  });
  expect((await ask(ground, 'activity-mix')).rows).toMatchObject([
    { kind: 'call', value: 2 / 5, days: 5, activities: 2, excluded: '{"no_owner":1}' },
  ]);
  const request = { metric: 'activity-mix', question: everything, where: { kind: 'call' }, offset: 0, limit: 9 };
  expect((await answerRows(ground, { ...request, part: 'numerator' })).count).toBe(2);
  expect((await answerRows(ground, { ...request, part: 'excluded' })).count).toBe(1);
});

describe('ramp', () => {
  // Experienced sellers book 1,000 a month; newcomers start on 1 July 2025.
  const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12'];
  const book = (rep: string, from: number, money: number): Row[] =>
    months
      .slice(from)
      .map((month) =>
        closed(`${rep}${month}`, 'Won', `2025-${month}-10`, { owner_id: rep, amount: money, created_at: '2025-03-01' }),
      );
  const rows = {
    reps: [
      seller('a'),
      seller('b'),
      seller('fast', { started_on: '2025-07-01' }),
      seller('slow', { started_on: '2025-07-01' }),
    ],
    opportunities: [...book('a', 0, 1000), ...book('b', 0, 1000), ...book('fast', 4, 1200), ...book('slow', 4, 300)],
    stage_map,
    activities: [lastly('2025-12-31')],
  };

  it('ends with the month in which three months together reach four fifths of the experienced median', async () => {
    // Fast: 1,200 in August, 2,400 with September: of 2,400 wanted. 1 July to 1 October is 92 days.
    const { rows: found } = await ask(await groundOf(rows), 'ramp', { by: ['rep'] });
    expect(found.find((row) => row['rep'] === 'fast')?.['value']).toBeCloseTo(92 / 30.4375, 9);
    expect(found.find((row) => row['rep'] === 'slow')).toMatchObject({
      value: null,
      reason: 'not_reached',
      on_the_way: 1,
    });
    expect(found.find((row) => row['rep'] === 'a')).toMatchObject({ n: 0, excluded: '{"started_before_data":1}' });
  });

  it('peers are those who had the role then, and who is known only from their deals is one of them after a year', async () => {
    // Until December "later" is an SDR who books nothing: as a seller they would halve the median, and "fast" would be there in August.
    const reps = [
      ...rows.reps.filter(({ rep_id }) => rep_id !== 'b'),
      seller('later'),
      seller('seen', { started_on: null }),
    ];
    const rep_periods = [
      { rep_id: 'later', from_on: '2020-01-01', to_on: '2025-12-01', role: 'sdr' },
      { rep_id: 'later', from_on: '2025-12-01', role: 'ae' },
    ];
    const opportunities = [
      ...rows.opportunities,
      closed('first', 'Lost', '2024-02-01', { owner_id: 'seen', created_at: '2024-01-01' }),
      ...book('seen', 0, 900),
    ];
    const ground = await groundOf({ ...rows, reps, rep_periods, opportunities });
    const found = (await ask(ground, 'ramp', { by: ['rep'] })).rows;
    // The median of 3,000 and 2,700 is 2,850, four fifths of it 2,280: 2,400 by the end of September.
    expect(found.find((row) => row['rep'] === 'slow')).toMatchObject({ value: null, reason: 'not_reached' });
    expect(found.find((row) => row['rep'] === 'seen')).toMatchObject({ n: 0, excluded: '{"no_start":1}' });
    const fast = found.find((row) => row['rep'] === 'fast');
    expect(fast?.['value']).toBeCloseTo(92 / 30.4375, 9);
  });

  it('books by shares, and is set against the others alone', async () => {
    // Half of what "fast" books is credited to "a": 1,200 with September, then 1,800 a quarter, of the 3,000 to 4,800 of the others.
    const opportunity_roles = rows.opportunities
      .filter(({ owner_id }) => owner_id === 'fast')
      .flatMap(({ opportunity_id }) => [
        { opportunity_id: opportunity_id ?? null, rep_id: 'fast', role: 'owner', credit_share: 0.5 },
        { opportunity_id: opportunity_id ?? null, rep_id: 'a', role: 'support', credit_share: 0.5 },
      ]);
    const shared = (await ask(await groundOf({ ...rows, opportunity_roles }), 'ramp', { by: ['rep'] })).rows;
    expect(shared.find((row) => row['rep'] === 'fast')).toMatchObject({ value: null, on_the_way: 1 });
    // Alone in the role: after a year nobody but "fast" is experienced, which is no measure of "fast".
    const alone = {
      ...rows,
      reps: [seller('fast', { started_on: '2025-05-01' })],
      opportunities: [
        ...book('fast', 0, 1000),
        closed('late', 'Won', '2026-07-10', { owner_id: 'fast', amount: 1000 }),
      ],
      activities: [lastly('2026-12-31')],
    };
    const [only] = (await ask(await groundOf(alone), 'ramp')).rows;
    expect(only).toMatchObject({ n: 0, excluded: '{"no_peers":1}' });
  });

  it('experienced is who has more than twelve months behind them', async () => {
    // "Twelve" books nothing and halves the median, but only from October on: at the end of September it is twelve months.
    const twelve = {
      ...rows,
      reps: [seller('a'), seller('twelve', { started_on: '2024-10-01' }), seller('fast', { started_on: '2025-07-01' })],
      opportunities: [...book('a', 0, 1000), ...book('fast', 5, 1200)],
    };
    const fast = (await ask(await groundOf(twelve), 'ramp', { by: ['rep'] })).rows.find((row) => row['rep'] === 'fast');
    // July to October are 123 days.
    expect(fast?.['value']).toBeCloseTo(123 / 30.4375, 9);
  });

  it('months in which the experienced booked nothing are no measure; who starts tomorrow is not there yet', async () => {
    const quiet = {
      ...rows,
      reps: [seller('a'), seller('new', { started_on: '2025-07-01' }), seller('soon', { started_on: '2026-01-01' })],
      // "A" books in April, then again from November on; July to September hold nothing.
      opportunities: [...book('a', 0, 1000).slice(0, 1), ...book('a', 7, 1000)],
    };
    const found = (await ask(await groundOf(quiet), 'ramp', { by: ['rep'] })).rows;
    expect(found.find((row) => row['rep'] === 'new')).toMatchObject({ value: null, reached: 0, on_the_way: 1 });
    expect(found.find((row) => row['rep'] === 'soon')).toMatchObject({ n: 0, excluded: '{"future":1}' });
  });

  it('who left was there to their last day', async () => {
    const reps = [seller('a'), seller('b'), seller('fast', { started_on: '2025-07-01', ended_on: '2025-09-01' }), seller('slow', { started_on: '2025-07-01', ended_on: '2025-08-31' })]; // prettier-ignore
    const last = closed('last', 'Won', '2025-09-01', { owner_id: 'fast', amount: 1200, created_at: '2025-03-01' });
    const opportunities = [...book('a', 0, 1000), ...book('b', 0, 1000), ...book('fast', 4, 1200).slice(0, 1), last];
    const found = (await ask(await groundOf({ ...rows, reps, opportunities }), 'ramp', { by: ['rep'] })).rows;
    // September, whose first day was the last, counts; July and August are 62 days.
    expect(found.find((row) => row['rep'] === 'fast')?.['value']).toBeCloseTo(92 / 30.4375, 9);
    expect(found.find((row) => row['rep'] === 'slow')?.['months_so_far']).toBeCloseTo(62 / 30.4375, 9);
  });

  it('who is not there yet counts as still on the way', async () => {
    const [row] = (await ask(await groundOf(rows), 'ramp')).rows;
    expect(row).toMatchObject({ n: 2, reached: 1, on_the_way: 1, in_ramp: 2 });
  });
});
