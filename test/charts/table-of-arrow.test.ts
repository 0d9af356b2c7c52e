import fc from 'fast-check';
import { Float64, Utf8, makeVector, tableToIPC, vectorFromArray, Table as ArrowTable } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { arrowOf } from '../../electron/db/arrow';
import type { Table as EngineTable } from '../../electron/model/table';
import { numberColumn, textColumn } from '../../electron/model/table';
import { numbersOf, tableOf, textsOf, unitOf } from '../../renderer/charts/table';
import type { Table } from '../../renderer/charts/table';
import { tableOfArrow } from '../../renderer/charts/table-of-arrow';

describe('tableOfArrow', () => {
  test('every unit comes back as it was sent, missing cells included', () => {
    const sent: EngineTable = {
      length: 3,
      columns: [
        textColumn('source', 'label', ['Referral', null, 'Referral']),
        numberColumn('value', 'ratio', [0.284, null, 0.1]),
        numberColumn('n', 'count', [67, 0, null]),
        numberColumn('median_days', 'days', [21.5, null, 3]),
        numberColumn('amount', 'money', [1842.5, -3, null]),
        numberColumn('on', 'date', [20726, null, -1]),
        numberColumn('at', 'instant', [1_790_763_720_000, null, 0]),
        numberColumn('complete', 'flag', [1, 0, null]),
      ],
    };
    expect(tableOfArrow(arrowOf(sent))).toEqual(sent);
  });

  test('an empty table keeps its columns and their units', () => {
    const sent: EngineTable = {
      length: 0,
      columns: [textColumn('team', 'label', []), numberColumn('value', 'money', []), numberColumn('done', 'flag', [])],
    };
    const got = tableOfArrow(arrowOf(sent));
    expect(got.length).toBe(0);
    expect(got.columns.map((column) => [column.name, column.unit])).toEqual([
      ['team', 'label'],
      ['value', 'money'],
      ['done', 'flag'],
    ]);
  });

  test('counts too large for 32 bits stay exact', () => {
    const sent: EngineTable = { length: 2, columns: [numberColumn('n', 'count', [3e9, 9_007_199_254_740_991])] };
    expect([...numbersOf(tableOfArrow(arrowOf(sent)), 'n')]).toEqual([3e9, 9_007_199_254_740_991]);
  });

  test('plain texts and fields without a unit are read too', () => {
    const bytes = tableToIPC(
      new ArrowTable({
        name: vectorFromArray(['a', null, 'a', 'b'], new Utf8()),
        x: makeVector({ type: new Float64(), data: Float64Array.of(1, 2, 3, 4), length: 4 }),
      }),
      'stream',
    );
    const got = tableOfArrow(bytes);
    expect(textsOf(got, 'name')).toEqual(['a', null, 'a', 'b']);
    expect(unitOf(got, 'name')).toBe('label');
    expect([...numbersOf(got, 'x')]).toEqual([1, 2, 3, 4]);
  });

  test('any flags survive, whatever their number', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1, null), { maxLength: 70 }), (flags) => {
        const got = tableOfArrow(arrowOf({ length: flags.length, columns: [numberColumn('f', 'flag', flags)] }));
        expect([...numbersOf(got, 'f')]).toEqual(flags.map((flag) => flag ?? NaN));
      }),
    );
  });
});

test("the engine's tables are tables of a chart", () => {
  const sent: EngineTable = { length: 1, columns: [numberColumn('n', 'count', [1])] };
  const same: Table = sent;
  expect(same).toBe(sent);
});

test('a column that is not there is all missing', () => {
  const table = tableOf(...[numberColumn('n', 'count', [1, 2])]);
  expect([...numbersOf(table, 'value')]).toEqual([NaN, NaN]);
  expect(textsOf(table, 'team')).toEqual([null, null]);
  expect(unitOf(table, 'team')).toBeUndefined();
});
