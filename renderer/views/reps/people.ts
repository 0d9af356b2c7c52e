import type { Row } from '../../engine';
import { numberIn, textIn } from '../../frame/answers';
import type { ComparedUnit } from '../../state/question';
import type { Standing } from './verdict';

/** Bucket of what nobody owns; never compared. */
const unassigned = 'Unassigned';

/** Who can be compared: everybody with something to judge, by name. */
export function comparable(rows: readonly Row[], unit: string): readonly string[] {
  const named = rows.flatMap((row) => ((numberIn(row, 'n') ?? 0) > 0 ? (textIn(row, unit) ?? []) : []));
  return named.filter((name) => name !== unassigned && name !== 'Unknown').sort((a, b) => a.localeCompare(b));
}

/** The shown ones: those chosen that are there, in their order; else the first four by name, of quarters the last four. */
export function shownPeople(
  chosen: readonly string[],
  there: readonly string[],
  unit: ComparedUnit = 'rep',
): readonly string[] {
  const found = chosen.filter((name) => there.includes(name)).slice(0, 6);
  if (found.length > 0) return found;
  return unit === 'period' ? there.slice(-4) : there.slice(0, 4);
}

/** Names with one moved a place earlier or later. */
export function moved(names: readonly string[], name: string, by: 1 | -1): readonly string[] {
  const at = names.indexOf(name);
  const to = at + by;
  if (at < 0 || to < 0 || to >= names.length) return names;
  const out = names.filter((other) => other !== name);
  out.splice(to, 0, name);
  return out;
}

/** One row's figures of the shown people, shrunken where wanted and known. */
export function standingsOf(
  rows: readonly Row[],
  unit: string,
  people: readonly string[],
  adjusted: boolean,
): readonly Standing[] {
  return people.map((name): Standing => {
    const row = rows.find((entry) => entry[unit] === name);
    const shrunken = adjusted && numberIn(row, 'posterior') !== null;
    return {
      name,
      value: numberIn(row, shrunken ? 'posterior' : 'value'),
      lower: numberIn(row, shrunken ? 'posterior_lower' : 'lower'),
      upper: numberIn(row, shrunken ? 'posterior_upper' : 'upper'),
      n: numberIn(row, 'n'),
      more: numberIn(row, 'more_trials'),
      derived: textIn(row, 'state') === 'derived',
      thin: textIn(row, 'state') === 'thin',
    };
  });
}

/** Quarter, median and three quarters of all peers' values; null with fewer than five of them. */
export function peersOf(
  rows: readonly Row[],
  unit: string,
  adjusted: boolean,
): { readonly p25: number; readonly median: number; readonly p75: number } | null {
  const values = standingsOf(rows, unit, comparable(rows, unit), adjusted)
    .flatMap(({ value }) => value ?? [])
    .sort((a, b) => a - b);
  if (values.length < 5) return null;
  return { p25: quantile(values, 0.25), median: quantile(values, 0.5), p75: quantile(values, 0.75) };
}

function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}
