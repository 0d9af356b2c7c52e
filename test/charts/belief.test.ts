import { expect, test } from 'vitest';
import type { BeliefOptions } from '../../renderer/charts/belief';
import { belief } from '../../renderer/charts/belief';
import { marksIn } from '../../renderer/charts/mark';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile } from './golden';

function tableWith(steps: number, mean = 0.267, sd = 0.033): Table {
  const xs = Array.from({ length: steps }, (_, i) => 0.1 + (0.4 * i) / Math.max(1, steps - 1));
  return tableOf(
    numberColumn('x', 'ratio', xs),
    numberColumn(
      'density',
      'score',
      xs.map((x) => Math.exp(-((x - mean) ** 2) / (2 * sd ** 2)) / sd),
    ),
  );
}

function draw(
  table: Table,
  options: Partial<BeliefOptions> = {},
  locale: Locale = 'en',
  theme: Theme = 'light',
  reference?: string,
) {
  const words = { reference: reference ?? (locale === 'ms' ? 'median rakan' : 'peers’ median') };
  return belief(table, { reference: 0.34, side: 'below', ...options }, words, locale, marksOf(theme));
}

const size = { width: 318, height: 112 };

test('a gap', () => expectGolden('belief/normal', draw(tableWith(160)), size));
test('a strength', () => expectGolden('belief/strength', draw(tableWith(160, 0.4), { side: 'above' }), size));
test('the same on the dark page', () =>
  expectGolden('belief/dark', draw(tableWith(160), {}, 'en', 'dark'), size, 'dark'));
test('the same in Malay', () => expectGolden('belief/malay', draw(tableWith(160), { side: 'none' }, 'ms'), size));
test('nothing to show', () => expectGolden('belief/empty', draw(tableWith(0)), size));
test('one point', () => expectGolden('belief/one', draw(tableWith(1)), size));
test('2000 points', () => expectGolden('belief/200', draw(tableWith(2000)), size));
test('a hostile word', () => expectGolden('belief/hostile', draw(tableWith(160), {}, 'en', 'light', hostile), size));
test('is looked at, not walked', () => expect(marksIn(draw(tableWith(160)))).toEqual([]));
