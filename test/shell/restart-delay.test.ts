import { describe, expect, it } from 'vitest';
import { restartDelay } from '../../electron/shell/restart-delay';

const deaths = (count: number, now: number) => Array.from({ length: count }, (_, i) => now - i * 100);

describe('the wait before a restart', () => {
  it('is nothing for the first three deaths within a minute, then grows to half a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 20].map((count) => restartDelay(deaths(count, 100_000), 100_000));
    expect(waits).toEqual([0, 0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('forgets deaths of more than a minute ago', () => {
    expect(restartDelay([...deaths(9, 100_000), 161_000], 161_000)).toBe(0);
  });
});
