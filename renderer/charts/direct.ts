/** Pictures whose axes only place things, put on the sheet themselves: ECharts' models, built anew for every change, take ten times as long as the drawing. */
import type { Drawing, DrawingEars } from './drawing';
import { pressesOf } from './drawing';
import type { ChartOption, Shape, Sheet, SheetElement, Size } from './echarts';
import { SheetGroup, modelledSvg, openSheet, sheetElement, sheetSvg } from './echarts';
import type { Layer, Placing } from './layers';
import { layerOf } from './layers';
import type { Theme } from './theme';

interface Span {
  readonly min: number;
  readonly max: number;
  readonly inverse: boolean;
}

/** Room around the plot in px; with a width there is none at the right. */
interface Room {
  readonly left: number;
  readonly right: number | null;
  readonly width: number | null;
  readonly top: number;
  readonly bottom: number;
}

interface Plan {
  readonly room: Room;
  readonly x: Span;
  readonly y: Span;
  readonly layers: readonly Layer[];
}

/** True for a picture that can be drawn here: made of layers, on axes that are not seen. */
export function isDirect(option: ChartOption): boolean {
  return planOf(option) !== null;
}

/** A picture for which `isDirect` holds, drawn here. */
export function openDirect(host: HTMLElement, ears: () => DrawingEars): Drawing {
  const sheet = openSheet(host);
  const root = new SheetGroup();
  const places: Places = new WeakMap();
  sheet.add(root);
  listen(sheet, places, ears);
  let plan: Plan | null = null;
  const draw = (): void => {
    if (!plan) return;
    put(plan, root, sizeOf(sheet), places);
    sheet.refreshImmediately(true);
    // Nothing moves by itself: no frame need be waited for.
    sheet.animation.stop();
    ears().drawn();
  };
  return {
    show: (option) => {
      plan = planOf(option);
      draw();
    },
    fit: () => {
      sheet.resize();
      draw();
    },
    at: (_, x, y) => plan && placingOf(plan, sizeOf(sheet))(x, y),
    size: () => sizeOf(sheet),
    dispose: () => {
      plan = null;
      sheet.dispose();
    },
  };
}

/** The picture as SVG text, without a page. Figures are tabular and texts stay texts. */
export function renderSvg(option: ChartOption, size: Size, theme: Theme): string {
  const plan = planOf(option);
  if (!plan) return modelledSvg(option, size, theme);
  const sheet = openSheet(size);
  const root = new SheetGroup();
  sheet.add(root);
  put(plan, root, size, new WeakMap());
  try {
    return sheetSvg(sheet);
  } finally {
    sheet.dispose();
  }
}

function planOf({ grid, xAxis, yAxis, series }: ChartOption): Plan | null {
  const [room, x, y] = [roomOf(grid), spanOf(xAxis), spanOf(yAxis)];
  const all = Array.isArray(series) ? series : series ? [series] : [];
  const layers = all.flatMap((each) => layerOf(each) ?? []);
  return room && x && y && layers.length === all.length ? { room, x, y, layers } : null;
}

function roomOf(grid: unknown): Room | null {
  const [left, top, bottom] = [numberOf(grid, 'left'), numberOf(grid, 'top'), numberOf(grid, 'bottom')];
  const [right, width] = [numberOf(grid, 'right'), numberOf(grid, 'width')];
  if (left === null || top === null || bottom === null || (right === null && width === null)) return null;
  return { left, right, width, top, bottom };
}

function spanOf(axis: unknown): Span | null {
  const [min, max] = [numberOf(axis, 'min'), numberOf(axis, 'max')];
  if (min === null || max === null || max <= min || part(axis, 'show') !== false) return null;
  return { min, max, inverse: part(axis, 'inverse') === true };
}

function numberOf(whole: unknown, name: string): number | null {
  const value = part(whole, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function part(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null ? Object.getOwnPropertyDescriptor(whole, name)?.value : undefined;
}

function sizeOf(sheet: Sheet): Size {
  return { width: sheet.getWidth() ?? 0, height: sheet.getHeight() ?? 0 };
}

function placingOf({ room, x, y }: Plan, size: Size): Placing {
  const right = room.width === null ? size.width - (room.right ?? 0) : room.left + room.width;
  const alongX = along(x, room.left, right);
  const alongY = along({ ...y, inverse: !y.inverse }, room.top, size.height - room.bottom);
  return (atX, atY) => [alongX(atX), alongY(atY)];
}

// In the very steps of ECharts, so that what lies on the edge of a px falls to the same side.
function along({ min, max, inverse }: Span, from: number, to: number): (value: number) => number {
  const [start, end] = inverse ? [to, from] : [from, to];
  const scale = (end - start) / (max - min);
  const shift = start - min * scale;
  return (value) => value * scale + shift;
}

type Group = InstanceType<typeof SheetGroup>;

/** Which item of which series an element stands for. */
type Places = WeakMap<object, readonly [series: number, item: number]>;

function put(plan: Plan, root: Group, size: Size, places: Places): void {
  const at = placingOf(plan, size);
  root.removeAll();
  plan.layers.forEach((layer, series) => {
    for (let item = 0; item < layer.count; item++) {
      const element = elementOf(layer.shape(item, at), layer);
      if (!layer.silent) places.set(element, [series, item]);
      root.add(element);
    }
  });
}

function elementOf(shape: Shape, layer: Layer): SheetElement {
  const { z, silent } = layer;
  if (shape.type !== 'group') return sheetElement(shape, z, silent);
  const group = new SheetGroup({ silent });
  for (const child of shape.children ?? []) group.add(elementOf(child, layer));
  return group;
}

interface Pointed {
  readonly target?: object | null | undefined;
  readonly event?: unknown;
}

function listen(sheet: Sheet, places: Places, ears: () => DrawingEars): void {
  const heard = (name: string, act: (place: readonly [number, number], event: unknown) => void): void => {
    sheet.on(name, ({ target, event }: Pointed) => {
      const place = placeOf(target, places);
      if (place) act(place, event);
    });
  };
  heard('mouseover', (place) => ears().over(...place));
  heard('mouseout', () => ears().out());
  sheet.on('globalout', () => ears().out());
  heard('click', (place, event) => {
    // The second click of a double click comes as a click as well; it would take the selection back.
    if (pressesOf(event) < 2) ears().press(...place, 'select');
  });
  heard('dblclick', (place) => ears().press(...place, 'open'));
}

function placeOf(target: object | null | undefined, places: Places): readonly [number, number] | undefined {
  for (let at: unknown = target; typeof at === 'object' && at !== null; at = Reflect.get(at, 'parent')) {
    const place = places.get(at);
    if (place) return place;
  }
  return undefined;
}
