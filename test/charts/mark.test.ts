import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mark } from '../../renderer/charts/mark';
import { walkMarks } from '../../renderer/charts/mark';

function marksAt(cells: readonly (readonly [number, number])[]): Mark[] {
  return cells.map((cell) => ({ where: {}, name: '', lines: [], cell, area: { x: [0, 0], y: [0, 0] } }));
}

test('in one row both pairs of arrows walk along it and stop at its ends', () => {
  const row = marksAt([
    [0, 0],
    [0, 1],
    [0, 5],
  ]);
  expect(walkMarks(row, 0, 'ArrowRight')).toBe(1);
  expect(walkMarks(row, 1, 'ArrowDown')).toBe(2);
  expect(walkMarks(row, 2, 'ArrowRight')).toBe(2);
  expect(walkMarks(row, 1, 'ArrowUp')).toBe(0);
  expect(walkMarks(row, 1, 'Home')).toBe(0);
  expect(walkMarks(row, 0, 'End')).toBe(2);
});

test('in a grid with a ragged edge, up and down go to the nearest column of the next row', () => {
  const grid = marksAt([
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 1],
    [1, 2],
    [2, 1],
  ]);
  expect(walkMarks(grid, 2, 'ArrowDown')).toBe(4);
  expect(walkMarks(grid, 4, 'ArrowDown')).toBe(5);
  expect(walkMarks(grid, 5, 'ArrowUp')).toBe(3);
  expect(walkMarks(grid, 4, 'ArrowRight')).toBe(4);
  expect(walkMarks(grid, 1, 'ArrowLeft')).toBe(0);
});

test('the first arrow goes to the first mark; other keys are not for the chart', () => {
  const row = marksAt([
    [0, 0],
    [0, 1],
  ]);
  expect(walkMarks(row, -1, 'ArrowRight')).toBe(0);
  expect(walkMarks(row, 0, 'a')).toBeNull();
  expect(walkMarks([], 0, 'ArrowRight')).toBeNull();
});

test('every mark of any full grid is reached by arrows alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (rows, columns) => {
      const grid = marksAt(
        Array.from({ length: rows * columns }, (_, i) => [Math.floor(i / columns), i % columns] as const),
      );
      const seen = new Set([0]);
      const open = [0];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
          const next = walkMarks(grid, at, key) ?? at;
          if (!seen.has(next)) open.push(next);
          seen.add(next);
        }
      }
      expect(seen.size).toBe(rows * columns);
    }),
  );
});
