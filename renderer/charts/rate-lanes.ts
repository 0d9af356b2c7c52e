import type { Locale, Unit } from '../i18n/format';
import { format } from '../i18n/format';
import type { Scale } from './axis';
import { gridOf, hiddenAxis, tickText, valueAxis } from './axis';
import { fullDot, hollowDot, whisker } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Figure, FigureWords } from './figure';
import { figureLines, figuresOf, hasInterval } from './figure';
import { laneHeight } from './funnel-bars';
import type { Plot } from './layers';
import { markSeries } from './layers';
import type { Area, Mark } from './mark';
import type { Table } from './table';
import { textsOf, unitOf } from './table';
import type { Marks } from './theme';

export interface RateLanesOptions {
  /** Column that names the steps. */
  readonly step: string;
  /** Columns of the compared periods' rates, each with `_lower` and `_upper`, in the order of their marks; `compared` when left out. */
  readonly compared?: readonly string[] | undefined;
}

export interface RateLanesWords extends FigureWords {
  readonly nameOf: (step: string | null) => string;
  /** What each compared period is called, as `Q1`; one for each of their columns. */
  readonly compared: readonly string[];
}

/** Height of the table head that the axis labels stand in, in px; the picture begins with it. */
export const laneHeadHeight = 24;

// Within a row, in px from its upper edge: this period, and each compared one 8 lower.
const presentAt = 14;
const lower = 8;

// What tells the compared periods apart, beside their place.
const shapes = ['circle', 'diamond'] as const;

/** The rate of each step on one axis: this period filled with its whisker, the compared ones hollow below. Needs the envelope, and the columns of the compared where known. */
export function rateLanes(
  table: Table,
  options: RateLanesOptions,
  words: RateLanesWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const unit = unitOf(table, 'value') ?? 'ratio';
  const present = figuresOf(table);
  const compared = comparedOf(table, options);
  const scale = scaleInTens([...present, ...compared.flat()]);
  const frame: Area = { x: [scale.min, scale.max], y: [0, Math.max(1, table.length)] };
  const lanes: Lanes = { present, compared };
  const told: Told = { words, locale, unit, column: options.step };
  const steps = textsOf(table, options.step);
  const rows = present.flatMap((figure, row) => (Number.isNaN(figure.value) ? [] : [row]));
  return {
    grid: gridOf(18, 18, laneHeadHeight, 0),
    xAxis: valueAxis(scale, tickText(unit, scale, locale), { position: 'top' }),
    yAxis: hiddenAxis(...frame.y, true),
    series: [
      markSeries(
        frame,
        rows.map((row) => markOf(row, lanes, steps[row] ?? null, told)),
        (at, plot) => laneOf(plot, rows[at] ?? 0, lanes, marks),
      ),
    ],
  };
}

// Ends are whole tens with a whole ten between them, so that three labels name the axis.
function scaleInTens(figures: readonly Figure[]): Scale {
  const values = figures.flatMap(({ value, lower, upper }) => [value, lower, upper]).filter(Number.isFinite);
  if (values.length === 0) return { min: 0, max: 1, step: 0.5 };
  let min = Math.max(0, Math.floor(Math.min(...values) * 10 + 1e-9));
  let max = Math.min(10, Math.ceil(Math.max(...values) * 10 - 1e-9));
  if (max <= min) [min, max] = min > 8 ? [8, 10] : [min, min + 2];
  if ((max - min) % 2 === 1) {
    if (max < 10) max++;
    else min--;
  }
  return { min: min / 10, max: max / 10, step: (max - min) / 20 };
}

/** The figures of this period and those of each compared one, a figure a row. */
interface Lanes {
  readonly present: readonly Figure[];
  readonly compared: readonly (readonly Figure[])[];
}

/** What a mark is told with. */
interface Told {
  readonly words: RateLanesWords;
  readonly locale: Locale;
  readonly unit: Unit;
  readonly column: string;
}

function comparedOf(table: Table, { compared = ['compared'] }: RateLanesOptions): readonly (readonly Figure[])[] {
  return compared.map((name) => figuresOf(table, { value: name, lower: `${name}_lower`, upper: `${name}_upper` }));
}

function markOf(row: number, lanes: Lanes, step: string | null, text: Told): Mark {
  const figure = lanes.present[row];
  const { words, locale, unit, column } = text;
  const value = figure?.value ?? 0;
  const y = row + presentAt / laneHeight;
  return {
    where: { [column]: step },
    name: words.nameOf(step),
    lines: [
      ...(figure ? figureLines(figure, unit, words, locale) : []),
      ...lanes.compared.flatMap((figures, at) => {
        const before = figures[row]?.value ?? NaN;
        return Number.isNaN(before) ? [] : [`${words.compared[at] ?? ''}: ${format(unit, before, locale)}`];
      }),
    ],
    cell: [row, 0],
    area: { x: figure && hasInterval(figure) ? [figure.lower, figure.upper] : [value, value], y: [y, y] },
  };
}

function laneOf(plot: Plot, row: number, { present, compared }: Lanes, marks: Marks): Shape[] {
  const top = plot.y(row);
  const now = present[row];
  const stroke = now?.weak ? marks.markThin : marks.mark;
  const { width, cap } = marks.whisker;
  return [
    ...compared.flatMap((figures, at) => before(plot, figures[row], top + presentAt + lower * (at + 1), at, marks)),
    ...interval(plot, now, top + presentAt, { stroke, width }, cap),
    ...(now
      ? [
          now.weak
            ? hollowDot(plot.x(now.value), top + presentAt, stroke, marks)
            : fullDot(plot.x(now.value), top + presentAt, stroke, marks),
        ]
      : []),
  ];
}

function before(plot: Plot, figure: Figure | undefined, y: number, at: number, marks: Marks): Shape[] {
  if (!figure || Number.isNaN(figure.value)) return [];
  const look = { stroke: marks.markCompare, width: marks.whisker.width };
  return [
    ...interval(plot, figure, y, look, 0),
    hollowDot(plot.x(figure.value), y, marks.markCompare, marks, shapes[at]),
  ];
}

function interval(
  plot: Plot,
  figure: Figure | undefined,
  y: number,
  look: { stroke: string; width: number },
  cap: number,
): Shape[] {
  return figure && hasInterval(figure) ? [whisker(plot.x(figure.lower), plot.x(figure.upper), y, look, cap)] : [];
}
