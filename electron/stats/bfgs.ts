/* Smooth minimisation of a few variables from a value and its gradient.
 * Source: Broyden-Fletcher-Goldfarb-Shanno with the bisection line search of Lewis and Overton (2013), weak Wolfe conditions.
 * Meant for 2 to 6 variables; finds a local minimum, so callers give several starts. */

/** Value at `x`; writes the gradient at `x` into `gradient`. May return Infinity outside its domain. */
export type SmoothFunction = (x: Float64Array, gradient: Float64Array) => number;

/** Where the search ended. */
export interface Minimum {
  x: Float64Array;
  value: number;
  evaluations: number;
  /** True when the gradient vanished or no further decrease is representable. */
  converged: boolean;
}

/** Limits of a search. `tolerance` is the largest gradient component, relative to 1 + |value|, that counts as zero. */
export interface SearchLimits {
  tolerance?: number;
  maxEvaluations?: number;
}

const SUFFICIENT_DECREASE = 1e-4;
const CURVATURE = 0.9;
const LONGEST_STEP = 4;
// A decrease this small, relative to the value, is lost in the rounding of sums over a million terms.
const ROUNDING = 1e-13;

interface Point {
  x: Float64Array;
  gradient: Float64Array;
  value: number;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function largest(a: Float64Array): number {
  return a.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
}

function identity(n: number, scale: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = scale;
  return matrix;
}

/** Direction of descent `-H·gradient`, no component longer than the longest step. */
function descent(inverse: Float64Array, gradient: Float64Array): Float64Array {
  const n = gradient.length;
  const direction = new Float64Array(n);
  for (let i = 0; i < n; i++) direction[i] = -dot(inverse.subarray(i * n, i * n + n), gradient);
  const top = largest(direction);
  return top > LONGEST_STEP ? direction.map((value) => (value * LONGEST_STEP) / top) : direction;
}

/** The BFGS update of the inverse Hessian from a step `s` and the change of gradient `y`. */
function update(inverse: Float64Array, s: Float64Array, y: Float64Array): void {
  const n = s.length;
  const sy = dot(s, y);
  if (!(sy > 1e-300)) return;
  const hy = new Float64Array(n);
  for (let i = 0; i < n; i++) hy[i] = dot(inverse.subarray(i * n, i * n + n), y);
  const factor = (1 + dot(y, hy) / sy) / sy;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      inverse[i * n + j]! += factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy;
    }
  }
}

/** A point along `direction` that meets the weak Wolfe conditions, or the lowest one seen; null when none is lower. Rests after each evaluation. */
function* search(
  evaluate: (x: Float64Array) => Point,
  from: Point,
  direction: Float64Array,
): Generator<undefined, Point | null> {
  const slope = dot(from.gradient, direction);
  let low = 0;
  let high = Infinity;
  let step = 1;
  let best: Point | null = null;
  for (let tries = 0; tries < 25; tries++) {
    const next = evaluate(from.x.map((value, i) => value + step * direction[i]!));
    yield;
    if (next.value < (best ?? from).value) best = next;
    if (!(next.value <= from.value + SUFFICIENT_DECREASE * step * slope)) high = step;
    else if (dot(next.gradient, direction) < CURVATURE * slope) low = step;
    else return next;
    step = high === Infinity ? 2 * low : (low + high) / 2;
    if (best !== null && tries > 12) break;
  }
  return best;
}

/** What steps come to, taken one after the other without a rest. */
export function withoutRest<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Local minimum of `f` near `start`, one evaluation of `f` a step, so that others can have their turn where one is long. */
export function* smoothSteps(
  f: SmoothFunction,
  start: ArrayLike<number>,
  limits: SearchLimits = {},
): Generator<undefined, Minimum> {
  const { tolerance = 1e-9, maxEvaluations = 500 } = limits;
  let evaluations = 0;
  const evaluate = (x: Float64Array): Point => {
    evaluations++;
    const gradient = new Float64Array(x.length);
    return { x, gradient, value: f(x, gradient) };
  };
  let here = evaluate(Float64Array.from(start));
  const n = here.x.length;
  let inverse = identity(n, 1 / Math.max(1, largest(here.gradient)));
  let fresh = true;
  while (evaluations < maxEvaluations) {
    if (largest(here.gradient) <= tolerance * (1 + Math.abs(here.value))) {
      return { x: here.x, value: here.value, evaluations, converged: true };
    }
    const next = yield* search(evaluate, here, descent(inverse, here.gradient));
    if (next === null || here.value - next.value <= ROUNDING * (1 + Math.abs(here.value))) {
      if (fresh) return { x: here.x, value: here.value, evaluations, converged: true };
      inverse = identity(n, 1 / Math.max(1, largest(here.gradient)));
      fresh = true;
      continue;
    }
    const step = next.x.map((value, i) => value - here.x[i]!);
    const change = next.gradient.map((value, i) => value - here.gradient[i]!);
    if (fresh) inverse = identity(n, Math.max(1e-12, dot(step, change)) / Math.max(1e-300, dot(change, change)));
    update(inverse, step, change);
    fresh = false;
    here = next;
  }
  return { x: here.x, value: here.value, evaluations, converged: false };
}

/** The lowest of the local minima reached from several starts. Throws when no start is given. */
export function minimiseFromStarts(
  f: SmoothFunction,
  starts: readonly ArrayLike<number>[],
  limits: SearchLimits = {},
): Minimum {
  return withoutRest(stepsFromStarts(f, starts, limits));
}

/** The same one evaluation of `f` a step. */
export function* stepsFromStarts(
  f: SmoothFunction,
  starts: readonly ArrayLike<number>[],
  limits: SearchLimits = {},
): Generator<undefined, Minimum> {
  const minima: Minimum[] = [];
  for (const start of starts) minima.push(yield* smoothSteps(f, start, limits));
  return minima.reduce((best, next) => (next.value < best.value ? next : best));
}
