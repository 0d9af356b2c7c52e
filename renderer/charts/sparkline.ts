import type { Locale } from '../i18n/format';
import { formatPeriod } from '../i18n/format';
import { gridOf, hiddenAxis } from './axis';
import { dot, line, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Figure, FigureWords } from './figure';
import { figureLines, figuresOf, hasInterval } from './figure';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import { bandOf, lineOf } from './runs';
import type { Table } from './table';
import { numbersOf, textsOf, unitOf } from './table';
import type { Marks } from './theme';

export interface SparklineOptions {
  /** Column of periods, oldest first. */
  readonly period: string;
  /** 64 × 20 px without band and labels. */
  readonly small?: boolean | undefined;
  readonly currency?: string | undefined;
}

/** Heights that a sparkline is made for, in px; the large one names its first and last period below. */
export const sparklineHeight = { large: 100, small: 20 } as const;

/** How a figure went over the last quarters, on its own scale: the number beside it carries the level. Needs `value`; `lower`, `upper`, `n` where known. */
export function sparkline(
  table: Table,
  options: SparklineOptions,
  words: FigureWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const small = options.small ?? false;
  const figures = figuresOf(table);
  const frame = frameOf(figures, small);
  const points = figures.flatMap(({ value }, i) => (Number.isNaN(value) ? [] : [i]));
  const last = points.at(-1);
  const periods = textsOf(table, options.period);
  const [value, lower, upper] = [numbersOf(table, 'value'), numbersOf(table, 'lower'), numbersOf(table, 'upper')];
  return {
    grid: small ? gridOf(4, 4, 4, 4) : gridOf(2, 8, 4, 24),
    xAxis: hiddenAxis(...frame.x),
    yAxis: hiddenAxis(...frame.y),
    series: [
      backdrop(frame, (plot) => [
        ...(small ? [] : bandOf(plot, lower, upper, { fill: marks.band })),
        ...lineOf(plot, value, { stroke: marks.mark, width: 1.5 }),
        ...alone(points).map((i) =>
          dot(plot.x(i), plot.y(value[i]!), { fill: marks.mark, rim: marks.page, rimWidth: 0, radius: 1.5 }),
        ),
        ...(small ? [] : endLabels(plot, periods, locale, marks)),
      ]),
      markSeries(
        frame,
        points.map((i) => markOf(i, figures[i], periods[i] ?? null, table, options, words, locale)),
        (at, plot) => (points[at] === last ? lastPoint(plot, last, figures, small, marks) : []),
      ),
    ],
  };
}

function frameOf(figures: readonly Figure[], small: boolean): Area {
  const all = figures
    .flatMap((figure) => (small ? [figure.value] : [figure.value, figure.lower, figure.upper]))
    .filter((each) => !Number.isNaN(each));
  const [low, high] = all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1];
  const room = low === high ? Math.abs(low) || 1 : 0;
  // The last quarter stands at the right end, also when it is the only one.
  const end = figures.length - 1;
  return { x: [Math.min(0, end - 1), Math.max(0, end)], y: [low - room, high + room] };
}

// Points without a neighbour, which no line shows, such as those of a survey twice a year; the last is drawn anyway.
function alone(points: readonly number[]): readonly number[] {
  return points.slice(0, -1).filter((i, at) => points[at - 1] !== i - 1 && points[at + 1] !== i + 1);
}

function endLabels(plot: Plot, periods: readonly (string | null)[], locale: Locale, marks: Marks): Shape[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (typeof first !== 'string' || typeof last !== 'string') return [];
  const y = plot.bottom + 12;
  return [
    ...(periods.length > 1 ? [text(plot.left - 2, y, formatPeriod(first, locale), { fill: marks.ink3 }, marks)] : []),
    text(plot.right + 8, y, formatPeriod(last, locale), { fill: marks.markSelected, align: 'right' }, marks),
  ];
}

// The accent is that of the chosen period: where that one has no value, the last of the others is drawn as they are.
function lastPoint(plot: Plot, i = 0, figures: readonly Figure[], small: boolean, marks: Marks): Shape[] {
  const figure = figures[i];
  if (!figure) return [];
  const [x, y] = [plot.x(i), plot.y(figure.value)];
  const stroke = i === figures.length - 1 ? marks.markSelected : marks.mark;
  const interval =
    small || !hasInterval(figure)
      ? []
      : [line(x, plot.y(figure.lower), x, plot.y(figure.upper), { stroke, width: 1.75 })];
  return [...interval, dot(x, y, { fill: stroke, rim: marks.page, rimWidth: 1, radius: small ? 3 : 3.5 })];
}

function markOf(
  i: number,
  figure: Figure | undefined,
  period: string | null,
  table: Table,
  options: SparklineOptions,
  words: FigureWords,
  locale: Locale,
): Mark {
  const y = figure?.value ?? 0;
  return {
    where: { [options.period]: period },
    name: formatPeriod(period ?? '', locale),
    lines: figure ? figureLines(figure, unitOf(table, 'value') ?? 'score', words, locale, options.currency) : [],
    cell: [0, i],
    area: { x: [i, i], y: [y, y] },
  };
}
