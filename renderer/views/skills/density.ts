import type { Row } from '../../engine';
import { numberIn, textIn } from '../../frame/answers';

/** A curve of how likely each level is; its height is of no unit. */
export interface Density {
  readonly x: readonly number[];
  readonly height: readonly number[];
}

const points = 161;

/** The curve of what is believed of a cell, from its family and two parameters, over the levels that matter and up to the reference; null where nothing is believed. */
export function densityOf(row: Row): Density | null {
  const [a, b] = [numberIn(row, 'belief_a'), numberIn(row, 'belief_b')];
  const log = a === null || b === null ? null : logDensity(textIn(row, 'belief'), a, b);
  const [lower, upper, reference] = [numberIn(row, 'lower'), numberIn(row, 'upper'), numberIn(row, 'reference')];
  if (!log || lower === null || upper === null || !(upper > lower)) return null;
  const room = (upper - lower) * 0.6;
  const rate = textIn(row, 'measure') === 'ratio';
  const from = Math.max(0, Math.min(lower, reference ?? lower) - room);
  const to = Math.min(rate ? 1 : Infinity, Math.max(upper, reference ?? upper) + room);
  const x = Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1));
  const logs = x.map(log);
  const top = Math.max(...logs);
  return { x, height: logs.map((each) => Math.exp(each - top)) };
}

// Up to a constant, which a curve without a unit does not need.
function logDensity(family: string | null, a: number, b: number): ((x: number) => number) | null {
  switch (family) {
    case 'beta':
      return (x) => (a - 1) * Math.log(x) + (b - 1) * Math.log(1 - x);
    case 'gamma':
      return (x) => (a - 1) * Math.log(x) - b * x;
    case 'log-normal':
      return (x) => -Math.log(x) - (Math.log(x) - a) ** 2 / (2 * b * b);
    default:
      return null;
  }
}
