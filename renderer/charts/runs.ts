import type { Point, Stroke } from './draw';
import { path, surface } from './draw';
import type { Shape } from './echarts';
import type { Plot } from './layers';

/** Unbroken stretches of rows in which no column is missing: a missing quarter is a gap in the line, never a straight line over it. */
export function runsOf(...columns: readonly ArrayLike<number>[]): number[][] {
  const runs: number[][] = [];
  const length = columns[0]?.length ?? 0;
  for (let i = 0; i < length; i++) {
    if (columns.some((column) => Number.isNaN(column[i]))) continue;
    const run = runs.at(-1);
    if (run?.at(-1) === i - 1) run.push(i);
    else runs.push([i]);
  }
  return runs;
}

/** The line through a column's values, broken where they are missing; `xs` places the rows, else they lie 1 apart. */
export function lineOf(plot: Plot, values: ArrayLike<number>, look: Stroke, xs?: ArrayLike<number>): Shape[] {
  return runsOf(values)
    .filter((run) => run.length > 1)
    .map((run) =>
      path(
        run.map((i): Point => [plot.x(xs?.[i] ?? i), plot.y(values[i] ?? 0)]),
        look,
      ),
    );
}

/** The surface between two columns, broken where either is missing. */
export function bandOf(
  plot: Plot,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  look: { readonly fill: string; readonly opacity?: number },
  xs?: ArrayLike<number>,
): Shape[] {
  const corner = (column: ArrayLike<number>, i: number): Point => [plot.x(xs?.[i] ?? i), plot.y(column[i] ?? 0)];
  return runsOf(lower, upper)
    .filter((run) => run.length > 1)
    .map((run) =>
      surface(
        [...run.map((i) => corner(upper, i)), ...run.toReversed().map((i) => corner(lower, i))],
        look.fill,
        look.opacity,
      ),
    );
}
