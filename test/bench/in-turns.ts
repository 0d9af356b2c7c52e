import type { Sample } from './figure';

/** Runs each way of doing a job in turns, so that what else the machine does falls on all alike; the first round is not counted where `warm` asks for it. */
export async function inTurns<K extends string>(
  rounds: number,
  ways: Readonly<Record<K, () => Promise<Sample>>>,
  warm = false,
): Promise<Record<K, Sample[]>> {
  const names = Object.keys(ways) as K[];
  const out = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<K, Sample[]>;
  for (let round = warm ? -1 : 0; round < rounds; round++) {
    // Each goes first as often as the other.
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const sample = await ways[name]();
      if (round >= 0) out[name].push(sample);
    }
  }
  return out;
}

/** Wall-clock and processor time of work in this process. */
export async function timed(work: () => Promise<unknown>): Promise<Sample> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { ms, cpu: (user + system) / 1000 };
}
