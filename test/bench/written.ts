/** Writing out: the quarterly review of a large workspace as slides, a long table as a workbook, a longer one as CSV. */
import { createDeflateRaw } from 'node:zlib';
import { closeSync, openSync, writeSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { csvBlocks } from '../../electron/model/csv';
import type { Table } from '../../electron/model/table';
import { cellOf, numberColumn, textColumn } from '../../electron/model/table';
import type { ReviewContent } from '../../electron/review/content/content';
import { writeReview } from '../../electron/review/write';
import type { Figure } from './figure';
import { ratioOf, timesOf } from './figure';
import type { Ground } from './ground';
import { inTurns, timed } from './in-turns';

/** The quarterly template told and written again after its measures were asked once, as every edit of a slide does. */
export async function measureReview(ground: Ground): Promise<Figure[]> {
  const { session } = await ground.filled();
  const deck = await session.deck({ template: 'quarterly', year: 2026, quarter: 3, rep: null });
  const times: number[] = [];
  for (let round = -1; round < ground.rounds; round++) {
    const { ms } = await timed(async () => {
      const { content } = await session.tell(deck, 'en');
      await writeReview(content, { format: 'pptx', ratio: '16:9', paper: 'slide', brand: null, slide: null });
    });
    if (round >= 0) times.push(ms);
  }
  return [timesOf({ name: 'quarterly review', what: 'told and written as slides, measures warm', goal: 6_000 }, times)];
}

/** A sheet of 100,000 rows beside the least that any writer must do: its XML, packed fast, without the container. */
export async function measureWorkbook(ground: Ground): Promise<Figure[]> {
  const table = longTable(100_000);
  const review = sheetsOf(table);
  const wishes = { format: 'xlsx', ratio: '16:9', paper: 'slide', brand: null, slide: null } as const;
  const { ours, theirs } = await inTurns(ground.rounds, {
    ours: () => timed(() => writeReview(review, wishes)),
    theirs: () => timed(() => leastSheet(table)),
  });
  const named = {
    name: 'workbook',
    what: '100,000 rows of 8 columns',
    yardstick: 'the sheet’s XML alone, deflated at level 1',
    goal: 1.3,
  };
  return [ratioOf(named, ours, theirs)];
}

/** A million rows as a CSV file beside the database's own. */
export async function measureCsv(ground: Ground): Promise<Figure[]> {
  const table = longTable(1_000_000);
  const named = (whose: string): string => join(tmpdir(), `quarterdeck-bench-${process.pid}-${whose}.csv`);
  const [file, own] = [named('theirs'), named('ours')];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(
      `create table rows as select 'D-' || lpad(i::varchar, 7, '0') as id, 'Rep ' || i % 40 as rep, 'Customer number ' || i % 5000 as name, 'Source ' || i % 6 as source, 'Product ' || i % 12 as product, (i * 7919 % 1000000) / 100 as amount, date '2024-01-01' + (i % 900)::integer as created, 'Stage ' || i % 7 as stage from range(1000000) as t(i)`,
    );
    const { ours, theirs } = await inTurns(ground.rounds, {
      ours: () => timed(() => Promise.resolve(writeCsv(table, own))),
      theirs: () => timed(() => connection.run(`copy rows to '${file}' (format csv, header)`)),
    });
    const [written, ourWritten] = [(await readFile(file)).length, (await readFile(own)).length];
    if (Math.abs(ourWritten / written - 1) > 0.05) throw new Error(`${ourWritten} bytes beside ${written}`);
    const figure = { name: 'CSV', what: '1,000,000 rows of 8 columns', yardstick: 'COPY of DuckDB', goal: 1.2 };
    return [ratioOf(figure, ours, theirs)];
  } finally {
    connection.closeSync();
    instance.closeSync();
    for (const each of [file, own]) await rm(each, { force: true });
  }
}

function writeCsv(table: Table, file: string): void {
  const out = openSync(file, 'w');
  try {
    for (const block of csvBlocks(table)) writeSync(out, block);
  } finally {
    closeSync(out);
  }
}

function longTable(length: number): Table {
  const texts = (name: string, text: (i: number) => string) =>
    textColumn(
      name,
      'label',
      Array.from({ length }, (_, i) => text(i)),
    );
  const numbers = (name: string, unit: 'money' | 'date', value: (i: number) => number) =>
    numberColumn(
      name,
      unit,
      Float64Array.from({ length }, (_, i) => value(i)),
    );
  return {
    length,
    columns: [
      texts('id', (i) => `D-${String(i).padStart(7, '0')}`),
      texts('rep', (i) => `Rep ${i % 40}`),
      texts('name', (i) => `Customer number ${i % 5000}`),
      texts('source', (i) => `Source ${i % 6}`),
      texts('product', (i) => `Product ${i % 12}`),
      numbers('amount', 'money', (i) => ((i * 7919) % 1_000_000) / 100),
      numbers('created', 'date', (i) => 19_723 + (i % 900)),
      texts('stage', (i) => `Stage ${i % 7}`),
    ],
  };
}

function sheetsOf(table: Table): ReviewContent {
  const slide: ReviewContent['slides'][number] = {
    id: 'rows',
    kind: 'list',
    number: 1,
    headline: '',
    supported: '',
    findings: [],
    shown: '',
    picture: { kind: 'words', paragraphs: [] },
    alt: '',
    notes: [],
    speech: '',
    footer: '',
    twin: { table, titles: table.columns.map(({ name }) => name), currency: 'USD' },
    said: [],
  };
  return { title: 'Rows', owner: '', locale: 'en', currency: 'MYR', day: '2026-09-30', slides: [slide], leftOut: [] };
}

async function leastSheet({ length, columns }: Table): Promise<void> {
  const packer = createDeflateRaw({ level: 1 });
  const packed = new Promise((resolve) => packer.on('end', resolve));
  packer.resume();
  const safe = (text: string): string =>
    text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
  let text = '<worksheet><sheetData>';
  for (let row = 0; row < length; row++) {
    text += '<row>';
    for (const column of columns) {
      const cell = cellOf(column, row);
      text +=
        typeof cell === 'number'
          ? `<c><v>${cell}</v></c>`
          : `<c t="inlineStr"><is><t>${safe(String(cell))}</t></is></c>`;
    }
    text += '</row>';
    if (row % 4000 !== 0) continue;
    if (!packer.write(text)) await new Promise((resolve) => packer.once('drain', resolve));
    text = '';
  }
  packer.end(`${text}</sheetData></worksheet>`);
  await packed;
}
