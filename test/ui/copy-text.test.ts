import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyText, csvText } from '../../renderer/ui/copy-text';
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
