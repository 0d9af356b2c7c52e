/** What a measurement gives: times of ours and of the yardstick, taken in turns in one run, and the goal their ratio is held to. */

/** One repetition: wall-clock and processor milliseconds, and peak memory in megabytes where the work ran in a process of its own. */
export interface Sample {
  readonly ms: number;
  readonly cpu?: number | undefined;
  readonly mb?: number | undefined;
}

export interface Figure {
  readonly name: string;
  readonly what: string;
  readonly yardstick: string;
  /** Largest ratio, or largest milliseconds where there is no yardstick, that meets the goal. */
  readonly goal: number | null;
  readonly unit: 'ratio' | 'ms';
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  /** Ratio of processor times; it wanders less than the clock's on a busy machine. */
  readonly cpuRatio: number | null;
  /** Share of the times that the goal holds for, where it is not the median. */
  readonly share?: number;
  readonly note?: string;
}

interface Named {
  readonly name: string;
  readonly what: string;
  readonly yardstick: string;
  readonly goal: number | null;
  readonly note?: string;
}

/** A ratio of times. */
export function ratioOf(named: Named, ours: readonly Sample[], theirs: readonly Sample[]): Figure {
  const cpu = (samples: readonly Sample[]) => median(samples.flatMap(({ cpu }) => cpu ?? []));
  const [own, other] = [cpu(ours), cpu(theirs)];
  return {
    ...named,
    unit: 'ratio',
    ours: ours.map(({ ms }) => ms),
    theirs: theirs.map(({ ms }) => ms),
    cpuRatio: own !== null && other !== null && other > 0 ? own / other : null,
  };
}

/** A ratio of peak memories. */
export function memoryRatioOf(named: Named, ours: readonly Sample[], theirs: readonly Sample[]): Figure {
  const megabytes = (samples: readonly Sample[]) => samples.flatMap(({ mb }) => mb ?? []);
  return { ...named, unit: 'ratio', ours: megabytes(ours), theirs: megabytes(theirs), cpuRatio: null };
}

/** Times that stand for themselves; what the goal holds for is the median, or the time that a share of all keep within. */
export function timesOf(
  named: Omit<Named, 'yardstick'> & { readonly share?: number },
  ours: readonly number[],
): Figure {
  return { ...named, yardstick: '', unit: 'ms', ours, theirs: [], cpuRatio: null };
}

// The middle value; null of none.
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

// The value that a share of all lie at or below.
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** What is held against the goal: the ratio of the medians, or a time. */
export function valueOf({ unit, ours, theirs, share }: Figure): number {
  if (unit === 'ratio') return (median(ours) ?? NaN) / (median(theirs) ?? NaN);
  return share === undefined ? (median(ours) ?? NaN) : quantile(ours, share);
}

/** The ratio of the fastest repetitions. */
export function bestOf({ unit, ours, theirs }: Figure): number {
  return unit === 'ms' ? Math.min(...ours) : Math.min(...ours) / Math.min(...theirs);
}
