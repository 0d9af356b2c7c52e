import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import type { Ground } from '../../../electron/session/answer';
import { answerRows } from '../../../electron/session/answer';
import type { Row, Rows } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { fitBetaBinomial } from '../../../electron/stats/beta-binomial';
import { deal, history } from '../sales';
import { proposals, seller, sixSellers, together } from '../sellers';

afterAll(closeGrounds);

const closing = (rows: Record<string, unknown>[], rep: string) =>
  rows.find((row) => row['rep'] === rep && row['skill'] === 'close');
const num = (row: Record<string, unknown> | undefined, name: string) => Number(row?.[name]);

describe('six sellers, one far below', () => {
  let ground: Ground;
  let rows: Record<string, unknown>[];
  beforeAll(async () => {
    ground = await groundOf(sixSellers);
    rows = (await ask(ground, 'skill-gap')).rows;
  });

  it('is asked over the last four complete quarters', async () => {
    expect((await ask(ground, 'skill-gap')).answer.period).toEqual({ start: '2025-04-01', end: '2026-04-01' });
  });

  it('names the one far below, with crude and adjusted rate, the shrunken one between prior and own, and nobody else', () => {
    // The others won 110 of 300: expected 60 · 0.3667 = 22, index 6/22, adjusted 6/22 · 0.3667 = 0.1.
    const low = closing(rows, 'low');
    expect(low).toMatchObject({ successes: 6, trials: 60, crude: 0.1, verdict: 'gap', measure: 'ratio', state: 'ok' });
    expect(num(low, 'adjusted')).toBeCloseTo(0.1, 12);
    expect(num(low, 'posterior')).toBeGreaterThan(0.1);
    expect(num(low, 'posterior')).toBeLessThan(num(low, 'reference'));
    expect(num(low, 'p_below')).toBeGreaterThan(0.99);
    expect(rows.filter((row) => row['verdict'] === 'gap').map((row) => row['rep'])).toEqual(['low']);
  });

  it('everybody is shrunk by the one prior of all, far off or not, and the limits say of which level they are', () => {
    // One stratum and equal numbers: whoever won k of 60 has an index of k/60 over the others' rate, hence the adjusted rate k/60.
    const people = rows.filter((row) => row['skill'] === 'close');
    const fit = fitBetaBinomial(
      people.map((row) => num(row, 'successes')),
      people.map((row) => num(row, 'trials')),
    );
    for (const row of people) {
      expect(num(row, 'adjusted')).toBeCloseTo(num(row, 'successes') / 60, 12);
      const [a, b] = [(fit?.alpha ?? 0) + num(row, 'successes'), (fit?.beta ?? 0) + 60 - num(row, 'successes')];
      expect(num(row, 'posterior'), String(row['rep'])).toBeCloseTo(a / (a + b), 6);
      expect(row).toMatchObject({ level: 0.95, seniority: 'mid' });
    }
  });

  it('prices the gap: entries a year, times what a win is worth, times the distance to the peers', () => {
    const low = closing(rows, 'low');
    // The four quarters are a year: its 60 proposals are those of a year.
    expect(num(low, 'alone_money')).toBeCloseTo(60 * 1000 * (num(low, 'reference') - num(low, 'posterior')), 6);
    expect(num(low, 'together_money')).toBeCloseTo(num(low, 'alone_money'), 6);
    expect(num(low, 'person_money')).toBeCloseTo(num(low, 'alone_money'), 6);
    expect(num(low, 'person_lower_money')).toBeLessThan(num(low, 'alone_money'));
    expect(num(low, 'person_upper_money')).toBeGreaterThan(num(low, 'alone_money'));
    expect(closing(rows, 'ann')).toMatchObject({ alone_money: null, together_money: null });
  });

  it('a filter on a person chooses the row and leaves the peers', async () => {
    const { rows: chosen } = await ask(ground, 'skill-gap', { filters: { rep: ['low'] } });
    expect(new Set(chosen.map((row) => row['rep']))).toEqual(new Set(['low']));
    expect(closing(chosen, 'low')).toEqual(closing(rows, 'low'));
    expect((await ask(ground, 'skill-gap', { by: ['rep'] })).rows).toEqual(rows);
  });

  it('the rows behind a cell number what it says', async () => {
    const counted = async (part: 'numerator' | 'denominator') =>
      (
        await answerRows(ground, {
          metric: 'skill-gap',
          question: { ...everything },
          where: { rep: 'low', skill: 'close' },
          part,
          offset: 0,
          limit: 1,
        })
      ).count;
    expect([await counted('numerator'), await counted('denominator')]).toEqual([6, 60]);
  });

  it('against the upper quarter of the peers the gap is wider', async () => {
    const { rows: wider } = await ask(ground, 'skill-gap', { options: { reference: 'p75' } });
    expect(num(closing(wider, 'low'), 'reference')).toBeGreaterThan(num(closing(rows, 'low'), 'reference'));
  });

  it('is read further on: cover, mentors and the next goal', async () => {
    const cover = (await ask(ground, 'cross-cover')).rows.find((row) => row['skill'] === 'close');
    expect(cover).toMatchObject({ role: 'ae', evidenced: 6, cover: 'covered' });
    expect(String(cover?.['who'])).not.toContain('low');
    const [goal] = (await ask(ground, 'next-goal')).rows;
    // Half of the way, in whole points, and the wins that takes beyond the six.
    const low = closing(rows, 'low');
    const half = Math.floor(((num(low, 'posterior') + num(low, 'reference')) / 2) * 100) / 100;
    expect(goal).toMatchObject({ rep: 'low', skill: 'close', goal: half, more_successes: Math.ceil(half * 60) - 6 });
    const fits = (await ask(ground, 'right-seat')).rows;
    expect(
      num(
        fits.find((row) => row['rep'] === 'low'),
        'value',
      ),
    ).toBe(-2);
    expect(fits.every((row) => row['question'] === false)).toBe(true);
  });
});

it('the next goal in pace lies above the present pace, rounded down to the coarsest step that still does', async () => {
  // Conversations a working day over the year: five around 0.36, one at 0.21, where tenths would send the goal below the present pace.
  const days = Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(2025, 3, 1 + i)))
    .filter((day) => day.getUTCDay() % 6 !== 0)
    .map((day) => day.toISOString().slice(0, 10));
  const shares = { ann: 0.345, bea: 0.35, cho: 0.36, dan: 0.37, eve: 0.375, low: 0.205 };
  const calls = Object.entries(shares).flatMap(([rep_id, share]) =>
    days.flatMap((at, i) =>
      Array.from({ length: Math.floor((i + 1) * share) > Math.floor(i * share) ? 1 : 0 }, (_, k) => ({
        activity_id: `${rep_id}-${at}-${k}`,
        at,
        kind: 'call',
        is_conversation: true,
        rep_id,
      })),
    ),
  );
  const ground = await groundOf(together({ reps: Object.keys(shares).map((name) => seller(name)), activities: calls }));
  const [goal] = (await ask(ground, 'next-goal')).rows.filter((row) => row['skill'] === 'pace');
  expect(goal).toMatchObject({ rep: 'low', skill: 'pace' });
  const [now, reference, wanted] = ['now', 'reference', 'goal'].map((name) => Number(goal?.[name]));
  expect(wanted).toBeGreaterThan(now!);
  expect(wanted).toBeLessThanOrEqual((now! + reference!) / 2);
  expect(wanted).toBe(Math.floor(((now! + reference!) / 2) * 100) / 100);
});

it('one rep carries a stratum: it merges upward, and that rep is set against everybody', async () => {
  // Key deals are "solo"'s alone: of the others there are 20 of 50 each.
  const names = ['a', 'b', 'c', 'd', 'e'];
  const ground = await groundOf(
    together(
      { reps: [...names, 'solo'].map((name) => seller(name)) },
      ...names.map((name) => proposals(name, 50, 20, { segment: 'SMB' })),
      proposals('solo', 50, 30, { segment: 'Key' }),
    ),
  );
  const found = (await ask(ground, 'skill-gap')).rows.filter((row) => row['skill'] === 'close');
  const solo = closing(found, 'solo');
  expect(solo).toMatchObject({ crude: 0.6, trials: 50 });
  expect(num(solo, 'effective_trials')).toBeCloseTo(50, 9);
  expect(num(solo, 'adjusted')).toBeCloseTo(0.6, 12);
  // Ties: the others are the same in every figure, and stand in the order of their names.
  const figures = names
    .map((name) => closing(found, name))
    .map((row) => [num(row, 'posterior'), num(row, 'p_below'), row?.['verdict']]);
  expect(new Set(figures.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(found.map((row) => row['rep'])).toEqual([...names, 'solo']);
});

it('all reps alike: exactly the common rate for everybody flags nobody', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const ground = await groundOf(
    together({ reps: names.map((name) => seller(name)) }, ...names.map((name) => proposals(name, 50, 20))),
  );
  const { rows, answer } = await ask(ground, 'skill-gap');
  expect(new Set(rows.filter((row) => row['skill'] === 'close').map((row) => row['verdict']))).toEqual(
    new Set(['no_difference']),
  );
  expect(answer.extra?.['skills']).toContainEqual(
    expect.objectContaining({ skill: 'close', verdict: 'no_difference', peers: 6 }),
  );
});

it('fewer than 5 peers: a weak prior and no flags', async () => {
  const ground = await groundOf(
    together(
      { reps: ['a', 'b', 'low'].map((name) => seller(name)) },
      proposals('a', 60, 30),
      proposals('b', 60, 30),
      proposals('low', 60, 2),
    ),
  );
  expect(closing((await ask(ground, 'skill-gap')).rows, 'low')).toMatchObject({ verdict: 'too_little', successes: 2 });
});

describe('who is compared', () => {
  const others = ['ann', 'bea', 'cho', 'dan', 'eve'];
  const base = [...others.map((name, i) => proposals(name, 60, 20 + i))];
  const reps = others.map((name) => seller(name));
  let rows: Record<string, unknown>[];
  let ground: Ground;
  beforeAll(async () => {
    ground = await groundOf(
      together(
        {
          reps: [
            ...reps,
            seller('new', { started_on: '2025-09-01' }),
            seller('gone', { ended_on: '2026-01-31' }),
            seller('moved', { role: 'ae' }),
          ],
          rep_periods: [{ rep_id: 'moved', from_on: '2020-01-01', to_on: '2025-12-01', role: 'sdr' }],
        },
        ...base,
        proposals('new', 60, 4),
        proposals('gone', 60, 5),
        proposals('moved', 40, 20),
        proposals('moved', 30, 12, {}, '2025-12-10'),
        proposals(null, 30, 30),
        proposals('ann', 10, 10, {}, '2026-02-20'),
      ),
    );
    rows = (await ask(ground, 'skill-gap')).rows;
  });

  it('somebody still finding their feet is set against the peers, never flagged, and no peer', () => {
    expect(closing(rows, 'new')).toMatchObject({ in_ramp: true, successes: 4, trials: 60 });
    expect(['gap', 'strength']).not.toContain(closing(rows, 'new')?.['verdict']);
  });

  it('rep left: a peer still, but not in the list', async () => {
    expect(closing(rows, 'gone')).toBeUndefined();
    const { answer } = await ask(ground, 'skill-gap');
    // Ann to Eve, the one who left and the one who moved.
    expect(answer.extra?.['skills']).toContainEqual(expect.objectContaining({ skill: 'close', role: 'ae', peers: 7 }));
  });

  it('role change: skills by role at entry', () => {
    const moved = rows.filter((row) => row['rep'] === 'moved' && row['skill'] === 'close');
    expect(moved).toMatchObject([{ role: 'ae', trials: 30, successes: 12 }]);
  });

  it('no owner: in no row, and no reference for anybody, where roles are known and where everybody is alike', async () => {
    const nobodys = [proposals(null, 60, 60), proposals(null, 5, 0, {}, '2026-03-05')];
    for (const known of [{ reps }, {}]) {
      const without = await groundOf(together(known, ...base));
      const withThem = await groundOf(together(known, ...base, ...nobodys));
      const [owned, all] = [await ask(without, 'skill-gap'), await ask(withThem, 'skill-gap')];
      expect(num(closing(owned.rows, 'ann'), 'trials')).toBe(60);
      // Not one figure knows of them: no rate of a stratum, no prior, no entries a year, no price.
      expect(all.rows).toEqual(owned.rows);
      expect(all.answer.extra).toEqual(owned.answer.extra);
      expect((await ask(withThem, 'right-seat')).rows).toEqual((await ask(without, 'right-seat')).rows);
    }
    expect(rows.some((row) => row['rep'] === 'Unassigned')).toBe(false);
  });

  it('without a window: of those that ended, whenever they did', async () => {
    const { rows: ever } = await ask(ground, 'skill-gap', { options: { window: 'inf' } });
    expect(closing(ever, 'ann')).toMatchObject({ trials: 70, successes: 30, excluded: '{}' });
    const open = history('open', ['2025-11-10', 'Proposal', { rep_id: 'ann' }]);
    const opened = { opportunities: [deal('open', { owner_id: 'ann', stage: 'Proposal' })], stage_events: open };
    const still = await ask(await groundOf(together({ reps }, ...base, opened)), 'skill-gap', {
      options: { window: 'inf' },
    });
    expect(closing(still.rows, 'ann')).toMatchObject({ trials: 60, excluded: '{"not_mature":1}' });
  });

  it('right-censored journeys: counted apart, never as failures', () => {
    expect(closing(rows, 'ann')).toMatchObject({ trials: 60, entries: 70, excluded: '{"not_mature":10}' });
  });
});

it('a deal of which only flags are recorded feeds no skill', async () => {
  const parts = ['a', 'b', 'c', 'd', 'e', 'low'].map((name) => proposals(name, 30, name === 'low' ? 1 : 12));
  const { stage_events, ...rest } = together({ reps: [] }, ...parts);
  expect(stage_events).toHaveLength(360);
  const { rows } = await ask(await groundOf(rest), 'skill-gap');
  const closes = rows.filter((row) => row['skill'] === 'close');
  expect(new Set(closes.map((row) => row['trials']))).toEqual(new Set([0]));
  expect(new Set(closes.map((row) => row['reason']))).toEqual(new Set(['no_stage_events']));
  expect(rows.some((row) => row['verdict'] === 'gap')).toBe(false);
});

it('two mixes of the same rates are no difference once adjusted', async () => {
  // In easy business everybody wins half, in hard business a tenth; "hard" has mostly hard ones.
  const names = ['a', 'b', 'c', 'd', 'e'];
  const ground = await groundOf(
    together(
      { reps: [...names, 'hard'].map((name) => seller(name)) },
      ...names.flatMap((name) => [
        proposals(name, 40, 20, { segment: 'Easy' }),
        proposals(name, 20, 2, { segment: 'Hard' }, '2025-11-12'),
      ]),
      proposals('hard', 10, 5, { segment: 'Easy' }),
      proposals('hard', 50, 5, { segment: 'Hard' }, '2025-11-12'),
    ),
  );
  const row = closing((await ask(ground, 'skill-gap')).rows, 'hard');
  // Expected 10 · 0.5 + 50 · 0.1 = 10 of 60, as observed: index 1, adjusted to the peers' 110 of 300.
  expect(row).toMatchObject({ crude: 10 / 60, mix: true, verdict: 'no_difference' });
  expect(num(row, 'adjusted')).toBeCloseTo(110 / 300, 12);
});

it('renaming people and reordering rows changes no figure', { timeout: 60_000 }, async () => {
  const digits = (value: unknown) => (typeof value === 'number' ? value.toPrecision(9) : value);
  const figures = (rows: Record<string, unknown>[], nameOf: (name: string) => string) =>
    rows
      .map((row) =>
        [
          nameOf(String(row['rep'])),
          row['skill'],
          digits(row['posterior']),
          digits(row['alone_money']),
          row['verdict'],
        ].join(' '),
      )
      .sort();
  const renamed = (name: string) => `${name.length * 7}${[...name].reverse().join('')}`;
  const back = new Map(['ann', 'bea', 'cho', 'dan', 'eve', 'low'].map((name) => [renamed(name), name] as const));
  const swap = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        ['rep_id', 'owner_id', 'name'].includes(key) && typeof value === 'string' ? renamed(value) : value,
      ]),
    );
  const shuffled: Rows = Object.fromEntries(
    Object.entries(sixSellers).map(([name, rows]) => [
      name,
      name === 'stage_map' ? rows : [...rows].reverse().map(name === 'activities' ? (row: Row) => row : swap),
    ]),
  );
  const plain = (await ask(await groundOf(sixSellers), 'skill-gap')).rows;
  const other = (await ask(await groundOf(shuffled), 'skill-gap')).rows;
  expect(figures(other, (name) => back.get(name) ?? name)).toEqual(figures(plain, (name) => name));
});
