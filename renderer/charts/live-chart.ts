import { useCallback, useEffect, useInsertionEffect, useLayoutEffect, useRef } from 'react';
import type { RefCallback, RefObject } from 'react';
import { isDirect, openDirect } from './direct';
import type { Drawing, DrawingEars } from './drawing';
import type { ChartOption } from './echarts';
import type { PlacedMark } from './mark';
import { openModelled } from './modelled';
import type { Theme } from './theme';

/** Marks up to which a picture is drawn as SVG: sharp, tabular and selectable. Beyond, canvas is quicker. */
const mostSvgMarks = 2_000;

type Way = 'direct' | 'svg' | 'canvas';

function wayOf(option: ChartOption, marks: number): Way {
  return marks > mostSvgMarks ? 'canvas' : isDirect(option) ? 'direct' : 'svg';
}

/** Keeps a picture of that many marks alive in the element that gets the `ref`: draws the option, follows the element's size, is disposed with it. `chart.current` is null until then. */
export function useLiveChart(
  option: ChartOption,
  marks: number,
  theme: Theme,
  ears: DrawingEars,
): { readonly ref: RefCallback<HTMLElement>; readonly chart: RefObject<Drawing | null> } {
  const chart = useRef<Drawing | null>(null);
  const latest = useRef({ option, ears });
  const way = wayOf(option, marks);
  // Before the element is there, which is drawn in at once.
  useInsertionEffect(() => {
    latest.current = { option, ears };
  });
  const ref = useCallback(
    (host: HTMLElement | null) => {
      if (!host) return;
      const heard = (): DrawingEars => latest.current.ears;
      const live = way === 'direct' ? openDirect(host, heard) : openModelled(host, theme, way, heard);
      chart.current = live;
      draw(live, latest.current.option);
      const watch = new ResizeObserver(() => {
        const { width, height } = live.size();
        if (width !== host.clientWidth || height !== host.clientHeight) live.fit();
      });
      watch.observe(host);
      return () => {
        watch.disconnect();
        live.dispose();
        chart.current = null;
      };
    },
    [theme, way],
  );
  // With the figures beside it, in the same frame.
  useLayoutEffect(() => {
    const live = chart.current;
    if (way === 'direct' && live && shown.get(live) !== option) draw(live, option);
  }, [option, way]);
  useEffect(() => {
    const live = chart.current;
    if (way === 'direct' || !live || shown.get(live) === option) return;
    return inTurn(() => draw(live, option));
  }, [option, way]);
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
const shown = new WeakMap<Drawing, ChartOption>();

function draw(live: Drawing, option: ChartOption): void {
  shown.set(live, option);
  live.show(option);
}

/** A mark's box in px from the chart's upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a mark lies on the page now; null where its axes are gone. */
export function boxOf(chart: Drawing, { seriesIndex, area }: PlacedMark): Box | null {
  const a = chart.at(seriesIndex, area.x[0], area.y[0]);
  const b = chart.at(seriesIndex, area.x[1], area.y[1]);
  if (!a || !b) return null;
  return {
    left: Math.min(a[0], b[0]),
    top: Math.min(a[1], b[1]),
    width: Math.abs(a[0] - b[0]),
    height: Math.abs(a[1] - b[1]),
  };
}
