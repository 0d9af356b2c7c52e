import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutFlows } from '../../renderer/charts/flow-layout';
import { marksIn } from '../../renderer/charts/mark';
import { sourceFlow } from '../../renderer/charts/source-flow';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile, people } from './golden';

type Row = readonly [from: string, to: string, value: number];

const flows: readonly Row[] = [
  ['Referral', 'Qualified', 120],
  ['Existing customer', 'Qualified', 180],
  ['Website', 'Qualified', 210],
  ['Trade fair', 'Qualified', 90],
  ['Referral', 'Disqualified', 20],
  ['Website', 'Disqualified', 160],
  ['Trade fair', 'Disqualified', 60],
  ['Qualified', 'Won', 190],
  ['Qualified', 'Lost', 250],
  ['Qualified', 'Open', 160],
];

function tableWith(rows: readonly Row[]): Table {
  return tableOf(
    textColumn(
      'from',
      rows.map(([from]) => from),
    ),
    textColumn(
      'to',
      rows.map(([, to]) => to),
    ),
    numberColumn(
      'value',
      'count',
      rows.map(([, , value]) => value),
    ),
  );
}

function draw(rows: readonly Row[], locale: Locale = 'en', theme: Theme = 'light', selected?: string) {
  return sourceFlow(tableWith(rows), { selected }, { nameOf: (node) => node }, locale, marksOf(theme));
}

const size = { width: 700, height: 320 };

test('from four sources to three ends', () =>
  expectGolden('source-flow/normal', draw(flows, 'en', 'light', 'Referral'), size));
test('the same on the dark page', () =>
  expectGolden('source-flow/dark', draw(flows, 'en', 'dark', 'Won'), size, 'dark'));
test('the same in Malay', () => expectGolden('source-flow/malay', draw(flows, 'ms'), size));
test('nothing to show', () => expectGolden('source-flow/empty', draw([]), size));
test('one flow', () => expectGolden('source-flow/one', draw([['Referral', 'Won', 7]]), size));
test('200 people', () =>
  expectGolden(
    'source-flow/200',
    draw(people(200).map((name, i): Row => [name, i % 3 === 0 ? 'Won' : 'Lost', 1 + (i % 9)])),
    { width: 700, height: 2400 },
  ));
test('a hostile name, a circle, a flow to itself, nothing and less than nothing', () =>
  expectGolden(
    'source-flow/hostile',
    draw([
      [hostile, 'B', 10],
      ['B', hostile, 4],
      ['B', 'B', 4],
      ['B', 'C', 0],
      ['B', 'D', -3],
      ['B', 'E', 6],
    ]),
    size,
  ));

test('bands and nodes are marks', () => {
  const marks = marksIn(draw(flows));
  expect(marks).toHaveLength(10 + 9);
  expect(marks[0]).toMatchObject({
    where: { from: 'Referral', to: 'Qualified' },
    name: 'Referral → Qualified',
    lines: ['120'],
  });
});

test('bands never leave their nodes, whatever flows there are', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const flow = fc.record({ from: name, to: name, value: fc.integer({ min: -2, max: 50 }) });
  fc.assert(
    fc.property(fc.array(flow, { maxLength: 12 }), (some) => {
      const { nodes, bands } = layOutFlows(some, 3);
      const nodeOf = new Map(nodes.map((node) => [node.name, node] as const));
      for (const { from, to, value, start, end } of bands) {
        const [source, target] = [nodeOf.get(from), nodeOf.get(to)];
        expect(source?.column).toBeLessThan(target?.column ?? 0);
        expect(start).toBeGreaterThanOrEqual(source?.from ?? NaN);
        expect(start + value).toBeLessThanOrEqual(source?.to ?? NaN);
        expect(end).toBeGreaterThanOrEqual(target?.from ?? NaN);
        expect(end + value).toBeLessThanOrEqual(target?.to ?? NaN);
      }
    }),
  );
});
