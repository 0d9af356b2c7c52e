import type { Locale } from '../i18n/format';
import { format } from '../i18n/format';
import { figuresFor, gridOf, hiddenAxis } from './axis';
import { box, line, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Plot } from './layers';
import { markSeries } from './layers';
import type { Area, Mark } from './mark';
import type { Table } from './table';
import { numbersOf, textsOf, unitOf } from './table';
import type { Marks } from './theme';

export interface BarsByTeamOptions {
  /** Column that names the rows, such as `team`. */
  readonly category: string;
  /** Column of targets; `target` when left out. */
  readonly target?: string | undefined;
  readonly selected?: string | null | undefined;
  /** Room for the names in px; 68 when left out. */
  readonly labelWidth?: number | undefined;
  readonly currency?: string | undefined;
}

export interface BarsByTeamWords {
  readonly nameOf: (category: string | null) => string;
  readonly target: string;
}

const rowHeight = 35;

/** Height of the picture for that many rows, in px. */
export function barsByTeamHeight(rows: number): number {
  return Math.max(1, rows) * rowHeight;
}

/** A total of each team from zero with its target as a tick, the amount and its share of the target beside it. Needs `value`; the target column where known. */
export function barsByTeam(
  table: Table,
  options: BarsByTeamOptions,
  words: BarsByTeamWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const rows = rowsOf(table, options, words, locale);
  const amounts = rows.flatMap(({ value, target }) => [value, target]).filter(Number.isFinite);
  const frame: Area = {
    x: [Math.min(0, ...amounts), Math.max(0, ...amounts) || 1],
    y: [0, Math.max(1, rows.length)],
  };
  const labelWidth = options.labelWidth ?? 68;
  return {
    grid: gridOf(labelWidth, 100, 0, 0),
    xAxis: hiddenAxis(...frame.x),
    yAxis: hiddenAxis(...frame.y, true),
    series: [
      markSeries(
        frame,
        rows.map(({ mark }) => mark),
        (i, plot) => rowShapes(plot, i, rows[i], labelWidth, marks),
      ),
    ],
  };
}

interface Row {
  readonly value: number;
  readonly target: number;
  readonly amount: string;
  readonly share: string;
  readonly selected: boolean;
  readonly mark: Mark;
}

function rowsOf(table: Table, options: BarsByTeamOptions, words: BarsByTeamWords, locale: Locale): Row[] {
  const unit = unitOf(table, 'value') ?? 'money';
  const names = textsOf(table, options.category);
  const values = numbersOf(table, 'value');
  const targets = numbersOf(table, options.target ?? 'target');
  const column = figuresFor(unit, values, locale);
  const money = { currency: options.currency, compact: true };
  return Array.from(values, (value, i) => {
    const name = names[i] ?? null;
    const target = targets[i] ?? NaN;
    const share = target > 0 ? format('ratio', value / target, locale, { decimals: 0 }) : '';
    return {
      value,
      target,
      share,
      amount: Number.isNaN(value) ? format(unit, null, locale) : column.text(value),
      selected: options.selected !== undefined && options.selected === name,
      mark: {
        where: { [options.category]: name },
        name: words.nameOf(name),
        lines: [
          format(unit, value, locale, money),
          ...(Number.isNaN(target) ? [] : [`${words.target} ${format(unit, target, locale, money)}`]),
          ...(share === '' ? [] : [share]),
        ],
        cell: [i, 0],
        area: { x: [0, value || 0], y: [i + 0.33, i + 0.67] },
      },
    };
  });
}

function rowShapes(plot: Plot, i: number, row: Row | undefined, labelWidth: number, marks: Marks): Shape[] {
  if (!row) return [];
  const middle = Math.round((plot.y(i) + plot.y(i + 1)) / 2);
  const { small, strong, medium, regular } = marks.font;
  const { stroke, width, overhang } = marks.target;
  const target = Math.round(plot.x(row.target));
  const name = { fill: marks.ink, size: small, width: labelWidth - 8, weight: row.selected ? medium : regular };
  const fill = row.selected ? marks.markSelected : marks.mark;
  return [
    text(plot.left - labelWidth, middle, row.mark.name, name, marks),
    ...(Number.isNaN(row.value) ? [] : [box(plot.x(0), middle - 6, plot.x(row.value), middle + 6, fill)]),
    ...(Number.isNaN(row.target)
      ? []
      : [line(target, middle - 6 - overhang, target, middle + 6 + overhang, { stroke, width })]),
    text(plot.right + 56, middle, row.amount, { fill: marks.ink, size: small, weight: strong, align: 'right' }, marks),
    text(plot.right + 100, middle, row.share, { fill: marks.ink2, size: small, align: 'right' }, marks),
  ];
}
