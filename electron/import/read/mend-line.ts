import { fitOf } from './profile';
import type { Profile } from './profile';
import { openingQuotes, splitLine } from './split-line';
import type { Leniency } from './split-line';
import type { Dialect } from './lines';

const LONGEST_TRIED = 100_000;

/**
 * Splits one physical line whose quoting is broken, by whatever leniency gives the table's number of fields and cells that
 * fit its columns; null when none does. A profile of width 0 takes the line as it comes.
 */
export function mendLine(line: string, dialect: Dialect, profile: Profile): string[] | null {
  const ways: Leniency[] = [{}, { strayEnds: true }, { pairCloses: true }];
  if (line.length < LONGEST_TRIED)
    for (const literalAt of openingQuotes(line, dialect)) ways.push({ literalAt }, { literalAt, pairCloses: true });
  for (const way of ways) {
    const { cells } = splitLine(line, dialect, way);
    if (profile.width === 0 || isWhole(withoutQuotes(cells, dialect), profile)) return cells;
  }
  return null;
}

/** The cells as they would be without their broken quotes, to see whether they fit. */
function withoutQuotes(cells: readonly string[], { quote }: Dialect): string[] {
  return cells.map((cell) => (quote === '' ? cell : cell.replaceAll(quote, '')));
}

/** True for cells that have the table's number of fields and none of which speaks against its column. */
export function isWhole(cells: readonly string[], profile: Profile): boolean {
  return cells.length === profile.width && fitOf(cells, profile).bad === 0;
}
