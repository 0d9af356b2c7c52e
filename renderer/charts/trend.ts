import type { Locale, Unit } from '../i18n/format';
import { formatPeriod } from '../i18n/format';
import { setApart } from './apart';
import type { Figures, Scale } from './axis';
import { figuresFor, gridOf, hiddenAxis, scaleFor, tickText, valueAxis } from './axis';
import { slotOf } from './compare-row';
import type { DotShape } from './draw';
import { fullDot, hairline, hollowDot, line, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Figure, FigureWords } from './figure';
import { figureLines, figuresOf, hasInterval } from './figure';
import { groupsOf } from './groups';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import { periodLabels, periodTexts } from './period-labels';
import { bandOf, lineOf } from './runs';
import type { Table } from './table';
import { textsOf, unitOf } from './table';
import type { Marks } from './theme';

export interface TrendOptions {
  /** Column of periods, oldest first. */
  readonly period: string;
  /** Column that tells lines apart; one line without it. */
  readonly series?: string | undefined;
  /** How an interval is drawn: a band under the line, or a whisker at each point. */
  readonly intervals?: 'band' | 'whisker' | undefined;
  /** The chosen period, drawn in the accent where there is one line. */
  readonly chosen?: string | null | undefined;
  readonly currency?: string | undefined;
  /** Places of the lines in the fixed order of shapes and colours; their own order when left out. */
  readonly slots?: readonly number[] | undefined;
  /** Values the axis is made for in place of the picture's own, so that several pictures share one. */
  readonly axis?: readonly number[] | undefined;
  /** What the line is seen against, a value for each period, drawn dashed; NaN where there is none. */
  readonly reference?: readonly number[] | undefined;
}

export interface TrendWords extends FigureWords {
  readonly nameOf: (series: string | null) => string;
}

/** Lines beyond which a picture tells nothing apart: the rest is drawn as context. */
const mostLines = 6;

/** A figure by period as a line with its interval; several lines are named at their ends. Needs the envelope. */
export function trend(
  table: Table,
  options: TrendOptions,
  words: TrendWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const unit = unitOf(table, 'value') ?? 'ratio';
  const figures = figuresOf(table);
  const periods = [...new Set(textsOf(table, options.period))];
  const lines = linesOf(table, figures, periods, options, words, marks);
  const values = figures.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  const scale = scaleFor(unit, options.axis ?? values, { zero: unit === 'money' || unit === 'count' });
  const frame: Area = { x: [-0.5, Math.max(1, periods.length) - 0.5], y: [scale.min, scale.max] };
  const scaleText = tickText(unit, scale, locale);
  const column = figuresFor(unit, values, locale);
  const named = lines.length > 1 ? lines.slice(0, mostLines) : [];
  const places = lines.flatMap((each, at) =>
    each.figures.flatMap(({ value }, i) => (Number.isNaN(value) ? [] : [{ at, i }])),
  );
  return {
    grid: gridOf(14 + 7 * scaleText(scale.max).length, named.length > 0 ? endRoom(named, column) : 8, 8, 26),
    xAxis: hiddenAxis(...frame.x),
    yAxis: valueAxis(scale, scaleText),
    series: [
      backdrop(frame, (plot) => [
        hairline(plot.left, plot.bottom, plot.right, plot.bottom, marks.axis),
        ...periodTexts(plot, periodLabels(periods, locale), (i) => plot.x(i), marks),
        ...lineOf(plot, (options.reference ?? []).map(withinOf(scale)), marks.reference),
        ...lines.flatMap((each) => lineShapes(plot, each, options.intervals ?? 'band', lines.length, scale, marks)),
        ...endNames(plot, named, column, marks),
      ]),
      markSeries(
        frame,
        places.map(({ at, i }) => markOf(lines[at], at, i, periods[i] ?? null, options, { unit, words, locale })),
        (index, plot) => {
          const { at = 0, i = 0 } = places[index] ?? {};
          const look = {
            chosen: periods[i] === options.chosen,
            intervals: options.intervals ?? 'band',
            scale,
          } as const;
          return pointShapes(plot, lines[at], i, look, marks);
        },
      ),
    ],
  };
}

interface Line {
  readonly name: string;
  readonly key: string | null;
  readonly figures: readonly Figure[];
  readonly colour: string;
  readonly shape: DotShape;
  readonly alone: boolean;
  readonly context: boolean;
}

const nothing: Figure = { value: NaN, lower: NaN, upper: NaN, n: NaN, weak: null };

function linesOf(
  table: Table,
  figures: readonly Figure[],
  periods: readonly (string | null)[],
  options: TrendOptions,
  words: TrendWords,
  marks: Marks,
): Line[] {
  const own = textsOf(table, options.period);
  const groups = groupsOf(table, options.series);
  return groups.map(({ name, rows }, at) => {
    const byPeriod = new Map(rows.map((row) => [own[row] ?? null, figures[row] ?? nothing]));
    const { colour, shape } = slotOf(options.slots?.[at] ?? at, marks);
    const alone = groups.length === 1;
    const plain = alone && options.slots === undefined;
    const context = at >= mostLines;
    return {
      key: name,
      name: words.nameOf(name),
      figures: periods.map((period) => byPeriod.get(period) ?? nothing),
      colour: plain ? marks.mark : context ? marks.markContext : colour,
      shape: plain ? 'circle' : shape,
      alone,
      context,
    };
  });
}

function lineShapes(
  plot: Plot,
  each: Line,
  intervals: 'band' | 'whisker',
  count: number,
  scale: Scale,
  marks: Marks,
): Shape[] {
  const within = withinOf(scale);
  const values = each.figures.map(({ value }) => value);
  const band = { fill: each.alone ? marks.band : each.colour, opacity: each.alone ? 1 : marks.bandOpacity };
  const thin = each.alone && intervals === 'whisker';
  return [
    ...(intervals === 'band' && count <= 3
      ? bandOf(
          plot,
          each.figures.map(({ lower }) => within(lower)),
          each.figures.map(({ upper }) => within(upper)),
          band,
        )
      : []),
    ...lineOf(plot, values, { stroke: thin ? marks.markCompare : each.colour, width: thin || each.context ? 1 : 1.75 }),
  ];
}

// An interval wider than a shared axis ends with it.
function withinOf(scale: Scale): (end: number) => number {
  return (end) => Math.min(scale.max, Math.max(scale.min, end));
}

interface PointLook {
  readonly chosen: boolean;
  readonly intervals: 'band' | 'whisker';
  readonly scale: Scale;
}

function pointShapes(
  plot: Plot,
  each: Line | undefined,
  i: number,
  { chosen, intervals, scale }: PointLook,
  marks: Marks,
): Shape[] {
  const figure = each?.figures[i];
  if (!each || !figure || each.context) return [];
  const [x, y] = [plot.x(i), plot.y(figure.value)];
  const within = withinOf(scale);
  const accent = chosen && each.alone;
  const stroke = figure.weak ? marks.markThin : accent ? marks.markSelected : each.colour;
  const last = each.figures.findLastIndex(({ value }) => !Number.isNaN(value)) === i;
  const alonePoint = Number.isNaN(each.figures[i - 1]?.value ?? NaN) && Number.isNaN(each.figures[i + 1]?.value ?? NaN);
  const shown = intervals === 'whisker' || accent || figure.weak !== null || (!each.alone && last) || alonePoint;
  if (!shown) return [];
  const drawsInterval = hasInterval(figure) && (intervals === 'whisker' || accent);
  return [
    ...(drawsInterval
      ? [line(x, plot.y(within(figure.lower)), x, plot.y(within(figure.upper)), { stroke, width: 1.75 })]
      : []),
    figure.weak ? hollowDot(x, y, stroke, marks, each.shape) : fullDot(x, y, stroke, marks, each.shape),
  ];
}

function lastOf(each: Line): Figure | undefined {
  return each.figures.findLast(({ value }) => !Number.isNaN(value));
}

// The figure first: a long name is cut, a figure never.
function endText(each: Line, column: Figures): string {
  const last = lastOf(each);
  return last ? `${column.text(last.value)} ${each.name}` : each.name;
}

function endRoom(named: readonly Line[], column: Figures): number {
  return Math.min(150, 16 + Math.max(...named.map((each) => endText(each, column).length)) * 6.2);
}

function endNames(plot: Plot, named: readonly Line[], column: Figures, marks: Marks): Shape[] {
  const wanted = named.map((each) => plot.y(lastOf(each)?.value ?? NaN) || plot.bottom);
  const places = setApart(wanted, 14, plot.top, plot.bottom);
  return named.map((each, i) =>
    text(plot.right + 4, places[i] ?? plot.top, endText(each, column), { fill: marks.ink, width: 138 }, marks),
  );
}

function markOf(
  each: Line | undefined,
  at: number,
  i: number,
  period: string | null,
  options: TrendOptions,
  { unit, words, locale }: { unit: Unit; words: TrendWords; locale: Locale },
): Mark {
  const figure = each?.figures[i] ?? nothing;
  const name = formatPeriod(period ?? '', locale);
  return {
    where: { [options.period]: period, ...(options.series !== undefined && { [options.series]: each?.key ?? null }) },
    name: options.series === undefined ? name : `${each?.name ?? ''}, ${name}`,
    lines: figureLines(figure, unit, words, locale, options.currency),
    cell: [at, i],
    area: { x: [i, i], y: [figure.value, figure.value] },
  };
}
