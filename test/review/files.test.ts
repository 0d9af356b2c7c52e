// @vitest-environment page
import { read } from 'hucre';
import JSZip from 'jszip';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvZipOf } from '../../electron/review/csv';
import type { Ratio } from '../../electron/review/draw/layout';
import { drawSlide } from '../../electron/review/draw/slide';
import { htmlOf } from '../../electron/review/html';
import { pptxOf } from '../../electron/review/pptx';
import { svgOf } from '../../electron/review/svg';
import { xlsxOf } from '../../electron/review/xlsx';
import { hostile, pictures, reviewOf } from './content';

const review = reviewOf();
const plain = (text: string): string => text.replace('\u0001', '\uFFFD');

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const [name, entry] of Object.entries(zip.files)) if (!entry.dir) parts.set(name, await entry.async('string'));
  return parts;
}

// Made once: what the tests look at is the same file.
const made = new Map<Ratio, Promise<Map<string, string>>>();
function slidesIn(ratio: Ratio): Promise<Map<string, string>> {
  const known = made.get(ratio) ?? pptxOf(review, ratio, null).then(partsOf);
  made.set(ratio, known);
  return known;
}

const parsed = (text: string): Document => new DOMParser().parseFromString(text, 'application/xml');
const named = (node: Document | Element, name: string): Element[] => [...node.getElementsByTagName(name)];

describe('the slides', () => {
  it('are well-formed, every relationship and type resolved, in both ratios', { timeout: 30_000 }, async () => {
    for (const ratio of ['16:9', '4:3'] as const) {
      const parts = await slidesIn(ratio);
      const types = parsed(parts.get('[Content_Types].xml') ?? '');
      for (const [name, text] of parts) {
        if (/\.(xml|rels)$/.test(name)) expect([name, named(parsed(text), 'parsererror').length]).toEqual([name, 0]);
        if (!name.endsWith('.rels')) continue;
        const folder = posix.dirname(posix.dirname(name));
        for (const rel of named(parsed(text), 'Relationship')) {
          const target = rel.getAttribute('Target') ?? '';
          const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
          expect([name, path, parts.has(path)]).toEqual([name, path, true]);
        }
      }
      const overrides = named(types, 'Override').map((each) => (each.getAttribute('PartName') ?? '').slice(1));
      expect(overrides.filter((name) => !parts.has(name))).toEqual([]);
      const extensions = named(types, 'Default').map((each) => each.getAttribute('Extension'));
      expect(
        [...parts.keys()].filter(
          (name) => !overrides.includes(name) && !extensions.includes(name.split('.').pop() ?? ''),
        ),
      ).toEqual([]);
    }
  });

  it('hold native charts whose cached values are the metric’s own', { timeout: 30_000 }, async () => {
    const parts = await slidesIn('16:9');
    const charts = [...parts.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(6);
    const first = parsed(parts.get('ppt/charts/chart1.xml') ?? '');
    const [values] = named(first, 'c:val');
    const [columns] = pictures;
    const wanted = columns?.kind === 'columns' ? columns.points.map(({ value }) => value) : [];
    expect(values && named(values, 'c:v').map((each) => Number(each.textContent))).toEqual(wanted);
    expect(named(first, 'c:errBars')).toHaveLength(1);
    expect(named(parsed(parts.get('ppt/charts/chart3.xml') ?? ''), 'c:errBars')).toHaveLength(1);
  });

  it.each([
    [
      'c:ser',
      [
        'c:idx',
        'c:order',
        'c:tx',
        'c:spPr',
        'c:invertIfNegative',
        'c:marker',
        'c:dPt',
        'c:dLbls',
        'c:errBars',
        'c:cat',
        'c:xVal',
        'c:val',
        'c:yVal',
        'c:smooth',
      ],
    ],
    ['c:errBars', ['c:errDir', 'c:errBarType', 'c:errValType', 'c:noEndCap', 'c:plus', 'c:minus', 'c:spPr']],
    [
      'c:valAx',
      [
        'c:axId',
        'c:scaling',
        'c:delete',
        'c:axPos',
        'c:majorGridlines',
        'c:title',
        'c:numFmt',
        'c:majorTickMark',
        'c:minorTickMark',
        'c:tickLblPos',
        'c:spPr',
        'c:txPr',
        'c:crossAx',
        'c:crosses',
        'c:crossBetween',
        'c:majorUnit',
      ],
    ],
    ['c:barChart', ['c:barDir', 'c:grouping', 'c:varyColors', 'c:ser', 'c:gapWidth', 'c:overlap', 'c:axId']],
  ])('put the children of %s in the order of the schema', { timeout: 30_000 }, async (element, order) => {
    const parts = await slidesIn('16:9');
    const all = [...parts]
      .filter(([name]) => /^ppt\/charts\/chart/.test(name))
      .flatMap(([, text]) => named(parsed(text), element));
    expect(all.length).toBeGreaterThan(0);
    for (const each of all) {
      const places = [...each.children].map((child) => order.indexOf(child.nodeName));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('set a long headline smaller and leave the others', { timeout: 30_000 }, async () => {
    const long = 'A headline of many words that says more than two lines can hold at the usual size. '.repeat(2);
    const slides = review.slides.map((slide, i) => (i === 1 ? { ...slide, headline: long } : slide));
    const parts = await partsOf(await pptxOf({ ...review, slides }, '4:3', null));
    const sizes = [1, 2, 3].map((i) => {
      const [title] = named(parsed(parts.get(`ppt/slides/slide${i}.xml`) ?? ''), 'p:sp');
      return title && named(title, 'a:rPr').map((run) => Number(run.getAttribute('sz')));
    });
    const [first = [], second = [], third = []] = sizes;
    expect(first).toEqual([2250]);
    expect(second[0]).toBeLessThan(2000);
    expect(third).toEqual(first);
  });

  it('set no letter under nine points, neither in text nor in a table nor in a chart', async () => {
    for (const ratio of ['16:9', '4:3'] as const)
      for (const [name, text] of await slidesIn(ratio)) {
        if (!/^ppt\/(?:slides|charts)\/[^/]+\.xml$/.test(name)) continue;
        const part = parsed(text);
        const runs = ['a:rPr', 'a:defRPr'].flatMap((kind) => named(part, kind));
        const sizes = runs.flatMap((run) => run.getAttribute('sz') ?? []).map(Number);
        expect([name, sizes.length > 0 && Math.min(...sizes) >= 900]).toEqual([name, true]);
        // What says nothing of its size would take the reader's own.
        const silent = name.startsWith('ppt/charts/')
          ? named(part, 'c:txPr').filter((each) => !named(each, 'a:defRPr')[0]?.hasAttribute('sz'))
          : named(part, 'a:r').filter((run) => !named(run, 'a:rPr')[0]?.hasAttribute('sz'));
        expect([name, silent.map(({ textContent }) => textContent)]).toEqual([name, []]);
        if (name.startsWith('ppt/charts/')) {
          const whole = [...(part.documentElement.children ?? [])].find(({ nodeName }) => nodeName === 'c:txPr');
          expect([name, Number(whole && named(whole, 'a:defRPr')[0]?.getAttribute('sz')) >= 900]).toEqual([name, true]);
        }
      }
  });

  it('are the same bytes for the same review', { timeout: 30_000 }, async () => {
    const [first, second] = [await pptxOf(review, '16:9', null), await pptxOf(review, '16:9', null)];
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });
});

describe('hostile names', () => {
  it('stay text in the sheets, and cells what they are', async () => {
    const book = await read(await xlsxOf(review));
    const sheet = book.sheets[1];
    expect(sheet?.rows.slice(1).map((row) => row[0])).toEqual(
      hostile.map((text) => expect.stringContaining(text.slice(0, 4)) as unknown),
    );
    expect(sheet?.rows[1]?.[1]).toBe(0.2);
    expect([...(sheet?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  });

  it('get an apostrophe in CSV where a spreadsheet would run them', async () => {
    const [text = ''] = [...(await partsOf(await csvZipOf(review))).values()];
    expect(text).toContain("'=cmd|calc!A1");
    expect(text).toContain("'+1+1");
    expect(text).toContain("'@SUM(A1)");
  });

  it('are letters in the page and in the drawings', () => {
    const page = new TextDecoder().decode(htmlOf(review, '16:9', null));
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/<script/i);
    const document = new DOMParser().parseFromString(page, 'text/html');
    expect(document.querySelectorAll('[onerror]')).toHaveLength(0);
    for (const slide of review.slides) {
      const svg = parsed(svgOf(drawSlide(slide, review, '16:9')));
      expect(named(svg, 'parsererror')).toHaveLength(0);
      expect(named(svg, 'title')[0]?.textContent).toBe(plain(hostile[0] ?? ''));
    }
  });

  it('leave no letter under nine points', () => {
    for (const ratio of ['16:9', '4:3'] as const)
      for (const slide of review.slides)
        for (const shape of drawSlide(slide, review, ratio).shapes)
          if (shape.kind === 'text') expect(shape.size).toBeGreaterThanOrEqual(13.5);
  });
});
