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
}

export interface RateLanesWords extends FigureWords {
  readonly nameOf: (step: string | null) => string;
  /** The compared period: `Q1` */
  readonly compared: string;
}

/** Height of the table head that the axis labels stand in, in px; the picture begins with it. */
export const laneHeadHeight = 24;

// Within a row, in px from its upper edge: this period, and the compared one 8 lower.
const presentAt = 14;
const comparedAt = 22;

/** The rate of each step on one axis: this period filled with its whisker, the compared one hollow below. Needs the envelope, and `compared`, `compared_lower`, `compared_upper` where known. */
export function rateLanes(
  table: Table,
  options: RateLanesOptions,
  words: RateLanesWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const unit = unitOf(table, 'value') ?? 'ratio';
  const present = figuresOf(table);
  const compared = figuresOf(table, { value: 'compared', lower: 'compared_lower', upper: 'compared_upper' });
  const scale = scaleInTens([...present, ...compared]);
  const frame: Area = { x: [scale.min, scale.max], y: [0, Math.max(1, table.length)] };
  const lanes = present.flatMap((figure, row) => (Number.isNaN(figure.value) ? [] : [row]));
  return {
    grid: gridOf(18, 18, laneHeadHeight, 0),
    xAxis: valueAxis(scale, tickText(unit, scale, locale), { position: 'top' }),
    yAxis: hiddenAxis(...frame.y, true),
    series: [
      markSeries(
        frame,
        lanes.map((row) => markOf(row, table, options, words, locale, unit)),
        (at, plot) => laneOf(plot, lanes[at] ?? 0, present, compared, marks),
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

function markOf(
  row: number,
  table: Table,
  options: RateLanesOptions,
  words: RateLanesWords,
  locale: Locale,
  unit: Unit,
): Mark {
  const step = textsOf(table, options.step)[row] ?? null;
  const figure = figuresOf(table)[row];
  const compared = figuresOf(table, { value: 'compared' })[row]?.value ?? NaN;
  const value = figure?.value ?? 0;
  const y = row + presentAt / laneHeight;
  return {
    where: { [options.step]: step },
    name: words.nameOf(step),
    lines: [
      ...(figure ? figureLines(figure, unit, words, locale) : []),
      ...(Number.isNaN(compared) ? [] : [`${words.compared}: ${format(unit, compared, locale)}`]),
    ],
    cell: [row, 0],
    area: { x: figure && hasInterval(figure) ? [figure.lower, figure.upper] : [value, value], y: [y, y] },
  };
}

function laneOf(
  plot: Plot,
  row: number,
  present: readonly Figure[],
  compared: readonly Figure[],
  marks: Marks,
): Shape[] {
  const top = plot.y(row);
  const [now, before] = [present[row], compared[row]];
  const stroke = now?.weak ? marks.markThin : marks.mark;
  const { width, cap } = marks.whisker;
  return [
    ...interval(plot, before, top + comparedAt, { stroke: marks.markCompare, width }, 0),
    ...(before && !Number.isNaN(before.value)
      ? [hollowDot(plot.x(before.value), top + comparedAt, marks.markCompare, marks)]
      : []),
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

function interval(
  plot: Plot,
  figure: Figure | undefined,
  y: number,
  look: { stroke: string; width: number },
  cap: number,
): Shape[] {
  return figure && hasInterval(figure) ? [whisker(plot.x(figure.lower), plot.x(figure.upper), y, look, cap)] : [];
}
