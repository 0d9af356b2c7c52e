import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EnteredGrid } from '../../electron/contract';
import { tableModel } from '../../electron/model/tables';
import type { TableName } from '../../electron/model/tables';
import { cellsOfText } from '../../renderer/ui/cells-of-text';
import { csvText } from '../../renderer/ui/copy-text';
import {
  columnsOf,
  fieldsNamed,
  isFixed,
  sheetOf,
  typedOf,
  withBlock,
  withLines,
} from '../../renderer/views/data/people/sheet';

function gridOf(table: TableName, imported: EnteredGrid['imported'] = []): EnteredGrid {
  const { fields, key } = tableModel(table);
  return { fields, key, imported, typed: [], importedCount: imported.length };
}

const people = gridOf('reps', [
  { rep_id: 'r1', name: 'Aminah' },
  { rep_id: 'r2', name: 'Badrul' },
]);

test('imported rows come first with what was typed over them, then rows typed alone', () => {
  const typed = [
    { rep_id: 'r2', role: 'ae' },
    { rep_id: 'r9', name: 'Chen' },
  ];
  const rows = sheetOf(people, typed);
  expect(rows.map((row) => [row.imported?.['rep_id'] ?? null, row.typed['role'] ?? null])).toEqual([
    ['r1', null],
    ['r2', 'ae'],
    [null, null],
  ]);
  expect(typedOf(people, rows)).toEqual(typed);
});

test('a block is pasted right and down, past the keys of imported rows and beyond the last row', () => {
  const rows = withBlock(people, sheetOf(people, []), { row: 1, column: 0 }, [
    ['other', 'Badrul bin Ali', 'ae'],
    ['r3', 'Chen', 'sdr'],
  ]);
  expect(isFixed(people, rows[1], 'rep_id')).toBe(true);
  expect(typedOf(people, rows)).toEqual([
    { rep_id: 'r2', name: 'Badrul bin Ali', role: 'ae' },
    { rep_id: 'r3', name: 'Chen', role: 'sdr' },
  ]);
});

test('emptying a typed cell gives the cell of the file back, and a row without typed cells is none', () => {
  const rows = withBlock(people, sheetOf(people, [{ rep_id: 'r1', role: 'ae' }]), { row: 0, column: 2 }, [['']]);
  expect(typedOf(people, rows)).toEqual([]);
});

test('rows of a table whose key nobody types get one each, and its column is not shown', () => {
  const targets = gridOf('targets');
  expect(columnsOf(targets).map(({ name }) => name)).not.toContain('target_id');
  const rows = withBlock(targets, [], { row: 0, column: 0 }, [['r1'], ['r2']]);
  expect(typedOf(targets, rows)).toEqual([
    { target_id: 'entered-1', rep_id: 'r1' },
    { target_id: 'entered-2', rep_id: 'r2' },
  ]);
});

test('rows of a table without a key: those of a file cannot be typed over', () => {
  const thanks = gridOf('recognitions', [{ rep_id: 'r1', at: '2026-01-02' }]);
  const rows = withBlock(thanks, sheetOf(thanks, []), { row: 0, column: 0 }, [['r9'], ['r2']]);
  expect(typedOf(thanks, rows)).toEqual([{ rep_id: 'r2' }]);
});

test('a CSV that was saved comes back as it was', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.trim().replace(/^[=+\-@\t\r'\uFEFF]+/, ''));
  fc.assert(
    fc.property(
      fc.array(fc.record({ rep_id: cell.filter((text) => text !== ''), name: cell, region: cell }), {
        minLength: 1,
        maxLength: 5,
      }),
      (cells) => {
        const distinct = [...new Map(cells.map((row) => [row.rep_id, row])).values()];
        const grid = gridOf('reps');
        const text = csvText(
          grid.fields.map(({ name }) => ({
            head: name,
            value: (row: Readonly<Record<string, string>>) => row[name] ?? null,
          })),
          distinct,
        );
        const [head = [], ...lines] = cellsOfText(text.includes('\t') ? text.replaceAll('\t', ' ') : text);
        const fields = fieldsNamed(grid, head) ?? [];
        const back = typedOf(grid, withLines(grid, [], fields, lines));
        const kept = (row: Readonly<Record<string, string>>): Record<string, string> =>
          Object.fromEntries(
            Object.entries(row)
              .map(([name, value]) => [name, value.replaceAll('\t', ' ').trim()] as const)
              .filter(([, value]) => value !== ''),
          );
        const wanted = distinct.map(kept);
        expect(back).toEqual(wanted);
      },
    ),
    { numRuns: 60 },
  );
});

test('lines of a text are read with tabs or commas, quoted ones whole', () => {
  expect(cellsOfText('a\t"b\n""c"""\r\nd\te\r\n')).toEqual([
    ['a', 'b\n"c"'],
    ['d', 'e'],
  ]);
  expect(cellsOfText('\uFEFFx,"1,5"\ny,')).toEqual([
    ['x', '1,5'],
    ['y', ''],
  ]);
  expect(cellsOfText('')).toEqual([]);
});
