import { read } from 'hucre';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvOf } from '../../electron/model/csv';
import { everything } from '../../electron/model/question';
import type { Question } from '../../electron/model/question';
import { rowsOf } from '../../electron/model/table';
import { xlsxOf } from '../../electron/review/xlsx';
import { answerMetric } from '../../electron/session/answer';
import { Grounds } from '../../electron/session/ground';
import { dotInterval } from '../../renderer/charts/dot-interval';
import { renderSvg } from '../../renderer/charts/direct';
import { marksIn } from '../../renderer/charts/mark';
import { marksOf } from '../../renderer/charts/theme';
import { namedWords } from '../charts/words';
import { reviewOf } from '../review/content';
import { hasSharedData, sharedData } from '../shared-data';
import { OpenDeck } from './open-deck';

/*
 * Names that would be keys of every object, names that would be statements, and cells that a spreadsheet or a page would run: through the import, a question
 * by them and for one of them, a chart, and the files of an export they are the letters they were.
 */
const torture = (name: string) => sharedData('csv-torture', 'files', name);

describe.skipIf(!hasSharedData)('hostile data', () => {
  let deck: OpenDeck;
  const notes: string[] = [];
  let counts: readonly number[] = [];
  beforeAll(async () => {
    deck = await OpenDeck.fresh();
    for (const line of readFileSync(torture('hostile-cells.csv'), 'utf8').trim().split(/\r?\n/).slice(1)) {
      const cell = line.slice(line.indexOf(',') + 1);
      notes.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    }
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = notes.map((note, i) => `h${i},2026-01-05,Won,${quoted(note)},2026-02-05,${10 + i},${quoted(note)}`);
    const head = 'Deal ID,Created date,Stage,Owner,Close date,Amount,Odd';
    const { files } = await deck.load(
      [torture('proto-names.csv'), torture('sql-names.csv'), deck.file('hostile.csv', [head, ...rows].join('\n'))],
      {
        'proto-names.csv': {
          table: 'opportunities',
          columns: {
            ['__proto__']: 'opportunity_id',
            constructor: 'account_id',
            prototype: 'x_prototype',
            toString: 'stage',
            hasOwnProperty: 'amount',
            valueOf: null,
          },
          date_order: 'dmy',
        },
        'sql-names.csv': {
          table: 'orders',
          columns: {
            select: 'order_id',
            'a"; DROP TABLE deals; --': 'account_id',
            "o'wner": 'rep_id',
            from: null,
            order: 'ordered_at',
          },
          date_order: 'dmy',
        },
      },
    );
    expect(files.map(({ rejected, skipped }) => rejected + skipped)).toEqual([0, 0, 0]);
    counts = files.map(({ read }) => read);
  });
  afterAll(() => deck.close());

  const answer = async (question: Partial<Question>) => {
    const { database, definitions } = deck.workspace;
    const grounds = new Grounds(database, definitions.settings, definitions.revision);
    return answerMetric(await grounds.at(null), 'bookings', { ...everything, ...question });
  };

  it('comes in whole, column names and cells alike', async () => {
    expect(await deck.rows("select count(*) as n from opportunities where opportunity_id like '0%'")).toEqual([
      { n: counts[0] },
    ]);
    expect(await deck.rows('select count(*) as n, count(distinct rep_id) > 0 as sold from orders')).toEqual([
      { n: counts[1], sold: true },
    ]);
    expect(await deck.rows("select x_odd from opportunities where opportunity_id like 'h%' order by amount")).toEqual(
      notes.map((x_odd) => ({ x_odd })),
    );
    expect(await deck.rows('select count(x_value_of) as n, count(x_prototype) as m from opportunities')).toEqual([
      { n: counts[0], m: counts[0] },
    ]);
  });

  it('is asked by and for as it is written', async () => {
    const rows = await deck.ask('bookings', { by: ['rep'] });
    const reps = rows.flatMap(({ rep }) => (typeof rep === 'string' ? [rep] : []));
    for (const note of notes) expect(reps).toContain(note);
    for (const [i, note] of notes.entries()) {
      const [one] = await deck.ask('bookings', { filters: { rep: [note] } });
      expect(one?.['value'], note).toBe(10 + i);
    }
    const extra = await deck.ask('bookings', { by: ['x_odd'], filters: { x_odd: [notes[1] ?? ''] } });
    expect(extra.map(({ value }) => value)).toEqual([11]);
  });

  it('is letters in a chart and in the files of an export', async () => {
    const { table } = await answer({ by: ['rep'] });
    const option = dotInterval(table, { category: 'rep', reference: null }, namedWords('en'), 'en', marksOf('light'));
    const names = marksIn(option).map(({ name }) => name);
    for (const note of notes) expect(names).toContain(note);
    const svg = renderSvg(option, { width: 600, height: 900 }, 'light');
    expect(svg).not.toMatch(/<(?:img|script)\b/i);
    expect(svg).toContain('&lt;img');
    const csv = csvOf(table);
    expect(csv).toContain("'=1+1");
    expect(csv).toContain("'@SUM(A1)");
    expect(csv).not.toMatch(/(?:^|,|\n)"?[=@+]/);
    const [slide] = reviewOf().slides;
    if (!slide) throw new Error('no slide');
    const twin = { table, titles: table.columns.map(({ name }) => name), currency: 'USD' };
    const book = await read(await xlsxOf({ ...reviewOf(), slides: [{ ...slide, twin }] }));
    const [, sheet] = book.sheets;
    const [firstColumn] = table.columns;
    if (!firstColumn) throw new Error('no column');
    expect(sheet?.rows.slice(1).map(([cell]) => cell)).toEqual(rowsOf(table).map((row) => row[firstColumn.name]));
    expect(sheet?.rows.flat()).toContain('=1+1');
    expect([...(sheet?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
  });
});
