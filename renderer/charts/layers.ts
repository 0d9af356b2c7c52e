/** The two kinds of series a picture is made of. */
import { group } from './draw';
import type { RenderApi, SeriesOption, Shape } from './echarts';
import type { Area, Mark } from './mark';
import { itemOf } from './mark';

/** Where the axes' values lie on the page, in px. */
export interface Plot {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A series as it is drawn without ECharts: so many items, each as shapes for a place of its own. */
export interface Layer {
  readonly z: number;
  readonly silent: boolean;
  readonly count: number;
  readonly shape: (index: number, at: Placing) => Shape;
}

/** Where a pair of the axes' values lies, in px. */
export type Placing = (x: number, y: number) => readonly [number, number];

const layers = new WeakMap<SeriesOption, Layer>();

/** The layer a series is; undefined for one that was not made here. */
export function layerOf(series: SeriesOption): Layer | undefined {
  return layers.get(series);
}

function seriesOf(layer: Layer, data: NonNullable<SeriesOption['data']>): SeriesOption {
  const { z, silent, shape } = layer;
  const series: SeriesOption = {
    type: 'custom',
    ...(silent && { silent }),
    z,
    data,
    renderItem: ({ dataIndex }, api) => calm(shape(dataIndex, placingOf(api))),
  };
  layers.set(series, layer);
  return series;
}

/** A silent series: gridlines, bands, texts. */
export function backdrop(frame: Area, draw: (plot: Plot) => readonly Shape[], z = 1): SeriesOption {
  const shape: Layer['shape'] = (_, at) => group(draw(plotOf(frame, at)));
  return seriesOf({ z, silent: true, count: 1, shape }, [[frame.x[0], frame.y[0]]]);
}

/** A series of marks, each with a target of at least 24 px that the pointer finds. */
export function markSeries(
  frame: Area,
  marks: readonly Mark[],
  draw: (index: number, plot: Plot) => readonly Shape[],
): SeriesOption {
  const shape: Layer['shape'] = (index, at) => {
    const plot = plotOf(frame, at);
    const mark = marks[index];
    return group([...draw(index, plot), ...(mark ? [targetOf(mark.area, plot)] : [])]);
  };
  return seriesOf(
    { z: 3, silent: false, count: marks.length, shape },
    marks.map((mark) => ({ ...itemOf(mark), value: [...itemOf(mark).value] })),
  );
}

// Without it ECharts lightens whatever the pointer is over.
function calm(shape: Shape): Shape {
  return { ...shape, emphasisDisabled: true };
}

function placingOf(api: RenderApi): Placing {
  return (x, y) => {
    const [left = 0, top = 0] = api.coord([x, y]);
    return [left, top];
  };
}

function plotOf(frame: Area, at: Placing): Plot {
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
