import { afterAll, describe, expect, it } from 'vitest';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';

afterAll(closeGrounds);

let made = 0;

function survey(kind: string, score: number | null, more: Row = {}): Row {
  const answered_at = score === null ? null : '2026-03-05';
  return { survey_id: `s${++made}`, kind, asked_at: '2026-03-01', answered_at, score, account_id: `c${made}`, ...more };
}

const until = '2026-12-31T23:59:59.999999Z';

describe('reviews', () => {
  it('mean of five stars, share of four and better, other scales stretched to it', async () => {
    const surveys = [
      survey('review', 5),
      survey('review', 4),
      survey('review', 2),
      survey('review', 8, { scale_min: 0, scale_max: 10 }),
      survey('review', null),
      survey('nps', 10),
    ];
    const ground = await groundOf({ surveys }, {}, until);
    // 8 of 0..10 is 4.2 stars: (5 + 4 + 2 + 4.2) / 4; three of four have four or better.
    const { rows } = await ask(ground, 'reviews');
    expect(rows[0]).toMatchObject({
      n: 4,
      count: 4,
      good_share: 3 / 4,
      asked: 5,
      response_rate: 4 / 5,
      state: 'thin',
      excluded: '{"unanswered":1}',
    });
    expect(rows[0]?.['value']).toBeCloseTo(3.8, 12);
  });

  it('ranking draws few reviews to the mean of all: (10 m + sum) / (10 + n)', async () => {
    const surveys = [
      survey('review', 5, { rep_id: 'one' }),
      ...Array.from({ length: 9 }, () => survey('review', 4, { rep_id: 'many' })),
    ];
    const ground = await groundOf({ surveys }, {}, until);
    const { rows } = await ask(ground, 'reviews', { by: ['rep'] });
    const ranking = new Map(rows.map((row) => [row['rep'], row['ranking']]));
    expect(ranking.get('one')).toBeCloseTo((10 * 4.1 + 5) / 11, 12);
    expect(ranking.get('many')).toBeCloseTo((10 * 4.1 + 36) / 19, 12);
    const [one] = (await ask(ground, 'reviews', { filters: { rep: ['one'] } })).rows;
    expect(one?.['ranking']).toBeCloseTo((10 * 4.1 + 5) / 11, 12);
  });

  it('a score off its scale is left out', async () => {
    const { rows } = await ask(
      await groundOf({ surveys: [survey('review', 7), survey('review', 5)] }, {}, until),
      'reviews',
    );
    expect(rows[0]).toMatchObject({ value: 5, n: 1, excluded: '{"off_scale":1}' });
  });
});

describe('satisfaction', () => {
  it('promoters less detractors with its normal limits', async () => {
    const scores = [10, 9, 9, 8, 7, 6, 0, 10, 9, 3];
    const { rows } = await ask(
      await groundOf({ surveys: scores.map((score) => survey('nps', score)) }, {}, until),
      'satisfaction',
    );
    // Five promoters, three detractors of ten: 0.2, variance (0.5 + 0.3 - 0.04) / 10.
    expect(rows[0]).toMatchObject({ n: 10, promoters: 5, detractors: 3, response_rate: 1 });
    expect(rows[0]?.['value']).toBeCloseTo(0.2, 12);
    expect(rows[0]?.['upper']).toBeCloseTo(0.2 + 1.959964 * Math.sqrt(0.076), 6);
  });

  it('survey scales differ: NPS on 0 to 10 alone, CSAT stretched', async () => {
    const surveys = [
      survey('nps', 5, { scale_min: 1, scale_max: 5 }),
      survey('nps', 10, { scale_min: 0, scale_max: 10 }),
      survey('csat', 4),
      survey('csat', 3),
      survey('csat', 8, { scale_min: 0, scale_max: 10 }),
    ];
    const ground = await groundOf({ surveys }, {}, until);
    expect((await ask(ground, 'satisfaction')).rows[0]).toMatchObject({
      value: 1,
      n: 1,
      excluded: '{"other_scale":1}',
    });
    const csat = await ask(ground, 'satisfaction', { options: { kind: 'csat' } });
    expect(csat.rows[0]).toMatchObject({ value: 2 / 3, numerator: 2, denominator: 3, method: 'wilson' });
  });

  it('one answer a contact and period, the last; by month one each', async () => {
    const surveys = [
      survey('nps', 2, { contact_id: 'p', account_id: 'a' }),
      survey('nps', 9, { contact_id: 'p', account_id: 'a', answered_at: '2026-04-05', asked_at: '2026-04-01' }),
      survey('nps', null, { contact_id: 'q', account_id: 'a' }),
    ];
    const ground = await groundOf({ surveys }, {}, until);
    expect((await ask(ground, 'satisfaction')).rows[0]).toMatchObject({
      value: 1,
      n: 1,
      response_rate: 2 / 3,
      excluded: '{"unanswered":1,"earlier_answer":1}',
    });
    const months = (await ask(ground, 'satisfaction', { by: ['month'] })).rows;
    expect(months.map((row) => [row['month'], row['value']])).toEqual([
      ['2026-03', -1],
      ['2026-04', 1],
    ]);
  });

  it('answers without a contact are each their own', async () => {
    const surveys = [survey('nps', 9, { account_id: 'a' }), survey('nps', 2, { account_id: 'a' })];
    expect((await ask(await groundOf({ surveys }, {}, until), 'satisfaction')).rows[0]).toMatchObject({
      value: 0,
      n: 2,
      excluded: '{}',
    });
  });

  it('coverage and ask rate are shares of the customers asked about', async () => {
    const bought = (account_id: string) => ({
      order_id: `of ${account_id}`,
      account_id,
      ordered_at: '2026-01-05',
      amount: 1,
    });
    const accounts = ['a', 'b', 'c'].map((id) => ({ account_id: id, name: id, segment: id === 'c' ? 'Big' : 'Small' }));
    const surveys = ['nps', 'review'].flatMap((kind) =>
      ['a', 'stranger'].map((id) => survey(kind, 5, { account_id: id })),
    );
    const ground = await groundOf({ accounts, orders: ['a', 'b', 'c'].map(bought), surveys }, {}, until);
    for (const [metric, share] of [
      ['satisfaction', 'coverage'],
      ['reviews', 'ask_rate'],
    ] as const) {
      const all = async (more: object) => (await ask(ground, metric, more)).rows.map((row) => row[share]);
      expect(await all({})).toEqual([1 / 3]);
      expect(await all({ by: ['month'] })).toEqual([1 / 3]);
      expect(await all({ filters: { segment: ['Small'] } })).toEqual([1 / 2]);
      expect(await all({ filters: { segment: ['Small'], month: ['2026-03'] } })).toEqual([1 / 2]);
      expect(await all({ by: ['segment'] })).toEqual([1 / 2, null]);
    }
  });

  it('nobody answered: no score, and the reason', async () => {
    const ground = await groundOf({ surveys: [survey('nps', null)] }, {}, until);
    expect((await ask(ground, 'satisfaction')).rows[0]).toMatchObject({
      value: null,
      reason: 'empty',
      response_rate: 0,
    });
  });
});
