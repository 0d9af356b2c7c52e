/**
 * The only runtime import of ECharts, for the page and for headless review alike. Custom series on a grid are all that is registered:
 * the look has no stock series, and without the tooltip component there is no path from data to markup.
 */
import { CustomChart } from 'echarts/charts';
import type { CustomSeriesOption } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption, EChartsType, ECElementEvent } from 'echarts/core';
import { init, registerTheme, use as register } from 'echarts/core';
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

/** The picture as SVG text, without a page. Figures are tabular and texts stay texts. */
export function renderSvg(option: ChartOption, size: Size, theme: Theme): string {
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
