/* Minimisation of a few variables without a gradient.
 * Source: Nelder and Mead (1965) through fmin, restarted once from where it stopped, since a simplex can collapse early. The library steps
 * by a share of each start value; here every variable starts a unit step away instead, so starts at 0 work. */
import { nelderMead } from 'fmin';

/** Where the search ended. */
export interface SimplexMinimum {
  x: number[];
  value: number;
}

/** Lowest point found from any of the starts. `step` is the size of the first simplex, in the unit of the variables. */
export function minimise(
  f: (x: readonly number[]) => number,
  starts: readonly (readonly number[])[],
  step = 0.5,
): SimplexMinimum {
  let best: SimplexMinimum = { x: [], value: Infinity };
  for (const start of starts) {
    const found = descend(f, descend(f, start, step).x, step / 10);
    if (found.value < best.value) best = found;
  }
  return best;
}

function descend(f: (x: readonly number[]) => number, from: readonly number[], step: number): SimplexMinimum {
  const at = (moves: readonly number[]): number[] => from.map((value, i) => value + step * (moves[i] ?? 0));
  const guarded = (moves: readonly number[]): number => {
    const value = f(at(moves));
    return Number.isNaN(value) ? Infinity : value;
  };
  const origin = from.map(() => 0);
  const found = nelderMead(guarded, origin, { zeroDelta: 1, minErrorDelta: 1e-9, maxIterations: 400 * from.length });
  return { x: at(found.x), value: found.fx };
}
