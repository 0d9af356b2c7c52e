import { expect, test } from 'vitest';
import { marksIn } from '../../renderer/charts/mark';
import { stageMatrix, stageMatrixHeight, stageMatrixWidth } from '../../renderer/charts/stage-matrix';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile } from './golden';

type Row = readonly [from: string, to: string, count: number];

const rungs = ['lead', 'qualified', 'meeting', 'proposal', 'negotiation'];
const ends = [...rungs, 'won', 'lost', 'no_decision'];
const moves: readonly Row[] = [
  ['lead', 'lead', 212],
  ['lead', 'qualified', 96],
  ['lead', 'meeting', 31],
  ['lead', 'lost', 44],
  ['lead', 'no_decision', 18],
  ['qualified', 'qualified', 74],
  ['qualified', 'meeting', 52],
  ['qualified', 'proposal', 12],
  ['qualified', 'lost', 21],
  ['meeting', 'meeting', 40],
  ['meeting', 'proposal', 36],
  ['meeting', 'won', 4],
  ['meeting', 'lost', 15],
  ['proposal', 'meeting', 2],
  ['proposal', 'proposal', 33],
  ['proposal', 'negotiation', 17],
  ['proposal', 'won', 24],
  ['proposal', 'lost', 19],
  ['negotiation', 'won', 14],
  ['negotiation', 'lost', 3],
  ['elsewhere', 'won', 9],
];

function tableWith(rows: readonly Row[]): Table {
  return tableOf(
    textColumn(
      'from_rung',
      rows.map(([from]) => from),
    ),
    textColumn(
      'to_rung',
      rows.map(([, to]) => to),
    ),
    numberColumn(
      'count',
      'count',
      rows.map(([, , count]) => count),
    ),
    numberColumn(
      'amount_money',
      'money',
      rows.map(([, , count]) => count * 12_400),
    ),
  );
}

const english = { from: 'stood at', to: 'stand at', total: 'Total' };
const malay = { from: 'berada di', to: 'kini di', total: 'Jumlah' };

function draw(
  rows: readonly Row[],
  locale: Locale = 'en',
  theme: Theme = 'light',
  value?: string,
  from = rungs,
  to = ends,
) {
  const nameOf = (rung: string) => (rung.charAt(0).toUpperCase() + rung.slice(1)).replace('_', ' ');
  const words = { ...(locale === 'ms' ? malay : english), nameOf };
  return stageMatrix(tableWith(rows), { from, to, value, currency: 'MYR' }, words, locale, marksOf(theme));
}

const sized = (rows: number, width = stageMatrixWidth(ends.length, 'most')) => ({
  width,
  height: stageMatrixHeight(rows),
});

test('five rungs to five rungs and three ends', () => expectGolden('stage-matrix/normal', draw(moves), sized(5)));

test('the same in money', () =>
  expectGolden('stage-matrix/money', draw(moves, 'en', 'light', 'amount_money'), sized(5)));

test('the same on the dark page', () => expectGolden('stage-matrix/dark', draw(moves, 'en', 'dark'), sized(5), 'dark'));

test('every rung and end, as narrow as it may be: the totals are within', () => {
  const from = ['not_begun', 'lead', 'contacted', 'qualified', 'meeting', 'presented', 'proposal', 'negotiation'];
  const to = [...from.slice(1), 'won', 'paid', 'lost', 'no_decision', 'disqualified'];
  const rows = from.flatMap((start) => to.map((end): Row => [start, end, 1234]));
  return expectGolden(
    'stage-matrix/narrow',
    draw(rows, 'en', 'light', undefined, from, to),
    sized(from.length, stageMatrixWidth(to.length, 'least')),
  );
});

test('the same in Malay', () => expectGolden('stage-matrix/malay', draw(moves, 'ms'), sized(5)));

test('nothing to show', () => expectGolden('stage-matrix/empty', draw([], 'en', 'light', undefined, [], []), sized(1)));

test('one move', () => expectGolden('stage-matrix/one', draw([['lead', 'won', 1]]), sized(5)));

test('200 rungs', () => {
  const many = Array.from({ length: 200 }, (_, i) => `rung ${i}`);
  const rows = many.map((rung, i): Row => [rung, ends[i % ends.length] ?? '', i + 1]);
  return expectGolden('stage-matrix/200', draw(rows, 'en', 'light', undefined, many), sized(200));
});

test('a hostile rung', () =>
  expectGolden(
    'stage-matrix/hostile',
    draw([[hostile, hostile, 3]], 'en', 'light', undefined, [hostile], [hostile]),
    sized(1, 260),
  ));

test('a cell names both rungs; a rung that is not shown has none', () => {
  const marks = marksIn(draw(moves));
  expect(marks).toHaveLength(20);
  expect(marks[1]).toMatchObject({
    where: { from_rung: 'lead', to_rung: 'qualified' },
    name: 'Lead → Qualified',
    lines: ['96'],
    cell: [0, 1],
  });
});
