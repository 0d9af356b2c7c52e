import { expect, test } from 'vitest';
import { sharedRanks } from '../../electron/stats/rank';

test('ties in ranking: equals share the better place, 1, 2, 2, 4', () => {
  expect(sharedRanks([0.3, 0.9, 0.5, 0.5])).toEqual([4, 1, 2, 2]);
});

test('the smallest can be first, and nothing has no place', () => {
  expect(sharedRanks([3, null, 1], { ascending: true })).toEqual([2, null, 1]);
  expect(sharedRanks([])).toEqual([]);
});
