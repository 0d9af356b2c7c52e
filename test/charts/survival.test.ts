import { expect, test } from 'vitest';
import { renderSvg } from '../../renderer/charts/direct';
import type { ChartOption } from '../../renderer/charts/echarts';
import { marksIn } from '../../renderer/charts/mark';
import { survival, survivalHeight } from '../../renderer/charts/survival';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile, people } from './golden';
import { namedWords } from './words';

const month = 30.4375;

interface Group {
  readonly name: string;
  readonly size: number;
  readonly keep: number;
  readonly months: number;
}

function tableWith(groups: readonly Group[]): Table {
  const rows = groups.flatMap(({ name, size, keep, months }) =>
    Array.from({ length: months }, (_, i) => {
      const share = keep + (1 - keep) * Math.exp(-(i + 1) / 9) * (1 - 0.06 * Math.min(1, i));
      return { name, t: (i + 1) * month, share, half: 0.02 + 0.002 * i, risk: Math.round(size * share * (1 - i / 45)) };
    }),
  );
  const column = (named: string, unit: 'ratio' | 'days' | 'count', of: (row: (typeof rows)[number]) => number) =>
    numberColumn(named, unit, rows.map(of));
  return tableOf(
    textColumn(
      'segment',
      rows.map(({ name }) => name),
    ),
    column('t_days', 'days', ({ t }) => t),
    column('survival', 'ratio', ({ share }) => share),
    column('lower', 'ratio', ({ share, half }) => Math.max(0, share - half)),
    column('upper', 'ratio', ({ share, half }) => Math.min(1, share + half)),
    column('at_risk', 'count', ({ risk }) => risk),
  );
}

const two = tableWith([
  { name: 'Government', size: 402, keep: 0.44, months: 36 },
  { name: 'SMB', size: 652, keep: 0.29, months: 36 },
]);

const english = { ...namedWords('en'), axis: 'months since first purchase · numbers at risk', atRisk: 'at risk' };
const malay = { ...namedWords('ms'), axis: 'bulan sejak pembelian pertama · bilangan berisiko', atRisk: 'berisiko' };

function draw(table: Table, group: string | undefined = 'segment', locale: Locale = 'en', theme: Theme = 'light') {
  return survival(table, { group }, locale === 'ms' ? malay : english, locale, marksOf(theme));
}

const sized = (groups: number) => ({ width: 474, height: survivalHeight(groups) });

test('two groups over three years', () => expectGolden('survival/normal', draw(two), sized(2)));

test('the same on the dark page', () =>
  expectGolden('survival/dark', draw(two, 'segment', 'en', 'dark'), sized(2), 'dark'));

test('the same in Malay', () => expectGolden('survival/malay', draw(two, 'segment', 'ms'), sized(2)));

test('all customers as one curve', () =>
  expectGolden(
    'survival/single',
    survival(tableWith([{ name: 'all', size: 900, keep: 0.4, months: 20 }]), {}, english, 'en', marksOf('light')),
    sized(1),
  ));

test('nothing to show', () => expectGolden('survival/empty', draw(tableWith([])), sized(1)));

test('one event', () =>
  expectGolden('survival/one', draw(tableWith([{ name: 'SMB', size: 9, keep: 0.5, months: 1 }])), sized(1)));

test('of 200 groups six are drawn, their names set apart', () =>
  expectGolden(
    'survival/200',
    draw(tableWith(people(200).map((name, i) => ({ name, size: 100 + i, keep: 0.3 + (i % 6) / 60, months: 24 })))),
    sized(200),
  ));

test('a hostile name and a group that ends early', () =>
  expectGolden(
    'survival/hostile',
    draw(
      tableWith([
        { name: hostile, size: 80, keep: 0.6, months: 10 },
        { name: 'Long', size: 90, keep: 0.5, months: 40 },
      ]),
    ),
    sized(2),
  ));

test('curves beside each other are told by shape at their end, at its name and at their numbers; one alone needs none', () => {
  const shapes = (option: ChartOption): string[] =>
    renderSvg(option, sized(2), 'light').match(
      new RegExp(`<[^>]*fill="${marksOf('light').categories[1]}"[^>]*>`, 'g'),
    ) ?? [];
  expect(shapes(draw(two)).filter((each) => !each.includes('opacity'))).toHaveLength(3);
  expect(shapes(draw(tableWith([{ name: 'SMB', size: 9, keep: 0.5, months: 3 }])))).toEqual([]);
});

test('a curve begins at 100 % and a mark stands at each tick', () => {
  const marks = marksIn(draw(two));
  expect(marks).toHaveLength(14);
  expect(marks[0]).toMatchObject({ where: { segment: 'Government', t: '0' }, lines: ['100.0%', '378 at risk'] });
  expect(marks[7]?.name).toBe('SMB, 0');
});
