import { expect, test } from 'vitest';
import type { CompareRowOptions } from '../../renderer/charts/compare-row';
import { compareRow, compareRowHeight } from '../../renderer/charts/compare-row';
import { marksIn } from '../../renderer/charts/mark';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale, Unit } from '../../renderer/i18n/format';
import { expectGolden, hostile, people } from './golden';
import { namedWords } from './words';

type Row = readonly [person: string, value: number | null, lower: number | null, upper: number | null, state?: string];

function tableWith(rows: readonly Row[], unit: Unit): Table {
  const column = (name: string, at: 1 | 2 | 3) =>
    numberColumn(
      name,
      unit,
      rows.map((row) => row[at]),
    );
  return tableOf(
    textColumn(
      'rep',
      rows.map(([person]) => person),
    ),
    column('value', 1),
    column('lower', 2),
    column('upper', 3),
    textColumn(
      'state',
      rows.map((row) => row[4] ?? 'ok'),
    ),
  );
}

const discover: readonly Row[] = [
  ['Aisyah', 0.699, 0.64, 0.758],
  ['Farid', 0.702, 0.647, 0.757],
  ['Suresh', 0.611, 0.554, 0.668],
  ['Mei Ling', 0.73, 0.674, 0.786],
];
const discoverPeers = { p25: 0.685, median: 0.694, p75: 0.7 };

const bookings: readonly Row[] = [
  ['Aisyah', 980_000, 790_000, 1_190_000],
  ['Farid', 680_000, 520_000, 860_000],
  ['Suresh', 840_000, 670_000, 1_030_000],
  ['Mei Ling', 1_450_000, 1_170_000, 1_760_000],
];
const bookingsPeers = { p25: 660_000, median: 800_000, p75: 950_000 };

function draw(
  rows: readonly Row[],
  options: Partial<CompareRowOptions> = {},
  unit: Unit = 'ratio',
  locale: Locale = 'en',
  theme: Theme = 'light',
) {
  return compareRow(tableWith(rows, unit), { person: 'rep', ...options }, namedWords(locale), locale, marksOf(theme));
}

const size = { width: 500, height: compareRowHeight };

test('a rate of four people', () => expectGolden('compare-row/normal', draw(discover, { peers: discoverPeers }), size));

test('money of four people', () =>
  expectGolden('compare-row/money', draw(bookings, { peers: bookingsPeers }, 'money'), size));

test('the same on the dark page', () =>
  expectGolden('compare-row/dark', draw(bookings, { peers: bookingsPeers }, 'money', 'en', 'dark'), size, 'dark'));

test('the same in Malay', () =>
  expectGolden('compare-row/malay', draw(discover, { peers: discoverPeers }, 'ratio', 'ms'), size));

test('two people, one with thin evidence', () =>
  expectGolden('compare-row/two', draw([discover[0] ?? ['', 0, 0, 0], ['Hafiz', 0.68, 0.42, 0.87, 'thin']]), size));

test('six people', () =>
  expectGolden(
    'compare-row/six',
    draw([...discover, ['Kamala', 0.68, 0.62, 0.74], ['Priya', 0.71, 0.66, 0.76]], { peers: discoverPeers }),
    size,
  ));

test('one person in the header is pointed at', () =>
  expectGolden('compare-row/focus', draw(discover, { peers: discoverPeers, focus: 'Suresh' }), size));

test('nobody', () => expectGolden('compare-row/empty', draw([]), size));

test('one person', () => expectGolden('compare-row/one', draw([['Aisyah', 38, 33, 44]], {}, 'days'), size));

test('200 people are still drawn within the row', () =>
  expectGolden(
    'compare-row/200',
    draw(people(200).map((name, i): Row => [name, 0.5 + i / 1000, 0.45 + i / 1000, 0.55 + i / 1000])),
    size,
  ));

test('hostile names and a missing value', () =>
  expectGolden(
    'compare-row/hostile',
    draw([
      [hostile, 0.5, 0.4, 0.6],
      ['Nobody', null, null, null],
    ]),
    size,
  ));

test('people keep the shape of their place when one is left out', () => {
  const [first] = marksIn(draw(discover.slice(2), { slots: [2, 3] }));
  expect(first).toMatchObject({ where: { rep: 'Suresh' }, lines: ['61.1%', '55.4–66.8'], cell: [0, 0] });
});
