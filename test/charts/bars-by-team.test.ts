import { expect, test } from 'vitest';
import { barsByTeam, barsByTeamHeight } from '../../renderer/charts/bars-by-team';
import { marksIn } from '../../renderer/charts/mark';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile, people } from './golden';
import { namedWords } from './words';

type Row = readonly [team: string | null, value: number | null, target: number | null];

const teams: readonly Row[] = [
  ['Central', 2_140_000, 2_000_000],
  ['North', 1_120_000, 1_160_000],
  ['South', 980_000, 940_000],
  ['East', 620_000, 620_000],
];

function tableWith(rows: readonly Row[]): Table {
  return tableOf(
    textColumn(
      'team',
      rows.map(([team]) => team),
    ),
    numberColumn(
      'value',
      'money',
      rows.map(([, value]) => value),
    ),
    numberColumn(
      'target',
      'money',
      rows.map(([, , target]) => target),
    ),
  );
}

function draw(rows: readonly Row[], locale: Locale = 'en', theme: Theme = 'light', selected?: string) {
  const words = { ...namedWords(locale), target: locale === 'ms' ? 'sasaran' : 'target' };
  const options = { category: 'team', currency: 'MYR', selected, labelWidth: 68 };
  return barsByTeam(tableWith(rows), options, words, locale, marksOf(theme));
}

const sized = (rows: number) => ({ width: 432, height: barsByTeamHeight(rows) });

test('four teams against their targets', () => expectGolden('bars-by-team/normal', draw(teams), sized(4)));

test('the same on the dark page, one selected', () =>
  expectGolden('bars-by-team/dark', draw(teams, 'en', 'dark', 'South'), sized(4), 'dark'));

test('the same in Malay', () => expectGolden('bars-by-team/malay', draw(teams, 'ms'), sized(4)));

test('nothing to show', () => expectGolden('bars-by-team/empty', draw([]), sized(0)));

test('one team without a target', () =>
  expectGolden('bars-by-team/one', draw([['Central', 2_140_000, null]]), sized(1)));

test('200 people', () =>
  expectGolden(
    'bars-by-team/200',
    draw(people(200).map((name, i): Row => [name, 900_000 - i * 4_000, 500_000])),
    sized(200),
  ));

test('hostile and missing names, a missing amount, a target of zero, reversals', () =>
  expectGolden(
    'bars-by-team/hostile',
    draw([
      [hostile, 120_000, 100_000],
      [null, null, 90_000],
      ['South', -30_000, 0],
    ]),
    sized(3),
  ));

test('a mark says the amount, the target and the share', () => {
  expect(marksIn(draw(teams))[1]).toMatchObject({
    where: { team: 'North' },
    lines: ['RM 1.12M', 'target RM 1.16M', '97%'],
  });
});
