import type { Locale } from '../i18n/format';
import { format } from '../i18n/format';
import { gridOf, hiddenAxis } from './axis';
import { fullDot, hollowDot, strokes, text } from './draw';
import type { ChartOption, Shape } from './echarts';
import type { Plot } from './layers';
import { backdrop, markSeries } from './layers';
import type { Area, Mark } from './mark';
import type { Table } from './table';
import { numbersOf, textsOf } from './table';
import type { Marks } from './theme';

export interface ReferralTreeOptions {
  readonly selected?: string | null | undefined;
  readonly currency?: string | undefined;
}

export interface ReferralTreeWords {
  readonly nameOf: (account: string) => string;
  /** `became a customer`, `not yet` */
  readonly won: string;
  readonly open: string;
}

const rowHeight = 24;

/** Who recommended whom, from left to right: filled became a customer, hollow not yet. Accounts of a ring of recommendations begin at the one named first. */
export function referralTree(
  table: Table,
  options: ReferralTreeOptions,
  words: ReferralTreeWords,
  locale: Locale,
  marks: Marks,
): ChartOption {
  const { nodes, rows, depth } = layOut(table);
  const frame: Area = { x: [0, depth + 1], y: [0, Math.max(1, rows)] };
  return {
    grid: gridOf(8, 0, 0, 0),
    xAxis: hiddenAxis(...frame.x),
    yAxis: hiddenAxis(...frame.y, true),
    series: [
      backdrop(frame, (plot) =>
        nodes.flatMap((node) => {
          const { parent } = node;
          if (!parent) return [];
          return [branch(plot, parent, node, words.nameOf(parent.account), options.selected === parent.account, marks)];
        }),
      ),
      markSeries(
        frame,
        nodes.map((node) => markOf(node, options, words, locale)),
        (i, plot) => {
          const node = nodes[i];
          return node ? nodeShapes(plot, node, options, words, marks) : [];
        },
      ),
    ],
  };
}

/** Height of the picture of that table, in px: a row for each account that recommended nobody. */
export function referralTreeHeight(table: Table): number {
  return Math.max(1, layOut(table).rows) * rowHeight;
}

interface Node {
  readonly account: string;
  readonly depth: number;
  readonly won: boolean;
  readonly value: number;
  readonly parent: Node | null;
  /** Recommended somebody. */
  leads: boolean;
  row: number;
}

interface Layout {
  readonly nodes: readonly Node[];
  readonly rows: number;
  readonly depth: number;
}

// Leaves take the rows one after the other, a parent stands at the middle of its children.
function layOut(table: Table): Layout {
  const accounts = textsOf(table, 'account');
  const referrers = textsOf(table, 'referred_by');
  const states = textsOf(table, 'state');
  const values = numbersOf(table, 'value');
  const childrenOf = new Map<string, number[]>();
  const known = new Set(accounts.filter((account) => account !== null));
  const roots: number[] = [];
  accounts.forEach((account, row) => {
    const referrer = referrers[row] ?? null;
    if (account === null) return;
    if (referrer === null || !known.has(referrer) || referrer === account) roots.push(row);
    else childrenOf.set(referrer, [...(childrenOf.get(referrer) ?? []), row]);
  });
  const nodes: Node[] = [];
  const seen = new Set<number>();
  let free = 0;
  let deepest = 0;
  const place = (row: number, parent: Node | null): Node | null => {
    const account = accounts[row];
    if (seen.has(row) || typeof account !== 'string') return null;
    seen.add(row);
    const depth = parent ? parent.depth + 1 : 0;
    const node: Node = {
      account,
      depth,
      won: states[row] !== 'open',
      value: values[row] ?? NaN,
      parent,
      leads: false,
      row: 0,
    };
    deepest = Math.max(deepest, depth);
    nodes.push(node);
    const children = (childrenOf.get(account) ?? []).flatMap((child) => place(child, node) ?? []);
    const [first, last] = [children[0], children.at(-1)];
    node.leads = children.length > 0;
    node.row = first && last ? (first.row + last.row) / 2 : free++;
    return node;
  };
  for (const root of roots) place(root, null);
  for (let row = 0; row < accounts.length; row++) place(row, null);
  return { nodes, rows: free, depth: deepest };
}

// Letters of the small size in px, wide enough that a branch begins behind the name.
const letter = { plain: 6.5, chosen: 7 };

function branch(plot: Plot, from: Node, to: Node, name: string, chosen: boolean, marks: Marks): Shape {
  const column = plot.x(1) - plot.x(0);
  const start =
    plot.x(from.depth) + 16 + Math.min(column - room, name.length * (chosen ? letter.chosen : letter.plain));
  const [y0, x1, y1] = [plot.y(from.row + 0.5), plot.x(to.depth) - 6, plot.y(to.row + 0.5)];
  const bend = x1 - 20;
  const path = `M${at(start)} ${at(y0)}L${at(bend - 12)} ${at(y0)}C${at(bend)} ${at(y0)} ${at(bend)} ${at(y1)} ${at(bend + 12)} ${at(y1)}L${at(x1)} ${at(y1)}`;
  return strokes(path, { stroke: marks.markCompare, width: 1 });
}

function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}

// Between the names of one column and the dots of the next, in px.
const room = 64;

function nodeShapes(
  plot: Plot,
  node: Node,
  options: ReferralTreeOptions,
  words: ReferralTreeWords,
  marks: Marks,
): Shape[] {
  const [x, y] = [plot.x(node.depth), plot.y(node.row + 0.5)];
  const chosen = options.selected === node.account;
  const stroke = chosen ? marks.markSelected : marks.mark;
  const width = node.leads ? plot.x(1) - plot.x(0) - room : plot.right - x - 16;
  const weight = chosen ? marks.font.medium : marks.font.regular;
  return [
    node.won ? fullDot(x, y, stroke, marks) : hollowDot(x, y, stroke, marks),
    text(x + 9, y, words.nameOf(node.account), { fill: marks.ink, size: marks.font.small, weight, width }, marks),
  ];
}

function markOf(node: Node, options: ReferralTreeOptions, words: ReferralTreeWords, locale: Locale): Mark {
  const money = { currency: options.currency, compact: true };
  return {
    where: { account: node.account },
    name: words.nameOf(node.account),
    lines: [
      node.won ? words.won : words.open,
      ...(Number.isNaN(node.value) ? [] : [format('money', node.value, locale, money)]),
    ],
    cell: [Math.round(node.row * 2), node.depth],
    area: { x: [node.depth, node.depth], y: [node.row + 0.5, node.row + 0.5] },
  };
}
