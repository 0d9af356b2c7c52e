import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Box } from './live-chart';
import type { Mark } from './mark';

/** Smallest side of the ring around a mark, and its distance from it, in px. */
const smallest = 10;
const around = 3;

/** The ring around the mark that is pointed at or walked to; for a screen reader it is the mark. */
export function ChartSpot({ id, mark, box, by }: { id: string; mark: Mark; box: Box; by: 'pointer' | 'key' }) {
  const width = Math.max(smallest, box.width) + 2 * around;
  const height = Math.max(smallest, box.height) + 2 * around;
  return (
    <div
      id={id}
      className="chart-here"
      role="img"
      aria-label={[mark.name, ...mark.lines].join(', ')}
      data-by={by}
      style={{
        left: box.left + box.width / 2 - width / 2,
        top: box.top + box.height / 2 - height / 2,
        width,
        height,
        borderRadius: box.width < smallest && box.height < smallest ? width : undefined,
      }}
    />
  );
}

interface ChartTipProps {
  readonly mark: Mark;
  readonly box: Box;
  /** The element that the box is measured in. */
  readonly stage: RefObject<HTMLElement | null>;
  /** Last line: `click to select` */
  readonly hint: string | undefined;
}

/** Name, value, interval and n of a mark, beside it and never over it. Plain text, in the top layer so that no panel cuts it. */
export function ChartTip({ mark, box, stage, hint }: ChartTipProps) {
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [own, ground] = [tip.current, stage.current];
    if (!own || !ground) return;
    // A page without a window's top layer, as in tests, has no popover.
    if ('popover' in own && !own.matches(':popover-open')) own.showPopover();
    const place = placeOf(own.getBoundingClientRect(), box, ground.getBoundingClientRect());
    own.style.left = `${place.left}px`;
    own.style.top = `${place.top}px`;
  });
  return (
    <div ref={tip} className="chart-tip" popover="manual" aria-hidden="true">
      <strong>{mark.name}</strong>
      {mark.lines.map((line, i) => (
        <span key={i}>{line}</span>
      ))}
      {hint !== undefined && <em>{hint}</em>}
    </div>
  );
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const gap = 12;
const margin = 8;

/** Upper left corner of a tooltip of that size, in px of the window: right of the mark, else left, above or below it. */
export function placeOf(tip: { readonly width: number; readonly height: number }, box: Box, stage: Edges): Edges {
  const { innerWidth, innerHeight } = window;
  const [left, top] = [stage.left + box.left, stage.top + box.top];
  const [right, bottom] = [left + box.width, top + box.height];
  const within = (value: number, most: number): number => Math.max(margin, Math.min(most - margin, value));
  const besideTop = within((top + bottom - tip.height) / 2, innerHeight - tip.height);
  const besideLeft = within((left + right - tip.width) / 2, innerWidth - tip.width);
  if (right + gap + tip.width + margin <= innerWidth) return { ...tip, left: right + gap, top: besideTop };
  if (left - gap - tip.width >= margin) return { ...tip, left: left - gap - tip.width, top: besideTop };
  if (top - gap - tip.height >= margin) return { ...tip, left: besideLeft, top: top - gap - tip.height };
  return { ...tip, left: besideLeft, top: bottom + gap };
}
