import { expect, test } from 'vitest';
import { lorenz } from '../../renderer/charts/lorenz';
import { marksIn } from '../../renderer/charts/mark';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile } from './golden';
import { namedWords } from './words';

function tableWith(curves: readonly { name: string; amounts: readonly number[] }[]): Table {
  const rows = curves.flatMap(({ name, amounts }) => {
    const sorted = [...amounts].sort((a, b) => a - b);
    const total = sorted.reduce((sum, amount) => sum + amount, 0);
    let running = 0;
    return sorted.map((amount, i) => {
      running += amount;
      return { name, people: (i + 1) / sorted.length, share: running / total };
    });
  });
  return tableOf(
    textColumn(
      'series',
      rows.map(({ name }) => name),
    ),
    numberColumn(
      'people_share',
      'ratio',
      rows.map(({ people }) => people),
    ),
    numberColumn(
      'value_share',
      'ratio',
      rows.map(({ share }) => share),
    ),
  );
}

const both = tableWith([
  { name: 'Payouts', amounts: [0, 0, 1, 2, 2, 3, 5, 8, 14, 30] },
  { name: 'Bookings', amounts: [3, 4, 5, 5, 6, 7, 8, 9, 11, 14] },
]);

const english = {
  ...namedWords('en'),
  people: 'people, lowest first',
  equal: 'everyone alike',
  held: (people: string, share: string) => `${people} of people hold ${share}`,
};
const malay = {
  ...namedWords('ms'),
  people: 'orang, terendah dahulu',
  equal: 'semua sama',
  held: (people: string, share: string) => `${people} orang memegang ${share}`,
};

function draw(table: Table, series: string | undefined = 'series', locale: Locale = 'en', theme: Theme = 'light') {
  return lorenz(table, { series }, locale === 'ms' ? malay : english, locale, marksOf(theme));
}

const size = { width: 390, height: 310 };

test('payouts against bookings', () => expectGolden('lorenz/normal', draw(both), size));
test('the same on the dark page', () => expectGolden('lorenz/dark', draw(both, 'series', 'en', 'dark'), size, 'dark'));
test('the same in Malay', () => expectGolden('lorenz/malay', draw(both, 'series', 'ms'), size));
test('nothing to show', () => expectGolden('lorenz/empty', draw(tableWith([])), size));
test('one person', () => expectGolden('lorenz/one', draw(tableWith([{ name: 'Payouts', amounts: [5] }])), size));
test('200 people', () =>
  expectGolden(
    'lorenz/200',
    draw(tableWith([{ name: 'Payouts', amounts: Array.from({ length: 200 }, (_, i) => i * i) }])),
    size,
  ));
test('a hostile name', () =>
  expectGolden(
    'lorenz/hostile',
    draw(
      tableWith([
        { name: hostile, amounts: [1, 2, 3] },
        { name: 'b', amounts: [1, 1, 9] },
      ]),
    ),
    size,
  ));

test('a point says what share of the people holds what share of the total', () => {
  const marks = marksIn(draw(both));
  // 0 + 0 + 1 + 2 + 2 = 5 of 65
  expect(marks[4]).toMatchObject({ name: 'Payouts', lines: ['50% of people hold 8%'], cell: [0, 4] });
});
