/** Strokes, bars, dots, hatches and texts in px. */
import type { Shape } from './echarts';
import type { Marks } from './theme';

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

/** Corners of each shape but the circle, in radii from its middle. */
export const corners: Readonly<Record<Exclude<DotShape, 'circle'>, readonly Point[]>> = {
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
export function hollowDot(x: number, y: number, stroke: string, marks: Marks, shape: DotShape = 'circle'): Shape {
  return dot(x, y, { fill: marks.page, rim: stroke, rimWidth: 1.5, radius: marks.dot.radius - 0.5, shape });
}

/** Ends of an interval that lie beyond the plot. */
export interface Beyond {
  readonly left?: boolean;
  readonly right?: boolean;
}

/** Level interval; caps of 6 px only where it is alone in its lane, an arrowhead where it goes on beyond the plot. */
export function whisker(x0: number, x1: number, y: number, look: Stroke, cap = 0, beyond: Beyond = {}): Shape {
  if (cap === 0) return line(x0, y, x1, y, look);
  const [left, right, top, bottom] = [short(x0), short(x1), short(y - cap / 2), short(y + cap / 2)];
  const end = (x: number, inwards: number, goesOn: boolean | undefined): string =>
    goesOn
      ? `M${short(x + inwards)} ${top}L${short(x)} ${short(y)}L${short(x + inwards)} ${bottom}`
      : `M${short(x)} ${top}V${bottom}`;
  // One path, because a picture of many rows costs by its elements.
  const shaft = `M${left} ${short(y)}H${right}`;
  return strokes(`${end(x0, cap / 2, beyond.left)}${shaft}${end(x1, -cap / 2, beyond.right)}`, look);
}

/** Strokes of an SVG path. */
export function strokes(pathData: string, look: Stroke): Shape {
  return { type: 'path', shape: { pathData, x: 0, y: 0 }, style: strokeOf(look) };
}

/** Hatched box: not finished. With the clear middle a number can stand in it. */
export function hatch(x0: number, y0: number, x1: number, y1: number, marks: Marks, clear?: number): Shape {
  const [left, top, right, bottom] = [Math.round(x0), Math.round(y0), Math.round(x1), Math.round(y1)];
  const { stroke, softStroke, width, gap, borderWidth } = marks.hatch;
  const middle = (left + right) / 2;
  const soft = clear !== undefined;
  return group([
    box(left, top, right, bottom, marks.page),
    strokes(hatchLines(left, top, right, bottom, width + gap), { stroke: soft ? softStroke : stroke, width }),
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
  /** Longest width in px; longer text ends with an ellipsis, or goes on in a second line where it wraps. */
  readonly width?: number;
  /** `above`: the lines end at `y`; `about`: they lie about it. */
  readonly wrap?: 'above' | 'about' | undefined;
  /** Turned anticlockwise about its beginning, in radians. */
  readonly slant?: number;
  readonly opacity?: number;
}

/** A line of text, `y` its middle; of text that wraps above, the lower edge. */
export function text(x: number, y: number, content: string, look: TextLook, marks: Marks): Shape {
  const { width, opacity } = look;
  return {
    type: 'text',
    ...(look.slant !== undefined && { rotation: look.slant, originX: x, originY: y }),
    style: {
      text: content,
      x,
      y,
      fill: look.fill,
      fontFamily: marks.font.family,
      fontSize: look.size ?? marks.font.caption,
      fontWeight: look.weight ?? marks.font.regular,
      align: look.align ?? 'left',
      verticalAlign: look.wrap === 'above' ? 'bottom' : 'middle',
      ...(look.wrap && { lineHeight: 13, height: 26, lineOverflow: 'truncate' }),
      ...(width !== undefined && { width, overflow: look.wrap ? 'break' : 'truncate', ellipsis: '…' }),
      ...(opacity !== undefined && { opacity }),
    },
  };
}

/** Widest letter of names at the size of small text, in px; wider than most, so what fits by it fits. */
const letter = 6.4;

/** Room for the longest of these names on one line, in px; between 112 and `most`. */
export function namesWidth(names: readonly string[], most: number): number {
  return Math.min(most, Math.max(112, 16 + letter * Math.max(0, ...names.map((name) => name.length))));
}

/** A name, `y` its middle; one that is too long for its room takes two lines. */
export function nameText(x: number, y: number, name: string, look: TextLook & { width: number }, marks: Marks): Shape {
  return text(x, y, name, { ...look, wrap: name.length * letter > look.width ? 'about' : undefined }, marks);
}
