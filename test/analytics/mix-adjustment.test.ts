import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Part } from '../../electron/model/question';
import { everything } from '../../electron/model/question';
import { rowsOf } from '../../electron/model/table';
import { numberColumn, textColumn } from '../../electron/model/table';
import { adjustedForMix } from '../../electron/analytics/mix-adjustment';
import { defaultSettings } from '../../electron/model/settings';
import { answerMetric, answerRows } from '../../electron/session/answer';
import type { Row } from './ground';
import { ask, closeGrounds, groundOf } from './ground';
import { closed, lastly, stage_map } from './sales';
import { seller } from './sellers';

afterAll(closeGrounds);

/** Won and all deals of a person with one kind of deal. */
interface Pile {
  readonly rep: string;
  readonly source: string;
  readonly size: string;
  readonly won: number;
  readonly all: number;
}

const pile = (rep: string, source: string, won: number, all: number, size = 'small'): Pile => ({
  ...{ rep, source, size, won, all },
});

const sum = (piles: readonly Pile[], of: 'won' | 'all') => piles.reduce((total, each) => total + each[of], 0);

async function adjusted(piles: readonly Pile[]) {
  const reps = [...new Set(piles.map(({ rep }) => rep))];
  const own = reps.map((rep) => piles.filter((each) => each.rep === rep));
  const counts = { won: own.map((each) => sum(each, 'won')), all: own.map((each) => sum(each, 'all')) };
  const crude = {
    length: reps.length,
    columns: [
      textColumn('rep', 'label', reps),
      numberColumn('numerator', 'count', counts.won),
      numberColumn('denominator', 'count', counts.all),
      textColumn(
        'state',
        'label',
        reps.map(() => 'ok'),
      ),
    ],
  };
  const gathered = {
    length: piles.length,
    columns: [
      textColumn(
        'by_1',
        'label',
        piles.map(({ rep }) => rep),
      ),
      textColumn(
        'by_2',
        'label',
        piles.map(({ source, size }) => ['all', source, size].join('\u001f')),
      ),
      numberColumn(
        'numerator',
        'count',
        piles.map(({ won }) => won),
      ),
      numberColumn(
        'denominator',
        'count',
        piles.map(({ all }) => all),
      ),
    ],
  };
  const found = await adjustedForMix(crude, ['rep'], gathered, defaultSettings, () => Promise.resolve());
  return { ...found, of: new Map(rowsOf(found.table).map((row) => [String(row['rep']), row])) };
}

const figures = [
  'adjusted',
  'posterior',
  'posterior_lower',
  'posterior_upper',
  'expected',
  'index',
  'effective_trials',
];

// The prior is found by steps, which end within a hair of each other.
const close = (a: unknown, b: unknown) => Math.abs(Number(a) - Number(b)) <= 1e-5 * Math.max(1, Math.abs(Number(b)));

describe('two people with the same rates and opposite mixes', () => {
  // Of easy deals everybody wins half, of hard ones a tenth.
  const opposite = [
    pile('Ann', 'easy', 80, 160),
    pile('Ann', 'hard', 4, 40),
    pile('Ben', 'easy', 20, 40),
    pile('Ben', 'hard', 16, 160),
    ...['Cat', 'Dan', 'Eve'].flatMap((rep) => [pile(rep, 'easy', 50, 100), pile(rep, 'hard', 10, 100)]),
  ];

  it('differ as counted, and are equal as adjusted: each at what the others would win of their own mix', async () => {
    const { of, strata, homogeneity } = await adjusted(opposite);
    expect(strata).toBe(2);
    const [ann, ben] = [of.get('Ann'), of.get('Ben')];
    // Expected of Ann: 160 × 0.5 + 40 × 0.1 = 84, exactly what she won; the others' rate is 216 of 800.
    expect(ann).toMatchObject({ expected: 84, index: 1, mix: true, flag: null });
    expect(ann?.['adjusted']).toBeCloseTo(216 / 800, 12);
    expect(ben).toMatchObject({ expected: 36, index: 1, mix: true, flag: null });
    expect(ben?.['adjusted']).toBeCloseTo(264 / 800, 12);
    expect(of.get('Cat')).toMatchObject({ mix: false, index: 1 });
    expect(homogeneity.verdict, 'adjusted they are alike').toBe('no_difference');
    expect(84 / 200 - 36 / 200, 'counted they are not').toBeCloseTo(0.24, 12);
  });

  it('in a workspace: by segment, source and size, the rows behind it those that were counted', async () => {
    const deals = opposite.flatMap(({ rep, source, won, all }) =>
      Array.from({ length: all }, (_, i): Row => ({
        ...closed(`${rep}${source}${i}`, i < won ? 'Won' : 'Lost', '2026-02-10', { owner_id: rep }),
        ...{ created_at: '2025-12-01', source },
      })),
    );
    const reps = ['Ann', 'Ben', 'Cat', 'Dan', 'Eve'].map((name) => seller(name));
    const ground = await groundOf({ reps, opportunities: deals, activities: [lastly('2026-08-01')], stage_map });
    const { rows, answer } = await ask(ground, 'mix-adjustment', { by: ['rep'] });
    const ann = rows.find((row) => row['rep'] === 'Ann');
    expect(ann).toMatchObject({ numerator: 84, denominator: 200, value: 0.42, expected: 84, mix: true, state: 'ok' });
    expect(answer).toMatchObject({ by: ['rep'], extra: { strata: 2 }, homogeneity: { verdict: 'no_difference' } });
    expect(answer.sql, 'the rate, and its counts by stratum').toHaveLength(2);
    const crude = (await ask(ground, 'win-rate', { by: ['rep'] })).rows;
    expect(rows.map((row) => row['value'])).toEqual(crude.map((row) => row['value']));
    const behind = async (part: Part) =>
      (
        await answerRows(ground, {
          ...{ metric: 'mix-adjustment', question: { ...everything, by: ['rep'] }, where: { rep: 'Ann' } },
          ...{ part, offset: 0, limit: 10 },
        })
      ).count;
    expect([await behind('numerator'), await behind('denominator')]).toEqual([84, 200]);
    const chosen = await ask(ground, 'mix-adjustment', { by: ['rep'], filters: { rep: ['Ann'] } });
    expect(chosen.rows, 'who is chosen is still set against everybody').toEqual([ann]);
    expect(chosen.answer.filters).toEqual({ rep: ['Ann'] });
    const whole = await ask(ground, 'mix-adjustment');
    expect(whole.rows).toMatchObject([{ numerator: 300, denominator: 1000, adjusted: null, posterior: null }]);
    expect(whole.answer.homogeneity).toBeUndefined();
  });

  it('is asked of a conversion with its own options, and refuses what the rate does not know', async () => {
    const ground = await groundOf({ opportunities: [closed('o', 'Won', '2026-02-10', {})], stage_map });
    const asked = { ...everything, by: ['rep'], options: { of: 'cohort-conversion', from: 'proposal', to: 'won' } };
    expect(await answerMetric(ground, 'mix-adjustment', asked)).toMatchObject({
      settings: { of: 'cohort-conversion', from: 'proposal', to: 'won', window: '90d' },
    });
    const wrong = { ...asked, options: { of: 'win-rate', from: 'proposal' } };
    await expect(answerMetric(ground, 'mix-adjustment', wrong)).rejects.toMatchObject({ code: 'unknown_option' });
  });
});

describe('of any counts', () => {
  const counts = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
    .map(([a, b]) => ({ won: Math.min(a, b), all: Math.max(a, b, 1) }));
  const person = fc.array(counts, { minLength: 4, maxLength: 4 });
  const team = fc.array(person, { minLength: 5, maxLength: 8 });
  const kinds = [
    ['web', 'small'],
    ['web', 'large'],
    ['fair', 'small'],
    ['fair', 'large'],
  ] as const;
  const pilesOf = (people: readonly (readonly { won: number; all: number }[])[]) =>
    people.flatMap((own, i) =>
      own.map(({ won, all }, k) => pile(`rep ${i}`, kinds[k]?.[0] ?? '', won, all, kinds[k]?.[1])),
    );

  it('new names and another order of rows change no figure', async () => {
    await fc.assert(
      fc.asyncProperty(team, async (people) => {
        const piles = pilesOf(people);
        const renamed = [...piles].reverse().map((each) => ({ ...each, rep: `x ${10 - Number(each.rep.slice(4))}` }));
        const [one, other] = [await adjusted(piles), await adjusted(renamed)];
        for (const [rep, row] of one.of) {
          const same = other.of.get(`x ${10 - Number(rep.slice(4))}`);
          expect(figures.filter((name) => !close(row[name], same?.[name]))).toEqual([]);
          expect([same?.['flag'], same?.['mix']]).toEqual([row['flag'], row['mix']]);
        }
        expect(other.homogeneity.verdict).toBe(one.homogeneity.verdict);
      }),
      { numRuns: 25 },
    );
  });

  it('where all have the same mix, whatever it is, adjusting says what counting said', async () => {
    const mixes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 });
    const hits = fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 4, maxLength: 4 }), {
      ...{ minLength: 5, maxLength: 8 },
    });
    await fc.assert(
      fc.asyncProperty(mixes, hits, async (mix, people) => {
        const sized = people.map((own) => own.map((won, k) => ({ won, all: 20 * (mix[k] ?? 1) })));
        for (const row of (await adjusted(pilesOf(sized))).of.values())
          expect(close(row['adjusted'], Number(row['numerator'] ?? NaN) / Number(row['denominator'] ?? NaN))).toBe(
            true,
          );
      }),
      { numRuns: 25 },
    );
  });

  it('the shrunken rate lies between the adjusted ones of all, within its limits, on no more trials than there were', async () => {
    await fc.assert(
      fc.asyncProperty(team, async (people) => {
        const rows = [...(await adjusted(pilesOf(people))).of.values()];
        const all = rows.map((row) => Number(row['adjusted']));
        for (const row of rows) {
          const mean = Number(row['posterior']);
          expect(mean).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
          expect(mean).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
          expect(Number(row['posterior_lower'])).toBeLessThanOrEqual(mean);
          expect(Number(row['posterior_upper'])).toBeGreaterThanOrEqual(mean);
          expect(Number(row['effective_trials'])).toBeLessThanOrEqual(Number(row['denominator'] ?? Infinity) + 1e-9);
        }
      }),
      { numRuns: 25 },
    );
  });
});

it('with one kind of deal nothing is adjusted, and whom nobody can be set against is not ranked', async () => {
  const same = await adjusted(['A', 'B', 'C', 'D', 'E'].map((rep, i) => pile(rep, 'web', 10 + i, 40)));
  expect(same.strata).toBe(1);
  expect(same.of.get('A')?.['adjusted']).toBeCloseTo(0.25, 12);
  const lone = await adjusted([
    ...['A', 'B', 'C', 'D', 'E'].flatMap((rep) => [pile(rep, 'web', 20, 40), pile(rep, 'list', 0, 10)]),
    pile('F', 'list', 0, 60),
  ]);
  expect(lone.of.get('F')).toMatchObject({ expected: 0, index: null, flag: null, state: 'thin' });
  const few = await adjusted([pile('A', 'web', 1, 40), pile('B', 'web', 30, 40)]);
  expect(few.homogeneity.verdict).toBe('too_few');
});
