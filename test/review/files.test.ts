// @vitest-environment page
import { read } from 'hucre';
import JSZip from 'jszip';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvZipOf } from '../../electron/review/csv';
import { drawSlide } from '../../electron/review/draw/slide';
import { htmlOf } from '../../electron/review/html';
import { pptxOf } from '../../electron/review/pptx';
import { svgOf } from '../../electron/review/svg';
import { xlsxOf } from '../../electron/review/xlsx';
import { hostile, pictures } from './content';
import { named, parsed, partsOf, plain, review, slidesIn } from './slides';

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

  it('number every shape of a slide once, and say in words what each picture and table shows', async () => {
    for (const ratio of ['16:9', '4:3'] as const) {
      const parts = await slidesIn(ratio);
      const slides = [...parts].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
      expect(slides).toHaveLength(review.slides.length);
      for (const [name, text] of slides) {
        const ids = named(parsed(text), 'p:cNvPr').map((each) => each.getAttribute('id'));
        expect([name, new Set(ids).size]).toEqual([name, ids.length]);
        const pictures = ['p:graphicFrame', 'p:pic'].flatMap((kind) => named(parsed(text), kind));
        expect([name, pictures.length > 0]).toEqual([name, true]);
        for (const each of pictures)
          expect([name, named(each, 'p:cNvPr')[0]?.getAttribute('descr')]).toEqual([name, plain(hostile[0] ?? '')]);
      }
    }
  });

  it('give a table the room of its rows and columns, and a head', async () => {
    for (const ratio of ['16:9', '4:3'] as const) {
      const frames = [...(await slidesIn(ratio))]
        .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
        .flatMap(([, text]) => named(parsed(text), 'p:graphicFrame'))
        .filter((frame) => named(frame, 'a:tbl').length > 0);
      expect(frames).toHaveLength(1);
      for (const frame of frames) {
        const extent = named(frame, 'p:xfrm').flatMap((each) => named(each, 'a:ext'))[0];
        const sum = (kind: string, side: string): number =>
          named(frame, kind).reduce((total, each) => total + Number(each.getAttribute(side)), 0);
        expect(Math.abs(sum('a:gridCol', 'w') - Number(extent?.getAttribute('cx')))).toBeLessThan(10);
        expect(Math.abs(sum('a:tr', 'h') - Number(extent?.getAttribute('cy')))).toBeLessThan(10);
        expect(named(frame, 'a:tblPr')[0]?.getAttribute('firstRow')).toBe('1');
      }
    }
  });

  it('put the parts of the presentation in the order of the schema, and notes beside their master and slide', async () => {
    const parts = await slidesIn('16:9');
    const order = [
      'p:sldMasterIdLst',
      'p:notesMasterIdLst',
      'p:sldIdLst',
      'p:sldSz',
      'p:notesSz',
      'p:defaultTextStyle',
    ];
    const presentation = parsed(parts.get('ppt/presentation.xml') ?? '').documentElement;
    expect([...presentation.children].map(({ nodeName }) => nodeName)).toEqual(order);
    const kindsIn = (name: string): readonly string[] =>
      named(parsed(parts.get(name) ?? ''), 'Relationship').map((each) =>
        posix.basename(each.getAttribute('Type') ?? ''),
      );
    for (let i = 1; i <= review.slides.length; i++) {
      expect(kindsIn(`ppt/slides/_rels/slide${i}.xml.rels`)).toContain('notesSlide');
      expect([...kindsIn(`ppt/notesSlides/_rels/notesSlide${i}.xml.rels`)].sort()).toEqual(['notesMaster', 'slide']);
    }
    expect(kindsIn('ppt/notesMasters/_rels/notesMaster1.xml.rels')).toContain('theme');
  });

  it('carry workbooks that open and hold what the charts have cached, cell by cell', { timeout: 30_000 }, async () => {
    const zip = await JSZip.loadAsync(await pptxOf(review, '16:9', null));
    let cells = 0;
    for (let i = 1; i <= 6; i++) {
      const book = await read(
        (await zip.file(`ppt/embeddings/sheet${i}.xlsx`)?.async('uint8array')) ?? new Uint8Array(),
      );
      const rows = book.sheets[0]?.rows ?? [];
      const chart = parsed((await zip.file(`ppt/charts/chart${i}.xml`)?.async('string')) ?? '');
      for (const ref of ['c:numRef', 'c:strRef'].flatMap((kind) => named(chart, kind))) {
        const [, letter = 'A', from = '1', to = from] =
          /^Sheet1!\$([A-Z])\$(\d+)(?::\$[A-Z]\$(\d+))?$/.exec(named(ref, 'c:f')[0]?.textContent ?? '') ?? [];
        const cached = new Map(named(ref, 'c:pt').map((each) => [Number(each.getAttribute('idx')), each.textContent]));
        const length = Number(to) - Number(from) + 1;
        expect(Number(named(ref, 'c:ptCount')[0]?.getAttribute('val'))).toBe(length);
        for (let k = 0; k < length; k++) {
          const cell = rows[Number(from) - 1 + k]?.[letter.charCodeAt(0) - 65] ?? null;
          const text = cached.get(k) ?? null;
          if (ref.nodeName === 'c:numRef') expect(text === null ? null : Number(text)).toBe(cell);
          else expect(text ?? '').toBe(plain(String(cell ?? '')));
          cells++;
        }
      }
    }
    expect(cells).toBeGreaterThan(150);
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
