// @vitest-environment page
import { read } from 'hucre';
import JSZip from 'jszip';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../electron/db/run';
import type { Deck } from '../../electron/model/deck';
import { textsOf } from '../../electron/model/table';
import type { ReviewContent } from '../../electron/review/content/content';
import { deckFrom, freshSlide } from '../../electron/review/templates';
import { lawful } from '../../electron/review/svg';
import type { Format } from '../../electron/review/write';
import { writeReview } from '../../electron/review/write';
import { Grounds } from '../../electron/session/ground';
import { tellDeck } from '../../electron/session/review';
import { OpenDeck } from '../session/open-deck';
import { hasSharedData, sharedData } from '../shared-data';
import { hostile } from './content';

/*
 * A workspace whose people, customers, reasons and stages are called what would do harm, told and written in every format: each part is well-formed, every name
 * arrives as the letters it is, and no cell runs.
 */
const fromLists = !hasSharedData
  ? []
  : ['hostile-cells.csv', 'naughty-strings.csv'].flatMap((file) =>
      readFileSync(sharedData('csv-torture', 'files', file), 'utf8')
        .split(/\r?\n/)
        .flatMap((line) => /^[^,]*,"?(.{3,60}?)"?$/su.exec(line)?.[1]?.replaceAll('""', '"') ?? [])
        .filter((text, i) => i % 11 === 0 && /\p{L}/u.test(text)),
    );

const names = [
  ...new Set(
    [
      ...hostile,
      ...fromLists,
      '__proto__',
      'constructor',
      "Robert'); drop table opportunities; --",
      '<script>alert(1)</script>',
      '{{7*7}} ${7*7} %s%n',
      '-2+3',
      '_x0041_',
      '\u202Ereversed\u202C',
      'a\u0301\u0327 \u{1F469}\u200D\u{1F680} \u0E01\u0E33',
    ].map((text) => text.trim()),
  ),
];

const chunk = 8;
let open: OpenDeck;
let content: ReviewContent;
let told: ReadonlySet<string>;

beforeAll(async () => {
  open = await OpenDeck.fresh();
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = names.flatMap((name, i) =>
    [0, 1, 2].map((k) =>
      [`d${i}-${k}`, name, name, '2026-01-05', k === 0 ? '=cmd|x' : 'Lost', '2026-02-05', k === 0, 10 + i, name]
        .map((cell) => quoted(String(cell)))
        .join(','),
    ),
  );
  const head = 'opportunity_id,account_id,owner_id,created_at,stage,closed_at,is_won,amount,loss_reason';
  const report = await open.loadText('opportunities.csv', [head, ...rows].join('\n'), {
    'opportunities.csv': { stages: { '=cmd|x': 'won', Lost: 'lost' } },
  });
  expect([report.read, report.rejected, report.skipped]).toEqual([names.length * 3, 0, 0]);
  const { database, definitions } = open.workspace;
  const grounds = new Grounds(database, definitions.settings, definitions.revision);
  const reps = textsOf(
    await database.read((connection) => query(connection, 'select distinct owner_id from opportunities order by 1')),
    'owner_id',
  ).flatMap((rep) => rep ?? []);
  told = new Set(reps);
  content = (await tellDeck({ workspace: open.workspace, grounds }, deckOf(reps), { locale: 'en' })).content;
}, 60_000);

afterAll(() => open.close());

// Every person on a slide of few, so that each stands on one.
function deckOf(reps: readonly string[]): Deck {
  const quarter = { kind: 'quarters', count: 1, back: 0 } as const;
  const people = Array.from({ length: Math.ceil(reps.length / chunk) }, (_, i) => ({
    ...freshSlide(`people ${i} ${reps[i] ?? ''}`, 'groups', i % 2 === 0 ? 'win-rate' : 'bookings', quarter, {
      by: ['rep'],
      filters: { rep: reps.slice(i * chunk, (i + 1) * chunk) },
    }),
    headline: `${reps[i] ?? ''} of all`,
    note: reps.slice(i * chunk, (i + 1) * chunk).join('\n'),
  }));
  const lost = freshSlide('lost', 'shares', 'loss-profile', quarter);
  return { ...deckFrom('quarterly', { year: 2026, quarter: 1 }, null), slides: [...people, lost] };
}

const written = (format: Format, slide: number | null = null): Promise<Uint8Array> =>
  writeReview(content, { format, ratio: '16:9', paper: 'slide', brand: null, slide });

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const entry of Object.values((await JSZip.loadAsync(bytes)).files)) {
    if (entry.dir) continue;
    if (!entry.name.endsWith('.xlsx')) parts.set(entry.name, await entry.async('string'));
    else
      for (const [name, text] of await partsOf(await entry.async('uint8array')))
        parts.set(`${entry.name}/${name}`, text);
  }
  return parts;
}

// Texts of the leaves of a part; fails where it is not well-formed.
function leavesOf(name: string, text: string): readonly string[] {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  expect([name, document.getElementsByTagName('parsererror').length]).toEqual([name, 0]);
  return [...document.getElementsByTagName('*')].flatMap((node) =>
    node.children.length === 0 ? (node.textContent ?? '') : [],
  );
}

// What no XML document may hold stands as its code in a sheet and as a sign of its own elsewhere.
function expectAll(has: (text: string) => boolean): void {
  expect([...told].filter((name) => !has(name) && !has(lawful(name)))).toEqual([]);
}

describe('hostile names in a told review', { timeout: 60_000 }, () => {
  it('come in as they are', () => {
    expect(told.size).toBeGreaterThan(12);
    for (const name of ['__proto__', '=cmd|calc!A1', '<script>alert(1)</script>']) expect(told).toContain(name);
    expect(content.leftOut).toEqual([]);
  });

  it('are categories of charts and cells of their sheets in the slides, every part well-formed', async () => {
    const found = new Set<string>();
    for (const [name, text] of await partsOf(await written('pptx'))) {
      if (!/\.(?:xml|rels|svg)$/.test(name)) continue;
      const leaves = leavesOf(name, text);
      if (/charts\/chart\d+\.xml$|\.xlsx\/xl\//.test(name)) for (const leaf of leaves) found.add(leaf);
      expect(name.includes('.xlsx/') && /<f[\s>]/.test(text) ? name : '').toBe('');
    }
    // A label may say its figure and n behind the name; under dots a name goes on lines, and is whole in the sheet.
    expectAll((name) => [...found].some((text) => text.startsWith(name)));
  });

  it('are text in the sheets, and no cell is a formula', async () => {
    const bytes = await written('xlsx');
    for (const [name, text] of await partsOf(bytes)) {
      leavesOf(name, text);
      expect(/<f[\s>]/.test(text) ? name : '').toBe('');
    }
    const book = await read(bytes);
    const firsts = new Set(book.sheets.flatMap(({ rows }) => rows.map((row) => String(row[0] ?? ''))));
    expectAll((name) => firsts.has(name));
  });

  it('are no formula in CSV', async () => {
    const texts = [...(await partsOf(await written('csv'))).values()];
    const runs = texts.flatMap((text) => text.split('\r\n').filter((row) => /^"?[=+@\t-]/.test(row)));
    expect(runs).toEqual([]);
    expect(texts.join('')).toContain("'=cmd|calc!A1");
  });

  it('are letters in the page and in every drawing', async () => {
    const page = new DOMParser().parseFromString(new TextDecoder().decode(await written('html')), 'text/html');
    expect(page.querySelectorAll('script, img, [onerror]')).toHaveLength(0);
    expect(page.body.textContent).toContain('<script>alert(1)</script>');
    for (const [name, text] of await partsOf(await written('svg'))) leavesOf(name, text);
  });
});
