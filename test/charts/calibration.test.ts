import { expect, test } from 'vitest';
import { calibration } from '../../renderer/charts/calibration';
import { marksIn } from '../../renderer/charts/mark';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile } from './golden';
import { words } from './words';

type Row = readonly [predicted: number, came: number, half: number, state?: string];

const tenths: readonly Row[] = [
  [0.06, 0.05, 0.05],
  [0.15, 0.17, 0.09],
  [0.25, 0.22, 0.1],
  [0.35, 0.37, 0.11],
  [0.45, 0.43, 0.11],
  [0.55, 0.58, 0.12],
  [0.66, 0.63, 0.11],
  [0.75, 0.78, 0.1],
  [0.85, 0.83, 0.09],
  [0.94, 0.95, 0.05, 'thin'],
];

function tableWith(rows: readonly Row[]): Table {
  const column = (name: string, of: (row: Row) => number) => numberColumn(name, 'ratio', rows.map(of));
  return tableOf(
    column('predicted', ([predicted]) => predicted),
    column('value', ([, came]) => came),
    column('lower', ([, came, half]) => Math.max(0, came - half)),
    column('upper', ([, came, half]) => Math.min(1, came + half)),
    numberColumn(
      'n',
      'count',
      rows.map(() => 48),
    ),
    textColumn(
      'state',
      rows.map((row) => row[3] ?? 'ok'),
    ),
  );
}

function draw(
  rows: readonly Row[],
  locale: Locale = 'en',
  theme: Theme = 'light',
  predicted = 'predicted to have left',
) {
  const own = { ...words[locale], predicted: locale === 'ms' ? 'diramal sudah pergi' : predicted };
  return calibration(tableWith(rows), own, locale, marksOf(theme));
}

const size = { width: 216, height: 210 };

test('ten groups', () => expectGolden('calibration/normal', draw(tenths), size));
test('the same on the dark page', () => expectGolden('calibration/dark', draw(tenths, 'en', 'dark'), size, 'dark'));
test('the same in Malay', () => expectGolden('calibration/malay', draw(tenths, 'ms'), size));
test('nothing to show', () => expectGolden('calibration/empty', draw([]), size));
test('one group', () => expectGolden('calibration/one', draw([[0.4, 0.5, 0.2]]), size));
test('200 groups', () =>
  expectGolden('calibration/200', draw(Array.from({ length: 200 }, (_, i): Row => [i / 200, i / 200, 0.02])), size));
test('a hostile word', () => expectGolden('calibration/hostile', draw(tenths, 'en', 'light', hostile), size));

test('a dot says what was predicted and what came', () => {
  expect(marksIn(draw(tenths))[3]).toMatchObject({
    name: 'predicted to have left: 35.0%',
    lines: ['37.0%', '26.0–48.0', 'n 48'],
  });
});
