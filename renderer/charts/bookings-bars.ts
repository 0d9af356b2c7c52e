import type { Locale, Unit } from '../i18n/format';
import { format, formatPeriod } from '../i18n/format';
import type { Figures } from './axis';
import { figuresFor, gridOf, hiddenAxis, scaleFor, tickText, valueAxis } from './axis';
import { bar, hairline, line, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import { periodLabels, periodTexts } from './period-labels';
import type { Table } from './table';
import { numbersOf, textsOf, unitOf } from './table';
import type { Marks } from './theme';

export interface BookingsBarsOptions {
  /** Column of periods, oldest first. */
  readonly period: string;
  /** The chosen period, drawn in the accent. */
  readonly chosen?: string | null | undefined;
  /** The compared periods. */
  readonly compared?: readonly string[] | undefined;
  /** Column of targets; `target` when left out. */
  readonly target?: string | undefined;
  readonly currency?: string | undefined;
}

export interface BookingsBarsWords {
  readonly target: string;
}

/** Bars beyond which not every one can be labelled: a value axis is drawn instead. */
const mostLabelled = 14;

/** A total by period from zero, the chosen period in the accent, each target as a tick. Needs `value`; the target column where known. */
export function bookingsBars(
  table: Table,
  options: BookingsBarsOptions,
  words: BookingsBarsWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const unit = unitOf(table, 'value') ?? 'money';
  const labels = periodLabels(textsOf(table, options.period), locale);
  const bars = barsOf(table, options, words, locale, unit);
  const amounts = bars.flatMap(({ value, target }) => [value, target]);
  const scale = scaleFor(unit, amounts, { zero: true });
  const labelled = bars.length <= mostLabelled;
  const [low, high] = labelled ? [Math.min(0, scale.min), topOf(amounts)] : [scale.min, scale.max];
  const frame: Area = { x: [0, Math.max(1, bars.length)], y: [low, high] };
  const column = figuresFor(
    unit,
    bars.map(({ value }) => value),
    locale,
  );
  const scaleText = tickText(unit, scale, locale);
  return {
    grid: gridOf(labelled ? 0 : 12 + 7 * scaleText(scale.max).length, 0, 22, 26),
    xAxis: hiddenAxis(...frame.x),
    yAxis: labelled ? hiddenAxis(low, high) : valueAxis(scale, scaleText),
    series: [
      markSeries(
        frame,
        bars.map(({ mark }) => mark),
        (i, plot) => barOf(plot, i, bars[i], labelled ? column : null, marks),
      ),
      backdrop(
        frame,
        (plot) => [
          hairline(plot.left, plot.y(0), plot.right, plot.y(0), marks.axis),
          ...periodTexts(plot, labels, (i) => plot.x(i + 0.5), marks),
        ],
        4,
      ),
    ],
  };
}

interface Bar {
  readonly value: number;
  readonly target: number;
  readonly look: 'chosen' | 'compared' | 'context';
  readonly mark: Mark;
}

function barsOf(
  table: Table,
  options: BookingsBarsOptions,
  words: BookingsBarsWords,
  locale: Locale,
  unit: Unit,
): Bar[] {
  const periods = textsOf(table, options.period);
  const targets = numbersOf(table, options.target ?? 'target');
  const money = { currency: options.currency, compact: true };
  return Array.from(numbersOf(table, 'value'), (value, i) => {
    const target = targets[i] ?? NaN;
    const period = periods[i] ?? null;
    return {
      value,
      target,
      look: period === options.chosen ? 'chosen' : options.compared?.includes(period ?? '') ? 'compared' : 'context',
      mark: {
        where: { [options.period]: period },
        name: formatPeriod(period ?? '', locale),
        lines: [
          format(unit, value, locale, money),
          ...(Number.isNaN(target) ? [] : [`${words.target} ${format(unit, target, locale, money)}`]),
        ],
        cell: [0, i],
        area: { x: [i + 0.22, i + 0.78], y: [0, value || 0] },
      },
    };
  });
}

// No axis: the tallest bar may use every pixel.
function topOf(amounts: readonly number[]): number {
  return Math.max(0, ...amounts.filter(Number.isFinite)) || 1;
}

const fills = { chosen: 'markSelected', compared: 'mark', context: 'markContext' } as const;

function barOf(plot: Plot, i: number, item: Bar | undefined, column: Figures | null, marks: Marks): Shape[] {
  if (!item) return [];
  const band = plot.x(1) - plot.x(0);
  const half = Math.min(30, band * 0.56) / 2;
  const middle = Math.round(plot.x(i + 0.5));
  const { stroke, width } = marks.target;
  const overhang = Math.min(marks.target.overhang, band * 0.15);
  const target = Math.round(plot.y(item.target));
  // The label stands on its bar; on the target's line only where that would cross it.
  const end = Math.round(plot.y(Math.max(0, item.value || 0)));
  const top = target < end && end - target < 20 ? target : end;
  const accent = item.look === 'chosen';
  const label = {
    fill: accent ? marks.markSelected : marks.ink2,
    align: 'center' as const,
    weight: accent ? marks.font.strong : marks.font.regular,
  };
  const [x0, x1] = band < 7 ? [plot.x(i), plot.x(i + 1)] : [middle - half - 1, middle + half + 1];
  return [
    ...(Number.isNaN(item.value) ? [] : [bar(x0, plot.y(0), x1, plot.y(item.value), marks[fills[item.look]])]),
    ...(Number.isNaN(item.target)
      ? []
      : [line(middle - half - overhang, target, middle + half + overhang, target, { stroke, width })]),
    ...(column && !Number.isNaN(item.value) ? [text(middle, top - 9, column.text(item.value), label, marks)] : []),
  ];
}
