import type { Locale } from '../i18n/format';
import { format, formatRange } from '../i18n/format';
import { setApart } from './apart';
import { gridOf, hiddenAxis, tickText, valueAxis } from './axis';
import { slotOf } from './compare-row';
import type { DotShape, Point } from './draw';
import { fullDot, hairline, line, path, surface, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import { groupsOf, pick } from './groups';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import type { Table } from './table';
import { numbersOf } from './table';
import type { Marks } from './theme';

export interface SurvivalOptions {
  /** Column that tells groups apart; one curve without it. */
  readonly group?: string | undefined;
  /** Days of one unit of the axis; 30.4375 for months when left out. */
  readonly unitDays?: number | undefined;
  /** Where the axis ends, in its units; the last event when left out. */
  readonly until?: number | undefined;
}

export interface SurvivalWords {
  readonly nameOf: (group: string | null) => string;
  /** `months since first purchase · numbers at risk` */
  readonly axis: string;
  /** `at risk` */
  readonly atRisk: string;
}

/** Groups beyond which no further curve is drawn. */
const mostCurves = 6;
const rowHeight = 16;

/** Room at the right for the names of the ends, in px. */
const endRoom = 114;

/** Height of the picture for that many groups, in px: the plot, its axis and a row of numbers at risk for each. */
export function survivalHeight(groups: number): number {
  return 190 + 44 + Math.max(1, Math.min(mostCurves, groups)) * rowHeight;
}

/** Share still there as time goes by: steps with their band, ends named, numbers at risk under the axis' ticks. Needs `t_days`, `survival`, `lower`, `upper`, `at_risk`, in the order of time; each curve begins at 100 %. */
export function survival(
  table: Table,
  options: SurvivalOptions,
  words: SurvivalWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const curves = curvesOf(table, options, words, marks);
  const end = options.until ?? Math.max(1, ...curves.flatMap(({ times }) => [...times]).filter(Number.isFinite));
  const step = stepFor(end);
  const ticks = Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) => i * step);
  const frame: Area = { x: [0, end], y: [0, 1] };
  const scale = { min: 0, max: 1, step: 0.25 };
  const points = curves.flatMap((curve, at) => ticks.map((tick) => ({ curve, at, tick })));
  return {
    grid: gridOf(40, endRoom, 8, 40 + Math.max(1, curves.length) * rowHeight),
    xAxis: hiddenAxis(0, end),
    yAxis: valueAxis(scale, tickText('ratio', scale, locale)),
    series: [
      backdrop(frame, (plot) => [
        hairline(plot.left, plot.bottom, plot.right, plot.bottom, marks.axis),
        ...ticks.map((tick) =>
          text(plot.x(tick), plot.bottom + 12, String(tick), { fill: marks.ink3, align: 'center' }, marks),
        ),
        text(plot.left, plot.bottom + 27, words.axis, { fill: marks.ink3 }, marks),
        ...curves.flatMap((curve, i) => riskRow(plot, curve, i, ticks, locale, marks)),
        ...curves.flatMap((curve) => [bandSurface(plot, curve, end, marks)]),
        ...curves.map((curve) =>
          path(stepsOf(plot, curve.times, curve.shares, end), { stroke: curve.colour, width: 1.75 }),
        ),
        ...curves.flatMap((curve) => keyOf(curve, ...endOf(plot, curve, end), marks)),
        ...endNames(plot, curves, end, locale, marks),
      ]),
      markSeries(
        frame,
        points.map(({ curve, at, tick }) => markOf(curve, at, tick, options, words, locale)),
        () => [],
      ),
    ],
  };
}

interface Curve {
  readonly name: string;
  readonly key: string | null;
  readonly colour: string;
  /** Tells the curve where colours are not seen. */
  readonly shape: DotShape;
  readonly alone: boolean;
  readonly times: Float64Array;
  readonly shares: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly atRisk: Float64Array;
}

function curvesOf(table: Table, options: SurvivalOptions, words: SurvivalWords, marks: Marks): Curve[] {
  const groups = groupsOf(table, options.group).slice(0, mostCurves);
  const unitDays = options.unitDays ?? 30.4375;
  const column = (name: string, rows: readonly number[]): Float64Array => pick(numbersOf(table, name), rows);
  return groups.map(({ name, rows }, at) => ({
    key: name,
    name: words.nameOf(name),
    alone: groups.length === 1,
    ...slotOf(at, marks),
    ...(groups.length === 1 && { colour: marks.mark }),
    times: column('t_days', rows).map((days) => days / unitDays),
    shares: column('survival', rows),
    lower: column('lower', rows),
    upper: column('upper', rows),
    atRisk: column('at_risk', rows),
  }));
}

function stepFor(end: number): number {
  return [1, 2, 3, 6, 12, 24, 60, 120].find((step) => end / step <= 7) ?? Math.ceil(end / 7);
}

// Level until the next event, then straight down; from 1 at the beginning to the end of what is known.
function stepsOf(plot: Plot, times: Float64Array, shares: Float64Array, end: number): Point[] {
  const points: Point[] = [[plot.x(0), plot.y(1)]];
  let share = 1;
  for (let i = 0; i < times.length; i++) {
    const [time, next] = [times[i] ?? NaN, shares[i] ?? NaN];
    if (!(time <= end) || Number.isNaN(next)) continue;
    points.push([plot.x(time), plot.y(share)], [plot.x(time), plot.y(next)]);
    share = next;
  }
  return points;
}

function bandSurface(plot: Plot, curve: Curve, end: number, marks: Marks): Shape {
  const { times, lower, upper } = curve;
  const corners = [...stepsOf(plot, times, upper, end), ...stepsOf(plot, times, lower, end).toReversed()];
  return curve.alone ? surface(corners, marks.band) : surface(corners, curve.colour, marks.bandOpacity);
}

/** Share at a time: the last step at or before it. */
function shareAt(curve: Curve, time: number): { share: number; lower: number; upper: number } {
  const at = curve.times.findLastIndex((each) => each <= time + 1e-9);
  if (at < 0) return { share: 1, lower: NaN, upper: NaN };
  return { share: curve.shares[at] ?? NaN, lower: curve.lower[at] ?? NaN, upper: curve.upper[at] ?? NaN };
}

/** Number at risk just before a time: the next event's; missing after the last. */
function atRiskAt(curve: Curve, time: number): number {
  const at = curve.times.findIndex((each) => each >= time - 1e-9);
  return at < 0 ? NaN : (curve.atRisk[at] ?? NaN);
}

function riskRow(plot: Plot, curve: Curve, i: number, ticks: readonly number[], locale: Locale, marks: Marks): Shape[] {
  const y = plot.bottom + 44 + i * rowHeight;
  const counts = ticks.map((tick) =>
    text(plot.x(tick), y, format('count', atRiskAt(curve, tick), locale), { fill: marks.ink, align: 'center' }, marks),
  );
  if (curve.alone) return counts;
  return [
    ...counts,
    line(plot.right + 18, y, plot.right + 34, y, { stroke: curve.colour, width: 1.75 }),
    ...keyOf(curve, plot.right + 26, y, marks),
    text(plot.right + 39, y, curve.name, { fill: marks.ink, width: endRoom - 39 }, marks),
  ];
}

// Where the curve ends: at its last event, or where the axis does.
function endOf(plot: Plot, curve: Curve, end: number): Point {
  const last = curve.times.findLast((time) => time <= end) ?? 0;
  return [plot.x(last), plot.y(shareAt(curve, last).share)];
}

// The shape of a curve among others; one alone needs none.
function keyOf(curve: Curve, x: number, y: number, marks: Marks): Shape[] {
  return curve.alone ? [] : [fullDot(x, y, curve.colour, marks, curve.shape)];
}

function endNames(plot: Plot, curves: readonly Curve[], end: number, locale: Locale, marks: Marks): Shape[] {
  const shares = curves.map((curve) => shareAt(curve, end).share);
  const places = setApart(
    shares.map((share) => plot.y(share)),
    14,
    plot.top,
    plot.bottom,
  );
  return curves.flatMap((curve, i) => {
    const share = format('ratio', shares[i], locale, { decimals: 0 });
    const label = curve.alone ? share : `${curve.name} ${share}`;
    const [y, indent] = [places[i] ?? plot.top, curve.alone ? 6 : 19];
    const name = text(plot.right + indent, y, label, { fill: marks.ink, width: endRoom - indent }, marks);
    return [...keyOf(curve, plot.right + 12, y, marks), name];
  });
}

function markOf(
  curve: Curve,
  at: number,
  tick: number,
  options: SurvivalOptions,
  words: SurvivalWords,
  locale: Locale,
): Mark {
  const { share, lower, upper } = shareAt(curve, tick);
  const interval = Number.isNaN(lower) ? [] : [formatRange('ratio', lower, upper, locale)];
  const risk = atRiskAt(curve, tick);
  return {
    where: { ...(options.group !== undefined && { [options.group]: curve.key }), t: String(tick) },
    name: curve.alone ? String(tick) : `${curve.name}, ${tick}`,
    lines: [
      format('ratio', share, locale),
      ...interval,
      ...(Number.isNaN(risk) ? [] : [`${format('count', risk, locale)} ${words.atRisk}`]),
    ],
    cell: [at, tick],
    area: { x: [tick, tick], y: [share, share] },
  };
}
