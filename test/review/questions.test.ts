import fc from 'fast-check';
import { read } from 'hucre';
import { afterAll, expect, it } from 'vitest';
import { catalogue } from '../../electron/analytics';
import type { Cell, Column } from '../../electron/model/table';
import { cellOf, textsOf } from '../../electron/model/table';
import { everything } from '../../electron/model/question';
import type { Question } from '../../electron/model/question';
import { twinOf } from '../../electron/review/content/twin';
import { numberFormat } from '../../electron/review/number-format';
import { xlsxOf } from '../../electron/review/xlsx';
import { words } from '../../renderer/i18n';
import { closeGrounds, groundOf } from '../analytics/ground';
import { proposals, seller, together } from '../analytics/sellers';
import { answerMetric } from '../../electron/session/answer';
import { reviewOf } from './content';

afterAll(closeGrounds);

/** Deals and orders of four people, whose names a spreadsheet or a page would take for something else. */
const people = ['=1+1', '__proto__', '<b>Ann</b>', '007'];
const rows = together(
  { reps: people.map((name, i) => seller(name, { team_id: i % 2 === 0 ? 'North' : '@South' })) },
  ...people.map((name, i) => proposals(name, 12, 4 + i, { account_id: `c${i}`, loss_reason: '-1+1' })),
  {
    accounts: people.map((name, i) => ({
      account_id: `c${i}`,
      name: `${name} Ltd`,
      segment: i % 2 === 0 ? 'SMB' : '1e5',
    })),
    orders: people.flatMap((_, i) =>
      [0, 1, 2, 3].map((k) => ({
        order_id: `${i}-${k}`,
        account_id: `c${i}`,
        ordered_at: `2025-${String(3 + i + k).padStart(2, '0')}-11`,
        amount: 100 + 7 * i + k / 3,
      })),
    ),
  },
);

const metrics = catalogue();
const questions = fc.constantFrom(...metrics).chain(({ id, dimensions }) =>
  fc.record({
    metric: fc.constant(id),
    by: fc.subarray([...dimensions], { maxLength: 2 }),
    days: fc.constantFrom([null, null], ['2025-10-01', '2026-01-01'], ['2025-04-01', '2026-04-01']),
    rep: dimensions.includes('rep') ? fc.option(fc.constantFrom(...people), { freq: 4 }) : fc.constant(null),
  }),
);

it('the sheet of any question is its answer’s table, cell by cell, as what it is and in its format', async () => {
  const ground = await groundOf(rows);
  const [slide] = reviewOf().slides;
  if (!slide) throw new Error('no slide');
  let cells = 0;
  await fc.assert(
    fc.asyncProperty(questions, async ({ metric, by, days: [from = null, to = null], rep }) => {
      const filters: Question['filters'] = rep === null ? {} : { rep: [rep] };
      const answer = await answerMetric(ground, metric, { ...everything, from, to, by, filters });
      const twin = twinOf(answer, words('en'));
      const book = await read(await xlsxOf({ ...reviewOf(), slides: [{ ...slide, twin }] }), { readStyles: true });
      const sheet = book.sheets[1];
      const { table, currency } = twin;
      // Where nobody is to be named there is no column, and so no head.
      expect(sheet?.rows).toHaveLength(table.columns.length > 0 ? table.length + 1 : 0);
      table.columns.forEach((column, c) => {
        for (let row = 0; row < table.length; row++) {
          const found: unknown = sheet?.rows[row + 1]?.[c] ?? null;
          expect(found).toEqual(typed(column, row));
          const cell = sheet?.cells?.get(`${row + 1},${c}`);
          expect(cell?.formula).toBeUndefined();
          if (found === null) continue;
          cells++;
          expect(cell?.style?.numFmt).toBe(numberFormat(column.unit, currency));
        }
      });
    }),
    { numRuns: 80 },
  );
  // How many cells the drawn questions have is chance; that they have some is not.
  expect(cells).toBeGreaterThan(0);
});

it.each([
  ['en', 'Open at the start', 'Q4 FY25', 'Proposal'],
  ['ms', 'Terbuka pada awal', 'S4 TK25', 'Cadangan'],
] as const)(
  'the engine’s own texts are in words in %s, names stay as they are',
  async (locale, bucket, quarter, rung) => {
    const ground = await groundOf(rows);
    const texts = async (metric: string, by: Question['by'], column: string) => {
      const answer = await answerMetric(ground, metric, { ...everything, from: '2025-10-01', to: '2026-01-01', by });
      return new Set(textsOf(twinOf(answer, words(locale)).table, column));
    };
    expect(await texts('pipeline-waterfall', [], 'bucket')).toContain(bucket);
    expect(await texts('win-rate', ['quarter'], 'quarter')).toContain(quarter);
    expect(await texts('stage-conversion', [], 'from_rung')).toContain(rung);
    expect(await texts('win-rate', ['rep'], 'rep')).toEqual(new Set(people));
  },
);

// A cell as a spreadsheet keeps it: a day as a date, a flag as a truth.
function typed(column: Column, row: number): Cell | Date {
  const cell = cellOf(column, row);
  return cell !== null && (column.unit === 'date' || column.unit === 'instant') ? new Date(String(cell)) : cell;
}
