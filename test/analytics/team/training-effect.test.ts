import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { proposals, seller, together } from '../sellers';

afterAll(closeGrounds);

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
});
