import fc from 'fast-check';
import { read } from 'hucre';
import { expect, it } from 'vitest';
import { cellOf, numberColumn, textColumn } from '../../electron/model/table';
import type { Cell, Column } from '../../electron/model/table';
import type { Picture } from '../../electron/review/content/content';
import { units } from '../../electron/model/units';
import { xlsxOf } from '../../electron/review/xlsx';
import { format } from '../../renderer/i18n/format';
import { hostile, reviewOf } from './content';

const texts = fc.oneof(
  fc.constantFrom(
    ...hostile,
    '=1+1',
    '@x',
    '-2',
    '007',
    '1e5',
    'TRUE',
    '2026-01-01',
    ' edge ',
    '_x0041_',
    'a\u0001b\r\nc',
    'Zoë 😀',
  ),
  fc.string({ maxLength: 30 }),
);

const column = (length: number) =>
  fc.oneof(
    fc
      .array(fc.option(texts), { minLength: length, maxLength: length })
      .map((values): Column => textColumn('name', 'label', values)),
    // Few texts among many rows are shared between the cells.
    fc
      .array(fc.option(fc.constantFrom(...hostile.slice(0, 2))), { minLength: length, maxLength: length })
      .map((values): Column => textColumn('source', 'label', values)),
    fc
      .tuple(
        fc.constantFrom(...units.filter((unit) => !['label', 'date', 'instant', 'flag'].includes(unit))),
        fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })), {
          minLength: length,
          maxLength: length,
        }),
      )
      .map(([unit, values]): Column =>
        numberColumn(
          'value',
          unit,
          values.map((value) => value ?? NaN),
        ),
      ),
    fc
      .array(fc.option(fc.integer({ min: -40_000, max: 40_000 })), { minLength: length, maxLength: length })
      .map((values): Column =>
        numberColumn(
          'day',
          'date',
          values.map((value) => value ?? NaN),
        ),
      ),
  );

const tables = fc
  .integer({ min: 1, max: 12 })
  .chain((length) => fc.array(column(length), { minLength: 1, maxLength: 5 }).map((columns) => ({ length, columns })));

it('a sheet read back prints every cell as the screen does, and none is a formula', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (table) => {
      const review = reviewOf().slides[0];
      if (!review) throw new Error('no slide');
      const titles = table.columns.map((_, i) => `Column ${i}`);
      const slide = { ...review, twin: { table, titles, currency: 'MYR' } };
      const book = await read(await xlsxOf({ ...reviewOf(), slides: [slide] }));
      const sheet = book.sheets[1];
      expect(sheet?.rows[0]).toEqual(titles);
      for (let row = 0; row < table.length; row++)
        table.columns.forEach((each, i) => {
          const wanted = cellOf(each, row);
          const found: unknown = sheet?.rows[row + 1]?.[i] ?? null;
          if (each.kind === 'text') expect(found).toBe(wanted);
          else expect(printed(each, plain(found))).toBe(printed(each, wanted));
        });
      expect([...(sheet?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

// What a reader of sheets gives for a cell: a day as a Date.
function plain(found: unknown): Cell {
  if (found instanceof Date) return found.toISOString().slice(0, 10);
  return typeof found === 'number' || typeof found === 'string' ? found : null;
}

function printed({ unit }: Column, value: Cell): string {
  return format(unit, value, 'en', { currency: 'MYR', compact: false });
}

it('a grid of cells is a sheet as the slide shows it, numbers as numbers, before the sheet of its rows', async () => {
  const [any] = reviewOf().slides;
  if (!any) throw new Error('no slide');
  const [bad = ''] = hostile;
  const picture: Picture = {
    kind: 'grid',
    columns: ['Measure', 'Q2', 'Change'].map((title) => ({ title, align: 'left', width: 1 })),
    rows: [
      [{ text: bad }, { text: 'RM 2.05M', figure: { unit: 'money', value: 2_054_520.8 } }, { text: '+1' }],
      [{ text: 'a\u0001_x0041_' }, { text: '34.6%', figure: { unit: 'ratio', value: 0.3461 } }, { text: '' }],
      [{ text: '=1' }, { text: '▼\u00a065%*', figure: { unit: 'ratio', value: 0.65, before: '▼\u00a0', after: '*' } }],
    ],
    rest: null,
    from: 'cells',
  };
  const twin = { table: { length: 1, columns: [numberColumn('n', 'count', [7])] }, titles: ['n'], currency: 'MYR' };
  const book = await read(await xlsxOf({ ...reviewOf(), slides: [{ ...any, id: 'grid', number: 3, picture, twin }] }), {
    readStyles: true,
  });
  expect(book.sheets.slice(1).map(({ name }) => name)).toEqual(['3 grid', '3 grid rows']);
  const [, grid, rows] = book.sheets;
  expect(grid?.rows).toEqual([
    ['Measure', 'Q2', 'Change'],
    [bad, 2_054_520.8, '+1'],
    ['a\u0001_x0041_', 0.3461, null],
    ['=1', 0.65, null],
  ]);
  const formats = ['1,1', '2,1', '3,1'].map((at) => grid?.cells?.get(at)?.style?.numFmt);
  expect(formats).toEqual(['"RM "#,##0', '0.0%', '"▼\u00a0"0.0%"*"']);
  expect([...(grid?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  expect(rows?.rows).toEqual([['n'], [7]]);
});
