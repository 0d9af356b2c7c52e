import { fitOf } from './profile';
import type { Profile } from './profile';
import { mark } from './lines';

/** What makes a record wait for those after it before its fate is settled. */
export type WaitReason = 'blank' | 'empty' | 'short' | 'sparse' | 'narrow' | 'totals' | 'nameless';

/** A record that waits: whether it is data or a closing note depends on what follows. */
export interface Waiting {
  reason: WaitReason;
  cells: string[];
  line: number;
  lines: number;
  marks: number;
  filled: number;
  text: string;
}

/** What becomes of a waiting record that no further row follows. */
export type LastFate = 'blank' | 'footer' | 'totals' | 'nameless' | 'cut_off' | 'second_table' | 'as_before_a_row';

/** Settles the records that wait at the end of a file. */
export function settleLast(waiting: readonly Waiting[], profile: Profile, hasRows: boolean): LastFate[] {
  const second = secondTable(waiting, profile);
  const start = hasRows ? footerStart(waiting, profile, second) : waiting.length;
  return waiting.map((entry, i) => {
    if (second.has(i)) return 'second_table';
    if (hasRows && i === lastFilled(waiting) && isCutOff(entry, profile)) return 'cut_off';
    if (entry.reason === 'blank') return 'blank';
    if (entry.reason === 'empty' && !waiting.slice(i).some(({ filled }, j) => filled > 0 && i + j < start))
      return 'blank';
    if (i < start) return 'as_before_a_row';
    if (entry.reason === 'totals') return 'totals';
    return entry.reason === 'nameless' ? 'nameless' : 'footer';
  });
}

/** Indexes of the records that form a narrower table of their own below a blank line. */
export function secondTable(waiting: readonly Waiting[], profile: Profile): Set<number> {
  const found = new Set<number>();
  for (let i = 0; i < waiting.length; i++) {
    if (!parts(waiting[i]) || !isNarrow(waiting[i + 1])) continue;
    const titled = spanOf(waiting[i + 1]) === 1 && isNarrow(waiting[i + 2]);
    const start = titled ? i + 2 : i + 1;
    const width = spanOf(waiting[start]);
    let end = start;
    while (isNarrow(waiting[end]) && continues(waiting[end], width)) end++;
    const run = waiting.slice(start, end);
    if (width < 2 || run.length < 2 || run.every((entry) => fits(entry, profile))) continue;
    for (let j = i + 1; j < end; j++) found.add(j);
  }
  return found;
}

/** True for a record without content, which may part what stands above it from what stands below. */
export function parts(entry: Waiting | undefined): boolean {
  return entry?.reason === 'blank' || entry?.reason === 'empty';
}

/** True for a record that ends before the table's last column. */
function isNarrow(entry: Waiting | undefined): boolean {
  return entry?.reason === 'short' || entry?.reason === 'narrow' || entry?.reason === 'sparse';
}

/** Number of fields of a record; of one that was filled up with empty ones, those up to its last content. */
function spanOf(entry: Waiting | undefined): number {
  if (entry === undefined) return 0;
  return entry.reason === 'short' ? entry.cells.length : contentSpan(entry.cells);
}

function continues(entry: Waiting | undefined, width: number): boolean {
  return entry?.reason === 'short' ? entry.cells.length === width : spanOf(entry) <= width;
}

/** Number of cells up to the last that holds anything. */
export function contentSpan(cells: readonly string[]): number {
  let span = cells.length;
  while (span > 0 && (cells[span - 1] ?? '').trim() === '') span--;
  return span;
}

/** True for a lone text of several words where a row of the table has more than one column that is hardly ever empty. */
export function isRemark({ cells, filled, text }: Waiting, profile: Profile): boolean {
  return filled === 1 && profile.width > 2 && /\S\s+\S/.test(text) && lacksFilled({ cells }, profile);
}

function fits({ cells }: Waiting, profile: Profile): boolean {
  const { good, bad } = fitOf(cells, profile);
  return good > 0 && bad === 0;
}

/** Index from which on everything is a closing note, a totals row or blank. */
function footerStart(waiting: readonly Waiting[], profile: Profile, second: ReadonlySet<number>): number {
  let start = waiting.length;
  for (let i = waiting.length - 1; i >= 0; i--) {
    const entry = waiting[i];
    if (entry === undefined || second.has(i)) break;
    if (entry.reason === 'blank' || entry.reason === 'empty') continue;
    if (!closes(entry, profile, standsApart(waiting, i) || start < waiting.length)) break;
    start = i;
  }
  return start;
}

/** True when a blank line stands above a record, or above it and further lone cells like it. */
function standsApart(waiting: readonly Waiting[], index: number): boolean {
  let above = index - 1;
  if (waiting[index]?.filled === 1) while (waiting[above]?.reason === 'short' && waiting[above]?.filled === 1) above--;
  return parts(waiting[above]);
}

/** True when a record reads like a closing note; `apart` says that a blank line or another note stands beside it. */
function closes(entry: Waiting, profile: Profile, apart: boolean): boolean {
  if (entry.reason === 'totals') return true;
  if (entry.reason === 'nameless') return lacksFilled(entry, profile);
  const { good, bad } = fitOf(entry.cells, profile);
  if (good > 0 && bad === 0) return false;
  if (entry.filled > 1) return apart && (bad > 0 || readsAsSentence(entry, profile));
  if (profile.width > 2) return true;
  return bad > 0 || apart || /\s\S+\s/.test(entry.text.trim());
}

// A sentence that holds the delimiter falls into few fields of many words.
function readsAsSentence({ cells, text }: Waiting, profile: Profile): boolean {
  return cells.length * 2 <= profile.width && /^(?:\S+\s+){4}/.test(text);
}

/** True when at least two columns that are hardly ever empty are empty in a record; any two where too few rows tell which these are. */
export function lacksFilled({ cells }: { cells: readonly string[] }, profile: Profile): boolean {
  let missing = 0;
  if (profile.usualFill === 0) {
    for (let column = 0; column < profile.width; column++) if ((cells[column] ?? '').trim() === '') missing++;
    return missing >= 2;
  }
  for (const column of profile.filled) if ((cells[column] ?? '').trim() === '') missing++;
  return missing >= 2;
}

function isCutOff(entry: Waiting, profile: Profile): boolean {
  if (entry.reason !== 'short' || (entry.marks & mark.unended) === 0) return false;
  const { good, bad } = fitOf(entry.cells, profile);
  return entry.filled > 1 ? bad <= good : good > 0;
}

function lastFilled(waiting: readonly Waiting[]): number {
  for (let i = waiting.length - 1; i >= 0; i--) if ((waiting[i]?.filled ?? 0) > 0) return i;
  return -1;
}
