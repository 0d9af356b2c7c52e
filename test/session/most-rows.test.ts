import { expect, it } from 'vitest';
import { numberColumn, numbersOf } from '../../electron/model/table';
import { mostOf } from '../../electron/session/most-rows';

const table = {
  length: 4,
  columns: [numberColumn('money', 'money', [5, null, 9, 5]), numberColumn('row', 'count', [0, 1, 2, 3])],
};

const kept = (rows: number) => [...numbersOf(mostOf(table, { rows, by: 'money' }), 'row')];

it('the largest rows come first, ties in the order of the answer, missing ones last', () => {
  expect(kept(3)).toEqual([2, 0, 3]);
  expect(kept(1)).toEqual([2]);
});

it('an answer that fits, or of which all is wanted, stays as it is', () => {
  expect(kept(4)).toEqual([0, 1, 2, 3]);
  expect(mostOf(table, undefined)).toBe(table);
});
