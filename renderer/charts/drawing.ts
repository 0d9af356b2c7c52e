import type { ChartOption, Size } from './echarts';

/** A picture in its element. */
export interface Drawing {
  /** Draws this in place of what was there. */
  readonly show: (option: ChartOption) => void;
  /** Takes the size its element has now. */
  readonly fit: () => void;
  /** Where a pair of a series' values lies, in px from the upper left corner; null where its axes are gone. */
  readonly at: (seriesIndex: number, x: number, y: number) => readonly [number, number] | null;
  readonly size: () => Size;
  readonly dispose: () => void;
}

/** What a picture tells. */
export interface DrawingEars {
  readonly over: (seriesIndex: number, dataIndex: number) => void;
  readonly out: () => void;
  readonly press: (seriesIndex: number, dataIndex: number, how: 'select' | 'open') => void;
  /** The picture stands: after a new option, a new size. */
  readonly drawn: () => void;
}

/** How often the pointer went down in a row for this press. */
export function pressesOf(source: unknown): number {
  return source instanceof UIEvent ? source.detail : 1;
}
