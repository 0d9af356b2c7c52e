import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import type { Drawing } from './drawing';
import type { Box } from './live-chart';
import { boxOf } from './live-chart';
import type { PlacedMark } from './mark';

/** Columns of a stretch that is being drawn over, the one it began at first. */
type Columns = readonly [from: number, to: number];

/** Way in px from which a press is drawing and no click. */
const least = 5;

export interface Stretch {
  /** Where the stretch lies now; null while none is drawn. */
  readonly box: Box | null;
  /** True when the key began, went on or ended a stretch. */
  readonly onKey: (event: KeyboardEvent, from: number) => number | null;
  readonly onKeyUp: (event: KeyboardEvent) => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly stop: () => void;
}

/** Drawing over a stretch of columns: by dragging, or by Shift with the arrows until Shift is let go. Escape gives up. */
export function useStretch(
  marks: readonly PlacedMark[],
  chart: RefObject<Drawing | null>,
  onStretch: ((first: PlacedMark, last: PlacedMark) => void) | undefined,
): Stretch {
  const [drawn, setDrawn] = useState<{ readonly columns: Columns; readonly box: Box | null } | null>(null);
  const columns = drawn?.columns ?? null;
  const down = useRef<number | null>(null);
  const draw = (next: Columns): void => setDrawn({ columns: next, box: boxAround(next, marks, chart.current) });
  const stop = (): void => {
    down.current = null;
    setDrawn(null);
  };
  const take = (): void => {
    const [first, last] = columns ? [...columns].sort((a, b) => a - b) : [];
    const [from, to] = [first, last].map((column) => marks.find(({ cell }) => cell[1] === column));
    stop();
    if (from && to) onStretch?.(from, to);
  };
  const onKey = (event: KeyboardEvent, from: number): number | null => {
    if (event.key === 'Escape' && columns) stop();
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const here = marks[from];
    if (!onStretch || !event.shiftKey || step === 0 || !here) return null;
    const all = columnsOf(marks);
    const [begun, now] = columns ?? [here.cell[1], here.cell[1]];
    const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(now) + step))] ?? now;
    draw([begun, next]);
    return marks.findIndex(({ cell }) => cell[1] === next);
  };
  const columnAt = (event: PointerEvent<HTMLElement>): number | null =>
    nearest(marks, chart.current, event.clientX - event.currentTarget.getBoundingClientRect().left);
  return {
    box: drawn?.box ?? null,
    onKey,
    onKeyUp: ({ key }) => (key === 'Shift' && columns && down.current === null ? take() : undefined),
    onPointerDown: (event) => {
      if (onStretch && event.button === 0) down.current = event.clientX;
    },
    onPointerMove: (event) => {
      if (down.current === null) return;
      if (event.buttons % 2 === 0) return stop();
      if (!columns && Math.abs(event.clientX - down.current) < least) return;
      const column = columnAt(event);
      if (column === null) return;
      event.currentTarget.setPointerCapture?.(event.pointerId);
      draw([columns?.[0] ?? column, column]);
    },
    onPointerUp: () => (columns && down.current !== null ? take() : stop()),
    stop,
  };
}

function columnsOf(marks: readonly PlacedMark[]): readonly number[] {
  return [...new Set(marks.map(({ cell }) => cell[1]))].sort((a, b) => a - b);
}

function middleOf(mark: PlacedMark, chart: Drawing): number | null {
  const box = boxOf(chart, mark);
  return box && box.left + box.width / 2;
}

function nearest(marks: readonly PlacedMark[], chart: Drawing | null, x: number): number | null {
  if (!chart) return null;
  let best: number | null = null;
  let far = Infinity;
  for (const mark of marks) {
    const away = Math.abs((middleOf(mark, chart) ?? Infinity) - x);
    if (away < far) [best, far] = [mark.cell[1], away];
  }
  return best;
}

// From half a step before its first column to half a step after its last, over the whole height.
function boxAround(columns: Columns, marks: readonly PlacedMark[], chart: Drawing | null): Box | null {
  if (!chart) return null;
  const middles = columnsOf(marks).flatMap((column) => {
    const mark = marks.find(({ cell }) => cell[1] === column);
    const middle = mark ? middleOf(mark, chart) : null;
    return middle === null ? [] : [{ column, middle }];
  });
  const at = columns.map((column) => middles.find((each) => each.column === column)?.middle);
  const [a, b] = at;
  const [first, second] = middles;
  if (a === undefined || b === undefined || !first) return null;
  const { width, height } = chart.size();
  const half = second ? (second.middle - first.middle) / 2 : 12;
  const left = Math.max(0, Math.min(a, b) - half);
  const right = Math.min(width, Math.max(a, b) + half);
  return { left, top: 0, width: right - left, height };
}
