import { afterAll, describe, expect, it } from 'vitest';
import type { Part } from '../../../electron/model/question';
import { everything } from '../../../electron/model/question';
import { answerRows } from '../../../electron/session/answer';
import type { Row, Rows } from '../ground';
import { ask, behind, closeGrounds, groundOf } from '../ground';
import { deal, history, lastly, stage_map } from '../sales';
import { proposals, seller, together } from '../sellers';

afterAll(closeGrounds);

const trained = (rep_id: string, programme: string, completed_at: string | null, more: Row = {}): Row => ({
  training_id: `${rep_id}${programme}${completed_at}`,
  rep_id,
  programme,
  completed_at,
  ...more,
});

describe('training coverage', () => {
  const rows = {
    reps: [
      seller('a'),
      seller('b'),
      seller('c'),
      seller('s', { role: 'sdr' }),
      seller('gone', { ended_on: '2025-01-31' }),
    ],
    programmes: [
      { programme: 'Basics', required_roles: null, valid_months: null },
      { programme: 'Data rules', valid_months: 12 },
    ],
    trainings: [
      trained('a', 'Data rules', '2025-06-01'),
      trained('b', 'Data rules', '2024-06-01'),
      trained('c', 'Data rules', null, { enrolled_at: '2026-03-01' }),
      trained('a', 'Basics', '2020-01-01'),
      trained('b', 'Basics', '2020-01-01'),
    ],
    stage_map,
    activities: [lastly('2026-03-31')],
  };

  it('is completed and valid over those it is meant for; without a requirement, over the roles that took it', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'training-coverage');
    expect(
      found.map((row) => [row['programme'], row['numerator'], row['denominator'], row['expired'], row['enrolled']]),
    ).toEqual([
      ['Basics', 2, 3, 0, 0],
      ['Data rules', 1, 3, 1, 1],
    ]);
  });

  it('sameness: mean overlap of what two people of a role hold', async () => {
    const { answer } = await ask(await groundOf(rows), 'training-coverage');
    // Completed are {Basics, Data rules}, the same two though one of them has expired, and {}: 1, 0, 0.
    expect(answer.extra?.['sameness']).toEqual([
      { role: 'ae', people: 3, required: 0, full_set: null, full_set_share: null, mean_overlap: 1 / 3 },
    ]);
  });

  it('a completion holds until the day its months are over', async () => {
    const trainings = [trained('a', 'Data rules', '2025-03-31'), trained('b', 'Data rules', '2025-04-01')];
    const { rows: found } = await ask(await groundOf({ ...rows, trainings }), 'training-coverage');
    expect(found.find((row) => row['programme'] === 'Data rules')).toMatchObject({ numerator: 1, expired: 1 });
  });

  it('at an earlier day what came later is not known yet', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'training-coverage', { to: '2025-06-01' });
    expect(found.find((row) => row['programme'] === 'Data rules')).toMatchObject({ numerator: 1, expired: 0 });
  });
});

describe('nobody missed', () => {
  const rows = {
    reps: [seller('seen'), seller('missed', { manager_id: 'boss' }), seller('boss', { role: 'manager' })],
    targets: ['seen', 'missed'].map((rep_id) => ({
      rep_id,
      metric: 'bookings',
      period_start: '2026-01-01',
      period_end: '2026-04-01',
      value: 1,
    })),
    trainings: [trained('seen', 'Basics', '2026-02-01')],
    coachings: [{ rep_id: 'seen', at: '2026-02-02', topic: 'close' }],
    activities: [{ activity_id: '1', at: '2026-03-31', kind: 'call', rep_id: 'seen' }],
    stage_map,
  };

  it('rep with no deals: listed with what is missing, never a rate of 0; the list has nobody else', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'nobody-missed');
    expect(found).toHaveLength(1);
    // Nobody records recognitions, so nobody lacks one.
    expect(found[0]).toMatchObject({
      subject: 'missed',
      subject_id: 'missed',
      manager: 'boss',
      value: 3,
      has_events: false,
      has_target: true,
      has_training: false,
      has_coaching: false,
      has_recognition: true,
    });
  });

  it('a lead made, a deal moved on and a training begun are seen in their quarter', async () => {
    const none = { targets: [], coachings: [], activities: [lastly('2026-03-31')] };
    const missing = async (more: Partial<Rows>) => {
      const reps = [seller('seen'), seller('other', { started_on: '2026-04-01' })];
      const ground = await groundOf({ ...rows, ...none, trainings: [], reps, ...more });
      return (await ask(ground, 'nobody-missed', { by: ['rep'] })).rows.map((row) => row['value']);
    };
    expect(await missing({})).toEqual([1]);
    expect(await missing({ leads: [{ lead_id: 'l', created_at: '2026-01-01', owner_id: 'seen' }] })).toEqual([null]);
    const old = { opportunities: [deal('d', { created_at: '2025-01-05', owner_id: 'other' })] };
    expect(await missing(old)).toEqual([1]);
    const moved = history('d', ['2025-01-05', 'Qualified'], ['2026-02-01', 'Proposal', { rep_id: 'seen' }]);
    expect(await missing({ ...old, stage_events: moved })).toEqual([null]);
    const begun = trained('seen', 'Basics', '2026-04-02', { enrolled_at: '2026-01-01' });
    expect(await missing({ trainings: [begun] })).toEqual([1]);
    expect(await missing({ trainings: [{ ...begun, enrolled_at: '2025-12-31' }] })).toEqual([2]);
  });

  it('lists on demand only who lacks one thing', async () => {
    const ground = await groundOf({ ...rows, coachings: [...rows.coachings, { rep_id: 'missed', at: '2026-02-03' }] });
    const lacking = async (what: string) =>
      (await ask(ground, 'nobody-missed', { options: { lacking: what } })).rows.map((row) => row['subject']);
    expect(await lacking('coaching')).toEqual([null]);
    expect(await lacking('training')).toEqual(['missed']);
    // The rows behind it are those who lack it, of all who were looked at.
    const count = async (what: string, part: Part) => {
      const question = { ...everything, options: { lacking: what } };
      return (await answerRows(ground, { metric: 'nobody-missed', question, where: {}, offset: 0, limit: 9, part }))
        .count;
    };
    expect(await count('training', 'numerator')).toBe(1);
    expect(await count('coaching', 'numerator')).toBe(0);
    expect(await count('any', 'denominator')).toBe(2);
  });

  it('a customer nobody owns or touched is listed, those left long ago are not', async () => {
    const ground = await groundOf({
      ...rows,
      accounts: [
        { account_id: 'A', name: 'Alpha' },
        { account_id: 'B', name: 'Beta', owner_id: 'seen' },
        { account_id: 'C', name: 'Gamma' },
      ],
      orders: [
        { order_id: '1', account_id: 'A', ordered_at: '2026-01-05', amount: 500 },
        { order_id: '2', account_id: 'B', ordered_at: '2026-01-05', amount: 5 },
        { order_id: '3', account_id: 'C', ordered_at: '2023-01-05', amount: 5 },
      ],
      activities: [
        ...rows.activities,
        { activity_id: '2', at: '2026-02-01', kind: 'call', account_id: 'B', direction: 'out' },
      ],
    });
    const { rows: found } = await ask(ground, 'nobody-missed', { options: { of: 'customers' } });
    expect(
      found.map((row) => [row['subject'], row['has_owner'], row['has_touch'], row['has_survey'], row['value_money']]),
    ).toEqual([['Alpha', false, false, true, 500]]);
  });

  it('of an earlier period, who was a customer then: neither one who had left and came back later, nor one not yet', async () => {
    const ground = await groundOf({
      ...rows,
      accounts: ['A', 'B', 'C', 'D'].map((account_id) => ({ account_id, name: account_id })),
      orders: [
        { order_id: '1', account_id: 'A', ordered_at: '2022-01-05', amount: 5 },
        { order_id: '2', account_id: 'A', ordered_at: '2026-03-05', amount: 5 },
        { order_id: '3', account_id: 'B', ordered_at: '2022-01-05', amount: 5 },
        { order_id: '4', account_id: 'C', ordered_at: '2024-04-01', amount: 5 },
        { order_id: '5', account_id: 'D', ordered_at: '2024-03-31', amount: 5 },
      ],
      subscriptions: [{ subscription_id: 's', account_id: 'B', started_on: '2025-06-01', mrr: 5 }],
    });
    const question = { from: '2025-01-01', to: '2025-04-01', options: { of: 'customers' } };
    expect((await ask(ground, 'nobody-missed', question)).rows.map((row) => row['subject'])).toEqual(['C']);
  });
});

describe('recognition', () => {
  // Baseline October 2024 to September 2025, now the last quarter of 2025: ripe at the end of March 2026.
  const names = ['ann', 'bea', 'cho', 'dan', 'low', 'risen'];
  const spans = ['2024-11-10', '2025-02-10', '2025-05-10', '2025-08-10'];
  const wins = (name: string) => (name === 'low' ? 4 : name === 'ann' ? 18 : name === 'risen' ? 6 : 10);
  const parts = names.flatMap((name) => [
    ...spans.map((on) => proposals(name, 30, wins(name), {}, on)),
    proposals(name, 30, name === 'risen' ? 22 : wins(name), {}, '2025-11-10'),
  ]);
  const target = (rep_id: string, value: number): Row => ({
    rep_id,
    metric: 'bookings',
    period_start: '2025-10-01',
    period_end: '2026-01-01',
    value,
  });
  const base = {
    reps: names.map((name) => seller(name)),
    coachings: [{ rep_id: 'risen', coach_id: 'ann', at: '2025-08-20', topic: 'close', kind: 'mentoring' }],
    recognitions: [
      { rep_id: 'ann', at: '2025-12-01' },
      { rep_id: 'ann', at: '2026-01-01' },
      { rep_id: 'bea', at: '2024-01-01' },
      { rep_id: 'ann', at: '2026-01-01', kind: 'thanks', note: 'Closing', src_file: '(entered)' },
    ],
  };

  it('names who improved and still missed the target, with the support before it; and who is steadily strong', async () => {
    const ground = await groundOf(
      together({ ...base, targets: [target('risen', 99_000), target('ann', 1000)] }, ...parts),
    );
    const { rows, answer } = await ask(ground, 'recognition');
    expect(rows.map((row) => [row['list'], row['rep'], row['skill']])).toEqual([
      ['improved_below_target', 'risen', 'close'],
      ['steady_strong', 'ann', 'close'],
    ]);
    for (const { rep, skill, list, n } of rows)
      expect(await behind(ground, 'recognition', { rep: String(rep), skill: String(skill), list: String(list) })).toBe(
        n,
      );
    expect(rows[0]).toMatchObject({
      base_trials: 120,
      now_trials: 30,
      grain: 'quarter',
      now_from: '2025-10-01',
      support: 'mentoring',
    });
    expect(Number(rows[0]?.['p_up'])).toBeGreaterThan(0.95);
    expect(Number(rows[0]?.['now']) - Number(rows[0]?.['base'])).toBeGreaterThan(0.02);
    expect(answer.extra?.['coverage']).toMatchObject({ people: 6, recognised: 1, share: 1 / 6 });
    const { by_person } = answer.extra?.['coverage'] as { by_person: unknown[] };
    expect(by_person.slice(0, 3)).toEqual([
      {
        rep: 'ann',
        rep_id: 'ann',
        times: 3,
        last_on: '2026-01-01',
        days: 89,
        kind: 'thanks',
        note: 'Closing',
        is_entered: true,
      },
      {
        rep: 'bea',
        rep_id: 'bea',
        times: 0,
        last_on: '2024-01-01',
        days: 820,
        kind: null,
        note: null,
        is_entered: false,
      },
      { rep: 'cho', rep_id: 'cho', times: 0, last_on: null, days: 820, kind: null, note: null, is_entered: false },
    ]);
    const [risen] = rows;
    expect(Number(risen?.['base_lower'])).toBeLessThan(Number(risen?.['base']));
    expect(Number(risen?.['base_upper'])).toBeLessThan(Number(risen?.['now_upper']));
    expect(Number(risen?.['now_lower'])).toBeLessThan(Number(risen?.['now']));
  });

  it('with the target met it is another list, and without targets the own baseline is enough', async () => {
    const met = await groundOf(together({ ...base, targets: [target('risen', 1000)] }, ...parts));
    expect((await ask(met, 'recognition')).rows[0]).toMatchObject({ list: 'met_target', rep: 'risen' });
    const none = await groundOf(together({ ...base, recognitions: [] }, ...parts));
    const { coverage } = (await ask(none, 'recognition')).answer.extra ?? {};
    expect(coverage).toMatchObject({ people: 6, recognised: 0, share: null, longest_wait: null });
    expect((await ask(none, 'recognition')).rows[0]).toMatchObject({
      list: 'improved',
      rep: 'risen',
      attainment: null,
    });
  });
});

it('mentors: the strong one with a place and twelve months, never the manager; else the programmes', async () => {
  const names = ['ann', 'bea', 'cho', 'dan', 'star', 'low'];
  const rows = (more: Row) =>
    together(
      {
        reps: names.map((name) => seller(name, name === 'star' ? more : {})),
        programmes: [{ programme: 'Closing', skills: 'close' }],
      },
      ...['ann', 'bea', 'cho', 'dan'].map((name, i) => proposals(name, 80, 27 + i)),
      proposals('star', 80, 56),
      proposals('low', 80, 8),
    );
  const pair = async (more: Row) => {
    const ground = await groundOf(rows(more));
    return (await ask(ground, 'mentors')).rows.find((row) => row['rep'] === 'low' && row['skill'] === 'close');
  };
  const found = await pair({});
  expect(found).toMatchObject({ mentor: 'star', overlap: 1, mentor_mentees: 0 });
  // Difference of the two, times all the work in common, times the money in thousands.
  const [own, other, money] = ['mentee_value', 'mentor_value', 'alone_money'].map((name) => Number(found?.[name]));
  expect(found?.['value']).toBeCloseTo(((other! - own!) * money!) / 1000, 9);
  expect(found?.['reason']).toBeNull();
  expect(await pair({ level: 'junior' })).toMatchObject({
    mentor: null,
    reason: 'no_candidate',
    programmes: 'Closing',
  });
});
