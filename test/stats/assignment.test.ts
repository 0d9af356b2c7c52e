import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignBest } from '../../electron/stats/assignment';
import { near } from './near';

type Scores = (number | null)[][];

const sumOf = (scores: Scores, chosen: readonly (number | null)[]): number =>
  chosen.reduce<number>((sum, column, row) => sum + (column === null ? 0 : (scores[row]?.[column] ?? NaN)), 0);

/** Best sum by trying everything, and the matching that ties in row order are settled to. */
function byTrying(scores: Scores): { sum: number; chosen: (number | null)[] } {
  const columns = Math.max(0, ...scores.map((row) => row.length));
  let best = { sum: -Infinity, chosen: [] as (number | null)[] };
  const visit = (row: number, taken: Set<number>, chosen: (number | null)[], sum: number): void => {
    if (row === scores.length) {
      if (sum > best.sum + 1e-9) best = { sum, chosen: [...chosen] };
      return;
    }
    for (let column = 0; column < columns; column++) {
      const score = scores[row]?.[column] ?? null;
      if (score === null || taken.has(column)) continue;
      visit(row + 1, new Set([...taken, column]), [...chosen, column], sum + score);
    }
    visit(row + 1, taken, [...chosen, null], sum);
  };
  visit(0, new Set(), [], 0);
  return best;
}

describe('assignment', () => {
  test('the best sum is not the greedy one', () => {
    // greedy takes 9 + 1; best is 8 + 7
    expect(
      assignBest([
        [9, 8],
        [7, 1],
      ]),
    ).toEqual([1, 0]);
  });

  test('rows or columns may be left over, and a forbidden pair is never made', () => {
    expect(assignBest([[5], [9], [7]])).toEqual([null, 0, null]);
    expect(
      assignBest([
        [null, null],
        [3, null],
      ]),
    ).toEqual([null, 0]);
    expect(assignBest([[1, 9, 4]])).toEqual([1]);
    expect(assignBest([])).toEqual([]);
    expect(assignBest([[], []])).toEqual([null, null]);
  });

  test('a pair that costs more than it brings is not made', () => {
    expect(
      assignBest([
        [-1, -2],
        [3, -4],
      ]),
    ).toEqual([null, 0]);
  });

  test('ties go to the first row and the first column', () => {
    expect(
      assignBest([
        [1, 1, 1],
        [1, 1, 1],
      ]),
    ).toEqual([0, 1]);
    expect(
      assignBest([
        [2, 2],
        [2, null],
      ]),
    ).toEqual([1, 0]);
  });

  test('it equals trying everything, ties included', () => {
    const cell = fc.option(fc.integer({ min: -2, max: 4 }), { freq: 5 });
    const scores = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(scores, (table) => {
        const found = assignBest(table);
        const best = byTrying(table);
        near(sumOf(table, found), best.sum, 1e-9);
        expect(found).toEqual(best.chosen);
        const used = found.filter((column) => column !== null);
        expect(new Set(used).size).toBe(used.length);
      }),
      { numRuns: 300 },
    );
  });

  test('150 by 150 fractions are all placed', () => {
    const table = Array.from({ length: 150 }, (_, i) =>
      Array.from({ length: 150 }, (_cell, j) => ((i * 7919 + j * 104729) % 1000) / 7),
    );
    expect(new Set(assignBest(table)).size).toBe(150);
  });
});
