import { afterAll, describe, expect, it } from 'vitest';
import { changeBetween } from '../../electron/analytics/measured-change';
import type { Answer, Part } from '../../electron/model/question';
import { everything } from '../../electron/model/question';
import { numberColumn, textColumn, textsOf } from '../../electron/model/table';
import { answerRows } from '../../electron/session/answer';
import type { Row } from './ground';
import { ask, closeGrounds, groundOf } from './ground';
import { closed, lastly, stage_map } from './sales';
import { seller } from './sellers';

afterAll(closeGrounds);

const created_at = '2025-12-01';

/** So many deals of a rep closed on a day, the first of them won. */
const deals = (owner_id: string, on: string, won: number, all: number): Row[] =>
  Array.from({ length: all }, (_, i) =>
    closed(`${owner_id}${on}${i}`, i < won ? 'Won' : 'Lost', on, { owner_id, created_at }),
  );

describe('measured change', () => {
  it('of a month still running: as many days of the month before, and never a day of the month itself', async () => {
    const opportunities = [
      ...deals('a', '2026-02-01', 1, 2),
      ...deals('a', '2026-02-28', 2, 2),
      ...deals('a', '2026-03-01', 1, 4),
    ];
    const ask30 = async (asOf: string) => {
      const ground = await groundOf({ opportunities, activities: [lastly(asOf)], stage_map });
      return ask(ground, 'measured-change', { from: '2026-03-01', to: '2026-04-01' });
    };
    // By 30 March thirty days have gone, two more than February has.
    const long = await ask30('2026-03-30');
    expect(long.rows).toMatchObject([{ now: 1 / 4, before: 3 / 4, n: 8 }]);
    expect(long.answer.extra).toEqual({ to_date: true, against: { start: '2026-02-01', end: '2026-03-01' } });
    const short = await ask30('2026-03-10');
    expect(short.rows).toMatchObject([{ now: 1 / 4, before: 1 / 2, n: 6 }]);
    expect(short.answer.extra).toEqual({ to_date: true, against: { start: '2026-02-01', end: '2026-02-11' } });
  });

  it('of money that came on: the share won of what qualified, with an interval of the difference', async () => {
    const worth = (on: string, won: number, all: number): Row[] =>
      deals('a', on, won, all).map((deal, i) => ({ ...deal, amount: 100 + i, created_at: on.replace('-20', '-02') }));
    const ground = await groundOf({
      opportunities: [...worth('2026-01-20', 30, 60), ...worth('2026-02-20', 40, 60)],
      activities: [lastly('2026-08-01')],
      stage_map,
    });
    const question = { from: '2026-02-01', to: '2026-03-01', options: { of: 'stage-conversion-by-value' } };
    const { rows } = await ask(ground, 'measured-change', question);
    const sum = (n: number): number => Array.from({ length: n }, (_, i) => 100 + i).reduce((a, b) => a + b, 0);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ now: sum(40) / sum(60), before: sum(30) / sum(60), n: 120, method: 'normal' });
    expect(Number(rows[0]?.['lower'])).toBeLessThan(0);
    expect(Number(rows[0]?.['upper'])).toBeGreaterThan(0.2);
  });

  it('by person: whoever had figures in either period stands there; what nothing can be said of makes no other less sure', async () => {
    const ground = await groundOf({
      reps: ['a', 'gone', 'new'].map((name) => seller(name)),
      opportunities: [
        ...deals('a', '2026-01-10', 20, 40),
        ...deals('a', '2026-02-10', 28, 40),
        ...deals('gone', '2026-01-10', 1, 2),
        ...deals('new', '2026-02-10', 1, 4),
      ],
      activities: [lastly('2026-06-01')],
      stage_map,
    });
    const question = { by: ['rep'], from: '2026-02-01', to: '2026-03-01' };
    const { rows } = await ask(ground, 'measured-change', question);
    // One change with p about 0.06: alone it passes at 0.10, of three it would not.
    expect(rows).toMatchObject([
      { rep: 'a', now: 0.7, before: 0.5, passes_list_rule: true },
      { rep: 'new', now: 0.25, before: null, value: null, passes_list_rule: false },
      { rep: 'gone', now: null, before: 0.5, value: null, reason: 'empty', passes_list_rule: false },
    ]);
  });

  it('of which one figure stands on too little says no more than that, whatever the other rests on', () => {
    const one = (state: string): Answer => ({
      ...({ by: [] } as unknown as Answer),
      table: {
        length: 1,
        columns: [
          numberColumn('value', 'ratio', [0.5]),
          numberColumn('n', 'count', [40]),
          textColumn('state', 'label', [state]),
          textColumn('excluded', 'label', ['{}']),
        ],
      },
    });
    const stateOf = (now: string, before: string) => textsOf(changeBetween(one(now), one(before), {}), 'state');
    expect(stateOf('derived', 'thin')).toEqual(['thin']);
    expect(stateOf('thin', 'derived')).toEqual(['thin']);
    expect(stateOf('derived', 'ok')).toEqual(['derived']);
  });

  it('behind it stand the rows of the later period', async () => {
    const opportunities = [...deals('a', '2026-02-01', 1, 2), ...deals('a', '2026-03-01', 1, 4)];
    const ground = await groundOf({ opportunities, activities: [lastly('2026-03-10')], stage_map });
    const question = { ...everything, from: '2026-03-01', to: '2026-04-01', options: { of: 'win-rate' } };
    const count = async (part: Part) =>
      (await answerRows(ground, { metric: 'measured-change', question, where: {}, part, offset: 0, limit: 10 })).count;
    expect([await count('numerator'), await count('denominator')]).toEqual([1, 4]);
  });
});
