import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { retentionGrid } from '../../../electron/stats/retention-grid';
import { hasSharedData, sharedData } from '../../shared-data';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { onlineRetailOrders } from './online-retail';
import { cdnowOrders, contract, daysAfter, endOf, order, orders } from './sold';

afterAll(closeGrounds);

type Options = Readonly<Record<string, string>>;

/** Cells by cohort, then k. */
function gridOf(rows: readonly Row[], column: string): Record<string, (Row[string] | undefined)[]> {
  const grid: Record<string, (Row[string] | undefined)[]> = {};
  for (const row of rows) (grid[String(row['cohort'])] ??= [])[Number(row['k'])] = row[column];
  return grid;
}

async function cells(data: readonly Row[], options: Options, asOf: string, column = 'numerator') {
  const ground = await groundOf({ orders: data }, {}, endOf(asOf));
  return gridOf((await ask(ground, 'cohort-retention', { options })).rows, column);
}

describe('a grid worked by hand', () => {
  // a: January, February, April; b: January, March; c: February. As-of in the middle of April.
  const data = [
    ...orders('a', '2026-01-05', '2026-01-20', '2026-02-03', '2026-04-02'),
    ...orders('b', '2026-01-31', '2026-03-01'),
    ...orders('c', '2026-02-28'),
  ];

  it('bounded: active in exactly that month, the first column all of them', async () => {
    expect(await cells(data, {}, '2026-04-15')).toEqual({
      '2026-01': [2, 1, 1, 1],
      '2026-02': [1, 0, 0],
      '2026-03': [0, 0],
      '2026-04': [0],
    });
  });

  it('rolling: active in that month or any later one', async () => {
    expect(await cells(data, { mode: 'rolling' }, '2026-04-15')).toMatchObject({ '2026-01': [2, 2, 2, 1] });
  });

  it('windowed: active in that month or the one before', async () => {
    expect(await cells(data, { mode: 'windowed', width: '2' }, '2026-04-15')).toMatchObject({
      '2026-01': [2, 2, 2, 2],
      '2026-02': [1, 1, 0],
    });
  });

  it('recurring: a customer belongs to the cohort of every month it bought in', async () => {
    expect(await cells(data, { kind: 'recurring' }, '2026-04-15')).toEqual({
      '2026-01': [2, 1, 1, 1],
      '2026-02': [2, 0, 1],
      '2026-03': [1, 0],
      '2026-04': [1],
    });
  });

  it('the money of a month over the money of the first', async () => {
    const ground = await groundOf({ orders: data }, {}, endOf('2026-04-15'));
    const { rows } = await ask(ground, 'cohort-retention', { options: { measure: 'revenue' } });
    // January 300, February 100, March 100, April 100.
    expect(gridOf(rows, 'value')['2026-01']).toEqual([1, 1 / 3, 1 / 3, 1 / 3]);
    expect(gridOf(rows, 'denominator')['2026-01']).toEqual([300, 300, 300, 300]);
  });

  it('money without a rate is told to be left out, where money is asked for', async () => {
    const orders = [...data, { order_id: 'x', account_id: 'a', ordered_at: '2026-02-20', amount: 5, currency: 'GBP' }];
    const ground = await groundOf({ orders }, {}, endOf('2026-04-15'));
    const left = async (measure: string) =>
      gridOf((await ask(ground, 'cohort-retention', { options: { measure } })).rows, 'excluded')['2026-01'];
    expect(await left('revenue')).toEqual(['{}', '{"no_fx":1}', '{}', '{}']);
    expect(await left('logo')).toEqual(['{}', '{}', '{}', '{}']);
  });

  it('period not complete at A: the month that still runs is marked and in no average', async () => {
    const ground = await groundOf({ orders: data }, {}, endOf('2026-04-15'));
    const { rows, answer } = await ask(ground, 'cohort-retention');
    expect(gridOf(rows, 'complete')['2026-01']).toEqual([true, true, true, false]);
    expect(gridOf(rows, 'state')['2026-01']?.[3]).toBe('immature');
    // k=1: (1 of 2 + 0 of 1) over complete cells; k=2: 1 of 2 alone, the other ends in April.
    expect(answer.extra?.['averages']).toEqual([
      { k: 0, value: 1, denominator: 3 },
      { k: 1, value: 1 / 3, denominator: 3 },
      { k: 2, value: 1 / 2, denominator: 2 },
    ]);
  });

  it('a month is complete with its last microsecond', async () => {
    const complete = await cells(data, {}, '2026-04-30', 'complete');
    expect(complete['2026-04']).toEqual([true]);
    const before = await groundOf({ orders: data }, {}, '2026-04-30T23:59:59.000000Z');
    expect(gridOf((await ask(before, 'cohort-retention')).rows, 'complete')['2026-04']).toEqual([false]);
  });

  it('rolling cells of the last periods can still rise', async () => {
    const rise = await cells(data, { mode: 'rolling', width: '1' }, '2026-04-30', 'can_still_rise');
    expect(rise['2026-01']).toEqual([false, false, false, true]);
  });

  it('only cohorts that began in the period, with all of their later months', async () => {
    const ground = await groundOf({ orders: data }, {}, endOf('2026-04-15'));
    const { rows } = await ask(ground, 'cohort-retention', { from: '2026-02-01', to: '2026-03-01' });
    expect(gridOf(rows, 'numerator')).toEqual({ '2026-02': [1, 0, 0] });
  });
});

describe('contracts', () => {
  it('are active on the last day of a month, and in the first one by construction', async () => {
    // a runs to 20 March (last day 19 March): active in January and February. b ends within its first month.
    const subscriptions = [
      contract('a', '2026-01-10', { ended_on: '2026-03-20' }),
      contract('b', '2026-01-10', { ended_on: '2026-01-25' }),
    ];
    const ground = await groundOf({ subscriptions }, {}, endOf('2026-04-30'));
    const { rows } = await ask(ground, 'cohort-retention');
    expect(gridOf(rows, 'numerator')['2026-01']).toEqual([2, 1, 0, 0]);
  });
});

describe('weeks, quarters and years follow the workspace calendar', () => {
  const data = orders('a', '2026-03-29', '2026-04-01', '2027-03-31');

  it('fiscal quarters and years', async () => {
    const ground = await groundOf({ orders: data }, { fiscal_start_month: 4 }, endOf('2027-03-31'));
    const quarters = gridOf(
      (await ask(ground, 'cohort-retention', { options: { grain: 'quarter' } })).rows,
      'numerator',
    );
    expect(Object.keys(quarters)[0]).toBe('2026Q4');
    expect(quarters['2026Q4']).toEqual([1, 1, 0, 0, 1]);
    const years = gridOf((await ask(ground, 'cohort-retention', { options: { grain: 'year' } })).rows, 'numerator');
    expect(years).toEqual({ 2026: [1, 1], 2027: [0] });
  });

  it('29 March 2026 is a Sunday: the last day of an ISO week, the first of a Sunday week', async () => {
    const question = { options: { grain: 'week' } };
    const monday = await groundOf({ orders: data }, {}, endOf('2026-04-04'));
    expect(gridOf((await ask(monday, 'cohort-retention', question)).rows, 'numerator')).toEqual({
      '2026-W13': [1, 1],
      '2026-W14': [0],
    });
    const sunday = await groundOf({ orders: data }, { week_start: 'sunday' }, endOf('2026-04-04'));
    expect(Object.values(gridOf((await ask(sunday, 'cohort-retention', question)).rows, 'numerator'))).toEqual([[1]]);
  });
});

interface Case {
  readonly name: string;
  readonly periods: number;
  readonly first_period: string;
  readonly active_periods?: Readonly<Record<string, readonly number[]>>;
  readonly events?: Readonly<Record<string, readonly string[]>>;
  readonly expected_recurring_bounded: readonly (readonly number[])[];
  readonly expected_first_time_bounded: readonly (readonly number[])[];
}

function reference(): readonly Case[] {
  return (JSON.parse(readFileSync(sharedData('reference', 'retention_cases.json'), 'utf8')) as { cases: Case[] }).cases;
}

describe.skipIf(!hasSharedData)('reference cases', () => {
  it.each(['day', 'week_starting_sunday'])('%s', async (name) => {
    const found = reference().find((one) => one.name === name);
    if (!found) throw new Error(`no case ${name}`);
    const days = name === 'day';
    const data = Object.entries(found.active_periods ?? {}).flatMap(([person, periods]) =>
      orders(person, ...periods.map((period) => daysAfter(found.first_period, period))),
    );
    const events = Object.entries(found.events ?? {}).flatMap(([person, dates]) => orders(person, ...dates));
    const last = daysAfter(found.first_period, days ? found.periods - 1 : 7 * found.periods - 1);
    const ground = await groundOf({ orders: [...data, ...events] }, { week_start: 'sunday' }, endOf(last));
    const grain = days ? 'day' : 'week';
    for (const [kind, expected] of [
      ['recurring', found.expected_recurring_bounded],
      ['first', found.expected_first_time_bounded],
    ] as const) {
      const { rows } = await ask(ground, 'cohort-retention', { options: { grain, kind } });
      expect(Object.values(gridOf(rows, 'numerator')), kind).toEqual(expected);
    }
  });
});

describe.skipIf(!hasSharedData)('published data', () => {
  it('the online retailer by month', { timeout: 60_000 }, async () => {
    const ground = await groundOf({ orders: onlineRetailOrders() });
    const { rows } = await ask(ground, 'cohort-retention');
    const grid = gridOf(rows, 'numerator');
    const sizes = Object.values(grid).map(([size]) => size);
    expect(sizes).toEqual([885, 417, 380, 452, 300, 284, 242, 188, 169, 299, 358, 324, 41]);
    expect([1, 2, 3, 6, 11].map((k) => grid['2010-12']?.[k])).toEqual([324, 286, 340, 321, 445]);
    expect([1, 2, 3, 6, 11].map((k) => grid['2011-01']?.[k])).toEqual([92, 111, 96, 103, 49]);
    expect([1, 2, 3].map((k) => grid['2011-09']?.[k])).toEqual([70, 90, 34]);
    expect(gridOf(rows, 'complete')['2010-12']?.slice(-2)).toEqual([true, false]);
    const money = await ask(ground, 'value-to-date', { by: ['month'] });
    expect(money.rows.slice(0, 2).map((row) => row['value'])).toEqual([572713.89, 569445.04]);
    expect((await ask(ground, 'value-to-date')).rows[0]).toMatchObject({ value: 8911407.904, n: 4339 });
  });

  it('the music shop by month', async () => {
    const grid = gridOf((await ask(await groundOf({ orders: cdnowOrders() }), 'cohort-retention')).rows, 'numerator');
    const columns = [0, 1, 2, 3, 6, 12, 15];
    expect(columns.map((k) => grid['1997-01']?.[k])).toEqual([781, 124, 95, 70, 65, 45, 37]);
    expect(columns.map((k) => grid['1997-02']?.[k])).toEqual([857, 134, 110, 75, 61, 59, 59]);
    expect(columns.map((k) => grid['1997-03']?.[k])).toEqual([719, 87, 84, 78, 55, 78, 45]);
  });
});

describe('properties', () => {
  const purchases = fc.array(fc.record({ customer: fc.nat(5), day: fc.nat(40) }), { minLength: 1, maxLength: 40 });

  it('the statement and the plain grid agree in every mode', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        purchases,
        fc.constantFrom('first', 'recurring'),
        fc.constantFrom('bounded', 'rolling', 'windowed'),
        fc.integer({ min: 1, max: 4 }),
        async (list, cohort, shape, width) => {
          const first = '2026-01-01';
          const from = Math.min(...list.map(({ day }) => day));
          const data = list.map(({ customer, day }) => order(`c${customer}`, daysAfter(first, day)));
          const options = { grain: 'day', kind: cohort, mode: shape, width: String(width) };
          const found = await cells(data, options, daysAfter(first, 40));
          const grid = retentionGrid(
            { customer: list.map((row) => row.customer), period: list.map((row) => row.day - from) },
            { periods: 41 - from, cohort, shape, width },
          );
          expect(Object.values(found)).toEqual(grid.active);
          expect(Object.values(found).every((row, c) => row[0] === grid.size[c])).toBe(true);
        },
      ),
      { numRuns: 8, seed: 3 },
    );
  });
});
