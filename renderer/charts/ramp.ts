import type { Marks } from './theme';

/** Colour at a share (0 to 1, cut to it) of the sequential ramp, in its ten steps: 0 is least. Not blended, because between two steps no ink would be readable. */
export function rampColour(share: number, marks: Marks): string {
  const stops = marks.sequential;
  const step = Math.floor(Math.min(1, Math.max(0, share || 0)) * stops.length + 1e-9);
  return stops[Math.min(stops.length - 1, step)] ?? marks.band;
}

/** White or near-black, whichever stands out more on a colour of the ramp. */
export function inkOn(ground: string, marks: Marks): string {
  const [white = marks.page, black = marks.ink] = marks.onSequential;
  return contrast(white, ground) >= contrast(black, ground) ? white : black;
}

/** Contrast of two colours `#rrggbb`, 1 to 21. Source: WCAG 2.2, contrast ratio. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function rgbOf(colour: string): readonly [red: number, green: number, blue: number] {
  const channel = (at: number): number => parseInt(colour.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}
