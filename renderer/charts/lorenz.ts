import type { Locale } from '../i18n/format';
import { format } from '../i18n/format';
import { setApart } from './apart';
import { gridOf, tickText, valueAxis } from './axis';
import type { Point } from './draw';
import { hairline, line, path, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import { groupsOf } from './groups';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import type { Table } from './table';
import { numbersOf } from './table';
import type { Marks } from './theme';

export interface LorenzOptions {
  /** Column that tells curves apart, such as payouts and bookings; one curve without it. */
  readonly series?: string | undefined;
}

export interface LorenzWords {
  readonly nameOf: (series: string | null) => string;
  /** `people, lowest first` */
  readonly people: string;
  /** `everyone alike` */
  readonly equal: string;
  /** `20% of people hold 7%` from two shares that are written already. */
  readonly held: (people: string, share: string) => string;
}

/** How a total is spread over people, lowest first; the further below the dashed line, the more uneven. The first curve is this one, others are compared. Needs `people_share` and `value_share`, both growing from 0 to 1. */
export function lorenz(
  table: Table,
  options: LorenzOptions,
  words: LorenzWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const frame: Area = { x: [0, 1], y: [0, 1] };
  const scale = { min: 0, max: 1, step: 0.25 };
  const tick = tickText('ratio', scale, locale);
  const [xs, ys] = [numbersOf(table, 'people_share'), numbersOf(table, 'value_share')];
  const curves = groupsOf(table, options.series).map(({ name, rows }, at) => ({
    name: words.nameOf(name),
    key: name,
    rows,
    colour: at === 0 ? marks.mark : marks.markCompare,
  }));
  const points = curves.flatMap((curve, at) => curve.rows.map((row, i) => ({ curve, at, row, i })));
  return {
    grid: gridOf(40, curves.length > 1 ? 90 : 18, 8, 42),
    xAxis: valueAxis(scale, tick, { lines: false, title: words.people, margin: 5, within: true }),
    yAxis: valueAxis(scale, tick),
    series: [
      backdrop(frame, (plot) => [
        hairline(plot.left, plot.bottom, plot.right, plot.bottom, marks.axis),
        line(plot.left, plot.bottom, plot.right, plot.top, marks.reference),
        text(plot.x(0.44), plot.y(0.5), words.equal, { fill: marks.ink3, align: 'right' }, marks),
        ...curves.map(({ rows, colour }) =>
          path([[plot.left, plot.bottom], ...rows.map((row): Point => [plot.x(xs[row] ?? 0), plot.y(ys[row] ?? 0)])], {
            stroke: colour,
            width: 1.75,
          }),
        ),
        ...(curves.length > 1 ? names(plot, curves, xs, ys, marks) : []),
      ]),
      markSeries(
        frame,
        points.map(({ curve, at, row, i }): Mark => {
          const [people = NaN, share = NaN] = [xs[row], ys[row]];
          const percent = (value: number): string => format('ratio', value, locale, { decimals: 0 });
          return {
            where: {
              ...(options.series !== undefined && { [options.series]: curve.key }),
              people_share: String(people),
            },
            name: curve.name,
            lines: [words.held(percent(people), percent(share))],
            cell: [at, i],
            area: { x: [people, people], y: [share, share] },
          };
        }),
        () => [],
      ),
    ],
  };
}

// Beside the curve where it leaves the right edge they would all meet: named at four fifths of the people instead.
function names(
  plot: Plot,
  curves: readonly { readonly name: string; readonly rows: readonly number[]; readonly colour: string }[],
  xs: Float64Array,
  ys: Float64Array,
  marks: Marks,
): Shape[] {
  const heights = curves.map(({ rows }) => plot.y(ys[rows.find((row) => (xs[row] ?? 0) >= 0.8) ?? -1] ?? 1));
  const places = setApart(heights, 15, plot.top + 8, plot.bottom - 8);
  return curves.flatMap(({ name, colour }, i) => [
    line(plot.right + 6, places[i] ?? 0, plot.right + 16, places[i] ?? 0, { stroke: colour, width: 1.75 }),
    text(plot.right + 20, places[i] ?? 0, name, { fill: marks.ink, width: 68 }, marks),
  ]);
}
