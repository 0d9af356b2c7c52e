import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalQuarterAt } from '../../electron/model/fiscal';
import { defaultSettings } from '../../electron/model/settings';
import type { Calendar, Period } from '../../renderer/state/period';
import {
  lastQuarterOf,
  maturePeriod,
  monthAt,
  periodAt,
  plusDays,
  quarterAt,
  quartersTo,
  rangeOf,
  shifted,
  stretchOf,
  yearAt,
  yearBefore,
} from '../../renderer/state/period';

const calendarYear: Calendar = defaultSettings;
const fromApril: Calendar = { ...calendarYear, fiscal_start_month: 4 };
const fromJuly: Calendar = { ...calendarYear, fiscal_start_month: 7, fiscal_naming: 'starts' };
// The American retail calendar: 2023 runs 53 weeks, from 29 January 2023 to 3 February 2024.
const retail: Calendar = {
  fiscal_start_month: 2,
  fiscal_naming: 'starts',
  fiscal_calendar: '4-5-4',
  fiscal_year_end: 'nearest-saturday',
};

const calendars: fc.Arbitrary<Calendar> = fc.record({
  fiscal_start_month: fc.integer({ min: 1, max: 12 }),
  fiscal_naming: fc.constantFrom('ends' as const, 'starts' as const),
  fiscal_calendar: fc.constantFrom('months' as const, '4-4-5' as const, '4-5-4' as const, '5-4-4' as const),
  fiscal_year_end: fc.constantFrom('last-saturday', 'nearest-saturday', 'last-sunday'),
});
const dates = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const periods: fc.Arbitrary<Period> = fc.oneof(
  fc.record({
    kind: fc.constant('quarter' as const),
    year: fc.integer({ min: 2000, max: 2050 }),
    quarter: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    kind: fc.constant('quarters' as const),
    year: fc.integer({ min: 2005, max: 2050 }),
    quarter: fc.integer({ min: 1, max: 4 }),
    count: fc.integer({ min: 1, max: 8 }),
  }),
  fc.record({
    kind: fc.constant('month' as const),
    year: fc.integer({ min: 2000, max: 2050 }),
    month: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({
    kind: fc.constant('month' as const),
    year: fc.integer({ min: 2000, max: 2050 }),
    month: fc.integer({ min: 1, max: 12 }),
    ofWeeks: fc.constant(true as const),
  }),
  fc.record({ kind: fc.constant('year' as const), year: fc.integer({ min: 2000, max: 2050 }) }),
  fc
    .tuple(dates, fc.integer({ min: 1, max: 400 }))
    .map(([from, days]) => ({ kind: 'custom' as const, from, to: plusDays(from, days) })),
);

describe('a fiscal quarter', () => {
  it.each([
    ['2026-09-30', calendarYear, { kind: 'quarter', year: 2026, quarter: 3 }],
    ['2026-03-31', fromApril, { kind: 'quarter', year: 2026, quarter: 4 }],
    ['2026-04-01', fromApril, { kind: 'quarter', year: 2027, quarter: 1 }],
    ['2026-06-30', fromJuly, { kind: 'quarter', year: 2025, quarter: 4 }],
    ['2026-07-01', fromJuly, { kind: 'quarter', year: 2026, quarter: 1 }],
    ['2023-01-28', retail, { kind: 'quarter', year: 2022, quarter: 4 }],
    ['2023-01-29', retail, { kind: 'quarter', year: 2023, quarter: 1 }],
    ['2024-02-03', retail, { kind: 'quarter', year: 2023, quarter: 4 }],
  ])('holds %s where the calendar says so', (date, calendar, expected) => {
    expect(quarterAt(date, calendar)).toEqual(expected);
  });

  it('holds the day it was asked for, its first and its last', () => {
    fc.assert(
      fc.property(dates, calendars, (date, calendar) => {
        const quarter = quarterAt(date, calendar);
        const { from, to } = rangeOf(quarter, calendar);
        expect({ from, to }).toEqual(fiscalQuarterAt(date, calendar));
        expect((from ?? '') <= date && date < (to ?? '')).toBe(true);
        expect(quarterAt(from ?? '', calendar)).toEqual(quarter);
        expect(quarterAt(plusDays(to ?? '', -1), calendar)).toEqual(quarter);
        expect(yearAt(date, calendar).year).toBe(quarter.year);
      }),
    );
  });

  it('begins where the one before ends', () => {
    fc.assert(
      fc.property(dates, calendars, fc.integer({ min: 2, max: 12 }), (date, calendar, count) => {
        const quarters = quartersTo(quarterAt(date, calendar), count);
        expect(quarters).toHaveLength(count);
        quarters.slice(1).forEach((quarter, i) => {
          const before = quarters[i];
          expect(before && rangeOf(before, calendar).to).toBe(rangeOf(quarter, calendar).from);
        });
      }),
    );
  });
});

describe('a period', () => {
  it('ends where the next of its kind begins', () => {
    fc.assert(
      fc.property(periods, calendars, (period, calendar) => {
        const next = shifted(period, 1);
        expect(next && rangeOf(next, calendar).from).toBe(rangeOf(period, calendar).to);
      }),
    );
  });

  it('is itself again there and back', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: -20, max: 20 }), (period, by) => {
        expect(shifted(shifted(period, by) ?? period, -by)).toEqual(period);
      }),
    );
  });

  it('has no other before all of history', () => {
    expect(shifted({ kind: 'all' }, -1)).toBeNull();
    expect(yearBefore({ kind: 'all' })).toBeNull();
    expect(rangeOf({ kind: 'all' }, calendarYear)).toEqual({ from: null, to: null });
  });

  it('of days keeps to the end of February a year earlier', () => {
    expect(yearBefore({ kind: 'custom', from: '2024-02-29', to: '2024-03-01' })).toEqual({
      kind: 'custom',
      from: '2023-02-28',
      to: '2023-03-01',
    });
  });

  it('of four quarters ends with its last', () => {
    expect(rangeOf({ kind: 'quarters', year: 2026, quarter: 3, count: 4 }, calendarYear)).toEqual({
      from: '2025-10-01',
      to: '2026-10-01',
    });
    expect(lastQuarterOf({ kind: 'quarters', year: 2026, quarter: 3, count: 4 }, calendarYear, '2026-09-30')).toEqual({
      kind: 'quarter',
      year: 2026,
      quarter: 3,
    });
  });

  it('of a month is the month a day lies in', () => {
    expect(monthAt('2026-12-31', calendarYear)).toEqual({ kind: 'month', year: 2026, month: 12 });
    expect(shifted(monthAt('2026-12-31', calendarYear), 1)).toEqual({ kind: 'month', year: 2027, month: 1 });
    fc.assert(
      fc.property(dates, calendars, (date, calendar) => {
        const { from, to } = rangeOf(monthAt(date, calendar), calendar);
        expect((from ?? '') <= date && date < (to ?? '')).toBe(true);
      }),
    );
  });

  it('of a year of whole weeks is weeks too: the 53rd belongs to the last month', () => {
    const last = monthAt('2024-02-03', retail);
    expect(last).toEqual({ kind: 'month', year: 2023, month: 12, ofWeeks: true });
    expect(rangeOf(last, retail)).toEqual({ from: '2023-12-31', to: '2024-02-04' });
    expect(rangeOf({ kind: 'year', year: 2023 }, retail)).toEqual({ from: '2023-01-29', to: '2024-02-04' });
    expect(rangeOf(shifted(last, 1) ?? last, retail)).toEqual({ from: '2024-02-04', to: '2024-03-03' });
    const year = { kind: 'quarters', year: 2023, quarter: 4, count: 4 } as const;
    expect(rangeOf(year, retail)).toEqual({ from: '2023-01-29', to: '2024-02-04' });
    const before = yearBefore(last);
    expect(before && rangeOf(before, retail)).toEqual({ from: '2023-01-01', to: '2023-01-29' });
  });
});

describe('the latest period that can be judged', () => {
  const third: Period = { kind: 'quarter', year: 2026, quarter: 3 };

  it('is the one before where the window of the chosen one has not passed', () => {
    expect(maturePeriod(third, calendarYear, '2026-09-30', 90)).toEqual({ kind: 'quarter', year: 2026, quarter: 2 });
  });

  it('is the chosen one from the day its last journeys have had their window', () => {
    // The last journeys of the quarter began on 30 September; 90 days later is 29 December.
    expect(maturePeriod(third, calendarYear, '2026-12-28', 90)).toEqual({ kind: 'quarter', year: 2026, quarter: 2 });
    expect(maturePeriod(third, calendarYear, '2026-12-29', 90)).toEqual(third);
  });

  it('is the chosen one where a person chose the days', () => {
    const days: Period = { kind: 'custom', from: '2026-09-01', to: '2026-09-30' };
    expect(maturePeriod(days, calendarYear, '2026-09-30', 90)).toEqual(days);
  });
});

describe('labels of time', () => {
  it('name the quarter, month or week they stand for, and nothing else', () => {
    expect(periodAt('2026Q3')).toEqual({ kind: 'quarter', year: 2026, quarter: 3 });
    expect(periodAt('2026-07')).toEqual({ kind: 'month', year: 2026, month: 7 });
    expect(periodAt('2026P07')).toEqual({ kind: 'month', year: 2026, month: 7, ofWeeks: true });
    // 2026 begins on a Thursday: its first week runs from Monday 29 December, its first Sunday is 4 January.
    expect(periodAt('2026-W01')).toEqual({ kind: 'custom', from: '2025-12-29', to: '2026-01-05' });
    expect(periodAt('2026-W53')).toEqual({ kind: 'custom', from: '2026-12-28', to: '2027-01-04' });
    expect(periodAt('2026-S01')).toEqual({ kind: 'custom', from: '2026-01-04', to: '2026-01-11' });
    // A year that begins on a Sunday, and one whose 4 January is a Sunday.
    expect(periodAt('2023-S01')).toEqual({ kind: 'custom', from: '2023-01-01', to: '2023-01-08' });
    expect(periodAt('2015-W01')).toEqual({ kind: 'custom', from: '2014-12-29', to: '2015-01-05' });
    for (const other of ['', 'North', '2026Q5', '2026-13', '2026-00', '2026', '12', '2026-W54'])
      expect(periodAt(other), other).toBeNull();
  });

  it('stretch from the first day of one to the last of the other', () => {
    const stretch = (from: string, to: string, calendar = calendarYear) =>
      stretchOf(periodAt(from) ?? { kind: 'all' }, periodAt(to) ?? { kind: 'all' }, calendar);
    expect(stretch('2025Q4', '2026Q2')).toEqual({ kind: 'quarters', year: 2026, quarter: 2, count: 3 });
    expect(stretch('2026-07', '2026-07')).toEqual({ kind: 'month', year: 2026, month: 7 });
    expect(stretch('2026-07', '2026-09')).toEqual({ kind: 'custom', from: '2026-07-01', to: '2026-10-01' });
    expect(stretch('2026-W01', '2026-W02')).toEqual({ kind: 'custom', from: '2025-12-29', to: '2026-01-12' });
    expect(stretch('2023P01', '2023P02', retail)).toEqual({ kind: 'custom', from: '2023-01-29', to: '2023-04-02' });
  });
});
