import { expect, test } from 'vitest';
import type { CohortHeatmapOptions } from '../../renderer/charts/cohort-heatmap';
import { cohortHeatmap, cohortHeatmapHeight } from '../../renderer/charts/cohort-heatmap';
import type { ChartOption } from '../../renderer/charts/echarts';
import { renderSvg } from '../../renderer/charts/direct';
import { marksIn } from '../../renderer/charts/mark';
import { rampColour } from '../../renderer/charts/ramp';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile } from './golden';

type Cohort = readonly [name: string, size: number, ...percents: number[]];

const quarters: readonly Cohort[] = [
  ['2023Q4', 61, 100, 82, 75, 72, 69, 67, 66, 62, 62, 62, 61, 61],
  ['2024Q1', 74, 100, 82, 76, 72, 69, 66, 64, 64, 62, 62, 62],
  ['2024Q2', 68, 100, 81, 76, 72, 69, 68, 66, 65, 63, 63],
  ['2024Q3', 79, 100, 81, 75, 72, 71, 67, 65, 65, 63],
  ['2024Q4', 83, 100, 83, 77, 71, 71, 69, 66, 63],
  ['2025Q1', 77, 100, 82, 78, 73, 70, 68, 66],
  ['2025Q2', 88, 100, 81, 68, 66, 61, 60],
  ['2025Q3', 96, 100, 84, 79, 73, 71],
  ['2025Q4', 91, 100, 84, 76, 75],
  ['2026Q1', 104, 100, 84, 79],
  ['2026Q2', 115, 100, 83],
];

// The last cell of each cohort is the one whose quarter still runs.
function tableWith(cohorts: readonly Cohort[]): Table {
  const rows = cohorts.flatMap(([name, size, ...percents]) =>
    percents.map((percent, k) => ({ name, size, k, value: percent / 100, complete: k < percents.length - 1 ? 1 : 0 })),
  );
  return tableOf(
    textColumn(
      'cohort',
      rows.map(({ name }) => name),
    ),
    numberColumn(
      'cohort_size',
      'count',
      rows.map(({ size }) => size),
    ),
    numberColumn(
      'k',
      'count',
      rows.map(({ k }) => k),
    ),
    numberColumn(
      'value',
      'ratio',
      rows.map(({ value }) => value),
    ),
    numberColumn(
      'complete',
      'flag',
      rows.map(({ complete }) => complete),
    ),
  );
}

const english = {
  title: '% still buying, by quarters since first purchase',
  size: 'at start',
  all: 'All, weighted',
  after: (k: number) => `quarter ${k}`,
  incomplete: 'quarter not complete: can still rise, not averaged',
};
const malay = {
  title: '% masih membeli, ikut suku sejak pembelian pertama',
  size: 'pada mulanya',
  all: 'Semua, berwajaran',
  after: (k: number) => `suku ke-${k}`,
  incomplete: 'suku belum lengkap: masih boleh naik, tidak dipuratakan',
};

const note = [
  'Note. Q2 FY25: 68% after two quarters,',
  'neighbours 75–79%. 19 of its 88',
  'came through one reseller that closed.',
];

function draw(
  cohorts: readonly Cohort[],
  options: CohortHeatmapOptions = {},
  locale: Locale = 'en',
  theme: Theme = 'light',
): ChartOption {
  return cohortHeatmap(tableWith(cohorts), options, locale === 'ms' ? malay : english, locale, marksOf(theme));
}

const sized = (rows: number, width = 776) => ({ width, height: cohortHeatmapHeight(rows) });

test('eleven quarters with a note', () =>
  expectGolden(
    'cohort-heatmap/normal',
    draw(quarters, { note, spoken: '2025Q2', selected: { cohort: '2025Q2', k: 2 } }),
    sized(11),
  ));

test('the same on the dark page', () =>
  expectGolden('cohort-heatmap/dark', draw(quarters, { note, spoken: '2025Q2' }, 'en', 'dark'), sized(11), 'dark'));

test('the same in Malay', () => expectGolden('cohort-heatmap/malay', draw(quarters, {}, 'ms'), sized(11)));

test('nothing to show', () => expectGolden('cohort-heatmap/empty', draw([]), sized(1)));

test('one cohort in its first quarter', () =>
  expectGolden('cohort-heatmap/one', draw([['2026Q2', 115, 100, 83]]), sized(1)));

test('60 by 60 with narrow cells leaves the figures to the tooltip', () => {
  const many = Array.from({ length: 60 }, (_, i): Cohort => [
    `20${20 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    50 + i,
    ...Array.from({ length: 61 - i }, (__, k) => 100 * Math.exp(-k / 40)),
  ]);
  return expectGolden('cohort-heatmap/200', draw(many, { cellWidth: 11 }), sized(60));
});

test('a hostile cohort', () =>
  expectGolden('cohort-heatmap/hostile', draw([[hostile, 10, 100, 50, 40, 30]]), sized(1, 360)));

test('column 0 is not drawn, incomplete cells are not averaged', () => {
  const option = draw([
    ['2026Q1', 100, 100, 80, 70],
    ['2026Q2', 300, 100, 60],
  ]);
  expect(marksIn(option).map(({ where }) => where)).toEqual([
    { cohort: '2026Q1', k: '1' },
    { cohort: '2026Q1', k: '2' },
    { cohort: '2026Q2', k: '1' },
  ]);
  // Of column 1 only the first cohort is complete (80), of column 2 none: nothing but the three cells, 1 and 2, and that average stand there.
  const svg = renderSvg(option, sized(2), 'light');
  const figures = [...svg.matchAll(/>(\d+)<\/text>/g)].map(([, figure]) => figure);
  expect(figures.filter((figure) => figure === '80')).toHaveLength(2);
  expect(figures.filter((figure) => figure === '70')).toHaveLength(1);
});

test('an average is weighted by size', () => {
  const svg = renderSvg(
    draw([
      ['2026Q1', 100, 100, 80, 0],
      ['2026Q2', 300, 100, 60, 0],
    ]),
    sized(2),
    'light',
  );
  // (100 · 80 + 300 · 60) / 400 = 65
  expect(svg).toMatch(/>65<\/text>/);
});

test('the ends of the ramp stand for the ends of the legend', () => {
  const marks = marksOf('light');
  expect(rampColour(-0.2, marks)).toBe(marks.sequential[0]);
  expect(rampColour(0.1, marks)).toBe(marks.sequential[1]);
  expect(rampColour(1, marks)).toBe(marks.sequential[9]);
});

test('a ramp of one value ends at it, not beyond', () => {
  const whole = draw([['2024Q1', 10, 100, 100, 100]]);
  const svg = renderSvg(whole, { width: 800, height: cohortHeatmapHeight(1) }, 'light');
  expect(svg).toContain('>100%<');
  expect(svg).not.toContain('105%');
});
