import type { Locale, Unit } from '../i18n/format';
import { format } from '../i18n/format';
import type { Scale } from './axis';
import { decimalsOf, divisorFor, gridOf, hiddenAxis, scaleFor, tickText, valueAxis } from './axis';
import type { DotShape } from './draw';
import { box, dot, fullDot, hollowDot, line, whisker } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Figure, FigureWords } from './figure';
import { figureLines, figuresOf, hasInterval } from './figure';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import type { Table } from './table';
import { textsOf, unitOf } from './table';
import type { Marks } from './theme';

export interface CompareRowOptions {
  /** Column that names the people; their order is the manager's own. */
  readonly person: string;
  /** Place in the fixed order of shapes and colours that each row's person keeps; the row's number when left out. */
  readonly slots?: readonly number[] | undefined;
  /** Peers: quarter, median, three quarters. */
  readonly peers?: { readonly p25: number; readonly median: number; readonly p75: number } | undefined;
  /** The person the pointer is on in the header: the others fade. */
  readonly focus?: string | null | undefined;
  readonly currency?: string | undefined;
  /** Drawn for `denseRowHeight`. */
  readonly dense?: boolean | undefined;
}

export interface CompareRowWords extends FigureWords {
  readonly nameOf: (person: string | null) => string;
}

/** Height of a row of the comparison in px. */
export const compareRowHeight = 84;
/** The same where the window is small. */
export const denseRowHeight = 64;

const roomy = { height: compareRowHeight, plotTop: 8, plotHeight: 52 };
const dense = { height: denseRowHeight, plotTop: 5, plotHeight: 38 };
const faded = 0.35;

/** One measure of two to six people on one axis: shape, colour and interval each, the middle half of the peers as a band, their median dashed. Needs the envelope. */
export function compareRow(
  table: Table,
  options: CompareRowOptions,
  words: CompareRowWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const { height, plotTop, plotHeight } = options.dense ? dense : roomy;
  const unit = unitOf(table, 'value') ?? 'score';
  const figures = figuresOf(table);
  const { p25, median, p75 } = options.peers ?? { p25: NaN, median: NaN, p75: NaN };
  const scale = scaleFor(unit, [p25, median, p75, ...figures.flatMap((each) => [each.value, each.lower, each.upper])], {
    most: options.dense ? 4 : 7,
  });
  const frame: Area = { x: [scale.min, scale.max], y: [0, plotHeight] };
  const lanes = figures.flatMap((figure, row) => (Number.isNaN(figure.value) ? [] : [row]));
  const gap = table.length <= 4 ? Math.floor(plotHeight / 4) : Math.floor((plotHeight + 2) / table.length);
  const laneAt = (row: number): number => plotHeight / 2 + (row - (table.length - 1) / 2) * gap;
  const names = textsOf(table, options.person);
  const people = lanes.map((row): Mark => {
    const figure = figures[row] ?? { value: 0, lower: NaN, upper: NaN, n: NaN, weak: null };
    return {
      where: { [options.person]: names[row] ?? null },
      name: words.nameOf(names[row] ?? null),
      lines: figureLines(figure, unit, words, locale, options.currency),
      cell: [row, 0],
      area: { x: [figure.value, figure.value], y: [laneAt(row), laneAt(row)] },
    };
  });
  return {
    grid: gridOf(18, 18, plotTop, height - plotTop - plotHeight),
    xAxis: valueAxis(scale, ticksOf(unit, scale, locale), { margin: 3, within: unit === 'money' }),
    yAxis: hiddenAxis(0, plotHeight, true),
    series: [
      backdrop(frame, (plot) => peersOf(plot, scale, options.peers, marks), 0),
      markSeries(frame, people, (at, plot) => {
        const row = lanes[at] ?? 0;
        const opacity = options.focus && options.focus !== names[row] ? faded : 1;
        return laneOf(plot, figures[row], laneAt(row), options.slots?.[row] ?? row, opacity, marks);
      }),
    ],
  };
}

// Money is written as it is beside the picture, with its K or M.
function ticksOf(unit: Unit, scale: Scale, locale: Locale): (value: number) => string {
  if (unit !== 'money') return tickText(unit, scale, locale);
  const size = divisorFor(Math.max(Math.abs(scale.min), Math.abs(scale.max)));
  const decimals = decimalsOf(scale.step / size);
  return (value) =>
    format('money', value, locale, { compact: true, ...(size > 1 && Math.abs(value) >= size && { decimals }) });
}

function peersOf(plot: Plot, scale: Scale, peers: CompareRowOptions['peers'], marks: Marks): Shape[] {
  if (!peers) return [];
  const within = (value: number): number => plot.x(Math.min(scale.max, Math.max(scale.min, value)));
  const median = Math.round(within(peers.median)) + 0.5;
  return [
    box(within(peers.p25), plot.top, within(peers.p75), plot.bottom, marks.band),
    line(median, plot.top, median, plot.bottom, marks.reference),
  ];
}

function laneOf(
  plot: Plot,
  figure: Figure | undefined,
  lane: number,
  slot: number,
  opacity: number,
  marks: Marks,
): Shape[] {
  if (!figure) return [];
  const [x, y] = [plot.x(figure.value), plot.y(lane)];
  const { colour, shape } = slotOf(slot, marks);
  const stroke = figure.weak ? marks.markThin : colour;
  const { borderColor, borderWidth, radius } = marks.dot;
  const point =
    figure.weak || opacity === 1
      ? figure.weak
        ? hollowDot(x, y, stroke, marks, shape)
        : fullDot(x, y, stroke, marks, shape)
      : dot(x, y, { fill: stroke, rim: borderColor, rimWidth: borderWidth, radius, shape, opacity });
  return [
    ...(hasInterval(figure)
      ? [whisker(plot.x(figure.lower), plot.x(figure.upper), y, { stroke, width: 1.75, opacity })]
      : []),
    point,
  ];
}

/** Shapes of people in the fixed order of places; then from the first again. */
export const shapes = ['circle', 'square', 'triangle', 'diamond', 'plus', 'bar'] as const;

/** Colour and shape of a place in the fixed order of people; six places, then from the first again. */
export function slotOf(slot: number, marks: Marks): { colour: string; shape: DotShape } {
  const at = slot % shapes.length;
  return { colour: marks.categories[at] ?? marks.mark, shape: shapes[at] ?? 'circle' };
}
