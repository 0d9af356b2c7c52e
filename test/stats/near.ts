import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { sharedData } from '../shared-data';

/** Asserts that a figure is there and lies within `tolerance` of the expected one. */
export function near(actual: number | null | undefined, expected: number, tolerance: number): void {
  expect(actual, `expected ${expected} within ${tolerance}`).toBeTypeOf('number');
  expect(Math.abs((actual ?? NaN) - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(tolerance);
}

/** Asserts agreement to a relative tolerance. */
export function nearRelative(actual: number | null | undefined, expected: number, tolerance: number): void {
  near(actual, expected, tolerance * Math.max(Math.abs(expected), 1e-300));
}

/** A reference file of published values, parsed. The caller names its shape. */
export function reference<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(sharedData('reference', file), 'utf8')) as Shape;
}

/** Rows of a plain reference CSV (no quoted fields), by column name. */
export function referenceRows(...file: string[]): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(sharedData('reference', ...file), 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}
