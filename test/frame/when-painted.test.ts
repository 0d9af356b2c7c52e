// @vitest-environment page
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenPainted } from '../../renderer/frame/when-painted';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'requestAnimationFrame'] }));
afterEach(() => void vi.useRealTimers());

it('waits for the frame after the one that is painted, and works once', () => {
  const work = vi.fn();
  whenPainted(work);
  vi.advanceTimersToNextFrame();
  vi.advanceTimersByTime(0);
  expect(work).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledTimes(1);
});

it('works in a window that never paints', () => {
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
  const work = vi.fn();
  whenPainted(work);
  vi.runAllTimers();
  frames.mockRestore();
  expect(work).toHaveBeenCalledTimes(1);
});
