import { describe, expect, test } from 'vitest';
import { figureOf, latestQuarter, tableOf } from '../../scripts/figures.mjs';

const answer = (unit: string, row: Record<string, unknown>) => ({
  metric: 'win-rate',
  by: [],
  currency: 'MYR',
  columns: [{ name: 'value', unit }],
  rows: [row],
});

describe('the latest whole quarter', () => {
  test.each([
    ['2026-09-30T23:59:59.999999Z', 1, 'ends', '2026Q3'],
    ['2026-09-29T23:59:59Z', 1, 'ends', '2026Q2'],
    ['2026-01-15T00:00:00Z', 1, 'ends', '2025Q4'],
    ['2026-12-31', 1, 'ends', '2026Q4'],
    ['2024-02-29', 3, 'ends', '2024Q4'],
    // Fiscal year from July: July to September is its first quarter, named after the year it ends in, or starts in.
    ['2026-10-05T00:00:00Z', 7, 'ends', '2027Q1'],
    ['2026-10-05T00:00:00Z', 7, 'starts', '2026Q1'],
    ['2026-06-30T12:00:00Z', 7, 'ends', '2026Q4'],
  ])('as of %s, with a fiscal year from month %i named by how it %s, is %s', (asOf, month, naming, quarter) => {
    expect(latestQuarter(asOf, month, naming)).toBe(quarter);
  });
});

describe('a headline figure', () => {
  test('is shown in its unit with its interval and the number of cases', () => {
    const row = { value: 0.2, lower: 0.133, upper: 0.289, n: 1200 };
    expect(figureOf('Win rate', answer('ratio', row))).toEqual(['Win rate', '20.0 %', '13.3 % to 28.9 %', 'n 1,200']);
    expect(figureOf('Bookings', answer('money', { value: 1234567.5, lower: null, upper: null, n: 3 }))).toEqual([
      'Bookings',
      'MYR 1,234,567.50',
      '',
      'n 3',
    ]);
  });

  test('that cannot be given says why instead of showing zero', () => {
    const row = { value: null, reason: 'no_rows', n: 0 };
    expect(figureOf('Win rate', answer('ratio', row))).toEqual(['Win rate', 'no figure', 'no_rows', 'n 0']);
  });
});

test('columns line up', () => {
  const lines = tableOf([
    ['Win rate', '20.0 %'],
    ['Bookings', '1,234'],
  ]);
  expect(lines).toBe('Win rate   20.0 %\nBookings    1,234');
});
