/**
 * The only runtime import of ECharts, for the page and for headless review alike. Custom series on a grid are all that is registered:
 * the look has no stock series, and without the tooltip component there is no path from data to markup.
 */
import { CustomChart } from 'echarts/charts';
import type { CustomSeriesOption } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption, EChartsType, ECElementEvent } from 'echarts/core';
import { graphic, init, registerTheme, use as register, zrender } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from 'echarts';
import type { Theme } from './theme';
import { echartsThemes } from './theme';

register([CustomChart, GridComponent, SVGRenderer, CanvasRenderer]);
registerTheme('light', echartsThemes.light);
registerTheme('dark', echartsThemes.dark);

export type ChartOption = ComposeOption<CustomSeriesOption | GridComponentOption>;
export type SeriesOption = CustomSeriesOption;
export type RenderApi = CustomSeriesRenderItemAPI;
export type Shape = NonNullable<CustomSeriesRenderItemReturn>;
export type LiveChart = EChartsType;
export type ElementEvent = ECElementEvent;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A chart in that element. The caller disposes it. */
export function openChart(element: HTMLElement, theme: Theme, renderer: 'svg' | 'canvas'): LiveChart {
  return init(element, theme, { renderer });
}

/** What ECharts draws on, without its models: elements put here are drawn as SVG. */
export type Sheet = ReturnType<typeof zrender.init>;
export type SheetElement = Parameters<Sheet['add']>[0];

/** A sheet in that element, or one without a page of that size. The caller disposes it. */
export function openSheet(place: HTMLElement | Size): Sheet {
  const sheet =
    'width' in place
      ? zrender.init(null, { renderer: 'svg', ssr: true, ...place })
      : zrender.init(place, { renderer: 'svg' });
  sheet.setBackgroundColor('transparent');
  return sheet;
}

export const SheetGroup = graphic.Group;

const { Rect, Line, Circle, Polyline, Polygon, Text } = graphic;
// Their options are those of the shapes of a series, which the types of both say in different words.
const kinds = {
  rect: Rect,
  line: Line,
  circle: Circle,
  polyline: Polyline,
  polygon: Polygon,
  text: Text,
} as unknown as Readonly<Record<string, new (look: object) => SheetElement>>;
const pathOf = graphic.makePath as unknown as (data: string, look: object, box: null) => SheetElement;

/** What is put on a sheet for one shape. Throws for a shape that no chart draws. */
export function sheetElement(shape: Shape, z: number, silent: boolean): SheetElement {
  const { type, ...rest } = shape;
  const look = { ...rest, z, silent };
  if (type === 'path') return pathOf(String(shape.shape?.pathData), look, null);
  const Kind = kinds[type];
  if (!Kind) throw new Error(`no such shape: ${type}`);
  return new Kind(look);
}

/** What is on a sheet as SVG text. */
export function sheetSvg({ painter }: Sheet): string {
  if (!('renderToString' in painter) || typeof painter.renderToString !== 'function') throw new Error('no SVG sheet');
  return stillLife(String(painter.renderToString()));
}

/** The picture as SVG text by ECharts itself. */
export function modelledSvg(option: ChartOption, size: Size, theme: Theme): string {
  const chart = init(null, theme, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(option);
    return stillLife(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

// ECharts writes hover styles and numbers of its elements into the text; a picture on paper needs neither, and the numbers count up within a process.
// Its `dominant-baseline` is known to browsers only; elsewhere the letters would stand too high, so the same shift is written in Inter's own measure.
function stillLife(svg: string): string {
  return svg
    .replace(/<style >[\s\S]*?<\/style>\s*/g, '')
    .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replaceAll(' dominant-baseline="central"', ' dy="0.364em"')
    .replace('<svg ', '<svg font-variant-numeric="tabular-nums" ');
}
