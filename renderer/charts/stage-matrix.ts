import type { Locale, Unit } from '../i18n/format';
import { format } from '../i18n/format';
import type { Figures } from './axis';
import { figuresFor, gridOf, hiddenAxis, largestOf } from './axis';
import { box, hairline, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Mark } from './mark';
import { inkOn, rampColour } from './ramp';
import type { Table } from './table';
import { numbersOf, textsOf, unitOf } from './table';
import type { Marks } from './theme';

export interface StageMatrixOptions {
  /** Rungs at the start, top to bottom; rungs and exits at the end, left to right. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Column that is shown: `count` when left out, or `amount_money`. */
  readonly value?: string | undefined;
  readonly currency?: string | undefined;
}

export interface StageMatrixWords {
  readonly nameOf: (rung: string) => string;
  /** `stood at the start` */
  readonly from: string;
  /** `stand at the end` */
  readonly to: string;
  readonly total: string;
}

const rowHeight = 27;
const headHeight = 64;
const namesWidth = 112;
const totalWidth = 64;

/** Width of a cell with its gap in px: room for its figure at least, and at most a calm size. */
const cellWidths = { least: 35, most: 61 } as const;

/** Least and greatest width of the picture for that many stages at the end, in px; between them it fills its place. */
export function stageMatrixWidth(columns: number, end: 'least' | 'most'): number {
  return namesWidth + Math.max(1, columns) * cellWidths[end] + totalWidth;
}

/** Height of the picture for that many starting rungs, in px. */
export function stageMatrixHeight(rungs: number): number {
  return headHeight + (Math.max(1, rungs) + 1) * rowHeight + 4;
}

/** Where deals stood at the start and stand at the end; deeper is more, and rows and columns add up at the edges. Needs `from_rung`, `to_rung` and the shown column. */
export function stageMatrix(
  table: Table,
  options: StageMatrixOptions,
  words: StageMatrixWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const column = options.value ?? 'count';
  const unit = unitOf(table, column) ?? 'count';
  const values = numbersOf(table, column);
  const cells = cellsOf(table, values, options);
  const [rows, columns] = [Math.max(1, options.from.length), Math.max(1, options.to.length)];
  const frame = { x: [0, columns], y: [0, rows] } as const;
  const figures = figuresFor(unit, values, locale);
  const largest = largestOf(cells.map(({ value }) => value)) || 1;
  return {
    grid: gridOf(namesWidth, totalWidth, headHeight, rowHeight + 4),
    xAxis: hiddenAxis(...frame.x),
    yAxis: hiddenAxis(...frame.y, true),
    series: [
      backdrop(frame, (plot) => [
        ...heads(plot, options, words, marks),
        ...totals(plot, cells, options, words, figures, marks),
      ]),
      markSeries(
        frame,
        cells.map((cell) => markOf(cell, unit, options, words, locale)),
        (i, plot) => {
          const cell = cells[i];
          if (!cell) return [];
          const fill = rampColour(Math.sqrt(cell.value / largest), marks);
          const [x0, x1] = [Math.round(plot.x(cell.column)), Math.round(plot.x(cell.column + 1))];
          const [y0, y1] = [Math.round(plot.y(cell.row)), Math.round(plot.y(cell.row + 1))];
          return [
            box(x0 + 1, y0 + 1, x1 - 1, y1 - 1, fill),
            text(
              (x0 + x1) / 2,
              (y0 + y1) / 2,
              figures.text(cell.value),
              { fill: inkOn(fill, marks), size: marks.font.small, align: 'center' },
              marks,
            ),
          ];
        },
      ),
    ],
  };
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

function cellsOf(table: Table, values: Float64Array, options: StageMatrixOptions): Cell[] {
  const from = textsOf(table, 'from_rung');
  const to = textsOf(table, 'to_rung');
  return from.flatMap((start, i) => {
    const [end, value] = [to[i] ?? null, values[i] ?? NaN];
    if (start === null || end === null || !(value > 0)) return [];
    const [row, column] = [options.from.indexOf(start), options.to.indexOf(end)];
    return row < 0 || column < 0 ? [] : [{ row, column, from: start, to: end, value }];
  });
}

function heads(plot: Plot, options: StageMatrixOptions, words: StageMatrixWords, marks: Marks): Shape[] {
  const left = plot.left - namesWidth;
  return [
    text(left, plot.top - 56, words.to, { fill: marks.ink3 }, marks),
    text(left, plot.top - 14, words.from, { fill: marks.ink3, width: namesWidth - 8 }, marks),
    ...headsOfColumns(plot, options, words, marks),
    text(plot.right + totalWidth, plot.top - 14, words.total, { fill: marks.ink2, align: 'right' }, marks),
    ...options.from.map((rung, i) =>
      text(
        left,
        plot.y(i + 0.5),
        words.nameOf(rung),
        { fill: marks.ink, size: marks.font.small, width: namesWidth - 8 },
        marks,
      ),
    ),
  ];
}

/** Width of a letter of a head in px. */
const letter = 5.5;

/** Longest slanted head in px, and its slant: as high as the room above the cells. */
const slanted = { width: 88, slant: 0.62 } as const;

// Heads stand on one or two lines where every word fits its column, and aslant where one does not, so that none breaks within a word.
function headsOfColumns(plot: Plot, options: StageMatrixOptions, words: StageMatrixWords, marks: Marks): Shape[] {
  const width = plot.x(1) - plot.x(0) - 4;
  const names = options.to.map((rung) => words.nameOf(rung));
  const fit = names.every((name) => name.split(' ').every((word) => word.length * letter <= width));
  return names.map((name, i) =>
    fit
      ? text(plot.x(i + 0.5), plot.top - 7, name, { fill: marks.ink2, align: 'center', width, wrap: 'above' }, marks)
      : text(plot.x(i + 0.5) - 4, plot.top - 8, name, { fill: marks.ink2, ...slanted }, marks),
  );
}

function totals(
  plot: Plot,
  cells: readonly Cell[],
  options: StageMatrixOptions,
  words: StageMatrixWords,
  figures: Figures,
  marks: Marks,
): Shape[] {
  const look = { fill: marks.ink, size: marks.font.small, weight: marks.font.strong };
  const y = plot.bottom + 3 + rowHeight / 2;
  const sum = (some: readonly Cell[]): string => figures.text(some.reduce((total, { value }) => total + value, 0));
  return [
    hairline(plot.left - namesWidth, plot.bottom + 1, plot.right + totalWidth, plot.bottom + 1, marks.line),
    text(plot.left - namesWidth, y, words.total, look, marks),
    ...options.from.map((_, row) =>
      text(
        plot.right + totalWidth,
        plot.y(row + 0.5),
        sum(cells.filter((cell) => cell.row === row)),
        { ...look, align: 'right' },
        marks,
      ),
    ),
    ...options.to.map((_, column) =>
      text(
        plot.x(column + 0.5),
        y,
        sum(cells.filter((cell) => cell.column === column)),
        { ...look, align: 'center' },
        marks,
      ),
    ),
    text(plot.right + totalWidth, y, sum(cells), { ...look, align: 'right' }, marks),
  ];
}

function markOf(cell: Cell, unit: Unit, options: StageMatrixOptions, words: StageMatrixWords, locale: Locale): Mark {
  return {
    where: { from_rung: cell.from, to_rung: cell.to },
    name: `${words.nameOf(cell.from)} → ${words.nameOf(cell.to)}`,
    lines: [format(unit, cell.value, locale, { currency: options.currency, compact: true })],
    cell: [cell.row, cell.column],
    area: { x: [cell.column, cell.column + 1], y: [cell.row, cell.row + 1] },
  };
}
