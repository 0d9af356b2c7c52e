import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowBounds } from '../../electron/shell/window-bounds';

const laptop = { x: 0, y: 0, width: 1366, height: 768 };
const second = { x: 1366, y: -200, width: 1920, height: 1080 };
const kept = { x: 1500, y: 0, width: 1200, height: 800 };

describe('where the window opens', () => {
  it('is where it was left', () => {
    expect(windowBounds(kept, [laptop, second])).toEqual(kept);
  });

  it('is the first display when the one it was on is gone', () => {
    expect(windowBounds(kept, [laptop])).toEqual({ width: 1366, height: 768 });
  });

  it('is the first display at first, as large as wanted where there is room', () => {
    expect(windowBounds(null, [laptop])).toEqual({ width: 1366, height: 768 });
    expect(windowBounds(null, [second])).toEqual({ width: 1440, height: 900 });
  });

  it('is not a place where only a sliver, or no title bar, can be taken hold of', () => {
    expect(windowBounds({ ...kept, x: 1366 - 100 }, [laptop])).toEqual({ width: 1366, height: 768 });
    expect(windowBounds({ x: 0, y: -30, width: 800, height: 600 }, [laptop])).toEqual({ width: 1366, height: 768 });
    expect(windowBounds({ x: 0, y: 740, width: 800, height: 600 }, [laptop])).toEqual({ width: 1366, height: 768 });
  });

  it('always has its title bar on a display', () => {
    const place = fc.record({
      x: fc.integer({ min: -9_999, max: 9_999 }),
      y: fc.integer({ min: -9_999, max: 9_999 }),
      width: fc.integer({ min: 800, max: 4_000 }),
      height: fc.integer({ min: 600, max: 3_000 }),
    });
    fc.assert(
      fc.property(place, (window) => {
        const { x, y } = windowBounds(window, [laptop, second]);
        const isSeen = (display: typeof laptop) =>
          x !== undefined &&
          y !== undefined &&
          y >= display.y &&
          y < display.y + display.height &&
          x < display.x + display.width &&
          x + window.width > display.x;
        expect(x === undefined || [laptop, second].some(isSeen)).toBe(true);
      }),
    );
  });
});
