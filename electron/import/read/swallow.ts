import { fitOf } from './profile';
import type { Profile } from './profile';
import { splitLine } from './split-line';
import type { Dialect } from './lines';

const LINES_TRIED = 6;
const TRIED = 64 * 1024;

/** True when a physical line by itself has the width of the table and cells that fit its columns. */
export function looksLikeRecord(line: string, dialect: Dialect, profile: Profile): boolean {
  if (profile.width < 2) return false;
  const { cells } = splitLine(line, dialect);
  if (cells.length !== profile.width) return false;
  const { good, bad } = fitOf(cells, profile);
  if (profile.typed.length > 0) return good > bad * 3;
  return profile.width > 2;
}

/** True when each physical line of a well-closed record of several lines is a record by itself: a quote swallowed them. */
export function swallowsRecords(record: string, dialect: Dialect, profile: Profile): boolean {
  if (profile.width < 2) return false;
  const [first = '', ...rest] = record.split(/\r?\n/, LINES_TRIED + 1);
  if (splitLine(first, dialect).cells.length !== profile.width) return false;
  const lines = rest.filter((line) => line.trim() !== '');
  const alike = lines.filter((line) => looksLikeRecord(line, dialect, profile)).length;
  if (profile.typed.length === 0) return alike >= 2 && alike >= lines.length * 0.8;
  return alike >= 1 && alike >= lines.length * 0.6;
}

/** True when the text between a record's start and a place inside an open quote holds whole records. */
export function runsAway(text: string, start: number, to: number, dialect: Dialect, profile: Profile): boolean {
  if (profile.width < 2) return false;
  const lines = text.slice(start, Math.min(to, start + TRIED)).split(/\r?\n/, LINES_TRIED + 2);
  const inner = lines.slice(1, -1).filter((line) => line.trim() !== '');
  const alike = inner.filter((line) => looksLikeRecord(line, dialect, profile)).length;
  return alike >= 1 && alike >= inner.length * 0.6;
}
