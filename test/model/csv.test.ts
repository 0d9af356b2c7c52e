import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvBlocks, csvOf } from '../../electron/model/csv';
import type { Cell, Table } from '../../electron/model/table';
import { cellOf, numberColumn, textColumn } from '../../electron/model/table';

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

// The same told cell by cell, as one reads the rules.
function plainly(table: Table): Buffer {
  const quoted = (cell: Cell): string => {
    if (typeof cell !== 'string') return cell === null ? '' : String(cell);
    const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const heads = table.columns.map(({ name }) => quoted(name));
  const rows = Array.from({ length: table.length }, (_, row) =>
    table.columns.map((column) => quoted(cellOf(column, row))),
  );
  return Buffer.from([heads, ...rows].map((cells) => `${cells.join(',')}\r\n`).join(''), 'utf8');
}

// Copies, because a block is good only until the next is asked for.
function copied(table: Table): Buffer {
  const parts: Buffer[] = [];
  for (const block of csvBlocks(table)) parts.push(Buffer.from(block));
  return Buffer.concat(parts);
}

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^[=+@a-z0-9\t",\r\n-]{0,8}$/),
  fc.constantFrom(
    '',
    '-1',
    '=1+1',
    "'",
    'Ω',
    'é,',
    '\ud800',
    '\udc00',
    '\ufeffx',
    '\r',
    'a\tb',
    'D-0001',
    '0',
    '9a',
    ';',
    '/x',
  ),
);
const numbers = fc.oneof(
  fc.double(),
  fc.integer({ min: -3_000_000_000, max: 3_000_000_000 }).map((cents) => cents / 100),
  fc.integer().map((whole) => whole / 10_000),
  fc.constantFrom(
    0,
    -0,
    0.1,
    0.29,
    1.005,
    21_474_836.47,
    21_474_836.48,
    1e21,
    1e-7,
    5e-324,
    Infinity,
    -Infinity,
    NaN,
    100,
    9.5,
  ),
);
const days = fc.oneof(fc.integer({ min: -40_000, max: 80_000 }), fc.constantFrom(NaN, 20_000, 20_001));
const instants = fc.oneof(
  fc.integer({ min: 1_700_000_000_000, max: 1_700_000_100_000 }),
  fc.constantFrom(NaN, 0, 86_399_999),
);

it('are the bytes of the rules told cell by cell, whatever the cells hold', () => {
  const rows = fc.array(fc.tuple(fc.option(texts), numbers, days, instants, fc.constantFrom(0, 1, NaN)), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(rows, texts, (cells, head) => {
      const column = <K extends 0 | 1 | 2 | 3 | 4>(k: K) => cells.map((row) => row[k]);
      const table: Table = {
        length: cells.length,
        columns: [
          textColumn(head, 'label', column(0)),
          numberColumn('money', 'money', column(1)),
          numberColumn('day', 'date', column(2)),
          numberColumn('at', 'instant', column(3)),
          numberColumn('flag', 'flag', column(4)),
        ],
      };
      expect(copied(table).equals(plainly(table))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('are the same over many pieces, with texts longer than one and of more than one byte', () => {
  const length = 5_000;
  const text = (i: number): string => (i === 4_000 ? 'é'.repeat(300_000) : i % 7 === 0 ? `Kedai "${i}", ☂` : `D-${i}`);
  const table: Table = {
    length,
    columns: [
      textColumn(
        'id',
        'label',
        Array.from({ length }, (_, i) => (i % 11 === 0 ? null : text(i))),
      ),
      numberColumn(
        'amount',
        'money',
        Array.from({ length }, (_, i) => (i * 7_919) / 100),
      ),
      textColumn(
        'rep',
        'label',
        Array.from({ length }, (_, i) => `Rep ${i % 3}`),
      ),
    ],
  };
  expect([...csvBlocks(table)].length).toBeGreaterThan(3);
  expect(copied(table).equals(plainly(table))).toBe(true);
  expect(csvOf(table)).toBe(plainly(table).toString('utf8'));
  expect(csvOf({ length: 2, columns: [] })).toBe('\r\n\r\n\r\n');
});
