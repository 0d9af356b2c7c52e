import type { Locale } from '../i18n/format';
import { format } from '../i18n/format';
import { gridOf, tickText, valueAxis } from './axis';
import { fullDot, hairline, hollowDot, line } from './draw';
import type { ChartOption } from './echarts';
import type { FigureWords } from './figure';
import { figureLines, figuresOf, hasInterval } from './figure';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import type { Table } from './table';
import { numbersOf } from './table';
import type { Marks } from './theme';

export interface CalibrationWords extends FigureWords {
  /** `predicted to have left` */
  readonly predicted: string;
}

/** What was predicted against what came: groups of customers whose dots lie on the dashed line were predicted rightly. Needs `predicted`, and the envelope of what came. */
export function calibration(table: Table, words: CalibrationWords, locale: Locale, marks: Marks): ChartOption {
  const frame: Area = { x: [0, 1], y: [0, 1] };
  const scale = { min: 0, max: 1, step: 0.5 };
  const tick = tickText('ratio', scale, locale);
  const predicted = numbersOf(table, 'predicted');
  const figures = figuresOf(table);
  const groups = figures.flatMap((figure, i) => {
    const x = predicted[i] ?? NaN;
    return Number.isNaN(x) || Number.isNaN(figure.value) ? [] : [{ figure, x }];
  });
  return {
    grid: gridOf(40, 18, 8, 42),
    xAxis: valueAxis(scale, tick, { lines: false, title: words.predicted, margin: 5 }),
    yAxis: valueAxis(scale, tick),
    series: [
      backdrop(frame, (plot) => [
        hairline(plot.left, plot.bottom, plot.right, plot.bottom, marks.axis),
        line(plot.left, plot.bottom, plot.right, plot.top, { ...marks.reference, stroke: marks.axis }),
      ]),
      markSeries(
        frame,
        groups.map(({ figure, x }, i): Mark => ({
          where: { group: String(i) },
          name: `${words.predicted}: ${format('ratio', x, locale)}`,
          lines: figureLines(figure, 'ratio', words, locale),
          cell: [0, i],
          area: { x: [x, x], y: [figure.value, figure.value] },
        })),
        (i, plot) => {
          const group = groups[i];
          if (!group) return [];
          const [x, y] = [plot.x(group.x), plot.y(group.figure.value)];
          const stroke = group.figure.weak ? marks.markThin : marks.mark;
          const { lower, upper } = group.figure;
          return [
            ...(hasInterval(group.figure) ? [line(x, plot.y(lower), x, plot.y(upper), { stroke, width: 1.75 })] : []),
            group.figure.weak ? hollowDot(x, y, stroke, marks) : fullDot(x, y, stroke, marks),
          ];
        },
      ),
    ],
  };
}
