import type { Row } from '../../engine';
import { textIn } from '../../frame/answers';

/** Somebody who can have a card. */
export interface Carded {
  readonly rep: string;
  readonly role: string;
  readonly inRamp: boolean;
}

/** Everybody with skills to judge, by name. */
export function cardedIn(rows: readonly Row[]): readonly Carded[] {
  const found = new Map<string, Carded>();
  for (const row of rows) {
    const [rep, role] = [textIn(row, 'rep'), textIn(row, 'role')];
    if (rep !== null && role !== null && !found.has(rep))
      found.set(rep, { rep, role, inRamp: row['in_ramp'] === true });
  }
  return [...found.values()].sort((a, b) => a.rep.localeCompare(b.rep));
}

/** Whose card is shown: the chosen one, else the one person filtered to, else the first by name. */
export function shownOf(
  people: readonly Carded[],
  chosen: string,
  filtered: readonly string[] = [],
): Carded | undefined {
  const named = filtered.length === 1 ? filtered[0] : undefined;
  return people.find(({ rep }) => rep === chosen) ?? people.find(({ rep }) => rep === named) ?? people[0];
}

/** Those of the same role who know their work, the person left out. */
export function peersOf(people: readonly Carded[], { rep, role }: Carded): ReadonlySet<string> {
  return new Set(people.flatMap((each) => (each.role === role && each.rep !== rep && !each.inRamp ? each.rep : [])));
}
