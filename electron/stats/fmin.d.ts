declare module 'fmin' {
  /** What fmin 0.0.2 offers of its simplex search; it carries no types of its own. */
  export function nelderMead(
    f: (x: readonly number[]) => number,
    start: number[],
    settings?: { maxIterations?: number; zeroDelta?: number; nonZeroDelta?: number; minErrorDelta?: number },
  ): { x: number[]; fx: number };
}
