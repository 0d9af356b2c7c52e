import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import type { Cell } from '../../../electron/model/table';
import { answerRows } from '../../../electron/session/answer';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, deal, history, lastly, stage_map } from '../sales';
import { dayAt, histories } from './histories';

afterAll(closeGrounds);

type Found = Record<string, Cell>;

const signs: Readonly<Record<string, number>> = {
  open_start: 1,
  new: 1,
  reopened: 1,
  pulled_in: 1,
  grown: 1,
  shrunk: -1,
  pushed_out: -1,
  won: -1,
  lost: -1,
  no_decision: -1,
  disqualified: -1,
  open_end: -1,
};

const balance = (rows: readonly Found[], column: 'count' | 'amount_money') =>
  rows.reduce((sum, row) => sum + (signs[String(row['bucket'])] ?? NaN) * Number(row[column]), 0);

describe('pipeline waterfall', () => {
  // Due in the first quarter unless said otherwise; changes from 1 February to 1 March.
  const due = (expected_close: string, amount: number): Row => ({ expected_close, amount });
  const stage_events = [
    // Open at the start with 100, grown to 150, won at 160: grown 50 + 10, won 160.
    ...history(
      'grows',
      ['2026-01-05', 'Qualified', due('2026-03-15', 100)],
      ['2026-02-05', 'Meeting', due('2026-03-15', 150)],
      ['2026-02-20', 'Won', due('2026-03-15', 160)],
    ),
    // Open with 200, pushed to the second quarter.
    ...history(
      'slips',
      ['2026-01-05', 'Qualified', due('2026-03-01', 200)],
      ['2026-02-10', 'Meeting', due('2026-05-01', 200)],
    ),
    // Due later with 300, pulled in, then lost: in two buckets.
    ...history(
      'comes',
      ['2026-01-05', 'Qualified', due('2026-06-01', 300)],
      ['2026-02-03', 'Proposal', due('2026-03-30', 300)],
      ['2026-02-25', 'Lost', due('2026-03-30', 0)],
    ),
    // New in February with 400, shrunk to 350, still open.
    ...history(
      'fresh',
      ['2026-02-02', 'Qualified', due('2026-03-20', 400)],
      ['2026-02-22', 'Meeting', due('2026-03-20', 350)],
    ),
    // Lost in January, reopened in February with 500, undecided on the last day of February.
    ...history(
      'again',
      ['2026-01-05', 'Qualified', due('2026-03-20', 500)],
      ['2026-01-20', 'Lost', due('2026-03-20', 500)],
      ['2026-02-15', 'Meeting', due('2026-03-20', 500)],
      ['2026-02-28', 'None', due('2026-03-20', 500)],
    ),
    // Created on the boundary day at the end: not in the range any more.
    ...history('outside', ['2026-03-01', 'Qualified', due('2026-03-20', 900)]),
  ];
  const ids = ['grows', 'slips', 'comes', 'fresh', 'again', 'outside'];
  const last = (id: string) => stage_events.filter((event) => event['opportunity_id'] === id).at(-1) ?? {};
  const opportunities = ids.map((id) =>
    deal(id, {
      created_at: String(stage_events.find((event) => event['opportunity_id'] === id)?.['entered_at']),
      stage: String(last(id)['to_stage']),
      amount: last(id)['amount'] ?? null,
      expected_close: last(id)['expected_close'] ?? null,
      segment: id === 'grows' ? 'Key' : 'SMB',
    }),
  );
  const rows = { opportunities, stage_events, stage_map, activities: [lastly('2026-04-30')] };
  const february = { from: '2026-02-01', to: '2026-03-01', options: { close: '2026-01-01..2026-04-01' } };

  it('puts every change in its bucket and balances', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'pipeline-waterfall', february);
    expect(found.map((row) => [row['bucket'], row['count'], row['amount_money'], row['deals']])).toEqual([
      ['open_start', 2, 300, 2],
      ['new', 1, 400, 1],
      ['reopened', 1, 500, 1],
      ['pulled_in', 1, 300, 1],
      ['grown', 0, 60, 1],
      ['shrunk', 0, 50, 1],
      ['pushed_out', 1, 200, 1],
      ['won', 1, 160, 1],
      ['lost', 1, 300, 1],
      ['no_decision', 1, 500, 1],
      ['disqualified', 0, 0, 0],
      ['open_end', 1, 350, 1],
    ]);
    expect([balance(found, 'count'), balance(found, 'amount_money')]).toEqual([0, 0]);
  });

  it('won for nothing shrank to nothing; what an amount was known of is not left out, though the last is not', async () => {
    const change = due('2026-03-15', 100);
    const stage_events = [
      ...history('given away', ['2026-01-05', 'Qualified', change], ['2026-02-20', 'Won', due('2026-03-15', 0)]),
      ...history('forgotten', ['2026-01-05', 'Qualified', change], ['2026-02-20', 'Lost']),
      ...history('never', ['2026-01-05', 'Qualified', { expected_close: '2026-03-15' }]),
    ];
    const opportunities = [
      closed('given away', 'Won', '2026-02-20', due('2026-03-15', 0)),
      closed('forgotten', 'Lost', '2026-02-20', { expected_close: '2026-03-15' }),
      deal('never', { expected_close: '2026-03-15' }),
    ];
    const ground = await groundOf({ opportunities, stage_events, stage_map, activities: [lastly('2026-04-30')] });
    const { rows: found } = await ask(ground, 'pipeline-waterfall', february);
    expect(
      found.flatMap((row) => (row['n'] === 0 ? [] : [[row['bucket'], row['amount_money'], row['excluded']]])),
    ).toEqual([
      ['open_start', 200, '{"no_amount":1}'],
      ['shrunk', 100, '{}'],
      ['won', 0, '{}'],
      ['lost', 100, '{}'],
      ['open_end', 0, '{"no_amount":1}'],
    ]);
    expect([balance(found, 'count'), balance(found, 'amount_money')]).toEqual([0, 0]);
  });

  it('balances with a filter, and takes the period as close range unless told otherwise', async () => {
    const ground = await groundOf(rows);
    const { rows: key } = await ask(ground, 'pipeline-waterfall', { ...february, filters: { segment: ['Key'] } });
    expect(key.filter((row) => row['value'] !== 0).map((row) => row['bucket'])).toEqual(['open_start', 'grown', 'won']);
    const { rows: own } = await ask(ground, 'pipeline-waterfall', { from: '2026-02-01', to: '2026-03-01' });
    expect(own.every((row) => row['value'] === 0)).toBe(true);
    const { rows: all } = await ask(ground, 'pipeline-waterfall', { ...february, options: { close: 'all' } });
    expect(all.find((row) => row['bucket'] === 'open_start')).toMatchObject({ count: 3, amount_money: 600 });
    expect(all.find((row) => row['bucket'] === 'pushed_out')).toMatchObject({ count: 0 });
  });

  it('without a history of expected closes it cannot be said; without one of amounts it is derived', async () => {
    const bare = stage_events.map(({ amount: _amount, expected_close: _due, ...event }) => event);
    const { rows: unknown } = await ask(
      await groundOf({ ...rows, stage_events: bare }),
      'pipeline-waterfall',
      february,
    );
    expect(unknown[0]).toMatchObject({ value: null, state: 'unavailable', reason: 'missing:stage_events' });
    const dated = stage_events.map(({ amount: _amount, ...event }) => event);
    const { rows: derived } = await ask(
      await groundOf({ ...rows, stage_events: dated }),
      'pipeline-waterfall',
      february,
    );
    expect(derived[0]).toMatchObject({ state: 'derived', count: 2 });
    const { rows: none } = await ask(await groundOf({ opportunities, stage_map }), 'pipeline-waterfall', february);
    expect(none[0]).toMatchObject({ state: 'unavailable', reason: 'missing:stage_events' });
  });

  it(
    'of random histories balances exactly, in money and counts, whatever the ranges and filters; the rows behind number the marks',
    { timeout: 120_000 },
    async () => {
      const range = fc
        .tuple(fc.integer({ min: 0, max: 140 }), fc.integer({ min: 0, max: 140 }))
        .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
      const filter = fc.constantFrom<Record<string, string[]>>({}, { segment: ['SMB'] }, { rep: ['A', 'Unassigned'] });
      await fc.assert(
        fc.asyncProperty(histories, range, fc.option(range), filter, async (drawn, [s, e], close, filters) => {
          const ground = await groundOf({
            ...drawn,
            stage_events: [
              ...(drawn.stage_events ?? []),
              {
                event_id: 'any',
                to_stage: 'Meeting',
                entered_at: '2025-01-01',
                opportunity_id: 'nobody',
                expected_close: '2026-01-01',
              },
            ],
          });
          const question = {
            ...everything,
            from: dayAt(s),
            to: dayAt(e),
            filters,
            options: { close: close ? `${dayAt(close[0])}..${dayAt(close[1])}` : 'all' },
          };
          const { rows: found } = await ask(ground, 'pipeline-waterfall', question);
          expect(balance(found, 'count')).toBe(0);
          expect(Math.abs(balance(found, 'amount_money'))).toBeLessThan(1e-9);
          for (const row of found.filter(({ n }) => n !== 0)) {
            const request = {
              metric: 'pipeline-waterfall',
              question,
              where: { bucket: String(row['bucket']) },
              offset: 0,
              limit: 1,
            };
            expect((await answerRows(ground, { ...request, part: 'denominator' })).count).toBe(row['n']);
          }
        }),
        { numRuns: 12, seed: 71 },
      );
    },
  );
});
