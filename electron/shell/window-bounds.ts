/** A rectangle of the desktop, in its own pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const wanted = { width: 1440, height: 900 };
const grip = { width: 160, height: 40 };

/** Where the window opens: as it was left, if enough of its title bar to take hold of lies on a display still there; else in the middle of the first, no larger than it. */
export function windowBounds(kept: Area | null, displays: readonly Area[]): Partial<Area> {
  if (kept && displays.some((display) => canGrip(kept, display))) return kept;
  const [first] = displays;
  return {
    width: Math.min(wanted.width, first?.width ?? Infinity),
    height: Math.min(wanted.height, first?.height ?? Infinity),
  };
}

function canGrip(window: Area, display: Area): boolean {
  const across = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x);
  const barIsOn = window.y >= display.y && window.y + grip.height <= display.y + display.height;
  return across >= grip.width && barIsOn;
}
