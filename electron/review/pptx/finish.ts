/**
 * One pass over the parts of a written package for what the library lacks: our own chart parts with error bars and their data sheets, the theme,
 * drawings beside their fallback, content types and relationships that all resolve, and fixed names and dates, so that the same review gives the same bytes.
 */
import JSZip from 'jszip';
import { escaped, lawful } from '../svg';
import { zipOf } from '../zip';
import type { NativeChart } from './chart';
import type { DeckTheme } from './theme';
import { workbookOf } from './workbook';

export interface Finish {
  /** In the order their slides come. */
  readonly charts: readonly NativeChart[];
  readonly svgs: readonly string[];
  /** Size of each slide's headline in points; the library gives all of them the first one's. */
  readonly headlines: readonly number[];
  /** What each slide's picture shows, in words. */
  readonly alts: readonly string[];
  readonly theme: DeckTheme;
  readonly day: string;
  readonly language: 'en' | 'ms';
}

type Parts = Map<string, string | Uint8Array>;

/** The package made whole. */
export async function finishPackage(bytes: Uint8Array, finish: Finish): Promise<Uint8Array> {
  const parts = await partsOf(bytes);
  await placeCharts(parts, finish.charts);
  placeTheme(parts, finish.theme);
  placeDrawings(parts, finish.svgs);
  sizeHeadlines(parts, finish.headlines);
  settleShapes(parts, finish.alts);
  orderMasters(parts);
  fixDates(parts, finish.day);
  setLanguage(parts, finish.language);
  settleTypes(parts);
  const names = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'));
  return zipOf(names.map((name) => [name, parts.get(name) ?? '']));
}

const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2);

async function partsOf(bytes: Uint8Array): Promise<Parts> {
  const zip = await JSZip.loadAsync(bytes);
  const parts: Parts = new Map();
  for (const [name, entry] of Object.entries(zip.files)) {
    if (entry.dir) continue;
    parts.set(
      name,
      /\.(?:xml|rels)$/.test(name) ? lawful(await entry.async('string')) : await entry.async('uint8array'),
    );
  }
  return parts;
}

function textIn(parts: Parts, name: string): string {
  const part = parts.get(name);
  return typeof part === 'string' ? part : '';
}

// The library numbers charts on from file to file; here the first is always 1.
async function placeCharts(parts: Parts, charts: readonly NativeChart[]): Promise<void> {
  const written = [...parts.keys()]
    .filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    .sort((a, b) => numberIn(a) - numberIn(b));
  const renamed = new Map(written.map((name, i) => [name, `ppt/charts/chart${i + 1}.xml`] as const));
  for (const name of [...parts.keys()]) if (/^ppt\/(?:charts|embeddings)\//.test(name)) parts.delete(name);
  for (const name of [...parts.keys()].filter((each) => /^ppt\/slides\/_rels\//.test(each))) {
    parts.set(
      name,
      textIn(parts, name).replace(
        /Target="(?:\/ppt|\.\.)\/charts\/(chart\d+\.xml)"/g,
        (_, file: string) =>
          `Target="../charts/${(renamed.get(`ppt/charts/${file}`) ?? file).replace('ppt/charts/', '')}"`,
      ),
    );
  }
  for (const [i, chart] of charts.entries()) {
    parts.set(`ppt/charts/chart${i + 1}.xml`, chart.xml);
    parts.set(
      `ppt/charts/_rels/chart${i + 1}.xml.rels`,
      relationships([['rId1', `${office}/package`, `../embeddings/sheet${i + 1}.xlsx`]]),
    );
    parts.set(`ppt/embeddings/sheet${i + 1}.xlsx`, await workbookOf(chart.rows));
  }
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function relationships(all: readonly (readonly [string, string, string])[]): string {
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

const numberIn = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);

function placeTheme(parts: Parts, { colours, fonts }: DeckTheme): void {
  for (const name of [...parts.keys()].filter((each) => /^ppt\/theme\/theme\d+\.xml$/.test(each))) {
    const text = textIn(parts, name)
      .replace(/<a:clrScheme[\s\S]*?<\/a:clrScheme>/, colours)
      .replace(/<a:fontScheme[\s\S]*?<\/a:fontScheme>/, fonts);
    parts.set(name, text);
  }
}

const svgExtension = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}';

// Beside the picture of points every reader shows, the drawing that newer ones take instead.
function placeDrawings(parts: Parts, svgs: readonly string[]): void {
  let at = 0;
  const slides = [...parts.keys()]
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((a, b) => numberIn(a) - numberIn(b));
  for (const name of slides) {
    const svg = svgs[at];
    const text = textIn(parts, name);
    const picture = [...text.matchAll(/<p:pic>[\s\S]*?<\/p:pic>/g)].find(([each]) => !each.includes('descr="Logo"'));
    if (svg === undefined || !picture) continue;
    at++;
    const part = `ppt/media/drawing${at}.svg`;
    parts.set(part, new TextEncoder().encode(svg));
    const rels = name.replace('slides/', 'slides/_rels/').concat('.rels');
    parts.set(
      rels,
      textIn(parts, rels).replace(
        '</Relationships>',
        `<Relationship Id="rIdSvg${at}" Type="${office}/image" Target="../media/drawing${at}.svg"/></Relationships>`,
      ),
    );
    const shown = picture[0].replace(
      /<a:blip r:embed="([^"]+)"\s*(?:\/>|>[\s\S]*?<\/a:blip>)/,
      (_, id: string) =>
        `<a:blip r:embed="${id}"><a:extLst><a:ext uri="${svgExtension}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rIdSvg${at}"/></a:ext></a:extLst></a:blip>`,
    );
    parts.set(
      name,
      text.replace(picture[0], () => shown),
    );
  }
}

function sizeHeadlines(parts: Parts, headlines: readonly number[]): void {
  headlines.forEach((size, i) => {
    const name = `ppt/slides/slide${i + 1}.xml`;
    const text = textIn(parts, name).replace(/<p:sp>(?:(?!<\/p:sp>)[^])*type="title"[^]*?<\/p:sp>/, (title) =>
      title.replace(/ sz="\d+"/g, ` sz="${Math.round(size * 100)}"`),
    );
    parts.set(name, text);
  });
}

// The library counts tables apart, so that one may bear the number of another shape; and says nothing of what they show.
function settleShapes(parts: Parts, alts: readonly string[]): void {
  alts.forEach((alt, i) => {
    const name = `ppt/slides/slide${i + 1}.xml`;
    let id = 0;
    const text = textIn(parts, name)
      .replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${++id}"`)
      .replace(/(<p:cNvPr id="\d+" name="Table \d+")\/>/g, (_, open: string) => `${open} descr="${escaped(alt)}"/>`)
      .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>');
    parts.set(name, text);
  });
}

// The schema has the master of the notes before the slides.
function orderMasters(parts: Parts): void {
  const text = textIn(parts, 'ppt/presentation.xml');
  const [notes = ''] = /<p:notesMasterIdLst>[^]*?<\/p:notesMasterIdLst>/.exec(text) ?? [];
  parts.set(
    'ppt/presentation.xml',
    text.replace(notes, '').replace('</p:sldMasterIdLst>', `</p:sldMasterIdLst>${notes}`),
  );
}

function fixDates(parts: Parts, day: string): void {
  const at = `${day}T00:00:00Z`;
  const core = textIn(parts, 'docProps/core.xml').replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_, open: string) => `${open}${at}`,
  );
  parts.set('docProps/core.xml', core);
}

function setLanguage(parts: Parts, language: Finish['language']): void {
  const tag = language === 'ms' ? 'ms-MY' : 'en-GB';
  for (const [name, part] of parts) {
    if (typeof part === 'string' && /^ppt\/(?:slides|notesSlides|charts)\/[^/]+\.xml$/.test(name))
      parts.set(name, part.replaceAll(' lang="en-US"', ` lang="${tag}"`));
  }
}

const types: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, 'presentationml.presentation.main+xml'],
  [/^ppt\/slideMasters\/slideMaster\d+\.xml$/, 'presentationml.slideMaster+xml'],
  [/^ppt\/slideLayouts\/slideLayout\d+\.xml$/, 'presentationml.slideLayout+xml'],
  [/^ppt\/slides\/slide\d+\.xml$/, 'presentationml.slide+xml'],
  [/^ppt\/notesMasters\/notesMaster\d+\.xml$/, 'presentationml.notesMaster+xml'],
  [/^ppt\/notesSlides\/notesSlide\d+\.xml$/, 'presentationml.notesSlide+xml'],
  [/^ppt\/theme\/theme\d+\.xml$/, 'theme+xml'],
  [/^ppt\/charts\/chart\d+\.xml$/, 'drawingml.chart+xml'],
  [/^ppt\/presProps\.xml$/, 'presentationml.presProps+xml'],
  [/^ppt\/viewProps\.xml$/, 'presentationml.viewProps+xml'],
  [/^ppt\/tableStyles\.xml$/, 'presentationml.tableStyles+xml'],
  [/^docProps\/app\.xml$/, 'extended-properties+xml'],
];

const extensions: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

// Every part that is there, and none that is not: the library lists masters that were never written.
function settleTypes(parts: Parts): void {
  const names = [...parts.keys()].sort((a, b) => a.localeCompare(b, 'en'));
  const used = [...new Set(names.map((name) => name.slice(name.lastIndexOf('.') + 1)))]
    .filter((extension) => extension in extensions)
    .sort();
  const defaults = used.map(
    (extension) => `<Default Extension="${extension}" ContentType="${extensions[extension] ?? ''}"/>`,
  );
  const overrides = names.flatMap((name) => {
    if (name === 'docProps/core.xml')
      return [
        `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`,
      ];
    const found = types.find(([pattern]) => pattern.test(name));
    return found
      ? [`<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${found[1]}"/>`]
      : [];
  });
  parts.set(
    '[Content_Types].xml',
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`,
  );
}
