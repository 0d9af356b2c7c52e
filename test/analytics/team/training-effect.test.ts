import { afterAll, describe, expect, it } from 'vitest';
import type { Rows } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { proposals, seller, together } from '../sellers';

afterAll(closeGrounds);

/** Proposals that are closed on a day of their own. */
const closing = (on: string, { opportunities, stage_events }: Rows): Rows => ({
  opportunities: opportunities?.map((one) => ({ ...one, closed_at: on })) ?? [],
  stage_events: stage_events?.map((one) => (one['to_stage'] === 'Proposal' ? one : { ...one, entered_at: on })) ?? [],
});

/** Proposals of one rep: so many of n won in each half of a year around a day. */
const around = (rep: string, before: readonly [number, number], after: readonly [number, number]) => [
  proposals(rep, before[0], before[1], {}, '2025-05-10'),
  proposals(rep, after[0], after[1], {}, '2025-08-10'),
];

describe('training effect', () => {
  const programmes = [{ programme: 'Closing', skills: 'close' }];
  const treated = ['a', 'b', 'c'];
  const control = ['x', 'y', 'z'];
  const completed = treated.map((rep_id) => ({
    training_id: rep_id,
    rep_id,
    programme: 'Closing',
    completed_at: '2025-07-01',
  }));
  const reps = [...treated, ...control].map((name) => seller(name));

  it('is the change of the trained less that of the others in the same windows, with a placebo beside', async () => {
    // Trained 5/20, 6/20, 7/20 to 11/20, 12/20, 13/20: +0.30 each. Others 6/20 to 8/20, twice, and to 7/20: +0.10, +0.10, +0.05.
    const ground = await groundOf(
      together(
        { reps, programmes, trainings: completed },
        ...treated.flatMap((name, i) => around(name, [20, 5 + i], [20, 11 + i])),
        ...control.flatMap((name, i) => around(name, [20, 6], [20, i < 2 ? 8 : 7])),
      ),
    );
    const [row] = (await ask(ground, 'training-effect')).rows;
    expect(row).toMatchObject({
      programme: 'Closing',
      skill: 'close',
      treated: 3,
      control: 3,
      state: 'thin',
      note: null,
    });
    expect(row?.['value']).toBeCloseTo(0.3 - 0.25 / 3, 12);
    expect(Number(row?.['lower'])).toBeGreaterThan(0);
    expect(row?.['placebo']).toBeNull();
    expect(row?.['treated_before']).toBeCloseTo(0.3, 12);
  });

  it('the four means beside it are those of the people compared: who started far above the trained is in none of them', async () => {
    const trainedLow = treated.flatMap((name) => around(name, [20, 5], [20, 10]));
    const [near, far] = [control.flatMap((name) => around(name, [20, 8], [20, 9])), around('far', [20, 18], [20, 2])];
    const people = { reps: [...reps, seller('far')], programmes, trainings: completed };
    const ground = await groundOf(together(people, ...trainedLow, ...near, ...far));
    const [row] = (await ask(ground, 'training-effect')).rows;
    expect(row).toMatchObject({ matched: true, control: 3, treated_before: 0.25, treated_after: 0.5 });
    expect([row?.['control_before'], row?.['control_after']].map(Number)).toEqual([
      expect.closeTo(0.4, 12),
      expect.closeTo(0.45, 12),
    ]);
    expect(row?.['value']).toBeCloseTo(0.2, 12);
    // The people it is made of number what it says.
    const { answer } = await ask(ground, 'training-effect');
    const made = answer.extra?.['people'] as readonly { rep: string; trained: boolean; before: number }[];
    expect(made.filter(({ trained }) => trained)).toHaveLength(3);
    expect(made.flatMap(({ rep, trained }) => (trained ? [] : [rep])).sort()).toEqual(['x', 'y', 'z']);
    expect(made.every(({ trained, before }) => before === (trained ? 0.25 : 0.4))).toBe(true);
  });

  it('fewer than three trained have no effect; without anybody untrained only before and after is told', async () => {
    const rows = together(
      { reps, programmes, trainings: completed },
      ...treated.flatMap((name) => around(name, [20, 5], [20, 11])),
    );
    const alone = await groundOf(rows);
    expect((await ask(alone, 'training-effect')).rows[0]).toMatchObject({
      method: 'before-after',
      note: 'no_control',
      control: 0,
    });
    const few = await groundOf(
      together(
        { reps, programmes, trainings: completed.slice(0, 2) },
        ...[...treated.slice(0, 2), ...control].flatMap((name) => around(name, [20, 5], [20, 6])),
      ),
    );
    expect((await ask(few, 'training-effect')).rows[0]).toMatchObject({ value: null, reason: 'too_few_treated' });
  });

  it('takes the 90 days before, and the 90 days after a fortnight, to the day', async () => {
    // One success more on the first and last day of each window, and on the days beside them that belong to none.
    const one = (name: string, on: string) => proposals(name, 1, 1, {}, on);
    const days = {
      earlier: ['2025-01-02', '2025-04-01'],
      before: ['2025-04-02', '2025-06-30'],
      none: ['2025-01-01', '2025-07-01', '2025-07-14', '2025-10-13'],
      after: ['2025-07-15', '2025-10-12'],
    };
    const ground = await groundOf(
      together(
        { reps, programmes, trainings: completed },
        ...[...treated, ...control].flatMap((name) => around(name, [20, 5], [20, 5])),
        ...[...treated, ...control].map((name) => proposals(name, 20, 5, {}, '2025-02-10')),
        ...treated.flatMap((name) =>
          Object.values(days)
            .flat()
            .map((on) => one(name, on)),
        ),
      ),
    );
    const [row] = (await ask(ground, 'training-effect')).rows;
    expect(row).toMatchObject({ treated_before: 7 / 22, treated_after: 7 / 22, control_before: 0.25, control: 3 });
    expect(row?.['value']).toBeCloseTo(0, 12);
    expect(row?.['placebo']).toBeCloseTo(0, 12);
  });

  it('says of whom among the trained nothing can be said: too young, or with too few trials', async () => {
    const more = ['few', 'none', 'young', 'early', 'later'];
    const trainings = [
      ...completed,
      ...more.map((rep_id) => ({ ...completed[0], training_id: rep_id, rep_id, programme: 'Closing' })),
    ].map((one) =>
      one.rep_id === 'young'
        ? { ...one, completed_at: '2025-09-20' }
        : one.rep_id === 'early'
          ? { ...one, completed_at: '2025-09-19' }
          : one,
    );
    const ground = await groundOf(
      together(
        { reps: [...reps, ...more.map((name) => seller(name))], programmes, trainings },
        ...[...treated, ...control].flatMap((name) => around(name, [20, 5], [20, 6])),
        ...around('few', [20, 5], [9, 3]),
        // Of 20 September the last trials are ripe on 1 April 2026, of the day before on 31 March.
        ...['young', 'early'].map((name) => proposals(name, 20, 5, {}, '2025-08-10')),
        ...['later'].flatMap((name) => around(name, [20, 5], [10, 3])),
      ),
    );
    const [row] = (await ask(ground, 'training-effect')).rows;
    expect(row).toMatchObject({ treated: 4, n: 4, excluded: '{"not_mature":1,"too_few_trials":3}' });
  });

  it('judges trials from the day they are ripe', async () => {
    const rows = together(
      { reps, programmes, trainings: completed },
      ...[...treated, ...control].flatMap((name) => around(name, [20, 5], [20, 6])),
    );
    // 10 August and 90 days are 8 November.
    const asked = async (asOf: string) => (await ask(await groundOf(rows, {}, asOf), 'training-effect')).rows[0];
    expect(await asked('2025-11-08')).toMatchObject({ treated: 3, control: 3, treated_after: 0.3 });
    expect(await asked('2025-11-07')).toMatchObject({ treated: 0, value: null });
  });

  it('without a window takes what ended, whenever it did', async () => {
    const late = (name: string, won: number) => [
      proposals(name, 20, 5, {}, '2025-05-10'),
      closing('2026-01-10', proposals(name, 20, won, {}, '2025-08-10')),
    ];
    const people = [...treated, ...control];
    const open = people.map((name) => {
      const { opportunities, stage_events } = proposals(name, 5, 0, {}, '2025-08-11');
      return {
        opportunities: opportunities?.map((one) => ({ ...one, stage: 'Proposal', closed_at: null })) ?? [],
        stage_events: stage_events?.filter((one) => one['to_stage'] === 'Proposal') ?? [],
      };
    });
    const ground = await groundOf(
      together(
        { reps, programmes, trainings: completed },
        ...people.flatMap((name) => late(name, treated.includes(name) ? 10 : 6)),
        ...open,
      ),
    );
    const [within] = (await ask(ground, 'training-effect')).rows;
    expect(within).toMatchObject({ treated_after: 0, control_after: 0 });
    const [ever] = (await ask(ground, 'training-effect', { options: { window: 'inf' } })).rows;
    expect(ever).toMatchObject({ treated_before: 0.25, treated_after: 0.5, control_after: 0.3 });
    expect(ever?.['value']).toBeCloseTo(0.2, 12);
  });
});
