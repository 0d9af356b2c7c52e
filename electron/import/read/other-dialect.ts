import { fitOf } from './profile';
import type { Profile } from './profile';
import { splitLine } from './split-line';
import type { Dialect } from './lines';

const DELIMITERS = [';', ',', '\t', '|'];

/**
 * Reads one line that does not have the table's fields in another dialect: other quote mark, other way of escaping, other
 * delimiter. Null unless one of them gives the right number of fields and cells that fit the columns.
 */
export function readOtherwise(line: string, dialect: Dialect, profile: Profile): string[] | null {
  if (profile.width < 3 || profile.typed.length === 0 || line.includes('\n')) return null;
  for (const other of otherDialects(line, dialect)) {
    const { cells, tidy } = splitLine(line, other);
    if (!tidy || cells.length !== profile.width) continue;
    const { good, bad } = fitOf(cells, profile);
    if (good > 0 && bad === 0) return cells;
  }
  return null;
}

/** The dialects other than a file's own that a line could be in. */
export function otherDialects(line: string, dialect: Dialect): Dialect[] {
  const others: Dialect[] = [];
  if (dialect.quote !== "'" && line.includes("'")) others.push({ ...dialect, quote: "'" });
  if (dialect.quote !== '"' && line.includes('"')) others.push({ ...dialect, quote: '"' });
  if (!dialect.backslash && line.includes('\\')) others.push({ ...dialect, backslash: true });
  for (const delimiter of DELIMITERS) {
    if (delimiter !== dialect.delimiter && line.includes(delimiter)) others.push({ ...dialect, delimiter });
  }
  return others;
}
