import { expect, test } from 'vitest';
import type { BookingsBarsOptions } from '../../renderer/charts/bookings-bars';
import { bookingsBars } from '../../renderer/charts/bookings-bars';
import { marksIn } from '../../renderer/charts/mark';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile } from './golden';

const quarters = ['2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3'];
const bookings = [3.9, 4.1, 4.0, 4.42, 4.31, 4.66, 4.71, 4.86].map((millions) => millions * 1e6);
const targets = [4.0, 4.0, 4.1, 4.2, 4.4, 4.5, 4.6, 4.72].map((millions) => millions * 1e6);

function tableWith(
  periods: readonly string[],
  values: readonly (number | null)[],
  wanted: readonly (number | null)[],
): Table {
  return tableOf(
    textColumn('quarter', periods),
    numberColumn('value', 'money', values),
    numberColumn('target', 'money', wanted),
  );
}

function draw(table: Table, options: Partial<BookingsBarsOptions> = {}, locale: Locale = 'en', theme: Theme = 'light') {
  return bookingsBars(
    table,
    { period: 'quarter', chosen: '2026Q3', currency: 'MYR', ...options },
    { target: locale === 'ms' ? 'sasaran' : 'target' },
    locale,
    marksOf(theme),
  );
}

const normal = tableWith(quarters, bookings, targets);
const size = { width: 432, height: 226 };

test('eight quarters against their targets', () => expectGolden('bookings-bars/normal', draw(normal), size));

test('with the quarters they are compared with', () =>
  expectGolden('bookings-bars/compared', draw(normal, { compared: ['2026Q2', '2025Q3'] }), size));

test('the same on the dark page', () =>
  expectGolden('bookings-bars/dark', draw(normal, {}, 'en', 'dark'), size, 'dark'));

test('the same in Malay', () => expectGolden('bookings-bars/malay', draw(normal, {}, 'ms'), size));

test('nothing to show', () => expectGolden('bookings-bars/empty', draw(tableWith([], [], [])), size));

test('the figure of a bar far below its target stands on the bar', () =>
  expectGolden(
    'bookings-bars/far',
    draw(
      tableWith(
        quarters,
        bookings.map((value) => value / 8),
        targets,
      ),
    ),
    size,
  ));

test('one quarter without a target', () =>
  expectGolden('bookings-bars/one', draw(tableWith(['2026Q3'], [4.86e6], [null])), size));

test('200 months keep an axis in the place of labels', () => {
  const months = Array.from(
    { length: 200 },
    (_, i) => `${2010 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
  return expectGolden(
    'bookings-bars/200',
    draw(
      tableWith(
        months,
        months.map((_, i) => 1e6 + 4000 * i),
        months.map(() => null),
      ),
      { chosen: months.at(-1) },
    ),
    size,
  );
});

test('a quarter of reversals goes below zero, one is missing, one has a hostile name', () =>
  expectGolden(
    'bookings-bars/hostile',
    draw(
      tableWith(['2026Q1', '2026Q2', hostile, '2026Q3'], [120_000, -40_000, null, 86_000], [100_000, null, 90_000, 0]),
    ),
    size,
  ));

test('a mark says the amount and the target', () => {
  expect(marksIn(draw(normal)).at(-1)).toMatchObject({
    where: { quarter: '2026Q3' },
    name: 'Q3 FY26',
    lines: ['RM 4.86M', 'target RM 4.72M'],
  });
});
