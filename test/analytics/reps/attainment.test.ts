import { afterAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import { answerRows } from '../../../electron/session/answer';
import type { Row } from '../ground';
import { ask, behind, closeGrounds, groundOf } from '../ground';
import { closed, lastly, stage_map } from '../sales';
import { proposals, seller, together } from '../sellers';

afterAll(closeGrounds);

describe('attainment', () => {
  const target = (holder: string, value: number, more: Row = {}): Row => ({
    rep_id: holder,
    metric: 'bookings',
    period_start: '2026-01-01',
    period_end: '2026-04-01',
    value,
    ...more,
  });
  const won = (id: string, owner_id: string, amount: number, on = '2026-02-10'): Row =>
    closed(id, 'Won', on, { owner_id, amount });
  const reps = [
    seller('full'),
    seller('away'),
    seller('gone', { ended_on: '2026-02-14' }),
    seller('south', { team_id: 'South' }),
    seller('none'),
  ];
  const rows = {
    reps,
    rep_periods: [
      { rep_id: 'away', from_on: '2026-03-02', to_on: '2026-04-01', leave: true, role: 'ae', team_id: 'North' },
    ],
    targets: [
      target('full', 900),
      target('away', 900),
      target('gone', 900),
      target('south', 0),
      { team_id: 'North', metric: 'bookings', period_start: '2026-01-01', period_end: '2026-04-01', value: 5000 },
    ],
    opportunities: [
      won('a', 'full', 600),
      won('b', 'full', 600),
      won('c', 'away', 300),
      won('d', 'gone', 90),
      won('e', 'south', 50),
    ],
    stage_map,
    activities: [lastly('2026-03-31')],
  };

  it('is what was credited over the target, for the days somebody was there', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'attainment', { by: ['rep'] });
    const of = (rep: string) => found.find((row) => row['rep'] === rep);
    expect(of('full')).toMatchObject({ value: 1200 / 900, actual_money: 1200, target_money: 900, n: 1, state: 'ok' });
    // On leave from 2 March: 60 of 90 days. Left after 14 February: 45 of 90 days.
    expect(of('away')?.['target_money']).toBeCloseTo(600, 9);
    expect(of('away')?.['value']).toBeCloseTo(0.5, 9);
    expect(of('gone')?.['target_money']).toBeCloseTo(450, 9);
    expect(of('gone')?.['value']).toBeCloseTo(0.2, 9);
  });

  it('without dates is that of all history', async () => {
    const before = target('full', 300, { period_start: '2025-10-01', period_end: '2026-01-01' });
    const ground = await groundOf({
      ...rows,
      targets: [...rows.targets, before],
      opportunities: [...rows.opportunities, won('f', 'full', 30, '2025-12-31')],
    });
    const { rows: found, answer } = await ask(ground, 'attainment', { filters: { rep: ['full'] } });
    expect(found[0]).toMatchObject({ value: 1230 / 1200, actual_money: 1230, target_money: 1200, n: 2 });
    expect(answer.period).toEqual({ start: null, end: null });
  });

  it('a target of zero, or none, has no attainment', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'attainment', { by: ['rep'] });
    expect(found.find((row) => row['rep'] === 'south')).toMatchObject({ value: null, reason: 'target_zero' });
    expect(found.find((row) => row['rep'] === 'none')).toMatchObject({ value: null, reason: 'no_target' });
  });

  it('of a team is the sum over the sum, not the mean, and the team’s own target stands aside', async () => {
    const ground = await groundOf(rows);
    const north = (await ask(ground, 'attainment', { by: ['team'] })).rows.find((row) => row['team'] === 'North');
    // (1200 + 300 + 90) over (900 + 600 + 450).
    expect(north?.['value']).toBeCloseTo(1590 / 1950, 9);
    expect(north).toMatchObject({ holders: 3, met: 1, met_share: 1 / 3 });
    const own = (await ask(ground, 'attainment', { by: ['team'], options: { targets: 'teams' } })).rows;
    expect(own.find((row) => row['team'] === 'North')).toMatchObject({ target_money: 5000, actual_money: 1590 });
  });

  it('period not complete: said to be so, against the whole target', async () => {
    const ground = await groundOf({ ...rows, activities: [lastly('2026-02-28')] });
    const [row] = (await ask(ground, 'attainment', { filters: { rep: ['full'] } })).rows;
    expect(row).toMatchObject({ state: 'immature', target_money: 900, actual_money: 1200 });
  });

  it('a target that begins after the as-of asks nothing yet', async () => {
    const later = target('full', 5000, { period_start: '2026-04-01', period_end: '2026-07-01' });
    const ground = await groundOf({ ...rows, targets: [...rows.targets, later] });
    const [row] = (await ask(ground, 'attainment', { filters: { rep: ['full'] } })).rows;
    expect(row).toMatchObject({ target_money: 900, n: 1, state: 'ok', excluded: '{"future":1}' });
  });

  it('a target that begins, a renewal decided and a person’s last day on the day of the as-of count', async () => {
    const today = target('full', 90, { period_start: '2026-03-31', period_end: '2026-04-30' });
    const renewed = { subscription_id: 's', due_on: '2026-03-31', outcome: 'renewed', rep_id: 'full' };
    const ground = await groundOf({
      ...rows,
      reps: [...rows.reps, seller('last', { ended_on: '2026-03-31' }), seller('left', { ended_on: '2026-03-30' })],
      targets: [...rows.targets, today, { ...target('full', 2), metric: 'renewals' }],
      renewals: [
        { ...renewed, renewal_id: '1', decided_on: '2026-03-31' },
        { ...renewed, renewal_id: '2', decided_on: '2026-04-01' },
      ],
    });
    const { rows: found } = await ask(ground, 'attainment', { by: ['rep'] });
    const of = (rep: string, measure: string) => found.find((row) => row['rep'] === rep && row['measure'] === measure);
    expect(of('full', 'bookings')).toMatchObject({ target_money: 990, n: 2, excluded: '{}' });
    expect(of('full', 'renewals')).toMatchObject({ numerator: 1, denominator: 2 });
    expect(of('last', 'bookings')).toMatchObject({ excluded: '{"no_target":1}' });
    expect(of('left', 'bookings')).toBeUndefined();
  });

  it('the team’s own target counts in the time when its people have none', async () => {
    const before = { ...target('', 800, { period_start: '2025-10-01', period_end: '2026-01-01' }), rep_id: null };
    const targets = [...rows.targets, { ...before, team_id: 'North' }];
    const opportunities = [...rows.opportunities, won('f', 'full', 200, '2025-11-10')];
    const found = (await ask(await groundOf({ ...rows, targets, opportunities }), 'attainment', { by: ['team'] })).rows;
    // 1,950 of its people and 800 of its own before; the 5,000 beside its people's stand aside.
    const north = found.find((row) => row['team'] === 'North');
    expect(north?.['target_money']).toBeCloseTo(2750, 9);
    expect(north).toMatchObject({ actual_money: 1790, n: 4 });
    expect(JSON.parse(String(north?.['excluded']))).toEqual({ counted_by_people: 1, no_target: 1 });
  });

  it('what is won on the day somebody changes teams is the new team’s', async () => {
    const moves = (to: string, from_on: string, to_on: string | null = null): Row => ({
      rep_id: 'full',
      from_on,
      to_on,
      team_id: to,
      role: 'ae',
    });
    const ground = await groundOf({
      ...rows,
      rep_periods: [moves('North', '2020-01-01', '2026-02-10'), moves('South', '2026-02-10')],
      targets: ['North', 'South'].map((team_id) => ({ ...target('', 1000), rep_id: null, team_id })),
      opportunities: [won('a', 'full', 600, '2026-02-09'), won('b', 'full', 70, '2026-02-10')],
    });
    const { rows: found } = await ask(ground, 'attainment', { by: ['team'] });
    expect(found.map((row) => [row['team'], row['actual_money']])).toEqual([
      ['North', 600],
      ['South', 70],
    ]);
  });

  it('who started after the period is not missed in it', async () => {
    const ground = await groundOf({ ...rows, reps: [...rows.reps, seller('new', { started_on: '2026-03-01' })] });
    const asked = async (to: string) =>
      (await ask(ground, 'attainment', { from: '2026-01-01', to, by: ['rep'] })).rows.map((row) => row['rep']);
    expect(await asked('2026-03-01')).not.toContain('new');
    expect(await asked('2026-03-02')).toContain('new');
  });

  it('half of the target’s time asks half of it', async () => {
    const [row] = (
      await ask(await groundOf(rows), 'attainment', {
        from: '2026-01-01',
        to: '2026-02-15',
        filters: { rep: ['full'] },
      })
    ).rows;
    expect(row?.['target_money']).toBeCloseTo(450, 9);
  });

  it('a target of a year asks each quarter and month for its own days', async () => {
    const targets = [target('full', 3650, { period_end: '2027-01-01' })];
    const opportunities = [won('a', 'full', 600), won('b', 'full', 90, '2026-05-04')];
    const activities = [lastly('2026-12-31')];
    const ground = await groundOf({ ...rows, targets, opportunities, activities });
    const full = { rep: ['full'] };
    const quarters = (await ask(ground, 'attainment', { by: ['quarter'], filters: full })).rows;
    expect(quarters.map((row) => [row['target_money'], row['actual_money'], row['n']])).toEqual([
      [900, 600, 1],
      [910, 90, 1],
      [920, 0, 1],
      [920, 0, 1],
    ]);
    const months = (await ask(ground, 'attainment', { by: ['month'], filters: full })).rows;
    expect(months.map((row) => row['target_money']).slice(0, 3)).toEqual([310, 280, 310]);
    expect((await ask(ground, 'attainment', { filters: full })).rows).toMatchObject([{ target_money: 3650, n: 1 }]);
    const [second] = (await ask(ground, 'attainment', { filters: { ...full, quarter: ['2026Q2'] } })).rows;
    expect(second).toMatchObject({ target_money: 910, actual_money: 90 });
  });

  it('shared credit counts for each by their share', async () => {
    const opportunity_roles = [
      { opportunity_id: 'a', rep_id: 'full', role: 'owner', credit_share: 0.5 },
      { opportunity_id: 'a', rep_id: 'away', role: 'support', credit_share: 0.5 },
    ];
    const { rows: found } = await ask(await groundOf({ ...rows, opportunity_roles }), 'attainment', { by: ['rep'] });
    expect(found.find((row) => row['rep'] === 'full')?.['actual_money']).toBeCloseTo(900, 9);
    expect(found.find((row) => row['rep'] === 'away')?.['actual_money']).toBeCloseTo(600, 9);
  });

  it('the rows behind it are the targets', async () => {
    const request = { metric: 'attainment', question: everything, where: { team: 'North' }, offset: 0, limit: 9 };
    expect((await answerRows(await groundOf(rows), { ...request, part: 'denominator' })).count).toBe(3);
  });
});

describe('persistent difficulty', () => {
  // Four quarters of targets of 3,000; the peers win ten proposals of 20 a quarter, "low" two.
  const names = ['ann', 'bea', 'cho', 'dan', 'eve', 'low'];
  const starts = ['2025-04-05', '2025-07-05', '2025-10-05', '2026-01-05'];
  const targets = names.flatMap((rep_id) =>
    ['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01'].slice(0, 4).map((period_start, i, all) => ({
      rep_id,
      metric: 'bookings',
      period_start,
      period_end: all[i + 1] ?? '2026-04-01',
      value: 10_000,
    })),
  );
  const rows = together(
    {
      reps: names.map((name) => seller(name)),
      targets,
      programmes: [{ programme: 'Basics', required_roles: null }],
    },
    ...names.flatMap((name, who) =>
      starts.map((on) => proposals(name, 20, name === 'low' ? 2 : 9 + (who % 3), {}, on)),
    ),
  );

  it('is raised where three of four quarters lie under the peers’ lower quarter, with the part of the work that explains it', async () => {
    const young = proposals('low', 7, 0, {}, '2026-03-20');
    const ground = await groundOf({ ...rows, opportunities: [...(rows.opportunities ?? []), ...(young.opportunities ?? [])], stage_events: [...(rows.stage_events ?? []), ...(young.stage_events ?? []).filter((event) => event['to_stage'] === 'Proposal')] }); // prettier-ignore
    const { rows: found, answer } = await ask(ground, 'persistent-difficulty');
    expect(new Set(found.map((row) => row['rep']))).toEqual(new Set(['low']));
    const close = found.find((row) => row['cause'] === 'close');
    expect(close).toMatchObject({
      reading: 'skill',
      quarters_below: 4,
      quarters: 4,
      basis: 'attainment',
      method: 'shapley',
    });
    expect(Number(close?.['value'])).toBeLessThan(0);
    expect(Number(close?.['upper'])).toBeLessThan(0);
    // Eighty entries as everybody, and seven more.
    expect(found.find((row) => row['cause'] === 'entries')).toMatchObject({ n: 87, reading: 'not_below' });
    expect(answer.extra?.['quarters']).toHaveLength(6);
    expect(found.map((row) => row['cause'])).toEqual(['entries', 'close', 'value', 'mix']);
    for (const { cause, n } of found)
      expect([cause, await behind(ground, 'persistent-difficulty', { rep: 'low', cause: String(cause) })]).toEqual([
        cause,
        n,
      ]);
  });

  it('a quarter’s attainment is that of the quarter: what was booked in a month on leave counts', async () => {
    // On leave in January and February, with March's third of the target: 2 wins in January are 2,000 of 3,444.
    const rep_periods = [{ rep_id: 'low', from_on: '2026-01-01', to_on: '2026-03-01', leave: true }];
    const { answer } = await ask(await groundOf({ ...rows, rep_periods }), 'persistent-difficulty');
    const people = answer.extra?.['quarters'] as { rep: string; quarters: { from: string; figure: number }[] }[];
    const last = people.find(({ rep }) => rep === 'low')?.quarters.find(({ from }) => from === '2026-01-01');
    expect(last?.figure).toBeCloseTo(2000 / (10_000 * (31 / 90)), 9);
  });

  it('without targets goes by the bookings a working day, a quarter with nothing booked among them, against who was there then', async () => {
    const sold = together(
      { reps: [...names.map((name) => seller(name)), seller('gone', { ended_on: '2025-12-31' })] },
      ...names.flatMap((name, who) =>
        starts.slice(0, name === 'low' ? 1 : 4).map((on) => proposals(name, 20, name === 'low' ? 2 : 9 + who, {}, on)),
      ),
      ...starts.slice(0, 3).map((on) => proposals('gone', 20, 1, {}, on)),
    );
    const { rows: found, answer } = await ask(await groundOf(sold), 'persistent-difficulty');
    expect(new Set(found.map((row) => row['rep']))).toEqual(new Set(['low']));
    expect(found[0]).toMatchObject({ basis: 'bookings', quarters: 4, quarters_below: 4 });
    const people = answer.extra?.['quarters'] as { rep: string; quarters: { figure: number; p25: number }[] }[];
    // Working days of the four quarters of 2025 and 2026: 65, 66, 66, 64. "gone" books 1,000 a quarter in three of them.
    const low = people.find(({ rep }) => rep === 'low')?.quarters;
    expect(low?.map(({ figure }) => figure)).toEqual([2000 / 65, 0, 0, 0]);
    expect(low?.[1]?.p25).toBeCloseTo((9000 + 0.25 * 1000) / 66, 9);
    expect(people.map(({ rep }) => rep)).not.toContain('gone');
  });

  it('those still finding their feet are no measure for the others', async () => {
    const fresh = ['new1', 'new2'];
    const more = together(
      { reps: fresh.map((name) => seller(name, { started_on: '2025-06-15' })) },
      { targets: targets.slice(0, 8).map((one) => ({ ...one, rep_id: one.rep_id === 'ann' ? 'new1' : 'new2' })) },
      ...fresh.map((name) => proposals(name, 20, 1, {}, '2025-10-05')),
    );
    const all = Object.fromEntries(
      Object.entries(rows).map(([name, list]) => [
        name,
        [...list, ...(name === 'stage_map' ? [] : (more[name as 'reps'] ?? []))],
      ]),
    );
    const { answer } = await ask(await groundOf(all), 'persistent-difficulty');
    const people = answer.extra?.['quarters'] as { rep: string; quarters: { from: string; p25: number }[] }[];
    // The others reach 0.9, 1, 1.1, 0.9 and 1.
    expect(people.map(({ rep }) => rep)).toContain('new1');
    const third = people.find(({ rep }) => rep === 'low')?.quarters.find(({ from }) => from === '2025-10-01');
    expect(third?.p25).toBeCloseTo(0.9, 9);
  });

  it('names required training that no longer holds, from the day its months are over', async () => {
    const programmes = [{ programme: 'Basics', required_roles: 'ae', valid_months: 12 }];
    const missing = async (completed_at: string) => {
      const trainings = [{ training_id: '1', rep_id: 'low', programme: 'Basics', completed_at }];
      const ground = await groundOf({ ...rows, programmes, trainings });
      return (await ask(ground, 'persistent-difficulty')).rows.find((row) => row['cause'] === 'training');
    };
    expect(await missing('2025-03-31')).toMatchObject({ rep: 'low', programmes: 'Basics' });
    expect(await missing('2025-04-01')).toBeUndefined();
  });

  it('of somebody still finding their feet is not raised', async () => {
    const reps = names.map((name) => seller(name, name === 'low' ? { started_on: '2025-06-15' } : {}));
    const { rows: found } = await ask(await groundOf({ ...rows, reps }), 'persistent-difficulty');
    expect(found.map((row) => row['rep'])).not.toContain('low');
  });
});
