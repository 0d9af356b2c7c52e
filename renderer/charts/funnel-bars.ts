import type { Locale } from '../i18n/format';
import { format } from '../i18n/format';
import { gridOf, hiddenAxis, largestOf } from './axis';
import { box, hatch, line, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import type { Table } from './table';
import { numbersOf, textsOf, unitOf } from './table';
import type { Marks } from './theme';

export interface FunnelBarsOptions {
  /** Column that names the steps. */
  readonly step: string;
  /** Currency of `reached` where it is money. */
  readonly currency?: string | undefined;
  /** Columns of the compared periods' counts, in the order of their marks; `compared` when left out. */
  readonly compared?: readonly string[] | undefined;
  /** Where the others went, a line for each row; it adds up to the drop. */
  readonly under?: readonly (string | null)[] | undefined;
}

export interface FunnelBarsWords {
  readonly nameOf: (step: string | null) => string;
  /** `too young, so far` */
  readonly young: string;
  /** What each compared period is called, as `Q1, same window`; one for each of their columns. */
  readonly compared: readonly string[];
}

/** Height of a row of the lane table in px; bars and rate lanes lie on the same rows. */
export const laneHeight = 60;

// Within a row, in px from its upper edge.
const barTop = 8;
const barBottom = 28;
const underAt = 46;

const brokenTick = [4, 3];

/** How many reached each step, or their money: solid is old enough to judge, hatched too young so far, a tick for each compared period in the same window, the second one broken. Needs `reached`; `young` and the compared columns where known. */
export function funnelBars(
  table: Table,
  options: FunnelBarsOptions,
  words: FunnelBarsWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const rows = rowsOf(table, options, words, locale);
  const longest = largestOf(rows.flatMap(({ reached, compared }) => [reached, ...compared]));
  const frame: Area = { x: [0, longest || 1], y: [0, Math.max(1, rows.length)] };
  const widest = Math.max(0, ...rows.map(({ count }) => count.length));
  return {
    grid: gridOf(0, Math.ceil(9 + widest * 7.2), 0, 0),
    xAxis: hiddenAxis(...frame.x),
    yAxis: hiddenAxis(0, Math.max(1, rows.length), true),
    series: [
      backdrop(frame, (plot) =>
        rows.flatMap(({ under }, i) =>
          under === null ? [] : [text(plot.left, plot.y(i) + underAt, under, { fill: marks.ink2 }, marks)],
        ),
      ),
      markSeries(
        frame,
        rows.map(({ mark }) => mark),
        (i, plot) => barOf(plot, i, rows[i], marks),
      ),
    ],
  };
}

interface Row {
  readonly reached: number;
  readonly young: number;
  readonly compared: readonly number[];
  readonly count: string;
  readonly under: string | null;
  readonly mark: Mark;
}

function rowsOf(table: Table, options: FunnelBarsOptions, words: FunnelBarsWords, locale: Locale): Row[] {
  const steps = textsOf(table, options.step);
  const young = numbersOf(table, 'young');
  const compared = (options.compared ?? ['compared']).map((name) => numbersOf(table, name));
  const unit = unitOf(table, 'reached') ?? 'count';
  const written = unit === 'money' ? { currency: options.currency, compact: true } : {};
  const textOf = (value: number): string => format(unit, value, locale, written);
  return Array.from(numbersOf(table, 'reached'), (reached, i) => {
    const step = steps[i] ?? null;
    const count = textOf(reached);
    const others: (readonly [string, number])[] = [
      [words.young, young[i] ?? NaN],
      ...compared.map((counts, at) => [words.compared[at] ?? '', counts[i] ?? NaN] as const),
    ];
    const known = others.filter(([, value], at) => !Number.isNaN(value) && (at > 0 || value > 0));
    return {
      reached: reached || 0,
      young: Math.min(young[i] || 0, reached || 0),
      compared: compared.map((counts) => counts[i] ?? NaN),
      count,
      under: options.under?.[i] ?? null,
      mark: {
        where: { [options.step]: step },
        name: words.nameOf(step),
        lines: [count, ...known.map(([word, value]) => `${textOf(value)} ${word}`)],
        cell: [i, 0],
        area: { x: [0, reached || 0], y: [i + barTop / laneHeight, i + barBottom / laneHeight] },
      },
    };
  });
}

function barOf(plot: Plot, i: number, row: Row | undefined, marks: Marks): Shape[] {
  if (!row) return [];
  const top = Math.round(plot.y(i));
  const [solidEnd, end] = [Math.round(plot.x(row.reached - row.young)), Math.round(plot.x(row.reached))];
  const { stroke, width, overhang } = marks.target;
  const ticks = row.compared.map((count) => Math.round(plot.x(count)));
  const last = Math.max(end, ...ticks.filter((tick) => !Number.isNaN(tick)));
  return [
    ...(solidEnd > plot.left ? [box(plot.left, top + barTop, solidEnd, top + barBottom, marks.mark)] : []),
    ...(end > solidEnd ? [hatch(solidEnd, top + barTop, end, top + barBottom, marks)] : []),
    ...ticks.flatMap((tick, at) => {
      const look = { stroke, width, ...(at > 0 && { dash: brokenTick }) };
      return Number.isNaN(tick) ? [] : [line(tick, top + barTop - overhang, tick, top + barBottom + overhang, look)];
    }),
    text(last + 7, top + 18, row.count, { fill: marks.ink, size: marks.font.small, weight: marks.font.strong }, marks),
  ];
}
