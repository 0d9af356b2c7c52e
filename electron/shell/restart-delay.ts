const quick = 60_000;
const free = 3;
const longest = 30_000;

/** Milliseconds to wait before starting a process that died at these times: none for the first three deaths within a minute, then 1 s, 2 s, 4 s … up to 30 s. */
export function restartDelay(deaths: readonly number[], now: number): number {
  const excess = deaths.filter((at) => now - at < quick).length - free;
  return excess <= 0 ? 0 : Math.min(longest, 1_000 * 2 ** (excess - 1));
}
