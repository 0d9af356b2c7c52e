import { expect, test } from 'vitest';
import { marksIn } from '../../renderer/charts/mark';
import { slope } from '../../renderer/charts/slope';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile, people } from './golden';
import { namedWords } from './words';

type Row = readonly [name: string, before: number | null, after: number | null];

const sources: readonly Row[] = [
  ['Referral', 0.25, 0.284],
  ['Existing customer', 0.21, 0.198],
  ['Trade fair', 0.115, 0.112],
  ['Website', 0.07, 0.059],
  ['Outbound call', 0.05, 0.053],
  ['Directory', null, 0.037],
];

function tableWith(rows: readonly Row[]): Table {
  return tableOf(
    textColumn(
      'source',
      rows.map(([name]) => name),
    ),
    numberColumn(
      'before',
      'ratio',
      rows.map(([, before]) => before),
    ),
    numberColumn(
      'after',
      'ratio',
      rows.map(([, , after]) => after),
    ),
  );
}

function draw(rows: readonly Row[], locale: Locale = 'en', theme: Theme = 'light', selected?: string) {
  const sides = locale === 'ms' ? { before: 'S2 TK26', after: 'S3 TK26' } : { before: 'Q2 FY26', after: 'Q3 FY26' };
  return slope(
    tableWith(rows),
    { category: 'source', selected },
    { ...namedWords(locale), ...sides },
    locale,
    marksOf(theme),
  );
}

const size = { width: 480, height: 300 };

test('six sources, one selected', () => expectGolden('slope/normal', draw(sources, 'en', 'light', 'Trade fair'), size));
test('the same on the dark page', () => expectGolden('slope/dark', draw(sources, 'en', 'dark'), size, 'dark'));
test('the same in Malay', () => expectGolden('slope/malay', draw(sources, 'ms'), size));
test('nothing to show', () => expectGolden('slope/empty', draw([]), size));
test('one source', () => expectGolden('slope/one', draw(sources.slice(0, 1)), size));
test('of 200 people only the selected one is named', () =>
  expectGolden(
    'slope/200',
    draw(
      people(200).map((name, i): Row => [name, 0.2 + (i % 50) / 200, 0.2 + (i % 37) / 150]),
      'en',
      'light',
      'Aisyah Rahman',
    ),
    size,
  ));
test('a hostile name', () =>
  expectGolden(
    'slope/hostile',
    draw([
      [hostile, 0.2, 0.3],
      ['b', 0.2, null],
      ['c', null, null],
    ]),
    size,
  ));

test('names of forty letters stand in full at the right, in two lines', () =>
  expectGolden(
    'slope/long',
    draw([
      ['Muhammad Hafizuddin bin Abdul Rahman', 0.31, 0.38],
      ['Nur Syahirah Athirah binti Mohd Khairuddin', 0.3, 0.36],
      ['Lim Jia Hui', 0.22, 0.24],
    ]),
    size,
  ));

test('people with their intervals', () => {
  const limits = (name: string, by: number) =>
    numberColumn(
      name,
      'ratio',
      sources.slice(0, 3).map(([, before, after]) => ((name.startsWith('before') ? before : after) ?? NaN) + by),
    );
  const { columns } = tableWith(sources.slice(0, 3));
  const table = tableOf(
    ...columns,
    ...['before', 'after'].flatMap((side) => [limits(`${side}_lower`, -0.03), limits(`${side}_upper`, 0.04)]),
  );
  const sides = { before: 'before', after: 'now' };
  const words = { ...namedWords('en'), ...sides };
  return expectGolden('slope/intervals', slope(table, { category: 'source' }, words, 'en', marksOf('light')), size);
});

test('many people in two clusters stand beside each other only where their intervals would meet', () => {
  const rows = people(16).map((name, i): Row => [name, (i % 2 ? 0.1 : 0.6) + i / 400, (i % 2 ? 0.2 : 0.7) + i / 400]);
  const { columns } = tableWith(rows);
  const limit = (side: 'before' | 'after', end: string, by: number) =>
    numberColumn(
      `${side}_${end}`,
      'ratio',
      rows.map(([, before, after]) => ((side === 'before' ? before : after) ?? NaN) + by),
    );
  const ends = (['before', 'after'] as const).flatMap((side) => [
    limit(side, 'lower', -0.08),
    limit(side, 'upper', 0.08),
  ]);
  const words = { ...namedWords('en'), before: 'before', after: 'now' };
  const option = slope(tableOf(...columns, ...ends), { category: 'source' }, words, 'en', marksOf('light'));
  return expectGolden('slope/clusters', option, size);
});

test('a line says both values', () => {
  expect(marksIn(draw(sources))[0]).toMatchObject({
    where: { source: 'Referral' },
    lines: ['Q2 FY26 25.0%', 'Q3 FY26 28.4%'],
  });
});
