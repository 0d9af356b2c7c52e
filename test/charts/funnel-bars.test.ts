import { expect, test } from 'vitest';
import { funnelBars, laneHeight } from '../../renderer/charts/funnel-bars';
import { marksIn } from '../../renderer/charts/mark';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile } from './golden';
import { namedWords } from './words';

type Row = readonly [step: string, reached: number | null, young: number | null, compared: number | null];

const journeys: readonly Row[] = [
  ['Lead', 1284, 0, 1197],
  ['Qualified', 693, 0, 668],
  ['Meeting', 471, 0, 470],
  ['Proposal', 351, 33, 366],
  ['Won', 105, 21, 158],
];

const under = [
  null,
  '402 disqualified · 121 no decision · 68 open',
  '97 lost · 61 disqualified · 64 open',
  '58 lost · 27 no decision · 14 open',
  '96 lost · 41 no decision · 27 open',
];

function tableWith(rows: readonly Row[]): Table {
  return tableOf(
    textColumn(
      'step',
      rows.map(([step]) => step),
    ),
    numberColumn(
      'reached',
      'count',
      rows.map(([, reached]) => reached),
    ),
    numberColumn(
      'young',
      'count',
      rows.map(([, , young]) => young),
    ),
    numberColumn(
      'compared',
      'count',
      rows.map(([, , , compared]) => compared),
    ),
  );
}

const terms = {
  en: { young: 'too young, so far', compared: ['Q1, same window', 'Q3 FY25, same window'] },
  ms: { young: 'terlalu awal, setakat ini', compared: ['S1, tempoh sama'] },
};

function draw(
  rows: readonly Row[],
  locale: Locale = 'en',
  theme: Theme = 'light',
  lines: readonly (string | null)[] = under,
) {
  const words = { ...namedWords(locale), ...terms[locale] };
  return funnelBars(tableWith(rows), { step: 'step', under: lines }, words, locale, marksOf(theme));
}

const sized = (rows: number) => ({ width: 312, height: rows * laneHeight });

test('five steps against the quarter before', () => expectGolden('funnel-bars/normal', draw(journeys), sized(5)));

test('the same on the dark page', () =>
  expectGolden('funnel-bars/dark', draw(journeys, 'en', 'dark'), sized(5), 'dark'));

test('the same in Malay', () =>
  expectGolden(
    'funnel-bars/malay',
    draw(journeys, 'ms', 'light', [null, '402 tidak layak · 121 tiada keputusan · 68 terbuka', null, null, null]),
    sized(5),
  ));

test('nothing to show', () => expectGolden('funnel-bars/empty', draw([]), sized(1)));

test('one step without a compared period', () =>
  expectGolden('funnel-bars/one', draw([['Lead', 1_284_000, null, null]]), sized(1)));

test('200 steps', () =>
  expectGolden(
    'funnel-bars/200',
    draw(Array.from({ length: 200 }, (_, i): Row => [`Step ${i}`, 4000 - i * 20, i, 3900 - i * 19])),
    sized(200),
  ));

test('hostile texts, zero, nothing but young, a missing count', () =>
  expectGolden(
    'funnel-bars/hostile',
    draw(
      [
        [hostile, 0, 0, 0],
        ['Young', 80, 80, 12],
        ['Missing', null, null, null],
        ['Thin slice', 300, 2, 299],
      ],
      'en',
      'light',
      [hostile, '{a|b}', null, null],
    ),
    sized(4),
  ));

test('a second compared period has a tick of its own, and every mark names it', () => {
  const earlier = [1102, 640, 433, 340, null];
  const table = tableOf(...tableWith(journeys).columns, numberColumn('earlier', 'count', earlier));
  const words = { ...namedWords('en'), ...terms.en };
  const option = funnelBars(
    table,
    { step: 'step', under, compared: ['compared', 'earlier'] },
    words,
    'en',
    marksOf('light'),
  );
  expect(marksIn(option)[0]?.lines).toEqual(['1,284', '1,197 Q1, same window', '1,102 Q3 FY25, same window']);
  expect(marksIn(option)[4]?.lines).toHaveLength(3);
  return expectGolden('funnel-bars/two-compared', option, sized(5));
});

test('a mark names the count, what is too young and the compared period', () => {
  const marks = marksIn(draw(journeys));
  expect(marks[4]).toMatchObject({
    where: { step: 'Won' },
    lines: ['105', '21 too young, so far', '158 Q1, same window'],
  });
  expect(marks[0]?.lines).toEqual(['1,284', '1,197 Q1, same window']);
});

test('money is written with its currency, in short', () => {
  const table = tableOf(
    textColumn('step', ['Lead', 'Won']),
    numberColumn('reached', 'money', [null, 1_284_000]),
    numberColumn('young', 'money', [0, 20_500]),
  );
  const words = { ...namedWords('en'), ...terms.en };
  const marks = marksIn(funnelBars(table, { step: 'step', currency: 'MYR' }, words, 'en', marksOf('light')));
  expect(marks.map(({ lines }) => lines)).toEqual([['–'], ['RM 1.28M', 'RM 20.5K too young, so far']]);
});
