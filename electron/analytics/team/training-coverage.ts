import { wilson } from '../../stats/intervals';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import { enough } from '../finish';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';

export const coverageColumns = {
  is_required: 'flag',
  expired: 'count',
  enrolled: 'count',
  missing: 'count',
} as const;

/** One line a programme, and how alike people of a role are trained beside them. Source: domain specification M57. */
export function trainingCoverage(raw: Table, { settings, extra }: FinishContext): Table {
  const programmes = textsOf(raw, 'programme');
  const sameness: Record<string, unknown>[] = [];
  const lines = groupsOf(raw).flatMap((group) => {
    sameness.push(...samenessOf(raw, group));
    return [...new Set(group.rows.map((row) => programmes[row] ?? ''))].map((programme) => {
      const rows = group.rows.filter((row) => programmes[row] === programme);
      return { by: group.by, line: lineOf(raw, programme, rows, settings) };
    });
  });
  extra['sameness'] = sameness;
  return tableOf(lines, { ...envelopeUnits('ratio'), programme: 'label', ...coverageColumns });
}

function lineOf(raw: Table, programme: string, rows: readonly number[], settings: FinishContext['settings']): Line {
  const count = (name: string) => {
    const flags = numbersOf(raw, name);
    return rows.filter((row) => flags[row] === 1).length;
  };
  const [enrolled, done] = [numbersOf(raw, 'is_enrolled'), numbersOf(raw, 'is_completed')];
  const [n, valid, completed] = [rows.length, count('hit'), count('is_completed')];
  const limits = wilson(valid, n);
  return {
    programme,
    value: n > 0 ? valid / n : null,
    numerator: valid,
    denominator: n,
    n,
    lower: limits?.lower,
    upper: limits?.upper,
    method: limits && 'wilson',
    state: n > 0 && enough(n, valid / n, settings) ? 'ok' : 'thin',
    is_required: count('is_required') > 0,
    expired: completed - valid,
    enrolled: rows.filter((row) => enrolled[row] === 1 && done[row] !== 1).length,
    missing: n - valid,
  };
}

/** By role: who holds everything required, and the mean share of the programmes completed, expired or not, that two people have in common. */
function samenessOf(raw: Table, { by, rows }: Group): Record<string, unknown>[] {
  const [reps, roles, programmes] = [textsOf(raw, 'rep'), textsOf(raw, 'role'), textsOf(raw, 'programme')];
  const [required, valid, completed] = ['is_required', 'hit', 'is_completed'].map((name) => numbersOf(raw, name));
  const asked = by.filter((label) => label !== null);
  return [...new Set(rows.map((row) => roles[row] ?? 'other'))].sort().map((role) => {
    const own = rows.filter((row) => roles[row] === role);
    const people = [...new Set(own.map((row) => reps[row] ?? ''))];
    const setsOf = (flag: Float64Array | undefined) => {
      const sets = new Map(people.map((rep) => [rep, new Set<string>()] as const));
      for (const row of own) {
        const rep = reps[row] ?? null;
        if (rep !== null && flag?.[row] === 1) sets.get(rep)?.add(programmes[row] ?? '');
      }
      return [...sets.values()];
    };
    const wanted = new Set(own.filter((row) => required?.[row] === 1).map((row) => programmes[row] ?? ''));
    const full = setsOf(valid).filter((set) => [...wanted].every((programme) => set.has(programme))).length;
    return {
      ...(asked.length > 0 ? { by: asked } : {}),
      role,
      people: people.length,
      required: wanted.size,
      full_set: wanted.size > 0 ? full : null,
      full_set_share: wanted.size > 0 ? full / people.length : null,
      mean_overlap: meanOverlap(setsOf(completed)),
    };
  });
}

/** Mean Jaccard index over all pairs; two with nothing have nothing in common to compare, and count as alike. Null below two people. */
function meanOverlap(sets: readonly ReadonlySet<string>[]): number | null {
  let sum = 0;
  let pairs = 0;
  sets.forEach((first, i) => {
    for (const second of sets.slice(i + 1)) {
      let shared = 0;
      for (const programme of first) if (second.has(programme)) shared++;
      const union = first.size + second.size - shared;
      sum += union === 0 ? 1 : shared / union;
      pairs++;
    }
  });
  return pairs > 0 ? sum / pairs : null;
}
