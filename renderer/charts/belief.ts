import type { Locale, Unit } from '../i18n/format';
import { gridOf, hiddenAxis, scaleFor, tickText, valueAxis } from './axis';
import type { Point } from './draw';
import { hairline, line, path, surface, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Plot } from './layers';
import { backdrop } from './layers';
import type { Area } from './mark';
import type { Table } from './table';
import { numbersOf, unitOf } from './table';
import type { Marks } from './theme';

export interface BeliefOptions {
  /** Where the peers' median lies. */
  readonly reference: number;
  /** Which side of it is tinted: below for a gap, above for a strength, none in between. */
  readonly side: 'below' | 'above' | 'none';
}

export interface BeliefWords {
  /** `peers’ median` */
  readonly reference: string;
}

const tint = 0.3;

/** What the evidence says of one value: the curve of how likely each level is, the part beyond the peers' median tinted. Needs `x` and `density`, `x` growing. */
export function belief(
  table: Table,
  options: BeliefOptions,
  words: BeliefWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const unit: Unit = unitOf(table, 'x') ?? 'ratio';
  const [xs, density] = [numbersOf(table, 'x'), numbersOf(table, 'density')];
  const scale = scaleFor(unit, [...xs, options.reference]);
  const top = Math.max(0, ...density) || 1;
  const frame: Area = { x: [scale.min, scale.max], y: [0, top] };
  return {
    grid: gridOf(18, 18, 20, 26),
    xAxis: valueAxis(scale, tickText(unit, scale, locale), { lines: false, margin: 5 }),
    yAxis: hiddenAxis(0, top),
    series: [
      backdrop(frame, (plot) => {
        const curve = [...xs].map((x, i): Point => [plot.x(x), plot.y(density[i] ?? 0)]);
        return [
          ...tinted(plot, xs, curve, options, marks),
          hairline(plot.left, plot.bottom, plot.right, plot.bottom, marks.ink2),
          ...(curve.length > 1 ? [path(curve, { stroke: marks.ink2, width: 1.5 })] : []),
          ...reference(plot, options.reference, words.reference, marks),
        ];
      }),
    ],
  };
}

function tinted(plot: Plot, xs: Float64Array, curve: readonly Point[], options: BeliefOptions, marks: Marks): Shape[] {
  if (options.side === 'none' || curve.length < 2) return [];
  const edge = plot.x(options.reference);
  const part = curve.filter((_, i) =>
    options.side === 'below' ? (xs[i] ?? 0) <= options.reference : (xs[i] ?? 0) >= options.reference,
  );
  const [first, last] = [part[0], part.at(-1)];
  if (!first || !last) return [];
  const height = heightAt(curve, edge);
  const end: Point = [edge, height];
  const line = options.side === 'below' ? [...part, end] : [end, ...part];
  const [from, to] = options.side === 'below' ? [first[0], edge] : [edge, last[0]];
  const fill = options.side === 'below' ? marks.diverging.low : marks.diverging.high;
  return [surface([[from, plot.bottom], ...line, [to, plot.bottom]], fill, tint)];
}

function heightAt(curve: readonly Point[], x: number): number {
  const next = curve.findIndex(([each]) => each >= x);
  const [a, b] = [curve[Math.max(0, next - 1)], curve[next < 0 ? curve.length - 1 : next]];
  if (!a || !b || a[0] === b[0]) return b?.[1] ?? 0;
  return a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0]);
}

function reference(plot: Plot, value: number, label: string, marks: Marks): Shape[] {
  const x = Math.round(plot.x(value)) + 0.5;
  const align = x < plot.left + 40 ? 'left' : x > plot.right - 40 ? 'right' : 'center';
  return [
    line(x, plot.top - 4, x, plot.bottom, marks.reference),
    text(x, plot.top - 12, label, { fill: marks.ink2, align }, marks),
  ];
}
