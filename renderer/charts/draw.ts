/** Strokes, bars, dots, hatches and texts in px, and the two kinds of series that hold them. */
import type { RenderApi, SeriesOption, Shape } from './echarts';
import type { Area, Mark } from './mark';
import { itemOf } from './mark';
import type { Marks } from './theme';

/** Where the axes' values lie on the page, in px. */
export interface Plot {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A silent series: gridlines, bands, texts. */
export function backdrop(frame: Area, draw: (plot: Plot) => readonly Shape[], z = 1): SeriesOption {
  return {
    type: 'custom',
    silent: true,
    z,
    data: [[frame.x[0], frame.y[0]]],
    renderItem: (_, api) => calm(group(draw(plotOf(frame, api)))),
  };
}

/** A series of marks, each with a target of at least 24 px that the pointer finds. */
export function markSeries(
  frame: Area,
  marks: readonly Mark[],
  draw: (index: number, plot: Plot) => readonly Shape[],
): SeriesOption {
  return {
    type: 'custom',
    z: 3,
    data: marks.map((mark) => ({ ...itemOf(mark), value: [...itemOf(mark).value] })),
    renderItem: ({ dataIndex }, api) => {
      const plot = plotOf(frame, api);
      const mark = marks[dataIndex];
      return calm(group([...draw(dataIndex, plot), ...(mark ? [targetOf(mark.area, plot)] : [])]));
    },
  };
}

// Without it ECharts lightens whatever the pointer is over.
function calm(shape: Shape): Shape {
  return { ...shape, emphasisDisabled: true };
}

function plotOf(frame: Area, api: RenderApi): Plot {
  const at = (x: number, y: number): readonly [number, number] => {
    const [left = 0, top = 0] = api.coord([x, y]);
    return [left, top];
  };
  const [x0, y0] = at(frame.x[0], frame.y[0]);
  const [x1, y1] = at(frame.x[1], frame.y[1]);
  return {
    x: (value) => at(value, frame.y[0])[0],
    y: (value) => at(frame.x[0], value)[1],
    left: Math.min(x0, x1),
    right: Math.max(x0, x1),
    top: Math.min(y0, y1),
    bottom: Math.max(y0, y1),
  };
}

const smallestTarget = 24;

function targetOf(area: Area, plot: Plot): Shape {
  const [x0, x1] = widened(plot.x(area.x[0]), plot.x(area.x[1]));
  const [y0, y1] = widened(plot.y(area.y[0]), plot.y(area.y[1]));
  return { type: 'rect', shape: { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }, invisible: true };
}

function widened(a: number, b: number): readonly [number, number] {
  const missing = Math.max(0, smallestTarget - Math.abs(b - a)) / 2;
  return [Math.min(a, b) - missing, Math.max(a, b) + missing];
}

/** Shapes as one. */
export function group(children: readonly Shape[]): Shape {
  return { type: 'group', children: [...children] };
}

/** Filled box between two corners, its edges on whole px. */
export function box(x0: number, y0: number, x1: number, y1: number, fill: string, opacity = 1): Shape {
  const [left, top] = [Math.round(Math.min(x0, x1)), Math.round(Math.min(y0, y1))];
  const width = Math.round(Math.max(x0, x1)) - left;
  const height = Math.round(Math.max(y0, y1)) - top;
  return { type: 'rect', shape: { x: left, y: top, width, height }, style: { fill, opacity } };
}

/** Upright bar between two values of x: its edges on whole px with a gap of 1 px a side, or as it falls where bars are too narrow for that. */
export function bar(x0: number, y0: number, x1: number, y1: number, fill: string): Shape {
  if (x1 - x0 >= 4) return box(x0 + 1, y0, x1 - 1, y1, fill);
  const [top, bottom] = [Math.min(y0, y1), Math.max(y0, y1)];
  return {
    type: 'rect',
    shape: { x: x0, y: top, width: Math.max(0.5, (x1 - x0) * 0.85), height: bottom - top },
    style: { fill },
  };
}

/** Box drawn by its border alone, inside its edges. */
export function frameBox(x0: number, y0: number, x1: number, y1: number, stroke: string, width = 1): Shape {
  const inset = width / 2;
  const [left, top] = [Math.round(x0) + inset, Math.round(y0) + inset];
  return {
    type: 'rect',
    shape: { x: left, y: top, width: Math.round(x1) - inset - left, height: Math.round(y1) - inset - top },
    style: { fill: 'none', stroke, lineWidth: width },
  };
}

export interface Stroke {
  readonly stroke: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

/** Straight line. */
export function line(x0: number, y0: number, x1: number, y1: number, look: Stroke): Shape {
  return { type: 'line', shape: { x1: x0, y1: y0, x2: x1, y2: y1 }, style: strokeOf(look) };
}

/** Level or upright hairline that fills exactly one row or column of px. */
export function hairline(x0: number, y0: number, x1: number, y1: number, stroke: string): Shape {
  const crisp = (value: number): number => Math.floor(value) + 0.5;
  const level = y0 === y1;
  return level
    ? line(x0, crisp(y0), x1, crisp(y0), { stroke, width: 1 })
    : line(crisp(x0), y0, crisp(x0), y1, { stroke, width: 1 });
}

function strokeOf({ stroke, width, dash, opacity }: Stroke) {
  return {
    fill: 'none',
    stroke,
    lineWidth: width,
    lineJoin: 'round' as const,
    ...(dash && { lineDash: [...dash] }),
    ...(opacity !== undefined && { opacity }),
  };
}

export type Point = readonly [x: number, y: number];

/** Line through points. */
export function path(points: readonly Point[], look: Stroke): Shape {
  return {
    type: 'polyline',
    shape: { points: points.map(([x, y]): [number, number] => [x, y]) },
    style: { ...strokeOf(look), lineCap: 'round' },
  };
}

/** Filled surface with these corners. */
export function surface(points: readonly Point[], fill: string, opacity = 1): Shape {
  return {
    type: 'polygon',
    shape: { points: points.map(([x, y]): [number, number] => [x, y]) },
    style: { fill, opacity },
  };
}

export type DotShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'plus' | 'bar';

export interface DotLook {
  readonly fill: string;
  readonly rim: string;
  readonly rimWidth: number;
  readonly radius: number;
  readonly shape?: DotShape;
  readonly opacity?: number;
}

/** A point of data. Shapes have about the area of the circle of that radius. */
export function dot(x: number, y: number, look: DotLook): Shape {
  const { radius: r, shape = 'circle', opacity = 1 } = look;
  const style = { fill: look.fill, stroke: look.rim, lineWidth: look.rimWidth, opacity };
  if (shape === 'circle') return { type: 'circle', shape: { cx: x, cy: y, r }, style };
  const points = corners[shape].map(([dx, dy]): [number, number] => [x + dx * r, y + dy * r]);
  return { type: 'polygon', shape: { points }, style };
}

const [arm, reach] = [0.42, 1.25];

// In radii from the centre.
const corners: Readonly<Record<Exclude<DotShape, 'circle'>, readonly Point[]>> = {
  square: rectangle(0.92, 0.92),
  triangle: [
    [0, -1.22],
    [1.16, 0.88],
    [-1.16, 0.88],
  ],
  diamond: [
    [0, -1.28],
    [1.28, 0],
    [0, 1.28],
    [-1.28, 0],
  ],
  plus: [
    [-arm, -reach],
    [arm, -reach],
    [arm, -arm],
    [reach, -arm],
    [reach, arm],
    [arm, arm],
    [arm, reach],
    [-arm, reach],
    [-arm, arm],
    [-reach, arm],
    [-reach, -arm],
    [-arm, -arm],
  ],
  bar: rectangle(0.6, 1.35),
};

function rectangle(halfWidth: number, halfHeight: number): Point[] {
  return [
    [-halfWidth, -halfHeight],
    [halfWidth, -halfHeight],
    [halfWidth, halfHeight],
    [-halfWidth, halfHeight],
  ];
}

/** The dot of the present period: filled, with a rim in the colour of the page. */
export function fullDot(x: number, y: number, fill: string, marks: Marks, shape: DotShape = 'circle'): Shape {
  const { radius, borderColor, borderWidth } = marks.dot;
  return dot(x, y, { fill, rim: borderColor, rimWidth: borderWidth, radius, shape });
}

/** The dot of a compared period or of thin evidence: hollow. */
export function hollowDot(x: number, y: number, stroke: string, marks: Marks): Shape {
  return dot(x, y, { fill: marks.page, rim: stroke, rimWidth: 1.5, radius: marks.dot.radius - 0.5 });
}

/** Level interval; caps of 6 px only where it is alone in its lane. */
export function whisker(x0: number, x1: number, y: number, look: Stroke, cap = 0): Shape {
  const half = cap / 2;
  const ends = cap > 0 ? [line(x0, y - half, x0, y + half, look), line(x1, y - half, x1, y + half, look)] : [];
  return group([line(x0, y, x1, y, look), ...ends]);
}

/** Hatched box: not finished. With the clear middle a number can stand in it. */
export function hatch(x0: number, y0: number, x1: number, y1: number, marks: Marks, clear?: number): Shape {
  const [left, top, right, bottom] = [Math.round(x0), Math.round(y0), Math.round(x1), Math.round(y1)];
  const { stroke, softStroke, width, gap, borderWidth } = marks.hatch;
  const middle = (left + right) / 2;
  const soft = clear !== undefined;
  return group([
    box(left, top, right, bottom, marks.page),
    {
      type: 'path',
      shape: { pathData: hatchLines(left, top, right, bottom, width + gap), x: 0, y: 0 },
      style: { fill: 'none', stroke: soft ? softStroke : stroke, lineWidth: width },
    },
    ...(soft ? [box(middle - clear / 2, top + borderWidth, middle + clear / 2, bottom - borderWidth, marks.page)] : []),
    frameBox(left, top, right, bottom, stroke, borderWidth),
  ]);
}

// Strokes at 45° that lie on one lattice over the whole page, so neighbouring boxes match; cut at the edges by arithmetic, no clip path.
function hatchLines(left: number, top: number, right: number, bottom: number, period: number): string {
  const step = period * Math.SQRT2;
  const lines: string[] = [];
  for (let sum = Math.ceil((left + top) / step) * step; sum < right + bottom; sum += step) {
    const x0 = Math.max(left, sum - bottom);
    const x1 = Math.min(right, sum - top);
    if (x1 > x0) lines.push(`M${short(x0)} ${short(sum - x0)}L${short(x1)} ${short(sum - x1)}`);
  }
  return lines.join('') || `M${left} ${top}`;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export interface TextLook {
  readonly fill: string;
  readonly size?: number;
  readonly weight?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Longest width in px; longer text ends with an ellipsis, or goes on in a line above where it wraps. */
  readonly width?: number;
  readonly wrap?: boolean;
  readonly opacity?: number;
}

/** A line of text, `y` its middle; of text that wraps, the lower edge. */
export function text(x: number, y: number, content: string, look: TextLook, marks: Marks): Shape {
  const { width, opacity } = look;
  return {
    type: 'text',
    style: {
      text: content,
      x,
      y,
      fill: look.fill,
      fontFamily: marks.font.family,
      fontSize: look.size ?? marks.font.caption,
      fontWeight: look.weight ?? marks.font.regular,
      align: look.align ?? 'left',
      verticalAlign: look.wrap ? 'bottom' : 'middle',
      ...(look.wrap && { lineHeight: 13, height: 26, lineOverflow: 'truncate' }),
      ...(width !== undefined && { width, overflow: look.wrap ? 'break' : 'truncate', ellipsis: '…' }),
      ...(opacity !== undefined && { opacity }),
    },
  };
}
