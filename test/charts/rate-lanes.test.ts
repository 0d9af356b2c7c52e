import { expect, test } from 'vitest';
import { laneHeight } from '../../renderer/charts/funnel-bars';
import { marksIn } from '../../renderer/charts/mark';
import { laneHeadHeight, rateLanes } from '../../renderer/charts/rate-lanes';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile } from './golden';
import { namedWords } from './words';

type Triple = readonly [value: number, lower: number, upper: number] | null;
type Row = readonly [step: string, now: Triple, before: Triple, state?: string];

const steps: readonly Row[] = [
  ['Lead', null, null],
  ['Qualified', [0.54, 0.512, 0.567], [0.558, 0.53, 0.586]],
  ['Meeting', [0.68, 0.644, 0.713], [0.704, 0.668, 0.737]],
  ['Proposal', [0.765, 0.722, 0.803], [0.779, 0.738, 0.814]],
  ['Won', [0.339, 0.283, 0.4], [0.432, 0.382, 0.483]],
];

function tableWith(rows: readonly Row[]): Table {
  const column = (name: string, which: 1 | 2, at: 0 | 1 | 2) =>
    numberColumn(
      name,
      'ratio',
      rows.map((row) => row[which]?.[at] ?? null),
    );
  return tableOf(
    textColumn(
      'step',
      rows.map(([step]) => step),
    ),
    column('value', 1, 0),
    column('lower', 1, 1),
    column('upper', 1, 2),
    column('compared', 2, 0),
    column('compared_lower', 2, 1),
    column('compared_upper', 2, 2),
    numberColumn(
      'n',
      'count',
      rows.map(() => 248),
    ),
    textColumn(
      'state',
      rows.map((row) => row[3] ?? 'ok'),
    ),
  );
}

function draw(rows: readonly Row[], locale: Locale = 'en', theme: Theme = 'light') {
  const words = { ...namedWords(locale), compared: locale === 'ms' ? ['S1'] : ['Q1'] };
  return rateLanes(tableWith(rows), { step: 'step' }, words, locale, marksOf(theme));
}

const sized = (rows: number) => ({ width: 168, height: laneHeadHeight + rows * laneHeight });

test('five steps against the quarter before', () => expectGolden('rate-lanes/normal', draw(steps), sized(5)));

test('the same on the dark page', () => expectGolden('rate-lanes/dark', draw(steps, 'en', 'dark'), sized(5), 'dark'));

test('the same in Malay', () => expectGolden('rate-lanes/malay', draw(steps, 'ms'), sized(5)));

test('nothing to show', () => expectGolden('rate-lanes/empty', draw([]), sized(1)));

test('one step', () => expectGolden('rate-lanes/one', draw([['Won', [0.97, 0.93, 1], null]]), sized(1)));

test('200 steps', () =>
  expectGolden(
    'rate-lanes/200',
    draw(
      Array.from({ length: 200 }, (_, i): Row => {
        const value = 0.5 + 0.3 * Math.sin(i / 5);
        return [`Step ${i}`, [value, value - 0.05, value + 0.05], [value - 0.03, value - 0.08, value + 0.02]];
      }),
    ),
    sized(200),
  ));

test('hostile names and thin evidence', () =>
  expectGolden(
    'rate-lanes/hostile',
    draw([
      [hostile, [0.5, 0.1, 0.9], null, 'thin'],
      ['Zero', [0, 0, 0.12], [0, 0, 0.08]],
    ]),
    sized(2),
  ));

test('two compared periods lie one below the other, each in a shape of its own', () => {
  const earlier = ['earlier', 'earlier_lower', 'earlier_upper'].map((name, at) =>
    numberColumn(
      name,
      'ratio',
      steps.map((row) => (row[1] === null ? null : ([0.6, 0.55, 0.65][at] ?? null))),
    ),
  );
  const option = rateLanes(
    tableOf(...tableWith(steps).columns, ...earlier),
    { step: 'step', compared: ['compared', 'earlier'] },
    { ...namedWords('en'), compared: ['Q1', 'Q3 FY25'] },
    'en',
    marksOf('light'),
  );
  expect(marksIn(option)[3]?.lines.slice(-2)).toEqual(['Q1: 43.2%', 'Q3 FY25: 60.0%']);
  return expectGolden('rate-lanes/two-compared', option, sized(5));
});

test('a mark names the rate, its interval and the compared one', () => {
  const marks = marksIn(draw(steps));
  expect(marks).toHaveLength(4);
  expect(marks[3]).toMatchObject({ where: { step: 'Won' }, lines: ['33.9%', '28.3–40.0', 'n 248', 'Q1: 43.2%'] });
});
