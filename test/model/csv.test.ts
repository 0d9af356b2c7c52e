import { expect, it } from 'vitest';
import { csvOf } from '../../electron/model/csv';
import { numberColumn, textColumn } from '../../electron/model/table';

it('tables of any length come line by line, each cell once, guarded where it would run', () => {
  // One row, none, and more than one block of them.
  for (const length of [0, 1, 1_000, 2_001]) {
    const numbers = Array.from({ length }, (_, i) => (i % 3 === 0 ? null : i / 4));
    const table = {
      length,
      columns: [
        textColumn(
          'name',
          'label',
          Array.from({ length }, (_, i) => (i % 2 === 0 ? `=${i}` : `a "b", ${i}`)),
        ),
        numberColumn('value', 'score', numbers),
        numberColumn(
          'day',
          'date',
          Array.from({ length }, (_, i) => (i % 5 === 0 ? null : 20_000 + (i % 2))),
        ),
        numberColumn(
          'yes',
          'flag',
          Array.from({ length }, (_, i) => i % 2),
        ),
      ],
    };
    const lines = csvOf(table, ['Name', 'Value', 'Day', 'Yes']).split('\r\n');
    expect([lines[0], lines.at(-1), lines.length]).toEqual(['Name,Value,Day,Yes', '', length + 2]);
    for (let i = 0; i < length; i++) {
      const name = i % 2 === 0 ? `'=${i}` : `"a ""b"", ${i}"`;
      const day = i % 5 === 0 ? '' : i % 2 === 0 ? '2024-10-04' : '2024-10-05';
      expect(lines[i + 1]).toBe(`${name},${numbers[i] ?? ''},${day},${i % 2 === 1}`);
    }
  }
});
