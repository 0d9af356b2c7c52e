import { useMemo, useState } from 'react';
import type { FocusEvent, KeyboardEvent, MouseEvent, RefCallback } from 'react';
import type { Drawing } from './drawing';
import type { ChartOption } from './echarts';
import type { Box } from './live-chart';
import { boxOf, useLiveChart } from './live-chart';
import type { Mark, PlacedMark } from './mark';
import { marksIn, walkMarks } from './mark';
import type { Stretch } from './stretch';
import { useStretch } from './stretch';
import type { Theme } from './theme';

/** What a mark is wanted for: to be chosen, its rows, or what else can be done with it. */
export type MarkAct = 'select' | 'open' | 'menu';

/** What is done with the marks of a picture. */
export interface MarkEars {
  /** The arrow keys came to a mark. */
  readonly onWalk?: ((mark: Mark) => void) | undefined;
  /** The mark that walking begins at; the first when left out. */
  readonly first?: Mark['where'] | undefined;
  /** Takes a mark and where it lies in px from the picture's upper left corner. */
  readonly onMark?: ((mark: Mark, act: MarkAct, box: Box | null) => void) | undefined;
  /** Takes the first and the last mark of a stretch of columns. */
  readonly onStretch?: ((first: Mark, last: Mark) => void) | undefined;
  /** Puts the table in the picture's place. */
  readonly onTable?: (() => void) | undefined;
}

/** The mark that is pointed at or walked to. */
export interface Here {
  readonly index: number;
  readonly by: 'pointer' | 'key';
  readonly box: Box | null;
}

interface Pointing {
  /** For the element that is drawn in. */
  readonly ref: RefCallback<HTMLElement>;
  readonly marks: readonly PlacedMark[];
  readonly here: Here | null;
  /** Esc was pressed on this mark. */
  readonly tipClosed: boolean;
  readonly stretch: Stretch;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

/** A living chart with the pointer and the keyboard on its marks. */
export function usePointing(option: ChartOption, theme: Theme, ears: MarkEars): Pointing {
  const { onMark, onWalk, onStretch, onTable, first } = ears;
  const marks = useMemo(() => marksIn(option), [option]);
  const start = startOf(marks, first);
  const [here, setHere] = useState<Here | null>(null);
  const [tipClosed, setTipClosed] = useState(false);
  const go = (index: number, by: Here['by']): void => {
    setTipClosed(false);
    setHere(placed(chart.current, marks, index, by));
  };
  const { ref, chart } = useLiveChart(option, marks.length, theme, {
    over: (series, data) => go(indexOf(marks, series, data), 'pointer'),
    out: () => setHere((now) => (now?.by === 'pointer' ? null : now)),
    press: (series, data, how) => {
      const mark = marks[indexOf(marks, series, data)];
      if (mark && chart.current) onMark?.(mark, how, boxOf(chart.current, mark));
    },
    drawn: () => setHere((now) => now && placed(chart.current, marks, now.index, now.by)),
  });
  const stretch = useStretch(marks, chart, onStretch);
  const mark = here ? marks[here.index] : undefined;
  const walkTo = (index: number): void => {
    go(index, 'key');
    if (marks[index]) onWalk?.(marks[index]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const along = stretch.onKey(event, here?.index ?? 0);
    const understood = act(event.key, {
      walk: () => {
        const next = along ?? walkMarks(marks, here?.index ?? (first ? start : -1), event.key);
        if (next !== null) walkTo(next);
        return next !== null;
      },
      choose: (how) => mark && onMark?.(mark, how, here?.box ?? null),
      close: here && !tipClosed ? () => setTipClosed(true) : undefined,
      table: onTable,
    });
    if (!understood) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    ref,
    marks,
    here,
    tipClosed,
    stretch,
    onContextMenu: (event) => askMenu(event, mark, here, onMark),
    onKeyDown,
    onFocus: ({ currentTarget }) => currentTarget.matches(':focus-visible') && go(here?.index ?? start, 'key'),
    onBlur: () => {
      setHere(null);
      stretch.stop();
    },
  };
}

function indexOf(marks: readonly PlacedMark[], series: number, data: number): number {
  return marks.findIndex((mark) => mark.seriesIndex === series && mark.dataIndex === data);
}

function startOf(marks: readonly Mark[], first: Mark['where'] | undefined): number {
  const isIt = ({ where }: Mark): boolean => Object.entries(first ?? {}).every(([key, value]) => where[key] === value);
  return Math.max(0, marks.findIndex(isIt));
}

function askMenu(event: MouseEvent, mark: Mark | undefined, here: Here | null, onMark: MarkEars['onMark']): void {
  if (!mark || !onMark) return;
  event.preventDefault();
  onMark(mark, 'menu', here?.box ?? null);
}

function placed(chart: Drawing | null, marks: readonly PlacedMark[], index: number, by: Here['by']): Here | null {
  const mark = marks[index];
  return mark && chart ? { index, by, box: boxOf(chart, mark) } : null;
}

interface Acts {
  readonly walk: () => boolean;
  readonly choose: (how: 'select' | 'open') => void;
  readonly close: (() => void) | undefined;
  readonly table: (() => void) | undefined;
}

// True when the key meant something here.
function act(key: string, acts: Acts): boolean {
  if (key === 'Enter' || key === ' ') acts.choose(key === 'Enter' ? 'open' : 'select');
  else if (key === 'Escape' && acts.close) acts.close();
  else if (key.toLowerCase() === 't' && acts.table) acts.table();
  else return acts.walk();
  return true;
}
