import type { Locale } from '../i18n/format';
import { format, formatPeriod } from '../i18n/format';
import { gridOfWidth, hiddenAxis } from './axis';
import { box, frameBox, hatch, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Mark } from './mark';
import { inkOn, rampColour } from './ramp';
import type { Table } from './table';
import { numbersOf, textsOf } from './table';
import type { Marks } from './theme';

export interface CohortHeatmapOptions {
  /** Width of a cell with its gap in px; 61 when left out. Under 28 the figures are left to the tooltip. */
  readonly cellWidth?: number | undefined;
  /** A cohort that the headline speaks of: its name is bold. */
  readonly spoken?: string | null | undefined;
  readonly selected?: { readonly cohort: string; readonly k: number } | null | undefined;
  /** A note in the empty corner, exported with the picture. */
  readonly note?: readonly string[] | undefined;
}

export interface CohortHeatmapWords {
  /** `% still buying, by quarters since first purchase` */
  readonly title: string;
  /** `at start` */
  readonly size: string;
  /** `All, weighted` */
  readonly all: string;
  /** Which period since its beginning: `quarter 4`. */
  readonly after: (k: number) => string;
  /** `quarter not complete: can still rise, not averaged` */
  readonly incomplete: string;
}

const rowHeight = 27;
const headHeight = 44;
const footHeight = rowHeight + 34;
const namesWidth = 104;

/** Height of the picture for that many cohorts, in px. */
export function cohortHeatmapHeight(cohorts: number): number {
  return headHeight + Math.max(1, cohorts) * rowHeight + footHeight;
}

/** Width of the picture for that many periods, in px. */
export function cohortHeatmapWidth(columns: number, cellWidth: number): number {
  return namesWidth + columns * cellWidth + 4;
}

/** Share of each cohort still there by period since its beginning. Column 0 is 100 % by construction and not drawn; an incomplete cell is hatched and not averaged; the last row is weighted by size. Needs `cohort`, `cohort_size`, `k`, `value`, `complete`. */
export function cohortHeatmap(
  table: Table,
  options: CohortHeatmapOptions,
  words: CohortHeatmapWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const grid = gridIn(table);
  const cellWidth = options.cellWidth ?? 61;
  const rows = Math.max(1, grid.cohorts.length);
  const columns = Math.max(1, grid.last);
  const frame = { x: [1, columns + 1], y: [0, rows] } as const;
  const ramp = rampFor(grid.cells);
  return {
    grid: gridOfWidth(namesWidth, columns * cellWidth, headHeight, footHeight),
    xAxis: hiddenAxis(...frame.x),
    yAxis: hiddenAxis(...frame.y, true),
    series: [
      backdrop(frame, (plot) => [
        ...heads(plot, grid, options, words, locale, marks),
        ...averages(plot, grid, words, locale, marks),
        ...legend(plot, grid.cells.length > 0 ? ramp : null, words, locale, marks),
        ...(options.note ?? []).map((each, i) =>
          text(
            plot.x(Math.max(2, columns - 4)),
            plot.y(Math.max(0, rows - 3)) + 13 + i * 16,
            each,
            { fill: marks.ink2, size: marks.font.small },
            marks,
          ),
        ),
      ]),
      markSeries(
        frame,
        grid.cells.map((cell) => markOf(cell, words, locale)),
        (i, plot) => cellShapes(plot, grid.cells[i], ramp, options, cellWidth, locale, marks),
      ),
    ],
  };
}

interface Cell {
  readonly row: number;
  readonly cohort: string | null;
  readonly size: number;
  readonly k: number;
  readonly value: number;
  readonly complete: boolean;
}

interface Grid {
  readonly cohorts: readonly { readonly name: string | null; readonly size: number }[];
  readonly cells: readonly Cell[];
  readonly last: number;
}

function gridIn(table: Table): Grid {
  const sizes = numbersOf(table, 'cohort_size');
  const ks = numbersOf(table, 'k');
  const values = numbersOf(table, 'value');
  const complete = numbersOf(table, 'complete');
  const rowOf = new Map<string | null, number>();
  const cohorts: { name: string | null; size: number }[] = [];
  const cells: Cell[] = [];
  textsOf(table, 'cohort').forEach((cohort, i) => {
    const row = rowOf.get(cohort) ?? cohorts.length;
    if (row === cohorts.length) cohorts.push({ name: cohort, size: sizes[i] ?? NaN });
    rowOf.set(cohort, row);
    const [k = NaN, value = NaN] = [ks[i], values[i]];
    if (k >= 1 && !Number.isNaN(value)) {
      cells.push({ row, cohort, size: sizes[i] ?? NaN, k, value, complete: complete[i] !== 0 });
    }
  });
  return { cohorts, cells, last: Math.max(0, ...cells.map(({ k }) => k)) };
}

interface Ramp {
  readonly least: number;
  readonly most: number;
}

// Ends on whole fives of percent around the complete cells.
function rampFor(cells: readonly Cell[]): Ramp {
  const values = cells.filter(({ complete }) => complete).map(({ value }) => value);
  if (values.length === 0) return { least: 0, most: 1 };
  const least = Math.floor(Math.min(...values) * 20 + 1e-9) / 20;
  const most = Math.ceil(Math.max(...values) * 20 - 1e-9) / 20;
  // One colour alone is that of the most: nothing is more than what is there.
  return most > least ? { least, most } : { least: Math.max(0, most - 0.05), most: Math.max(0.05, most) };
}

function heads(
  plot: Plot,
  grid: Grid,
  options: CohortHeatmapOptions,
  words: CohortHeatmapWords,
  locale: Locale,
  marks: Marks,
): Shape[] {
  const { small, regular, strong } = marks.font;
  const left = plot.left - namesWidth;
  const every = (options.cellWidth ?? 61) < 28 ? 5 : 1;
  const ks = Array.from({ length: grid.last }, (_, i) => i + 1).filter((k) => k === 1 || k % every === 0);
  return [
    text(plot.left, plot.top - 34, words.title, { fill: marks.ink3 }, marks),
    ...(grid.cohorts.length > 0
      ? [text(plot.left - 14, plot.top - 14, words.size, { fill: marks.ink3, align: 'right' }, marks)]
      : []),
    ...ks.map((k) => text(plot.x(k + 0.5), plot.top - 12, String(k), { fill: marks.ink3, align: 'center' }, marks)),
    ...grid.cohorts.flatMap(({ name, size }, row) => {
      const y = plot.y(row + 0.5);
      const weight = name === options.spoken ? strong : regular;
      const label = name === null ? format('label', null, locale) : formatPeriod(name, locale);
      return [
        text(left, y, label, { fill: marks.ink, size: small, weight, width: 66 }, marks),
        text(plot.left - 10, y, format('count', size, locale), { fill: marks.ink3, align: 'right' }, marks),
      ];
    }),
  ];
}

function averages(plot: Plot, grid: Grid, words: CohortHeatmapWords, locale: Locale, marks: Marks): Shape[] {
  const y = plot.bottom + rowHeight / 2;
  const look = { fill: marks.ink, size: marks.font.small, weight: marks.font.strong };
  const columns = plot.x(2) - plot.x(1) < 28 ? [] : Array.from({ length: grid.last }, (_, i) => i + 1);
  return [
    ...(grid.cells.length > 0 ? [text(plot.left - namesWidth, y, words.all, { ...look, width: 118 }, marks)] : []),
    ...columns.flatMap((k) => {
      const cells = grid.cells.filter((cell) => cell.k === k && cell.complete && cell.size > 0);
      const size = cells.reduce((sum, cell) => sum + cell.size, 0);
      if (size === 0) return [];
      const mean = cells.reduce((sum, cell) => sum + cell.value * cell.size, 0) / size;
      return [text(plot.x(k + 0.5), y, wholePercent(mean, locale), { ...look, align: 'center' }, marks)];
    }),
  ];
}

function wholePercent(value: number, locale: Locale): string {
  return format('ratio', value, locale, { decimals: 0, bare: true });
}

const step = 14;

function legend(plot: Plot, ramp: Ramp | null, words: CohortHeatmapWords, locale: Locale, marks: Marks): Shape[] {
  if (!ramp) return [];
  const y = plot.bottom + rowHeight + 20;
  const left = plot.left - namesWidth;
  const [least, most] = [ramp.least, ramp.most].map((end) => format('ratio', end, locale, { decimals: 0 }));
  const start = left + (least ?? '').length * 7 + 8;
  const end = start + step * marks.sequential.length;
  const hatched = end + (most ?? '').length * 7 + 28;
  return [
    text(left, y, least ?? '', { fill: marks.ink2 }, marks),
    ...marks.sequential.map((fill, i) => box(start + i * step, y - 5, start + (i + 1) * step, y + 5, fill)),
    text(end + 6, y, most ?? '', { fill: marks.ink2 }, marks),
    hatch(hatched, y - 5, hatched + 14, y + 5, marks),
    text(hatched + 20, y, words.incomplete, { fill: marks.ink2 }, marks),
  ];
}

function cellShapes(
  plot: Plot,
  cell: Cell | undefined,
  ramp: Ramp,
  options: CohortHeatmapOptions,
  cellWidth: number,
  locale: Locale,
  marks: Marks,
): Shape[] {
  if (!cell) return [];
  const [x0, x1] = [Math.round(plot.x(cell.k)), Math.round(plot.x(cell.k + 1))];
  const [y0, y1] = [Math.round(plot.y(cell.row)) + 1, Math.round(plot.y(cell.row + 1)) - 1];
  const wide = cellWidth >= 28;
  const inset = wide ? 1 : 0.5;
  const fill = rampColour((cell.value - ramp.least) / (ramp.most - ramp.least), marks);
  const { selected } = options;
  const chosen = selected?.cohort === cell.cohort && selected?.k === cell.k;
  return [
    cell.complete
      ? box(x0 + inset, y0, x1 - inset, y1, fill)
      : hatch(x0 + inset, y0, x1 - inset, y1, marks, wide ? Math.min(28, cellWidth - 20) : undefined),
    ...(wide
      ? [
          text(
            (x0 + x1) / 2,
            (y0 + y1) / 2,
            wholePercent(cell.value, locale),
            { fill: cell.complete ? inkOn(fill, marks) : marks.ink, size: marks.font.small, align: 'center' },
            marks,
          ),
        ]
      : []),
    ...(chosen ? [frameBox(x0 - 1, y0 - 1, x1 + 1, y1 + 1, marks.markSelected, 2)] : []),
  ];
}

function markOf(cell: Cell, words: CohortHeatmapWords, locale: Locale): Mark {
  const name = cell.cohort === null ? format('label', null, locale) : formatPeriod(cell.cohort, locale);
  return {
    where: { cohort: cell.cohort, k: String(cell.k) },
    name: `${name}, ${words.after(cell.k)}`,
    lines: [
      format('ratio', cell.value, locale),
      `${format('count', cell.size, locale)} ${words.size}`,
      ...(cell.complete ? [] : [words.incomplete]),
    ],
    cell: [cell.row, cell.k],
    area: { x: [cell.k, cell.k + 1], y: [cell.row, cell.row + 1] },
  };
}
