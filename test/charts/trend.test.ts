import { expect, test } from 'vitest';
import { marksIn } from '../../renderer/charts/mark';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { TrendOptions } from '../../renderer/charts/trend';
import { trend } from '../../renderer/charts/trend';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile, people } from './golden';
import { namedWords } from './words';

const quarters = ['2024Q3', '2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2'];
const rates = [0.378, 0.384, 0.381, 0.391, 0.395, 0.42, 0.432, 0.339];

type Row = readonly [series: string | null, period: string, value: number | null, half?: number, state?: string];

function tableWith(rows: readonly Row[]): Table {
  const column = (name: string, of: (row: Row) => number | null) => numberColumn(name, 'ratio', rows.map(of));
  return tableOf(
    textColumn(
      'rep',
      rows.map(([series]) => series),
    ),
    textColumn(
      'quarter',
      rows.map(([, period]) => period),
    ),
    column('value', ([, , value]) => value),
    column('lower', ([, , value, half = 0.05]) => (value === null ? null : value - half)),
    column('upper', ([, , value, half = 0.05]) => (value === null ? null : value + half)),
    numberColumn(
      'n',
      'count',
      rows.map(() => 248),
    ),
    textColumn(
      'state',
      rows.map((row) => row[4] ?? 'ok'),
    ),
  );
}

const single = tableWith(rates.map((value, i): Row => [null, quarters[i] ?? '', value]));
const three = tableWith(
  ['Aisyah', 'Farid', 'Mei Ling'].flatMap((name, at) =>
    rates.map((value, i): Row => [
      name,
      quarters[i] ?? '',
      value + 0.06 * (at - 1) + 0.01 * ((i * (at + 2)) % 3),
      0.02,
    ]),
  ),
);

function draw(table: Table, options: Partial<TrendOptions> = {}, locale: Locale = 'en', theme: Theme = 'light') {
  return trend(table, { period: 'quarter', chosen: '2026Q2', ...options }, namedWords(locale), locale, marksOf(theme));
}

const size = { width: 434, height: 260 };

test('one line with its band', () => expectGolden('trend/normal', draw(single), size));

test('one line with a whisker at each point', () =>
  expectGolden('trend/whiskers', draw(single, { intervals: 'whisker' }), size));

test('the same on the dark page', () => expectGolden('trend/dark', draw(single, {}, 'en', 'dark'), size, 'dark'));

test('the same in Malay', () => expectGolden('trend/malay', draw(single, { intervals: 'whisker' }, 'ms'), size));

test('three people', () => expectGolden('trend/three', draw(three, { series: 'rep' }), size));

test('three people on the dark page', () =>
  expectGolden('trend/three-dark', draw(three, { series: 'rep' }, 'en', 'dark'), size, 'dark'));

test('nothing to show', () => expectGolden('trend/empty', draw(tableWith([])), size));

test('one quarter', () => expectGolden('trend/one', draw(tableWith([[null, '2026Q2', 0.339]])), size));

test('200 people: six are named, the rest is context', () =>
  expectGolden(
    'trend/200',
    draw(
      tableWith(
        people(200).flatMap((name, at) =>
          quarters.map((quarter, i): Row => [name, quarter, 0.4 + 0.2 * Math.sin(at) + 0.03 * Math.cos(i + at)]),
        ),
      ),
      { series: 'rep' },
    ),
    size,
  ));

test('a gap, thin evidence, a lone point, a hostile name', () =>
  expectGolden(
    'trend/hostile',
    draw(
      tableWith([
        [hostile, '2025Q1', 0.3],
        [hostile, '2025Q2', 0.35],
        [hostile, '2025Q3', null],
        [hostile, '2025Q4', 0.4],
        ['Thin', '2025Q1', 0.5, 0.2, 'thin'],
        ['Thin', '2025Q2', 0.45],
      ]),
      { series: 'rep' },
    ),
    size,
  ));

test('a point names its line, its quarter and its figure', () => {
  const marks = marksIn(draw(three, { series: 'rep' }));
  expect(marks).toHaveLength(24);
  expect(marks[8]).toMatchObject({
    where: { quarter: '2024Q3', rep: 'Farid' },
    name: 'Farid, Q3 FY24',
    lines: ['37.8%', '35.8–39.8', 'n 248'],
    cell: [1, 0],
  });
});

test('a band wider than the shared axis ends with it', () => {
  const wide = tableWith(quarters.map((quarter): Row => [null, quarter, 0.3, 0.6, 'thin']));
  return expectGolden('trend/wide', draw(wide, { axis: [0.1, 0.5] }), { width: 260, height: 128 });
});

test('one of several in its own shape and colour, a thin quarter hollow, the mean of all dashed', async () => {
  const rows = rates.map((value, i): Row => ['Farid', quarters[i] ?? '', value, 0.08, i === 2 ? 'thin' : 'ok']);
  const reference = [0.35, 0.36, NaN, 0.37, 0.36, 0.38, 0.37, 0.36];
  const option = draw(tableWith(rows), {
    ...{ series: 'rep', slots: [2], intervals: 'whisker', chosen: undefined, axis: [0.3, 0.5], reference },
  });
  await expectGolden('trend/one-of-several', option, size);
});
