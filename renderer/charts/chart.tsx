import { useId, useRef } from 'react';
import './chart.css';
import { ChartSpot, ChartTip } from './chart-tip';
import type { ChartOption } from './echarts';
import type { MarkEars } from './pointing';
import { usePointing } from './pointing';
import type { Theme } from './theme';

export interface ChartWords {
  /** Last line of a tooltip whose mark can be chosen: `click to select`; left out where a press does nothing. */
  readonly select?: string | undefined;
  /** `Show as table` */
  readonly table: string;
}

export interface ChartProps extends MarkEars {
  readonly option: ChartOption;
  readonly name: string;
  /** One sentence: what the picture shows. */
  readonly description: string;
  readonly words: ChartWords;
  readonly theme: Theme;
  readonly height: number;
  /** The next answer is on its way: the old picture stays, dimmed. */
  readonly stale?: boolean | undefined;
  /** A table beside it says the same and is walked by key: no tab stop here. */
  readonly beside?: boolean | undefined;
}

/** A picture that is pointed at, walked by arrow keys and read aloud: one tab stop, a tooltip of plain text, the table twin by `T` or its button. */
export function Chart(props: ChartProps) {
  const { option, name, description, words, theme, height, stale, beside, onMark, onTable } = props;
  const id = useId();
  const stage = useRef<HTMLDivElement>(null);
  const { ref, marks, here, tipClosed, stretch, ...ears } = usePointing(option, theme, props);
  const mark = here ? marks[here.index] : undefined;
  const walks = marks.length > 0 && !beside;
  return (
    <figure className="chart" data-stale={stale ? '' : undefined} style={{ height }} aria-busy={stale ?? false}>
      <div
        ref={stage}
        className="chart-stage"
        role={walks ? 'application' : 'img'}
        aria-label={name}
        aria-describedby={`${id}-words`}
        aria-activedescendant={walks && here?.by === 'key' ? `${id}-${here.index}` : undefined}
        tabIndex={walks ? 0 : undefined}
        onKeyDown={walks ? ears.onKeyDown : undefined}
        onKeyUp={stretch.onKeyUp}
        onFocus={ears.onFocus}
        onBlur={ears.onBlur}
        onContextMenu={ears.onContextMenu}
        onPointerDown={stretch.onPointerDown}
        onPointerMove={stretch.onPointerMove}
        onPointerUp={stretch.onPointerUp}
        onPointerCancel={stretch.stop}
      >
        <div ref={ref} className="chart-drawing" aria-hidden="true" />
        {stretch.box && <div className="chart-stretch" style={{ ...stretch.box }} />}
        {mark && here?.box && <ChartSpot id={`${id}-${here.index}`} mark={mark} box={here.box} by={here.by} />}
      </div>
      <p className="chart-words" id={`${id}-words`}>
        {description}
      </p>
      {onTable && (
        <button type="button" className="chart-table" onClick={onTable}>
          {words.table}
        </button>
      )}
      {mark && here?.box && !tipClosed && (
        <ChartTip mark={mark} box={here.box} stage={stage} hint={onMark && words.select} />
      )}
    </figure>
  );
}
