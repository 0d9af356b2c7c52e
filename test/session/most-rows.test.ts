import { expect, it } from 'vitest';
import { numberColumn, numbersOf, textColumn } from '../../electron/model/table';
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

it('ascends where that is asked, and goes by texts as well, missing ones last', () => {
  const named = { ...table, columns: [...table.columns, textColumn('name', 'label', ['b10', 'B2', null, 'a'])] };
  const by = (column: string, ascending: boolean) => [
    ...numbersOf(mostOf(named, { rows: 3, by: column, ascending }), 'row'),
  ];
  expect(by('money', true)).toEqual([0, 3, 2]);
  expect(by('name', true)).toEqual([3, 1, 0]);
  expect(by('name', false)).toEqual([0, 1, 3]);
});

it('an answer that fits, or of which all is wanted, stays as it is', () => {
  expect(kept(4)).toEqual([0, 1, 2, 3]);
  expect(mostOf(table, undefined)).toBe(table);
});
