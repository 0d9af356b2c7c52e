import type { Locale, Unit } from '../i18n/format';
import { format } from '../i18n/format';
import type { Figures } from './axis';
import { figuresFor, gridOf, hiddenAxis } from './axis';
import { box, hairline, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import type { Table } from './table';
import { numbersOf, textsOf, unitOf } from './table';
import type { Marks } from './theme';

export interface WaterfallOptions {
  /** Column that names the buckets; `bucket` when left out. */
  readonly bucket?: string | undefined;
  /** Column of amounts; `amount_money` when left out. */
  readonly value?: string | undefined;
  /** Buckets that are a level, not a change: the opening and the closing one. */
  readonly levels: readonly string[];
  /** Buckets that take away, whatever the sign they are stored with. */
  readonly takes: readonly string[];
  readonly selected?: string | null | undefined;
  readonly currency?: string | undefined;
  /** Room for the names in px; 132 when left out. */
  readonly labelWidth?: number | undefined;
}

export interface WaterfallWords {
  readonly nameOf: (bucket: string | null) => string;
  /** `deals`, after a count */
  readonly deals: string;
  /** What a bucket counts that moves money and no deal: `changes of amount` */
  readonly changes: string;
}

const rowHeight = 28;

/** Height of the picture for that many buckets, in px. */
export function waterfallHeight(buckets: number): number {
  return Math.max(1, buckets) * rowHeight;
}

/** What changed between two instants, bucket by bucket, from the opening to the closing level: each bar begins where the one above ended. Needs the buckets, their amounts, `count` and, for what moves no deal, `n`. */
export function waterfall(
  table: Table,
  options: WaterfallOptions,
  words: WaterfallWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const unit = unitOf(table, options.value ?? 'amount_money') ?? 'money';
  const rows = rowsOf(table, options, words, locale, unit);
  const edges = rows.flatMap(({ from, to }) => [from, to]);
  const frame: Area = { x: [Math.min(0, ...edges), Math.max(0, ...edges) || 1], y: [0, Math.max(1, rows.length)] };
  const labelWidth = options.labelWidth ?? 132;
  return {
    grid: gridOf(labelWidth, 124, 0, 0),
    xAxis: hiddenAxis(...frame.x),
    yAxis: hiddenAxis(...frame.y, true),
    series: [
      backdrop(frame, (plot) => rows.slice(1).map(({ joint }, i) => connector(plot, i + 1, joint, marks))),
      markSeries(
        frame,
        rows.map(({ mark }) => mark),
        (i, plot) => rowShapes(plot, i, rows[i], labelWidth, marks),
      ),
    ],
  };
}

interface Row {
  readonly from: number;
  readonly to: number;
  /** Where this bar meets the one above. */
  readonly joint: number;
  readonly level: boolean;
  readonly amount: string;
  readonly count: string;
  readonly selected: boolean;
  readonly mark: Mark;
}

function rowsOf(table: Table, options: WaterfallOptions, words: WaterfallWords, locale: Locale, unit: Unit): Row[] {
  const buckets = textsOf(table, options.bucket ?? 'bucket');
  const amounts = numbersOf(table, options.value ?? 'amount_money');
  const counts = numbersOf(table, 'count');
  const units = numbersOf(table, 'n');
  const levels = new Set(options.levels);
  const takes = new Set(options.takes);
  const plain = figuresFor(unit, amounts, locale);
  const signed = figuresFor(unit, amounts, locale, { sign: true });
  let running = 0;
  return buckets.map((bucket, i) => {
    const level = bucket !== null && levels.has(bucket);
    const amount = amounts[i] || 0;
    const change = bucket !== null && takes.has(bucket) ? -Math.abs(amount) : amount;
    const joint = level ? amount : running;
    const [from, to] = level ? [0, amount] : [running, running + change];
    running = to;
    const moves = countOf(counts[i], units[i], words, locale);
    return {
      from,
      to,
      joint,
      level,
      amount: textOf(amounts[i] ?? NaN, level ? amount : change, level ? plain : signed, locale),
      count: moves.short,
      selected: options.selected !== undefined && options.selected === bucket,
      mark: {
        where: { [options.bucket ?? 'bucket']: bucket },
        name: words.nameOf(bucket),
        lines: [
          format(unit, level ? amount : change, locale, { currency: options.currency, compact: true, sign: !level }),
          moves.said,
        ],
        cell: [i, 0],
        area: { x: [Math.min(from, to), Math.max(from, to)], y: [i + 0.22, i + 0.78] },
      },
    };
  });
}

// A deal that grew neither comes nor goes: its changes stand in brackets, outside the sum of the deals.
function countOf(count = NaN, n = NaN, words: WaterfallWords, locale: Locale): { short: string; said: string } {
  if (count === 0 && n > 0) {
    const changes = format('count', n, locale);
    return { short: `(${changes})`, said: `${changes} ${words.changes}` };
  }
  const deals = format('count', count, locale);
  return { short: deals, said: `${deals} ${words.deals}` };
}

function textOf(stored: number, shown: number, figures: Figures, locale: Locale): string {
  return Number.isNaN(stored) ? format('money', null, locale) : figures.text(shown);
}

function connector(plot: Plot, i: number, joint: number, marks: Marks): Shape {
  const x = plot.x(joint);
  return hairline(x, plot.y(i - 0.22), x, plot.y(i + 0.22), marks.axis);
}

function rowShapes(plot: Plot, i: number, row: Row | undefined, labelWidth: number, marks: Marks): Shape[] {
  if (!row) return [];
  const y = Math.round(plot.y(i + 0.5));
  const { small, strong, medium, regular } = marks.font;
  // What is gone is pale; the sign beside it says the same.
  const fill = row.selected ? marks.markSelected : row.to < row.from ? marks.markContext : marks.mark;
  const [x0, x1] = [plot.x(Math.min(row.from, row.to)), plot.x(Math.max(row.from, row.to))];
  const weight = row.level ? strong : regular;
  return [
    text(
      plot.left - labelWidth,
      y,
      row.mark.name,
      { fill: marks.ink, size: small, weight: row.selected ? medium : weight, width: labelWidth - 8 },
      marks,
    ),
    ...(row.from === row.to ? [] : [box(x0, y - 8, Math.max(x1, x0 + 1), y + 8, fill)]),
    text(plot.right + 72, y, row.amount, { fill: marks.ink, size: small, weight: strong, align: 'right' }, marks),
    text(plot.right + 124, y, row.count, { fill: marks.ink3, align: 'right' }, marks),
  ];
}
