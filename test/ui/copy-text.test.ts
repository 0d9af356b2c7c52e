import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyText, csvText, spreadsheetCell } from '../../renderer/ui/copy-text';
import type { CellValue } from '../../renderer/ui/table';

interface Row {
  readonly name: CellValue;
  readonly amount: CellValue;
}

const columns = [
  { head: 'Customer', value: (row: Row) => row.name },
  { head: 'Amount, RM', value: (row: Row) => row.amount },
];

describe('copied rows', () => {
  it('begin with their heads and end each line after the last cell', () => {
    expect(copyText(columns, [{ name: 'SMK Taman Desa', amount: 28_400 }])).toBe(
      'Customer\tAmount, RM\nSMK Taman Desa\t28400',
    );
  });

  it('keep a missing cell empty, never zero', () => {
    expect(copyText(columns, [{ name: null, amount: null }])).toBe('Customer\tAmount, RM\n\t');
  });

  it('are never a formula where the text looks like one, and numbers stay numbers', () => {
    expect(copyText(columns, [{ name: '=HYPERLINK("x")', amount: -5 }])).toContain("'=HYPERLINK");
    expect(copyText(columns, [{ name: '=1+1', amount: -5 }])).toMatch(/\t-5$/);
  });

  it('stay on their own line whatever the cell holds', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string(), amount: fc.integer() }), { maxLength: 5 }), (rows) => {
        const lines = copyText(columns, rows).split('\n');
        expect(lines).toHaveLength(rows.length + 1);
        expect(lines.every((line) => line.split('\t').length === 2)).toBe(true);
      }),
    );
  });
});

describe('what a column says is copied', () => {
  const spoken = [
    { head: 'Share, %', value: (row: Row) => row.amount, copied: (row: Row) => Number(row.amount) * 100 },
    { head: 'Undo', value: (row: Row) => row.name, copied: null },
  ];

  it('stands in place of what is sorted, and buttons are left out, in both', () => {
    expect(copyText(spoken, [{ name: 'a', amount: 0.5 }])).toBe('Share, %\n50');
    expect(csvText(spoken, [{ name: 'a', amount: 0.5 }])).toBe('"Share, %"\r\n50\r\n');
  });
});

describe('a cell for a spreadsheet', () => {
  it.each([
    ['ratio', 0.285, 28.5],
    ['ratio', 1 / 3, 33.3333333333],
    ['money', 14_823.537_206_386_265, 14_823.537_206_4],
    ['count', 1_234_567, 1_234_567],
    ['days', 14.1, 14.1],
    ['date', '2026-09-30', '2026-09-30'],
    ['instant', '2026-09-30T15:59:59.000Z', '2026-09-30 15:59:59'],
    ['instant', '2026-09-30T15:59:59.999Z', '2026-09-30 15:59:59.999'],
    ['money', null, null],
  ] as const)('of %s %j is %j', (unit, value, cell) => expect(spreadsheetCell(unit, value)).toBe(cell));
});

describe('rows as CSV', () => {
  it('quote what would break a line', () => {
    expect(csvText(columns, [{ name: 'A "B", C\nD', amount: 1.5 }])).toBe(
      'Customer,"Amount, RM"\r\n"A ""B"", C\nD",1.5\r\n',
    );
  });

  it.each(['=1', '+60123', '-x', '@cmd', '\tx', '\rx'])('mark %j as text', (name) => {
    expect(csvText(columns, [{ name, amount: 0 }])).toContain(`'${name}`);
  });
});
