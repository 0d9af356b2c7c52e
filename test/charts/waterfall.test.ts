import { expect, test } from 'vitest';
import { marksIn } from '../../renderer/charts/mark';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import { waterfall, waterfallHeight } from '../../renderer/charts/waterfall';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile } from './golden';
import { namedWords } from './words';

type Row = readonly [bucket: string, amount: number | null, count: number, n?: number];

const buckets: readonly Row[] = [
  ['open_start', 3_120_000, 214],
  ['new', 1_480_000, 121],
  ['reopened', 90_000, 6],
  ['pulled_in', 210_000, 14],
  ['grown', 165_000, 22],
  ['shrunk', 240_000, 31],
  ['pushed_out', 520_000, 28],
  ['won', 1_130_000, 96],
  ['lost', 640_000, 58],
  ['no_decision', 175_000, 19],
  ['disqualified', 60_000, 11],
  ['open_end', 2_300_000, 143],
];
const takes = ['shrunk', 'pushed_out', 'won', 'lost', 'no_decision', 'disqualified'];

function tableWith(rows: readonly Row[]): Table {
  return tableOf(
    textColumn(
      'bucket',
      rows.map(([bucket]) => bucket),
    ),
    numberColumn(
      'amount_money',
      'money',
      rows.map(([, amount]) => amount),
    ),
    numberColumn(
      'count',
      'count',
      rows.map(([, , count]) => count),
    ),
    numberColumn(
      'n',
      'count',
      rows.map(([, , count, n]) => n ?? count),
    ),
  );
}

function draw(rows: readonly Row[], locale: Locale = 'en', theme: Theme = 'light', selected?: string) {
  const nameOf = (bucket: string | null) => (bucket ?? '').replace('_', ' ');
  const words = { ...namedWords(locale), nameOf, deals: locale === 'ms' ? 'urus niaga' : 'deals', changes: 'changes' };
  const options = { levels: ['open_start', 'open_end'], takes, selected, currency: 'MYR' };
  return waterfall(tableWith(rows), options, words, locale, marksOf(theme));
}

const sized = (rows: number) => ({ width: 640, height: waterfallHeight(rows) });

test('twelve buckets', () => expectGolden('waterfall/normal', draw(buckets), sized(12)));

test('the same on the dark page, one selected', () =>
  expectGolden('waterfall/dark', draw(buckets, 'en', 'dark', 'lost'), sized(12), 'dark'));

test('the same in Malay', () => expectGolden('waterfall/malay', draw(buckets, 'ms'), sized(12)));

test('nothing to show', () => expectGolden('waterfall/empty', draw([]), sized(1)));

test('one bucket', () => expectGolden('waterfall/one', draw([['open_start', 3_120_000, 214]]), sized(1)));

test('200 buckets', () =>
  expectGolden(
    'waterfall/200',
    draw(Array.from({ length: 200 }, (_, i): Row => [`b${i}`, (i % 2 === 0 ? 1 : -1) * 1000 * i, i])),
    sized(200),
  ));

test('a hostile name, a missing amount, a level below zero', () =>
  expectGolden(
    'waterfall/hostile',
    draw([
      ['open_start', 100, 3],
      [hostile, null, 0],
      ['lost', -250, 4],
      ['open_end', -150, 1],
    ]),
    sized(4),
  ));

test('a bucket that takes is written with a minus, whichever sign it is stored with', () => {
  const [, , lost] = marksIn(
    draw([
      ['open_start', 100, 3],
      ['new', 60, 1],
      ['lost', 40, 2],
    ]),
  );
  expect(lost).toMatchObject({ where: { bucket: 'lost' }, lines: ['−RM 40', '2 deals'], area: { x: [120, 160] } });
  expect(
    marksIn(
      draw([
        ['open_start', 100, 3],
        ['new', 60, 1],
        ['lost', -40, 2],
      ]),
    )[2],
  ).toMatchObject({ area: { x: [120, 160] } });
});

test('the closing level meets the last bar when the buckets balance', () => {
  const marks = marksIn(draw(buckets));
  expect(marks.at(-1)?.area.x[1]).toBe(marks.at(-2)?.area.x[0]);
});

test('what moves money and no deal says how many changes it was, as many as its rows', () => {
  const option = draw([
    ['open_start', 100, 3],
    ['grown', 40, 0, 7],
    ['reopened', 0, 0, 0],
  ]);
  expect(marksIn(option).map(({ lines }) => lines[1])).toEqual(['3 deals', '7 changes', '0 deals']);
});
