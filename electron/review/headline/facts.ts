/** What may be said of a slide's figures: changes and standings, each only as far as its interval goes. */
import type { Change } from '../../analytics/measured-change';
import { changeOfRows } from '../../analytics/measured-change';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import { newcombe } from '../../stats/intervals';

/** Which way a measure went; `sum` has no interval, `nothing` no figure to compare with. */
export type Direction = 'up' | 'down' | 'none' | 'thin' | 'sum' | 'nothing';

export interface ChangeFact {
  /** Titles of the measure in every language a headline may be written in. */
  readonly measures: readonly string[];
  readonly direction: Direction;
  /** Less is better, as for days. */
  readonly less: boolean;
  readonly change: Change | null;
  /** How many times the figure before the one now is; null where there is none to divide by. */
  readonly times: number | null;
}

export interface Standing {
  readonly name: string;
  /** Names this one is above and below with certainty. */
  readonly above: readonly string[];
  readonly below: readonly string[];
}

export interface Facts {
  /** The first is the slide's main measure. */
  readonly changes: readonly ChangeFact[];
  readonly standings: readonly Standing[];
  /** True when the standings are of persons. */
  readonly people: boolean;
  /** Every number the slide shows, shares as such and times 100. */
  readonly figures: readonly number[];
}

/** Facts of a slide that claims nothing. */
export const noFacts: Facts = { changes: [], standings: [], people: false, figures: [] };

const weak: ReadonlySet<string | null> = new Set(['thin', 'immature', 'unavailable']);

/** The change from one row of an answer to another; -1 for a row that is not there. */
export function directionOf(
  table: Table,
  now: number,
  before: number,
): Pick<ChangeFact, 'direction' | 'change' | 'times'> {
  const values = numbersOf(table, 'value');
  const [later = NaN, earlier = NaN] = [values[now], values[before]];
  if (Number.isNaN(later) || Number.isNaN(earlier)) return { direction: 'nothing', change: null, times: null };
  const change = changeOfRows(table, now, table, before);
  const known = { change, times: earlier > 0 ? later / earlier : null };
  const states = textsOf(table, 'state');
  if (weak.has(states[now] ?? null) || weak.has(states[before] ?? null)) return { direction: 'thin', ...known };
  if (change.lower === null || change.upper === null) return { direction: 'sum', ...known };
  return { direction: change.lower > 0 ? 'up' : change.upper < 0 ? 'down' : 'none', ...known };
}

/** Which groups of a rate are certainly above which; none where the groups as a whole show no difference. */
export function standingsOf(table: Table, names: readonly string[], differs: boolean): readonly Standing[] {
  const [hits, sizes] = [numbersOf(table, 'numerator'), numbersOf(table, 'denominator')];
  const states = textsOf(table, 'state');
  const beats = (a: number, b: number): boolean => {
    if (!differs || weak.has(states[a] ?? null) || weak.has(states[b] ?? null)) return false;
    const found = newcombe(hits[a] ?? 0, sizes[a] ?? 0, hits[b] ?? 0, sizes[b] ?? 0);
    return found !== null && found.lower > 0;
  };
  return standingsBy(names, beats);
}

/** Which shares of one whole are certainly larger than which. The parts of a whole hang together: variance of their difference is (p + q − (p − q)²) / n. */
export function sharesStanding(table: Table, names: readonly string[]): readonly Standing[] {
  const [values, sizes] = [numbersOf(table, 'value'), numbersOf(table, 'denominator')];
  const beats = (a: number, b: number): boolean => {
    const [p, q, n] = [values[a] ?? NaN, values[b] ?? NaN, sizes[a] ?? NaN];
    return n >= 30 && p - q > 1.96 * Math.sqrt((p + q - (p - q) ** 2) / n);
  };
  return standingsBy(names, beats);
}

function standingsBy(names: readonly string[], beats: (a: number, b: number) => boolean): readonly Standing[] {
  const others = (keep: (i: number) => boolean): string[] => names.filter((_, i) => keep(i));
  return names.map((name, a) => ({
    name,
    above: others((b) => b !== a && beats(a, b)),
    below: others((b) => b !== a && beats(b, a)),
  }));
}

/** Numbers of a table that a headline may quote. */
export function figuresIn(table: Table, changes: readonly (Change | null)[] = []): readonly number[] {
  const shown = ['value', 'numerator', 'denominator', 'n', 'lower', 'upper', 'count', 'amount_money', 'median_days'];
  const cells = shown.flatMap((name) => [...numbersOf(table, name)]).filter((value) => !Number.isNaN(value));
  const moved = changes.flatMap((change) => (change ? [change.value, change.lower, change.upper] : []));
  const all = [...cells.slice(0, 4_000), ...moved.filter((value) => value !== null), table.length];
  return [...all, ...all.map((value) => value * 100)];
}
