import type { ChartOption } from './echarts';

/** Where a mark lies, in the values of the chart's axes. */
export interface Area {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** One thing in a chart that can be pointed at, walked to and opened. */
export interface Mark {
  /** Which rows are behind it: dimension or key column → value. */
  readonly where: Readonly<Record<string, string | null>>;
  readonly name: string;
  /** Value, interval and n, ready to read. */
  readonly lines: readonly string[];
  /** Row and column the arrow keys walk by. */
  readonly cell: readonly [row: number, column: number];
  readonly area: Area;
}

/** A data item of a series that stands for a mark. */
export interface MarkItem {
  readonly value: readonly [number, number];
  readonly mark: Mark;
}

/** The data item of a mark. */
export function itemOf(mark: Mark): MarkItem {
  return { value: [mark.area.x[0], mark.area.y[0]], mark };
}

/** True for the data item of a mark. */
export function isMarkItem(item: unknown): item is MarkItem {
  return typeof item === 'object' && item !== null && 'mark' in item;
}

/** A mark as it lies in the series of an option. */
export interface PlacedMark extends Mark {
  readonly seriesIndex: number;
  readonly dataIndex: number;
}

/** Marks of an option in drawing order. */
export function marksIn(option: ChartOption): PlacedMark[] {
  const series = Array.isArray(option.series) ? option.series : option.series ? [option.series] : [];
  return series.flatMap(({ data }, seriesIndex) =>
    Array.isArray(data)
      ? data.flatMap((item: unknown, dataIndex) => (isMarkItem(item) ? [{ ...item.mark, seriesIndex, dataIndex }] : []))
      : [],
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Index of the mark a key leads to from the present one; null for other keys, the same index at an edge. Where all marks lie in one row or column, both pairs of arrows walk it. */
export function walkMarks(marks: readonly Mark[], from: number, key: string): number | null {
  if (marks.length === 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return marks.length - 1;
  const step = steps[key];
  const here = marks[from];
  if (!step || !here) return step ? 0 : null;
  const along = step[0] !== 0 ? 0 : 1;
  const oneLine = ([0, 1] as const).find((axis) => marks.every((mark) => mark.cell[axis] === here.cell[axis]));
  const axis = oneLine === undefined ? along : oneLine === 0 ? 1 : 0;
  return nearest(marks, from, axis, step[0] + step[1]) ?? from;
}

function nearest(marks: readonly Mark[], from: number, axis: 0 | 1, sign: number): number | null {
  const here = marks[from]?.cell ?? [0, 0];
  const other = axis === 0 ? 1 : 0;
  let best: number | null = null;
  let bestFar: readonly [number, number] = [Infinity, Infinity];
  marks.forEach(({ cell }, i) => {
    const ahead = (cell[axis] - here[axis]) * sign;
    const aside = Math.abs(cell[other] - here[other]);
    // Within the same row first; a row further on may lack the column, then its nearest one is meant.
    const far: readonly [number, number] = axis === 1 ? [aside === 0 ? ahead : Infinity, 0] : [ahead, aside];
    if (ahead > 0 && far[0] < Infinity && (far[0] < bestFar[0] || (far[0] === bestFar[0] && far[1] < bestFar[1]))) {
      best = i;
      bestFar = far;
    }
  });
  return best;
}
