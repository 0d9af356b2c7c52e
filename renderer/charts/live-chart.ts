import { useCallback, useEffect, useInsertionEffect, useRef } from 'react';
import type { RefCallback, RefObject } from 'react';
import type { ChartOption, ElementEvent, LiveChart } from './echarts';
import { openChart } from './echarts';
import type { PlacedMark } from './mark';
import type { Theme } from './theme';

/** Marks up to which a picture is drawn as SVG: sharp, tabular and selectable. Beyond, canvas is quicker. */
export const mostSvgMarks = 2_000;

/** What a living chart tells. */
export interface ChartEars {
  readonly over: (seriesIndex: number, dataIndex: number) => void;
  readonly out: () => void;
  readonly press: (seriesIndex: number, dataIndex: number, how: 'select' | 'open') => void;
  /** The picture stands: after a new option, a new size. */
  readonly drawn: () => void;
}

/** Keeps a chart alive in the element that gets the `ref`: draws the option, follows the element's size, is disposed with it. `chart.current` is null until then. */
export function useLiveChart(
  option: ChartOption,
  theme: Theme,
  renderer: 'svg' | 'canvas',
  ears: ChartEars,
): { readonly ref: RefCallback<HTMLElement>; readonly chart: RefObject<LiveChart | null> } {
  const chart = useRef<LiveChart | null>(null);
  const latest = useRef({ option, ears });
  // Before the element is there, which is drawn in at once.
  useInsertionEffect(() => {
    latest.current = { option, ears };
  });
  const ref = useCallback(
    (host: HTMLElement | null) => {
      if (!host) return;
      const live = openChart(host, theme, renderer);
      chart.current = live;
      listen(live, () => latest.current.ears);
      draw(live, latest.current.option);
      const watch = new ResizeObserver(() => {
        if (live.getWidth() !== host.clientWidth || live.getHeight() !== host.clientHeight) live.resize();
      });
      watch.observe(host);
      return () => {
        watch.disconnect();
        live.dispose();
        chart.current = null;
      };
    },
    [theme, renderer],
  );
  useEffect(() => {
    const live = chart.current;
    if (!live || shown.get(live) === option) return;
    return inTurn(() => draw(live, option));
  }, [option]);
  return { ref, chart };
}

/** How long pictures are drawn before the page has a turn, in milliseconds. */
const slice = 12;

const waiting = new Set<() => void>();
let isDrawing = false;

// The first picture of a task is drawn in it, those after it in tasks of their own, so that the page is free between them; what is given takes the work back.
function inTurn(work: () => void): () => void {
  if (isDrawing) waiting.add(work);
  else drawSome([work]);
  return () => void waiting.delete(work);
}

function drawSome(works: Iterable<() => void>): void {
  const start = performance.now();
  for (const work of works) {
    waiting.delete(work);
    work();
    if (performance.now() - start > slice) break;
  }
  isDrawing = true;
  setTimeout(() => {
    isDrawing = false;
    if (waiting.size > 0) drawSome(waiting);
  });
}

// What each chart shows, so that a new one is not drawn twice.
const shown = new WeakMap<LiveChart, ChartOption>();

function draw(live: LiveChart, option: ChartOption): void {
  shown.set(live, option);
  // Without this the shapes of a mark are matched with those of the picture before, one by one, and a shape whose kind changed is lost.
  live.clear();
  live.setOption(option, { notMerge: true });
}

function listen(live: LiveChart, ears: () => ChartEars): void {
  const placeOf = ({ seriesIndex = -1, dataIndex = -1 }: ElementEvent): [number, number] => [seriesIndex, dataIndex];
  live.on('mouseover', (event) => ears().over(...placeOf(event)));
  live.on('mouseout', () => ears().out());
  live.on('globalout', () => ears().out());
  live.on('click', (event) => {
    // The second click of a double click comes as a click as well; it would take the selection back.
    if (timesOf(event) < 2) ears().press(...placeOf(event), 'select');
  });
  live.on('dblclick', (event) => ears().press(...placeOf(event), 'open'));
  live.on('finished', () => ears().drawn());
}

function timesOf({ event }: ElementEvent): number {
  const source: unknown = event?.event;
  return source instanceof UIEvent ? source.detail : 1;
}

/** A mark's box in px from the chart's upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a mark lies on the page now; null where its axes are gone. */
export function boxOf(chart: LiveChart, { seriesIndex, area }: PlacedMark): Box | null {
  const a: unknown = chart.convertToPixel({ seriesIndex }, [area.x[0], area.y[0]]);
  const b: unknown = chart.convertToPixel({ seriesIndex }, [area.x[1], area.y[1]]);
  if (!isPoint(a) || !isPoint(b)) return null;
  return {
    left: Math.min(a[0], b[0]),
    top: Math.min(a[1], b[1]),
    width: Math.abs(a[0] - b[0]),
    height: Math.abs(a[1] - b[1]),
  };
}

function isPoint(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => Number.isFinite(each));
}
