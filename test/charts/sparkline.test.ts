import { expect, test } from 'vitest';
import { marksIn } from '../../renderer/charts/mark';
import { sparkline, sparklineHeight } from '../../renderer/charts/sparkline';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden } from './golden';
import { words } from './words';

const quarters = ['2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3'];
const rates = [0.314, 0.318, 0.332, 0.3325, 0.332, 0.349, 0.33, 0.312];

function tableWith(values: readonly (number | null)[], periods: readonly string[] = quarters): Table {
  return tableOf(
    textColumn('quarter', periods.slice(0, values.length)),
    numberColumn('value', 'ratio', values),
    numberColumn(
      'lower',
      'ratio',
      values.map((value) => value && value - 0.036),
    ),
    numberColumn(
      'upper',
      'ratio',
      values.map((value) => value && value + 0.038),
    ),
    numberColumn(
      'n',
      'count',
      values.map(() => 609),
    ),
  );
}

function draw(table: Table, small = false, locale: Locale = 'en', theme: Theme = 'light') {
  return sparkline(table, { period: 'quarter', small }, words[locale], locale, marksOf(theme));
}

const large = { width: 224, height: sparklineHeight.large };
const small = { width: 64, height: sparklineHeight.small };

test('eight quarters with their band', () => expectGolden('sparkline/normal', draw(tableWith(rates)), large));

test('the same on the dark page', () =>
  expectGolden('sparkline/dark', draw(tableWith(rates), false, 'en', 'dark'), large, 'dark'));

test('the same in Malay', () => expectGolden('sparkline/malay', draw(tableWith(rates), false, 'ms'), large));

test('nothing to show', () => expectGolden('sparkline/empty', draw(tableWith([])), large));

test('one quarter', () => expectGolden('sparkline/one', draw(tableWith([0.312])), large));

test('a missing quarter leaves a gap', () =>
  expectGolden('sparkline/gap', draw(tableWith([0.314, 0.318, null, 0.3325, 0.332, 0.349, null, 0.312])), large));

test('every other quarter alone stands as a point', () =>
  expectGolden('sparkline/alone', draw(tableWith([null, 0.2, null, 0.3, null, 0.35, 0.31, null]), true), small));

test('the small form', () => expectGolden('sparkline/small', draw(tableWith(rates), true), small));

test('the small form when all quarters are alike', () =>
  expectGolden('sparkline/small-level', draw(tableWith([0.3, 0.3, 0.3, 0.3]), true), small));

test('two hundred weeks', () => {
  const weeks = Array.from(
    { length: 200 },
    (_, i) => `20${22 + Math.floor(i / 52)}-W${String((i % 52) + 1).padStart(2, '0')}`,
  );
  return expectGolden(
    'sparkline/200',
    draw(
      tableWith(
        weeks.map((_, i) => 0.3 + 0.05 * Math.sin(i / 9)),
        weeks,
      ),
    ),
    large,
  );
});

test('each quarter is a mark that opens its rows', () => {
  const marks = marksIn(draw(tableWith(rates)));
  expect(marks).toHaveLength(8);
  expect(marks.at(-1)).toMatchObject({
    where: { quarter: '2026Q3' },
    name: 'Q3 FY26',
    lines: ['31.2%', '27.6–35.0', 'n 609'],
  });
});
