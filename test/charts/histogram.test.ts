import { expect, test } from 'vitest';
import type { HistogramOptions } from '../../renderer/charts/histogram';
import { histogram } from '../../renderer/charts/histogram';
import { marksIn } from '../../renderer/charts/mark';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile } from './golden';

const counts = [3, 9, 15, 17, 13, 9, 7, 5, 3, 2, 1];

function tableWith(values: readonly number[], width = 5): Table {
  return tableOf(
    numberColumn(
      'from',
      'days',
      values.map((_, i) => i * width),
    ),
    numberColumn(
      'to',
      'days',
      values.map((_, i) => (i + 1) * width),
    ),
    numberColumn('count', 'count', values),
  );
}

const english = {
  axis: 'days from proposal to won',
  median: 'median 21 days (18–24)',
  counted: (_: number, written: string) => `${written} won`,
};
const malay = {
  axis: 'hari dari cadangan ke menang',
  median: 'median 21 hari (18–24)',
  counted: (_: number, written: string) => `${written} menang`,
};
const median = { value: 21, lower: 18, upper: 24 };

function draw(table: Table, options: HistogramOptions = { median }, locale: Locale = 'en', theme: Theme = 'light') {
  return histogram(table, options, locale === 'ms' ? malay : english, locale, marksOf(theme));
}

const size = { width: 434, height: 172 };

test('days from proposal to won', () => expectGolden('histogram/normal', draw(tableWith(counts)), size));

test('the same on the dark page', () =>
  expectGolden('histogram/dark', draw(tableWith(counts), { median }, 'en', 'dark'), size, 'dark'));

test('the same in Malay', () => expectGolden('histogram/malay', draw(tableWith(counts), { median }, 'ms'), size));

test('nothing to show', () => expectGolden('histogram/empty', draw(tableWith([]), {}), size));

test('one bin, its median at the left edge without an interval', () =>
  expectGolden('histogram/one', draw(tableWith([1]), { median: { value: 0, lower: null, upper: null } }), size));

test('200 bins', () =>
  expectGolden(
    'histogram/200',
    draw(
      tableWith(
        Array.from({ length: 200 }, (_, i) => (i * 37) % 1400),
        1,
      ),
    ),
    size,
  ));

test('hostile words', () =>
  expectGolden(
    'histogram/hostile',
    histogram(
      tableWith(counts),
      { median: { value: 50, lower: 41, upper: 60 } },
      { axis: hostile, median: hostile, counted: (_, written) => `${written} ${hostile}` },
      'en',
      marksOf('light'),
    ),
    size,
  ));

test('a bar names its span and how many it counts', () => {
  expect(marksIn(draw(tableWith(counts)))[3]).toMatchObject({
    where: { from: '15', to: '20' },
    name: '15–20',
    lines: ['17 won'],
    cell: [0, 3],
  });
});
