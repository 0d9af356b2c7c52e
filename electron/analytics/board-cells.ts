/** Members of a stretch of days in the cells they count in: no filter changes these, so that one is answered by counting over them alone. */
import type { Groups } from './board-groups';

export interface Cells {
  /** Ascending. */
  readonly place: Int32Array;
  /** What each is, below the number of kinds; of groups of time, as many further on as the kinds of the groups before. */
  readonly cell: Uint16Array;
}

/** Those rows that `each` names, of which no two are of one member, in the order of their members. */
export function byPlace(
  place: Int32Array,
  members: number,
  each: (take: (row: number) => void) => void,
): { readonly rows: Int32Array; readonly place: Int32Array } {
  const rowOf = new Int32Array(members);
  let count = 0;
  each((row) => {
    rowOf[place[row]!] = row + 1;
    count++;
  });
  const rows = new Int32Array(count);
  let at = 0;
  for (let who = 0; who < members; who++) if (rowOf[who]! > 0) rows[at++] = rowOf[who]! - 1;
  return { rows, place: rows.map((row) => place[row]!) };
}

/** How many of the chosen are of each kind, group by group. */
export function tally({ place, cell }: Cells, kinds: number, groups: Groups, chosen: Uint8Array | null): Int32Array {
  const counts = new Int32Array(groups.labels.length * kinds);
  const byMember = !groups.timed && groups.labels.length > 1;
  if (byMember) {
    for (let at = 0; at < place.length; at++) {
      const who = place[at]!;
      const group = chosen === null || chosen[who] === 1 ? groups.of(who, NaN) : -1;
      if (group >= 0) counts[group * kinds + cell[at]!]!++;
    }
  } else if (chosen === null) for (let at = 0; at < cell.length; at++) counts[cell[at]!]!++;
  else for (let at = 0; at < place.length; at++) counts[cell[at]!]! += chosen[place[at]!]!;
  return counts;
}

/** Groups that anything was counted in. */
export function filledOf(counts: Int32Array, kinds: number, groups: Groups): readonly number[] {
  return groups.labels.flatMap((_, group) =>
    counts.subarray(group * kinds, (group + 1) * kinds).some((n) => n > 0) ? [group] : [],
  );
}
