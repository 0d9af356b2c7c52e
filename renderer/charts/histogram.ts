import type { Locale, Unit } from '../i18n/format';
import { format, formatRange } from '../i18n/format';
import type { Scale } from './axis';
import { baseline, gridOf, scaleFor, tickText, valueAxis } from './axis';
import { bar, line, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import type { Table } from './table';
import { numbersOf, unitOf } from './table';
import type { Marks } from './theme';

export interface HistogramOptions {
  /** Median with its interval, in the unit of the bins; null bounds where there is no interval. */
  readonly median?:
    { readonly value: number; readonly lower: number | null; readonly upper: number | null } | undefined;
}

export interface HistogramWords {
  /** `days from proposal to won` */
  readonly axis: string;
  /** `median 21 days (18–24)` */
  readonly median: string;
  /** So many of what the bars count, from the number and how it is written: `8 people` */
  readonly counted: (n: number, written: string) => string;
}

/** How often each span occurs, with the median as a line and its interval across it. Needs `from`, `to` (the bin's ends) and `count`. */
export function histogram(
  table: Table,
  options: HistogramOptions,
  words: HistogramWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const unit = unitOf(table, 'from') ?? 'days';
  const [from, to, count] = [numbersOf(table, 'from'), numbersOf(table, 'to'), numbersOf(table, 'count')];
  const level = scaleFor('count', count, { zero: true, most: 3 });
  const spread = spreadOf(unit, from, to, options.median?.value ?? NaN);
  const frame: Area = { x: [spread.min, spread.max], y: [0, level.max] };
  const levelText = tickText('count', level, locale);
  const bins = Array.from(count, (value, i): Mark => ({
    where: { from: String(from[i]), to: String(to[i]) },
    // A span of shares has its percent sign, for nothing beside it says what it is in.
    name:
      unit === 'ratio'
        ? `${formatRange(unit, from[i], to[i], locale, { decimals: 0 })}%`
        : formatRange(unit, from[i], to[i], locale),
    lines: [words.counted(value, format('count', value, locale))],
    cell: [0, i],
    area: { x: [from[i] ?? 0, to[i] ?? 0], y: [0, value || 0] },
  }));
  return {
    grid: gridOf(10 + 7 * levelText(level.max).length, 16, 26, 42),
    xAxis: {
      ...valueAxis(spread, tickText(unit, spread, locale), {
        lines: false,
        title: words.axis,
        margin: 5,
        within: true,
      }),
      ...baseline(marks),
    },
    yAxis: valueAxis(level, levelText),
    series: [
      markSeries(frame, bins, (i, plot) => {
        const { x, y } = bins[i]?.area ?? frame;
        return [bar(plot.x(x[0]), plot.y(y[0]), plot.x(x[1]), plot.y(y[1]), marks.mark)];
      }),
      backdrop(frame, (plot) => medianLine(plot, options.median, words.median, marks), 5),
    ],
  };
}

const mostSteps = 7;

// Ticks stand where bars begin and end, as far as these are all as wide; the shortest round scale elsewhere.
function spreadOf(unit: Unit, from: Float64Array, to: Float64Array, median: number): Scale {
  const width = (to[0] ?? NaN) - (from[0] ?? NaN);
  const end = Math.max(...to, Number.isNaN(median) ? 0 : median);
  const isEven =
    from.length > 2 &&
    Array.from(from).every(
      (low, i) => low >= 0 && Math.abs((to[i] ?? NaN) - low - width) < 1e-9 && isWhole(low / width),
    );
  const step = [1, 2, 4, 5, 10].map((bars) => bars * width).find((each) => end / each <= mostSteps + 1e-9);
  if (!(width > 0) || !isEven || step === undefined)
    return scaleFor(unit, [...from, ...to, median], { zero: true, most: mostSteps });
  return {
    min: 0,
    max: Number((Math.ceil(end / step - 1e-9) * step).toPrecision(12)),
    step: Number(step.toPrecision(12)),
  };
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

function medianLine(plot: Plot, median: HistogramOptions['median'], label: string, marks: Marks): Shape[] {
  if (!median) return [];
  const x = Math.round(plot.x(median.value)) + 0.5;
  const look = { stroke: marks.whisker.stroke, width: marks.whisker.width };
  const { lower, upper } = median;
  const half = marks.whisker.cap / 2;
  const y = plot.top - 4;
  const ends = lower === null || upper === null ? [] : [plot.x(lower), plot.x(upper)];
  const [first, last] = ends;
  const across =
    first === undefined || last === undefined
      ? []
      : [line(first, y, last, y, look), ...ends.map((end) => line(end, y - half, end, y + half, look))];
  const align = x < plot.left + 70 ? 'left' : x > plot.right - 70 ? 'right' : 'center';
  return [
    line(x, y, x, plot.bottom, look),
    ...across,
    text(x, plot.top - 17, label, { fill: marks.ink, align }, marks),
  ];
}
