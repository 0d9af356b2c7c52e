import { numberColumn, textColumn } from '../../electron/model/table';
import type { Picture, Point, ReviewContent, SlideContent } from '../../electron/review/content/content';

/** Names that would do harm wherever a text is taken for markup or a formula. */
export const hostile = [
  '<img src=x onerror=alert(1)>',
  '=cmd|calc!A1',
  '+1+1',
  '@SUM(A1)',
  'a & b "c"',
  "]]> ' \u0001 end",
];

const point = (name: string, i: number): Point => ({
  name,
  under: `n ${100 + i}`,
  value: 0.2 + i / 30,
  lower: 0.15 + i / 30,
  upper: 0.27 + i / 30,
  weak: i === 1,
  tone: i === 0 ? 'now' : 'context',
});

const points = hostile.map(point);
const measured = { unit: 'ratio' as const, currency: 'MYR', name: 'Win rate' };

/** One picture of each kind that PowerPoint has, and a table. */
export const pictures: readonly Picture[] = [
  { kind: 'columns', ...measured, points },
  { kind: 'bars', ...measured, points },
  { kind: 'dots', ...measured, points, reference: { name: 'All', value: 0.3 } },
  {
    kind: 'groups',
    unit: 'money',
    currency: 'MYR',
    names: hostile,
    series: [
      { name: 'Reached', values: [1, 2, 3, 4, null, 6] },
      { name: 'Target', values: [2, 2, 2, 2, 2, 2] },
    ],
    stacked: false,
  },
  {
    kind: 'curves',
    unit: 'ratio',
    currency: '',
    axis: 'Months',
    xs: [0, 1, 2],
    series: [{ name: 'Still', values: [1, 0.9, 0.8123456789] }],
  },
  {
    kind: 'falls',
    unit: 'money',
    currency: 'MYR',
    name: 'Open',
    steps: [
      { name: 'Start', from: 0, to: 10, level: true, count: 3 },
      { name: 'New', from: 10, to: 15, level: false, count: 1 },
      { name: 'Lost', from: 15, to: 6, level: false, count: null },
    ],
  },
  {
    kind: 'grid',
    columns: [
      { title: 'Rep', align: 'left', width: 0.5 },
      { title: 'Value', align: 'right', width: 0.5 },
    ],
    rows: hostile.map((text) => [{ text }, { text: '1', fill: 'FBE7D3' }]),
    rest: null,
    from: 'cells',
  },
];

/** A review of these pictures, whose every text is hostile. */
export function reviewOf(all: readonly Picture[] = pictures): ReviewContent {
  const [bad = ''] = hostile;
  return {
    title: bad,
    owner: bad,
    locale: 'en',
    currency: 'MYR',
    day: '2026-09-30',
    slides: all.map((picture, i): SlideContent => ({
      id: `slide ${i}`,
      kind: 'periods',
      number: i + 1,
      headline: `${bad} ${i}`,
      supported: bad,
      findings: [],
      shown: bad,
      picture,
      alt: bad,
      notes: [{ head: bad, lines: [...hostile] }],
      speech: hostile.join('\n'),
      footer: bad,
      twin: {
        table: {
          length: hostile.length,
          columns: [
            textColumn('rep', 'label', hostile),
            numberColumn(
              'value',
              'ratio',
              points.map(({ value }) => value),
            ),
            numberColumn(
              'day',
              'date',
              points.map((_, at) => 20_000 + at),
            ),
          ],
        },
        titles: ['Rep', 'Value', 'Day'],
        currency: 'MYR',
      },
      said: [],
    })),
    leftOut: [{ id: 'x', title: bad, reason: bad }],
  };
}
