import { remark } from '../../model/remarks';
import type { Remark } from '../../model/remarks';
import { because } from '../../model/evidence';
import { usualWidth } from './dialect';
import { isDoubtful, isFurtherHeader, isHeader, isUnitsRow, weighHeader } from './header';
import { isBlankRecord } from './sample';
import type { SampleRecord } from './sample';
import { otherDialects } from './other-dialect';
import { splitLine } from './split-line';
import type { Dialect } from './lines';
import type { Decision, ReadOptions, WarningCode } from './types';

/** Where the table lies in the file. */
export interface Layout {
  /** Physical lines above the header, or above the first record when there is none. */
  skip: number;
  /** Physical line of the header, from 1; 0 without one. */
  headerLine: number;
  /** The header's cells as they stand; empty without a header. */
  rawHeader: string[];
  /** Records below the header that name columns too. */
  furtherHeaders: number;
  /** Number of columns. */
  width: number;
  /** Empty fields that every record has beyond the last column. */
  usualExtra: number;
  decision: Decision;
  notes: { code: WarningCode; line: number; says: Remark }[];
}

const LOOKED_AT = 40;

/** Decides where the header and the first record are. `skipped` is the number of physical lines left out of the records. */
export function chooseLayout(
  records: readonly SampleRecord[],
  dialect: Dialect,
  width: number,
  skipped: number,
  options: ReadOptions,
): Layout {
  const full = records.filter(
    (record) => !isBlankRecord(record) && !isComment(record, width) && !isRuler(record.cells),
  );
  if (options.headerLine !== undefined) return toldLayout(full, width, skipped, options.headerLine);
  const first = firstOfTable(full, width);
  const header = chooseHeader(full, first, width);
  if (header !== null) return withHeader(full, header, width);
  const other = first === 0 ? null : headerInOtherDialect(full, first, dialect, width);
  return other ?? withoutHeader(full, first, width, skipped);
}

/** The header just above the first record, when another delimiter or quote mark makes it one. */
function headerInOtherDialect(
  full: readonly SampleRecord[],
  first: number,
  dialect: Dialect,
  width: number,
): Layout | null {
  const row = full[first - 1];
  if (row === undefined || width < 3 || row.lines > 1) return null;
  const body = bodyAfter(full, first - 1, width);
  for (const other of otherDialects(row.text, dialect)) {
    const { cells, tidy } = splitLine(row.text, other);
    if (!tidy || cells.length !== width) continue;
    const votes = weighHeader(cells, body);
    if (votes.forIt <= votes.against || votes.alike > 0) continue;
    const mended = full.map((record, i) => (i === first - 1 ? { ...record, cells } : record));
    const layout = withHeader(mended, first - 1, width);
    layout.notes.push({
      code: 'other_dialect',
      line: row.line,
      says: remark('header_dialect', { line: row.line }),
    });
    return layout;
  }
  return null;
}

/** True for a line that starts with '#' and does not have the table's fields. */
export function isComment(record: { cells: readonly string[]; text: string }, width: number): boolean {
  if (!record.text.startsWith('#')) return false;
  return width > 1 ? record.cells.length !== width : /^#(?:\s|!)/.test(record.text);
}

/** True for a line drawn between the header and the rows: dashes, equals signs or colons in every cell that holds something, three or more in one. */
export function isRuler(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell !== '') ?? '';
  if (first === '' || !'-=:+ '.includes(first.charAt(0))) return false;
  return cells.some((cell) => /[-=]{3}/.test(cell)) && cells.every((cell) => /^[ :+]*[-=]*[ :+]*$/.test(cell));
}

/** Index of the first record that has the table's width and about as many filled cells as its rows. */
function firstOfTable(full: readonly SampleRecord[], width: number): number {
  const fills = full.filter(({ cells }) => cells.length === width).map(({ filled }) => filled);
  fills.sort((a, b) => a - b);
  const enough = Math.max(Math.min(2, width), (fills[Math.floor(fills.length / 2)] ?? 1) * 0.6);
  return Math.max(
    0,
    full.findIndex(({ cells, filled }) => cells.length === width && filled >= Math.min(enough, width)),
  );
}

/** Index of the header; null when the table has none. */
function chooseHeader(full: readonly SampleRecord[], first: number, width: number): number | null {
  const row = full[first];
  if (row === undefined) return null;
  const after = bodyAfter(full, first, width);
  const votes = weighHeader(row.cells, after);
  if (after.length === 0 && first > 0 && votes.against > 0) return lastNaming(full, first, width);
  if (isHeader(votes, row.cells) && (first === 0 || votes.forIt > 0 || lastNaming(full, first, width) === null)) {
    return betterOfSeveral(full, first, width);
  }
  return first === 0 ? null : lastNaming(full, first, width);
}

/** Index of the last record before the table proper that names its columns, though it has another number of fields. */
function lastNaming(full: readonly SampleRecord[], first: number, width: number): number | null {
  const body = bodyAfter(full, first - 1, width);
  for (let i = Math.min(first - 1, full.length - 1); i >= 0; i--) {
    if (!names(full[i], body, width)) continue;
    const above = full[i - 1];
    return names(above, body, width) && distinctNames(above) > distinctNames(full[i]) ? i - 1 : i;
  }
  return null;
}

function names(row: SampleRecord | undefined, body: readonly string[][], width: number): boolean {
  if (row === undefined || (row.filled < 2 && row.cells.length !== width)) return false;
  const votes = weighHeader(row.cells.slice(0, width), body);
  return votes.forIt > votes.against && votes.alike === 0;
}

/** Of several header rows one under the other, the one that names most columns apart; the lower of two equals. */
function betterOfSeveral(full: readonly SampleRecord[], first: number, width: number): number {
  let best = first;
  for (let i = first + 1; i < Math.min(first + 4, full.length - 1); i++) {
    const row = full[i];
    if (row?.cells.length !== width || !isFurtherHeader(row, bodyAfter(full, i, width))) break;
    if (distinctNames(row) >= distinctNames(full[best])) best = i;
  }
  return best;
}

function distinctNames(record: SampleRecord | undefined): number {
  return new Set((record?.cells ?? []).map((cell) => cell.trim().toLowerCase()).filter((cell) => cell !== '')).size;
}

function bodyAfter(full: readonly SampleRecord[], index: number, width: number): string[][] {
  return full
    .slice(index + 1, index + 400)
    .filter(({ cells }) => cells.length === width)
    .map(({ cells }) => cells);
}

function withHeader(full: readonly SampleRecord[], index: number, width: number): Layout {
  const row = full[index];
  const rawHeader = row?.cells ?? [];
  const line = row?.line ?? 1;
  const body = bodyAfter(full, index, width);
  const notes: Layout['notes'] = [];
  const above = full.slice(0, index);
  const votes = weighHeader(rawHeader, body);
  if (body.length > 0 && isDoubtful(votes))
    notes.push({
      code: 'header_uncertain',
      line,
      says: remark('header_uncertain', { line }),
    });
  const fit = fitWidth(rawHeader, body, width, line, notes);
  const further = furtherBelow(full, index, width);
  const several =
    further > 0 ||
    above.some((record) => record.cells.length === width && (isFurtherHeader(record, body) || groupsColumns(record)));
  if (several)
    notes.push({
      code: 'several_header_rows',
      line,
      says: remark('several_header_rows', { line }),
    });
  noteTableAbove(above, width, notes);
  const evidence = above.length > 0 ? because('lines_above', { n: above.length }) : because('names_below');
  const decision = { what: 'header', chosen: `line ${line}`, evidence };
  return { skip: line - 1, headerLine: line, rawHeader, furtherHeaders: further, ...fit, decision, notes };
}

/** True for a row that names groups of columns: filled cells with gaps before or between them. */
function groupsColumns({ cells, filled }: SampleRecord): boolean {
  return filled > 1 && cells.slice(0, filled).some((cell) => cell.trim() === '');
}

function furtherBelow(full: readonly SampleRecord[], index: number, width: number): number {
  let count = 0;
  while (count < 3) {
    const row = full[index + 1 + count];
    const body = bodyAfter(full, index + 1 + count, width);
    if (row === undefined || (row.cells.length !== width && row.cells.length !== full[index]?.cells.length)) break;
    if (!isFurtherHeader(row, body) && !(count === 0 && isUnitsRow(row.cells, body))) break;
    count++;
  }
  return count;
}

/** Reconciles the number of names with the number of fields in the rows. */
function fitWidth(
  raw: readonly string[],
  body: readonly string[][],
  width: number,
  line: number,
  notes: Layout['notes'],
): { width: number; usualExtra: number } {
  if (raw.length === width || body.length === 0)
    return { width: Math.max(raw.length, body.length === 0 ? raw.length : width), usualExtra: 0 };
  if (raw.length > width) {
    if (raw.slice(width).every((name) => name.trim() === '')) return { width, usualExtra: 0 };
    notes.push({
      code: 'header_long',
      line,
      says: remark('header_long', { names: raw.length, fields: width }),
    });
    return { width: raw.length, usualExtra: 0 };
  }
  const empty = body.every((cells) => cells.slice(raw.length).every((cell) => cell.trim() === ''));
  if (empty) return { width: raw.length, usualExtra: width - raw.length };
  notes.push({
    code: 'header_short',
    line,
    says: remark('header_short', { names: raw.length, fields: width }),
  });
  return { width, usualExtra: 0 };
}

function noteTableAbove(above: readonly SampleRecord[], width: number, notes: Layout['notes']): void {
  const several = above.filter(({ cells, filled }) => cells.length > 1 && filled > 1);
  const wider = several.filter(({ cells, filled }) => cells.length > width && filled > 2);
  const isTable = wider.length > 1 && new Set(wider.map(({ cells }) => cells.length)).size === 1;
  const rows = isTable ? wider : several.filter(({ cells }) => cells.length <= width);
  const line = rows[0]?.line ?? 1;
  if (!isTable && (rows.length < 3 || new Set(rows.map(({ filled }) => filled)).size > 1)) return;
  notes.push({
    code: 'lines_above_table',
    line,
    says: remark('lines_above_table', { n: rows.length }),
  });
}

/** Notes a column without name and content between named ones: it parts tables that stand side by side. */
export function noteTablesBeside(
  { rawHeader, width, headerLine, notes }: Layout,
  rows: readonly (readonly string[])[],
): void {
  if (width < 4 || rows.length === 0) return;
  const hasText = (cell: string): boolean => cell.trim() !== '';
  const isGap = (i: number): boolean => !hasText(rawHeader[i] ?? '') && rows.every((cells) => !hasText(cells[i] ?? ''));
  const top = headerLine > 0 ? rawHeader : (rows[0] ?? []);
  const gap = top.findIndex((_, i) => isGap(i) && top.slice(0, i).some(hasText) && top.slice(i).some(hasText));
  if (gap === -1) return;
  // Without names only a table that ends before its neighbour tells itself from a column that is never filled.
  if (headerLine === 0 && rows.every((cells) => cells.slice(gap).some(hasText))) return;
  notes.push({ code: 'tables_beside', line: Math.max(1, headerLine), says: remark('tables_beside', { n: gap + 1 }) });
}

function withoutHeader(full: readonly SampleRecord[], first: number, width: number, skipped: number): Layout {
  const above = full.slice(0, first);
  const titles = width > 1 && above.every(({ filled }) => filled === 1) ? above : [];
  const start = titles.length > 0 ? full[first] : full[0];
  const skip = titles.length > 0 ? (start?.line ?? 1) - 1 : skipped;
  const decision = { what: 'header', chosen: 'none', evidence: because('like_the_others') };
  const notes: Layout['notes'] = [];
  if (titles.length > 0)
    notes.push({
      code: 'header_uncertain',
      line: skip,
      says: remark('header_missing', { n: titles.length, line: skip + 1 }),
    });
  return { skip, headerLine: 0, rawHeader: [], furtherHeaders: 0, width, usualExtra: 0, decision, notes };
}

function toldLayout(full: readonly SampleRecord[], width: number, skipped: number, headerLine: number): Layout {
  const decision = {
    what: 'header',
    chosen: headerLine === 0 ? 'none' : `line ${headerLine}`,
    evidence: because('told'),
  };
  const row = full.find(({ line }) => line >= headerLine);
  const body = full.filter((record) => record !== row && record.line > headerLine);
  const usual = body.length > 0 ? usualWidth(body.slice(0, LOOKED_AT * 10)) : width;
  const notes: Layout['notes'] = [];
  if (headerLine === 0)
    return {
      skip: skipped,
      headerLine,
      rawHeader: [],
      furtherHeaders: 0,
      width: usual,
      usualExtra: 0,
      decision,
      notes,
    };
  const rawHeader = row?.cells ?? [];
  const fit = fitWidth(
    rawHeader,
    body.filter(({ cells }) => cells.length === usual).map(({ cells }) => cells),
    usual,
    headerLine,
    notes,
  );
  return { skip: headerLine - 1, headerLine, rawHeader, furtherHeaders: 0, ...fit, decision, notes };
}
