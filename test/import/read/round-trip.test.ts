import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../electron/import/read';
import type { ReadOptions } from '../../../electron/import/read';
import { scratchFolder } from './scratch';

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

const runs = Number(process.env['QUARTERDECK_RUNS'] ?? 300);

interface Written {
  header: string[];
  rows: string[][];
  delimiter: string;
  quote: string;
  newline: string;
  encoding: (typeof encodings)[number];
  addBOM: boolean;
  always: boolean;
}

/** Cells that are text and nothing else: no totals, no lone blanks, no comment sign, which a reader may judge. */
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.constantFrom('a,b', 'x;y', 'tab\there', 'say "hi"', "it's", 'two\nlines', 'back\\slash', '"', '""', 'é ü ñ') },
  { weight: 2, arbitrary: fc.integer().map(String) },
);
const plainCell = cell.map((text) => text.replaceAll('\r', '').replace(/^\s*#/, ''));

const written: fc.Arbitrary<Written> = fc.integer({ min: 2, max: 6 }).chain((width) =>
  fc.record({
    header: fc.constant(Array.from({ length: width }, (_, i) => `column ${String.fromCharCode(97 + i)}`)),
    rows: fc.array(fc.array(plainCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }).map((rows) => rows.map((row, i) => [`row ${i}`, ...row.slice(1)])),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    quote: fc.constantFrom('"', "'"),
    newline: fc.constantFrom('\n', '\r\n'),
    encoding: fc.constantFrom(...encodings),
    addBOM: fc.boolean(),
    always: fc.boolean(),
  }),
);

function write({ header, rows, delimiter, quote, newline, encoding, addBOM, always }: Written): Buffer {
  const field = (text: string): string => {
    const needed = always || [delimiter, quote, '\n', '\r'].some((mark) => text.includes(mark)) || /^\s|\s$/.test(text);
    return needed ? quote + text.replaceAll(quote, quote + quote) + quote : text;
  };
  const text = [header, ...rows].map((row) => row.map(field).join(delimiter) + newline).join('');
  return iconv.encode(text, encoding, { addBOM: addBOM && encoding.startsWith('utf') });
}

const told = ({ delimiter, quote, encoding }: Written): ReadOptions => ({ delimiter, quote, encoding, headerLine: 1 });

describe('any table written in a dialect', { timeout: 120_000 }, () => {
  const place = scratchFolder();

  it('is read back cell by cell when the dialect is told', async () => {
    let quiet = 0;
    await fc.assert(
      fc.asyncProperty(written, async (table) => {
        const path = place('told.csv', write(table));
        const read = await readTable(path, told(table));
        expect(read.header).toEqual(table.header);
        // A row that could as well be a footer or a second header may be left out, but never without a word.
        if (read.warnings.length + read.setAside.length > 0) return;
        quiet++;
        expect(read.rows).toEqual(table.rows);
        const breaks = [...table.header, ...table.rows.flat()].join('').split('\n').length - 1;
        expect(read.lines.read).toBe(1 + table.rows.length + breaks);
        expect(read.lines.header + read.lines.data).toBe(read.lines.read);
      }),
      { numRuns: runs },
    );
    expect(quiet).toBeGreaterThan(runs * 0.8);
  });

  it('is read back or spoken about when nothing is told', async () => {
    await fc.assert(
      fc.asyncProperty(written, async (table) => {
        // Apostrophes that quote nothing cannot be told from text.
        fc.pre(table.quote === '"' || table.always);
        const path = place('untold.csv', write(table));
        const read = await readTable(path);
        const said = read.warnings.length + read.setAside.length > 0;
        if (said) return;
        expect({ header: read.header, rows: read.rows }).toEqual({ header: table.header, rows: table.rows });
      }),
      { numRuns: runs },
    );
  });
});
