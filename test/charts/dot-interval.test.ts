import { expect, test } from 'vitest';
import type { DotIntervalOptions } from '../../renderer/charts/dot-interval';
import { dotInterval, dotIntervalHeight } from '../../renderer/charts/dot-interval';
import { marksIn } from '../../renderer/charts/mark';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile, people } from './golden';
import { namedWords } from './words';

type Row = readonly [
  name: string | null,
  value: number | null,
  lower: number | null,
  upper: number | null,
  n: number,
  state?: string,
];

function tableWith(rows: readonly Row[], unit: 'ratio' | 'money' = 'ratio'): Table {
  return tableOf(
    textColumn(
      'source',
      rows.map(([name]) => name),
    ),
    numberColumn(
      'value',
      unit,
      rows.map(([, value]) => value),
    ),
    numberColumn(
      'lower',
      unit,
      rows.map(([, , lower]) => lower),
    ),
    numberColumn(
      'upper',
      unit,
      rows.map(([, , , upper]) => upper),
    ),
    numberColumn(
      'n',
      'count',
      rows.map(([, , , , n]) => n),
    ),
    textColumn(
      'state',
      rows.map((row) => row[5] ?? 'ok'),
    ),
  );
}

const bySource = tableWith([
  ['Referral', 0.284, 0.19, 0.402, 67],
  ['Existing customer', 0.198, 0.137, 0.279, 121],
  ['Trade fair', 0.112, 0.064, 0.19, 98],
  ['Website', 0.059, 0.037, 0.093, 287],
  ['Outbound call', 0.043, 0.024, 0.078, 231],
  ['Directory', 0.037, 0.013, 0.102, 82, 'thin'],
]);

function draw(table: Table, options: Partial<DotIntervalOptions> = {}, locale: Locale = 'en', theme: Theme = 'light') {
  return dotInterval(
    table,
    { category: 'source', reference: 0.095, ...options },
    namedWords(locale),
    locale,
    marksOf(theme),
  );
}

const sized = (rows: number) => ({ width: 434, height: dotIntervalHeight(rows) });

test('a breakdown by source', () =>
  expectGolden('dot-interval/normal', draw(bySource, { selected: 'Website' }), sized(6)));

test('the same on the dark page', () =>
  expectGolden('dot-interval/dark', draw(bySource, {}, 'en', 'dark'), sized(6), 'dark'));

test('the same in Malay', () => expectGolden('dot-interval/malay', draw(bySource, {}, 'ms'), sized(6)));

test('nothing to show', () => expectGolden('dot-interval/empty', draw(tableWith([]), { reference: null }), sized(1)));

test('names too long for a line take two', () =>
  expectGolden(
    'dot-interval/long',
    draw(
      tableWith([
        ['Muhammad Hafizuddin bin Abdul Rahman', 0.284, 0.19, 0.402, 67],
        ['Nur Syahirah Athirah binti Mohd Khairuddin', 0.198, 0.137, 0.279, 121],
        ['Lim Jia Hui', 0.112, 0.064, 0.19, 98],
      ]),
      { labelWidth: 148 },
    ),
    sized(3),
  ));

test('one row', () =>
  expectGolden('dot-interval/one', draw(tableWith([['Referral', 0.284, 0.19, 0.402, 67]])), sized(1)));

test('200 people', () => {
  const rows = people(200).map((name, i): Row => {
    const value = 0.3 + 0.1 * Math.sin(i);
    return [name, value, value - 0.06, value + 0.07, 40 + (i % 90), i % 17 === 0 ? 'thin' : 'ok'];
  });
  return expectGolden('dot-interval/200', draw(tableWith(rows), { reference: 0.3 }), sized(200));
});

test('hostile, missing and very long names, a missing value, money', () =>
  expectGolden(
    'dot-interval/hostile',
    draw(
      tableWith(
        [
          [hostile, 25_800, 21_000, 31_200, 38],
          [null, 27_100, null, null, 25],
          ['{value} and a name that goes on beyond all room there is', null, null, null, 0],
          ['Below zero', -3_400, -9_000, 2_500, 31],
        ],
        'money',
      ),
      { reference: 24_000, currency: 'MYR' },
    ),
    sized(4),
  ));

test('a mark says its value, interval, evidence and what rows are behind it', () => {
  const [first, , , , , thin] = marksIn(draw(bySource));
  expect(first).toMatchObject({
    where: { source: 'Referral' },
    name: 'Referral',
    lines: ['28.4%', '19.0–40.2', 'n 67'],
    cell: [0, 0],
  });
  expect(thin?.lines).toEqual(['3.7%', '1.3–10.2', 'thin, n 82']);
});

test('the interval of one case ends with the axis of the others, an arrowhead where it goes on', () => {
  const rows = tableWith([
    ['Central', 0.265, 0.224, 0.311, 392],
    ['North', 0.344, 0.296, 0.395, 355],
    ['Unassigned', 0, 0, 0.793, 1, 'thin'],
  ]);
  return expectGolden('dot-interval/one-case', draw(rows), { width: 434, height: dotIntervalHeight(3) });
});

test('where all are thin, two cases do not stretch the axis of the others', () => {
  const rows = tableWith(
    [
      ['A', 9_000, 6_000, 12_000, 7, 'thin'],
      ['B', 14_000, -310_000, 338_000, 2, 'thin'],
      ['C', 7_000, 2_000, 12_500, 5, 'thin'],
    ],
    'money',
  );
  expect(draw(rows, { reference: 9_400 }).xAxis).toMatchObject({ min: 6_000, max: 14_000 });
  const alone = tableWith([['B', 14_000, -310_000, 338_000, 2, 'thin']], 'money');
  expect(draw(alone, { reference: null }).xAxis).toMatchObject({ min: -400_000, max: 400_000 });
});
