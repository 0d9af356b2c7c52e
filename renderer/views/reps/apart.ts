/**
 * What tells two figures apart: their difference with its own interval, worked out from the limits of each by squaring and adding, which for shares is
 * Newcombe's interval; source: domain specification 5.2, 5.3.
 */
import type { Standing } from './verdict';

/** A figure that may be judged: with an interval and enough evidence. */
export interface Known extends Standing {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** True of what may be ranked. */
export function known(standing: Standing): standing is Known {
  return !standing.thin && standing.value !== null && standing.lower !== null && standing.upper !== null;
}

/** How far one figure lies above another, and where that difference may lie. */
export function differenceOf(one: Known, other: Known): { value: number; lower: number; upper: number } {
  const value = one.value - other.value;
  return {
    value,
    lower: value - Math.hypot(one.value - one.lower, other.upper - other.value),
    upper: value + Math.hypot(one.upper - one.value, other.value - other.lower),
  };
}

/** How sure one figure lies above another; null where the interval of their difference holds 0. */
export function sureAbove(one: Known, other: Known): number | null {
  const { value, lower } = differenceOf(one, other);
  return lower > 0 ? normal((limit * value) / (value - lower)) : null;
}

/** Probability that the spread of these figures is chance alone, from the weighted squares about their mean; 1 with fewer than two. */
export function chanceOfSpread(figures: readonly Known[]): number {
  const weights = figures.map(({ lower, upper }) => ((2 * limit) / (upper - lower)) ** 2);
  const sum = (of: (figure: Known, weight: number) => number): number =>
    figures.reduce((all, figure, i) => all + of(figure, weights[i] ?? 0), 0);
  const mean = sum(({ value }, weight) => weight * value) / sum((_, weight) => weight);
  const squares = sum(({ value }, weight) => weight * (value - mean) ** 2);
  return figures.length < 2 ? 1 : chiSquareTail(squares, figures.length - 1);
}

/** Cases each of the two would need on top for their difference, were it to stay, to be told from 0; null where that cannot be said. */
export function moreEach(one: Known, other: Known): number | null {
  const gap = one.value - other.value;
  const [n, m] = [one.n ?? 0, other.n ?? 0];
  if (gap <= 0 || n <= 0 || m <= 0) return null;
  // An interval narrows with the root of its cases: (a / (n + x)) + (b / (m + x)) is the square of the gap.
  const a = n * (one.value - one.lower) ** 2;
  const b = m * (other.upper - other.value) ** 2;
  const [square, linear, rest] = [gap ** 2, gap ** 2 * (n + m) - a - b, gap ** 2 * n * m - a * m - b * n];
  const more = (Math.sqrt(Math.max(0, linear ** 2 - 4 * square * rest)) - linear) / (2 * square);
  return more > 0 ? Math.ceil(more) : null;
}

/** Probability that one is ahead of another, from their intervals taken as normal; right to about two points where n is above 30. */
export function probabilityAhead(a: Known, b: Known): number {
  const spread = (each: Known): number => (each.upper - each.lower) / (2 * limit);
  const width = Math.hypot(spread(a), spread(b));
  return width > 0 ? normal((a.value - b.value) / width) : a.value > b.value ? 1 : 0.5;
}

/** Half the width of a 95 percent interval in standard errors. */
const limit = 1.959964;

// Wilson and Hilferty: the cube root is nearly normal, within a thousandth where it matters.
function chiSquareTail(value: number, df: number): number {
  const variance = 2 / (9 * df);
  return 1 - normal((Math.cbrt(value / df) - (1 - variance)) / Math.sqrt(variance));
}

// Abramowitz and Stegun 26.2.17, within 7.5e-8.
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
