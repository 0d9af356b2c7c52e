import type { Row } from '../../engine';
import { numberIn, textIn } from '../../frame/answers';

/** How a skill is measured. */
export type Measure = 'ratio' | 'money' | 'pace';

/** Roles as they are offered. */
const roleOrder = ['ae', 'sdr', 'specialist', 'cs', 'manager', 'other'];

/** Skills along the work of a role. */
const skillOrder = [
  'reach',
  'qualify',
  'handoff',
  'discover',
  'present',
  'propose',
  'close',
  'complex_close',
  'follow_up',
  'renew',
  'expand',
  'value',
  'pace',
];

/** One person in one skill, as the engine found it. */
export interface Cell {
  readonly row: Row;
  readonly rep: string;
  readonly skill: string;
  readonly measure: Measure;
  readonly verdict: string;
}

/** One person of the role with the cells there are. */
export interface Person {
  readonly rep: string;
  readonly inRamp: boolean;
  readonly cells: readonly Cell[];
  readonly gaps: number;
  /** What closing all of the person's gaps would bring a year, with its 90% interval; null where there is none or it has no price. */
  readonly worth: { readonly value: number; readonly lower: number | null; readonly upper: number | null } | null;
}

/** One skill of the role: its cells are told in this notation. */
export interface Skill {
  readonly id: string;
  readonly measure: Measure;
  /** Median of what is believed of everybody; null where nothing is. */
  readonly median: number | null;
  /** What the test of difference says; `too_few` where it could not be made. */
  readonly verdict: string;
}

/** Everybody of one role. */
export interface Board {
  readonly role: string;
  readonly skills: readonly Skill[];
  /** By name. */
  readonly people: readonly Person[];
}

/** Roles that somebody with something to judge holds. */
export function rolesIn(rows: readonly Row[]): readonly string[] {
  const there = new Set(rows.flatMap((row) => textIn(row, 'role') ?? []));
  return [...there].sort((a, b) => placeIn(roleOrder, a) - placeIn(roleOrder, b));
}

/** The board of a role from the rows of `skill-gap` and what its answer says of each skill. */
export function boardOf(role: string, rows: readonly Row[], found: readonly Row[]): Board {
  const cells = rows.flatMap((row) => cellOf(row, role) ?? []);
  const ids = [...new Set(cells.map(({ skill }) => skill))];
  const skills = ids
    .sort((a, b) => placeIn(skillOrder, a) - placeIn(skillOrder, b))
    .map((id): Skill => {
      const own = cells.filter((cell) => cell.skill === id);
      const said = found.find((row) => row['role'] === role && row['skill'] === id);
      const values = own.flatMap(({ row }) => (row['in_ramp'] === true ? [] : (numberIn(row, 'posterior') ?? [])));
      return {
        id,
        measure: own[0]?.measure ?? 'ratio',
        median: median(values),
        verdict: textIn(said, 'verdict') ?? 'too_few',
      };
    });
  const names = [...new Set(cells.map(({ rep }) => rep))].sort((a, b) => a.localeCompare(b));
  return {
    role,
    skills,
    people: names.map((rep) =>
      personOf(
        rep,
        cells.filter((cell) => cell.rep === rep),
      ),
    ),
  };
}

/** Everybody's cells one after the other, person by person. */
export function cellsIn({ people }: Board): readonly Cell[] {
  return people.flatMap(({ cells }) => cells);
}

/** What closing every gap of these people is worth: the sum of their values, exactly; null where none has a price. The ends lie half widths added in squares away from it, people being independent. */
export function worthOf(people: readonly Person[]): Person['worth'] {
  const priced = people.flatMap(({ worth }) => worth ?? []);
  if (priced.length === 0) return null;
  const value = priced.reduce((sum, worth) => sum + worth.value, 0);
  const away = (end: 'lower' | 'upper'): number =>
    Math.hypot(...priced.map((worth) => (worth[end] ?? worth.value) - worth.value));
  return { value, lower: value - away('lower'), upper: value + away('upper') };
}

/** True where a gap of the person has no price. */
export function isUnpriced({ cells }: Person): boolean {
  return cells.some(({ verdict, row }) => verdict === 'gap' && numberIn(row, 'together_money') === null);
}

function cellOf(row: Row, role: string): Cell | null {
  const [rep, skill] = [textIn(row, 'rep'), textIn(row, 'skill')];
  if (rep === null || skill === null || row['role'] !== role) return null;
  const measure = textIn(row, 'measure');
  return {
    row,
    rep,
    skill,
    measure: measure === 'money' || measure === 'pace' ? measure : 'ratio',
    verdict: textIn(row, 'verdict') ?? 'too_little',
  };
}

function personOf(rep: string, cells: readonly Cell[]): Person {
  const gaps = cells.filter(({ verdict }) => verdict === 'gap').length;
  const row = cells[0]?.row;
  const value = numberIn(row, 'person_money');
  const priced = cells.some((cell) => numberIn(cell.row, 'together_money') !== null);
  return {
    rep,
    inRamp: row?.['in_ramp'] === true,
    cells,
    gaps,
    worth:
      value === null || !priced
        ? null
        : { value, lower: numberIn(row, 'person_lower_money'), upper: numberIn(row, 'person_upper_money') },
  };
}

function placeIn(order: readonly string[], id: string): number {
  const at = order.indexOf(id);
  return at < 0 ? order.length : at;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
