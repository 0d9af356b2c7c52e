import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { streamXlsxRows } from 'hucre/xlsx';
import { UserError } from '../../../model/errors';
import { textOfInstant } from './cell-text';
import { PackageParts } from './package-parts';
import type { SheetFacts, SheetInfo, SheetReader, SheetRow } from './sheet-reader';
import { SheetSurvey } from './sheet-survey';

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
  /** Parts that are read whole beside the rows. */
  readonly texts: readonly string[];
}

/** Reads .xlsx and .xlsm workbooks, row by row. */
export async function xlsxReader(path: string): Promise<SheetReader> {
  const plan = await planOf(path);
  const placeOf = (sheet: string): Place & { part: string } => {
    const place = plan.places.find(({ name }) => name === sheet);
    if (!place || place.part === null) throw new UserError('part_missing', { file: plan.parts.file, part: sheet });
    return { ...place, part: place.part };
  };
  return {
    list: () => Promise.all(plan.places.map((place) => infoOf(plan, place))),
    facts: async (sheet) => {
      const { part } = placeOf(sheet);
      for (const text of plan.texts) for await (const chunk of plan.parts.chunks(text, 'texts')) void chunk;
      const survey = new SheetSurvey();
      for await (const chunk of plan.parts.chunks(part, 'rows')) survey.add(chunk);
      return survey.finish(plan.is1904) satisfies SheetFacts;
    },
    rows: (sheet) => rowsOf(path, plan, placeOf(sheet).name),
  };
}

async function infoOf({ parts, is1904 }: Plan, { name, hidden, part }: Place): Promise<SheetInfo> {
  if (part === null) return { name, hidden, empty: true };
  const survey = new SheetSurvey();
  for await (const chunk of parts.chunks(part, 'rows')) {
    survey.add(chunk);
    if (survey.finish(is1904).filled) return { name, hidden, empty: false };
  }
  return { name, hidden, empty: true };
}

async function* rowsOf(path: string, plan: Plan, sheet: string): AsyncGenerator<SheetRow> {
  const index = plan.places.findIndex(({ name }) => name === sheet);
  try {
    for await (const { index: row, values } of streamXlsxRows(await readFile(path), { sheet: index })) {
      yield { row: row + 1, cells: values.map((value) => cellText(value, plan.is1904)) };
    }
  } catch (error) {
    throw new UserError('archive_damaged', { file: plan.parts.file, reason: reasonOf(error) });
  }
}

type Value = Awaited<ReturnType<ReturnType<typeof streamXlsxRows>['next']>>['value'];
type Cell = NonNullable<Exclude<Value, void>>['values'][number];

function cellText(value: Cell, is1904: boolean): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? textOfInstant(value.getTime(), is1904) : String(value);
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
  const texts = links.filter(({ type }) => /\/(?:sharedStrings|styles)$/.test(type)).map(({ target }) => target);
  return { parts, places, is1904, texts };
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

const signs: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function withoutReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return signs.get(name) ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : String(error);
}
