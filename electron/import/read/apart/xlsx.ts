import { posix } from 'node:path';
import { UserError } from '../../../model/errors';
import { DateStyles } from './date-styles';
import type { PartUse } from './limits';
import { PackageParts } from './package-parts';
import { SharedTexts } from './shared-texts';
import type { SheetFacts, SheetInfo, SheetReader, SheetRow } from './sheet-reader';
import { SheetRows } from './sheet-rows';
import { XmlFault, XmlScanner, withoutReferences } from './xml-scan';
import type { XmlListener } from './xml-scan';

/** So much is scanned at once: rows of a few bytes may spread over sixteen thousand columns. */
const pieceSize = 32 * 1024;

interface Place {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of the part that holds its rows; null for a chart sheet. */
  readonly part: string | null;
}

interface Plan {
  readonly parts: PackageParts;
  readonly places: readonly Place[];
  readonly is1904: boolean;
  /** Parts that hold the texts cells refer to, and their looks. */
  readonly texts: readonly string[];
  readonly styles: readonly string[];
}

/** Reads .xlsx and .xlsm workbooks, row by row. */
export async function xlsxReader(path: string): Promise<SheetReader> {
  const plan = await planOf(path);
  const placeOf = (sheet: string): Place & { part: string } => {
    const place = plan.places.find(({ name }) => name === sheet);
    if (!place || place.part === null) throw new UserError('part_missing', { file: plan.parts.file, part: sheet });
    return { ...place, part: place.part };
  };
  const known = new Map<string, SheetFacts>();
  return {
    list: () => Promise.all(plan.places.map((place) => infoOf(plan, place))),
    rows: (sheet) => rowsOf(plan, placeOf(sheet).part, (facts) => known.set(sheet, facts)),
    facts: (sheet) => {
      const facts = known.get(sheet);
      if (!facts) throw new Error('a sheet is told of once its rows were read');
      return facts;
    },
  };
}

async function infoOf(plan: Plan, { name, hidden, part }: Place): Promise<SheetInfo> {
  const rows = new SheetRows({ texts: [], looks: [], is1904: plan.is1904 });
  if (part !== null) {
    for await (const step of scanned(plan, part, 'rows', rows)) {
      void step;
      rows.take();
      if (rows.filled) break;
    }
  }
  return { name, hidden, empty: !rows.filled };
}

async function* rowsOf(plan: Plan, part: string, tell: (facts: SheetFacts) => void): AsyncGenerator<SheetRow> {
  const texts = new SharedTexts();
  const styles = new DateStyles();
  for (const name of plan.texts) for await (const step of scanned(plan, name, 'texts', texts)) void step;
  for (const name of plan.styles) for await (const step of scanned(plan, name, 'texts', styles)) void step;
  const rows = new SheetRows({ texts: texts.found, looks: styles.looks, is1904: plan.is1904 });
  for await (const step of scanned(plan, part, 'rows', rows)) {
    void step;
    yield* rows.take();
  }
  tell(rows.facts());
}

/** Scans a part, with a turn for whoever takes what was found after each piece. Throws UserError. */
async function* scanned(plan: Plan, part: string, use: PartUse, listener: XmlListener): AsyncGenerator<void> {
  const scanner = new XmlScanner(listener);
  try {
    for await (const chunk of plan.parts.chunks(part, use)) {
      for (let from = 0; from < chunk.length; from += pieceSize) {
        scanner.add(chunk.subarray(from, from + pieceSize));
        yield;
      }
    }
    scanner.finish();
  } catch (error) {
    throw error instanceof XmlFault
      ? new UserError('archive_damaged', { file: plan.parts.file, reason: error.message })
      : error;
  }
}

/** Where the sheets are, and what else is read. Throws UserError. */
async function planOf(path: string): Promise<Plan> {
  const parts = await PackageParts.open(path);
  const root = relations(await parts.text('_rels/.rels'), '');
  const book = root.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const folder = posix.dirname(book);
  const links = relations(await parts.text(`${folder}/_rels/${posix.basename(book)}.rels`), folder);
  const xml = await parts.text(book);
  if (xml === '') throw new UserError('archive_damaged', { file: parts.file, reason: 'no_workbook' });
  const places: Place[] = [];
  let is1904 = false;
  for (const { tag, attrs } of elements(xml)) {
    if (tag === 'workbookPr') is1904 = ['1', 'true'].includes(attrs.get('date1904') ?? '');
    const id = [...attrs].find(([name]) => name.endsWith(':id'))?.[1];
    const name = attrs.get('name') ?? '';
    if (tag !== 'sheet' || id === undefined || name === '') continue;
    const link = links.find((each) => each.id === id);
    const part = link?.type.endsWith('/worksheet') ? link.target : null;
    places.push({ name, hidden: (attrs.get('state') ?? 'visible') !== 'visible', part });
  }
  const [texts = [], styles = []] = ['/sharedStrings', '/styles'].map((end) =>
    links.filter(({ type }) => type.endsWith(end)).map(({ target }) => target),
  );
  return { parts, places, is1904, texts, styles };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  /** Name of the part, from the root of the archive. */
  readonly target: string;
}

function relations(xml: string, folder: string): Relation[] {
  return elements(xml).flatMap(({ tag, attrs }) => {
    const target = attrs.get('Target');
    if (tag !== 'Relationship' || target === undefined) return [];
    const whole = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    return [{ id: attrs.get('Id') ?? '', type: attrs.get('Type') ?? '', target: whole }];
  });
}

interface Element {
  readonly tag: string;
  readonly attrs: ReadonlyMap<string, string>;
}

const opening = /<(?:\w+:)?(\w+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The elements of a small XML text with their attributes, in their order. */
function elements(xml: string): Element[] {
  return [...xml.matchAll(opening)].map(([, tag = '', inner = '']) => {
    const attrs = [...inner.matchAll(attribute)].map(([, name = '', double, single]): [string, string] => [
      name,
      withoutReferences(double ?? single ?? ''),
    ]);
    return { tag, attrs: new Map(attrs) };
  });
}
