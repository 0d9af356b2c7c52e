import type { Locale } from '../i18n/format';
import { format } from '../i18n/format';
import { gridOf, hiddenAxis } from './axis';
import { box, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Flow, FlowBand, FlowLayout, FlowNode } from './flow-layout';
import { layOutFlows } from './flow-layout';
import type { Plot } from './layers';
import { markSeries } from './layers';
import type { Mark } from './mark';
import type { Table } from './table';
import { numbersOf, textsOf, unitOf } from './table';
import type { Marks } from './theme';

export interface SourceFlowOptions {
  /** Node whose flows are drawn in the accent. */
  readonly selected?: string | null | undefined;
  readonly currency?: string | undefined;
}

export interface SourceFlowWords {
  readonly nameOf: (node: string) => string;
}

const nodeWidth = 10;
const namesWidth = 156;
const gapShare = 0.04;

/** Where customers come from and what becomes of them: the width of a band is its count. Needs `from`, `to`, `value`. */
export function sourceFlow(
  table: Table,
  options: SourceFlowOptions,
  words: SourceFlowWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const unit = unitOf(table, 'value') ?? 'count';
  const flows = flowsOf(table);
  const layout = layOutFlows(flows, flows.reduce((sum, { value }) => sum + value, 0) * gapShare);
  const frame = { x: [0, Math.max(1, layout.columns - 1)], y: [0, layout.height || 1] } as const;
  const nodeOf = new Map(layout.nodes.map((node) => [node.name, node] as const));
  const written = (value: number): string => format(unit, value, locale, { currency: options.currency, compact: true });
  return {
    grid: gridOf(namesWidth, namesWidth, 6, 6),
    xAxis: hiddenAxis(...frame.x),
    yAxis: hiddenAxis(...frame.y, true),
    series: [
      markSeries(
        frame,
        layout.bands.map((band) => bandMark(band, nodeOf, layout, words, written)),
        (i, plot) => {
          const band = layout.bands[i];
          return band ? [ribbon(plot, band, nodeOf, options, marks)] : [];
        },
      ),
      markSeries(
        frame,
        layout.nodes.map((node) => nodeMark(node, words, written)),
        (i, plot) => {
          const node = layout.nodes[i];
          return node
            ? nodeShapes(plot, node, layout.columns, `${words.nameOf(node.name)} ${written(node.total)}`, marks)
            : [];
        },
      ),
    ],
  };
}

function flowsOf(table: Table): Flow[] {
  const [from, to, values] = [textsOf(table, 'from'), textsOf(table, 'to'), numbersOf(table, 'value')];
  return from.flatMap((start, i) => {
    const end = to[i] ?? null;
    return start === null || end === null ? [] : [{ from: start, to: end, value: values[i] ?? NaN }];
  });
}

function ribbon(
  plot: Plot,
  band: FlowBand,
  nodeOf: ReadonlyMap<string, FlowNode>,
  options: SourceFlowOptions,
  marks: Marks,
): Shape {
  const x0 = plot.x(nodeOf.get(band.from)?.column ?? 0) + nodeWidth / 2;
  const x1 = plot.x(nodeOf.get(band.to)?.column ?? 0) - nodeWidth / 2;
  const middle = (x0 + x1) / 2;
  const [a0, a1] = [plot.y(band.start), plot.y(band.start + band.value)];
  const [b0, b1] = [plot.y(band.end), plot.y(band.end + band.value)];
  const chosen = options.selected === band.from || options.selected === band.to;
  const curve = (...points: readonly number[]): string => points.map((value) => Math.round(value * 10) / 10).join(' ');
  return {
    type: 'path',
    shape: {
      pathData: `M${curve(x0, a0)}C${curve(middle, a0, middle, b0, x1, b0)}L${curve(x1, b1)}C${curve(middle, b1, middle, a1, x0, a1)}Z`,
      x: 0,
      y: 0,
    },
    style: { fill: chosen ? marks.markSelected : marks.markContext, opacity: chosen ? 0.45 : 0.6 },
  };
}

function nodeShapes(plot: Plot, node: FlowNode, columns: number, label: string, marks: Marks): Shape[] {
  const x = plot.x(node.column);
  const [top, bottom] = [plot.y(node.from), plot.y(node.to)];
  const y = (top + bottom) / 2;
  const first = node.column === 0;
  const inner = !first && node.column < columns - 1;
  const look = {
    fill: marks.ink,
    size: marks.font.small,
    width: namesWidth - 16,
    align: first ? ('right' as const) : ('left' as const),
  };
  return [
    box(x - nodeWidth / 2, top, x + nodeWidth / 2, Math.max(bottom, top + 1), marks.mark),
    text(
      first ? x - nodeWidth / 2 - 8 : x + nodeWidth / 2 + 8,
      y,
      label,
      { ...look, width: inner ? 100 : look.width },
      marks,
    ),
  ];
}

function bandMark(
  band: FlowBand,
  nodeOf: ReadonlyMap<string, FlowNode>,
  layout: FlowLayout,
  words: SourceFlowWords,
  written: (value: number) => string,
): Mark {
  const [from, to] = [nodeOf.get(band.from), nodeOf.get(band.to)];
  const middle = ((from?.column ?? 0) + (to?.column ?? 0)) / 2;
  const top = (band.start + band.end) / 2;
  return {
    where: { from: band.from, to: band.to },
    name: `${words.nameOf(band.from)} → ${words.nameOf(band.to)}`,
    lines: [written(band.value)],
    cell: [layout.bands.indexOf(band), 2 * middle],
    area: { x: [middle, middle], y: [top, top + band.value] },
  };
}

function nodeMark(node: FlowNode, words: SourceFlowWords, written: (value: number) => string): Mark {
  return {
    where: { node: node.name },
    name: words.nameOf(node.name),
    lines: [written(node.total)],
    cell: [node.from, 2 * node.column],
    area: { x: [node.column, node.column], y: [node.from, node.to] },
  };
}
