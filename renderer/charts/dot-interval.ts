import type { Locale } from '../i18n/format';
import { format, formatPeriod } from '../i18n/format';
import type { Figures, Scale } from './axis';
import { figuresFor, gridOf, hiddenAxis, scaleFor, tickText, valueAxis } from './axis';
import { fullDot, hollowDot, line, nameText, text, whisker } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Figure, FigureWords } from './figure';
import { evidenceText, figureLines, figuresOf, hasInterval } from './figure';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import type { Table } from './table';
import { textsOf, unitOf } from './table';
import type { Marks } from './theme';

export interface DotIntervalOptions {
  /** Column that names the rows, such as `source`. */
  readonly category: string;
  /** Columns that a row is known by beside its name. */
  readonly also?: readonly string[] | undefined;
  /** The overall value, drawn dashed. */
  readonly reference?: number | null | undefined;
  /** The category that is selected; drawn in the accent. */
  readonly selected?: string | null | undefined;
  /** Room for the names in px, of two lines where one does not do; 112 when left out. */
  readonly labelWidth?: number | undefined;
  readonly currency?: string | undefined;
  /** Most steps of the axis from end to end; fewer where it is narrow. */
  readonly most?: number | undefined;
  /** Values the axis reaches to beside its own, so that pictures one below the other share it. */
  readonly reaching?: readonly number[] | undefined;
  /** Room for what is said of the evidence in px; 62 when left out. */
  readonly evidenceWidth?: number | undefined;
}

export interface DotIntervalWords extends FigureWords {
  /** Name of a category, of null too. */
  readonly nameOf: (category: string | null) => string;
}

const lowest = 28;
const usualEvidence = 62;
const axisHeight = 24;

/** Height of the picture for that many rows, in px. */
export function dotIntervalHeight(rows: number, rowHeight = lowest): number {
  return rows * rowHeight + axisHeight;
}

/** Any breakdown of a figure: a dot and its interval for each category, the overall value dashed. Rows in the order of the table; needs the envelope's `value`, `lower`, `upper`, `n`, `state`. */
export function dotInterval(
  table: Table,
  options: DotIntervalOptions,
  words: DotIntervalWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const unit = unitOf(table, 'value') ?? 'ratio';
  const figures = figuresOf(table);
  const reference = options.reference ?? NaN;
  const own = endsOf(figures);
  const scale = scaleFor(unit, [reference, ...own, ...(options.reaching ?? [])], { most: options.most });
  const frame: Area = { x: [scale.min, scale.max], y: [0, table.length] };
  const column = figuresFor(
    unit,
    figures.map(({ value }) => value),
    locale,
  );
  const rows = rowsOf(table, figures, column, options, words, locale);
  const drawRow = rowDrawer(rows, scale, options, marks);
  return {
    grid: gridOf((options.labelWidth ?? 112) + 1, 58 + (options.evidenceWidth ?? usualEvidence), 0, axisHeight),
    xAxis: valueAxis(scale, tickText(unit, scale, locale, {}, column.divisor), { margin: 5 }),
    yAxis: hiddenAxis(0, Math.max(1, table.length), true),
    series: [
      backdrop(frame, (plot) => (Number.isNaN(reference) ? [] : [referenceLine(plot, reference, marks)])),
      markSeries(
        frame,
        rows.map(({ mark }) => mark),
        drawRow,
      ),
    ],
  };
}

// What the axis holds: every value, and the intervals that can be trusted. That of little evidence, of two cases say, would leave the others no room; where all are thin, the one of most cases sets the measure.
function endsOf(figures: readonly Figure[]): readonly number[] {
  const drawn = figures.filter(hasInterval);
  const firm = drawn.filter(({ weak }) => weak === null);
  const best = drawn.toSorted((a, b) => b.n - a.n).slice(0, 1);
  const trusted = firm.length > 0 ? firm : best;
  return [...figures.map(({ value }) => value), ...trusted.flatMap(({ lower, upper }) => [lower, upper])];
}

interface Row {
  readonly mark: Mark;
  readonly figure: Figure;
  readonly value: string;
  readonly evidence: string;
  readonly selected: boolean;
}

function rowsOf(
  table: Table,
  figures: readonly Figure[],
  column: Figures,
  options: DotIntervalOptions,
  words: DotIntervalWords,
  locale: Locale,
): Row[] {
  const names = textsOf(table, options.category);
  const also = (options.also ?? []).map((name) => [name, textsOf(table, name)] as const);
  const unit = unitOf(table, 'value') ?? 'ratio';
  return figures.map((figure, i) => {
    const category = names[i] ?? null;
    const [from, to] = hasInterval(figure) ? [figure.lower, figure.upper] : [figure.value, figure.value];
    return {
      figure,
      value: Number.isNaN(figure.value) ? format(unit, null, locale) : column.text(figure.value),
      evidence: evidenceText(figure, words, locale),
      selected: options.selected !== undefined && options.selected === category,
      mark: {
        where: {
          [options.category]: category,
          ...Object.fromEntries(also.map(([name, texts]) => [name, texts[i] ?? null])),
        },
        name: words.nameOf(category === null ? null : formatPeriod(category, locale)),
        lines: figureLines(figure, unit, words, locale, options.currency),
        cell: [i, 0],
        area: { x: [from || 0, to || 0], y: [i + 0.5, i + 0.5] },
      },
    };
  });
}

function referenceLine(plot: Plot, value: number, marks: Marks): Shape {
  const x = Math.round(plot.x(value)) + 0.5;
  return line(x, plot.top, x, plot.bottom, marks.reference);
}

function rowDrawer(rows: readonly Row[], scale: Scale, options: DotIntervalOptions, marks: Marks) {
  const { labelWidth = 112, evidenceWidth = usualEvidence } = options;
  return (index: number, plot: Plot): Shape[] => {
    const row = rows[index];
    if (!row) return [];
    const y = plot.y(index + 0.5);
    const { small, strong, medium, regular } = marks.font;
    const ink = row.figure.weak ? marks.ink3 : marks.ink;
    const weight = row.figure.weak ? regular : strong;
    const name = { fill: marks.ink, size: small, width: labelWidth - 8, weight: row.selected ? medium : regular };
    return [
      nameText(plot.left - labelWidth - 1, y, row.mark.name, name, marks),
      ...dotAndWhisker(plot, row, y, scale, marks),
      text(plot.right + 54, y, row.value, { fill: ink, size: small, weight, align: 'right' }, marks),
      text(
        plot.right + 58 + evidenceWidth,
        y,
        row.evidence,
        { fill: marks.ink3, align: 'right', width: evidenceWidth },
        marks,
      ),
    ];
  };
}

function dotAndWhisker(plot: Plot, { figure, selected }: Row, y: number, scale: Scale, marks: Marks): Shape[] {
  if (Number.isNaN(figure.value)) return [];
  const stroke = figure.weak ? marks.markThin : selected ? marks.markSelected : marks.mark;
  const look = { stroke, width: marks.whisker.width };
  const within = (value: number): number => plot.x(Math.min(scale.max, Math.max(scale.min, value)));
  const beyond = { left: figure.lower < scale.min, right: figure.upper > scale.max };
  const ends = [within(figure.lower), within(figure.upper)] as const;
  return [
    ...(hasInterval(figure) ? [whisker(...ends, y, look, marks.whisker.cap, beyond)] : []),
    figure.weak ? hollowDot(plot.x(figure.value), y, stroke, marks) : fullDot(plot.x(figure.value), y, stroke, marks),
  ];
}
